import loadEngine, { Engine } from "#engine";
import type { Pages } from "#pages";
import loadReport, { Reports } from "#report";
import type { Correction } from "../../extension/src/analysis";
import type { Options } from "../../extension/src/options";
import { correctionOf, restored } from "../../extension/src/reader/corrections";
import { saveMenu } from "../../extension/src/reader/save-menu";
import { directionOf, formatCount, localeOf, type WordKey } from "../../extension/src/words";
import { articleOfText } from "./article-of-text";
import { drawAbout, drawSettings } from "./boxes";
import type { ComparedPage, Comparison } from "./compare";
import type { Host } from "./host";
import { pageWords, type PageWord, type PageWords } from "./interface-words";
import { Later } from "./later";
import { layOut } from "./lay-out";
import type { Lesson } from "./lesson/lesson";
import { LONGEST_TEXT } from "./longest-text";
import type { Presentation } from "./present";
import { Reader, type Refusal } from "./reader";
import { isSampleName, SAMPLES, sampleText, type SampleName } from "./samples";
import { Tour } from "./tour";
import type { Worksheet } from "./worksheet";

/** What is open: a sample, the reader's own text, the page that the extension has opened this one for, or two articles. */
type Choice = SampleName | "own" | "page" | "compare";

/** What is done with an article. Both are in the address's fragment, as `#aid/lesson`, so that going back works. */
const MODES = ["read", "lesson", "present", "worksheet"] as const;
type Mode = (typeof MODES)[number];

const LEGEND = [
  ["named", "lineNamed"],
  ["unnamed", "lineUnnamed"],
  ["author", "lineAuthor"],
  ["figure", "lineFigure"],
  ["official", "lineOfficial"],
] as const;

/** An article that can be shown, and what its corrections are kept under. */
interface Subject {
  readonly title: string;
  readonly address: string;
  readonly article: () => DocumentFragment;
}

/** A WebAssembly module on its way, for its loader. */
const fetched = (name: string) => ({ module_or_path: fetch(new URL(`${name}.wasm`, import.meta.url)) });

const at = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

/** Everything that needs no marked page: on a server, and in the extension. */
export async function startApp(host: Host): Promise<void> {
  const incoming = await host.incoming();
  const pages = await Promise.all(incoming.map(async (page) => ({ ...page, corrections: await host.corrections.read(page.address) })));
  const options = await host.options();
  await new App(host, options, await pageWords(options.language), pages).start();
}

class App {
  readonly #host: Host;
  readonly #incoming: readonly ComparedPage[];
  #options: Options;
  #words: PageWords;
  #reader: Reader | undefined;
  #lesson: Later<Lesson> | undefined;
  #presentation: Later<Presentation> | undefined;
  #worksheet: Later<Worksheet> | undefined;
  #comparison: Later<Comparison> | undefined;
  #tour: Tour | undefined;
  readonly #pages = new Later(async () => {
    const { default: load, Pages } = await import("#pages");
    await load(fetched("pages"));
    return new Pages("utf16");
  });
  readonly #pagesToSave = (): Promise<Pages | undefined> =>
    this.#pages.get().then(
      (pages) => {
        this.#say(undefined);
        return pages;
      },
      (problem: unknown) => {
        this.#say(() => this.#words.own("partFailed"));
        return this.#miss(problem);
      },
    );
  /** The reader's own article, kept while a sample is looked at. */
  #own: Subject | undefined;
  /** What is shown, and what the reader has corrected in it. */
  #subject: Subject | undefined;
  #corrections: readonly Correction[] = [];
  /** What the message says, so that it can be said again in the other language. */
  #said: (() => string) | undefined;
  /** Counts what is opened: a part that comes later may come too late. */
  #turn = 0;
  /** Stops what is on its way into the page. */
  #stop = new AbortController();

  constructor(host: Host, options: Options, words: PageWords, incoming: readonly ComparedPage[]) {
    this.#host = host;
    this.#options = options;
    this.#incoming = incoming;
    this.#words = words;
  }

  async start(): Promise<void> {
    this.#label();
    try {
      await Promise.all([loadEngine(fetched("engine")), loadReport(fetched("report"))]);
      this.#equip(new Engine("utf16"), new Reports("utf16"));
    } catch (problem) {
      console.error(problem);
      this.#say(() => this.#words.own("engineFailed"));
      return;
    }
    this.#listen();
    await this.#open();
    if ((await this.#host.isFirstVisit()) && this.#subject && this.#mode === "read" && this.#incoming.length === 0) this.#tour?.offer(this.#words);
    document.body.classList.add("ready");
  }

  #equip(engine: Engine, reports: Reports): void {
    const change = (changed: (kept: readonly Correction[]) => readonly Correction[]) => void this.#correct(changed);
    this.#reader = new Reader(engine, reports, at("article"), at("report"), {
      correct: (item, verdict) => {
        const { text, analysis } = this.#reader!.shown!;
        change((kept) => [...kept, correctionOf(item, verdict, text.text, analysis)]);
      },
      restore: (item) => change((kept) => restored(kept, item)),
      undo: () => change((kept) => kept.slice(0, -1)),
    }, (count) => (at("count").textContent = this.#words.own("count", { number: formatCount(count, this.#options.digits) })));
    const tools = () => import("./tools");
    this.#lesson = new Later(async () => new (await tools()).Lesson(this.#pagesToSave, at("lesson"), at("article")));
    this.#presentation = new Later(async () => new (await tools()).Presentation(at<HTMLDialogElement>("present"), () => this.#presented()));
    this.#worksheet = new Later(async () => new (await tools()).Worksheet(await this.#pages.get(), at("worksheet")));
    this.#comparison = new Later(async () => new (await tools()).Comparison(engine, await this.#pages.get(), at("compare"), this.#incoming));
    this.#tour = new Tour(at("tour"), this.#reader);
  }

  #listen(): void {
    addEventListener("hashchange", () => void this.#open());
    at("language").addEventListener("click", () => void this.#keep("language", this.#options.language === "ar" ? "en" : "ar"));
    this.#host.onOptionsChanged((options) => void this.#follow(options));
    at("previous").addEventListener("click", () => this.#reader?.step(-1));
    at("next").addEventListener("click", () => this.#reader?.step(1));
    at("settings-button").addEventListener("click", () => at<HTMLDialogElement>("settings").showModal());
    at("about-button").addEventListener("click", () => {
      // Not before it is asked for: the engine says which version this is.
      drawAbout(at<HTMLDialogElement>("about"), this.#words);
      at<HTMLDialogElement>("about").showModal();
    });
    at("to-report").addEventListener("click", () => at("report").scrollIntoView());
    at("cancel").addEventListener("click", () => this.#stop.abort());
    const form = at<HTMLFormElement>("own");
    const text = at<HTMLTextAreaElement>("own-text");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#showOwn(text.value, () => articleOfText(text.value, document));
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    const file = at<HTMLInputElement>("own-file");
    file.addEventListener("change", () => {
      const chosen = file.files?.[0];
      if (chosen) void this.#openFile(chosen);
      // The same file may be chosen again after it has changed.
      file.value = "";
    });
    this.#listenForDrops();
  }

  #listenForDrops(): void {
    document.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) document.body.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      document.body.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.#openFile(file);
    });
  }

  get #choice(): Choice {
    const [name = ""] = location.hash.slice(1).split("/");
    if (name === "own" || name === "compare" || isSampleName(name)) return name;
    return this.#incoming.length > 0 ? "page" : "agency";
  }

  get #mode(): Mode {
    const [, mode] = location.hash.split("/");
    return MODES.find((one) => one === mode) ?? "read";
  }

  async #subjectOf(choice: Choice): Promise<Subject | undefined> {
    if (choice === "own") return this.#own;
    if (choice === "compare") return undefined;
    if (choice === "page") {
      const { title, address, text } = this.#incoming[0]!;
      return { title, address, article: () => articleOfText(text, document) };
    }
    const text = await sampleText(choice);
    return { title: text.split("\n", 1)[0]!, address: `sample:${choice}`, article: () => articleOfText(text, document) };
  }

  /** Shows what the address says. */
  async #open(): Promise<void> {
    const choice = this.#choice;
    for (const link of document.querySelectorAll<HTMLAnchorElement>("#choices a")) setCurrent(link, link.hash === `#${choice}`);
    at("own").hidden = choice !== "own";
    at("note").hidden = !isSampleName(choice);
    this.#tour?.end();
    const subject = await this.#subjectOf(choice).catch((problem: unknown) => this.#miss(problem));
    // Something else has been asked for while it came.
    if (choice !== this.#choice) return;
    const again = subject && this.#subject?.address === subject.address && this.#subject.title === subject.title && choice !== "own";
    if (subject && again && this.#reader?.shown) return this.#enter();
    this.#hide();
    if (choice === "compare") {
      at("compare").hidden = false;
      await this.#use(this.#comparison, (comparison) => comparison.open(this.#options, this.#words));
    } else if (choice === "page" && this.#incoming[0]!.text.length > LONGEST_TEXT) {
      // Handed over as far as tells that it is too long.
      this.#refuse("tooLong");
    } else if (subject) {
      await this.#show(subject);
    } else if (choice === "own") {
      at("own-text").focus();
    } else {
      this.#say(() => this.#words.own("partFailed"));
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
    const laidOut = await layOut(article, at("article"), (share) => this.#tellProgress(share), stop.signal);
    at("progress").hidden = true;
    if (this.#subject !== subject || this.#stop !== stop) return;
    if (!laidOut) {
      this.#hide();
      return this.#say(() => this.#words.own("cancelled"));
    }
    const refusal = this.#reader?.mark(this.#options, this.#corrections);
    if (refusal) return this.#refuse(refusal);
    at("bar").hidden = false;
    this.#say(undefined);
    await this.#enter();
  }

  #tellProgress(share: number): void {
    at("progress").hidden = false;
    at<HTMLProgressElement>("progress-bar").value = share;
  }

  /** Does with the article that is shown what the address says. */
  async #enter(): Promise<void> {
    const shown = this.#reader?.shown;
    const subject = this.#subject;
    if (!shown || !subject) return;
    const mode = this.#mode;
    this.#turn++;
    for (const link of document.querySelectorAll<HTMLAnchorElement>("#modes a")) {
      link.hash = `${this.#choice}/${link.dataset.mode}`;
      setCurrent(link, link.dataset.mode === mode);
    }
    const plain = mode === "read" || mode === "present";
    this.#reader?.pause(!plain);
    at("reading").hidden = mode === "worksheet";
    at("worksheet").hidden = mode !== "worksheet";
    at("report").hidden = !plain;
    at("legend").hidden = at("how").hidden = !plain;
    at("lesson").hidden = mode !== "lesson";
    document.querySelector<HTMLElement>(".steps")!.hidden = at("to-report").hidden = !plain;
    if (mode !== "lesson") this.#lesson?.here?.close();
    if (mode !== "worksheet") this.#worksheet?.here?.close();
    if (mode !== "present") this.#presentation?.here?.close();
    this.#offerSaving();
    if (mode === "lesson") await this.#use(this.#lesson, (lesson) => lesson.open(shown, subject, this.#words));
    if (mode === "worksheet") await this.#use(this.#worksheet, (worksheet) => worksheet.open(shown, subject.title, this.#words));
    if (mode === "present") await this.#use(this.#presentation, (presentation) => presentation.open(shown, this.#words));
  }

  /** Opens a part of the page as soon as it is there, unless something else has been opened meanwhile. */
  async #use<Part>(later: Later<Part> | undefined, open: (part: Part) => void | Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    try {
      const part = later && (later.here ?? (await later.get()));
      if (!part || turn !== this.#turn) return;
      this.#say(undefined);
      await open(part);
    } catch (problem) {
      this.#miss(problem);
      if (turn === this.#turn) this.#say(() => this.#words.own("partFailed"));
    }
  }

  /** A file of this page could not be fetched. */
  #miss(problem: unknown): undefined {
    console.error(problem);
  }

  #offerSaving(): void {
    const { text, analysis } = this.#reader!.shown!;
    const { title, address } = this.#subject!;
    const details = /^https?:/.test(address) ? { title, address } : { title };
    at("save").replaceChildren(saveMenu({ pages: this.#pagesToSave, text: text.text, analysis, locale: localeOf(this.#options), details }, this.#words.shared));
  }

  /** The presentation was closed: back to the article. */
  #presented(): void {
    if (this.#mode === "present") location.hash = `${this.#choice}/read`;
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
    if (!this.#reader?.shown) return;
    this.#lesson?.here?.close();
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
    if (!words) return this.#say(() => this.#words.own("partFailed"));
    this.#words = words;
    this.#tour?.end();
    this.#label();
    this.#markAgain();
    if (!at("compare").hidden) void this.#use(this.#comparison, (comparison) => comparison.open(options, this.#words));
  }

  async #showOwn(key: string, article: () => DocumentFragment): Promise<void> {
    this.#own = { title: key.trim().split("\n", 1)[0]!, address: addressOfText(key), article };
    if (this.#choice === "own") await this.#show(this.#own);
    // The change of the address shows it.
    else location.hash = "own";
  }

  async #openFile(file: File): Promise<void> {
    const { LARGEST_FILE, readFile } = await import("./read-file");
    const content = await readFile(file);
    if ("refusal" in content) {
      location.hash = "own";
      this.#hide();
      this.#say(() => this.#words.own(content.refusal, { limit: formatCount(LARGEST_FILE / 2 ** 20, this.#options.digits) }));
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
    this.#say(() => this.#words.own(refusal, { limit: formatCount(LONGEST_TEXT / 1000, this.#options.digits) }));
  }

  #hide(): void {
    this.#stop.abort();
    this.#turn++;
    for (const part of [this.#lesson, this.#worksheet, this.#presentation, this.#comparison]) part?.here?.close();
    this.#reader?.pause(false);
    this.#reader?.clear();
    this.#subject = undefined;
    for (const id of ["reading", "worksheet", "bar", "compare", "progress"]) at(id).hidden = true;
    this.#say(undefined);
  }

  /** Writes the interface in its language. */
  #label(): void {
    const { own, shared } = this.#words;
    const { language, digits } = this.#options;
    const { documentElement } = document;
    documentElement.lang = language;
    documentElement.dir = directionOf(language);
    document.title = own("title");
    for (const element of document.querySelectorAll<HTMLElement>("[data-own-word]")) element.textContent = own(element.dataset.ownWord as PageWord);
    for (const element of document.querySelectorAll<HTMLElement>("[data-own-name]")) element.ariaLabel = own(element.dataset.ownName as PageWord);
    for (const element of document.querySelectorAll<HTMLElement>("[data-shared-word]")) element.textContent = shared(element.dataset.sharedWord as WordKey);
    at("language").lang = language === "ar" ? "en" : "ar";
    for (const [id, key] of [["previous", "previousMark"], ["next", "nextMark"]] as const) {
      at(id).title = shared(key);
      at(id).ariaLabel = shared(key);
    }
    const choices: Choice[] = [...(this.#incoming.length > 0 ? ["page" as const] : []), ...SAMPLES, "own", "compare"];
    at("choices").replaceChildren(...choices.map((name) => link(`#${name}`, own(name), name === this.#choice)));
    at("modes").replaceChildren(...MODES.map((mode) => {
      const made = link(`#${this.#choice}/${mode}`, own(mode), mode === this.#mode);
      made.dataset.mode = mode;
      return made;
    }));
    at("legend").replaceChildren(...LEGEND.map(([look, key]) => legendRow(look, shared(key))));
    drawSettings(at<HTMLDialogElement>("settings"), this.#options, this.#words, (name, value) => void this.#keep(name, value));
    if (this.#reader?.shown) at("count").textContent = own("count", { number: formatCount(this.#reader.shown.marks.length, digits) });
    if (this.#said) at("message").textContent = this.#said();
  }

  #say(what: (() => string) | undefined): void {
    this.#said = what;
    at("message").textContent = what?.() ?? "";
    at("message").hidden = !what;
  }
}

function link(href: string, text: string, current: boolean): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  setCurrent(made, current);
  return made;
}

function setCurrent(link: HTMLAnchorElement, current: boolean): void {
  // On a small screen the links are a row that is pushed along.
  if (current) link.scrollIntoView({ block: "nearest", inline: "center" });
  if (current) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}

function legendRow(look: string, text: string): HTMLElement {
  const row = document.createElement("li");
  row.className = look;
  row.textContent = text;
  return row;
}

/** What the corrections of a text that has no address are kept under: a short sum of it (FNV-1a), which says nothing of it. */
function addressOfText(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return `text:${text.length}-${(sum >>> 0).toString(36)}`;
}
