import assert from "node:assert/strict";
import { test } from "node:test";
import { parseOrder } from "./parse-orders.ts";
import { parseKept, parseOwnRequest, parseRequest, parseState } from "./parse-requests.ts";

const REQUESTS = [
  { type: "analyze", text: "نص", at: 0, locale: "ar", address: "https://news.example/story" },
  { type: "analyze", text: "نص", at: 12, locale: "en-u-nu-arab", address: "null" },
  { type: "state", state: { count: 3 }, running: true, first: false },
  { type: "state", state: { count: 3, beyond: true }, running: true, first: false },
  { type: "state", state: { refusal: "notArabic" }, running: false, first: true },
  { type: "state", state: null, running: false, first: false },
  { type: "frames" },
  { type: "navigated" },
  { type: "openPanel" },
  { type: "frame" },
  { type: "style" },
];
const CORRECTION = { mark: "claim", start: 0, end: 2, words: "نص", what: "source_type", to: "vague" };
const OWN_REQUESTS = [
  { type: "corrections", address: "https://news.example/story" },
  { type: "keep", address: "https://news.example/story", corrections: [CORRECTION] },
  { type: "keep", address: "https://news.example/story", corrections: new Array(2000).fill(CORRECTION) },
  { type: "keep", address: "__proto__", corrections: [] },
];
const ORDERS = [{ type: "result" }, { type: "isRunning" }, { type: "corrected" }, { type: "step", by: -1, around: true }, { type: "follow", running: true, topLeads: false }, { type: "show", kind: "official", index: 0, start: 12 }];
const NEITHER = [
  null,
  "analyze",
  7,
  {},
  { type: "analyze" },
  { type: "analyze", text: 1, at: 0, locale: "ar", address: "https://news.example/" },
  { type: "analyze", text: "نص", at: -1, locale: "ar", address: "https://news.example/" },
  { type: "analyze", text: "نص", at: 0, locale: "fr", address: "https://news.example/" },
  { type: "analyze", text: "نص", at: 0, locale: "ar" },
  { type: "state", state: { count: -1 } },
  { type: "state", state: { count: 0.5 } },
  { type: "state", state: { refusal: "toString" } },
  { type: "state" },
  { type: "step", by: 2 },
  { type: "show", kind: "claim", index: "0", start: 0 },
  { type: "show", kind: "__proto__", index: 0, start: 0 },
  { type: "show", kind: "claim", index: Infinity, start: 0 },
  { type: "__proto__" },
  { type: "constructor" },
  { type: ["result"] },
  Object.create({ type: "result" }),
  Object.create({ type: "navigated" }),
  [{ type: "result" }],
  { type: "analyze", text: "ن".repeat((1 << 25) + 1), at: 0, locale: "ar", address: "https://news.example/" },
  { type: "keep", address: "https://news.example/", corrections: { length: 1 } },
  { type: "keep", address: "https://news.example/", corrections: new Array(2001).fill(CORRECTION) },
  { type: "keep", address: "https://news.example/", corrections: [{ ...CORRECTION, start: "0" }] },
  { type: "keep", address: "https://news.example/", corrections: [{ ...CORRECTION, what: { toString: "dismissed" } }] },
  { type: "analyze", text: "نص", at: 0, locale: "ar", address: 7 },
  { type: "corrections" },
  { type: "corrections", address: ["https://news.example/"] },
  { type: "corrections", address: "h".repeat((1 << 16) + 1) },
];

for (const request of REQUESTS) test(`request ${JSON.stringify(request)}`, () => assert.deepEqual(parseRequest(request), request));
for (const order of ORDERS) test(`order ${JSON.stringify(order)}`, () => assert.deepEqual(parseOrder(order), order));
for (const request of OWN_REQUESTS) test(`own request ${JSON.stringify(request).slice(0, 200)}`, () => assert.deepEqual(parseOwnRequest(request), request));
test("what only the extension's own pages may ask for is no request of a page's script", () => {
  for (const request of OWN_REQUESTS) assert.equal(parseRequest(request), undefined);
});
for (const message of NEITHER) {
  test(`refused: ${JSON.stringify(message).slice(0, 100)}`, () => {
    for (const parse of [parseRequest, parseOwnRequest, parseOrder, parseKept]) assert.equal(parse(message), undefined);
  });
}

test("a parsed message carries nothing but its fields", () => {
  assert.deepEqual(parseState({ count: 1, more: 2 }), { count: 1 });
  const given = JSON.parse('{"type": "analyze", "text": "نص", "at": 0, "locale": "ar", "address": "null", "__proto__": {"polluted": true}, "more": 1}');
  const parsed = parseRequest(given);
  assert.deepEqual(parsed, { type: "analyze", text: "نص", at: 0, locale: "ar", address: "null" });
  assert.equal((parsed as { polluted?: true }).polluted, undefined);
});
