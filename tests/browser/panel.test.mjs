/** The panel beside a marked page, in both browsers: filter, search, corrections, and the tasks that open in a tab of their own. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { contrastFaultsOf, faultsOf } from "./accessibility.mjs";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { painted, placeOf } from "./marks.mjs";
import { eventually, WHOLE_SUITE } from "./patience.mjs";
import { makeSmall } from "./small-png.mjs";
import { servePages } from "./serve.mjs";

const SCREENS = new URL("../../docs/screens/", import.meta.url).pathname;

for (const launch of [launchChromium, launchFirefox]) {
  describe(launch.name.replace("launch", "panel in "), { timeout: WHOLE_SUITE }, () => {
    let driver, server;

    before(async () => {
      server = await servePages();
      driver = await launch();
    });

    after(async () => {
      await driver?.close();
      server?.close();
    });

    /** Clicks as soon as it is there: the panel draws itself anew after the page. */
    const clickInPanel = (selector) =>
      eventually(() =>
        driver.inPanel((selector) => {
          const one = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
          if (!one) throw new Error(`the panel shows no ${selector}`);
          one.click();
        }, selector),
      );
    const panelText = () => driver.inPanel(() => document.body.innerText);
    /** A marked page with its panel open. */
    const openPanel = async (prepare = () => undefined) => {
      await driver.open(server.url("article.html"));
      await driver.evaluate(prepare);
      await driver.click();
      await eventually(async () => {
        assert.ok((await painted(driver)).figure?.length);
        assert.match((await driver.button()).badge, /\d/);
      });
      // The card has the button that opens the panel in Chromium.
      const place = await placeOf(driver, "figure");
      await driver.moveTo(place.x - 2, place.y);
      await driver.moveTo(place.x, place.y);
      await eventually(async () => assert.ok(await driver.card()));
      await driver.openPanel();
      await eventually(async () => assert.match(await panelText(), /سامر الحلبي/));
      await driver.press("Escape");
      await eventually(async () => {
        assert.equal(await driver.card(), null);
        assert.equal((await painted(driver)).current, undefined);
      });
    };
    const close = async () => {
      await driver.closePanel();
      await driver.click();
      await eventually(async () => assert.deepEqual(await painted(driver), {}));
    };

    test("of a page whose analysis is longer than browsers hand over, the panel says that it has no report", async () => {
      await openPanel();
      await driver.open(server.url("empty.html"));
      await driver.click();
      await driver.notice();
      // What is seen of such a page from outside: it has marks, and answers with nothing.
      await driver.inBackground(async () => {
        const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const asLongPage = () => {
          chrome.runtime.onMessage.addListener(({ type }, _, answer) => {
            if (type === "result") answer(null);
          });
          return chrome.runtime.sendMessage({ type: "state", state: { count: 90_000 }, running: true, first: false }).then(() => null);
        };
        await chrome.scripting.executeScript({ target: { tabId }, func: asLongPage });
      });
      await eventually(async () => assert.match(await panelText(), /أطول من أن يُعرض تقريره/));
      assert.ok(await driver.inPanel(() => document.getElementById("marked").hidden));
      await driver.closePanel();
    });

    test("the page's marks follow the panel's filter, and all come back when the panel is closed", async () => {
      await openPanel();
      const before = await painted(driver);
      await clickInPanel(".chip.claim");
      await eventually(async () => {
        const { named, unnamed, author, figure } = await painted(driver);
        assert.deepEqual([named, unnamed, author, figure], [[], [], [], before.figure]);
      });
      await driver.closePanel();
      await eventually(async () => assert.deepEqual(await painted(driver), before));
      await driver.click();
      await eventually(async () => assert.deepEqual(await painted(driver), {}));
    });

    test("a dismissed official loses the mark on the page, on the next visit too; undo brings it back", async () => {
      await openPanel();
      const before = (await painted(driver)).official;
      await clickInPanel(".isnad-officials-list .row-opener");
      await clickInPanel(".isnad-officials-list .row-choices button");
      await eventually(async () => assert.ok((await painted(driver)).official.length < before.length));
      await close();
      await openPanel();
      await eventually(async () => assert.ok((await painted(driver)).official.length < before.length));
      await clickInPanel(".corrected button");
      await eventually(async () => assert.deepEqual((await painted(driver)).official, before));
      await close();
    });

    test("a claim's source is corrected: its line changes on the page", async () => {
      await openPanel();
      const before = (await painted(driver)).author.length;
      await clickInPanel(".isnad-claims-list li:has(.is-named) .row-opener");
      await driver.inPanel(() => {
        const select = [...document.querySelectorAll(".row-choices select")].find((one) => one.checkVisibility());
        select.value = "author";
        select.dispatchEvent(new Event("change"));
      });
      await eventually(async () => assert.equal((await painted(driver)).author.length, before + 1));
      await clickInPanel(".corrected button");
      await eventually(async () => assert.equal((await painted(driver)).author.length, before));
      await close();
    });

    test("a lesson on the page opens in a tab of its own, with the page's text", async () => {
      await openPanel();
      const tab = await driver.newTab(() => clickInPanel("#tasks button"));
      await eventually(async () => assert.match(await tab.evaluate(() => document.querySelector("#article").textContent), /سامر الحلبي/));
      await eventually(async () => assert.ok(await tab.evaluate(() => document.querySelector("#lesson").checkVisibility())));
      await tab.close();
      await close();
    });

    test("a text that is too long for the reading page is not handed over whole, and the page says so", async () => {
      // Words that claim nothing: a report as short as ever, of a text as long as a book.
      await openPanel(() => {
        const page = Array.from({ length: 300 }, () => Object.assign(document.createElement("p"), { textContent: "وردة وزهرة وشجرة ".repeat(110) }));
        document.querySelector("article").append(...page);
      });
      const tab = await driver.newTab(() => clickInPanel("#tasks button"));
      await eventually(async () => assert.match(await tab.evaluate(() => document.querySelector("#message").textContent), /أطول مما تحلله الصفحة/));
      await tab.close();
      const kept = await driver.inPanel(async () => JSON.stringify(await chrome.storage.session.get(null)).length);
      assert.ok(kept < 2_000_000, `${kept} characters`);
      await close();
    });

    test("what was handed to tabs that are closed is forgotten, what open ones hold is not", async () => {
      await openPanel();
      const article = await driver.tab;
      const first = await driver.newTab(() => clickInPanel("#tasks button"));
      await first.evaluate(() => history.replaceState(null, "", "?pages=reading 1 open"));
      await driver.showTab(article);
      await eventually(async () => assert.ok(await driver.inPanel(() => document.querySelector("#tasks button")?.checkVisibility())));
      await driver.inPanel(() => chrome.storage.session.set({ "reading 1 open": [], "reading 1 closed": [] }));
      const second = await driver.newTab(() => clickInPanel("#tasks button"));
      await eventually(async () => {
        const kept = await driver.inPanel(async () => Object.keys(await chrome.storage.session.get(null)));
        assert.deepEqual(kept.filter((key) => key.startsWith("reading 1 ")), ["reading 1 open"]);
      });
      await second.close();
      await driver.showTab(article);
      await close();
    });

    test("a marked page is compared with that of another tab; without another, the panel says how", async () => {
      await openPanel();
      await clickInPanel("#tasks > button:nth-child(4)");
      await eventually(async () => assert.match(await panelText(), /أبرِز مقالاً آخر/));
      await close();
      const first = await driver.tab;
      await driver.open(server.url("sites/wire.html"));
      await driver.click();
      await eventually(async () => assert.ok((await painted(driver)).named?.length));
      await driver.openTab(server.url("article.html"));
      await openPanel();
      await clickInPanel("#tasks > button:nth-child(4)");
      const comparison = await driver.newTab(() => clickInPanel(".others button"));
      await eventually(async () => {
        const headings = await comparison.evaluate(() => [...document.querySelectorAll(".comparison-table thead th")].map(({ textContent }) => textContent.trim()));
        assert.deepEqual(headings.slice(0, 2), ["منحة أوروبية لترميم المدارس في إقليم الساحل", "اتفاق لإنشاء محطة شمسية بطاقة 200 ميغاواط في الواحة الكبرى"]);
      });
      await comparison.close();
      await close();
      await driver.closeTab(await driver.tab);
      await driver.showTab(first);
    });

    test("axe-core finds nothing in the panel, in the empty panel and on the options page", async () => {
      const panel = { evaluate: (fn, ...args) => driver.inPanel(fn, ...args), prefer: (colors) => driver.preferInPanel(colors), keep: (path) => driver.screenshotPanel(path) };
      const options = { evaluate: (fn, ...args) => driver.evaluate(fn, ...args), prefer: (colors) => driver.prefer({ colors }), keep: (path) => driver.screenshot(path) };
      /** In both themes. The documentation shows Arabic in the light one, English in the dark one. */
      const look = async (screen, name, language) => {
        await screen.prefer("light");
        assert.deepEqual(await faultsOf(screen), [], `${name}, ${language}, light`);
        if (language === "ar") await keep(screen, `${name}-ar`);
        await screen.prefer("dark");
        assert.deepEqual(await contrastFaultsOf(screen), [], `${name}, ${language}, dark`);
        if (language === "en") await keep(screen, `${name}-en`);
        await screen.prefer("light");
      };
      const keep = async (screen, name) => {
        if (launch !== launchChromium) return;
        await mkdir(SCREENS, { recursive: true });
        const path = `${SCREENS}${name}.png`;
        await screen.keep(path);
        await makeSmall(path);
      };
      for (const language of ["ar", "en"]) {
        await driver.open(await driver.addressOf("options.html"));
        await eventually(async () => assert.ok(await driver.evaluate(() => document.querySelector("input:checked"))));
        await driver.evaluate((language) => document.querySelector(`input[value=${language}]`).click(), language);
        await eventually(async () => assert.equal(await driver.evaluate(() => document.documentElement.lang), language));
        await look(options, "options", language);
        await openPanel();
        await look(panel, "panel", language);
        await driver.click();
        await eventually(async () => assert.ok(await driver.inPanel(() => !document.getElementById("empty").hidden)));
        await look(panel, "panel-empty", language);
        await driver.closePanel();
      }
    });
  });
}
