/** Drives the module `engine` as JavaScript sees it: the files of `dist/wasm`, nothing behind them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { Engine, initSync, version, type Correction, type OffsetUnit } from "#engine";

const TEXT =
  "😀 منحة لقطاع المياه 🚰\n" +
  "أعلن وزير المياه هشام القاسم أن الحكومة خصصت نحو 45 مليون يورو لدعم شبكات الشمال. " +
  "وبحسب مصادر مطلعة، قد يتأخر المشروع.";

/** The words at a range, sliced in a unit. */
const words: Record<OffsetUnit, (text: string, range: { start: number; end: number }) => string> = {
  utf16: (text, { start, end }) => text.slice(start, end),
  char: (text, { start, end }) => [...text].slice(start, end).join(""),
  byte: (text, { start, end }) => Buffer.from(text).subarray(start, end).toString(),
};

before(() => {
  initSync({ module: readFileSync(new URL("../../dist/wasm/engine.wasm", import.meta.url)) });
});

describe("engine", () => {
  test("offsets slice the text in the unit asked for, past emoji", () => {
    const told = (["utf16", "char", "byte"] as const).map((unit) => {
      const analysis = new Engine(unit).analyze(TEXT);
      assert.equal(analysis.language.arabic, true);
      assert.ok(analysis.claims.length >= 2 && analysis.figures.length === 1 && analysis.officials.length === 1);
      return {
        sentences: analysis.sentences.map((range) => words[unit](TEXT, range)),
        figure: words[unit](TEXT, analysis.figures[0]!),
        official: words[unit](TEXT, analysis.officials[0]!.mentions[0]!),
      };
    });
    assert.equal(told[0]!.figure, "45 مليون يورو");
    assert.equal(told[0]!.official, "هشام القاسم");
    assert.deepEqual(told[1], told[0]);
    assert.deepEqual(told[2], told[0]);
  });

  test("a result is plain data: the same after JSON, numbers and null", () => {
    const analysis = new Engine("utf16").analyze(TEXT);
    assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);
    const figure = analysis.figures[0]!;
    assert.equal(figure.min, 45_000_000);
    assert.equal(figure.currency, "EUR");
    assert.equal(figure.donor === null || typeof figure.donor.start === "number", true);
    assert.equal(analysis.claims[0]!.attribution.official, 0);
    assert.equal(analysis.claims.at(-1)!.attribution.official, null);
  });

  test("a long result, which comes in pieces, is whole", () => {
    const line = "أعلن وزير المياه هشام القاسم 🚰 أن الحكومة خصصت نحو 45,5 مليون يورو لدعم شبكات الشمال.\n";
    const many = 3000;
    const { analysis, explanations } = new Engine("utf16").mark(line.repeat(many), "ar", []);
    const { claims, figures, officials } = analysis;
    assert.deepEqual([claims.length, figures.length, officials.length, officials[0]!.mentions.length], [many, many, 1, many]);
    // As the first line, but for the place.
    const moved = (part: unknown, by: number) =>
      JSON.parse(JSON.stringify(part), (key, value) => (["start", "end", "claim"].includes(key) ? value - (key === "claim" ? by : by * line.length) : value));
    for (let at = 0; at < many; at++) {
      assert.deepEqual([moved(claims[at], at), moved(figures[at], at)], [claims[0], figures[0]]);
      assert.deepEqual([explanations.claims[at], explanations.figures[at]], [explanations.claims[0], explanations.figures[0]]);
    }
    assert.equal(officials[0]!.name, "هشام القاسم");
    assert.equal(figures[0]!.min, 45_500_000);
  });

  test("a wrong unit is refused", () => {
    for (const unit of ["utf8", "", undefined, null, 16]) {
      assert.throws(() => new Engine(unit as OffsetUnit), { name: "Error", message: /`char`, `utf16` or `byte`/ });
    }
  });

  test("empty, foreign and broken texts have an empty result", () => {
    const engine = new Engine("utf16");
    for (const text of ["", " \n\r\n", "Nothing here is Arabic.", "\ud83d", "\u0000\u202e"]) {
      const analysis = engine.analyze(text);
      assert.equal(analysis.language.arabic, false);
      assert.deepEqual(engine.mark(text, "ar", []), { analysis, explanations: { claims: [], figures: [], officials: [] }, ignored: [] });
    }
  });

  test("there is a version", () => {
    assert.match(version(), /^\d+\.\d+\.\d+/);
  });
});

describe("marks", () => {
  test("every mark is explained in both languages", () => {
    const engine = new Engine("utf16");
    for (const language of ["ar", "en"] as const) {
      const { analysis, explanations, ignored } = engine.mark(TEXT, language, []);
      assert.deepEqual(analysis, engine.analyze(TEXT));
      assert.deepEqual(ignored, []);
      for (const list of ["claims", "figures", "officials"] as const) {
        assert.equal(explanations[list].length, analysis[list].length);
        for (const sentence of explanations[list]) assert.match(sentence, /\.$/);
      }
    }
    assert.ok(engine.mark(TEXT, "ar", []).explanations.claims.at(-1)!.includes("«مصادر مطلعة»"));
    assert.throws(() => engine.mark(TEXT, "fr" as never, []), /`ar` or `en`/);
  });

  test("a label is the reader's, what it was is kept, the rest is as it was", () => {
    const engine = new Engine("utf16");
    const analysis = engine.analyze(TEXT);
    const index = analysis.claims.findIndex((claim) => claim.attribution.source_type === "unnamed");
    const { start, end } = analysis.claims[index]!;
    const corrections: Correction[] = [
      { mark: "claim", start, end, words: TEXT.slice(start, end), what: "source_type", to: "vague" },
      { mark: "figure", start: 1, end: 2, what: "dismissed" },
      { mark: "claim", start, end, what: "level", to: "loud" },
    ];
    const { analysis: corrected, explanations, ignored } = engine.mark(TEXT, "en", corrections);
    assert.deepEqual(corrected.claims[index]!.changes, [{ what: "source_type", from: "unnamed", to: "vague" }]);
    assert.equal(corrected.claims[index]!.attribution.source_type, "vague");
    assert.deepEqual(ignored, [
      { index: 1, reason: "no_such_mark" },
      { index: 2, reason: "no_such_value" },
    ]);
    assert.deepEqual(corrected.figures, analysis.figures);
    assert.match(explanations.claims[index]!, /Corrected by the reader. Type of source/);
    assert.throws(() => engine.mark(TEXT, "en", [{}] as never), /not a list of corrections/);
  });
});
