import type { Analysis, Digits, Language, Locale, Reports } from "../analysis";
import type { MarkKind } from "../page/marks";
import { formatCount, wordsIn, type Words } from "../words";
import { button, element } from "./elements";
import { isEverything, shownBy, type Filter, type Item } from "./filter";
import { FilterBar } from "./filter-bar";
import { RowActions, type ReaderActions } from "./row-actions";

/** An article as a report is about it. */
export interface Reported {
  readonly text: string;
  /** With the reader's corrections, of which there are `corrections`. */
  readonly analysis: Analysis;
  readonly corrections: number;
  readonly locale: Locale;
  readonly language: Language;
  readonly digits: Digits;
}

export interface ReportEvents extends ReaderActions {
  /** A row was chosen. */
  goTo(item: Item): void;
  /** The marks are to follow. */
  filtered(filter: Filter): void;
  /** The last correction is not to have been made. */
  undo(): void;
}

/** The report with what a reader does with it: filter and search it, go from row to row and to the marks, act on a row. */
export class ReportView {
  readonly #reports: Reports;
  readonly #container: HTMLElement;
  readonly #events: ReportEvents;
  readonly #bar: FilterBar;
  readonly #body = element("div", { class: "report-body" });
  #reported: Reported | undefined;

  constructor(reports: Reports, container: HTMLElement, events: ReportEvents) {
    this.#reports = reports;
    this.#container = container;
    this.#events = events;
    this.#bar = new FilterBar((filter) => {
      this.#apply(filter);
      this.#events.filtered(filter);
    });
    this.#body.addEventListener("keydown", (event) => this.#onKeyDown(event));
  }

  get filter(): Filter {
    return this.#bar.filter;
  }

  show(reported: Reported): void {
    this.#reported = reported;
    const { text, analysis, corrections, locale, language, digits } = reported;
    const words = wordsIn(language);
    this.#bar.show(analysis, words, digits);
    this.#reports.mount(this.#body, text, analysis, locale, (kind, index, start) => this.#events.goTo({ kind, index, start }));
    this.#makeRungsFilters(words);
    new RowActions(this.#events, reported, words).addTo(this.#body);
    const undo = button(words("undo"), () => this.#events.undo());
    const corrected = element("p", { class: "corrected", role: "status", hidden: corrections === 0 }, words("corrected", { count: formatCount(corrections, digits) }), " ", undo);
    this.#container.replaceChildren(this.#bar.element, corrected, this.#body, element("p", { class: "keys-hint" }, words("reportKeys")));
    this.#apply(this.filter);
  }

  clear(): void {
    this.#reported = undefined;
    this.#container.replaceChildren();
  }

  /** Shows the rows that the filter lets through, and the place of each section that has none. */
  #apply(filter: Filter): void {
    if (!this.#reported) return;
    const { text, analysis, language, digits } = this.#reported;
    const words = wordsIn(language);
    const isShown = shownBy(filter, text, analysis);
    const rows = new Map<Element, boolean>();
    for (const link of this.#links()) {
      // What the reader dismissed stands apart, in no count.
      if (link.closest("[data-dismissed]")) continue;
      const shown = isShown(itemOf(link));
      const inner = link.closest("li, tr")!;
      // A mention has a place of its own inside its row.
      for (let row: Element | null = inner; row; row = row.parentElement?.closest("li, tr") ?? null) rows.set(row, (rows.get(row) ?? false) || shown);
    }
    for (const [row, shown] of rows) (row as HTMLElement).hidden = !shown;
    const everything = isEverything(filter);
    for (const section of this.#body.querySelectorAll<HTMLElement>(".isnad-claims, .isnad-figures, .isnad-officials")) {
      const own = [...rows].filter(([row]) => section.contains(row));
      const none = own.length > 0 && own.every(([, shown]) => !shown);
      section.hidden = none;
    }
    const routine = this.#body.querySelector<HTMLDetailsElement>(".isnad-routine");
    if (routine) {
      const some = [...rows].some(([row, shown]) => shown && routine.contains(row));
      routine.hidden = !some;
      // A search that found something there would seem to have found nothing.
      if (!everything) routine.open = some;
    }
    for (const rung of this.#body.querySelectorAll<HTMLElement>(".isnad-rung[data-source]")) {
      rung.querySelector("button")!.ariaPressed = String(rung.dataset.source === filter.source);
    }
    const outer = [...rows].filter(([row]) => !row.parentElement?.closest("li, tr"));
    const shown = outer.filter(([, shown]) => shown).length;
    const counts = { shown: formatCount(shown, digits), count: formatCount(outer.length, digits) };
    this.#bar.say(everything ? "" : shown === 0 ? words("foundNothing") : words("found", counts));
  }

  /** A rung of the ladder shows the claims that stand on it. */
  #makeRungsFilters(words: Words): void {
    for (const rung of this.#body.querySelectorAll<HTMLElement>(".isnad-rung[data-source]")) {
      const name = rung.querySelector(".isnad-rung-name")!;
      const source = rung.dataset.source as Filter["source"];
      const act = () => this.#bar.set({ source: this.filter.source === source ? null : source });
      name.replaceChildren(button(name.textContent ?? "", act, { title: words("showRung") }));
    }
  }

  #links(): HTMLElement[] {
    return [...this.#body.querySelectorAll<HTMLElement>("[data-kind]")];
  }

  /** Arrows go from row to row, a slash to the search. */
  #onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest("select, input, textarea")) return;
    if (event.key === "/") {
      event.preventDefault();
      this.#bar.focusSearch();
      return;
    }
    const links = this.#links().filter((link) => link.checkVisibility());
    const at = links.indexOf((event.target as Element).closest<HTMLElement>("[data-kind]")!);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    links[Math.max(0, Math.min(to, links.length - 1))]!.focus();
  }
}

/** What a row or a mention of the report is about. */
export function itemOf(link: HTMLElement): Item {
  const { kind, index, start } = link.dataset;
  return { kind: kind as MarkKind, index: Number(index), start: Number(start) };
}
