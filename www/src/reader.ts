import type { Engine } from "#wasm";
import { CardOpener } from "../../extension/src/content/card-opener";
import { watchPointer } from "../../extension/src/content/watch-pointer";
import type { Options } from "../../extension/src/options";
import { marksOf, type Mark, type MarkKind } from "../../extension/src/page/marks";
import { Painter } from "../../extension/src/page/paint";
import { readText } from "../../extension/src/page/read-text";
import type { PageText } from "../../extension/src/page/text-map";

/** Why an article is not marked. */
export type Refusal = "emptyText" | "tooLong" | "notArabic";

/** A longer text is a book, whose report alone would keep the page waiting. In UTF-16 units. */
export const LONGEST_TEXT = 500_000;

/** Shows one article with its marks, cards and report. */
export class Reader {
  readonly #engine: Engine;
  readonly #article: HTMLElement;
  readonly #report: HTMLElement;
  readonly #painter = new Painter();
  readonly #cards: CardOpener;

  constructor(engine: Engine, article: HTMLElement, report: HTMLElement) {
    this.#engine = engine;
    this.#article = article;
    this.#report = report;
    this.#cards = new CardOpener(article.ownerDocument, this.#painter, () => {});
    watchPointer(article.ownerDocument, this.#cards);
  }

  /** Shows an article in place of the one before, marked. Returns the number of marks or why there are none. */
  show(article: DocumentFragment, options: Options): number | Refusal {
    this.clear();
    // Asked before it is in the page: laying out a huge text takes longer than anything else.
    if ((article.textContent?.length ?? 0) > LONGEST_TEXT) return "tooLong";
    this.#article.replaceChildren(article);
    return this.mark(options);
  }

  /** Analyses the article that is shown and paints it. */
  mark(options: Options): number | Refusal {
    const text = readText({ roots: [this.#article], skips: () => false });
    if (text.text.trim() === "") return "emptyText";
    const analysis = this.#engine.analyze(text.text);
    if (!analysis.language.arabic) return "notArabic";
    const explanations = this.#engine.explain(text.text, analysis, options.language);
    const marks = marksOf(analysis, options.tinted);
    this.#painter.paint(text, marks);
    this.#cards.show({ options, text, analysis, explanations, marks });
    this.#engine.mountReport(this.#report, text.text, analysis, options.language, (kind, index, start) => this.#goTo(text, marks, kind, index, start));
    return marks.length;
  }

  /** Opens the card of the next or the previous mark. */
  step(by: 1 | -1): void {
    this.#cards.step(by);
  }

  /** Shows what a row of the report is about. */
  #goTo(text: PageText, marks: readonly Mark[], kind: MarkKind, index: number, start: number): void {
    const own = marks.filter((mark) => mark.kind === kind && mark.index === index);
    const shown = this.#cards.showMark(kind, index, own.findIndex((mark) => mark.start === start));
    // Money that is no funding has a row and no mark.
    if (!shown) text.ranges(start, start + 1)[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }

  clear(): void {
    this.#cards.close();
    this.#painter.clear();
    this.#report.replaceChildren();
    this.#article.replaceChildren();
  }
}
