import assert from "node:assert/strict";
import { test } from "node:test";
import { validOptions } from "./options.ts";

const DEFAULTS = { language: "ar", tinted: "few", digits: "latn", text: "article" };

test("Arabic, few tints, Latin digits, the article: unless chosen otherwise", () => assert.deepEqual(validOptions({}), DEFAULTS));

test("what is no choice is the default", () => {
  assert.deepEqual(validOptions({ language: "fr", tinted: 3, digits: null, more: 1 }), DEFAULTS);
});

test("choices are kept", () => {
  const chosen = { language: "en", tinted: "all", digits: "arab", text: "page" };
  assert.deepEqual(validOptions(chosen), chosen);
});
