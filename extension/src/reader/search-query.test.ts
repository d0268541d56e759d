import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../../test/analysis.ts";
import { searchQuery } from "./search-query.ts";

const TEXT = "قال وزير المالية سامر الحلبي إن بلاده خصصت «3.5 ملايين دولار» لترميم المدارس.\nوأضاف أن العمل يبدأ غداً.";

test("the speaker by name, the sums, what is said; no words that attribute, no points", () => {
  const analysis = analysisOf(TEXT, {
    claims: [{ words: TEXT.split("\n")[0]!, source: "وزير المالية سامر الحلبي", cue: "قال", source_type: "official", official: 0 }],
    figures: [{ words: "3.5 ملايين دولار" }],
    officials: [{ name: "سامر الحلبي", offices: ["وزير المالية"] }],
  });
  assert.equal(searchQuery(TEXT, analysis, 0), "سامر الحلبي 3.5 ملايين دولار إن بلاده خصصت لترميم المدارس");
});

test("a claim of nobody is its own words, and never more than an engine reads", () => {
  const text = `${"كلمة ".repeat(60)}أخيرة.`;
  const query = searchQuery(text, analysisOf(text, { claims: [{ words: text }] }), 0);
  assert.equal(query.split(" ").length, 32);
});
