/**
 * Measures from the click on the toolbar button to the painted marks, in both browsers:
 *
 *     node tests/browser/click-to-painted.mjs FILE.txt [ROUNDS]
 *
 * The page holds the file's lines as paragraphs. Cold: the background has been ended before the click. Times are milliseconds;
 * the page looks at every frame, so a time is at most one frame too long.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";

const [, , file, rounds = "9"] = process.argv;
const page = pageOf(await readFile(file, "utf8"));
const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}/`;

for (const launch of [launchChromium, launchFirefox]) {
  const driver = await launch();
  const times = { cold: [], warm: [] };
  for (let round = 0; round < Number(rounds); round++) {
    await driver.open(url);
    await driver.endBackground();
    times.cold.push(await clickToPainted(driver));
    await driver.open(url);
    times.warm.push(await clickToPainted(driver));
  }
  for (const [kind, measured] of Object.entries(times)) {
    measured.sort((a, b) => a - b);
    console.log(`${driver.name} ${kind}: median ${measured[measured.length >> 1]} ms (${measured.join(" ")})`);
  }
  await driver.close();
}
server.close();

/** The page notes the first frame that follows the painting; both clocks are the machine's. */
async function clickToPainted(driver) {
  await driver.evaluate(() => {
    const look = () => {
      if (CSS.highlights.has("isnad-author")) window.paintedAt = Date.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  const clickedAt = Date.now();
  await driver.click();
  for (;;) {
    const paintedAt = await driver.evaluate(() => window.paintedAt);
    if (paintedAt) return paintedAt - clickedAt;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function pageOf(text) {
  const escape = (line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const lines = text.split("\n").filter((line) => line.trim());
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>نص</title>
    <article>${lines.map((line) => `<p>${escape(line)}</p>`).join("\n")}</article></html>`;
}
