import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf } from "./watch-address.ts";

const of = (url: string) => addressOf(new URL(url) as unknown as Location);

test("a fragment leaves a page what it is, unless it names the story", () => {
  assert.equal(of("https://a.example/1#comments"), of("https://a.example/1"));
  assert.notEqual(of("https://a.example/#/story/1"), of("https://a.example/#/story/2"));
  assert.notEqual(of("https://a.example/#!1"), of("https://a.example/#!2"));
  assert.notEqual(of("https://a.example/1"), of("https://a.example/2"));
  assert.notEqual(of("https://a.example/?id=1"), of("https://a.example/?id=2"));
});
