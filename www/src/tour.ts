import type { Mark } from "../../extension/src/page/marks";
import { button, element } from "../../extension/src/reader/elements";
import type { PageWord, PageWords } from "./interface-words";
import type { Reader } from "./reader";

/** What is shown, in this order, by the look of the mark. */
const STOPS = [
  ["named", "tourNamed"],
  ["unnamed", "tourUnnamed"],
  ["author", "tourAuthor"],
  ["figure", "tourFigure"],
  ["official", "tourOfficial"],
] as const satisfies readonly (readonly [Mark["looks"][number], PageWord])[];

/** Five stops in twenty seconds. In milliseconds. */
const REST = 4000;

/** Shows a newcomer each kind of mark on a sample, one after the other, until she has seen enough. */
export class Tour {
  readonly #container: HTMLElement;
  readonly #reader: Reader;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, reader: Reader) {
    this.#container = container;
    this.#reader = reader;
  }

  /** Offers the tour: nothing moves before it is asked for. */
  offer(words: PageWords): void {
    this.#container.hidden = false;
    this.#container.replaceChildren(
      element("p", {}, words.own("tourOffer")),
      element("div", { class: "actions" },
        button(words.own("tourStart"), () => this.#stop(0, words), { class: "primary" }),
        button(words.own("tourLater"), () => this.end())),
    );
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#container.hidden) return;
    this.#container.hidden = true;
    this.#reader.closeCard();
  }

  #stop(at: number, words: PageWords): void {
    clearTimeout(this.#timer);
    const stop = STOPS[at];
    if (!stop) return this.end();
    const [look, word] = stop;
    const mark = this.#reader.shown?.marks.find((mark) => mark.looks.includes(look));
    if (!mark) return this.#stop(at + 1, words);
    const next = button(words.own(at === STOPS.length - 1 ? "tourEnd" : "tourNext"), () => this.#stop(at + 1, words), { class: "primary" });
    this.#container.replaceChildren(
      element("p", { role: "status" }, words.own(word)),
      element("div", { class: "actions" }, next, button(words.own("tourStop"), () => this.end())),
    );
    this.#reader.showMark(mark);
    next.focus({ preventScroll: true });
    // Who has asked for less movement goes on by hand.
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) this.#timer = setTimeout(() => this.#stop(at + 1, words), REST);
  }
}
