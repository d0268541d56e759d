import { directionOf, type Language } from "../words";
import type { CardWords } from "./card-words";
import css from "./card.css";
import { placeCard, type Box } from "./place-card";

/** One mark in the card. */
export interface CardEntry {
  readonly kind: "claim" | "figure" | "official";
  /** How its line looks: `named`, `unnamed` or `author` for a claim. */
  readonly line: string;
  readonly label: string;
  readonly why: string;
}

export interface CardContent {
  readonly entries: readonly CardEntry[];
  /** Which of how many marks. */
  readonly position: string;
}

/** How the card comes by its style. A page of our own may forbid style elements; Firefox ignores sheets that content scripts adopt. */
export interface CardStyling {
  readonly adoptsStyle: boolean;
}

export interface CardActions {
  step(by: 1 | -1): void;
  /** Absent where no panel can be opened from a page. */
  openPanel?: (() => void) | undefined;
  closed(): void;
  /** The window has another size: {@link Card.place}. */
  resized(): void;
}

/**
 * The explaining card: a host of its own in the top layer, with a closed shadow root that the page's styles and scripts do not
 * reach. It is in the document only while it is open.
 */
export class Card {
  readonly #document: Document;
  readonly #actions: CardActions;
  readonly #adoptsStyle: boolean;
  readonly #hosts = new WeakSet<EventTarget>();
  #host: HTMLElement | undefined;
  #box: HTMLElement | undefined;
  #focusedBefore: HTMLElement | undefined;

  constructor(document: Document, actions: CardActions, { adoptsStyle }: CardStyling = { adoptsStyle: false }) {
    this.#document = document;
    this.#actions = actions;
    this.#adoptsStyle = adoptsStyle;
  }

  get isOpen(): boolean {
    return this.#host !== undefined;
  }

  /** It is open, and the page has neither taken it out of its document nor hidden it. */
  get isShown(): boolean {
    return this.#host !== undefined && this.#host.isConnected && this.#host.matches(":popover-open");
  }

  /** `target` is the card's host, that of an earlier one included. */
  owns(target: EventTarget | null): boolean {
    return target !== null && this.#hosts.has(target);
  }

  /**
   * Shows `content` near `lines`, the boxes of its mark, at the line `anchor`. With `focus` the card takes the keyboard and gives
   * it back when it closes.
   */
  open(content: CardContent, lines: readonly Box[], anchor: Box, language: Language, words: CardWords, focus: boolean): void {
    const hadFocus = this.#host !== undefined && this.#document.activeElement === this.#host;
    const focusedBefore = hadFocus ? this.#focusedBefore : (this.#document.activeElement as HTMLElement | null);
    this.#remove();
    this.#focusedBefore = focusedBefore ?? undefined;
    const host = this.#document.createElement("div");
    this.#hosts.add(host);
    const root = host.attachShadow({ mode: "closed" });
    this.#giveStyle(root);
    const box = this.#render(content, language, words);
    root.append(box);
    host.popover = "manual";
    host.lang = language;
    host.dir = directionOf(language);
    this.#document.documentElement.append(host);
    host.showPopover();
    this.#host = host;
    this.#box = box;
    this.place(lines, anchor);
    this.#document.addEventListener("keydown", this.#onKeyDown, true);
    this.#document.defaultView?.addEventListener("resize", this.#actions.resized);
    if (focus || hadFocus) box.focus({ preventScroll: true });
    else this.#announce(content, root);
  }

  /**
   * Has screen readers say politely what the card says, where it does not take the keyboard; a card that does is read out as the dialog it
   * is. Only what is put into a live region that was there before is announced.
   */
  #announce({ entries }: CardContent, root: ShadowRoot): void {
    const status = this.#element("div", "announced");
    status.setAttribute("role", "status");
    root.append(status);
    this.#document.defaultView?.requestAnimationFrame(() => {
      status.textContent = entries.map(({ label, why }) => `${label}: ${why}`).join(" ");
    });
  }

  close(): void {
    if (!this.#host) return;
    const hadFocus = this.#document.activeElement === this.#host;
    this.#remove();
    if (hadFocus) this.#focusedBefore?.focus({ preventScroll: true });
    this.#focusedBefore = undefined;
    this.#actions.closed();
  }

  #remove(): void {
    this.#document.removeEventListener("keydown", this.#onKeyDown, true);
    this.#document.defaultView?.removeEventListener("resize", this.#actions.resized);
    this.#host?.remove();
    this.#host = undefined;
    this.#box = undefined;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.close();
  };

  #render({ entries, position }: CardContent, language: Language, words: CardWords): HTMLElement {
    const box = this.#element("div", "card");
    box.tabIndex = -1;
    box.lang = language;
    box.dir = directionOf(language);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", words("name"));
    box.setAttribute("aria-describedby", "entries");
    const list = this.#element("div", "entries");
    list.id = "entries";
    list.append(...entries.map((entry) => this.#renderEntry(entry)));
    const foot = this.#element("div", "foot");
    foot.append(this.#element("span", "note", position));
    if (this.#actions.openPanel) foot.append(this.#button(words("report"), words("openPanel"), this.#actions.openPanel));
    foot.append(
      this.#button("↑", words("previousMark"), () => this.#actions.step(-1)),
      this.#button("↓", words("nextMark"), () => this.#actions.step(1)),
      this.#button("✕", words("close"), () => this.close()),
    );
    box.append(list, foot);
    return box;
  }

  #renderEntry({ kind, line, label, why }: CardEntry): HTMLElement {
    const entry = this.#element("section", `entry ${kind} ${line}`);
    entry.append(this.#element("h2", "label", label), this.#element("p", "why", why));
    return entry;
  }

  #button(text: string, name: string, act: () => void): HTMLElement {
    const button = this.#element("button", "", text) as HTMLButtonElement;
    button.type = "button";
    button.title = name;
    if (text !== name) button.setAttribute("aria-label", name);
    // Only a person's click counts: a page cannot reach a closed root, but it can send events to what is in front.
    button.addEventListener("click", (event) => event.isTrusted && act());
    return button;
  }

  /** By a style element in the pages of others: set by a content script, it is not subject to their policy. */
  #giveStyle(root: ShadowRoot): void {
    if (this.#adoptsStyle) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets.push(sheet);
    } else {
      const style = this.#document.createElement("style");
      style.textContent = css;
      root.append(style);
    }
  }

  #element(tag: string, className: string, text = ""): HTMLElement {
    const element = this.#document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** Puts the open card near the boxes of its mark. */
  place(lines: readonly Box[], anchor: Box): void {
    this.#box!.style.maxHeight = "";
    const { width, height } = this.#host!.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.#document.documentElement;
    const window = { width: clientWidth, height: Math.min(clientHeight, this.#document.defaultView?.innerHeight ?? clientHeight) };
    const place = placeCard({ width, height }, lines, anchor, window);
    const style = this.#host!.style;
    style.setProperty("--isnad-left", `${place.left}px`, "important");
    style.setProperty("--isnad-top", `${place.top}px`, "important");
    this.#box!.style.maxHeight = `${place.maxHeight}px`;
  }
}
