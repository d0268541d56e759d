/** Sites that are always marked, by a copy of the extension that has been granted one; and an extension that goes while pages are open. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { grantedCopy } from "./granted-copy.mjs";
import { eventually } from "./patience.mjs";
import { all, countOf, inEachBrowser } from "./reader.mjs";

const STORY = "<article><h1>قرض</h1><p>قال وزير المالية سامر الحلبي إن المصرف منح الدولة قرضاً بقيمة 3 ملايين دينار لإصلاح الجسور.</p></article>";

inEachBrowser("always on", tests, (browser) => grantedCopy(browser, ["http://127.0.0.1/*"]));
inEachBrowser("always on, with frames of other sites", frameTests, (browser) => grantedCopy(browser, ["http://127.0.0.1/*", "http://localhost/*"]));

function tests(reader, inFirefox) {
  test("a granted site is marked without a click, another one is not", async () => {
    await reader.open("article.html");
    const { figure } = await reader.marked();
    assert.deepEqual(figure, ["12 مليون يورو"]);
    await reader.driver.open(reader.server.otherOrigin("article.html"));
    await reader.click();
    await reader.marked();
    await reader.click();
    await reader.cleared();
  });

  test("a page that has nothing to mark says nothing, and is marked when the story comes", async () => {
    await reader.open("empty.html");
    await reader.button(({ badge }) => assert.equal(badge, ""));
    await reader.evaluate((story) => (document.body.innerHTML = story), STORY);
    await reader.eventually(({ figure }) => assert.deepEqual(figure, ["3 ملايين دينار"]));
    await reader.button(({ badge }) => assert.notEqual(badge, "–"));
  });

  test("the next story of a single-page site is marked too, and nothing of the last one stays", async () => {
    await reader.open("article.html");
    await reader.marked();
    await reader.evaluate((story) => {
      history.pushState(null, "", "/next");
      document.body.innerHTML = story;
    }, STORY);
    await reader.eventually(({ figure }) => assert.deepEqual(figure, ["3 ملايين دينار"]));
  });

  test("a frame that comes later is marked with its page", async () => {
    await reader.open("framed.html?frame=frame.html");
    await reader.marked();
    const inFrame = () => reader.evaluate(() => document.querySelector("iframe").contentWindow.CSS.highlights.get("isnad-figure")?.size);
    await eventually(async () => assert.equal(await inFrame(), 1));
    await reader.evaluate(() => (document.querySelector("iframe").src = "frame.html?again"));
    await eventually(async () => {
      assert.match(await reader.evaluate(() => document.querySelector("iframe").contentWindow.location.search), /again/);
      assert.equal(await inFrame(), 1);
    });
  });

  test("a frame that is there before its page is marked with it, though the page has nothing of its own", async () => {
    await reader.open("article.html");
    await reader.marked();
    await reader.evaluate((address) => void (location.href = address), reader.server.url("late.html"));
    await eventually(async () => assert.ok((await framesWithScript()).some((frameId) => frameId !== 0), "the frame has no script yet"));
    assert.ok(!(await framesWithScript()).includes(0), "the page has its script before its frame");
    reader.server.release();
    await eventually(async () => assert.equal(await reader.evaluate(() => document.querySelector("iframe").contentWindow.CSS.highlights.get("isnad-figure")?.size), 1));
    // Those of the last page are gone.
    const count = await reader.evaluate(() => {
      const { highlights } = document.querySelector("iframe").contentWindow.CSS;
      return [...highlights].reduce((sum, [key, { size }]) => (key === "isnad-tint" ? sum : sum + size), 0);
    });
    await reader.button(({ badge }) => assert.equal(badge, String(count)));
  });
  /** The frames of the tab in front that our script is in. */
  const framesWithScript = () => reader.driver.inBackground(async () => {
    const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const looked = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => "isnadSession" in globalThis, injectImmediately: true });
    return looked.filter(({ result }) => result).map(({ frameId }) => frameId);
  });

  test("a new tab of a granted site is marked", async () => {
    const first = await reader.driver.tab;
    await reader.driver.openTab(reader.server.url("article.html"));
    await reader.marked();
    await reader.driver.closeTab(await reader.driver.tab);
    await reader.driver.showTab(first);
  });

  test("a new version while pages are open: a click marks them again, and the marks follow the text", async () => {
    await reader.open("article.html");
    const before = await reader.marked();
    await reader.driver.consoleLines();
    await reader.driver.update();
    await reader.click();
    await reader.eventually((marks) => assert.deepEqual(marks, before));
    await reader.evaluate((story) => (document.querySelector("article").innerHTML = story), STORY);
    await reader.eventually((marks) => assert.deepEqual([marks.figure, all(marks).filter((words) => words.includes("يورو"))], [["3 ملايين دينار"], []]));
    await reader.click();
    await reader.cleared();
    assert.deepEqual(await reader.driver.consoleLines(), []);
  });

  test("when the extension goes, the pages it has marked are clean at the next look, and their consoles too", async () => {
    await reader.open("article.html");
    await reader.marked();
    await reader.driver.consoleLines();
    await reader.driver.disable();
    await reader.evaluate(() => document.body.append(document.createElement("hr")));
    // In Firefox the scripts go with the extension, and the marks' style too. In Chromium both stay: the empty registry tells that ours has noticed
    // and stopped, and has no timer left.
    const left = () => reader.evaluate(() => ({
      line: getComputedStyle(document.querySelector("article p"), "::highlight(isnad-named)").textDecorationLine,
      ranges: [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
    }));
    await eventually(async () => assert.ok(inFirefox ? (await left()).line === "none" : (await left()).ranges === 0));
    await reader.evaluate(() => {
      document.querySelector("article p").textContent = "نص آخر";
      document.dispatchEvent(new Event("visibilitychange"));
      history.pushState(null, "", "/elsewhere");
      document.body.append(document.createElement("hr"));
    });
    await reader.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
    assert.deepEqual(await reader.driver.consoleLines(), []);
  });
}

/** Two sites are granted, and a third is not. */
function frameTests(reader) {
  const framed = (frame) => `framed.html?frame=${encodeURIComponent(frame)}`;
  const figuresInFrame = () => reader.driver.inFrame("#story", () => CSS.highlights.get("isnad-figure")?.size ?? 0);

  test("the frame of another granted site is marked with its page, and counted", async () => {
    await reader.open(framed(reader.server.otherOrigin("frame.html")));
    const own = await reader.marked();
    await eventually(async () => assert.equal(await figuresInFrame(), 1));
    await reader.button(({ badge, title }) => {
      assert.ok(Number(badge) > countOf(own), badge);
      assert.doesNotMatch(title, /موقع آخر/);
    });
    await reader.click();
    await reader.cleared();
    await eventually(async () => assert.equal(await figuresInFrame(), 0));
  });

  test("the frame of a site without a grant stays as it is, and the button says so", async () => {
    await reader.open(framed(reader.server.thirdOrigin("frame.html")));
    const own = await reader.marked();
    await reader.button(({ badge, title }) => {
      assert.equal(badge, String(countOf(own)));
      assert.match(title, /إطار من موقع آخر لم يُقرأ/);
    });
    assert.equal(await figuresInFrame(), 0);
  });

  test("the frame of a granted site waits for its page: a page without a grant is marked by a click, and the frame with it", async () => {
    await reader.driver.open(reader.server.thirdOrigin(framed(reader.server.otherOrigin("frame.html"))));
    await reader.button(({ badge }) => assert.equal(badge, ""));
    assert.deepEqual([await reader.painted(), await figuresInFrame()], [{}, 0]);
    await reader.click();
    await reader.marked();
    await eventually(async () => assert.equal(await figuresInFrame(), 1));
  });
}
