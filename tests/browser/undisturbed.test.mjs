/** The page goes on as if nothing had happened, and its scripts notice nothing while no card is open. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./patience.mjs";
import { inEachBrowser } from "./reader.mjs";

inEachBrowser("undisturbed", (reader) => {
  const noticed = () => reader.evaluate(() => (window.look(), window.noticed));
  const ready = async () => {
    await reader.open("watchful.html");
    await eventually(async () => assert.ok(await reader.evaluate(() => typeof window.look === "function" && document.hasFocus())));
    // The browser's own arrival at the page: until frames are drawn with nothing to notice.
    await eventually(async () =>
      assert.ok(
        await reader.evaluate(async () => {
          window.noticed.length = 0;
          for (let frames = 0; frames < 5; frames++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          return window.noticed.length === 0;
        }),
      ),
    );
  };

  test("a page that tries notices nothing of the marking, the clearing, the marking again", async () => {
    await ready();
    assert.deepEqual(await noticed(), []);
    await reader.click();
    const { figure } = await reader.marked();
    assert.deepEqual(figure, ["9 ملايين دينار", "3 ملايين دينار"]);
    assert.deepEqual(await noticed(), []);
    await reader.click();
    await reader.cleared();
    await reader.click();
    await reader.marked();
    assert.deepEqual(await noticed(), []);
  });

  test("all that shows is the registry of highlights, which all scripts of a page share: our names there, no element, no rule of the page's", async () => {
    await ready();
    await reader.click();
    await reader.marked();
    const seen = await reader.evaluate(() => ({
      names: [...CSS.highlights.keys()].filter((name) => !name.startsWith("isnad-")),
      elements: document.querySelectorAll("[class*=isnad], [id*=isnad], [data-isnad], isnad, mark").length,
      rules: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter(({ cssText }) => cssText.includes("isnad")).length,
      globals: Object.getOwnPropertyNames(window).filter((name) => /isnad|chrome_|browser$/i.test(name)),
    }));
    assert.deepEqual(seen, { names: [], elements: 0, rules: 0, globals: [] });
  });

  test("none of the extension's files can be reached from a page", async () => {
    await ready();
    const files = ["content.js", "marks.css", "manifest.json", "engine.wasm", "report.wasm", "pages.wasm", "panel.html", "icons/isnad-48.png"];
    const addresses = await Promise.all(files.map((file) => reader.driver.addressOf(file)));
    await reader.evaluate((addresses) => {
      window.reached = [];
      window.tried = 0;
      for (const address of addresses) {
        const image = new Image();
        image.onload = () => window.reached.push(address) && window.tried++;
        image.onerror = () => window.tried++;
        image.src = address;
        fetch(address, { mode: "no-cors" }).then(() => window.reached.push(address), () => undefined).finally(() => window.tried++);
      }
    }, addresses);
    await eventually(async () => assert.equal(await reader.evaluate(() => window.tried), 2 * files.length));
    assert.deepEqual(await reader.evaluate(() => window.reached), []);
  });

  test("nothing is written to the console", async () => {
    await reader.open("article.html");
    const lines = await reader.driver.consoleLines();
    await reader.click();
    await reader.marked();
    await reader.hover("figure");
    await reader.driver.press("Escape");
    await reader.noCard();
    await reader.click();
    await reader.cleared();
    assert.deepEqual(await reader.driver.consoleLines().then((now) => now.slice(lines.length)), []);
  });

  test("selecting, copying and finding give what they gave", async () => {
    const tries = () => {
      const copied = [];
      document.addEventListener("copy", () => copied.push(String(getSelection())), { once: true });
      getSelection().selectAllChildren(document.querySelector("article"));
      document.execCommand("copy");
      const selected = String(getSelection());
      getSelection().removeAllRanges();
      const found = window.find("سامر الحلبي");
      const where = String(getSelection());
      const range = getSelection().rangeCount && getSelection().getRangeAt(0);
      const box = range && JSON.stringify(range.getBoundingClientRect());
      getSelection().removeAllRanges();
      return { copied, selected, found, where, box, text: document.querySelector("article").innerText };
    };
    await reader.open("article.html");
    const before = await reader.evaluate(tries);
    assert.ok(before.found && before.selected.length > 200);
    await reader.click();
    await reader.marked();
    assert.deepEqual(await reader.evaluate(tries), before);
  });

  test("the page's own keys and clicks reach it", async () => {
    await reader.mark("article.html");
    await reader.evaluate(() => {
      window.heard = [];
      for (const type of ["keydown", "keyup", "click", "pointerdown"]) addEventListener(type, (event) => window.heard.push(`${type} ${event.key ?? ""}${event.defaultPrevented ? " prevented" : ""}`));
    });
    for (const key of ["Escape", "Enter", "Tab"]) await reader.driver.press(key);
    await reader.driver.clickAt(300, 300);
    const sent = ["keydown Escape", "keyup Escape", "keydown Enter", "keyup Enter", "keydown Tab", "keyup Tab", "pointerdown ", "click "];
    await eventually(async () => assert.deepEqual(await reader.evaluate(() => window.heard), sent));
  });

  test("a card takes Escape and nothing else, and is gone without a trace", async () => {
    await reader.mark("article.html");
    const markup = () => reader.evaluate(() => document.documentElement.outerHTML);
    const before = await markup();
    await reader.evaluate(() => {
      window.heard = [];
      addEventListener("keydown", ({ key }) => window.heard.push(key));
    });
    await reader.hover("official");
    assert.equal(await reader.evaluate(() => document.querySelector("html > [popover]").shadowRoot), null);
    await reader.driver.press("Tab");
    await reader.driver.press("Escape");
    await reader.noCard();
    await eventually(async () => assert.deepEqual([await reader.evaluate(() => window.heard), await markup()], [["Tab"], before]));
  });

  test("paper carries no mark", async () => {
    await reader.open("article.html");
    const picture = async () => {
      await reader.driver.prefer({ medium: "print" });
      return reader.driver.picture();
    };
    const before = await picture();
    await reader.driver.prefer({});
    const onScreen = await reader.driver.picture();
    await reader.click();
    await reader.marked();
    await eventually(async () => assert.ok(!(await reader.driver.picture()).equals(onScreen), "the screen shows the marks"));
    await eventually(async () => assert.ok((await picture()).equals(before), "and paper does not"));
    await reader.driver.prefer({});
  });
});
