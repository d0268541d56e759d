/** What is made to be kept and printed, as Chromium prints it: worksheet, comparison and report, in both languages, on A4. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { LONG_PATIENCE } from "./patience.mjs";
import { Engine, initSync as startEngine } from "#engine";
import { Pages, initSync as startPages } from "#pages";

const read = (name) => readFileSync(new URL(`../articles/${name}.txt`, import.meta.url), "utf8");

/** A4 at 96 pixels an inch, without the margins of the worksheet. */
const PAPER = { width: 680, height: 994 };

describe("print", () => {
  let browser, folder, engine, pages;

  before(async () => {
    const module = (name) => readFileSync(new URL(`../../dist/wasm/${name}.wasm`, import.meta.url));
    startEngine({ module: module("engine") });
    startPages({ module: module("pages") });
    engine = new Engine("utf16");
    pages = new Pages("utf16");
    browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, pipe: true, timeout: LONG_PATIENCE, args: ["--no-sandbox", "--disable-gpu"] });
    folder = await mkdtemp(join(tmpdir(), "isnad-print-"));
  });

  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const article = (name) => ({ text: read(name), analysis: engine.analyze(read(name)) });

  /** Opens a file as a person does, without a server; says how wide it comes out on paper and what it loaded. */
  async function printed(html) {
    const path = join(folder, "file.html");
    await writeFile(path, html);
    const page = await browser.newPage();
    page.setDefaultTimeout(LONG_PATIENCE);
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.setViewport(PAPER);
    await page.goto(pathToFileURL(path).href);
    await page.emulateMediaType("print");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const direction = await page.evaluate(() => document.documentElement.dir);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.close();
    assert.deepEqual(requests, [pathToFileURL(path).href], "the file needs nothing else");
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    return { width, direction, pages, paper: pdf.match(/\/MediaBox\s*\[([^\]]*)\]/)?.[1].trim() };
  }

  for (const [locale, direction] of [["ar-u-nu-arab", "rtl"], ["en", "ltr"]]) {
    test(`worksheet ${locale}: blank pages, then the answers, on A4`, async () => {
      const { text, analysis } = article("aid");
      const made = (kind) => pages.worksheet(text, analysis, locale, { pages: kind, questions: ["هل تثق بهذا النص؟ لماذا؟"] });
      const [blank, key, both] = [await printed(made("blank")), await printed(made("key")), await printed(made("both"))];
      assert.equal(both.pages, blank.pages + key.pages, "the answers begin on a page of their own");
      assert.ok(blank.pages >= 2 && blank.pages <= 5, `${blank.pages} pages`);
      assert.equal(both.direction, direction);
      assert.ok(both.width <= PAPER.width, `${both.width} pixels`);
      const [, , width, height] = both.paper.split(/\s+/).map(Number);
      assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, both.paper);
    });

    test(`comparison and report ${locale} fit the paper`, async () => {
      const compared = await printed(pages.compareFile(article("aid"), article("agency"), locale));
      const { text, analysis } = article("aid");
      const report = await printed(pages.reportFile(text, analysis, locale));
      for (const { width, pages } of [compared, report]) {
        assert.ok(width <= PAPER.width, `${width} pixels`);
        assert.ok(pages >= 1);
      }
    });
  }
});
