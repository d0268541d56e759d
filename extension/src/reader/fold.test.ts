import assert from "node:assert/strict";
import { test } from "node:test";
import { foldForSearch } from "./fold.ts";

for (const [written, typed] of [
  ["الإمارة", "الاماره"],
  ["مُؤَسَّسة", "مؤسسة"],
  ["عـــلى", "علي"],
  ["٤٥٫٢ مليون", "45٫2 مليون"],
  ["\u202bUSAID\u202c", "usaid"],
] as const) {
  test(`${written} is found by ${typed}`, () => assert.equal(foldForSearch(written), foldForSearch(typed)));
}

test("different words stay different", () => assert.notEqual(foldForSearch("علم"), foldForSearch("عمل")));
