import { articleOfText } from "./article-of-text";
import type { Incoming } from "./host";
import { LONGEST_TEXT } from "./longest-text";
import type { Choice } from "./place";
import { sampleText } from "./samples";

/** An article that can be shown, and what its corrections are kept under. */
export interface Subject {
  readonly title: string;
  readonly address: string;
  readonly article: () => DocumentFragment;
}

/** The articles that can be opened one at a time. */
export class Subjects {
  readonly #incoming: readonly Incoming[];
  /** The reader's own article, kept while a sample is looked at. */
  #own: Subject | undefined;

  constructor(incoming: readonly Incoming[]) {
    this.#incoming = incoming;
  }

  /** The page that the extension was opened for is handed over as far as tells that it is too long. */
  get isPageTooLong(): boolean {
    return (this.#incoming[0]?.text.length ?? 0) > LONGEST_TEXT;
  }

  /** Keeps the reader's own article; `key` is its text, or that of its file. */
  keepOwn(key: string, article: () => DocumentFragment): Subject {
    return (this.#own = { title: key.trim().split("\n", 1)[0]!, address: addressOfText(key), article });
  }

  /** Nothing where there is no article, or more than one. */
  async of(choice: Choice): Promise<Subject | undefined> {
    if (choice === "own") return this.#own;
    if (choice === "compare") return undefined;
    if (choice === "page") {
      const { title, address, text } = this.#incoming[0]!;
      return { title, address, article: () => articleOfText(text, document) };
    }
    const text = await sampleText(choice);
    return { title: text.split("\n", 1)[0]!, address: `sample:${choice}`, article: () => articleOfText(text, document) };
  }
}

/** What the corrections of a text that has no address are kept under: a short sum of it (FNV-1a), which says nothing of it. */
function addressOfText(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return `text:${text.length}-${(sum >>> 0).toString(36)}`;
}
