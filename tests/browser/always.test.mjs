/** Sites that are always marked, by a copy of the extension that has been granted one; and an extension that goes while pages are open. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eventually } from "./marks.mjs";
import { all, inEachBrowser } from "./reader.mjs";

const STORY = "<article><h1>قرض</h1><p>قال وزير المالية سامر الحلبي إن المصرف منح الدولة قرضاً بقيمة 3 ملايين دينار لإصلاح الجسور.</p></article>";

/** More than the delays of `extension/src/content/watch-page.ts`, in milliseconds. */
const LONGEST_DELAY = 650;

/** Browsers ask a person for a grant and let no script answer; a manifest that asks at once is granted at installation. */
async function grantedCopy(browser) {
  const folder = await mkdtemp(join(tmpdir(), "isnad-granted-"));
  await cp(new URL(`../../dist/${browser}/`, import.meta.url), folder, { recursive: true });
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"] }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

inEachBrowser("always on", tests, grantedCopy);

function tests(reader) {
  const registered = () => eventually(async () => assert.equal((await reader.driver.inBackground(() => chrome.scripting.getRegisteredContentScripts())).length, 1));

  test("a granted site is marked without a click, another one is not", async () => {
    await registered();
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
    await eventually(async () => {
      const visible = await reader.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) > 0 && getComputedStyle(document.querySelector("article p"), "::highlight(isnad-named)").textDecorationLine !== "none");
      assert.ok(!visible);
    });
    await reader.evaluate(() => {
      document.querySelector("article p").textContent = "نص آخر";
      document.dispatchEvent(new Event("visibilitychange"));
      history.pushState(null, "", "/elsewhere");
      document.body.append(document.createElement("hr"));
    });
    // A timer of the page that is set later, and for longer than any that a script left behind may still have, runs after them all.
    await reader.evaluate((delay) => new Promise((resolve) => setTimeout(resolve, delay)), LONGEST_DELAY);
    assert.deepEqual(await reader.driver.consoleLines(), []);
  });
}
