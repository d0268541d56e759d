import type { Analysis } from "../analysis";
import type { MarkKind } from "../page/marks";
import { formatCount, type Digits, type WordKey, type Words } from "../words";
import { isDismissed } from "./corrections";
import { button, choice, element } from "./elements";
import { CERTAINTIES, EVERYTHING, isEverything, KINDS, SOURCES, STANCES, type Filter } from "./filter";

/** The words for each kind of mark, as a heading has them. */
const KIND_WORDS: Record<MarkKind, WordKey> = { claim: "claims", figure: "figures", official: "officials" };
const ANY = "any";

/** The row of controls above a report: what to show of it. Redrawn as a whole when the language or the article changes. */
export class FilterBar {
  readonly element = element("div", { class: "filter-bar", role: "search" });
  #filter: Filter = EVERYTHING;
  #more = false;
  readonly #changed: (filter: Filter) => void;
  readonly #search = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  readonly #found = element("p", { class: "found", role: "status" });
  #redraw: () => void = () => undefined;

  constructor(changed: (filter: Filter) => void) {
    this.#changed = changed;
    this.#search.addEventListener("input", () => this.set({ query: this.#search.value }));
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Changes some of the wishes. */
  set(wishes: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...wishes };
    if (this.#search.value !== this.#filter.query) this.#search.value = this.#filter.query;
    this.#redraw();
    this.#changed(this.#filter);
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** Says how much of the report is shown; nothing where all of it is. */
  say(text: string): void {
    if (this.#found.textContent !== text) this.#found.textContent = text;
  }

  show(analysis: Analysis, words: Words, digits: Digits): void {
    const kept = (marks: readonly Parameters<typeof isDismissed>[0][]) => marks.filter((mark) => !isDismissed(mark)).length;
    const count: Record<MarkKind, number> = { claim: kept(analysis.claims), figure: kept(analysis.figures), official: kept(analysis.officials) };
    this.element.ariaLabel = words("filter");
    this.#search.placeholder = words("searchReport");
    this.#search.ariaLabel = words("searchReport");

    const keyOnly = toggle(words("keyOnly"), () => this.set({ keyOnly: !this.#filter.keyOnly }));
    const kinds = KINDS.map((kind) => {
      const chip = toggle("", () => this.#toggleKind(kind));
      chip.classList.add(kind);
      chip.append(words(KIND_WORDS[kind]), " ", element("span", { class: "number" }, formatCount(count[kind], digits)));
      return chip;
    });
    const more = button(words("moreFilters"), () => {
      this.#more = !this.#more;
      this.#redraw();
    }, { class: "more", "aria-controls": "more-filters" });
    const clear = button(words("clearFilter"), () => this.set(EVERYTHING), { class: "clear" });
    const wishes = element("div", { class: "more-filters", id: "more-filters" });

    const selects = () => [
      choice(words("whoSays"), withAny(SOURCES, words), this.#filter.source ?? ANY, (source) => this.set({ source: unlessAny(source) })),
      choice(words("stance"), withAny(STANCES, words, "stance_"), this.#filter.stance ?? ANY, (stance) => this.set({ stance: unlessAny(stance) })),
      choice(words("certainty"), withAny(CERTAINTIES, words, "certainty_"), this.#filter.certainty ?? ANY, (certainty) => this.set({ certainty: unlessAny(certainty) })),
    ];
    wishes.append(...selects());

    this.#redraw = () => {
      keyOnly.ariaPressed = String(this.#filter.keyOnly);
      for (const [at, kind] of KINDS.entries()) kinds[at]!.ariaPressed = String(this.#filter.kinds.includes(kind));
      more.ariaExpanded = String(this.#more);
      wishes.hidden = !this.#more;
      for (const [at, wish] of [this.#filter.source, this.#filter.stance, this.#filter.certainty].entries()) {
        wishes.querySelectorAll("select")[at]!.value = wish ?? ANY;
      }
      clear.hidden = isEverything(this.#filter);
    };
    this.#redraw();
    this.element.replaceChildren(
      element("div", { class: "search" }, this.#search, more),
      element("div", { class: "chips", role: "group", "aria-label": words("showKinds") }, ...kinds, keyOnly),
      wishes,
      element("div", { class: "outcome" }, this.#found, clear),
    );
  }

  /** The last kind shown stays: an empty report would say nothing. */
  #toggleKind(kind: MarkKind): void {
    const kinds = KINDS.filter((one) => this.#filter.kinds.includes(one) !== (one === kind));
    this.set({ kinds: kinds.length > 0 ? kinds : KINDS });
  }
}

function toggle(text: string, act: () => void): HTMLButtonElement {
  return button(text, act, { class: "chip" });
}

function withAny<Value extends string>(values: readonly Value[], words: Words, prefix = ""): [Value | typeof ANY, string][] {
  return [[ANY, words("any")], ...values.map((value): [Value, string] => [value, words((prefix + value) as WordKey)])];
}

function unlessAny<Value extends string>(value: Value): Exclude<Value, typeof ANY> | null {
  return value === ANY ? null : (value as Exclude<Value, typeof ANY>);
}
