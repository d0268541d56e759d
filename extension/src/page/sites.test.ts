import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { page } from "../../test/page.ts";
import { findArticle } from "./find-article.ts";
import { readText } from "./read-text.ts";

const SITES = new URL("../../../tests/browser/pages/sites/", import.meta.url);
/** Dates, kickers and names beside the article do no harm: they assert nothing. In UTF-16 units. */
const LONGEST_LABEL = 40;

for (const name of readdirSync(SITES)) {
  const html = readFileSync(new URL(name, SITES), "utf8");
  // Pages that scripts build are for the browser tests.
  if (html.includes("attachShadow")) continue;
  test(`article found on a page in the shape of ${name}`, () => {
    const document = page(html);
    const lines = readText(findArticle(document)).text.split("\n");
    const wanted = [...document.querySelectorAll("[data-in], [data-lines]")].flatMap((element) =>
      (element.textContent ?? "").split(element.hasAttribute("data-lines") ? "\n" : /$^/).map((line) => line.replace(/[ \n]+/g, " ").trim()),
    );
    assert.deepEqual(wanted.filter((line) => !lines.includes(line)), [], "left out");
    assert.deepEqual(lines.filter((line) => !wanted.includes(line) && (line.length > LONGEST_LABEL || line.includes("خارج المقال"))), [], "not of the article");
    assert.deepEqual(lines.filter((line) => wanted.includes(line)), wanted, "in order and once");
  });
}
