/** A trap in the engine costs the text that set it off, and no other: the background goes on with a new instance. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import init, { type Correction } from "#engine";

const TEXT = "قال وزير المالية سامر الحلبي إن بلاده خصصت نحو 3 ملايين دولار للإغاثة خلال عام 2020.";
/** All that 32 bits can address, in pages of 64 KiB. */
const MOST_PAGES = 65_536;

test("after a trap the next text is analysed as ever", async () => {
  const wasm = await readFile(new URL("../../dist/wasm/engine.wasm", import.meta.url));
  Object.assign(globalThis, {
    chrome: { runtime: { getURL: (path: string) => `chrome-extension://isnad/${path}` } },
    fetch: async () => new Response(wasm, { headers: { "content-type": "application/wasm" } }),
  });
  const { analyze } = await import("../../extension/src/background/engine.ts");
  const analyzed = (text: string, corrections: readonly Correction[] = []) => analyze({ type: "analyze", text, at: 0, locale: "ar", address: "https://news.example/" }, corrections);
  const before = await analyzed(TEXT);
  assert.equal(before.analysis.officials[0]?.name, "سامر الحلبي");

  // Somebody else has all the memory: where the engine asks for more, there is none.
  const { memory } = await init({ module_or_path: wasm });
  memory.grow(MOST_PAGES - memory.buffer.byteLength / 65_536);
  const long = `${TEXT}\n`.repeat(5_000);
  await assert.rejects(analyzed(long), WebAssembly.RuntimeError);

  assert.deepEqual(await analyzed(TEXT), before);
  assert.equal((await analyzed(long)).analysis.figures.length, 5_000);
  assert.deepEqual(await analyzed(TEXT, [{ mark: "nonsense", start: 0, end: 1, what: "dismissed" } as never]), before);
});
