/** Drives the module `report` as JavaScript sees it, with analyses of the module `engine`. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { JSDOM } from "jsdom";
import { Engine, type Analysis, type OffsetUnit } from "#engine";
import { Reports, version } from "#report";
import { startModules } from "./modules.ts";

const TEXT =
  "😀 منحة لقطاع المياه 🚰\n" +
  "أعلن وزير المياه هشام القاسم أن الحكومة خصصت نحو 45 مليون يورو لدعم شبكات الشمال. " +
  "وبحسب مصادر مطلعة، قد يتأخر المشروع.";

const { engine, reports, pages } = startModules();

describe("report", () => {
  test("there is a version", () => {
    assert.match(version(), /^\d+\.\d+\.\d+/);
  });

  test("a wrong unit is refused", () => {
    assert.throws(() => new Reports("utf8" as OffsetUnit), { name: "Error", message: /`char`, `utf16` or `byte`/ });
  });

  test("a text that is not Arabic has a report that says so", () => {
    for (const text of ["", "Nothing here is Arabic."]) assert.match(reports.html(text, engine.analyze(text), "en"), /too little Arabic/);
  });

  test("an analysis that came as a message is taken back", () => {
    const analysis = JSON.parse(JSON.stringify(engine.analyze(TEXT))) as Analysis;
    assert.match(reports.html(TEXT, analysis, "ar"), /^<div class="isnad-report" lang="ar" dir="rtl">/);
    assert.match(pages.reportFile(TEXT, analysis, "en"), /^<!DOCTYPE html><html lang="en"/);
  });

  test("an analysis that does not fit the text is refused and nothing breaks", () => {
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
      assert.throws(() => reports.html(TEXT, value as Analysis, "ar"), { name: "Error", message });
    }
    assert.throws(() => reports.html(TEXT, analysis, "fr" as never), /`ar` or `en`/);
    assert.match(reports.html(TEXT, analysis, "ar"), /isnad-report/, "it still works");
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
    const analysis = engine.analyze(TEXT);
    const chosen: unknown[] = [];
    reports.mount(container, TEXT, analysis, "ar", (...row) => chosen.push(row));
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
    const analysis = engine.analyze(TEXT);
    const chosen: string[] = [];
    reports.mount(container, TEXT, analysis, "ar", () => chosen.push("first"));
    reports.mount(container, TEXT, analysis, "en", () => chosen.push("second"));
    assert.equal(container.querySelectorAll(".isnad-report").length, 1);
    container.querySelector<HTMLElement>("[data-kind]")!.click();
    assert.deepEqual(chosen, ["second"]);
  });

  test("a bad analysis leaves the page as it was", () => {
    const { container } = page();
    assert.throws(() => reports.mount(container, TEXT, {} as Analysis, "ar", () => {}), /not an analysis/);
    assert.throws(() => reports.mount(container, TEXT, engine.analyze(TEXT), "ar", 7 as never), /a function/);
    assert.equal(container.innerHTML, "<p>before</p>");
  });

  test("hostile text stays text", () => {
    const { container } = page();
    const text = 'قال وزير المالية <img src=x onerror="alert(1)"> سامر الحلبي إن <script>alert(2)</script> الموازنة بلغت 3 ملايين دولار.';
    reports.mount(container, text, engine.analyze(text), "ar", () => {});
    assert.equal(container.querySelectorAll("img, script").length, 0);
    assert.match(container.textContent!, /<img src=x onerror="alert\(1\)">/);
  });
});
