import assert from "node:assert/strict";
import { test } from "node:test";
import type { Analysis, Claim, SourceType } from "../analysis.ts";
import { marksAt, marksOf, type Tinted } from "./marks.ts";

function claim(start: number, level: 1 | 2, score: number, source_type: SourceType = "author"): Claim {
  const attribution = { source_type, source: null, official: null, cue: null, stance: null, carried: false };
  return { start, end: start + 10, level, score, type: "event", certainty: "plain", quote: "none", attribution, reasons: [] };
}

function analysis(claims: Claim[]): Analysis {
  const figure = { start: 4, end: 6, kind: "funding" as const };
  const official = { name: "", offices: [], kind: "state" as const, mentions: [{ start: 2, end: 8, office: null }], reasons: [] };
  return { language: { arabic: true, share: 1 }, sentences: [], claims, figures: [figure as never], officials: [official] };
}

const CLAIMS = [claim(0, 2, 0.3), claim(10, 2, 0.9), claim(20, 1, 1), claim(30, 2, 0.9), claim(40, 2, 0.1), claim(50, 2, 0.2)];
const TINTED: readonly [Tinted, number[]][] = [
  ["few", [1, 3]],
  ["key", [0, 1, 3, 4, 5]],
  ["all", [0, 1, 2, 3, 4, 5]],
];

for (const [tinted, expected] of TINTED) {
  test(`tinted: ${tinted}`, () => {
    const marks = marksOf(analysis(CLAIMS), tinted).filter(({ looks }) => looks.includes("tint"));
    assert.deepEqual(marks.map(({ index }) => index), expected);
  });
}

test("the line of a claim is that of its source, tinted or not", () => {
  const sources: SourceType[] = ["official", "person", "institution", "document", "unnamed", "vague", "author"];
  const marks = marksOf(analysis(sources.map((source, i) => claim(i * 10, 1, 0, source))), "all").filter(({ kind }) => kind === "claim");
  assert.deepEqual(marks.map(({ looks }) => looks.at(-1)), ["named", "named", "named", "named", "unnamed", "unnamed", "author"]);
});

test("under a point the innermost mark comes first", () => {
  const kinds = marksAt(marksOf(analysis(CLAIMS), "few"), 5).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["figure", "official", "claim"]);
});

test("amounts that are no funding are not marked", () => {
  const other = { ...analysis([]), figures: [{ start: 0, end: 3, kind: "other" } as never] };
  assert.deepEqual(marksOf(other, "few").map(({ kind }) => kind), ["official"]);
});
