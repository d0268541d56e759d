/** A frame that hangs: nobody waits for it longer than a reader would, and it is marked when it comes to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { grantedCopy } from "./granted-copy.mjs";
import { eventually } from "./patience.mjs";
import { inEachBrowser } from "./reader.mjs";

inEachBrowser("hanging frames", tests, (browser) => grantedCopy(browser, ["http://localhost/*"]));

/** The frames of the granted site have a process of their own in both browsers. */
function tests(reader) {
  const hasFigure = (selector, count) => eventually(async () => assert.equal(await reader.driver.inFrame(selector, () => CSS.highlights.get("isnad-figure")?.size ?? 0), count));

  /** A page with nothing but a frame that hangs, and before it those at `others`. Returns the way to let it go on. */
  const openHanging = async (others = []) => {
    await reader.open("empty.html");
    const hanging = reader.server.otherOrigin("hanging.html");
    await reader.evaluate((hanging, others) => {
      const frames = [...others.map((src, at) => ({ src, id: `other${at}` })), { src: hanging, id: "hanging" }];
      document.body.append(...frames.map((frame) => Object.assign(document.createElement("iframe"), frame, { width: "800", height: "300" })));
    }, hanging, others);
    await eventually(() => assert.equal(reader.server.held.length, 1, "the frame does not hang"));
    // In Firefox a page that waits for the network does its other work meanwhile.
    const goOn = await reader.driver.stopProcess?.(hanging);
    return () => {
      goOn?.();
      reader.server.release();
    };
  };

  test("a page whose only frame hangs is said to have no text; when the frame comes to, it is marked, and cleared by a click", async () => {
    const release = await openHanging();
    try {
      await reader.click();
      await reader.button(({ badge, title }) => {
        assert.equal(badge, "–");
        assert.match(title, /لا نص/);
      });
      await reader.driver.notice();
    } finally {
      release();
    }
    await hasFigure("#hanging", 1);
    await reader.button(({ badge }) => assert.match(badge, /^[1-9]/));
    await reader.click();
    await hasFigure("#hanging", 0);
    await reader.button(({ badge }) => assert.equal(badge, ""));
  });

  test("beside a frame that hangs, another one is marked, cleared, and marked again", async () => {
    const release = await openHanging([reader.server.url("frame.html")]);
    try {
      for (const count of [1, 0, 1]) {
        await reader.click();
        await hasFigure("#other0", count);
        await reader.button(({ badge }) => assert.match(badge, count ? /^[1-9]/ : /^$/));
      }
    } finally {
      release();
    }
    await hasFigure("#hanging", 1);
  });
}
