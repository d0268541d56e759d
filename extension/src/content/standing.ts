import type { PageState } from "../messages";
import { hasFrameBeyondReach, isTopFrame } from "./frame";
import { tell } from "./tell";

/** What a page or a frame has said of itself, and what it is among the frames of its tab. */
export class Standing {
  readonly isTop: boolean;
  readonly #document: Document;
  #leads: boolean;
  /** The background has heard of this page. */
  #said = false;

  constructor(document: Document) {
    this.#document = document;
    this.isTop = isTopFrame(document.defaultView!);
    this.#leads = this.isTop;
  }

  /** Of the frames of a page, this one answers the panel. */
  get leads(): boolean {
    return this.#leads;
  }

  /** The page itself answers. */
  giveWay(): void {
    this.#leads = false;
  }

  /** Tells what became of the page; true where some frame of it is marked. */
  async say(became: PageState | null, running: boolean): Promise<boolean> {
    const state = became && this.isTop && hasFrameBeyondReach(this.#document) ? withFrameBeyondReach(became) : became;
    const answer = await tell<{ marked: boolean; leads: boolean }>({ type: "state", state, running, first: !this.#said });
    this.#said = true;
    if (answer && !this.isTop) this.#leads = answer.leads;
    return answer?.marked ?? false;
  }

  /** Another page has been in its place: what is known of the tab is about that one. */
  returned(): void {
    this.#said = false;
  }
}

/** That the page has no text is half of the truth then. */
function withFrameBeyondReach(state: PageState): PageState {
  if ("count" in state) return { ...state, beyond: true };
  return state.refusal === "empty" || state.refusal === "notArabic" ? { refusal: "otherSite" } : state;
}
