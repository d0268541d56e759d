// Speed of the shipped WebAssembly in Node, as a table of Markdown, beside others at work on text of the same length in the same run:
//     cargo xtask wasm && node benches/wasm.mjs [ARTICLES.jsonl ...]
// `Intl.Segmenter`, which Chromium has too, and a regular expression cut the same Arabic text into words. `harper.js` checks English;
// it takes 75 MB, so it is measured where it has been installed: npm install --no-save harper.js
// What counts is the processor's time, of several runs the least: whatever else the machine does only adds to it. Megabytes are of
// UTF-8. No text is read twice in a row: the texts of one length are different parts of our articles, read in turn, by an engine that has
// read none of them when a turn begins. Each has been at work for some seconds before, so that it is compiled as well as it will be; what the
// first analysis takes is said apart. Our own articles were written to test: they hold more to mark than any newspaper. Files of others' articles, a JSON
// object with its "text" on each line, get a table of their own: each article is analysed by itself.
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";

const root = new URL("../", import.meta.url);
const read = (folder, ending) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(folder + name, root), "utf8"));
const annotated = read("tests/gold/", ".jsonl").flatMap((lines) => lines.trim().split("\n").map((line) => JSON.parse(line).text));
const articles = [...read("tests/articles/", ".txt"), ...annotated].join("\n");
const english =
  "The minister of finance said on Monday that her country had set aside about three million dollars for the repair of schools in the " +
  "north, according to a statement. Officials from two agencies, who asked not to be named, expect the work to begin next month.\n";

const wasm = readFileSync(new URL("dist/wasm/engine.wasm", root));
const { initSync, Engine } = await import(new URL("dist/wasm/engine.js", root));
/** Milliseconds of the processor. Both parts: how they are told apart is rounded to ticks. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const started = worked();
initSync({ module: wasm });
const compiled = worked();
const sentence = "قالت الوزارة إن العمل مستمر.";
new Engine("utf16").analyze(sentence);
const ready = worked();
console.log(
  `engine.wasm: ${Math.round(wasm.length / 1000)} KB, gzip ${Math.round(gzipSync(wasm, { level: 9 }).length / 1000)} KB. ` +
    `Compiled in ${(compiled - started).toFixed(0)} ms, first analysis, with the lexicon to load, ${(ready - compiled).toFixed(0)} ms.\n`,
);

const segmenter = new Intl.Segmenter("ar", { granularity: "word" });
let engine;
const contenders = [
  {
    name: "Isnad",
    text: articles,
    begin() {
      engine?.free();
      engine = new Engine("utf16");
    },
    run: (text) => engine.analyze(text),
  },
  {
    name: "`Intl.Segmenter`",
    text: articles,
    run(text) {
      for (const sentence of text.split("\n")) for (const _ of segmenter.segment(sentence));
    },
  },
  {
    name: "`/\\p{L}+/gu`",
    text: articles,
    run(text) {
      for (const _ of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu));
    },
  },
  await harper(),
].filter(Boolean);

const sizes = [1, 10, 100, 1000, 10000];
/** WebAssembly is compiled at its first call, and better while it runs: milliseconds of the processor until that is over. */
const WARMING = 6000;
const speeds = [];
for (const contender of contenders) speeds.push(await measure(contender));
// An engine that has read the same texts before, as when a page is marked again: it knows their words.
const again = await measure({ text: articles, begin() {}, run: (text) => engine.analyze(text) });

const label = (kilobytes) => (kilobytes < 1000 ? `${kilobytes} KB` : `${kilobytes / 1000} MB`);
const row = (name, cells) => console.log(`| ${name} | ${cells.join(" | ")} |`);
row("megabytes a second", sizes.map(label));
console.log(`|---|${"--:|".repeat(sizes.length)}`);
contenders.forEach(({ name }, i) => row(name, speeds[i].map((speed) => speed?.toFixed(speed < 1 ? 2 : 1) ?? "")));
contenders.slice(1).forEach(({ name }, i) =>
  row(`Isnad is × ${name}`, speeds[i + 1].map((speed, size) => (speed ? (speeds[0][size] / speed).toFixed(2) : ""))),
);
row("Isnad, a text that it knows", again.map((speed) => speed?.toFixed(1) ?? ""));

const ARTICLES = ["articles", "number", "KB each", "marks in 1,000 words", "Isnad, MB/s", "words known", "`Intl.Segmenter`", "×", "×, words known"];
const files = process.argv.slice(2);
if (files.length > 0) {
  console.log("");
  row(ARTICLES[0], ARTICLES.slice(1));
  console.log(`|---|${"--:|".repeat(ARTICLES.length - 1)}`);
  for (const file of files) {
    const [name, ...cells] = await articlesIn(file);
    row(name, cells);
  }
  console.log(`\nOur own articles have ${density(parts(articles, 10_000))} marks in 1,000 words.`);
}
console.log(`\nWebAssembly memory at the end: ${(initSync().memory.buffer.byteLength / 1e6).toFixed(0)} MB.`);

/** Megabytes for each second of work, by size; none for what would take longer than half a minute. */
async function measure({ text, begin = () => {}, run }) {
  const speeds = [];
  let perByte = 0;
  for (const started = worked(); worked() - started < WARMING; ) {
    begin();
    for (const part of parts(text, 10_000)) await run(part);
  }
  for (const kilobytes of sizes) {
    const texts = parts(text, kilobytes * 1000);
    if (perByte * bytesOf(texts) > 30_000) {
      speeds.push(undefined);
      continue;
    }
    const speed = await speedOf(texts, begin, run);
    perByte = 1 / speed / 1000;
    speeds.push(speed);
  }
  return speeds;
}

/** Megabytes for each second of work on these texts, one after the other. */
async function speedOf(texts, begin, run) {
  let least = Infinity;
  for (let spent = 0, runs = 0; runs < 4 || (spent < 2000 && runs < 100); runs++) {
    const before = worked();
    begin();
    for (const text of texts) await run(text);
    const took = worked() - before;
    [least, spent] = [Math.min(least, took), spent + took];
  }
  return bytesOf(texts) / least / 1000;
}

/** What a file of articles takes, each by itself, as a row of {@link ARTICLES}. */
async function articlesIn(file) {
  const texts = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
  const [isnad, words] = contenders;
  const unknown = await speedOf(texts, isnad.begin, isnad.run);
  const known = await speedOf(texts, () => {}, isnad.run);
  const cut = await speedOf(texts, () => {}, words.run);
  const length = bytesOf(texts) / texts.length / 1000;
  const speeds = [unknown, known, cut].map((speed) => speed.toFixed(1));
  return [basename(file), texts.length, length.toFixed(1), density(texts), ...speeds, (unknown / cut).toFixed(2), (known / cut).toFixed(2)];
}

/** Claims, figures and mentions of officials in a thousand words. */
function density(texts) {
  let [marks, words] = [0, 0];
  for (const text of texts) {
    const { claims, figures, officials } = engine.analyze(text);
    marks += claims.length + figures.length + officials.reduce((sum, { mentions }) => sum + mentions.length, 0);
    words += text.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;
  }
  return Math.round((marks / words) * 1000);
}

function bytesOf(texts) {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Different parts of a text, each of about so many bytes; where it is too short for one, the text over and over. */
function parts(text, bytes) {
  const length = Math.round((bytes * text.length) / Buffer.byteLength(text));
  if (length > text.length) return [text.repeat(Math.ceil(length / text.length)).slice(0, length)];
  return Array.from({ length: Math.floor(text.length / length) }, (_, i) => text.slice(i * length, (i + 1) * length));
}

/** The checker of English, if it is installed. */
async function harper() {
  try {
    const [{ LocalLinter }, { binaryInlined }] = await Promise.all([import("harper.js"), import("harper.js/binaryInlined")]);
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return { name: "`harper.js` (English)", text: english, run: (text) => linter.lint(text) };
  } catch (problem) {
    if (problem.code !== "ERR_MODULE_NOT_FOUND") throw problem;
    return undefined;
  }
}
