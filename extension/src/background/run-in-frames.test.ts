import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { runInFrames } from "./run-in-frames.ts";

const TAB = 7;

describe("the script of a click", () => {
  /** How often the grant is not there yet. */
  let late = 0;
  let scripts: string[] = [];
  /** Files are read first: a script out of one comes to the page behind what was asked for later. */
  const inject = async ({ files, target }: chrome.scripting.ScriptInjection<[], unknown>) => {
    if (files) await new Promise((resolve) => setTimeout(resolve, 60));
    else if (late-- > 0) throw new Error("Cannot access contents of the page.");
    scripts.push(...(files ?? []));
    return [{ frameId: target.frameIds?.[0] ?? 0 }];
  };

  beforeEach(() => {
    scripts = [];
    Object.assign(globalThis, { MARKS_ORIGIN: "AUTHOR", chrome: { scripting: { executeScript: inject, insertCSS: async () => undefined } } });
  });

  const ran = async (after: number) => {
    late = after;
    const reached = await runInFrames(TAB);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { reached, scripts };
  };

  test("runs once, however late the grant", async () => {
    for (const after of [0, 1, 2, 3]) {
      scripts = [];
      assert.deepEqual(await ran(after), { reached: true, scripts: ["content.js"] });
    }
  });

  test("does not run where no grant comes, or where Firefox answers with nothing", async () => {
    assert.deepEqual(await ran(Infinity), { reached: false, scripts: [] });
    chrome.scripting.executeScript = async () => [];
    assert.deepEqual(await ran(0), { reached: false, scripts: [] });
  });
});
