import assert from "node:assert/strict";
import { test } from "node:test";
import { patternOf } from "./site-pattern.ts";

for (const [address, pattern] of [
  ["https://example.com/news/1?x=2#y", "https://example.com/*"],
  [" http://127.0.0.1:8080/a ", "http://127.0.0.1/*"],
  ["about:blank", undefined],
  ["chrome://version", undefined],
  ["example.com", undefined],
  ["", undefined],
] as const) {
  test(`the site of ${address || "nothing"}`, () => assert.equal(patternOf(address), pattern));
}
