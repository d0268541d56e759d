import { isDismissed, type Verdict } from "./corrections";
import type { Words, WordKey } from "../words";
import { button, choice, element } from "./elements";
import { SOURCES, type Item } from "./filter";
import { itemOf, type Reported } from "./report-view";
import { searchQuery } from "./search-query";

/** What a reader does with a row beyond going to its mark. */
export interface ReaderActions {
  /** A mark is not right. */
  correct(item: Item, verdict: Verdict): void;
  /** A mark is to be again as Isnad had it. */
  restore(item: Item): void;
}

/** The button of each row that unfolds what can be done with it. */
export class RowActions {
  readonly #actions: ReaderActions;
  readonly #reported: Reported;
  readonly #words: Words;

  constructor(actions: ReaderActions, reported: Reported, words: Words) {
    this.#actions = actions;
    this.#reported = reported;
    this.#words = words;
  }

  addTo(report: Element): void {
    for (const link of report.querySelectorAll<HTMLElement>("a.isnad-row")) link.parentElement!.append(...this.#of(itemOf(link)));
  }

  #of(item: Item): HTMLElement[] {
    const id = `act-${item.kind}-${item.index}`;
    const choices = element("div", { class: "row-choices", id, hidden: true });
    const name = this.#words("rowActions");
    const opener = button("⋯", () => {
      // Made when it is asked for: a long report has hundreds of rows.
      if (choices.childElementCount === 0) choices.append(...this.#choices(item));
      choices.hidden = !choices.hidden;
      opener.ariaExpanded = String(!choices.hidden);
    }, { class: "row-opener", title: name, "aria-label": name, "aria-expanded": "false", "aria-controls": id });
    return [opener, choices];
  }

  #choices(item: Item): HTMLElement[] {
    const { claims, figures, officials } = this.#reported.analysis;
    const words = this.#words;
    const mark = { claim: claims, figure: figures, official: officials }[item.kind][item.index]!;
    const restore = mark.changes?.length ? [button(words("restore"), () => this.#actions.restore(item))] : [];
    if (isDismissed(mark)) return restore;
    const dismiss = (key: WordKey) => button(words(key), () => this.#actions.correct(item, { what: "dismissed" }));
    switch (item.kind) {
      case "claim": {
        const sources = SOURCES.map((one) => [one, words(one)] as const);
        const source = claims[item.index]!.attribution.source_type;
        return [this.#copyButton(item.index), choice(words("correctSource"), sources, source, (to) => this.#actions.correct(item, { what: "source_type", to })), dismiss("notAClaim"), ...restore];
      }
      case "figure": {
        const kinds = [["funding", words("kindFunding")], ["other", words("kindOther")]] as const;
        return [choice(words("correctKind"), kinds, figures[item.index]!.kind, (to) => this.#actions.correct(item, { what: "kind", to })), dismiss("notASum"), ...restore];
      }
      case "official": {
        const kinds = [["state", words("kindState")], ["igo", words("kindIgo")], ["party", words("kindParty")]] as const;
        return [choice(words("correctKind"), kinds, officials[item.index]!.kind, (to) => this.#actions.correct(item, { what: "kind", to })), dismiss("notAnOfficial"), ...restore];
      }
    }
  }

  /** Copies, and shows what was copied: where the browser allows no copying, it can be taken from there. */
  #copyButton(index: number): HTMLElement {
    const said = element("output", { class: "copied" });
    const copy = button(this.#words("copyQuery"), () => {
      const query = searchQuery(this.#reported.text, this.#reported.analysis, index);
      const show = (key: WordKey) => said.replaceChildren(this.#words(key), " ", element("bdi", { lang: "ar" }, query));
      navigator.clipboard.writeText(query).then(() => show("copied"), () => show("copyThis"));
    }, { title: this.#words("copyQueryHint") });
    return element("div", { class: "copy" }, copy, said);
  }
}
