/** Pages in the shape of differently built news sites: the article is marked, and nothing around it. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { inEachBrowser } from "./reader.mjs";

const SITES = readdirSync(new URL("pages/sites/", import.meta.url));

inEachBrowser("sites", (reader) => {
  for (const site of SITES) {
    test(`${site}: every paragraph of the article is marked, nothing else is`, async () => {
      await reader.mark(`sites/${site}`);
      const { outside, unmarked } = await reader.evaluate(whereMarksAre);
      assert.deepEqual(outside, [], "outside of the article");
      assert.deepEqual(unmarked, [], "not marked");
    });
  }
});

/** Runs in the page. What belongs to the article says so by `data-in`, or `data-lines` where its lines are paragraphs. */
function whereMarksAre() {
  const trees = [document];
  for (const tree of trees) for (const { shadowRoot } of tree.querySelectorAll("*")) if (shadowRoot) trees.push(shadowRoot);
  const ranges = [...CSS.highlights].filter(([key]) => key.startsWith("isnad-")).flatMap(([, highlight]) => [...highlight]);
  const article = (node) => node.parentElement.closest("[data-in], [data-lines]");
  const marked = new Set(ranges.map(({ startContainer }) => article(startContainer)));
  return {
    outside: ranges.filter(({ startContainer, endContainer }) => !article(startContainer) || !article(endContainer)).map(({ startContainer }) => startContainer.data),
    unmarked: trees.flatMap((tree) => [...tree.querySelectorAll("[data-in=claim], [data-lines]")]).filter((element) => !marked.has(element)).map(({ textContent }) => textContent),
  };
}
