import assert from "node:assert/strict";
import { test } from "node:test";
import { atOnce, inSlices } from "./slices.ts";

/** Works for two milliseconds between any two chances to pause. */
function* work(steps: number): Generator<undefined, number> {
  for (let i = 0; i < steps; i++) {
    for (const end = performance.now() + 2; performance.now() < end; );
    yield;
  }
  return steps;
}

test("long work rests now and then, and gives its result", async () => {
  let rests = 0;
  const rest = () => {
    rests++;
    return Promise.resolve();
  };
  assert.equal(await inSlices(work(20), rest), 20);
  assert.ok(rests >= 4, `${rests} rests`);
});

test("short work does not rest", async () => {
  await inSlices(work(0), () => assert.fail("rested"));
});

test("what fails in a slice fails as a whole", async () => {
  await assert.rejects(
    inSlices(
      (function* () {
        yield;
        throw new Error("no");
      })(),
    ),
    /no/,
  );
});

test("the same work can be done at once", () => assert.equal(atOnce(work(2)), 2));
