import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

test("the schema for administrators and the options are the same", () => {
  const { properties } = JSON.parse(readFileSync(new URL("../managed-schema.json", import.meta.url), "utf8")) as { properties: Record<string, { enum: string[] }> };
  const defaults = validOptions({}) as unknown as Record<string, string>;
  assert.deepEqual(Object.keys(properties).sort(), Object.keys(defaults).sort());
  for (const [name, { enum: values }] of Object.entries(properties)) {
    assert.equal(values[0], defaults[name]);
    for (const value of values) assert.equal((validOptions({ [name]: value }) as unknown as Record<string, string>)[name], value);
  }
});
