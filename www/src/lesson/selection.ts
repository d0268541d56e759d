import type { Range } from "../../../extension/src/analysis";
import type { PageText } from "../../../extension/src/page/text-map";
import { boxesOf } from "../../../extension/src/page/hit-test";
import { snapToWords, wordsOf } from "./words-of";

/** The words of an article that a student has selected: with the pointer as anywhere, or with the arrow keys, word by word or sentence by sentence. */
export class Selection {
  readonly #article: HTMLElement;
  readonly #text: PageText;
  readonly #words: readonly Range[];
  readonly #sentences: readonly Range[];
  readonly #changed: (range: Range | undefined) => void;
  readonly #ended = new AbortController();
  #range: Range | undefined;

  constructor(article: HTMLElement, text: PageText, sentences: readonly Range[], changed: (range: Range | undefined) => void) {
    this.#article = article;
    this.#text = text;
    this.#words = wordsOf(text.text);
    this.#sentences = sentences;
    this.#changed = changed;
    const options = { signal: this.#ended.signal };
    // Touch screens move the ends of a selection without a pointer that anybody could follow.
    article.ownerDocument.addEventListener("selectionchange", () => this.#take(), options);
  }

  get range(): Range | undefined {
    return this.#range;
  }

  select(range: Range | undefined): void {
    this.#range = range;
    if (!range) this.#article.ownerDocument.getSelection()?.removeAllRanges();
    this.#changed(range);
  }

  /** Selects and brings into sight. */
  show(range: Range): void {
    this.#range = { start: range.start, end: range.end };
    this.#changed(this.#range);
    const box = boxesOf(range, this.#text)[0];
    if (box && (box.top < 0 || box.bottom > innerHeight)) scrollBy({ top: box.top - innerHeight / 3 });
  }

  /**
   * Moves by a key: to the next or the previous word, with Shift to the end of the selection further or less far; up and down by
   * sentences. Arrows go as the text runs, from right to left. False for keys that mean nothing here.
   */
  move(key: string, extend: boolean): boolean {
    const by = { ArrowLeft: 1, ArrowRight: -1 }[key];
    const bySentence = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (by === undefined && bySentence === undefined) return false;
    if (by !== undefined) this.#moveByWord(by, extend);
    else this.#moveBySentence(bySentence!);
    return true;
  }

  end(): void {
    this.#ended.abort();
  }

  #moveByWord(by: number, extend: boolean): void {
    if (!this.#range) return this.#moveBySentence(1);
    const { start, end } = this.#range;
    const first = this.#words.findIndex((word) => word.end > start);
    const last = this.#words.findLastIndex((word) => word.start < end);
    const to = this.#words[Math.max(0, Math.min(last + by, this.#words.length - 1))]!;
    if (!extend) this.show(this.#words[Math.max(0, Math.min((by > 0 ? last : first) + by, this.#words.length - 1))]!);
    else if (to.end > start) this.show({ start, end: to.end });
  }

  #moveBySentence(by: number): void {
    const at = this.#range ? this.#sentences.findLastIndex(({ start }) => start <= this.#range!.start) + by : 0;
    const sentence = this.#sentences[Math.max(0, Math.min(at, this.#sentences.length - 1))];
    const range = sentence && snapToWords(this.#words, sentence.start, sentence.end);
    if (range) this.show(range);
  }

  /** Takes what the browser has selected, if it is of the article. */
  #take(): void {
    const selection = this.#article.ownerDocument.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!this.#article.contains(range.commonAncestorContainer)) return;
    const start = this.#offsetAt(range.startContainer, range.startOffset, 1);
    const end = this.#offsetAt(range.endContainer, range.endOffset, -1);
    const words = start !== undefined && end !== undefined ? snapToWords(this.#words, start, end + 1) : undefined;
    this.#range = words;
    this.#changed(words);
  }

  /** The offset of the first character read at or after a place of the page, or at or before it. */
  #offsetAt(node: Node, offset: number, by: 1 | -1): number | undefined {
    const walker = this.#article.ownerDocument.createTreeWalker(this.#article, NodeFilter.SHOW_TEXT);
    const isText = node.nodeType === Node.TEXT_NODE;
    walker.currentNode = isText ? node : (node.childNodes[offset] ?? node);
    let at = isText ? (by > 0 ? offset : offset - 1) : by > 0 ? 0 : -1;
    let text = isText ? (node as Text) : (step(walker, by) as Text | null);
    while (text) {
      if (at === -1 && text !== node) at = text.length - 1;
      for (; at >= 0 && at < text.length; at += by) {
        const found = this.#text.offsetOf({ node: text, offset: at });
        if (found !== undefined) return found;
      }
      walker.currentNode = text;
      text = step(walker, by) as Text | null;
      at = by > 0 ? 0 : -1;
    }
    return undefined;
  }
}

function step(walker: TreeWalker, by: 1 | -1): Node | null {
  return by > 0 ? walker.nextNode() : walker.previousNode();
}
