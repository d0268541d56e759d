// The cost of marking in real browsers, beside what wrapping in <mark> costs in the same run:
//     cargo xtask build && node benches/browser.mjs [WORDS …]
// Without sizes it measures all of them and writes docs/browser-speed.md, which says what the columns mean.
import { build } from "esbuild";
import { createReadStream, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { launchChromium } from "../tests/browser/chromium.mjs";
import { launchFirefox } from "../tests/browser/firefox.mjs";
import { articlePage } from "./article-page.mjs";

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 100_000, 1_000_000];
/** What it takes to lay out the longest page is twice as long in one round as in another. */
const ROUNDS = { 1000: 9, 100_000: 3, 1_000_000: 3 };
/** Ten times what a step takes, in milliseconds: what is not there by then never comes. */
const longestStep = (words) => 120_000 + words * 0.3;
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

const HEAD = `# Speed in a page

Written by \`node benches/browser.mjs\`. Milliseconds; medians of 9 rounds with 1,000 words, of 3 with more. *Scan* finds and
reads the article, *analyse* is the engine in the page itself, *paint* registers all marks and waits for the frame; beside it stands what wrapping each mark
in \`<mark>\` takes. *Mutations* are 2,000 changes by the page's own script: without marks, with ours, with \`<mark>\`. *Click to painted* is the shipped
extension, its background awake, to the last mark. *Blocked* is the longest time that the page's own scripts had to wait meanwhile, what the browser itself
does included, and in brackets the same while nothing happens: the noise of the machine. *Task* is the longest task of the page's main thread in milliseconds of the
processor, which a busy machine changes less; Chromium alone tells it. What is left of it on the longest page: [browser-bugs.md](browser-bugs.md).
`;
const COLUMNS = "| words | scan | analyse | paint | `<mark>` | marks | mutations: plain | ours | `<mark>` | engine MB | click to painted | blocked | task |";
const parts = [];
const say = (line) => {
  console.log(line);
  parts.push(line);
};

for (const launch of [launchChromium, launchFirefox]) {
  const driver = await launch();
  try {
    await measureIn(driver);
  } finally {
    await driver.close();
  }
}
say(`\nLoad of the machine at the end, by its last minute: ${loadavg()[0].toFixed(1)}.`);
if (process.argv.length === 2) writeFileSync(new URL("docs/browser-speed.md", root), `${HEAD}${parts.join("\n")}\n`);
server.closeAllConnections();
server.close();

/** The table of one browser. */
async function measureIn(driver) {
  say(`\n## ${driver.name === "chromium" ? "Chromium" : "Firefox"}\n\n${COLUMNS}\n${COLUMNS.replace(/[^|]+/g, "--:")}`);
  for (const words of SIZES) {
    const rounds = ROUNDS[words] ?? 1;
    const inPage = [];
    const clicks = [];
    for (let round = 0; round < rounds; round++) {
      await driver.open(url(words));
      await driver.evaluate(() => load());
      inPage.push(await inTime(driver, waited(driver, () => measure()), words, "measuring in the page"));
      clicks.push(await inTime(driver, click(driver, words), words, "a click"));
    }
    const at = (pick, list = inPage) => median(list.map(pick))?.toFixed(1) ?? "–";
    const row = [
      words.toLocaleString("en"), at((m) => m.scan), at((m) => m.analyse), at((m) => m.paint), at((m) => m.wrap), inPage[0].marks.toLocaleString("en"),
      at((m) => m.mutations.plain), at((m) => m.mutations.painted), at((m) => m.mutations.wrapped), at((m) => m.memory),
      at((c) => c.painted, clicks), `${at((c) => c.blocked, clicks)} (${at((c) => c.idle, clicks)})`, at((c) => c.task, clicks),
    ];
    say(`| ${row.join(" | ")} |`);
  }
  if (driver.heapSizes) say(`\nHeap of the page with 100,000 words, MB: ${(await driver.heapSizes(url(100_000))).map((size) => size.toFixed(1)).join(" before the click, ")} after.`);
}

/** A step's result. Where none comes, because a click is lost or a browser does not answer, an error tells which step it was. */
async function inTime(driver, step, words, what) {
  const late = new AbortController();
  const failure = async () => {
    await pause(longestStep(words), undefined, { signal: late.signal });
    const button = await Promise.race([driver.button().then(JSON.stringify, String), pause(5000, "nothing")]);
    throw new Error(`${what}, ${words} words in ${driver.name}: no end; the button says ${button}`);
  };
  return Promise.race([step, failure()]).finally(() => late.abort());
}

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
    if (result?.error) throw new Error(result.error);
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
  window.asked ??= Promise.resolve((0, eval)(`(${source})`)()).then(
    (value) => {
      if (value === undefined) window.asked = undefined;
      else window.result = { value };
    },
    (error) => (window.result = { error: String(error) }),
  );
  return window.result ?? null;
}

/** Nothing of nothing. */
function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? undefined;
}
