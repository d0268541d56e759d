import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../../test/analysis.ts";
import { EVERYTHING, isEverything, shownBy, validFilter, type Filter } from "./filter.ts";

const TEXT = "قال الوزير سامر الحلبي إن بلاده خصصت 3 ملايين دولار للمدارس.\nوزعمت مصادر أن ٩ ملايين يورو ضاعت.\nوزار الحلبي المدرسة.";
const [FIRST, SECOND, THIRD] = TEXT.split("\n") as [string, string, string];
const ANALYSIS = analysisOf(TEXT, {
  claims: [
    { words: FIRST, source_type: "official", stance: "neutral" },
    { words: SECOND, source_type: "unnamed", stance: "doubtful", certainty: "hedged" },
    { words: THIRD, level: 1 },
  ],
  figures: [{ words: "3 ملايين دولار", purpose: "للمدارس" }, { words: "٩ ملايين يورو" }],
  officials: [{ name: "الحلبي", offices: ["وزير المالية"] }],
});

/** What a filter shows, as `c0 f1 o0@17`: claims and figures by number, mentions by number and place. */
function shown(wishes: Partial<Filter>): string {
  const isShown = shownBy({ ...EVERYTHING, ...wishes }, TEXT, ANALYSIS);
  const items = [
    ...ANALYSIS.claims.map(({ start }, index) => ({ kind: "claim" as const, index, start })),
    ...ANALYSIS.figures.map(({ start }, index) => ({ kind: "figure" as const, index, start })),
    ...ANALYSIS.officials.flatMap(({ mentions }, index) => mentions.map(({ start }) => ({ kind: "official" as const, index, start }))),
  ];
  return items.filter(isShown).map(({ kind, index }) => kind[0]! + index).join(" ");
}

const CASES: [string, Partial<Filter>, string][] = [
  ["everything", {}, "c0 c1 c2 f0 f1 o0 o0"],
  ["one kind", { kinds: ["figure"] }, "f0 f1"],
  ["key claims, with every figure and official", { keyOnly: true }, "c0 c1 f0 f1 o0 o0"],
  ["a source, with what stands in its claims", { source: "official" }, "c0 f0 o0"],
  ["the author's voice", { source: "author" }, "c2 o0"],
  ["a stance", { stance: "doubtful" }, "c1 f1"],
  ["a certainty", { certainty: "hedged" }, "c1 f1"],
  ["wishes that exclude each other", { source: "official", stance: "doubtful" }, ""],
  ["words of a claim", { query: "المدرسه" }, "c2"],
  ["words beside a figure", { query: "للمدارس" }, "c0 f0"],
  ["digits of either script", { query: "9 ملايين" }, "c1 f1"],
  ["an office, at every mention of the official", { query: "وزير الماليه" }, "o0 o0"],
];
for (const [what, wishes, expected] of CASES) test(`shows ${what}`, () => assert.equal(shown(wishes), expected));

test("a filter that comes as a message is taken for what it says, and for nothing else", () => {
  const filter: Filter = { kinds: ["claim"], keyOnly: true, source: "vague", stance: "denying", certainty: "both", query: "x" };
  assert.deepEqual(validFilter(JSON.parse(JSON.stringify(filter))), filter);
  for (const wrong of [null, 1, "x", {}, { kinds: "claim", source: "king", stance: 7, query: {} }]) assert.ok(isEverything(validFilter(wrong)), JSON.stringify(wrong));
});
