import { OTHER_LANGUAGES, type FramesOutcome, type PageState } from "../messages";
import { onOptionsChanged, readOptions, type Options } from "../options";
import { localeOf } from "../words";
import { Analyst } from "./analyse-article";
import { frameHoldsText } from "./frame";
import { hearOrders, type Obedient } from "./hear-orders";
import { MarksOnPage, type Marked } from "./marks-on-page";
import { nothingRead, readArticle, type Article } from "./read-article";
import { Standing } from "./standing";
import { isAlive, tell } from "./tell";
import { watchPointer } from "./watch-pointer";
import { recordChanges, SETTLING, watchPage } from "./watch-page";

/** More of a title is shown nowhere. In UTF-16 units. */
const LONGEST_TITLE = 1000;

/**
 * A page that changes is left alone for so many times as long as its last analysis took: one that never rests costs a twentieth of the
 * background's time. A text of up to 50,000 characters is analysed whole at each change, for names and speakers are known from block to block.
 */
const REST = 19;

/** The marking of one page, or of one frame in it, from the start to the clearing, and again. */
export class Session {
  readonly #document: Document;
  readonly #standing: Standing;
  readonly #marks: MarksOnPage;
  readonly #analyst = new Analyst();
  #article: Article;
  #watching: (() => void)[] = [];
  /** Counts the starts and stops: an answer that comes after the next one is out of date. */
  #turn = 0;
  #running = false;
  /** There is nothing to mark yet; text that comes later will be. */
  #waiting = false;
  /** The last start that nobody asked for here. */
  #starting = Promise.resolve();
  /** The page has told this frame what to do. */
  #ordered = false;

  constructor(document: Document) {
    this.#document = document;
    this.#article = nothingRead(document);
    this.#standing = new Standing(document);
    this.#marks = new MarksOnPage(document, () => void tell({ type: "openPanel" }));
    hearOrders(this.#obedient());
    // What the page says meanwhile is newer than the answer.
    if (!this.#standing.isTop) void tell<boolean>({ type: "frame" }).then((running) => (running && !this.#ordered ? this.setRunning(true) : undefined));
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
      if (this.#marks.marked) await this.#say({ count: this.#marks.marked.count });
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
    this.#marks.clear();
    this.#analyst.forget();
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
    else if (this.#standing.isTop) await this.#say(null);
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
    const state = await this.#mark(options, () => turn === this.#turn, corrected).catch((): PageState => ({ refusal: "failed" }));
    const changes = missed();
    if (!state || turn !== this.#turn) return undefined;
    this.#waiting = "refusal" in state;
    if (this.#waiting) this.#marks.clear();
    this.#watch(changes);
    return state;
  }

  /** Reads, has analysed and paints; where nothing has changed and nothing was `corrected`, all stays as it is. Nothing where that is no longer wanted. */
  async #mark(given: Options | Promise<Options>, isWanted: () => boolean, corrected: boolean): Promise<PageState | undefined> {
    if (!this.#standing.isTop && !frameHoldsText(this.#document)) {
      this.#article = nothingRead(this.#document);
      return { refusal: "empty" };
    }
    const [options, article] = await Promise.all([given, readArticle(this.#document, given, isWanted)]);
    if (!article || !isWanted()) return undefined;
    this.#article = article;
    const { text } = article;
    const before = this.#marks.marked;
    if (before && !corrected && this.#marks.isOf(text, options)) return { count: before.count };
    if (!text.text.trim()) return { refusal: "empty" };
    if (!before || corrected || localeOf(before.options) !== localeOf(options)) this.#analyst.forget();
    // The first part is shown at once, the rest when all of it is there.
    const showFirst = async (first: Pick<Marked, "analysis" | "explanations">) => before ?? (await this.#marks.show({ options, text, ...first }, isWanted));
    const analysed = await this.#analyst.analyse(article, options, showFirst, isWanted);
    if (!analysed) return analysed === null ? { refusal: "failed" } : undefined;
    const { analysis, explanations } = analysed;
    const { arabic, other } = analysis.language;
    if (!arabic) return { refusal: other ? OTHER_LANGUAGES[other] : "notArabic" };
    const marked = await this.#marks.show({ options, text, analysis, explanations }, isWanted);
    return marked && { count: marked.count };
  }

  #watch(missed: readonly MutationRecord[]): void {
    this.#watching = [
      watchPointer(this.#document, this.#marks.cards),
      this.#marks.follow(),
      watchPage(this.#document, { ...this.#article, missed, rest: REST * this.#analyst.effort }, {
        changed: () => void this.#again(),
        touched: (nodes) => this.#marks.unpaint(nodes),
        navigated: () => void this.#leave(),
        isOurs: (node) => this.#marks.cards.owns(node),
        looked: () => (isAlive() ? this.#marks.restore() : this.stop()),
        returned: () => void this.#return(),
      }),
      onOptionsChanged((options) => void this.#again(options)),
    ];
  }

  #stopWatching(): void {
    for (const end of this.#watching.splice(0)) end();
  }

  /** The page's text or the options have changed. A page that has nothing to mark for a while may have again. */
  async #again(changed?: Options, corrected = false): Promise<void> {
    // An update of the extension leaves its old scripts behind; what they marked can no longer be kept right.
    if (!isAlive()) return this.stop();
    const options = changed ?? this.#marks.marked?.options ?? (await readOptions());
    const turn = ++this.#turn;
    this.#stopWatching();
    const before = this.#marks.marked;
    const state = await this.#markAndWatch(options, turn, corrected);
    // Nobody has asked: no notice.
    if (state && this.#marks.marked !== before) void this.#say(this.#waiting ? null : state);
  }

  /** The page has become another one without loading: its marks are those of the last article. */
  async #leave(): Promise<void> {
    this.stop();
    const turn = this.#turn;
    const always = this.#standing.isTop ? await tell<boolean>({ type: "navigated" }) : await this.#say(null).then(() => true);
    if (always) await new Promise((resolve) => setTimeout(resolve, SETTLING));
    if (always && turn === this.#turn) void this.#start(false);
  }

  /** Back out of the back-forward cache. An answer that was on its way then never came. */
  #return(): void {
    this.#standing.returned();
    const { marked } = this.#marks;
    if (this.#running && !marked && !this.#waiting) void this.#start(false);
    else void this.#say(marked ? { count: marked.count } : null);
  }

  #say(state: PageState | null): Promise<boolean> {
    return this.#standing.say(state, this.#running);
  }

  #obedient(): Obedient {
    const standing = this.#standing;
    const marks = this.#marks;
    return {
      isRunning: () => (standing.isTop ? this.#running : undefined),
      result: () => {
        if (!marks.marked || !standing.leads) return undefined;
        const { text, analysis } = marks.marked;
        return { text: text.text, analysis, title: titleOf(this.#document), address: this.#article.address };
      },
      step: ({ by, around }) => (marks.marked ? marks.cards.step(by, around) : undefined),
      show: ({ kind, index, start }) => (marks.marked && standing.leads ? marks.cards.showMark(kind, index, start) : undefined),
      follow: ({ running, topLeads }) => {
        if (standing.isTop) return undefined;
        this.#ordered = true;
        if (topLeads) standing.giveWay();
        return this.setRunning(running);
      },
      corrected: () => (marks.marked && standing.leads ? this.#again(undefined, true) : undefined),
      filterBy: (filter) => marks.filterBy(filter),
    };
  }
}

/** A page's element of that name takes the place of its title (`<img name="title">`). */
function titleOf({ title }: Document): string {
  return typeof title === "string" ? title.slice(0, LONGEST_TITLE) : "";
}

/** A page in a hidden tab is not worked on before somebody looks at it. */
function untilSeen(document: Document): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("visibilitychange", () => resolve(), { once: true }));
}
