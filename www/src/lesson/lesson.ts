import type { LessonEntry, Range, SourceType } from "../../../extension/src/analysis";
import type { Look, Mark, MarkKind } from "../../../extension/src/page/marks";
import { lookOfSource } from "../../../extension/src/page/marks";
import { Painter } from "../../../extension/src/page/paint";
import { button, element } from "../../../extension/src/reader/elements";
import { SOURCES } from "../../../extension/src/reader/filter";
import { saveMenu, type Saved } from "../../../extension/src/reader/save-menu";
import { formatCount, localeOf } from "../../../extension/src/words";
import type { PageWord, PageWords } from "../interface-words";
import type { Shown } from "../reader";
import { isOtherSource, judge, type Guess } from "./judge";
import { Selection } from "./selection";

const OUTCOMES = ["hit", "miss", "extra"] as const;
const COUNTED: Record<LessonEntry["outcome"], PageWord> = { hit: "hits", miss: "misses", extra: "extras" };

/** Guess, then reveal: students mark an article without its marks, then see what they met, missed and added. */
export class Lesson {
  readonly #pages: Saved["pages"];
  readonly #panel: HTMLElement;
  readonly #article: HTMLElement;
  readonly #painter = new Painter();
  readonly #status = element("p", { class: "lesson-status", role: "status" });
  #guesses: Guess[] = [];
  /** How many sentences are revealed. */
  #revealed = 0;
  #shown: Shown | undefined;
  /** The text that the guesses are about. */
  #of = "";
  #words: PageWords | undefined;
  #details: { title: string; address: string } = { title: "", address: "" };
  #selection: Selection | undefined;

  constructor(pages: Saved["pages"], panel: HTMLElement, article: HTMLElement) {
    this.#pages = pages;
    this.#panel = panel;
    this.#article = article;
    for (const place of [panel, article]) place.addEventListener("keydown", (event) => this.#onKeyDown(event));
  }

  /** Opens the lesson on an article that is shown without marks; the guesses stay while it is the same text. */
  open(shown: Shown, details: { title: string; address: string }, words: PageWords): void {
    if (this.#of !== shown.text.text) this.#forget();
    this.#of = shown.text.text;
    this.#selection?.end();
    this.#shown = shown;
    this.#details = details;
    this.#words = words;
    this.#selection = new Selection(this.#article, shown.text, shown.analysis.sentences, (range) => this.#selected(range));
    this.#article.tabIndex = 0;
    this.#article.ariaLabel = words.own("lessonArticle");
    this.#draw();
  }

  /** Ends the lesson; the guesses stay, should it be opened again on the same text. */
  close(): void {
    if (!this.#shown) return;
    this.#selection?.end();
    this.#selection = undefined;
    this.#painter.clear();
    this.#article.removeAttribute("tabindex");
    this.#article.removeAttribute("aria-label");
    this.#panel.replaceChildren();
    this.#shown = undefined;
  }

  #forget(): void {
    this.#guesses = [];
    this.#revealed = 0;
  }

  get #sentences(): readonly Range[] {
    return this.#shown!.analysis.sentences;
  }

  #draw(): void {
    const done = this.#revealed >= this.#sentences.length;
    this.#panel.replaceChildren(
      element("h2", {}, this.#own("lesson")),
      ...(this.#revealed === 0 ? this.#guessing() : []),
      this.#status,
      this.#revealing(done),
      ...(this.#revealed > 0 ? this.#result(done) : []),
    );
    this.#paint();
  }

  #own(key: PageWord, values?: Record<string, string>): string {
    return this.#words!.own(key, values);
  }

  #count(count: number): string {
    return formatCount(count, this.#shown!.options.digits);
  }

  /** What a student can say of the selected words: each by a button and by a key, the number on it. */
  #guessing(): HTMLElement[] {
    const say = (number: number, text: string, look: string, guess: Omit<Guess, keyof Range>) => {
      const made = button("", () => this.#guess(guess), { class: `say ${look}`, "data-key": number, "aria-keyshortcuts": number });
      made.append(element("kbd", {}, this.#count(number)), " ", text);
      return made;
    };
    const { shared } = this.#words!;
    const sources = SOURCES.map((source, at) => say(at + 1, shared(source), lookOfSource(source), { mark: "claim", source_type: source }));
    const figure = say(8, shared("figure"), "figure", { mark: "figure" });
    const official = say(9, shared("officialMark"), "official", { mark: "official" });
    return [
      element("p", { class: "hint" }, this.#own("lessonHow")),
      element("div", { class: "says", role: "group", "aria-label": this.#own("whoSaysClaim") }, element("p", { class: "says-label" }, this.#own("whoSaysClaim")), ...sources),
      element("div", { class: "says", role: "group", "aria-label": this.#own("otherMarks") }, element("p", { class: "says-label" }, this.#own("otherMarks")), figure, official),
      element("details", { class: "keys" }, element("summary", {}, this.#own("keys")), element("p", { class: "hint" }, this.#own("lessonKeys"))),
    ];
  }

  #revealing(done: boolean): HTMLElement {
    const row = element("div", { class: "actions" });
    if (!done) {
      row.append(
        button(this.#own("revealSentence"), () => this.#reveal(this.#revealed + 1), { class: "primary" }),
        button(this.#own("revealAll"), () => this.#reveal(this.#sentences.length)),
      );
    }
    if (this.#revealed === 0) {
      row.append(button(this.#own("takeBack"), () => this.#takeBack(), { disabled: this.#guesses.length === 0 }));
    } else {
      row.append(button(this.#own("startAgain"), () => {
        this.#forget();
        this.#draw();
      }));
    }
    return row;
  }

  #result(done: boolean): HTMLElement[] {
    const { analysis, text, options } = this.#shown!;
    const entries = judge(this.#guesses, analysis);
    const end = this.#sentences[this.#revealed - 1]!.end;
    const told = entries.filter(({ start }) => start < end);
    const tally = element("dl", { class: "tally" }, ...OUTCOMES.map((outcome) => {
      const count = told.filter((entry) => entry.outcome === outcome).length;
      return element("div", { class: outcome }, element("dt", {}, this.#own(COUNTED[outcome])), element("dd", {}, this.#count(count)));
    }));
    const sentences = this.#sentences.slice(0, this.#revealed).map((sentence, number) => {
      const own = told.filter(({ start }) => sentence.start <= start && start < sentence.end);
      return element("li", {},
        element("h3", {}, this.#own("sentence", { number: this.#count(number + 1) })),
        own.length === 0 ? element("p", { class: "hint" }, this.#own("nothingHere")) : element("ul", {}, ...own.map((entry) => this.#entry(entry))),
      );
    });
    // The newest is what the class is looking at.
    const list = element("ol", { class: "revealed" }, ...(done ? sentences : sentences.reverse()));
    const keep = done
      ? [element("div", { class: "tasks" },
          button(this.#own("print"), () => print()),
          saveMenu({ pages: this.#pages, text: text.text, analysis, locale: localeOf(options), details: { ...this.#details, lesson: entries } }, this.#words!.shared))]
      : [];
    return [tally, ...keep, element("p", { class: "hint" }, this.#own("lessonNote")), list];
  }

  #entry(entry: LessonEntry): HTMLElement {
    const { analysis, explanations, text } = this.#shown!;
    const words = element("button", { type: "button", lang: "ar", dir: "rtl", class: "words" }, shorten(text.text.slice(entry.start, entry.end)));
    words.addEventListener("click", () => this.#selection?.show(entry));
    const kind = entry.mark === "claim" ? this.#words!.shared("claim") : this.#words!.shared(entry.mark === "figure" ? "figure" : "officialMark");
    const lists = { claim: explanations.claims, figure: explanations.figures, official: explanations.officials };
    const why = entry.index == null ? this.#own("extraWhy") : (lists[entry.mark][entry.index] ?? "");
    const row = element("li", { class: `entry ${entry.outcome}` }, element("p", { class: "verdict" }, element("strong", {}, this.#own(entry.outcome)), " ", kind), words);
    if (isOtherSource(entry, analysis)) {
      const right = analysis.claims[entry.index!]!.attribution.source_type;
      row.append(element("p", { class: "other" }, this.#own("otherSource", { said: this.#words!.shared(entry.source_type as SourceType), right: this.#words!.shared(right) })));
    }
    row.append(element("p", { class: "why" }, why));
    return row;
  }

  #reveal(sentences: number): void {
    this.#revealed = Math.min(sentences, this.#sentences.length);
    this.#selection?.select(undefined);
    this.#draw();
    this.#panel.querySelector<HTMLElement>(".actions button")?.focus();
    const sentence = this.#sentences[this.#revealed - 1];
    if (sentence && this.#revealed < this.#sentences.length) this.#selection?.show(sentence);
  }

  #guess(guess: Omit<Guess, keyof Range>): void {
    const range = this.#selection?.range;
    if (!range) {
      this.#status.textContent = this.#own("selectFirst");
      return;
    }
    const same = ({ mark, start, end }: Guess) => mark === guess.mark && start < range.end && range.start < end;
    this.#guesses = [...this.#guesses.filter((before) => !same(before)), { ...guess, ...range }];
    this.#selection?.select(undefined);
    this.#draw();
    this.#status.textContent = this.#own("guessed", { count: this.#count(this.#guesses.length) });
  }

  /** The guess under the selection, or else the last one. */
  #takeBack(): void {
    const range = this.#selection?.range;
    const at = this.#guesses.findLastIndex(({ start, end }) => !range || (start < range.end && range.start < end));
    if (at >= 0) this.#guesses.splice(at, 1);
    this.#draw();
    this.#status.textContent = this.#own("guessed", { count: this.#count(this.#guesses.length) });
  }

  #selected(range: Range | undefined): void {
    const { text } = this.#shown!;
    this.#painter.pointOut(text, range && asMark("claim", range, []));
    this.#status.textContent = range ? this.#own("selected", { words: shorten(text.text.slice(range.start, range.end)) }) : "";
  }

  /** The student's marks while guessing; then those of the article, as far as they are revealed. */
  #paint(): void {
    const { text, marks, analysis } = this.#shown!;
    const end = this.#revealed > 0 ? this.#sentences[this.#revealed - 1]!.end : 0;
    const guessed = this.#guesses.filter(({ start }) => start >= end).map((guess) => asMark(guess.mark, guess, looksOf(guess)));
    const missed = new Set(judge(this.#guesses, analysis).filter(({ outcome }) => outcome === "miss").map(({ mark, index }) => `${mark} ${index}`));
    const told = marks.filter(({ start }) => start < end).map((mark) => {
      const looks = mark.looks.filter((look) => look !== "tint");
      // What was missed stands out.
      return { ...mark, looks: mark.kind === "claim" && missed.has(`claim ${mark.index}`) ? (["tint", ...looks] as Look[]) : looks };
    });
    this.#painter.paint(text, [...told, ...guessed]);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (!this.#shown || this.#revealed > 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    // Digits of either script.
    const digit = /^[\u0660-\u0669]$/.test(event.key) ? String(event.key.charCodeAt(0) - 0x660) : event.key;
    const say = this.#panel.querySelector<HTMLButtonElement>(`[data-key="${CSS.escape(digit)}"]`);
    if (say) say.click();
    else if (event.key === "Backspace" || event.key === "Delete") this.#takeBack();
    else if (event.currentTarget !== this.#article || !this.#selection?.move(event.key, event.shiftKey)) return;
    event.preventDefault();
  }
}

function looksOf(guess: Guess): Look[] {
  return guess.mark === "claim" ? ["tint", lookOfSource(guess.source_type ?? "author")] : [guess.mark];
}

function asMark(kind: MarkKind, { start, end }: Range, looks: readonly Look[]): Mark {
  return { kind, index: -1, start, end, looks };
}

/** Enough to know the words by. In UTF-16 units. */
const LONGEST_QUOTE = 140;

function shorten(words: string): string {
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, "")} …`;
}

