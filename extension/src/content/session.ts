import type { Analysis, Explanations } from "../analysis";
import { parseOrder, type Analyzed, type MarkedPage, type Order, type PageState, type Request } from "../messages";
import { onOptionsChanged, readOptions, type Options } from "../options";
import { findArticle, wholePage } from "../page/find-article";
import { marksOf, type Mark } from "../page/marks";
import { Painter } from "../page/paint";
import { readText, type ReadingPlan } from "../page/read-text";
import { PageText } from "../page/text-map";
import { CardOpener } from "./card-opener";
import { styleShadowTrees } from "./style-shadow-trees";
import { watchPointer } from "./watch-pointer";
import { watchPage } from "./watch-page";

/** What is on the page while it is marked. */
export interface Marked {
  readonly options: Options;
  readonly text: PageText;
  readonly analysis: Analysis;
  readonly explanations: Explanations;
  readonly marks: readonly Mark[];
}

/** How long a page that becomes another one may show the last one's text. In milliseconds. */
const SETTLING = 600;

/** The marking of one page, from the click to the clearing, and again. */
export class Session {
  readonly #document: Document;
  readonly #painter = new Painter();
  readonly #cards: CardOpener;
  #marked: Marked | undefined;
  /** What was read last, and from which elements. */
  #text = new PageText("", []);
  #roots: readonly Element[] = [];
  #watching: (() => void)[] = [];
  /** Counts the starts and stops: an answer that comes after the next one is out of date. */
  #turn = 0;
  #running = false;

  constructor(document: Document) {
    this.#document = document;
    this.#cards = new CardOpener(document, this.#painter, () => void tell({ type: "openPanel" }));
    chrome.runtime.onMessage.addListener((message: unknown, _sender, answer: (value: unknown) => void) => {
      const order = parseOrder(message);
      if (order) answer(this.#obey(order));
    });
  }

  /** The extension that started this session is still there: it has been neither updated nor disabled. */
  isAlive(): boolean {
    return chrome.runtime?.id !== undefined;
  }

  toggle(): void {
    if (!this.#running) {
      void this.#start();
      return;
    }
    this.stop();
    void tell({ type: "state", state: null });
  }

  stop(): void {
    this.#turn++;
    this.#running = false;
    for (const end of this.#watching.splice(0)) end();
    this.#unmark();
  }

  #unmark(): void {
    this.#cards.close();
    this.#painter.clear();
    this.#marked = undefined;
  }

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    this.#running = true;
    const options = await readOptions();
    if (turn !== this.#turn) return;
    const state = await this.#mark(options, turn);
    if (turn !== this.#turn) return;
    if ("refusal" in state) this.stop();
    else this.#watch();
    void tell({ type: "state", state });
  }

  /** Reads, has analysed and paints. Text that was analysed before is only painted again. */
  async #mark(options: Options, turn: number): Promise<PageState> {
    const plan = this.#plan(options);
    const text = readText(plan);
    this.#text = text;
    this.#roots = plan.roots;
    if (!text.text.trim()) return { refusal: "empty" };
    const before = this.#marked;
    const known = before?.text.text === text.text && before.options.language === options.language;
    const analyzed = known ? before : await tell<Analyzed | null>({ type: "analyze", text: text.text, language: options.language });
    if (turn !== this.#turn) return { count: 0 };
    if (!analyzed) return { refusal: "failed" };
    if (!analyzed.analysis.language.arabic) return { refusal: "notArabic" };
    const { analysis, explanations } = analyzed;
    const marks = known && before.options.tinted === options.tinted ? before.marks : marksOf(analysis, options.tinted);
    this.#marked = { options, text, analysis, explanations, marks };
    this.#painter.paint(text, marks);
    this.#cards.show(this.#marked);
    return { count: this.#marked.marks.length };
  }

  #plan(options: Options): ReadingPlan {
    return options.text === "page" ? wholePage(this.#document) : findArticle(this.#document);
  }

  #watch(): void {
    this.#watching = [
      styleShadowTrees(this.#document, this.#text),
      watchPointer(this.#document, this.#cards),
      watchPage(this.#document, this.#roots, this.#text, {
        changed: () => void this.#again(),
        navigated: () => void this.#leave(),
        isOurs: (node) => this.#cards.owns(node),
        looked: () => this.#painter.restore(),
        returned: () => void tell({ type: "state", state: this.#marked ? { count: this.#marked.marks.length } : null }),
      }),
      onOptionsChanged((options) => void this.#again(options)),
    ];
  }

  /** The page's text or the options have changed. A page that has nothing to mark for a while may have again. */
  async #again(changed?: Options): Promise<void> {
    const options = changed ?? this.#marked?.options ?? (await readOptions());
    const turn = ++this.#turn;
    for (const end of this.#watching.splice(0)) end();
    const state = await this.#mark(options, turn);
    if (turn !== this.#turn) return;
    const refused = "refusal" in state;
    if (refused) this.#unmark();
    this.#watch();
    // Nobody has asked: no notice.
    void tell({ type: "state", state: refused ? null : state });
  }

  /** The page has become another one without loading: its marks are those of the last article. */
  async #leave(): Promise<void> {
    this.stop();
    const turn = this.#turn;
    const always = await tell<boolean>({ type: "navigated" });
    if (always) await new Promise((resolve) => setTimeout(resolve, SETTLING));
    if (always && turn === this.#turn) void this.#start();
  }

  #obey(order: Order): MarkedPage | boolean | null {
    switch (order.type) {
      case "result":
        return this.#marked ? { text: this.#marked.text.text, analysis: this.#marked.analysis } : null;
      case "step":
        return this.#cards.step(order.by);
      case "show":
        return this.#cards.showMark(order.kind, order.index, order.start);
    }
  }
}

/** Sends a request to the background; `null` when the extension has gone. */
async function tell<Answer = void>(request: Request): Promise<Answer | null> {
  try {
    return (await chrome.runtime.sendMessage(request)) as Answer;
  } catch {
    return null;
  }
}
