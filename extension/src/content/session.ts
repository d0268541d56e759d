import type { Analysis, Explanations } from "../analysis";
import { JoinedAnalysis, partsOf } from "../join-analyses";
import { FILTER_PORT, OTHER_LANGUAGES, type Analyzed, type FramesOutcome, type MarkedPage, type Order, type PageState, type Refusal } from "../messages";
import { onOptionsChanged, readOptions, type Options } from "../options";
import { findingArticle, wholePage } from "../page/find-article";
import { marking, type Mark } from "../page/marks";
import { Painter } from "../page/paint";
import { reading, type ReadingPlan } from "../page/read-text";
import { inSlices } from "../page/slices";
import { PageText } from "../page/text-map";
import { parseOrder } from "../parse-orders";
import { EVERYTHING, shownBy, validFilter, type Filter } from "../reader/filter";
import { localeOf } from "../words";
import { CardOpener } from "./card-opener";
import { frameHoldsText, hasFrameBeyondReach, isTopFrame } from "./frame";
import { PaintWindow } from "./paint-window";
import { isAlive, tell } from "./tell";
import { addressOf } from "./watch-address";
import { watchPointer } from "./watch-pointer";
import { recordChanges, watchPage } from "./watch-page";

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

/** More of a title is shown nowhere. In UTF-16 units. */
const LONGEST_TITLE = 1000;

/** How long a page that becomes another one may show the last one's text. In milliseconds. */
const SETTLING = 600;

/**
 * A page that changes is left alone for so many times as long as its last analysis took: one that never rests costs a twentieth of the
 * background's time. A text of up to 50,000 characters is analysed whole at each change, for names and speakers are known from block to block.
 */
const REST = 19;

/** The marking of one page, or of one frame in it, from the start to the clearing, and again. */
export class Session {
  readonly #document: Document;
  readonly #isTop: boolean;
  readonly #painter = new Painter();
  readonly #window: PaintWindow;
  readonly #cards: CardOpener;
  #marked: Marked | undefined;
  /** The analyses of the parts of the text, by their words: a part that has not changed is not analysed again. */
  #known = new Map<string, Analyzed>();
  /** What was read last, from which elements, at which address. */
  #text = new PageText("", []);
  #roots: readonly Element[] = [];
  #address = "";
  /** What the panel shows, and the marks with it. */
  #filter: Filter = EVERYTHING;
  #watching: (() => void)[] = [];
  /** Counts the starts and stops: an answer that comes after the next one is out of date. */
  #turn = 0;
  #running = false;
  /** The last start that nobody asked for here. */
  #starting = Promise.resolve();
  /** How long the last analysis took, in milliseconds. */
  #effort = 0;
  /** There is nothing to mark yet; text that comes later will be. */
  #waiting = false;
  /** Words have changed under marks, which are gone until the text is read again. */
  #unpainted = false;
  /** The background has heard of this page. */
  #said = false;
  /** Of the frames of a page, this one answers the panel. */
  #leads: boolean;
  /** The page has told this frame what to do. */
  #ordered = false;

  constructor(document: Document) {
    this.#document = document;
    this.#isTop = isTopFrame(document.defaultView!);
    this.#leads = this.#isTop;
    this.#window = new PaintWindow(document, this.#painter);
    this.#cards = new CardOpener(document, this.#painter, () => void tell({ type: "openPanel" }));
    chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
      const order = sender.id === chrome.runtime.id ? parseOrder(message) : undefined;
      const done = order && this.#obeyAtLength(order);
      if (done) {
        void done.then(() => answer(true));
        return true;
      }
      const result = order && this.#obey(order);
      // Where another frame may have an answer, this one keeps silent.
      if (result !== undefined) answerIfPossible(answer, result);
      return undefined;
    });
    // A connection and no message: it ends with the panel, however that goes.
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name !== FILTER_PORT || port.sender?.id !== chrome.runtime.id) return;
      port.onMessage.addListener((filter: unknown) => this.#filterBy(validFilter(filter)));
      port.onDisconnect.addListener(() => this.#filterBy(EVERYTHING));
    });
    // What the page says meanwhile is newer than the answer.
    if (!this.#isTop) void tell<boolean>({ type: "frame" }).then((running) => (running && !this.#ordered ? this.setRunning(true) : undefined));
  }

  isAlive(): boolean {
    return isAlive();
  }

  /** A click: marks the page, or clears it. */
  async toggle(): Promise<void> {
    const turn = this.#turn;
    // A page with nothing of its own may have frames that are marked.
    const marked = this.#running && (!this.#waiting || (await this.#say(null)));
    if (turn !== this.#turn) return;
    if (!marked) return this.#start(true);
    this.stop();
    await this.#say(null);
  }

  /** Marks or clears without having been asked here: an always-on site, or the frame of a page that is marked. Fulfilled when that is done and told. */
  async setRunning(running: boolean): Promise<void> {
    if (running && this.#running) {
      if (this.#marked) await this.#say({ count: this.#marked.count });
      else await this.#starting;
    } else if (running) {
      this.#starting = this.#start(false);
      await this.#starting;
    } else if (this.#running) {
      this.stop();
      await this.#say(null);
    }
  }

  stop(): void {
    this.#turn++;
    this.#running = false;
    this.#waiting = false;
    this.#stopWatching();
    this.#unmark();
    this.#known.clear();
  }

  #stopWatching(): void {
    for (const end of this.#watching.splice(0)) end();
  }

  #unmark(): void {
    this.#cards.close();
    this.#painter.clear();
    this.#marked = undefined;
  }

  /** What cannot be marked is said where a reader has `asked`; else it is waited for. */
  async #start(asked: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.#stopWatching();
    this.#running = true;
    this.#waiting = false;
    if (!asked) void tell({ type: "style" });
    if (!asked) await untilSeen(this.#document);
    if (turn !== this.#turn) return;
    const state = await this.#markAndWatch(readOptions(), turn);
    if (!state) return;
    if (!this.#waiting) await this.#say(state);
    else if (asked) await this.#refuse(state, turn);
    // Its frames may have what the page has not.
    else if (this.#isTop) await this.#say(null);
  }

  /** Says why there are no marks, unless a frame has some. Where one hangs, or is slow, it is waited for no longer than a reader would; it may still come. */
  async #refuse(state: PageState, turn: number): Promise<void> {
    await this.#say(null);
    const frames = await tell<FramesOutcome>({ type: "frames" });
    if (turn !== this.#turn || frames === "marked") return;
    if (frames !== "unknown") this.stop();
    await this.#say(state);
  }

  /** Nothing where another start or stop has come in between. */
  async #markAndWatch(options: Options | Promise<Options>, turn: number, corrected = false): Promise<PageState | undefined> {
    const missed = recordChanges(this.#document);
    // A page may answer what it is asked with anything: a form's fields stand in the place of its properties.
    const state = await this.#mark(options, turn, corrected).catch((): PageState => ({ refusal: "failed" }));
    const changes = missed();
    if (turn !== this.#turn) return undefined;
    this.#waiting = "refusal" in state;
    if (this.#waiting) this.#unmark();
    this.#watch(changes);
    return state;
  }

  /** Reads, has analysed and paints; where nothing has changed and nothing was `corrected`, all stays as it is. */
  async #mark(given: Options | Promise<Options>, turn: number, corrected: boolean): Promise<PageState> {
    if (!this.#isTop && !frameHoldsText(this.#document)) return this.#nothing("empty");
    const [options, plan] = await Promise.all([given, this.#plan(given)]);
    if (turn !== this.#turn) return { count: 0 };
    this.#address = addressOf(this.#document.location);
    const text = await inSlices(reading(plan));
    if (turn !== this.#turn) return { count: 0 };
    const before = this.#marked;
    const same = !corrected && before !== undefined && before.options === options && !this.#unpainted && before.text.isSameAs(text);
    this.#roots = plan.roots;
    if (same) return { count: before.count };
    this.#text = text;
    if (!text.text.trim()) return { refusal: "empty" };
    if (!before || corrected || localeOf(before.options) !== localeOf(options)) this.#known.clear();
    return this.#analyze(text, options, turn);
  }

  /** Has the text analysed part by part. The first part is shown at once, the rest when all of it is there. */
  async #analyze(text: PageText, options: Options, turn: number): Promise<PageState> {
    let effort = 0;
    const known = new Map<string, Analyzed>();
    const joined = new JoinedAnalysis();
    const parts = partsOf(text.text);
    for (const part of parts) {
      const request = { type: "analyze", text: part.text, at: part.start, locale: localeOf(options), address: this.#address } as const;
      const asked = performance.now();
      const analyzed = this.#known.get(part.text) ?? (await tell<Analyzed | null>(request));
      effort += performance.now() - asked;
      if (turn !== this.#turn) return { count: 0 };
      if (!analyzed) return { refusal: "failed" };
      known.set(part.text, analyzed);
      joined.add(part.start, analyzed);
      if (part.start === 0 && parts.length > 1 && !this.#marked) await this.#show({ options, text, ...joined }, turn);
    }
    this.#known = known;
    this.#effort = effort;
    const { arabic, other } = joined.analysis.language;
    if (!arabic) return { refusal: other ? OTHER_LANGUAGES[other] : "notArabic" };
    return this.#show({ options, text, analysis: joined.analysis, explanations: joined.explanations }, turn);
  }

  async #show(analyzed: Omit<Marked, "marks" | "count">, turn: number): Promise<PageState> {
    const all = await inSlices(marking(analyzed.analysis, analyzed.options.tinted));
    if (turn !== this.#turn) return { count: 0 };
    const marks = all.filter(shownBy(this.#filter, analyzed.text.text, analyzed.analysis));
    await this.#window.show(analyzed.text, marks);
    if (turn !== this.#turn) {
      // Stopped meanwhile.
      if (!this.#running) this.#painter.clear();
      return { count: 0 };
    }
    this.#unpainted = false;
    this.#marked = { ...analyzed, marks, count: all.length };
    this.#cards.show(this.#marked);
    return { count: all.length };
  }

  /** The panel shows other things, and so does the page. */
  #filterBy(filter: Filter): void {
    this.#filter = filter;
    if (this.#marked) void this.#show(this.#marked, this.#turn);
  }

  #nothing(refusal: Refusal): PageState {
    this.#text = new PageText("", []);
    this.#roots = [];
    return { refusal };
  }

  /** The article is looked for while the options are read: seldom they ask for another text. */
  async #plan(options: Options | Promise<Options>): Promise<ReadingPlan> {
    const known = options instanceof Promise ? undefined : options.text;
    const article = known === "page" ? undefined : await inSlices(findingArticle(this.#document));
    return article && (known ?? (await options).text) !== "page" ? article : wholePage(this.#document);
  }

  #watch(missed: readonly MutationRecord[]): void {
    this.#watching = [
      watchPointer(this.#document, this.#cards),
      this.#window.follow(),
      watchPage(this.#document, { roots: this.#roots, text: this.#text, address: this.#address, missed, rest: REST * this.#effort }, {
        changed: () => void this.#again(),
        touched: (nodes) => this.#unpaint(nodes),
        navigated: () => void this.#leave(),
        isOurs: (node) => this.#cards.owns(node),
        looked: () => (isAlive() ? this.#painter.restore() : this.stop()),
        returned: () => void this.#return(),
      }),
      onOptionsChanged((options) => void this.#again(options)),
    ];
  }

  /** The page's text or the options have changed. A page that has nothing to mark for a while may have again. */
  async #again(changed?: Options, corrected = false): Promise<void> {
    // An update of the extension leaves its old scripts behind; what they marked can no longer be kept right.
    if (!isAlive()) return this.stop();
    const options = changed ?? this.#marked?.options ?? (await readOptions());
    const turn = ++this.#turn;
    this.#stopWatching();
    const before = this.#marked;
    const state = await this.#markAndWatch(options, turn, corrected);
    // Nobody has asked: no notice.
    if (state && this.#marked !== before) void this.#say(this.#waiting ? null : state);
  }

  #unpaint(nodes: ReadonlySet<Node>): void {
    const lost = this.#marked?.text.lostIn(nodes) ?? [];
    if (lost.length === 0) return;
    this.#unpainted = true;
    this.#painter.unpaint(this.#marked!.marks.filter((mark) => lost.some(({ start, end }) => mark.start < end && start < mark.end)));
  }

  /** The page has become another one without loading: its marks are those of the last article. */
  async #leave(): Promise<void> {
    this.stop();
    const turn = this.#turn;
    const always = this.#isTop ? await tell<boolean>({ type: "navigated" }) : await this.#say(null).then(() => true);
    if (always) await new Promise((resolve) => setTimeout(resolve, SETTLING));
    if (always && turn === this.#turn) void this.#start(false);
  }

  /** Back out of the back-forward cache. An answer that was on its way then never came. */
  #return(): void {
    // Another page has been in its place.
    this.#said = false;
    if (this.#running && !this.#marked && !this.#waiting) void this.#start(false);
    else void this.#say(this.#marked ? { count: this.#marked.count } : null);
  }

  /** Tells what became of the page; true where some frame of it is marked. */
  async #say(became: PageState | null): Promise<boolean> {
    const state = became && this.#isTop && hasFrameBeyondReach(this.#document) ? withFrameBeyondReach(became) : became;
    const answer = await tell<{ marked: boolean; leads: boolean }>({ type: "state", state, running: this.#running, first: !this.#said });
    this.#said = true;
    if (answer && !this.#isTop) this.#leads = answer.leads;
    return answer?.marked ?? false;
  }

  /** Of orders whose answer is that they have been carried out. */
  #obeyAtLength(order: Order): Promise<void> | undefined {
    if (order.type === "corrected" && this.#marked && this.#leads) return this.#again(undefined, true);
    if (order.type !== "follow" || this.#isTop) return undefined;
    this.#ordered = true;
    if (order.topLeads) this.#leads = false;
    return this.setRunning(order.running);
  }

  #obey(order: Order): MarkedPage | boolean | undefined {
    const marked = this.#marked;
    switch (order.type) {
      case "isRunning":
        return this.#isTop ? this.#running : undefined;
      case "result":
        if (!marked || !this.#leads) return undefined;
        return { text: marked.text.text, analysis: marked.analysis, title: titleOf(this.#document), address: this.#address };
      case "corrected":
      case "follow":
        return undefined;
      case "step":
        return marked ? this.#cards.step(order.by, order.around) : undefined;
      case "show":
        return marked && this.#leads ? this.#cards.showMark(order.kind, order.index, order.start) : undefined;
    }
  }
}

/** Browsers pass no more than 64 MB on: the analysis of several books is none then. */
function answerIfPossible(answer: (value: unknown) => void, result: unknown): void {
  try {
    answer(result);
  } catch {
    answer(null);
  }
}

/** A page's element of that name takes the place of its title (`<img name="title">`). */
function titleOf({ title }: Document): string {
  return typeof title === "string" ? title.slice(0, LONGEST_TITLE) : "";
}

/** That the page has no text is half of the truth then. */
function withFrameBeyondReach(state: PageState): PageState {
  if ("count" in state) return { ...state, beyond: true };
  return state.refusal === "empty" || state.refusal === "notArabic" ? { refusal: "otherSite" } : state;
}

/** A page in a hidden tab is not worked on before somebody looks at it. */
function untilSeen(document: Document): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("visibilitychange", () => resolve(), { once: true }));
}
