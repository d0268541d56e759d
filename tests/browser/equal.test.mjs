/** The same text has the same analysis natively and, on the path that is shipped, in each browser: byte for byte as JSON. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { eventually } from "./patience.mjs";
import { inEachBrowser } from "./reader.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const files = (folder, ending) => readdirSync(ROOT + folder).filter((name) => name.endsWith(ending)).sort().map((name) => readFileSync(`${ROOT}${folder}/${name}`, "utf8"));
const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** Our own articles, as they are and annotated. */
const ARTICLES = [
  ...files("tests/articles", ".txt"),
  ...files("tests/gold", ".jsonl").flatMap((file) => lines(file).map((line) => JSON.parse(line).text)),
];

/** What the command line makes of texts, one JSON each. */
function native(texts) {
  const input = texts.map((text, id) => JSON.stringify({ id, text }) + "\n").join("");
  const command = ["run", "--quiet", "--", "analyze", "--jsonl", "--offsets", "utf16"];
  const output = execFileSync(process.env.CARGO ?? "cargo", command, { cwd: ROOT, input, maxBuffer: 1 << 28, encoding: "utf8" });
  return lines(output).map((line) => {
    const { id, ...analysis } = JSON.parse(line);
    return canonical(analysis);
  });
}

/** JSON with the keys in order: browsers sort those of messages as they like. */
function canonical(value) {
  const sorted = (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  return JSON.stringify(value, sorted);
}

inEachBrowser("analysis", (reader) => {
  test("it is that of the command line", async () => {
    await reader.mark("article.html");
    const results = [];
    for (const article of ARTICLES) {
      await reader.evaluate((paragraphs) => {
        const elements = paragraphs.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
        document.querySelector("article").replaceChildren(...elements);
        document.querySelector("main").replaceChildren(document.querySelector("article"));
      }, lines(article));
      results.push(
        await eventually(async () => {
          const result = await reader.driver.inBackground(async () => {
            const [tab] = await chrome.tabs.query({ active: true });
            return chrome.tabs.sendMessage(tab.id, { type: "result" }, { frameId: 0 });
          });
          assert.deepEqual(lines(result?.text ?? ""), lines(article));
          return result;
        }),
      );
    }
    const expected = native(results.map(({ text }) => text));
    for (const [at, { text, analysis }] of results.entries()) {
      assert.ok(canonical(analysis) === expected[at], `another analysis of ${text.slice(0, 60)}`);
    }
  });
});
