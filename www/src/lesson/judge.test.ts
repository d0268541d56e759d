import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../../../extension/test/analysis.ts";
import { isOtherSource, judge, type Guess } from "./judge.ts";

const TEXT = "قال الوزير سامر الحلبي إن بلاده خصصت 3 ملايين دولار للمدارس.\nوزعمت مصادر أن 9 ملايين يورو ضاعت.\nوزار الحلبي المدرسة.";
const [FIRST, SECOND, THIRD] = TEXT.split("\n") as [string, string, string];
const ANALYSIS = analysisOf(TEXT, {
  claims: [{ words: FIRST, source_type: "official" }, { words: SECOND, source_type: "unnamed" }, { words: THIRD, level: 1 }],
  figures: [{ words: "3 ملايين دولار" }, { words: "9 ملايين يورو", kind: "other" }],
  officials: [{ name: "الحلبي" }],
});

function guess(mark: Guess["mark"], words: string, source_type?: Guess["source_type"]): Guess {
  const start = TEXT.indexOf(words);
  return { mark, start, end: start + words.length, ...(source_type && { source_type }) };
}

/** The entries as `hit claim 0`. */
const told = (...guesses: Guess[]) => judge(guesses, ANALYSIS).map(({ outcome, mark, index }) => `${outcome} ${mark} ${index}`);

test("without a guess, what matters is missed: key claims, funding, each official once", () => {
  assert.deepEqual(told(), ["miss claim 0", "miss official 0", "miss figure 0", "miss claim 1"]);
});

test("a few words of a claim meet it, and so do more than all of them", () => {
  assert.ok(told(guess("claim", "بلاده خصصت")).includes("hit claim 0"));
  assert.ok(told(guess("claim", TEXT.slice(0, FIRST.length + 6))).includes("hit claim 0"));
});

test("a routine claim that is found counts", () => assert.ok(told(guess("claim", THIRD)).includes("hit claim 2")));

test("money that is no funding, and a name that is nobody's, are extras", () => {
  assert.deepEqual(told(guess("figure", "9 ملايين يورو"), guess("official", "مصادر")).filter((entry) => entry.startsWith("extra")), ["extra official null", "extra figure null"]);
});

test("any mention of an official is the official; the second guess at one mark does not count", () => {
  const second = { ...guess("official", "الحلبي"), start: TEXT.lastIndexOf("الحلبي"), end: TEXT.lastIndexOf("الحلبي") + 6 };
  assert.deepEqual(told(guess("official", "الحلبي"), second).filter((entry) => entry.includes("official")), ["hit official 0"]);
});

test("who says it can be wrong where the claim is right", () => {
  const entryOf = (source: Guess["source_type"]) => judge([guess("claim", SECOND, source)], ANALYSIS).find(({ index, mark }) => mark === "claim" && index === 1)!;
  assert.equal(isOtherSource(entryOf("official"), ANALYSIS), true);
  assert.equal(isOtherSource(entryOf("unnamed"), ANALYSIS), false);
});
