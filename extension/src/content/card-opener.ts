import type { Range } from "../analysis";
import { Card, type CardEntry, type CardStyling } from "../page/card";
import { cardWordsIn, type CardWords } from "../page/card-words";
import { boxesOf, marksUnder } from "../page/hit-test";
import type { Mark, MarkKind } from "../page/marks";
import type { Painter } from "../page/paint";
import { formatCount } from "../words";
import type { Marked } from "./marks-on-page";

/** Set by the bundler: a page can open the side panel in Chromium, not in Firefox. */
declare const PANEL_OPENS_FROM_PAGE: boolean;

/** Opens the explaining card for the marks of a page: under the pointer, step by step from the keyboard, by a row of the panel. */
export class CardOpener {
  readonly #card: Card;
  readonly #painter: Painter;
  readonly #document: Document;
  #marked: Marked | undefined;
  /** The marks that the last card was about, the innermost first. */
  #explained: readonly Mark[] = [];

  constructor(document: Document, painter: Painter, openPanel: () => void, styling?: CardStyling) {
    this.#document = document;
    this.#painter = painter;
    this.#card = new Card(document, {
      step: (by) => this.step(by),
      openPanel: PANEL_OPENS_FROM_PAGE ? openPanel : undefined,
      closed: () => this.#pointOut(undefined),
      resized: () => this.#placeAgain(),
    }, styling);
  }

  get #current(): Mark | undefined {
    return this.#explained[0];
  }

  get isOpen(): boolean {
    return this.#card.isOpen;
  }

  /** From now on cards are about this. An open one stays if its mark does. */
  show(marked: Marked): void {
    if (!this.#current || !marked.marks.includes(this.#current)) this.close();
    this.#marked = marked;
    if (this.#card.isOpen) this.#pointOut(this.#current);
  }

  close(): void {
    this.#card.close();
    this.#marked = undefined;
    this.#explained = [];
  }

  /** Closes the card and keeps the place in the text. */
  dismiss(): void {
    this.#card.close();
  }

  /** A node of the page's document is our card. */
  owns(target: EventTarget | null): boolean {
    return this.#card.owns(target);
  }

  /** Opens the card of what is under a point (CSS pixels); false when nothing is. */
  openAt(x: number, y: number): boolean {
    if (!this.#marked) return false;
    const marks = marksUnder(x, y, this.#marked.text, this.#marked.marks, this.#document);
    if (marks.length === 0) return false;
    if (this.#card.isShown && marks[0] === this.#current) return true;
    this.#open(marks, false, (boxes) => boxes.find(({ top, bottom }) => top <= y && y <= bottom));
    return true;
  }

  /**
   * Goes to the next or the previous mark: from the last one shown, or else from the first in the window. Marks that do not show, in
   * a part of the page that is folded away, are passed over. At the end it goes on from the other end if `around`, else it closes the
   * card and gives false.
   */
  step(by: 1 | -1, around = true): boolean {
    const marks = this.#marked?.marks ?? [];
    let at = this.#current ? marks.indexOf(this.#current) + by : this.#firstInWindow(marks);
    for (let tries = marks.length; tries > 0; tries--, at += by) {
      if (!around && (at < 0 || at >= marks.length)) break;
      const mark = marks.at(at % marks.length)!;
      if (boxesOf(mark, this.#marked!.text).length === 0) continue;
      this.#goTo(mark);
      return true;
    }
    if (!around) {
      this.#card.close();
      this.#explained = [];
    }
    return false;
  }

  /**
   * Goes to a mark of the analysis, to the one that starts at `start` where an official has several. Where there is no mark, for money
   * that is no funding and for what the reader dismissed, it goes to the place.
   */
  showMark(kind: MarkKind, index: number, start: number): boolean {
    if (!this.#marked) return false;
    const marks = this.#marked.marks.filter((mark) => mark.kind === kind && mark.index === index);
    const mark = marks.find((mark) => mark.start === start) ?? marks[0];
    if (mark) {
      this.#goTo(mark);
    } else {
      this.dismiss();
      this.#scrollTo({ start, end: start + 1 });
    }
    return true;
  }

  #goTo(mark: Mark): void {
    this.#scrollTo(mark);
    this.#open([mark], true, (boxes) => boxes[0]);
  }

  #scrollTo(mark: Range): void {
    const text = this.#marked!.text;
    text.ranges(mark.start, mark.end)[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    // The parent may be longer than the window: then its middle is not where the mark is.
    const box = boxesOf(mark, text)[0];
    const height = this.#document.documentElement.clientHeight;
    if (box && (box.top < 0 || box.bottom > height)) this.#document.defaultView?.scrollBy(0, box.top - height / 3);
  }

  #open(marks: readonly Mark[], focus: boolean, anchorOf: (boxes: readonly DOMRect[]) => DOMRect | undefined): void {
    const { text, options } = this.#marked!;
    const words = cardWordsIn(options.language);
    const boxes = boxesOf(marks[0]!, text);
    const anchor = anchorOf(boxes) ?? boxes[0];
    if (!anchor) return;
    const number = this.#marked!.marks.indexOf(marks[0]!) + 1;
    const position = words("position", {
      number: formatCount(number, options.digits),
      count: formatCount(this.#marked!.marks.length, options.digits),
    });
    const entries = marks.map((mark) => this.#entry(mark, words));
    this.#card.open({ entries, position }, this.#linesOf(marks), anchor, options.language, words, focus);
    this.#explained = marks;
    this.#pointOut(marks[0]);
  }

  /** Lines break elsewhere in a window of another size, and a panel beside the page takes a part of it. */
  #placeAgain(): void {
    const boxes = this.#marked ? this.#linesOf(this.#explained) : [];
    const [anchor] = boxes;
    if (anchor) this.#card.place(boxes, anchor);
  }

  /** What a card keeps off: all that it explains, a claim around a figure too. */
  #linesOf(marks: readonly Mark[]): DOMRect[] {
    return marks.flatMap((mark) => boxesOf(mark, this.#marked!.text));
  }

  #entry({ kind, index, looks }: Mark, words: CardWords): CardEntry {
    const { analysis, explanations } = this.#marked!;
    const line = looks.at(-1)!;
    switch (kind) {
      case "claim": {
        const { level, attribution } = analysis.claims[index]!;
        const label = `${words(level === 2 ? "keyClaim" : "claim")} · ${words(attribution.source_type)}`;
        return { kind, line, label, why: explanations.claims[index] ?? "" };
      }
      case "figure":
        return { kind, line, label: words("figure"), why: explanations.figures[index] ?? "" };
      case "official":
        return { kind, line, label: words("officialMark"), why: explanations.officials[index] ?? "" };
    }
  }

  #firstInWindow(marks: readonly Mark[]): number {
    const found = marks.findIndex((mark) => boxesOf(mark, this.#marked!.text).some(({ bottom }) => bottom > 0));
    return Math.max(found, 0);
  }

  #pointOut(mark: Mark | undefined): void {
    if (this.#marked) this.#painter.pointOut(this.#marked.text, mark);
  }
}
