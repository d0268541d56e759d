import { boxesOf } from "../page/hit-test";
import type { Mark } from "../page/marks";
import type { Painter } from "../page/paint";
import { inSlices } from "../page/slices";
import type { PageText } from "../page/text-map";

/** Longer texts are painted around the place where the reader is: browsers look at all highlights before they draw a frame. In UTF-16 units. */
const PAINTED_WHOLE = 200_000;
/** How far around: many windows of text, so that scrolling seldom paints anew. */
const AROUND = 24_000;
/** Nearer than this to the end of what is painted, the reader may soon see it. */
const NEAR_THE_END = 8_000;
/** While a page scrolls, how often it is looked at. In milliseconds. */
const LOOK = 100;

/** Paints all the marks of a text, or of a very long one those around the reader's place, and follows it. */
export class PaintWindow {
  readonly #document: Document;
  readonly #painter: Painter;
  #text: PageText | undefined;
  #marks: readonly Mark[] = [];
  /** The part of the text that is painted. */
  #from = 0;
  #to = Infinity;
  #turn = 0;

  constructor(document: Document, painter: Painter) {
    this.#document = document;
    this.#painter = painter;
  }

  async show(text: PageText, marks: readonly Mark[]): Promise<void> {
    this.#text = text;
    this.#marks = marks;
    await this.#paint();
  }

  /** Takes all marks away, those on their way included. */
  clear(): void {
    this.#turn++;
    this.#painter.clear();
  }

  /** Follows the reader. Returns the way to stop. */
  follow(): () => void {
    if (!this.#isLong) return () => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      const place = this.#readersPlace();
      if ((place - this.#from < NEAR_THE_END && this.#from > 0) || this.#to - place < NEAR_THE_END) void this.#paint();
    };
    const scrolled = () => (timer ??= setTimeout(look, LOOK));
    this.#document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    return () => {
      this.#turn++;
      clearTimeout(timer);
      this.#document.removeEventListener("scroll", scrolled, { capture: true });
    };
  }

  get #isLong(): boolean {
    return (this.#text?.text.length ?? 0) > PAINTED_WHOLE;
  }

  async #paint(): Promise<void> {
    const turn = ++this.#turn;
    const place = this.#isLong ? this.#readersPlace() : 0;
    const [from, to] = this.#isLong ? [place - AROUND, place + AROUND] : [0, Infinity];
    const marks = this.#isLong ? this.#marks.slice(this.#firstFrom(from), this.#firstFrom(to)) : this.#marks;
    await inSlices(this.#painter.painting(this.#text!, marks, () => turn === this.#turn));
    if (turn === this.#turn) [this.#from, this.#to] = [from, to];
  }

  /** Where in the text the window begins, by its marks. */
  #readersPlace(): number {
    const text = this.#text!;
    return this.#marks[this.#search((mark) => (boxesOf(mark, text)[0]?.top ?? 0) >= 0)]?.start ?? text.text.length;
  }

  #firstFrom(offset: number): number {
    return this.#search(({ start }) => start >= offset);
  }

  /** The index of the first mark that fulfils what all later ones do. */
  #search(holds: (mark: Mark) => boolean): number {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#marks[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
