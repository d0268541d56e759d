import type { ComparedArticle, Correction, Engine, Pages, Range } from "../../extension/src/analysis";
import type { Options } from "../../extension/src/options";
import { Painter } from "../../extension/src/page/paint";
import { readText } from "../../extension/src/page/read-text";
import type { PageText } from "../../extension/src/page/text-map";
import { button, choice, element } from "../../extension/src/reader/elements";
import { fileName, saveFile } from "../../extension/src/reader/save-menu";
import { formatCount, localeOf } from "../../extension/src/words";
import { articleOfText } from "./article-of-text";
import type { Incoming } from "./host";
import type { PageWord, PageWords } from "./interface-words";
import { LONGEST_TEXT } from "./longest-text";
import { isSampleName, SAMPLES, sampleText, type SampleName } from "./samples";

const SIDES = ["a", "b"] as const;
type Side = (typeof SIDES)[number];
const OWN = "own";
const PAGE = "page";

/** What is chosen for one side. Samples and texts pasted here are compared as Isnad reads them, pages as the reader has corrected them. */
interface Chosen {
  name: SampleName | typeof OWN | typeof PAGE;
  text: string;
}

/** A page that the comparison is opened with. */
export interface ComparedPage extends Incoming {
  readonly corrections: readonly Correction[];
}

/** Two articles on one event, side by side: a table of what differs, and both texts to go to. */
export class Comparison {
  readonly #engine: Engine;
  readonly #pages: Pages;
  readonly #container: HTMLElement;
  readonly #painter = new Painter();
  readonly #incoming: readonly ComparedPage[];
  readonly #chosen: Record<Side, Chosen>;

  constructor(engine: Engine, pages: Pages, container: HTMLElement, incoming: readonly ComparedPage[]) {
    this.#engine = engine;
    this.#pages = pages;
    this.#container = container;
    this.#incoming = incoming;
    const first = (at: number, sample: SampleName): Chosen => (incoming[at] ? { name: PAGE, text: incoming[at].text } : { name: sample, text: "" });
    this.#chosen = { a: first(0, "portState"), b: first(1, "portCritical") };
  }

  async open(options: Options, words: PageWords): Promise<void> {
    await Promise.all(SIDES.map((side) => this.#fill(this.#chosen[side])));
    const result = element("div", { class: "comparison" });
    const compare = () => this.#compare(result, options, words);
    this.#container.replaceChildren(
      element("h2", {}, words.own("compare")),
      element("p", { class: "hint" }, words.own("compareHow")),
      element("div", { class: "sides" }, ...SIDES.map((side) => this.#side(side, words, compare))),
      result,
    );
    compare();
  }

  /** Fetches the text of the sample that is chosen; false where another one has been chosen meanwhile. */
  async #fill(chosen: Chosen): Promise<boolean> {
    const { name } = chosen;
    if (!isSampleName(name)) return true;
    const text = await sampleText(name);
    if (chosen.name !== name) return false;
    chosen.text = text;
    return true;
  }

  close(): void {
    this.#painter.clear();
    this.#container.replaceChildren();
  }

  #side(side: Side, words: PageWords, compare: () => void): HTMLElement {
    const chosen = this.#chosen[side];
    const page = this.#incoming[SIDES.indexOf(side)];
    const text = element("textarea", { rows: 5, dir: "rtl", spellcheck: "false", "aria-label": words.own("ownText"), placeholder: words.own("ownText"), hidden: chosen.name !== OWN });
    if (chosen.name === OWN) text.value = chosen.text;
    text.addEventListener("input", () => {
      chosen.text = text.value;
      compare();
    });
    const names = [
      ...(page ? [[PAGE, page.title] as const] : []),
      ...SAMPLES.map((name) => [name, words.own(name)] as const),
      [OWN, words.own("own")] as const,
    ];
    const select = choice<Chosen["name"]>(words.own(side === "a" ? "articleA" : "articleB"), names, chosen.name, (name) => {
      chosen.name = name;
      if (name === OWN) chosen.text = text.value;
      if (name === PAGE) chosen.text = page!.text;
      text.hidden = name !== OWN;
      if (name === OWN) text.focus();
      void this.#fill(chosen).then((filled) => filled && compare());
    });
    return element("div", { class: "side" }, select, text);
  }

  #compare(result: HTMLElement, options: Options, words: PageWords): void {
    this.#painter.clear();
    const refuse = (word: PageWord) => result.replaceChildren(element("p", { class: "message", role: "status" }, words.own(word, { limit: formatCount(LONGEST_TEXT / 1000, options.digits) })));
    // Before it is laid out, which takes longer than anything else.
    if (SIDES.some((side) => this.#chosen[side].text.length > LONGEST_TEXT)) return refuse("tooLong");
    const articles = SIDES.map((side) => element("article", { lang: "ar", dir: "rtl", id: `article-${side}` }));
    for (const [at, side] of SIDES.entries()) articles[at]!.append(articleOfText(this.#chosen[side].text, document));
    const table = element("div", { class: "comparison-table" });
    const save = button(words.own("saveComparison"), () => undefined);
    const texts = element("details", { class: "both-texts", open: true }, element("summary", {}, words.own("bothTexts")),
      element("div", { class: "pair" }, ...articles.map((article) => element("section", { class: "text" }, article))));
    result.replaceChildren(table, element("div", { class: "actions" }, save), texts);
    const read = articles.map((article) => readText({ roots: [article], skips: () => false }));
    const compared = read.map(({ text }, at): ComparedArticle => ({ text, analysis: this.#analyze(text, SIDES[at]!, options), title: text.split("\n", 1)[0] ?? "" }));
    const wrong = compared.findIndex(({ analysis }) => !analysis.language.arabic);
    if (wrong >= 0) return refuse(compared[wrong]!.text.trim() === "" ? "emptyText" : "notArabic");
    const [a, b] = compared as [ComparedArticle, ComparedArticle];
    this.#pages.mountComparison(table, a, b, localeOf(options), (_kind, _index, start, end, side) => {
      texts.open = true;
      this.#show(read[side === "b" ? 1 : 0]!, { start, end });
    });
    save.addEventListener("click", () => saveFile(this.#pages.compareFile(a, b, localeOf(options)), "text/html", fileName(a.title ?? "", "html")));
  }

  #analyze(text: string, side: Side, options: Options) {
    const corrections = this.#chosen[side].name === PAGE ? this.#incoming[SIDES.indexOf(side)]!.corrections : [];
    return this.#engine.mark(text, localeOf(options), [...corrections]).analysis;
  }

  /** Brings words of one of the articles into sight and points them out. */
  #show(text: PageText, range: Range): void {
    this.#painter.pointOut(text, { kind: "claim", index: 0, looks: [], ...range });
    text.ranges(range.start, range.end)[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}
