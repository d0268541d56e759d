// The cost of marking in real browsers, beside what wrapping in <mark> costs in the same run:
//     cargo xtask build && node benches/browser.mjs [WORDS …]
// Times are milliseconds. "blocked" is the longest time that the page's own scripts had to wait from the click to the last mark; it is
// measured by a loop in the page and counts what the browser itself does, layout and painting included. "idle" is the same while nothing
// happens, which is the noise of the machine. "task" is the longest task of the page's main thread between the click and the last mark, in
// milliseconds of the processor rather than of the clock, which a busy machine changes less; Chromium alone tells it.
import { build } from "esbuild";
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { launchChromium } from "../tests/browser/chromium.mjs";
import { launchFirefox } from "../tests/browser/firefox.mjs";
import { articlePage } from "./article-page.mjs";

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 100_000, 1_000_000];
const ROUNDS = { 1000: 9, 100_000: 3 };
const root = new URL("../", import.meta.url);

const script = await build({
  entryPoints: [new URL("in-page/measure.ts", import.meta.url).pathname],
  bundle: true,
  format: "iife",
  write: false,
  loader: { ".css": "text" },
  logLevel: "error",
});

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (pathname === "/engine.wasm") {
    response.writeHead(200, { "content-type": "application/wasm" });
    createReadStream(new URL("dist/wasm/engine.wasm", root)).pipe(response);
  } else if (pathname === "/measure.js") {
    response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(script.outputFiles[0].text);
  } else {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(articlePage(Number(searchParams.get("words") ?? 0), '<script src="/measure.js"></script>'));
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = (words) => `http://127.0.0.1:${server.address().port}/?words=${words}`;

for (const launch of [launchChromium, launchFirefox]) {
  const driver = await launch();
  console.log(`\n${driver.name}`);
  console.log("     words   scan  analyse   paint | <mark>    marks | 2,000 mutations: plain, painted, <mark> | engine MB | click to painted  blocked  (idle)    task");
  for (const words of SIZES) {
    const rounds = ROUNDS[words] ?? 1;
    const inPage = [];
    const clicks = [];
    for (let round = 0; round < rounds; round++) {
      await driver.open(url(words));
      await driver.evaluate(() => load());
      inPage.push(await waited(driver, () => measure()));
      clicks.push(await click(driver, words));
    }
    const at = (pick, list = inPage) => median(list.map(pick))?.toFixed(1) ?? "–";
    console.log(
      [
        String(words).padStart(10),
        at((m) => m.scan).padStart(7), at((m) => m.analyse).padStart(8), at((m) => m.paint).padStart(7), "|",
        at((m) => m.wrap).padStart(6), String(inPage[0].marks).padStart(8), "|",
        at((m) => m.mutations.plain).padStart(23), at((m) => m.mutations.painted).padStart(8), at((m) => m.mutations.wrapped).padStart(7), "|",
        at((m) => m.memory).padStart(9), "|",
        at((c) => c.painted, clicks).padStart(16), at((c) => c.blocked, clicks).padStart(8), `(${at((c) => c.idle, clicks)})`.padStart(8), at((c) => c.task, clicks).padStart(7),
      ].join(" "),
    );
  }
  if (driver.heapSizes) console.log(`  heap of the page, MB: ${(await driver.heapSizes(url(100_000))).map((size) => size.toFixed(1)).join(" before the click, ")} after`);
  await driver.close();
}
server.closeAllConnections();
server.close();

/** A click of the button on a fresh page, the background awake. */
async function click(driver, words) {
  await driver.open(url(words));
  await driver.evaluate(() => {
    window.turns = watchTurns();
  });
  await pause(500);
  const idle = await driver.evaluate(() => {
    const idle = window.turns();
    window.turns = watchTurns();
    window.paintedAt = undefined;
    let size = 0;
    let still = 0;
    // All of it is there when the number of marks has stood for a while.
    const look = () => {
      const now = CSS.highlights.get("isnad-author")?.size ?? 0;
      if (now !== size) window.paintedAt = Date.now();
      still = now === size ? still + 1 : 0;
      size = now;
      if (size === 0 || still < 60) requestAnimationFrame(look);
      else window.blocked = window.turns();
    };
    requestAnimationFrame(look);
    return idle;
  });
  const clickedAt = Date.now();
  await driver.click();
  const { paintedAt, blocked } = await waited(driver, () => (window.blocked === undefined ? undefined : { paintedAt: window.paintedAt, blocked: window.blocked }));
  return { idle, painted: paintedAt - clickedAt, blocked, task: await longestTask(driver, words) };
}

/** On a page of its own, for tracing slows what it looks at. */
async function longestTask(driver, words) {
  if (!driver.longestTask) return null;
  await driver.open(url(words));
  await pause(500);
  return driver.longestTask(async () => {
    await driver.click();
    await waited(driver, () => {
      const size = CSS.highlights.get("isnad-author")?.size ?? 0;
      window.still = size > 0 && size === window.sizeBefore ? (window.still ?? 0) + 1 : 0;
      window.sizeBefore = size;
      return window.still > 5 ? true : undefined;
    });
  });
}

/** The result of a function in the page, as soon as it has one: the drivers' own waiting ends after some seconds. */
async function waited(driver, fn) {
  await driver.evaluate(clearResult);
  for (;;) {
    const result = await driver.evaluate(ask, String(fn));
    if (result) return result.value;
    await pause(100);
  }
}

function clearResult() {
  window.result = undefined;
  window.asked = undefined;
}

/** Runs in the page. */
function ask(source) {
  window.asked ??= Promise.resolve((0, eval)(`(${source})`)()).then((value) => {
    if (value === undefined) window.asked = undefined;
    else window.result = { value };
  });
  return window.result ?? null;
}

/** Nothing of nothing. */
function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? undefined;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
