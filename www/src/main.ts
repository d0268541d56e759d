import init, { Engine } from "#wasm";
import type { Options } from "../../extension/src/options";
import { directionOf, formatCount, type Language, type WordKey } from "../../extension/src/words";
import { articleOfHtml } from "./article-of-html";
import { articleOfText } from "./article-of-text";
import { pageWords, type PageWord } from "./interface-words";
import { LARGEST_FILE, readFile } from "./read-file";
import { LONGEST_TEXT, Reader, type Refusal } from "./reader";
import { isSampleName, SAMPLES, type SampleName } from "./samples";

/** What is open: a sample, or the reader's own text. It is the address's fragment, so that going back works. */
type Choice = SampleName | "own";

const LANGUAGE_KEY = "isnad-language";
const TINTS: readonly Options["tinted"][] = ["few", "key", "all"];
const LEGEND = [
  ["named", "lineNamed"],
  ["unnamed", "lineUnnamed"],
  ["author", "lineAuthor"],
  ["figure", "lineFigure"],
  ["official", "lineOfficial"],
] as const;

const at = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
const form = at<HTMLFormElement>("own");
const ownText = at<HTMLTextAreaElement>("own-text");
const ownFile = at<HTMLInputElement>("own-file");
const reading = at("reading");
const message = at("message");
const tint = at<HTMLSelectElement>("tint");

let language: Language = storedLanguage() ?? "ar";
let words = pageWords(language);
let reader: Reader | undefined;
/** The reader's own article, kept while a sample is looked at. */
let ownArticle: (() => DocumentFragment) | undefined;
/** What the message says, so that it can be said again in the other language. */
let said: (() => string) | undefined;

void start();

async function start(): Promise<void> {
  label();
  try {
    await init({ module_or_path: fetch(new URL("isnad_bg.wasm", import.meta.url)) });
    reader = new Reader(new Engine("utf16"), at("article"), at("report"));
  } catch (problem) {
    console.error(problem);
    say(() => words.own("engineFailed"));
    return;
  }
  listen();
  open(choice());
}

function listen(): void {
  window.addEventListener("hashchange", () => open(choice()));
  at("language").addEventListener("click", () => {
    language = language === "ar" ? "en" : "ar";
    storeLanguage(language);
    words = pageWords(language);
    label();
    markAgain();
  });
  tint.addEventListener("change", markAgain);
  at("previous").addEventListener("click", () => reader?.step(-1));
  at("next").addEventListener("click", () => reader?.step(1));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    showOwn(() => articleOfText(ownText.value, document));
  });
  ownText.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  ownFile.addEventListener("change", () => {
    const file = ownFile.files?.[0];
    if (file) void openFile(file);
    // The same file may be chosen again after it has changed.
    ownFile.value = "";
  });
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
    void openFile(file);
  });
}

function choice(): Choice {
  const name = location.hash.slice(1);
  return name === "own" || isSampleName(name) ? name : "agency";
}

function open(chosen: Choice): void {
  for (const link of document.querySelectorAll("#choices a")) {
    if (link.getAttribute("href") === `#${chosen}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  form.hidden = chosen !== "own";
  at("note").hidden = chosen === "own";
  if (chosen !== "own") show(() => articleOfText(SAMPLES[chosen], document));
  else if (ownArticle) show(ownArticle);
  else {
    hide();
    ownText.focus();
  }
}

function showOwn(article: () => DocumentFragment): void {
  ownArticle = article;
  if (choice() === "own") show(article);
  // The change of the address shows it.
  else location.hash = "own";
}

function show(article: () => DocumentFragment): void {
  // Shown before it is read: what is hidden has no text.
  reading.hidden = false;
  settle(reader?.show(article(), options()));
}

/** The same article in another language or with other tints. */
function markAgain(): void {
  if (!reading.hidden) settle(reader?.mark(options()));
}

function options(): Options {
  return { language, tinted: TINTS.find((one) => one === tint.value) ?? "few", digits: "latn", text: "article" };
}

/** Says how the marking went. */
function settle(result: number | Refusal | undefined): void {
  if (typeof result === "number") {
    at("count").textContent = words.own("count", { number: formatCount(result, "latn") });
    at("controls").hidden = false;
    say(undefined);
  } else if (result) {
    hide();
    say(() => words.own(result, { limit: formatCount(LONGEST_TEXT / 1000, "latn") }));
  }
}

function hide(): void {
  reader?.clear();
  reading.hidden = true;
  at("controls").hidden = true;
  say(undefined);
}

async function openFile(file: File): Promise<void> {
  const content = await readFile(file);
  if ("refusal" in content) {
    location.hash = "own";
    hide();
    say(() => words.own(content.refusal, { limit: formatCount(LARGEST_FILE / 2 ** 20, "latn") }));
  } else if (content.kind === "html") {
    showOwn(() => articleOfHtml(content.text, document));
  } else {
    ownText.value = content.text.length <= LONGEST_TEXT ? content.text : "";
    showOwn(() => articleOfText(content.text, document));
  }
}

/** Writes the interface in its language. */
function label(): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = directionOf(language);
  document.title = words.own("title");
  for (const element of document.querySelectorAll<HTMLElement>("[data-own-word]")) element.textContent = words.own(element.dataset.ownWord as PageWord);
  for (const element of document.querySelectorAll<HTMLElement>("[data-own-name]")) element.ariaLabel = words.own(element.dataset.ownName as PageWord);
  for (const element of document.querySelectorAll<HTMLElement>("[data-shared-word]")) element.textContent = words.shared(element.dataset.sharedWord as WordKey);
  at("language").lang = language === "ar" ? "en" : "ar";
  for (const [id, key] of [["previous", "previousMark"], ["next", "nextMark"]] as const) {
    at(id).title = words.shared(key);
    at(id).ariaLabel = words.shared(key);
  }
  at("choices").replaceChildren(...[...Object.keys(SAMPLES), "own"].map((name) => link(name as Choice)));
  at("legend").replaceChildren(...LEGEND.map(([look, key]) => legendRow(look, words.shared(key))));
  const tinted = tint.value;
  tint.replaceChildren(...TINTS.map((one) => new Option(words.shared(one), one, one === "few", one === tinted)));
  if (said) message.textContent = said();
}

function link(name: Choice): HTMLElement {
  const link = document.createElement("a");
  link.href = `#${name}`;
  link.textContent = words.own(name);
  if (name === choice()) link.setAttribute("aria-current", "page");
  return link;
}

function legendRow(look: string, text: string): HTMLElement {
  const row = document.createElement("li");
  row.className = look;
  row.textContent = text;
  return row;
}

function say(what: (() => string) | undefined): void {
  said = what;
  message.textContent = what?.() ?? "";
  message.hidden = !what;
}

/** Storage may be forbidden; then the choice lasts as long as the page. */
function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(LANGUAGE_KEY);
    return stored === "ar" || stored === "en" ? stored : undefined;
  } catch {
    return undefined;
  }
}

function storeLanguage(chosen: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, chosen);
  } catch {
    // As above.
  }
}
