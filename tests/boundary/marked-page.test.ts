/** What pages' scripts say is marked: every analysis of the engine passes the schema unchanged, and what is none does not. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { parseMarkedPage } from "../../extension/src/marked-page.ts";
import { startModules } from "./modules.ts";

const ARTICLES = new URL("../articles/", import.meta.url);

describe("marked pages", () => {
  const { engine, reports, pages } = startModules();
  let texts: string[];

  before(async () => {
    const names = (await readdir(ARTICLES)).filter((name) => name.endsWith(".txt"));
    texts = await Promise.all(names.map((name) => readFile(new URL(name, ARTICLES), "utf8")));
  });

  const pageOf = (text: string) => ({ text, analysis: engine.analyze(text), title: "خبر", address: "https://news.example/story" });

  test("an analysis passes as it is, corrected ones and those of other languages too", () => {
    for (const text of [...texts, "", "گزارش این خبر را در ادامه می‌خوانید که چه گفت و چرا گفت", "No Arabic."]) {
      const page = pageOf(text);
      assert.deepEqual(parseMarkedPage(page), page);
      const corrections = page.analysis.claims.slice(0, 2).flatMap(({ start, end }) => [
        { mark: "claim", start, end, what: "source_type", to: "vague" } as const,
        { mark: "claim", start, end, what: "dismissed" } as const,
      ]);
      const corrected = { ...page, analysis: engine.mark(text, "ar", corrections).analysis };
      assert.deepEqual(parseMarkedPage(corrected), corrected);
    }
  });

  test("what the schema does not name does not get through", () => {
    const page = pageOf(texts[0]!);
    const sly = structuredClone(page) as any;
    sly.more = 1;
    sly.analysis.claims[0].html = "<img src=x>";
    assert.deepEqual(parseMarkedPage(sly), page);
  });

  test("a page that is none is no page", () => {
    const wrong: ((page: any) => void)[] = [
      (page) => delete page.text,
      (page) => (page.text = ["نص"]),
      (page) => (page.title = {}),
      (page) => (page.title = "خ".repeat(20_000)),
      (page) => (page.address = null),
      (page) => (page.analysis = null),
      (page) => (page.analysis.claims = { length: 1 }),
      (page) => (page.analysis.claims[0].start = -1),
      (page) => (page.analysis.claims[0].end = 0.5),
      (page) => (page.analysis.claims[0].attribution = null),
      (page) => (page.analysis.claims[0].attribution.source_type = "__proto__"),
      (page) => (page.analysis.claims[0].attribution.official = "0"),
      (page) => (page.analysis.claims[0].score = null),
      (page) => (page.analysis.claims[0].level = "2"),
      (page) => (page.analysis.officials[0].name = { toString: null }),
      (page) => (page.analysis.officials[0].mentions = null),
      (page) => page.analysis.sentences.push({ start: 0 }),
    ];
    for (const spoil of wrong) {
      const page = structuredClone(pageOf(texts[0]!));
      spoil(page);
      assert.equal(parseMarkedPage(page), undefined, String(spoil));
    }
    for (const none of [null, undefined, true, "page", [], {}]) assert.equal(parseMarkedPage(none), undefined);
  });

  test("ranges that are not of the text are refused by the engine, whatever is to be made of them", () => {
    const page = structuredClone(pageOf(texts[0]!));
    page.analysis.claims[0]!.end = page.text.length + 1;
    const { text, analysis } = page;
    assert.throws(() => reports.html(text, analysis, "ar"));
    assert.throws(() => pages.reportFile(text, analysis, "ar"));
    for (const format of ["csv", "json", "markdown", "annotation"] as const) assert.throws(() => pages.export(text, analysis, format, "ar"));
  });
});
