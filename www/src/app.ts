import loadEngine, { Engine } from "#engine";
import type { Pages } from "#pages";
import loadReport from "#report";
import type { Options } from "../../extension/src/options";
import { saveMenu } from "../../extension/src/reader/save-menu";
import { formatCount, localeOf } from "../../extension/src/words";
import { ArticleOnPage } from "./article-on-page";
import { at } from "./at";
import { drawAbout, drawSettings } from "./boxes";
import type { ComparedPage } from "./compare";
import type { Host } from "./host";
import { pageWords, type PageWords } from "./interface-words";
import { drawLinks, labelPage, pointOutChoice, pointOutMode } from "./label";
import type { Later } from "./later";
import { LONGEST_TEXT } from "./longest-text";
import { MessageLine } from "./message-line";
import { fetched } from "./modules";
import { listenForOwn, type Own } from "./own-text";
import { Parts } from "./parts";
import { choicesWith, fragmentOf, placeIn, type Place } from "./place";
import type { Refusal } from "./reader";
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
  readonly #article: ArticleOnPage;
  readonly #parts: Parts;
  readonly #tour: Tour;
  readonly #message = new MessageLine(at("message"));
  #options: Options;
  #words: PageWords;

  constructor(host: Host, options: Options, words: PageWords, incoming: readonly ComparedPage[]) {
    this.#host = host;
    this.#options = options;
    this.#words = words;
    this.#incoming = incoming;
    this.#subjects = new Subjects(incoming);
    const engine = new Engine("utf16");
    this.#article = new ArticleOnPage(engine, host.corrections, { counted: (marks) => this.#showCount(marks), corrected: () => this.#markAgain() });
    this.#parts = new Parts(engine, incoming, { presented: () => this.#presented(), pagesToSave: () => this.#pagesToSave() });
    this.#tour = new Tour(at("tour"), this.#article.reader);
  }

  async start(): Promise<void> {
    this.#drawSettings();
    this.#listen();
    await this.#open();
    if ((await this.#host.isFirstVisit()) && this.#article.subject && this.#place.mode === "read" && this.#incoming.length === 0) this.#tour.offer(this.#words);
    document.body.classList.add("ready");
  }

  #listen(): void {
    addEventListener("hashchange", () => void this.#open());
    this.#host.onOptionsChanged((options) => void this.#follow(options));
    const press = (id: string, act: () => void) => at(id).addEventListener("click", act);
    press("language", () => void this.#keep("language", this.#options.language === "ar" ? "en" : "ar"));
    press("previous", () => this.#article.reader.step(-1));
    press("next", () => this.#article.reader.step(1));
    press("settings-button", () => at<HTMLDialogElement>("settings").showModal());
    press("about-button", () => {
      // Not before it is asked for: the engine says which version this is.
      drawAbout(at<HTMLDialogElement>("about"), this.#words);
      at<HTMLDialogElement>("about").showModal();
    });
    press("to-report", () => at("report").scrollIntoView());
    press("cancel", () => this.#article.cancel());
    listenForOwn({
      brought: (own) => void this.#showOwn(own),
      refused: (refusal, megabytes) => {
        location.hash = "own";
        this.#hide();
        this.#message.say(() => this.#words.own(refusal, { limit: formatCount(megabytes, this.#options.digits) }));
      },
    });
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
    if (subject && choice !== "own" && this.#article.isOf(subject)) return this.#enter();
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
    const outcome = await this.#article.show(subject, () => this.#options);
    switch (outcome) {
      case "overtaken":
        return;
      case "cancelled":
        this.#hide();
        return this.#message.say(() => this.#words.own("cancelled"));
      case "shown":
        at("bar").hidden = false;
        this.#message.say(undefined);
        return this.#enter();
      default:
        return this.#refuse(outcome);
    }
  }

  /** Does with the article that is shown what the address says. */
  async #enter(): Promise<void> {
    const { shown, subject } = this.#article;
    if (!shown || !subject) return;
    const place = this.#place;
    pointOutMode(place);
    this.#article.reader.pause(!hasMarks(place.mode));
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
    const { text, analysis } = this.#article.shown!;
    const { title, address } = this.#article.subject!;
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

  #markAgain(): void {
    if (!this.#article.shown) return;
    this.#parts.lesson.here?.close();
    this.#article.markAgain(this.#options);
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
    if (this.#article.shown) this.#showCount(this.#article.shown.marks.length);
    this.#markAgain();
    if (!at("compare").hidden) void this.#compare();
  }

  #drawSettings(): void {
    drawSettings(at<HTMLDialogElement>("settings"), this.#options, this.#words, (name, value) => void this.#keep(name, value));
  }

  #showCount(count: number): void {
    at("count").textContent = this.#words.own("count", { number: formatCount(count, this.#options.digits) });
  }

  async #showOwn({ key, article }: Own): Promise<void> {
    const own = this.#subjects.keepOwn(key, article);
    if (this.#place.choice === "own") {
      await this.#show(own);
      // The form above leaves little of it in the window.
      at("bar").scrollIntoView();
    } else {
      // The change of the address shows it.
      location.hash = "own";
    }
  }

  #refuse(refusal: Refusal): void {
    this.#hide();
    this.#message.say(() => this.#words.own(refusal, { limit: formatCount(LONGEST_TEXT / 1000, this.#options.digits) }));
  }

  #hide(): void {
    this.#parts.closeAll();
    this.#article.clear();
    for (const id of ["reading", "worksheet", "bar", "compare", "progress"]) at(id).hidden = true;
    this.#message.say(undefined);
  }
}
