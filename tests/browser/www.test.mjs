/** The page `dist/www` as a visitor sees it, in both browsers, from a static server under a sub-path. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../xtask/node/serve.mjs";
import { eventually, LONG_PATIENCE, WHOLE_SUITE } from "./patience.mjs";

const WWW = new URL("../../dist/www", import.meta.url).pathname;
const BROWSERS = [
  { browser: "chrome", executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", pipe: true, args: ["--no-sandbox", "--disable-gpu"] },
  { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
];

const OWN_TEXT = "قال وزير المالية سامر الحلبي إن بلاده خصصت 3 ملايين دولار لترميم المدارس.\nوأضاف أن العمل يبدأ غداً.";

for (const settings of BROWSERS) {
  describe(`www in ${settings.browser}`, { timeout: WHOLE_SUITE }, () => {
    let server, browser, page, files, requests, errors;

    before(async () => {
      server = await serve(WWW, { base: "/some/where/" });
      browser = await puppeteer.launch({ ...settings, headless: true, timeout: LONG_PATIENCE, defaultViewport: { width: 1280, height: 900 } });
      files = await mkdtemp(join(tmpdir(), "isnad-www-"));
    });

    after(async () => {
      await browser?.close();
      await server?.close();
      await rm(files, { recursive: true, force: true });
    });

    beforeEach(async () => {
      page = await browser.newPage();
      page.setDefaultTimeout(LONG_PATIENCE);
      requests = [];
      errors = [];
      // Firefox counts fonts of its own interface, which have no address.
      page.on("request", (request) => request.url().startsWith("data:") || requests.push(request.url()));
      page.on("pageerror", (error) => errors.push(error));
      // The card's root is closed; here it is our own page that opens it, so the test may keep a key.
      await page.evaluateOnNewDocument(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
          return (globalThis.lastRoot = attach.call(this, options));
        };
        localStorage.clear();
      });
    });

    afterEach(async () => {
      await page.close();
      assert.deepEqual(errors, []);
    });

    const open = async (fragment = "") => {
      await page.goto(server.url + fragment);
      await page.waitForSelector("body.ready");
    };
    const painted = (look) =>
      page.evaluate((look) => {
        const text = ({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range.toString();
        };
        return [...(CSS.highlights.get(`isnad-${look}`) ?? [])].map(text);
      }, look);
    /** Waits until what is painted of a look is so. */
    const willBePainted = (look, words) => eventually(async () => assert.deepEqual(await painted(look), words));
    const says = (pattern) => eventually(async () => assert.match((await shown("#message")) ?? "", pattern));
    const shown = (selector) => page.$eval(selector, (element) => (element.checkVisibility() ? element.textContent.trim() : null));
    const paste = async (text) => {
      await page.$eval("#own-text", (area, text) => (area.value = text), text);
      await page.click("#own button");
    };
    const upload = async (name, content) => {
      await writeFile(join(files, name), content);
      await (await page.$("#own-file")).uploadFile(join(files, name));
    };
    const card = async () => {
      await page.waitForSelector("html > [popover]");
      return page.evaluate(() => lastRoot.querySelector(".entries").textContent);
    };
    const middleOf = (words) =>
      page.evaluate((words) => {
        const walker = document.createTreeWalker(document.querySelector("#article"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.data.indexOf(words);
          if (start < 0) continue;
          node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + words.length);
          const { x, y, width, height } = range.getClientRects()[0];
          return { x: x + width / 2, y: y + height / 2 };
        }
      }, words);

    test("shows a sample, marked, with its report", async () => {
      await open("#aid");
      assert.match(await shown("#article h1"), /مؤتمر المانحين/);
      assert.ok((await painted("figure")).includes("120 مليون يورو"), "a funding figure is painted");
      assert.ok((await painted("official")).includes("رانيا عبد الحميد"), "an official is painted");
      assert.ok((await painted("unnamed")).some((claim) => claim.includes("تفيد تقديرات")), "a vague source has its line");
      assert.match(await shown("#report"), /رانيا عبد الحميد/);
      assert.match(await shown("#count"), /\d+/);
    });

    test("asks the network for its own files only", async () => {
      await open("#own");
      await paste(OWN_TEXT);
      await willBePainted("official", ["سامر الحلبي"]);
      assert.ok(requests.length >= 4, requests.join(" "));
      assert.deepEqual(requests.filter((url) => !url.startsWith(server.url)), []);
    });

    test("what a visit does not need is not fetched before it is asked for", async () => {
      await open("#aid");
      const part = (name) => requests.filter((url) => url.includes(`/part-${name}-`)).length;
      const parts = ["tools", "read-file", "article-of-html", "words-en", "economy"];
      // The worker that keeps everything for later asks for itself.
      assert.deepEqual(parts.filter(part), []);
      await page.evaluate(() => (location.hash = "#aid/lesson"));
      await page.waitForSelector("#lesson .says");
      assert.equal(part("tools"), 1);
    });

    test("every sample has figures or officials to show, and going back returns to the one before", async () => {
      await open("#agency");
      for (const name of ["economy", "opinion", "aid"]) {
        await page.click(`#choices a[href="#${name}"]`);
        await page.waitForFunction((name) => document.querySelector("#choices [aria-current]").hash === `#${name}`, {}, name);
        await eventually(async () => assert.ok((await painted("figure")).length + (await painted("official")).length > 0, name));
      }
      await page.goBack();
      await eventually(async () => assert.match(await shown("#article h1"), /الصمت/));
    });

    test("explains a mark under the pointer, and the next ones from the keyboard", async () => {
      await open("#aid");
      const { x, y } = await middleOf("120 مليون يورو");
      await page.mouse.move(x, y);
      assert.match(await card(), /رقم تمويل/);
      await page.keyboard.press("Escape");
      await eventually(async () => assert.equal(await page.$("html > [popover]"), null));
      await page.focus("#next");
      await page.keyboard.press("Enter");
      assert.ok((await card()).length > 20);
    });

    test("a row of the report leads to its words", async () => {
      await open("#aid");
      await page.$eval('#report [data-kind="official"]', (row) => row.click());
      assert.match(await card(), /مسؤول/);
      await eventually(async () => {
        const current = (await painted("current")).join("");
        assert.ok((await painted("official")).includes(current), current);
      });
    });

    test("speaks Arabic first, and English", async () => {
      await open("#aid");
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["ar", "rtl"]);
      await page.click("#language");
      await eventually(async () => assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "ltr"]));
      assert.match(await shown("footer"), /Nothing leaves/);
      assert.equal(await page.$eval("#report .isnad-report", (report) => report.lang), "en");
      assert.equal(await page.$eval("#article", (article) => article.dir), "rtl");
      await page.click("#language");
      await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl"));
    });

    test("marks a pasted text", async () => {
      await open("#own");
      await paste(OWN_TEXT);
      await willBePainted("figure", ["3 ملايين دولار"]);
      await willBePainted("official", ["سامر الحلبي"]);
      // What was pasted is still there after a look at a sample.
      await page.click('#choices a[href="#opinion"]');
      await page.waitForFunction(() => document.querySelector("#article h1"));
      await page.click('#choices a[href="#own"]');
      await page.waitForFunction(() => !document.querySelector("#article h1"));
      await willBePainted("official", ["سامر الحلبي"]);
    });

    test("paints on what is there, however the text is written", async () => {
      await open("#own");
      await paste("😀 \u202bقـال وَزيرُ الماليّة سامر الحلبي\u202c إنّ بلاده خصّصت ٣ ملايين دولار للمدارس.\r\n👩‍👩‍👧 تابعونا");
      await willBePainted("official", ["سامر الحلبي"]);
      await willBePainted("figure", ["٣ ملايين دولار"]);
    });

    test("says what is wrong with an empty, a foreign or a huge text", async () => {
      await open("#own");
      await paste("  \n ");
      await says(/لا نص هنا/);
      await paste("The minister said that the bridge would open next month.");
      await says(/العربية/);
      await paste("قال الوزير إن العمل بدأ.\n".repeat(25_000));
      await says(/أطول/);
      assert.equal(await shown("#article"), null);
      await paste(OWN_TEXT);
      await willBePainted("figure", ["3 ملايين دولار"]);
      assert.equal(await shown("#message"), null);
    });

    test("opens a saved page: its article only, no script run, nothing loaded", async () => {
      await open("#own");
      await upload(
        "page.html",
        `<!doctype html><title>خبر</title><script>document.title = "ran"; fetch("https://example.com/")</script>
         <nav><a href="/">الرئيسية</a></nav>
         <article><h1>ترميم المدارس يبدأ</h1><p>قال وزير المالية <a href="https://example.com/p">سامر <b>الحلبي</b></a> إن بلاده خصصت <i>3 ملايين</i> دولار لترميم
         المدارس في القرى البعيدة عن العاصمة.</p><img src="https://example.com/x.png" onerror="document.title = 'ran'">
         <p>وأضاف أن العمل يبدأ غداً في عشرين مدرسة، وأن الوزارة ستنشر أسماءها قبل نهاية الأسبوع الجاري.</p></article>`,
      );
      await page.waitForFunction(() => document.querySelector("#article h1")?.textContent === "ترميم المدارس يبدأ");
      await willBePainted("official", ["سامر الحلبي"]);
      await willBePainted("figure", ["3 ملايين دولار"]);
      assert.doesNotMatch(await shown("#article"), /الرئيسية/);
      assert.notEqual(await page.title(), "ran");
      assert.deepEqual(requests.filter((url) => !url.startsWith(server.url)), []);
    });

    test("opens a text file, and says so when a file is none", async () => {
      await open("#own");
      await upload("article.txt", OWN_TEXT);
      await page.waitForFunction(() => document.querySelector("#article p"));
      await willBePainted("official", ["سامر الحلبي"]);
      await upload("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]));
      await says(/ليس نصاً/);
      assert.equal(await shown("#article"), null);
    });

    test("fits every window from 320 to 1600 pixels", async () => {
      await open("#economy");
      for (const width of [320, 390, 600, 768, 1000, 1280, 1600]) {
        await page.setViewport({ width, height: 800 });
        await page.waitForFunction((width) => innerWidth === width, {}, width);
        for (const language of ["ar", "en"]) {
          await page.waitForFunction((language) => document.documentElement.lang === language, {}, language);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
          await page.click("#language");
        }
      }
    });
  });
}
