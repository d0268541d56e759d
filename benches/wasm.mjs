// Speed of the shipped WebAssembly, beside the browser's own word segmentation of the same text in the same run:
//     cargo xtask build && node benches/wasm.mjs
// Megabytes are of UTF-8. Node's Intl.Segmenter is the one Chromium has.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const root = new URL("../", import.meta.url);
const articles = readdirSync(new URL("tests/articles/", root))
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(new URL(`tests/articles/${name}`, root), "utf8"))
  .join("\n");

const wasm = readFileSync(new URL("dist/wasm/engine.wasm", root));
const { initSync, Engine } = await import(new URL("dist/wasm/engine.js", root));
const started = performance.now();
initSync({ module: wasm });
const engine = new Engine("utf16");
engine.analyze("قالت الوزارة إن العمل مستمر.");
const firstAnalysis = performance.now() - started;

/** The median of some runs, in milliseconds. */
function median(run, times = 7) {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1];
}

const segmenter = new Intl.Segmenter("ar", { granularity: "word" });
console.log(`engine.wasm: ${wasm.length} bytes, gzip ${gzipSync(wasm, { level: 9 }).length}; compiled and first analysis ${firstAnalysis.toFixed(0)} ms`);
console.log("     text     analysis        Intl.Segmenter    ratio");
for (const kilobytes of [10, 100, 1000]) {
  const text = articles.repeat(Math.ceil((kilobytes * 1000) / Buffer.byteLength(articles)));
  const megabytes = Buffer.byteLength(text) / 1e6;
  const analysis = median(() => engine.analyze(text));
  const segmentation = median(() => {
    for (const sentence of text.split("\n")) for (const _ of segmenter.segment(sentence));
  });
  const speed = (ms) => `${(megabytes / (ms / 1000)).toFixed(1).padStart(6)} MB/s`;
  console.log(`${megabytes.toFixed(2).padStart(6)} MB  ${speed(analysis)}       ${speed(segmentation)}     ${(segmentation / analysis).toFixed(2)}`);
}
