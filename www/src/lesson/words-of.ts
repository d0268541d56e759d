import type { Range } from "../../../extension/src/analysis";

/** A word, or a number with its separators. */
const WORD = /[\p{L}\p{M}\p{N}$€£%٪](?:[\p{L}\p{M}\p{N}\u0640\u200c\u200d$€£%٪]|[.,٫٬/'’-](?=[\p{L}\p{N}]))*/gu;

/** The words of a text, in its order. */
export function wordsOf(text: string): Range[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The whole words that a selection touches; `undefined` where it touches none. */
export function snapToWords(words: readonly Range[], start: number, end: number): Range | undefined {
  const touched = words.filter((word) => word.start < end && start < word.end);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last && { start: first.start, end: last.end };
}
