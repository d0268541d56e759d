import assert from "node:assert/strict";
import { test } from "node:test";
import { parseOrder, parseRequest, parseState } from "./messages.ts";

const REQUESTS = [
  { type: "analyze", text: "نص", at: 0, locale: "ar", corrections: [{ mark: "claim", start: 0, end: 2, words: "نص", what: "dismissed" }] },
  { type: "analyze", text: "نص", at: 12, locale: "en-u-nu-arab", corrections: [] },
  { type: "state", state: { count: 3 }, first: false },
  { type: "state", state: { refusal: "notArabic" }, first: true },
  { type: "state", state: null, first: false },
  { type: "navigated" },
  { type: "openPanel" },
  { type: "frame" },
  { type: "style" },
];
const ORDERS = [{ type: "result" }, { type: "corrected" }, { type: "step", by: -1, around: true }, { type: "follow", running: true, topLeads: false }, { type: "show", kind: "official", index: 0, start: 12 }];
const NEITHER = [
  null,
  "analyze",
  7,
  {},
  { type: "analyze" },
  { type: "analyze", text: 1, at: 0, locale: "ar", corrections: [] },
  { type: "analyze", text: "نص", at: -1, locale: "ar", corrections: [] },
  { type: "analyze", text: "نص", at: 0, locale: "fr", corrections: [] },
  { type: "analyze", text: "نص", at: 0, locale: "ar" },
  { type: "state", state: { count: -1 } },
  { type: "state", state: { count: 0.5 } },
  { type: "state", state: { refusal: "toString" } },
  { type: "state" },
  { type: "step", by: 2 },
  { type: "show", kind: "claim", index: "0", start: 0 },
  { type: "show", kind: "__proto__", index: 0, start: 0 },
];

for (const request of REQUESTS) test(`request ${JSON.stringify(request)}`, () => assert.deepEqual(parseRequest(request), request));
for (const order of ORDERS) test(`order ${JSON.stringify(order)}`, () => assert.deepEqual(parseOrder(order), order));
for (const message of NEITHER) {
  test(`refused: ${JSON.stringify(message)}`, () => {
    assert.equal(parseRequest(message), undefined);
    assert.equal(parseOrder(message), undefined);
  });
}

test("a parsed message carries nothing but its fields", () => {
  assert.deepEqual(parseState({ count: 1, more: 2 }), { count: 1 });
});
