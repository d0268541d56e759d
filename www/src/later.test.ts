import assert from "node:assert/strict";
import { test } from "node:test";
import { Later } from "./later";

test("a part is fetched once, when it is asked for", async () => {
  let fetched = 0;
  const later = new Later(async () => ++fetched);
  assert.equal(later.here, undefined);
  assert.deepEqual(await Promise.all([later.get(), later.get()]), [1, 1]);
  assert.equal(later.here, 1);
});

test("a part that could not be fetched is asked for again", async () => {
  const answers = [Promise.reject(new Error("no network")), Promise.resolve("here")];
  const later = new Later(() => answers.shift()!);
  await assert.rejects(later.get(), /no network/);
  assert.equal(later.here, undefined);
  assert.equal(await later.get(), "here");
});
