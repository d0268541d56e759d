import { Reports } from "#report";
import type { Correction, Engine } from "../../extension/src/analysis";
import type { Options } from "../../extension/src/options";
import { correctionOf, restored, type CorrectionStore } from "../../extension/src/reader/corrections";
import { at } from "./at";
import { layOut } from "./lay-out";
import { LONGEST_TEXT } from "./longest-text";
import { Reader, type Refusal, type Shown } from "./reader";
import type { Subject } from "./subjects";

/** What became of an article that was to be shown: another one may have been asked for while it came. */
export type Outcome = "shown" | "cancelled" | "overtaken" | Refusal;

export interface ArticleEvents {
  /** So many marks are shown. */
  counted(marks: number): void;
  /** The reader has corrected the article that is shown. */
  corrected(): void;
}

/** The article that is shown, from the laying out to the clearing, and what the reader has corrected in it. */
export class ArticleOnPage {
  readonly reader: Reader;
  readonly #store: CorrectionStore;
  readonly #events: ArticleEvents;
  #subject: Subject | undefined;
  #corrections: readonly Correction[] = [];
  /** Stops what is on its way into the page. */
  #stop = new AbortController();

  constructor(engine: Engine, store: CorrectionStore, events: ArticleEvents) {
    this.#store = store;
    this.#events = events;
    const change = (changed: (kept: readonly Correction[]) => readonly Correction[]) => void this.#correct(changed);
    this.reader = new Reader(engine, new Reports("utf16"), at("article"), at("report"), {
      correct: (item, verdict) => {
        const { text, analysis } = this.shown!;
        change((kept) => [...kept, correctionOf(item, verdict, text.text, analysis)]);
      },
      restore: (item) => change((kept) => restored(kept, item)),
      undo: () => change((kept) => kept.slice(0, -1)),
    }, events.counted);
  }

  get subject(): Subject | undefined {
    return this.#subject;
  }

  get shown(): Shown | undefined {
    return this.reader.shown;
  }

  isOf({ address, title }: Subject): boolean {
    return this.shown !== undefined && this.#subject?.address === address && this.#subject.title === title;
  }

  /** Lays an article out, in place of none, and marks it under the options that hold by then. */
  async show(subject: Subject, options: () => Options): Promise<Outcome> {
    const stop = (this.#stop = new AbortController());
    const article = subject.article();
    // Asked before it is in the page: laying out a huge text takes longer than anything else.
    if ((article.textContent?.length ?? 0) > LONGEST_TEXT) return "tooLong";
    this.#subject = subject;
    this.#corrections = await this.#store.read(subject.address);
    if (stop.signal.aborted) return "overtaken";
    // Shown before it is read: what is hidden has no text.
    at("reading").hidden = false;
    const laidOut = await layOut(article, at("article"), tellProgress, stop.signal);
    at("progress").hidden = true;
    if (this.#subject !== subject || this.#stop !== stop) return "overtaken";
    return laidOut ? (this.reader.mark(options(), this.#corrections) ?? "shown") : "cancelled";
  }

  /** Gives up what is on its way. */
  cancel(): void {
    this.#stop.abort();
  }

  /** The same article in another language, with other tints or with corrections. */
  markAgain(options: Options): void {
    // What is hidden has no text.
    at("reading").hidden = false;
    this.reader.mark(options, this.#corrections);
  }

  clear(): void {
    this.cancel();
    this.reader.pause(false);
    this.reader.clear();
    this.#subject = undefined;
  }

  async #correct(changed: (kept: readonly Correction[]) => readonly Correction[]): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    this.#corrections = changed(this.#corrections);
    await this.#store.write(subject.address, this.#corrections);
    if (this.#subject === subject) this.#events.corrected();
  }
}

function tellProgress(share: number): void {
  at("progress").hidden = false;
  at<HTMLProgressElement>("progress-bar").value = share;
}
