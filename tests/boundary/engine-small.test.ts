/** The engine is compiled twice, for speed and for size: both say the same of every article. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as fast from "#engine";
import * as small from "../../dist/wasm/engine-small.js";

const ARTICLES = new URL("../articles/", import.meta.url);

test("the engine of the page that needs no installation says what the extension's says", () => {
  const engines = Object.entries({ engine: fast, "engine-small": small }).map(([name, { Engine, initSync }]) => {
    initSync({ module: readFileSync(new URL(`../../dist/wasm/${name}.wasm`, import.meta.url)) });
    return new Engine("utf16");
  });
  const articles = readdirSync(ARTICLES).filter((name) => name.endsWith(".txt"));
  assert.ok(articles.length > 5);
  for (const name of articles) {
    const text = readFileSync(new URL(name, ARTICLES), "utf8");
    const [first, second] = engines.map((engine) => engine.mark(text, "ar", []));
    assert.ok(first!.analysis.claims.length > 0, name);
    assert.deepEqual(second, first, name);
  }
});
