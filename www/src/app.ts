import loadEngine, { Engine } from "#engine";
import type { Pages } from "#pages";
import loadReport, { Reports } from "#report";
import type { Correction } from "../../extension/src/analysis";
import type { Options } from "../../extension/src/options";
import { correctionOf, restored } from "../../extension/src/reader/corrections";
import { saveMenu } from "../../extension/src/reader/save-menu";
import { formatCount, localeOf } from "../../extension/src/words";
import { articleOfText } from "./article-of-text";
import { at } from "./at";
import { drawAbout, drawSettings } from "./boxes";
import type { ComparedPage } from "./compare";
import type { Host } from "./host";
import { pageWords, type PageWords } from "./interface-words";
import { drawLinks, labelPage, pointOutChoice, pointOutMode } from "./label";
import type { Later } from "./later";
import { layOut } from "./lay-out";
import { LONGEST_TEXT } from "./longest-text";
import { MessageLine } from "./message-line";
import { fetched } from "./modules";
import { listenForOwn } from "./own-text";
import { Parts } from "./parts";
import { choicesWith, fragmentOf, placeIn, type Place } from "./place";
import { Reader, type Refusal } from "./reader";
import { isSampleName } from "./samples";
import { hasMarks, showFor } from "./show-mode";
import { Subjects, type Subject } from "./subjects";
import { Tour } from "./tour";

/** Everything that needs no marked page: on a server, and in the extension. */
export async function startApp(host: Host): Promise<void> {
  const incoming = await host.incoming();
  const pages = await Promise.all(incoming.map(async (page) => ({ ...page, corrections: await host.corrections.read(page.address) })));
  const options = await host.options();
  const words = await pageWords(options.language);
  labelPage(options.language, words);
  drawLinks(choicesWith(pages.length > 0), placeOf(pages), words);
  let app: App;
  try {
    await Promise.all([loadEngine(fetched("engine")), loadReport(fetched("report"))]);
    app = new App(host, options, words, pages);
  } catch (problem) {
    console.error(problem);
    new MessageLine(at("message")).say(() => words.own("engineFailed"));
    return;
  }
  await app.start();
}

function placeOf(incoming: readonly unknown[]): Place {
  return placeIn(location.hash, incoming.length > 0 ? "page" : "agency");
}

/** Opens what the address names, and does with it what the address says. */
class App {
  readonly #host: Host;
  readonly #incoming: readonly ComparedPage[];
  readonly #subjects: Subjects;
  readonly #reader: Reader;
  readonly #parts: Parts;
  readonly #tour: Tour;
  readonly #message = new MessageLine(at("message"));
  #options: Options;
  #words: PageWords;
  /** What is shown, and what the reader has corrected in it. */
  #subject: Subject | undefined;
  #corrections: readonly Correction[] = [];
  /** Stops what is on its way into the page. */
  #stop = new AbortController();

  constructor(host: Host, options: Options, words: PageWords, incoming: readonly ComparedPage[]) {
    this.#host = host;
    this.#options = options;
    this.#words = words;
    this.#incoming = incoming;
    this.#subjects = new Subjects(incoming);
    const engine = new Engine("utf16");
    const change = (changed: (kept: readonly Correction[]) => readonly Correction[]) => void this.#correct(changed);
    this.#reader = new Reader(engine, new Reports("utf16"), at("article"), at("report"), {
      correct: (item, verdict) => {
        const { text, analysis } = this.#reader.shown!;
        change((kept) => [...kept, correctionOf(item, verdict, text.text, analysis)]);
      },
      restore: (item) => change((kept) => restored(kept, item)),
      undo: () => change((kept) => kept.slice(0, -1)),
    }, (count) => this.#showCount(count));
    this.#parts = new Parts(engine, incoming, { presented: () => this.#presented(), pagesToSave: () => this.#pagesToSave() });
    this.#tour = new Tour(at("tour"), this.#reader);
  }

  async start(): Promise<void> {
    this.#drawSettings();
    this.#listen();
    await this.#open();
    if ((await this.#host.isFirstVisit()) && this.#subject && this.#place.mode === "read" && this.#incoming.length === 0) this.#tour.offer(this.#words);
    document.body.classList.add("ready");
  }

  #listen(): void {
    addEventListener("hashchange", () => void this.#open());
    this.#host.onOptionsChanged((options) => void this.#follow(options));
    const press = (id: string, act: () => void) => at(id).addEventListener("click", act);
    press("language", () => void this.#keep("language", this.#options.language === "ar" ? "en" : "ar"));
    press("previous", () => this.#reader.step(-1));
    press("next", () => this.#reader.step(1));
    press("settings-button", () => at<HTMLDialogElement>("settings").showModal());
    press("about-button", () => {
      // Not before it is asked for: the engine says which version this is.
      drawAbout(at<HTMLDialogElement>("about"), this.#words);
      at<HTMLDialogElement>("about").showModal();
    });
    press("to-report", () => at("report").scrollIntoView());
    press("cancel", () => this.#stop.abort());
    listenForOwn(
      (text) => void this.#showOwn(text, () => articleOfText(text, document)),
      (file) => void this.#openFile(file),
    );
  }

  get #place(): Place {
    return placeOf(this.#incoming);
  }

  /** Shows what the address says. */
  async #open(): Promise<void> {
    const place = this.#place;
    const { choice } = place;
    pointOutChoice(place);
    at("own").hidden = choice !== "own";
    at("note").hidden = !isSampleName(choice);
    this.#tour.end();
    const subject = await this.#subjects.of(choice).catch((problem: unknown) => this.#miss(problem));
    // Something else has been asked for while it came.
    if (choice !== this.#place.choice) return;
    const again = subject && this.#subject?.address === subject.address && this.#subject.title === subject.title && choice !== "own";
    if (again && this.#reader.shown) return this.#enter();
    this.#hide();
    if (choice === "compare") {
      at("compare").hidden = false;
      await this.#compare();
    } else if (choice === "page" && this.#subjects.isPageTooLong) {
      this.#refuse("tooLong");
    } else if (subject) {
      await this.#show(subject);
    } else if (choice === "own") {
      at("own-text").focus();
    } else {
      this.#message.say(() => this.#words.own("partFailed"));
    }
  }

  async #show(subject: Subject): Promise<void> {
    this.#hide();
    const stop = (this.#stop = new AbortController());
    const article = subject.article();
    // Asked before it is in the page: laying out a huge text takes longer than anything else.
    if ((article.textContent?.length ?? 0) > LONGEST_TEXT) return this.#refuse("tooLong");
    this.#subject = subject;
    this.#corrections = await this.#host.corrections.read(subject.address);
    if (stop.signal.aborted) return;
    // Shown before it is read: what is hidden has no text.
    at("reading").hidden = false;
    const laidOut = await layOut(article, at("article"), tellProgress, stop.signal);
    at("progress").hidden = true;
    if (this.#subject !== subject || this.#stop !== stop) return;
    if (!laidOut) {
      this.#hide();
      return this.#message.say(() => this.#words.own("cancelled"));
    }
    const refusal = this.#reader.mark(this.#options, this.#corrections);
    if (refusal) return this.#refuse(refusal);
    at("bar").hidden = false;
    this.#message.say(undefined);
    await this.#enter();
  }

  /** Does with the article that is shown what the address says. */
  async #enter(): Promise<void> {
    const { shown } = this.#reader;
    const subject = this.#subject;
    if (!shown || !subject) return;
    const place = this.#place;
    pointOutMode(place);
    this.#reader.pause(!hasMarks(place.mode));
    showFor(place.mode);
    this.#parts.enter(place.mode);
    this.#offerSaving();
    switch (place.mode) {
      case "read":
        return;
      case "lesson":
        return this.#use(this.#parts.lesson, (lesson) => lesson.open(shown, subject, this.#words));
      case "worksheet":
        return this.#use(this.#parts.worksheet, (worksheet) => worksheet.open(shown, subject.title, this.#words));
      case "present":
        return this.#use(this.#parts.presentation, (presentation) => presentation.open(shown, this.#words));
    }
  }

  async #use<Part>(later: Later<Part>, open: (part: Part) => void | Promise<void>): Promise<void> {
    const opened = this.#parts.use(later, (part) => {
      this.#message.say(undefined);
      return open(part);
    });
    await opened.catch((problem: unknown) => {
      this.#miss(problem);
      this.#message.say(() => this.#words.own("partFailed"));
    });
  }

  #compare(): Promise<void> {
    const options = this.#options;
    return this.#use(this.#parts.comparison, (comparison) => comparison.open(options, this.#words));
  }

  /** The presentation was closed: back to the article. */
  #presented(): void {
    const place = this.#place;
    if (place.mode === "present") location.hash = fragmentOf({ ...place, mode: "read" });
  }

  /** A file of this page could not be fetched. */
  #miss(problem: unknown): undefined {
    console.error(problem);
  }

  #offerSaving(): void {
    const { text, analysis } = this.#reader.shown!;
    const { title, address } = this.#subject!;
    const details = /^https?:/.test(address) ? { title, address } : { title };
    const pages = () => this.#pagesToSave();
    at("save").replaceChildren(saveMenu({ pages, text: text.text, analysis, locale: localeOf(this.#options), details }, this.#words.shared));
  }

  async #pagesToSave(): Promise<Pages | undefined> {
    try {
      const pages = await this.#parts.pages.get();
      this.#message.say(undefined);
      return pages;
    } catch (problem) {
      this.#message.say(() => this.#words.own("partFailed"));
      return this.#miss(problem);
    }
  }

  async #correct(changed: (kept: readonly Correction[]) => readonly Correction[]): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    this.#corrections = changed(this.#corrections);
    await this.#host.corrections.write(subject.address, this.#corrections);
    if (this.#subject === subject) this.#markAgain();
  }

  /** The same article in another language, with other tints or with corrections. */
  #markAgain(): void {
    if (!this.#reader.shown) return;
    this.#parts.lesson.here?.close();
    // What is hidden has no text.
    at("reading").hidden = false;
    this.#reader.mark(this.#options, this.#corrections);
    void this.#enter();
  }

  async #keep<Name extends keyof Options>(name: Name, value: Options[Name]): Promise<void> {
    await this.#host.keep(name, value);
    await this.#follow({ ...this.#options, [name]: value });
  }

  /** Shows everything as the options are now. */
  async #follow(options: Options): Promise<void> {
    if (JSON.stringify(options) === JSON.stringify(this.#options)) return;
    this.#options = options;
    const words = await pageWords(options.language).catch((problem: unknown) => this.#miss(problem));
    // Changed again meanwhile.
    if (options !== this.#options) return;
    if (!words) return this.#message.say(() => this.#words.own("partFailed"));
    this.#words = words;
    this.#tour.end();
    labelPage(options.language, words);
    drawLinks(choicesWith(this.#incoming.length > 0), this.#place, words);
    this.#drawSettings();
    this.#message.again();
    if (this.#reader.shown) this.#showCount(this.#reader.shown.marks.length);
    this.#markAgain();
    if (!at("compare").hidden) void this.#compare();
  }

  #drawSettings(): void {
    drawSettings(at<HTMLDialogElement>("settings"), this.#options, this.#words, (name, value) => void this.#keep(name, value));
  }

  #showCount(count: number): void {
    at("count").textContent = this.#words.own("count", { number: formatCount(count, this.#options.digits) });
  }

  async #showOwn(key: string, article: () => DocumentFragment): Promise<void> {
    const own = this.#subjects.keepOwn(key, article);
    if (this.#place.choice === "own") await this.#show(own);
    // The change of the address shows it.
    else location.hash = "own";
  }

  async #openFile(file: File): Promise<void> {
    const { LARGEST_FILE, readFile } = await import("./read-file");
    const content = await readFile(file);
    if ("refusal" in content) {
      location.hash = "own";
      this.#hide();
      this.#message.say(() => this.#words.own(content.refusal, { limit: formatCount(LARGEST_FILE / 2 ** 20, this.#options.digits) }));
    } else if (content.kind === "html") {
      const { articleOfHtml } = await import("./article-of-html");
      await this.#showOwn(content.text, () => articleOfHtml(content.text, document));
    } else {
      at<HTMLTextAreaElement>("own-text").value = content.text.length <= LONGEST_TEXT ? content.text : "";
      await this.#showOwn(content.text, () => articleOfText(content.text, document));
    }
  }

  #refuse(refusal: Refusal): void {
    this.#hide();
    this.#message.say(() => this.#words.own(refusal, { limit: formatCount(LONGEST_TEXT / 1000, this.#options.digits) }));
  }

  #hide(): void {
    this.#stop.abort();
    this.#parts.closeAll();
    this.#reader.pause(false);
    this.#reader.clear();
    this.#subject = undefined;
    for (const id of ["reading", "worksheet", "bar", "compare", "progress"]) at(id).hidden = true;
    this.#message.say(undefined);
  }
}

function tellProgress(share: number): void {
  at("progress").hidden = false;
  at<HTMLProgressElement>("progress-bar").value = share;
}
