import type { Analysis, Correction, Engine, Explanations, Reports } from "../../extension/src/analysis";
import { CardOpener } from "../../extension/src/content/card-opener";
import { watchPointer } from "../../extension/src/content/watch-pointer";
import type { Options } from "../../extension/src/options";
import { marksOf, type Mark } from "../../extension/src/page/marks";
import { Painter } from "../../extension/src/page/paint";
import { readText } from "../../extension/src/page/read-text";
import type { PageText } from "../../extension/src/page/text-map";
import { shownBy, type Filter } from "../../extension/src/reader/filter";
import { ReportView, type ReportEvents } from "../../extension/src/reader/report-view";
import { localeOf } from "../../extension/src/words";

/** Why an article is not marked. */
export type Refusal = "emptyText" | "tooLong" | "notArabic";

/** An article that is shown, and all that is known of it. */
export interface Shown {
  readonly options: Options;
  readonly text: PageText;
  readonly analysis: Analysis;
  readonly explanations: Explanations;
  /** Those that the filter shows. */
  readonly marks: readonly Mark[];
}

/** Shows one article with its marks, cards and report. */
export class Reader {
  readonly #engine: Engine;
  readonly #article: HTMLElement;
  readonly #painter = new Painter();
  readonly #cards: CardOpener;
  readonly #report: ReportView;
  readonly #showCount: (count: number) => void;
  #shown: Shown | undefined;
  /** Another view of the same article wants it without marks. */
  #paused = false;

  constructor(engine: Engine, reports: Reports, article: HTMLElement, report: HTMLElement, events: Pick<ReportEvents, "correct" | "restore" | "undo">, showCount: (count: number) => void) {
    this.#engine = engine;
    this.#article = article;
    this.#showCount = showCount;
    this.#cards = new CardOpener(article.ownerDocument, this.#painter, () => {}, { adoptsStyle: true });
    watchPointer(article.ownerDocument, this.#cards);
    this.#report = new ReportView(reports, report, {
      ...events,
      goTo: ({ kind, index, start }) => this.#cards.showMark(kind, index, start),
      filtered: (filter) => this.#paint(filter),
    });
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** Analyses the article that stands in the page, and marks it. Returns why not where it does not. */
  mark(options: Options, corrections: readonly Correction[]): Refusal | undefined {
    const text = readText({ roots: [this.#article], skips: () => false });
    if (text.text.trim() === "") return "emptyText";
    const locale = localeOf(options);
    const { analysis, explanations } = this.#engine.mark(text.text, locale, [...corrections]);
    if (!analysis.language.arabic) return "notArabic";
    this.#shown = { options, text, analysis, explanations, marks: [] };
    this.#report.show({ text: text.text, analysis, corrections: corrections.length, locale, language: options.language, digits: options.digits });
    this.#paint(this.#report.filter);
    return undefined;
  }

  #paint(filter: Filter): void {
    if (!this.#shown) return;
    const { options, text, analysis } = this.#shown;
    const marks = marksOf(analysis, options.tinted).filter(shownBy(filter, text.text, analysis));
    this.#shown = { ...this.#shown, marks };
    this.#showCount(marks.length);
    if (this.#paused) return;
    this.#painter.paint(text, marks);
    this.#cards.show({ ...this.#shown, count: marks.length });
  }

  /** Takes the marks away, or shows them again: the article stays. */
  pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    if (!paused) return this.#paint(this.#report.filter);
    this.#cards.close();
    this.#painter.clear();
  }

  /** Opens the card of the next or the previous mark. */
  step(by: 1 | -1): void {
    this.#cards.step(by);
  }

  /** Opens the card of one mark. */
  showMark({ kind, index, start }: Mark): void {
    this.#cards.showMark(kind, index, start);
  }

  closeCard(): void {
    this.#cards.dismiss();
  }

  clear(): void {
    this.#cards.close();
    this.#painter.clear();
    this.#report.clear();
    this.#shown = undefined;
    this.#article.replaceChildren();
  }
}
