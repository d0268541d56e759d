import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import sharedAr from "../../extension/_locales/ar/messages.json" with { type: "json" };
import sharedEn from "../../extension/_locales/en/messages.json" with { type: "json" };
import ar from "../words/ar.json" with { type: "json" };
import en from "../words/en.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);

/** The sources below some folders: their names with what they say. */
function sources(...folders: string[]): [string, string][] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:ts|html|mjs)$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name): [string, string] => [`${folder}${name}`, readFileSync(new URL(`${folder}${name}`, ROOT), "utf8")]),
  );
}

test("both languages have the same words, with the same places to fill", () => {
  const places = (words: Record<string, string>) => Object.entries(words).map(([key, text]) => [key, (text.match(/\$\w+\$/g) ?? []).sort()]).sort();
  assert.deepEqual(places(ar), places(en));
});

test("no word is empty", () => {
  for (const words of [ar, en]) for (const [key, text] of Object.entries(words)) assert.notEqual(text.trim(), "", key);
  for (const words of [sharedAr, sharedEn]) for (const [key, { message }] of Object.entries(words)) assert.notEqual(message.trim(), "", key);
});

test("every word is used", () => {
  const code = sources("www/", "extension/").map(([, text]) => text).join("\n");
  const isUsed = (key: string) => new RegExp(`["'.\`]${key}["'\`\\b]|\\b${key}:|[{,] ${key}[,} ]|__MSG_${key}__`).test(code);
  // Made of a prefix and the name of a label.
  const isLabel = (key: string) => /^(?:stance|certainty)_/.test(key);
  assert.deepEqual([...Object.keys(ar), ...Object.keys(sharedAr)].filter((key) => !isUsed(key) && !isLabel(key)), []);
});

test("what a reader reads stands in the words, not in the code", () => {
  const folders = ["www/src/", "extension/src/reader/", "extension/src/reading/", "extension/src/panel/", "extension/src/options/", "extension/src/content/"];
  const inCode = sources(...folders).flatMap(([name, text]) => (text.match(/["'`][^"'`\n\\\][]*[\u0621-\u064a]{3,}[^"'`\n]*["'`]/g) ?? []).map((words) => `${name}: ${words}`));
  assert.deepEqual(inCode.filter((found) => !found.startsWith("extension/src/options/options.html")), []);
});
