import assert from "node:assert/strict";
import { test } from "node:test";
import { page, wordsOf } from "../../test/page.ts";
import { readText } from "./read-text.ts";
import type { PageText } from "./text-map.ts";

function read(html: string): PageText {
  return readText({ roots: [page(html).body], skips: () => false });
}

const CASES: readonly [what: string, html: string, text: string][] = [
  ["inline elements cut nothing", "<p>قال <b>الو</b>زير <a href=x>سامر <i>الحلبي</i></a>.</p>", "قال الوزير سامر الحلبي."],
  ["blocks are lines", "<h1>عنوان</h1><div><p>أول</p><p>ثان</p></div>", "عنوان\nأول\nثان"],
  ["text beside a block is a line of its own", "<div>قبل<p>داخل</p>بعد</div>", "قبل\nداخل\nبعد"],
  ["white space is collapsed", "<p>\n   قال \n\t الوزير   <b> سامر </b> \n</p>", "قال الوزير سامر"],
  ["the no-break space stays", "<p>12&nbsp;مليون</p>", "12\u00a0مليون"],
  ["a line break inside a sentence is a space", "<p>قال الوزير<br>إن الأعمال بدأت</p>", "قال الوزير إن الأعمال بدأت"],
  ["a line break behind a sentence parts blocks", "<p>انتهت الأعمال.<br>وبدأ التسليم</p>", "انتهت الأعمال.\nوبدأ التسليم"],
  ["two line breaks part blocks", "<font>الأولى<br> <br>الثانية</font>", "الأولى\nالثانية"],
  ["preformatted lines are soft breaks", "<pre>سطر أول\nتتمته</pre>", "سطر أول تتمته"],
  ["word breaks and soft hyphens part nothing", "<p>الديمقر<wbr>اطية الديم&shy;قراطية</p>", "الديمقراطية الديم\u00adقراطية"],
  ["what is hidden is not read", "<p>ظاهر<span style='display:none'>مخفي</span></p><p hidden>مخفي</p><p style='visibility:hidden'>مخفي</p>", "ظاهر"],
  ["what only screen readers get is not read", "<p>نص<span style='position:absolute;clip:rect(0,0,0,0)'>مخفي</span></p>", "نص"],
  ["scripts and fields are not read", "<p>نص</p><script>كود</script><textarea>حقل</textarea><button>زر</button><input value=قيمة>", "نص"],
  ["a footnote's sign is not read", "<p>النص<sup><a href='#n1'>1</a></sup> تتمة</p>", "النص تتمة"],
  ["table cells are lines", "<table><tr><td>خلية</td><td>أخرى</td></tr></table>", "خلية\nأخرى"],
  ["an empty page has no text", "<div> <p>\n</p></div>", ""],
];

for (const [what, html, text] of CASES) {
  test(what, () => assert.equal(read(html).text, text));
}

test("every part of the text leads back to the same words in the page", () => {
  const text = read("<p>  قال <b>الو</b>زير\n\n<a href=x>سامر <i>الحلبي</i></a> 😀 أمس.</p><p>وأضاف: <b>نعم</b></p>");
  for (let start = 0; start < text.text.length; start++) {
    for (let end = start + 1; end <= text.text.length; end++) {
      const words = text.ranges(start, end).map(wordsOf).join("").replace(/\s+/g, " ");
      assert.equal(words.trim(), text.text.slice(start, end).replaceAll("\n", "").trim());
    }
  }
});

test("every character read knows its offset", () => {
  const text = read("<p>أ <b>ب</b>  ج</p><p>د</p>");
  const [range] = text.ranges(2, 3);
  assert.equal(text.offsetOf({ node: range!.startContainer as Text, offset: range!.startOffset }), 2);
  assert.equal(text.offsetOf({ node: range!.startContainer as Text, offset: 99 }), undefined);
});

test("one range spans inline elements, two go around what is left out", () => {
  assert.equal(read("<p>قال <b>وزير</b> المالية</p>").ranges(0, 16).length, 1);
  assert.equal(read("<p>قال <button>شارك</button> الوزير</p>").ranges(0, 10).length, 2);
});

test("an open shadow tree is read where it shows, its slots with what is put in them", () => {
  const document = page("<p>قبل</p><news-text><span>المقال</span></news-text>");
  const root = document.querySelector("news-text")!.attachShadow({ mode: "open" });
  root.innerHTML = "<div>مقدمة</div><div><slot></slot></div>";
  const text = readText({ roots: [document.body], skips: () => false });
  assert.equal(text.text, "قبل\nمقدمة\nالمقال");
  assert.deepEqual([...text.roots()], [document, root]);
  const words = text.ranges(0, text.text.length).map((range) => [range.startContainer.getRootNode() === root, wordsOf(range)]);
  assert.deepEqual(words, [[false, "قبل"], [true, "مقدمة"], [false, "المقال"]]);
});

test("a text knows whether the page still holds it", () => {
  const text = read("<p>قال\n<b>الوزير</b>   أمس</p>");
  const [first, last] = [text.ranges(0, 1)[0]!.startContainer as Text, text.ranges(4, 10)[0]!.startContainer as Text];
  assert.ok(text.isWhole());
  first.data = "قيل ";
  assert.ok(!text.isWhole());
  first.data = "قال\n";
  assert.ok(text.isWhole());
  last.remove();
  assert.ok(!text.isWhole());
});
