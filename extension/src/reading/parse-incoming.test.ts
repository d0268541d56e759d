import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_TEXT } from "../../../www/src/longest-text";
import { parseIncoming } from "./parse-incoming";

const PAGE = { title: "خبر", address: "https://news.example/1", text: "قال الوزير إن العمل بدأ." };

test("a page that was handed over is its title, address and text, and nothing else", () => {
  assert.deepEqual(parseIncoming({ ...PAGE, analysis: {}, __proto__: { more: 1 } }), PAGE);
});

test("a text that was cut is taken as one that is too long; what is none is not taken", () => {
  const cut = { ...PAGE, text: "ا".repeat(LONGEST_TEXT + 1) };
  assert.deepEqual(parseIncoming(cut), cut);
  for (const wrong of [null, [], "text", { ...PAGE, text: {} }, { ...PAGE, title: 1 }, { title: "خبر", text: "نص" }, { ...PAGE, text: `${cut.text}ا` }]) {
    assert.equal(parseIncoming(wrong), undefined);
  }
});
