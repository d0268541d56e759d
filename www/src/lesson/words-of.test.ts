import assert from "node:assert/strict";
import { test } from "node:test";
import { snapToWords, wordsOf } from "./words-of.ts";

const TEXT = "قالَ «الوزير»: 3.5 ملايين دولار، 😀 لا غير.";
const slice = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

test("words without the signs around them, numbers whole", () => {
  assert.deepEqual(wordsOf(TEXT).map(slice), ["قالَ", "الوزير", "3.5", "ملايين", "دولار", "لا", "غير"]);
});

test("a selection grows to whole words and leaves out the signs at its ends", () => {
  const at = (words: string) => TEXT.indexOf(words);
  assert.equal(slice(snapToWords(wordsOf(TEXT), at(".5"), at("لار،") + 4)!), "3.5 ملايين دولار");
  assert.equal(snapToWords(wordsOf(TEXT), at("😀"), at("😀") + 2), undefined);
  assert.equal(snapToWords(wordsOf(TEXT), 4, 4), undefined);
});
