import assert from "node:assert/strict";
import { test } from "node:test";
import type { Analyzed } from "./messages.ts";
import { JoinedAnalysis, partsOf, shiftRanges } from "./join-analyses.ts";

test("parts end where blocks do, and lie side by side", () => {
  const text = Array.from({ length: 90 }, (_, i) => "كلمة ".repeat(i % 17).trim() || "س").join("\n");
  const parts = partsOf(text, 100);
  assert.ok(parts.length > 10);
  assert.equal(parts.map(({ text }) => text).join("\n"), text);
  for (const { start, text: part } of parts) assert.equal(text.slice(start, start + part.length), part);
  assert.ok(parts.every(({ text }) => text.length <= 100));
});

test("a block that is longer than a part stays whole, and a short text is one part", () => {
  const long = "س".repeat(300);
  assert.deepEqual(partsOf(`${long}\nب`, 100), [{ start: 0, text: long }, { start: 301, text: "ب" }]);
  assert.deepEqual(partsOf("أ\nب", 100), [{ start: 0, text: "أ\nب" }]);
  assert.deepEqual(partsOf("", 100), []);
});

test("a text that grows at its top keeps the parts below", () => {
  const blocks = Array.from({ length: 2000 }, (_, i) => `فقرة ${(i * 7919) % 2003} من كلمات كثيرة في خبر طويل`);
  const before = new Set(partsOf(blocks.join("\n"), 5000).map(({ text }) => text));
  const after = partsOf(["خبر جديد في أول الصفحة", ...blocks].join("\n"), 5000);
  assert.ok(after.length > 15);
  assert.ok(after.filter(({ text }) => !before.has(text)).length <= 2);
});

/** The analysis of a part with one claim by one official, who is named `name`, and a figure in it. */
function part(at: number, name: string): Analyzed {
  const analysis = {
    language: { arabic: true, share: 1 },
    sentences: [{ start: 0, end: 20 }],
    claims: [{ start: 0, end: 20, level: 2, attribution: { source_type: "official", source: { start: 5, end: 9 }, official: 0, cue: null } }],
    figures: [{ start: 12, end: 16, kind: "funding", donor: { start: 5, end: 9 }, period: null, claim: 0 }],
    officials: [{ name, offices: ["وزير"], kind: "state", mentions: [{ start: 5, end: 9, office: null }], reasons: [] }],
  };
  shiftRanges(analysis, at);
  return { at, analysis, explanations: { claims: ["ادعاء"], figures: ["رقم"], officials: ["مسؤول"] } } as unknown as Analyzed;
}

test("parts are joined with their places, a person of the same name once", () => {
  const joined = new JoinedAnalysis();
  const parts = [part(0, "سامر الحلبي"), part(100, "ليلى الخطيب"), part(200, "سامر الحلبي")];
  const before = structuredClone(parts);
  for (const one of parts) joined.add(one.at, one);
  const { analysis, explanations } = joined;
  assert.deepEqual(analysis.officials.map(({ name, mentions }) => [name, mentions.map(({ start }) => start)]), [["سامر الحلبي", [5, 205]], ["ليلى الخطيب", [105]]]);
  assert.deepEqual(analysis.claims.map(({ start, attribution }) => [start, attribution.official, attribution.source?.start]), [[0, 0, 5], [100, 1, 105], [200, 0, 205]]);
  assert.deepEqual(analysis.figures.map(({ start, claim, donor }) => [start, claim, donor?.start]), [[12, 0, 5], [112, 1, 105], [212, 2, 205]]);
  assert.deepEqual(explanations.officials.length, 2);
  assert.deepEqual(parts, before, "what was analysed may be used again");
});

test("a part that was analysed in another place is moved", () => {
  const joined = new JoinedAnalysis();
  joined.add(50, part(0, "سامر الحلبي"));
  assert.deepEqual([joined.analysis.claims[0]!.start, joined.analysis.officials[0]!.mentions[0]!.start], [50, 55]);
});
