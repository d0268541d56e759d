/** Drives the engine as JavaScript sees it: the files of `dist/wasm`, nothing behind them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { JSDOM } from "jsdom";
import { Engine, initSync, reportStyle, version, type Analysis, type OffsetUnit } from "#wasm";

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
  initSync({ module: readFileSync(new URL("../../dist/wasm/isnad_bg.wasm", import.meta.url)) });
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
      assert.deepEqual(engine.explain(text, analysis, "ar"), { claims: [], figures: [], officials: [] });
      assert.match(engine.report(text, analysis, "en"), /too little Arabic/);
    }
  });

  test("there is a version and a style", () => {
    assert.match(version(), /^\d+\.\d+\.\d+/);
    assert.match(reportStyle(), /\.isnad-report/);
  });
});

describe("explanations and report", () => {
  test("every mark is explained in both languages", () => {
    const engine = new Engine("utf16");
    const analysis = engine.analyze(TEXT);
    for (const language of ["ar", "en"] as const) {
      const explanations = engine.explain(TEXT, analysis, language);
      for (const list of ["claims", "figures", "officials"] as const) {
        assert.equal(explanations[list].length, analysis[list].length);
        for (const sentence of explanations[list]) assert.match(sentence, /\.$/);
      }
    }
    assert.ok(engine.explain(TEXT, analysis, "ar").claims.at(-1)!.includes("«مصادر مطلعة»"));
  });

  test("an analysis that came as a message is taken back", () => {
    const engine = new Engine("utf16");
    const analysis = JSON.parse(JSON.stringify(engine.analyze(TEXT))) as Analysis;
    assert.match(engine.report(TEXT, analysis, "ar"), /^<div class="isnad-report" lang="ar" dir="rtl">/);
    assert.match(engine.reportFile(TEXT, analysis, "en"), /^<!DOCTYPE html><html lang="en"/);
  });

  test("an analysis that does not fit the text is refused and nothing breaks", () => {
    const engine = new Engine("utf16");
    const analysis = engine.analyze(TEXT);
    const changed = (change: (analysis: Analysis) => void): Analysis => {
      const copy = structuredClone(analysis);
      change(copy);
      return copy;
    };
    const bad: [unknown, RegExp][] = [
      [null, /not an analysis/],
      [{}, /not an analysis/],
      ["analysis", /not an analysis/],
      [changed((a) => (a.claims[0]!.type = "rumour" as never)), /not an analysis/],
      [changed((a) => (a.claims[0]!.end = 1e6)), /beyond the text/],
      [changed((a) => (a.claims[0]!.start = -1)), /not an analysis/],
      [changed((a) => (a.claims[0]!.start = 0.5)), /not an analysis/],
      [changed((a) => (a.claims[0]!.start = 1)), /inside a character/],
      [changed((a) => ([a.figures[0]!.start, a.figures[0]!.end] = [9, 5])), /before it starts/],
      [changed((a) => (a.claims[0]!.attribution.official = 7)), /official 7/],
      [changed((a) => (a.figures[0]!.claim = 99)), /claim 99/],
      [new Engine("byte").analyze(TEXT), /beyond the text/],
    ];
    for (const [value, message] of bad) {
      assert.throws(() => engine.explain(TEXT, value as Analysis, "ar"), { name: "Error", message });
      assert.throws(() => engine.report(TEXT, value as Analysis, "ar"), { name: "Error", message });
    }
    assert.throws(() => engine.explain(TEXT, analysis, "fr" as never), /`ar` or `en`/);
    assert.equal(engine.explain(TEXT, analysis, "ar").claims.length, analysis.claims.length, "the engine still works");
  });
});

describe("report in a page", () => {
  /** A page whose classes stand where a browser has them: the engine asks `instanceof Element`. */
  const page = () => {
    const { window } = new JSDOM("<!doctype html><main><p>before</p></main>");
    for (const name of ["DOMParser", "Document", "Element", "Event", "HTMLElement", "Node", "Window"] as const) {
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
    }
    return { window, container: window.document.querySelector("main")! };
  };

  test("rows say what was chosen", () => {
    const { window, container } = page();
    const engine = new Engine("utf16");
    const analysis = engine.analyze(TEXT);
    const chosen: unknown[] = [];
    engine.mountReport(container, TEXT, analysis, "ar", (...row) => chosen.push(row));
    assert.equal(container.children.length, 1);
    const row = (kind: string) => container.querySelector<HTMLAnchorElement>(`a[data-kind="${kind}"]`)!;
    assert.equal(row("claim").tabIndex, 0, "a row takes the keyboard");
    const click = new window.MouseEvent("click", { bubbles: true, cancelable: true });
    row("figure").firstElementChild!.dispatchEvent(click);
    assert.equal(click.defaultPrevented, true, "the page stays where it is");
    row("official").click();
    const figure = analysis.figures[0]!;
    const mention = analysis.officials[0]!.mentions[0]!;
    assert.deepEqual(chosen, [
      ["figure", 0, figure.start, figure.end],
      ["official", 0, mention.start, mention.end],
    ]);
    container.querySelector("h2")!.click();
    assert.equal(chosen.length, 2, "a heading is no row");
  });

  test("a report takes the place of the one before", () => {
    const { container } = page();
    const engine = new Engine("utf16");
    const analysis = engine.analyze(TEXT);
    const chosen: string[] = [];
    engine.mountReport(container, TEXT, analysis, "ar", () => chosen.push("first"));
    engine.mountReport(container, TEXT, analysis, "en", () => chosen.push("second"));
    assert.equal(container.querySelectorAll(".isnad-report").length, 1);
    container.querySelector<HTMLElement>("[data-kind]")!.click();
    assert.deepEqual(chosen, ["second"]);
  });

  test("a bad analysis leaves the page as it was", () => {
    const { container } = page();
    const engine = new Engine("utf16");
    assert.throws(() => engine.mountReport(container, TEXT, {} as Analysis, "ar", () => {}), /not an analysis/);
    assert.throws(() => engine.mountReport(container, TEXT, engine.analyze(TEXT), "ar", 7 as never), /a function/);
    assert.equal(container.innerHTML, "<p>before</p>");
  });

  test("hostile text stays text", () => {
    const { container } = page();
    const engine = new Engine("utf16");
    const text = 'قال وزير المالية <img src=x onerror="alert(1)"> سامر الحلبي إن <script>alert(2)</script> الموازنة بلغت 3 ملايين دولار.';
    engine.mountReport(container, text, engine.analyze(text), "ar", () => {});
    assert.equal(container.querySelectorAll("img, script").length, 0);
    assert.match(container.textContent!, /<img src=x onerror="alert\(1\)">/);
  });
});
