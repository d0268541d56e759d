import type { Analysis, Explanations } from "../analysis";
import type { Options } from "../options";
import { marking, type Mark } from "../page/marks";
import { Painter } from "../page/paint";
import { inSlices } from "../page/slices";
import type { PageText } from "../page/text-map";
import { EVERYTHING, shownBy, type Filter } from "../reader/filter";
import { CardOpener } from "./card-opener";
import { PaintWindow } from "./paint-window";

/** What is on the page while it is marked. */
export interface Marked {
  readonly options: Options;
  readonly text: PageText;
  readonly analysis: Analysis;
  readonly explanations: Explanations;
  /** Those that the filter shows. */
  readonly marks: readonly Mark[];
  /** How many there are without a filter. */
  readonly count: number;
}

/** The marks of a page, as the panel filters them, with the cards that explain them. */
export class MarksOnPage {
  readonly cards: CardOpener;
  readonly #painter = new Painter();
  readonly #window: PaintWindow;
  #marked: Marked | undefined;
  /** What the panel shows, and the marks with it. */
  #filter: Filter = EVERYTHING;
  /** Words have changed under marks, which are gone until the text is read again. */
  #unpainted = false;

  constructor(document: Document, openPanel: () => void) {
    this.#window = new PaintWindow(document, this.#painter);
    this.cards = new CardOpener(document, this.#painter, openPanel);
  }

  get marked(): Marked | undefined {
    return this.#marked;
  }

  /** All of it is there: the same text, and under the same options. */
  isOf(text: PageText, options: Options): boolean {
    return this.#marked?.options === options && !this.#unpainted && this.#marked.text.isSameAs(text);
  }

  /** Shows the marks of an analysis in place of those before; nothing where they are no longer wanted. */
  async show(analyzed: Omit<Marked, "marks" | "count">, isWanted: () => boolean): Promise<Marked | undefined> {
    const all = await inSlices(marking(analyzed.analysis, analyzed.options.tinted));
    if (!isWanted()) return undefined;
    const marks = all.filter(shownBy(this.#filter, analyzed.text.text, analyzed.analysis));
    await this.#window.show(analyzed.text, marks);
    if (!isWanted()) return undefined;
    this.#unpainted = false;
    this.#marked = { ...analyzed, marks, count: all.length };
    this.cards.show(this.#marked);
    return this.#marked;
  }

  /** The panel shows other things, and so does the page. */
  filterBy(filter: Filter): void {
    this.#filter = filter;
    const marked = this.#marked;
    if (marked) void this.show(marked, () => this.#marked === marked);
  }

  /** Takes the marks off words that have changed. */
  unpaint(nodes: ReadonlySet<Node>): void {
    const lost = this.#marked?.text.lostIn(nodes) ?? [];
    if (lost.length === 0) return;
    this.#unpainted = true;
    this.#painter.unpaint(this.#marked!.marks.filter((mark) => lost.some(({ start, end }) => mark.start < end && start < mark.end)));
  }

  /** Puts back what the page has taken away. */
  restore(): void {
    this.#painter.restore();
  }

  /** Follows the reader through a long text. Returns the way to stop. */
  follow(): () => void {
    return this.#window.follow();
  }

  clear(): void {
    this.cards.close();
    this.#window.clear();
    this.#marked = undefined;
  }
}
