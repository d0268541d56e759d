import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { articleOfText } from "./article-of-text";

const { document } = new JSDOM("").window;

function blocks(text: string): string[] {
  return [...articleOfText(text, document).children].map((block) => `${block.tagName} ${block.textContent}`);
}

test("a short first line is the headline, every other line a paragraph", () => {
  assert.deepEqual(blocks("وزير يفتتح جسراً\nافتتح الوزير الجسر.\n\n\nوحضر الأهالي."), ["H1 وزير يفتتح جسراً", "P افتتح الوزير الجسر.", "P وحضر الأهالي."]);
});

test("a first line that ends like a sentence, runs long or stands alone is a paragraph", () => {
  assert.deepEqual(blocks("افتتح الوزير الجسر.\nوحضر الأهالي."), ["P افتتح الوزير الجسر.", "P وحضر الأهالي."]);
  assert.equal(blocks(`${"خبر ".repeat(60)}\nسطر`)[0]!.slice(0, 2), "P ");
  assert.deepEqual(blocks("سطر وحيد"), ["P سطر وحيد"]);
});

test("all line ends count, and nothing in a text is markup", () => {
  assert.deepEqual(blocks("عنوان\r\nأ\rب\u2028ج"), ["H1 عنوان", "P أ", "P ب", "P ج"]);
  assert.deepEqual(blocks("<img src=x onerror=alert(1)>"), ["P <img src=x onerror=alert(1)>"]);
});

test("an empty text is no article", () => {
  for (const text of ["", " \n\t\r\n "]) assert.deepEqual(blocks(text), []);
});
