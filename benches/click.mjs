// From the click on the toolbar button to the painted marks of an article of 1,000 words, in both browsers:
//     cargo xtask build && node benches/click.mjs [ROUNDS]
// Cold: the background has been ended before the click, as browsers do after half a minute of rest. All columns are milliseconds after the
// click, medians of the rounds: the background runs (awake), the engine is compiled, it has analysed its first sentence (ready), the page's
// text is there, its analysis is done (analysed), the first frame behind the painting (painted). What has been there before the click is "–".
// "painted" is at most a frame late. The parts are noted by a few lines before the background's own in a copy of the built extension.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "../tests/browser/chromium.mjs";
import { launchFirefox } from "../tests/browser/firefox.mjs";
import { eventually } from "../tests/browser/patience.mjs";
import { articlePage } from "./article-page.mjs";

const WORDS = 1000;
const ROUNDS = Number(process.argv[2] ?? 9);
const PARTS = ["awake", "compiled", "ready", "text", "analysed", "painted"];
/** A browser that has just started does other things as well. */
const SETTLED = 3000;
/** Until the process of the background has gone too. */
const ASLEEP = 500;

const page = articlePage(WORDS);
const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}/`;

console.log(`${"".padEnd(14)}${PARTS.map((part) => part.padStart(10)).join("")}   fastest and slowest`);
for (const [browser, launch] of [["chromium", launchChromium], ["firefox", launchFirefox]]) {
  const extension = await watchedCopy(browser);
  const driver = await launch({ extension });
  const rounds = { cold: [], warm: [] };
  await pause(SETTLED);
  // With a page of the extension open, its process is there and waking costs less.
  await driver.closeOtherTabs();
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of ["cold", "warm"]) {
      await driver.open(url);
      if (kind === "cold") {
        await driver.endBackground();
        await pause(ASLEEP);
      }
      rounds[kind].push(await click(driver));
    }
  }
  for (const [kind, measured] of Object.entries(rounds)) {
    const cells = PARTS.map((part) => median(measured.map((times) => times[part])));
    const painted = measured.map((times) => times.painted).sort((a, b) => a - b);
    console.log(`${`${browser} ${kind}`.padEnd(14)}${cells.map((cell) => (cell < 0 ? "–" : cell.toFixed(0)).padStart(10)).join("")}   ${painted.at(0)} ${painted.at(-1)}`);
  }
  await driver.close();
  await rm(extension, { recursive: true, force: true });
}
server.closeAllConnections();
server.close();

/** Times of the parts, in milliseconds after the click; all clocks are the machine's. */
async function click(driver) {
  await driver.evaluate(() => {
    const look = () => {
      if (CSS.highlights.has("isnad-author")) window.paintedAt = Date.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  const clicked = Date.now();
  await driver.click();
  const painted = await eventually(async () => {
    const at = await driver.evaluate(() => window.paintedAt);
    if (!at) throw new Error(`no mark comes; the button says ${JSON.stringify(await driver.button())}`);
    return at;
  });
  const noted = { ...(await driver.inBackground(() => globalThis.noted)), painted };
  return Object.fromEntries(Object.entries(noted).map(([part, at]) => [part, at - clicked]));
}

async function watchedCopy(browser) {
  const folder = await mkdtemp(join(tmpdir(), "isnad-watched-"));
  await cp(new URL(`../dist/${browser}/`, import.meta.url), folder, { recursive: true });
  const file = join(folder, "background.js");
  await writeFile(file, `(${note})();\n${await readFile(file, "utf8")}`);
  return folder;
}

/** Runs before the background's own script. */
function note() {
  const noted = { awake: Date.now() };
  globalThis.noted = noted;
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.type === "analyze") noted.text = Date.now();
  });
  const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
  WebAssembly.instantiateStreaming = async (...given) => {
    const { instance, module } = await instantiate(...given);
    noted.compiled = Date.now();
    const mark = (...values) => {
      const result = instance.exports.engine_mark(...values);
      noted.analysed = Date.now();
      noted.ready ??= noted.analysed;
      return result;
    };
    const exports = { ...instance.exports, engine_mark: mark };
    return { instance: { exports }, module };
  };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
