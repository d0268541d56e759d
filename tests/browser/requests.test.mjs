/** Everything is used, in a browser whose every way out leads through a proxy: it is asked for the pages that were opened and for nothing else. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { grantedCopy } from "./granted-copy.mjs";
import { painted, placeOf } from "./marks.mjs";
import { eventually, PATIENCE, WHOLE_SUITE } from "./patience.mjs";
import { startProxy } from "./proxy.mjs";
import { servePages } from "./serve.mjs";

/** What the browsers ask their makers for, extension or not; not all of it can be switched off. */
const MAKERS = /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:google|googleapis|gvt1|gstatic|mozilla|firefox)\.(?:com|net|org)(?::\d+)?(?:\/|$)/;

/** What might still be on its way when the last thing is done. In milliseconds. */
const STRAGGLERS = 1500;

for (const launch of [launchChromium, launchFirefox]) {
  const browser = launch.name.replace("launch", "");
  describe(`requests in ${browser}`, { timeout: WHOLE_SUITE }, () => {
    let driver, server, proxy, copy;

    before(async () => {
      server = await servePages();
      proxy = await startProxy(new URL(server.url("")).origin);
      copy = await grantedCopy(browser.toLowerCase(), ["http://127.0.0.1/*"]);
      driver = await launch({ extension: copy.folder, proxy: proxy.port });
      await copy.ready(driver);
    });

    after(async () => {
      await driver?.close();
      await copy?.remove();
      proxy?.close();
      server?.close();
    });

    const opened = [];
    const open = async (page) => {
      opened.push(server.url(page));
      await driver.open(server.url(page));
    };
    const marked = () => eventually(async () => {
      assert.ok((await painted(driver)).figure?.length);
      assert.match((await driver.button()).badge, /\d|[٠-٩]/);
    });
    const inPanel = (selector, act = (one) => one.click()) =>
      eventually(() =>
        driver.inPanel(
          new Function(
            "selector",
            `const one = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
             if (!one) throw new Error("the panel shows no " + selector);
             (${act})(one);`,
          ),
          selector,
        ),
      );

    test("the proxy sees what is asked for", async () => {
      await open("article.html");
      await marked();
      await eventually(async () => assert.ok(proxy.requests.includes(opened[0])));
      await driver.evaluate(() => Promise.allSettled([fetch("http://collector.example/x", { mode: "no-cors" }), fetch("https://collector.example/y", { mode: "no-cors" })]));
      await eventually(async () => assert.deepEqual(proxy.requests.filter((one) => one.includes("collector.example")).sort(), ["collector.example:443", "http://collector.example/x"]));
      proxy.requests.length = 0;
      opened.length = 0;
    });

    test("marking, cards, keys, panel, filter, search, corrections, exports, lesson, worksheet, presentation, comparison, options, notices ask for nothing", async () => {
      // Always on: marked as it loads. Then cleared and marked by a click.
      await open("article.html");
      await marked();
      await driver.click();
      await eventually(async () => assert.deepEqual(await painted(driver), {}));
      await driver.click();
      await marked();
      await driver.command("next-mark");
      await eventually(async () => assert.ok(await driver.card()));
      await driver.press("Escape");
      const place = await placeOf(driver, "figure");
      await driver.moveTo(place.x - 2, place.y);
      await driver.moveTo(place.x, place.y);
      await eventually(async () => assert.ok(await driver.card()));
      await driver.openPanel();
      await inPanel(".chip.claim");
      await inPanel(".report-view .clear");
      await inPanel("input[type=search]", (field) => {
        field.value = "دينار";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await inPanel(".report-view .clear");
      await inPanel("a.isnad-row");
      await inPanel(".isnad-claims-list .row-opener");
      await inPanel(".isnad-claims-list .copy button");
      await inPanel(".isnad-officials-list .row-opener");
      await inPanel(".isnad-officials-list .row-choices button");
      await inPanel(".corrected button");
      // In one go: the panel draws itself anew after a correction.
      await inPanel("details.save", (menu) => {
        menu.open = true;
        for (const kind of menu.querySelectorAll(".save-kinds button")) kind.click();
      });

      for (const task of [1, 2, 3]) {
        const tab = await driver.newTab(() => inPanel(`#tasks > button:nth-child(${task})`));
        await eventually(async () => assert.ok(await tab.evaluate(() => document.querySelector("#article").textContent.length > 100)));
        await tab.evaluate(() => {
          const button = [...document.querySelectorAll("#lesson button, #worksheet .actions button:last-child, #present button")].find((one) => one.checkVisibility());
          button?.click();
        });
        await tab.close();
      }
      const first = await driver.tab;
      opened.push(server.url("sites/wire.html"));
      await driver.openTab(server.url("sites/wire.html"));
      await eventually(async () => assert.ok((await painted(driver)).named?.length));
      await driver.showTab(first);
      const comparison = await driver.newTab(() =>
        eventually(() =>
          driver.inPanel(() => {
            const other = document.querySelector(".others button");
            if (other?.checkVisibility()) return other.click();
            // The panel draws itself anew with the tab in front.
            document.querySelector("#tasks > button:nth-child(4)").click();
            throw new Error("the panel offers no other page");
          }),
        ),
      );
      await eventually(async () => assert.ok(await comparison.evaluate(() => document.querySelector(".comparison-table table") !== null)));
      await comparison.evaluate(() => document.querySelector("#compare .actions button").click());
      await comparison.close();
      await driver.closePanel();

      await driver.open(await driver.addressOf("reading.html"));
      await eventually(async () => assert.ok(await driver.evaluate(() => document.querySelector("#report > *") !== null)));
      await driver.open(await driver.addressOf("options.html"));
      for (const value of ["en", "all", "arab", "ar", "few", "latn"]) {
        await eventually(() => driver.evaluate((value) => document.querySelector(`input[value=${value}]`).click(), value));
      }
      await open("english.html");
      // The first click may be one that clears: the site is always on, and the page is looked at already.
      const said = () => eventually(async () => assert.equal((await driver.button()).badge, "–"), PATIENCE / 10);
      await eventually(async () => {
        await driver.click();
        await said();
      });
      await driver.endBackground();
      await open("framed.html?frame=frame.html");
      opened.push(server.url("frame.html"));
      await marked();

      await new Promise((resolve) => setTimeout(resolve, STRAGGLERS));
      assert.deepEqual(proxy.requests.filter((one) => !opened.includes(one) && !MAKERS.test(one)), []);
      for (const page of opened) assert.ok(proxy.requests.includes(page), `${page} came through the proxy`);
    });
  });
}
