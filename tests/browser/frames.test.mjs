/** Frames: marked as far as the grant goes, with one count, one report and one way from mark to mark. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./patience.mjs";
import { countOf, inEachBrowser } from "./reader.mjs";

const FIGURE = "21 مليون دولار";

inEachBrowser("frames", (reader, inFirefox) => {
  const inFrame = (selector = "#story") => reader.evaluate(paintedInFrame, selector);
  const frameHas = (check, selector) => eventually(async () => check(await inFrame(selector)));

  test("an article in a frame of the same origin is marked; comments and small frames are not", async () => {
    await reader.open("frames.html");
    await reader.click();
    await frameHas(({ figure }) => assert.deepEqual(figure, [FIGURE]));
    const count = Object.values(await inFrame()).flat().length - (await inFrame()).tint.length;
    await reader.button(({ badge }) => assert.equal(badge, String(count)));
    assert.deepEqual(await inFrame(".comments iframe"), {});
    assert.deepEqual(await inFrame(".small"), {});
  });

  test("a page with nothing of its own is what its frames are: marked, or without a text", async () => {
    await reader.open("frames.html");
    await reader.evaluate(() => document.querySelector("p").remove());
    await reader.click();
    await frameHas(({ figure }) => assert.deepEqual(figure, [FIGURE]));
    await reader.button(({ badge }) => assert.match(badge, /^[1-9]/));
    await reader.click();
    await frameHas((marks) => assert.deepEqual(marks, {}));
    await reader.button(({ badge }) => assert.equal(badge, ""));

    await reader.open("frames.html");
    await reader.evaluate(() => {
      for (const one of document.querySelectorAll("p, #story")) one.remove();
    });
    await reader.click();
    await reader.button(({ badge, title }) => {
      assert.equal(badge, "–");
      assert.match(title, /لا نص/);
    });
    await reader.driver.notice();
    // The frames have been told to stop by now: that takes nothing back.
    assert.equal((await reader.driver.button()).badge, "–");
  });

  test("the keyboard steps through the marks of a frame, and a second click clears it", async () => {
    await reader.open("frames.html");
    await reader.click();
    await frameHas(({ figure }) => assert.deepEqual(figure, [FIGURE]));
    // The background has heard of the frame's marks too.
    await reader.button(({ badge }) => assert.match(badge, /^[1-9]/));
    await reader.driver.command("next-mark");
    await frameHas(({ current }) => assert.equal(current?.length, 1));
    await reader.click();
    await frameHas((marks) => assert.deepEqual(marks, {}));
    await reader.button(({ badge }) => assert.equal(badge, ""));
  });

  test("a page and its frame: one count, and the keyboard goes from one to the other", async () => {
    await reader.mark("framed.html?frame=frame.html");
    await frameHas(({ figure }) => assert.deepEqual(figure, [FIGURE]));
    const size = ({ tint, current, ...marks }) => Object.values(marks).flat().length;
    const own = await reader.painted();
    const total = size(own) + size(await inFrame());
    await reader.button(({ badge }) => assert.equal(badge, String(total)));
    for (let i = 0; i < size(own); i++) {
      const before = (await reader.painted()).current;
      await reader.driver.command("next-mark");
      await reader.eventually(({ current }) => assert.notDeepEqual(current, before));
    }
    await reader.driver.command("next-mark");
    await frameHas(({ current }) => assert.equal(current?.length, 1));
  });

  test("a frame whose address is none changes nothing", async () => {
    await reader.mark(`framed.html?frame=${encodeURIComponent("http://[")}`);
    const count = countOf(await reader.painted());
    await reader.button(({ badge, title }) => {
      assert.equal(badge, String(count));
      assert.doesNotMatch(title, /موقع آخر/);
    });
  });

  test("a frame of another origin is out of the click's reach, and the page is marked all the same", async () => {
    const other = encodeURIComponent(reader.server.otherOrigin("frame.html"));
    const { figure } = await reader.mark(`framed.html?frame=${other}`);
    assert.deepEqual(figure, ["2 مليون يورو"]);
    const count = countOf(await reader.painted());
    await reader.button(({ badge, title }) => {
      assert.equal(badge, String(count));
      assert.match(title, /إطار من موقع آخر لم يُقرأ/);
    });
  });

  test("a frame of another origin that has not begun to load is one that was not read", async () => {
    await reader.open("article.html");
    await reader.evaluate((address) => {
      document.querySelector("article").append(Object.assign(document.createElement("iframe"), { src: address, width: "100%", height: "600" }));
    }, reader.server.otherOrigin("frame.html?never"));
    await reader.click();
    await reader.marked();
    await reader.button(({ title }) => assert.match(title, /إطار من موقع آخر لم يُقرأ/));
  });

  test("a page whose text is all in a frame of another origin says where it may be", async () => {
    await reader.open(`framed.html?frame=${encodeURIComponent(reader.server.otherOrigin("frame.html"))}`);
    await reader.evaluate(() => document.querySelector("article").remove());
    await reader.click();
    await reader.button(({ badge, title }) => {
      assert.equal(badge, "–");
      assert.match(title, /في إطار من موقع آخر/);
    });
  });
});

/** Runs in the page: what is painted in a frame of it. */
function paintedInFrame(selector) {
  const { CSS, document } = globalThis.document.querySelector(selector).contentWindow;
  const words = (range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  };
  const ours = [...CSS.highlights].filter(([key]) => key.startsWith("isnad-"));
  return Object.fromEntries(ours.map(([key, highlight]) => [key.slice("isnad-".length), [...highlight].map(words)]));
}
