import assert from "node:assert/strict";
import { test } from "node:test";
import ar from "../_locales/ar/messages.json" with { type: "json" };
import en from "../_locales/en/messages.json" with { type: "json" };
import { formatCount, wordsIn } from "./words.ts";

test("both languages have the same words, with the same places to fill", () => {
  const places = (messages: Record<string, { message: string }>) =>
    Object.entries(messages).map(([key, { message }]) => [key, (message.match(/\$\w+\$/g) ?? []).sort()]).sort();
  assert.deepEqual(places(ar), places(en));
});

test("places are filled", () => assert.equal(wordsIn("en")("position", { number: "2", count: "9" }), "2 of 9"));

test("counts come in the reader's digits", () => {
  assert.equal(formatCount(1203, "latn"), "1203");
  assert.equal(formatCount(1203, "arab"), "١٢٠٣");
});
