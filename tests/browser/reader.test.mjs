/** What a reader and a class do on the page `dist/www`, in both browsers, with keyboard and pointer; every screen is looked at by axe-core. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../xtask/node/serve.mjs";
import { contrastFaultsOf, faultsOf } from "./accessibility.mjs";
import { painted } from "./marks.mjs";
import { eventually, LONG_PATIENCE, WHOLE_SUITE } from "./patience.mjs";
import { makeSmall } from "./small-png.mjs";

const WWW = new URL("../../dist/www", import.meta.url).pathname;
/** Where the pictures of the documentation are. Made here, so that they never age. */
const SCREENS = new URL("../../docs/screens/", import.meta.url).pathname;
const BROWSERS = [
  { browser: "chrome", executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", pipe: true, args: ["--no-sandbox", "--disable-gpu"] },
  { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
];
const LANGUAGES = ["ar", "en"];

for (const settings of BROWSERS) {
  describe(`reader in ${settings.browser}`, { timeout: WHOLE_SUITE }, () => {
    let server, browser, page, errors, saved;
    const isChromium = settings.browser === "chrome";

    before(async () => {
      server = await serve(WWW, { base: "/some/where/" });
      saved = await mkdtemp(join(tmpdir(), "isnad-saved-"));
      const downloads = { policy: "allow", downloadPath: saved };
      browser = await puppeteer.launch({
        ...settings,
        headless: true,
        timeout: LONG_PATIENCE,
        defaultViewport: { width: 1280, height: 900 },
        ...(isChromium ? { downloadBehavior: downloads } : { extraPrefsFirefox: { "dom.events.testing.asyncClipboard": true, "browser.download.folderList": 2, "browser.download.dir": saved, "browser.helperApps.neverAsk.saveToDisk": "text/html,text/csv,text/markdown,application/json,application/ld+json" } }),
      });
      // Firefox asks nobody where its setting says so.
      if (isChromium) await browser.defaultBrowserContext().overridePermissions(new URL(server.url).origin, ["clipboard-read", "clipboard-sanitized-write"]);
    });

    after(async () => {
      await browser?.close();
      await server?.close();
      await rm(saved, { recursive: true, force: true });
    });

    beforeEach(async () => {
      page = await browser.newPage();
      page.setDefaultTimeout(LONG_PATIENCE);
      errors = [];
      page.on("pageerror", (error) => errors.push(error));
    });

    afterEach(async () => {
      await page.close();
      assert.deepEqual(errors, []);
    });

    /** Opens the page at a fragment as a reader who has been there before, or with other things in its storage. */
    const open = async (fragment, storage = {}) => {
      // Any file of the same origin will do to fill the storage from.
      await page.goto(`${server.url}icon.svg`);
      await page.evaluate((storage) => {
        localStorage.clear();
        for (const [name, value] of Object.entries({ visited: "1", ...storage })) if (value !== null) localStorage.setItem(`isnad-${name}`, value);
      }, storage);
      await page.goto(server.url + fragment);
      await ready();
    };
    const ready = () => page.waitForSelector("body.ready");
    const visible = (selector) => page.$$eval(selector, (found) => found.filter((one) => one.checkVisibility()).length);
    const textOf = (selector) => page.$eval(selector, (one) => one.textContent.trim());
    const clickOn = (selector) => page.locator(selector).click();
    const marks = () => painted(page);
    /** Waits until a check passes: what is pressed and clicked takes effect a moment later. */
    const soon = (check) => eventually(async () => check());
    const type = async (selector, text) => {
      await page.focus(selector);
      await page.keyboard.type(text);
    };
    /** Selects words of the article as a drag does. */
    const select = (words) =>
      page.evaluate((words) => {
        const walker = document.createTreeWalker(document.querySelector("#article"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.data.indexOf(words);
          if (start < 0) continue;
          getSelection().setBaseAndExtent(node, start, node, start + words.length);
          return;
        }
        throw new Error(`the article has no ${words}`);
      }, words);
    /** The file that was saved, by its ending. */
    const savedFile = (ending) =>
      eventually(async () => {
        const name = (await readdir(saved)).find((name) => name.endsWith(ending));
        assert.ok(name, `no ${ending} was saved`);
        const content = await readFile(join(saved, name), "utf8");
        assert.ok(content.length > 0);
        await rm(join(saved, name));
        return content;
      });

    test("the report says what the article rests on: ladder, key claims, sums, officials, in this order", async () => {
      await open("#aid");
      assert.equal(await visible("#report .isnad-rung"), 7);
      const tops = await page.$$eval("#report .isnad-ladder, #report .isnad-claims, #report .isnad-figures, #report .isnad-officials", (parts) => parts.map((part) => part.getBoundingClientRect().top));
      assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
      assert.equal(tops.length, 4);
    });

    test("kinds that are switched off lose their rows and their marks; clearing brings them back", async () => {
      await open("#aid");
      const before = await marks();
      await clickOn("#report .chip.claim");
      await soon(async () => {
        const without = await marks();
        assert.deepEqual([without.named, without.unnamed, without.author], [[], [], []]);
        assert.deepEqual(without.figure, before.figure);
        assert.equal(await visible("#report .isnad-claims"), 0);
        assert.match(await textOf("#report .found"), /\d+ من \d+/);
      });
      await clickOn("#report .clear");
      await soon(async () => {
        assert.deepEqual(await marks(), before);
        assert.equal(await visible("#report .isnad-claims"), 1);
      });
    });

    test("a rung of the ladder shows its claims alone, and what stands in them", async () => {
      await open("#aid");
      await clickOn('#report .isnad-rung[data-source="vague"] button');
      await soon(async () => {
        const { named, author, unnamed } = await marks();
        assert.deepEqual([named, author], [[], []]);
        assert.ok(unnamed.length > 0);
        assert.equal(await page.$eval('#report [data-source="vague"] button', (rung) => rung.ariaPressed), "true");
      });
      await clickOn('#report .isnad-rung[data-source="vague"] button');
      await soon(async () => assert.ok((await marks()).named.length > 0));
    });

    test("stance and certainty narrow further", async () => {
      await open("#portCritical");
      await clickOn("#report .more");
      await page.select("#report .more-filters label:nth-child(2) select", "doubtful");
      await soon(async () => {
        const rows = await page.$$eval("#report .isnad-claims-list > li", (rows) => rows.filter((row) => !row.hidden).map((row) => row.textContent));
        assert.ok(rows.length >= 1 && rows.every((row) => row.includes("زعم")), rows.join("\n"));
      });
    });

    test("search finds words however they are spelt, and says when there are none", async () => {
      await open("#aid");
      await type("#report input[type=search]", "الامم المتحده");
      await soon(async () => {
        const rows = await visible("#report .isnad-row");
        assert.ok(rows >= 1 && rows < 12, `${rows} rows`);
      });
      await type("#report input[type=search]", "زقزوق");
      await soon(async () => assert.deepEqual([await visible("#report .isnad-row"), await textOf("#report .found")], [0, "لا شيء يوافق ما اخترت."]));
    });

    test("key claims only", async () => {
      await open("#agency");
      await clickOn("#report .chips button:last-child");
      await soon(async () => {
        assert.equal(await visible("#report .isnad-routine"), 0);
        assert.ok((await visible("#report .isnad-claims-list > li")) > 3);
      });
    });

    test("the keyboard goes from row to row, to the search, and from a row to its mark", async () => {
      await open("#aid");
      await page.focus("#report .isnad-claims-list .isnad-row");
      const first = await page.evaluate(() => document.activeElement.dataset.index);
      await page.keyboard.press("ArrowDown");
      await soon(async () => assert.notEqual(await page.evaluate(() => document.activeElement.dataset.index), first));
      await page.keyboard.press("Enter");
      await soon(async () => assert.equal((await marks()).current?.length, 1));
      await page.keyboard.press("Escape");
      await soon(async () => assert.equal((await marks()).current, undefined));
      await page.focus("#report .isnad-claims-list .isnad-row");
      await page.keyboard.press("/");
      await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.type), "search"));
    });

    test("a claim is copied as a search, and nothing is opened", async () => {
      await open("#aid");
      const pages = (await browser.pages()).length;
      await clickOn("#report .isnad-claims-list li:first-child .row-opener");
      await clickOn("#report .isnad-claims-list li:first-child .copy button");
      const words = await eventually(async () => {
        const words = await textOf("#report .copied bdi");
        assert.ok(words.length > 20);
        return words;
      });
      assert.ok(words.split(" ").length <= 32);
      await soon(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), words));
      assert.equal((await browser.pages()).length, pages);
    });

    test("a dismissed mark goes from text and counts, stays gone, and undo brings it back", async () => {
      await open("#aid");
      const before = await marks();
      await clickOn("#report .isnad-officials-list li .row-opener");
      await clickOn("#report .isnad-officials-list li .row-choices button");
      await eventually(async () => assert.ok((await marks()).official.length < before.official.length));
      await page.reload();
      await ready();
      const kept = await marks();
      assert.ok(kept.official.length < before.official.length);
      assert.match(await textOf("#report .corrected"), /1/);
      await clickOn("#report .corrected button");
      await soon(async () => {
        assert.deepEqual((await marks()).official, before.official);
        assert.equal(await visible("#report .corrected"), 0);
      });
    });

    test("a corrected source changes the line and the ladder, and is exported as the reader's", async () => {
      await open("#aid");
      const rung = () => textOf('#report .isnad-rung[data-source="unnamed"] .isnad-rung-count');
      const before = await rung();
      await clickOn("#report .isnad-claims-list li:first-child .row-opener");
      await page.select("#report .isnad-claims-list li:first-child .row-choices select", "unnamed");
      await eventually(async () => assert.notEqual(await rung(), before));
      await clickOn("#save summary");
      await clickOn("#save .save-kinds button:nth-child(4)");
      const { analysis } = JSON.parse(await savedFile(".json"));
      const changed = analysis.claims.filter(({ changes }) => changes?.length);
      assert.equal(changed.length, 1);
      assert.equal(changed[0].attribution.source_type, "unnamed");
      assert.equal(changed[0].changes[0].what, "source_type");
    });

    test("an article is saved in five kinds of file", async () => {
      await open("#aid");
      await clickOn("#save summary");
      const saveAs = async (nth, ending) => {
        await clickOn(`#save .save-kinds button:nth-child(${nth})`);
        return savedFile(ending);
      };
      assert.match(await saveAs(1, ".html"), /^<!DOCTYPE html>[^]*رانيا عبد الحميد/);
      assert.match(await saveAs(2, ".csv"), /^\ufeff/);
      assert.match(await saveAs(3, ".md"), /رانيا عبد الحميد/);
      assert.equal(JSON.parse(await saveAs(4, ".json")).text.split("\n").length, 8);
      assert.match(await saveAs(5, ".jsonld"), /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/);
    });

    test("a lesson: select, say, reveal by the sentence and at once, keep the result", async () => {
      await open("#aid/lesson");
      assert.deepEqual(Object.values(await marks()).flat(), []);
      assert.equal(await visible("#report"), 0);
      await clickOn('#lesson [data-key="8"]');
      await soon(async () => assert.match(await textOf(".lesson-status"), /حدّد/));
      await select("20 مليون يو");
      await eventually(async () => assert.match(await textOf(".lesson-status"), /«120 مليون يورو»/));
      await clickOn('#lesson [data-key="8"]');
      await soon(async () => assert.deepEqual((await marks()).figure, ["120 مليون يورو"]));
      await select("جابر العوض");
      await eventually(async () => assert.match(await textOf(".lesson-status"), /جابر/));
      await clickOn('#lesson [data-key="9"]');
      await soon(async () => assert.equal((await marks()).official.length, 1));
      await clickOn("#lesson .actions .primary");
      await soon(async () => assert.equal(await visible(".revealed > li"), 1));
      await clickOn("#lesson .actions button:nth-child(2)");
      await soon(async () => {
        assert.ok((await visible(".revealed > li")) > 8);
        assert.deepEqual([await textOf(".tally .hit dd"), await textOf(".tally .extra dd")], ["1", "1"]);
        assert.ok((await visible(".entry.miss .why")) > 5);
      });
      await clickOn("#lesson .save summary");
      await clickOn("#lesson .save-kinds button:nth-child(4)");
      const { lesson } = JSON.parse(await savedFile(".json"));
      assert.equal(lesson.filter(({ outcome }) => outcome === "hit").length, 1);
      await page.evaluate(() => localStorage.clear());
    });

    test("a lesson by keyboard alone", async () => {
      await open("#aid/lesson");
      await page.focus("#article");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("3");
      await soon(async () => {
        assert.match(await textOf(".lesson-status"), /1/);
        assert.equal((await marks()).named.length, 1);
      });
      await page.focus("#article");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.down("Shift");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.up("Shift");
      await soon(async () => assert.equal((await marks()).current[0].split(" ").length, 2));
      await page.keyboard.press("Backspace");
    });

    test("present: the type of a long sentence is small enough that all of it is seen", async () => {
      await page.setViewport({ width: 800, height: 600 });
      await open("#aid/present");
      await page.waitForSelector("#present[open]");
      for (let number = 1; number <= 5; number++) {
        await soon(async () => assert.match(await textOf("#present output"), new RegExp(`^${number} `)));
        await soon(async () => assert.ok(await page.$eval(".slide", ({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight), `slide ${number}`));
        await page.keyboard.press("PageDown");
      }
    });

    test("present: one mark at a time, next and back, out again", async () => {
      await open("#aid");
      await clickOn('#modes a[data-mode="present"]');
      await page.waitForSelector("#present[open]");
      const position = () => textOf("#present output");
      for (const [key, number] of [["ArrowLeft", 2], ["ArrowLeft", 3], ["ArrowRight", 2], [" ", 3], ["PageUp", 2]]) {
        await page.keyboard.press(key);
        await soon(async () => assert.match(await position(), new RegExp(`^${number} `), key));
      }
      await clickOn(".slide-text");
      await page.keyboard.press("ArrowLeft");
      await soon(async () => assert.match(await position(), /^3 /, "after a click on the slide"));
      for (const [key, ends] of [["Home", ["true", "false"]], ["End", ["false", "true"]]]) {
        await page.keyboard.press(key);
        await soon(async () => assert.deepEqual(await page.$$eval(".slide-steps button", (buttons) => buttons.map(({ ariaDisabled }) => ariaDisabled)), ends));
      }
      assert.ok((await page.$eval(".slide-text", (text) => parseFloat(getComputedStyle(text).fontSize))) >= 40);
      await clickOn("#present .close");
      await soon(async () => {
        assert.equal(await page.$("#present[open]"), null);
        assert.ok((await marks()).named.length > 0);
      });
    });

    test("a worksheet shows the instructor's own questions, and is saved as a file", async () => {
      await open("#aid/worksheet");
      await type("#questions", "لماذا لم تردّ الوزارة؟");
      const shown = () => page.$eval(".sheet", (sheet) => sheet.shadowRoot.textContent);
      await eventually(async () => assert.match(await shown(), /لماذا لم تردّ الوزارة؟/));
      await clickOn(".sheet-form .actions button:nth-child(2)");
      assert.match(await savedFile(".html"), /لماذا لم تردّ الوزارة؟/);
    });

    test("two articles on one event, with a text of one's own on one side", async () => {
      await open("#compare");
      await soon(async () => assert.match(await textOf(".comparison-table"), /820 مليون درهم/));
      await page.$eval('.comparison-table [data-article="b"] a', (link) => link.click());
      await soon(async () => assert.equal((await marks()).current?.length, 1));
      await page.select(".side:nth-child(2) select", "own");
      await type(".side:nth-child(2) textarea", "قال وزير النقل هيثم البدوي إن المشروع سيكلف 900 مليون درهم.");
      await eventually(async () => assert.match(await textOf(".comparison-table"), /900 مليون درهم/));
    });

    test("a newcomer is offered a tour that stops at every kind of mark; nobody is offered it twice", async () => {
      await open("#aid", { visited: null });
      assert.equal(await visible("#tour"), 1);
      await clickOn("#tour .primary");
      await soon(async () => assert.equal((await marks()).current?.length, 1));
      for (let stop = 0; stop < 6 && (await visible("#tour")); stop++) await page.$eval("#tour .primary", (next) => next.click());
      assert.equal(await visible("#tour"), 0);
      await page.reload();
      await ready();
      assert.equal(await visible("#tour"), 0);
    });

    test("digits by choice: the report's change, the article's stay", async () => {
      await open("#aid", { digits: "arab" });
      assert.match(await textOf("#count"), /[٠-٩]/);
      assert.match(await textOf("#report .isnad-rung-share"), /^[٠-٩]+٪?/);
      assert.match(await textOf("#article"), /512 مليون/);
      await clickOn("#settings-button");
      await clickOn('#settings input[value="latn"]');
      await clickOn("#settings .primary");
      await eventually(async () => assert.match(await textOf("#count"), /\d/));
    });

    test("a long text shows its progress and can be cancelled", async () => {
      await open("#own");
      const long = "قال الوزير سامر الحلبي إن العمل بدأ في القرى.\n".repeat(9_000);
      const seen = await page.evaluate(async (long) => {
        document.querySelector("#own-text").value = long;
        const seen = new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            if (document.querySelector("#progress").hidden) return;
            watch.disconnect();
            document.querySelector("#cancel").click();
            resolve(true);
          });
          watch.observe(document.querySelector("#progress"), { attributes: true });
        });
        document.querySelector("#own button").click();
        return seen;
      }, long);
      assert.ok(seen);
      await eventually(async () => assert.match(await textOf("#message"), /أُلغي/));
      assert.equal(await visible("#reading"), 0);
    });

    if (isChromium) {
      test("the pages of a worksheet are printed alone, the result of a lesson with its article", async () => {
        await open("#aid/worksheet");
        await page.emulateMediaType("print");
        assert.deepEqual([await visible(".sheet"), await visible(".masthead"), await visible(".sheet-form"), await visible("footer")], [1, 0, 0, 0]);
        await page.emulateMediaType("screen");
        await open("#aid/lesson");
        await clickOn("#lesson .actions button:nth-child(2)");
        await page.waitForSelector(".tally");
        await page.emulateMediaType("print");
        assert.deepEqual([await visible("#article"), await visible(".tally"), await visible(".masthead"), await visible("#lesson .actions")], [1, 1, 0, 0]);
      });

      test("forced colours: what is chosen and how long a bar is can be seen", async () => {
        await open("#aid");
        const session = await page.createCDPSession();
        await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
        const style = (selector, property) => page.$eval(selector, (one, property) => getComputedStyle(one)[property], property);
        assert.notEqual(await style("#report .chip[aria-pressed=true]", "boxShadow"), "none");
        assert.equal(await style("#report .chip[aria-pressed=false]", "boxShadow"), "none");
        const [track, value] = [await style("#report .isnad-bar-track", "strokeWidth"), await style("#report .isnad-bar-value", "strokeWidth")].map(parseFloat);
        assert.ok(value > 4 * track, `${value}, ${track}`);
      });

      test("opens without a network once it has been loaded", async () => {
        await open("#aid");
        await page.evaluate(() => navigator.serviceWorker.ready);
        await eventually(async () => assert.ok((await page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).length)) >= 5));
        await page.reload();
        await ready();
        await page.setOfflineMode(true);
        await page.goto(`${server.url}#economy`);
        await page.reload();
        await ready();
        assert.ok((await marks()).figure.length > 0);
        await page.setOfflineMode(false);
      });

      test("where what saves an article cannot be fetched, the page says so, and saves at the next try", async () => {
        let reachable = false;
        await page.setBypassServiceWorker(true);
        await page.setRequestInterception(true);
        page.on("request", (request) => (reachable || !request.url().endsWith("pages.wasm") ? request.continue() : request.abort()));
        await open("#aid");
        await clickOn("#save summary");
        await clickOn("#save .save-kinds button:nth-child(4)");
        await soon(async () => assert.match(await textOf("#message"), /تعذّر تحميل/));
        reachable = true;
        await clickOn("#save .save-kinds button:nth-child(4)");
        assert.ok(JSON.parse(await savedFile(".json")).text);
        assert.equal(await visible("#message"), 0);
      });

      test("less than 450 KB are fetched, as servers compress it, before an article is marked; what saves and compares is not among them", async () => {
        const { brotliCompressSync } = await import("node:zlib");
        await open("#agency");
        const fetched = new Set(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1))));
        assert.ok(fetched.has("engine.wasm") && !fetched.has("pages.wasm"), String([...fetched]));
        let size = 0;
        for (const name of ["index.html", ...fetched]) size += brotliCompressSync(await readFile(join(WWW, name))).length;
        assert.ok(size < 450_000, `${size} bytes`);
      });
    }

    const keepScreen = async (name, language) => {
      await mkdir(SCREENS, { recursive: true });
      const path = `${SCREENS}${name}-${language}.png`;
      // A caret blinks: the same screen is to give the same picture.
      await page.evaluate(() => (document.documentElement.style.caretColor = "transparent"));
      await page.screenshot({ path });
      await makeSmall(path);
    };
    const SCREENS_SHOWN = [
      ["report", "#aid"],
      ["own", "#own"],
      ["lesson", "#aid/lesson"],
      ["lesson-revealed", "#aid/lesson", async () => {
        await select("120 مليون يورو");
        await soon(async () => assert.match(await textOf(".lesson-status"), /120/));
        await clickOn('#lesson [data-key="8"]');
        await soon(async () => assert.equal((await marks()).figure?.length, 1));
        await clickOn("#lesson .actions button:nth-child(2)");
        await page.waitForSelector(".tally");
      }],
      ["present", "#aid/present", async () => page.keyboard.press("End")],
      ["worksheet", "#aid/worksheet"],
      ["compare", "#compare"],
      ["settings", "#aid", () => clickOn("#settings-button")],
      ["about", "#aid", () => clickOn("#about-button")],
      ["tour", "#aid", undefined, { visited: null }],
      ["row", "#aid", async () => {
        await clickOn("#report .more");
        await clickOn("#report .isnad-claims-list li:first-child .row-opener");
        await page.$eval("#report .isnad-claims-list li:first-child", (row) => row.scrollIntoView({ block: "end" }));
      }],
    ];
    for (const [name, fragment, act, storage] of SCREENS_SHOWN) {
      test(`axe-core finds nothing on: ${name}`, async () => {
        const prefer = (theme) => isChromium && page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }, { name: "prefers-reduced-motion", value: "reduce" }]);
        for (const language of LANGUAGES) {
          await prefer("light");
          await open(fragment, { language, ...storage });
          await act?.();
          assert.deepEqual(await faultsOf(page), [], `${language}, light`);
          // English is shown in the dark theme, and both are looked at in both.
          if (isChromium) {
            if (language === "ar") await keepScreen(name, language);
            await prefer("dark");
            assert.deepEqual(await contrastFaultsOf(page), [], `${language}, dark`);
            if (language === "en") await keepScreen(name, language);
          }
          // In Firefox a window that fills the screen takes no other size.
          if (!isChromium && name === "present") continue;
          for (const width of [320, 1600]) {
            await page.setViewport({ width, height: 900 });
            await page.waitForFunction((width) => innerWidth === width, {}, width);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            assert.ok(overflow <= 0, `${overflow} px too wide at ${width}, ${language}`);
          }
          await page.setViewport({ width: 1280, height: 900 });
          await page.waitForFunction(() => innerWidth === 1280);
        }
      });
    }
  });
}
