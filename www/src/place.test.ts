import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesWith, fragmentOf, MODES, placeIn } from "./place.ts";

test("a fragment and back", () => {
  for (const choice of choicesWith(false)) {
    for (const mode of MODES) assert.deepEqual(placeIn(fragmentOf({ choice, mode }), "agency"), { choice, mode });
  }
});

test("a fragment that names nothing, or half of it", () => {
  assert.deepEqual(placeIn("", "agency"), { choice: "agency", mode: "read" });
  assert.deepEqual(placeIn("#", "page"), { choice: "page", mode: "read" });
  assert.deepEqual(placeIn("#nothing/lesson", "agency"), { choice: "agency", mode: "lesson" });
  assert.deepEqual(placeIn("#own", "agency"), { choice: "own", mode: "read" });
  assert.deepEqual(placeIn("#aid/constructor", "agency"), { choice: "aid", mode: "read" });
  // The page that the extension was clicked on has no name of its own.
  assert.deepEqual(placeIn("#page/present", "page"), { choice: "page", mode: "present" });
  assert.deepEqual(placeIn("#page", "agency"), { choice: "agency", mode: "read" });
});
