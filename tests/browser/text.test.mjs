/** Where text sits: cut by elements and characters, folded away, in frames, in other languages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, claims, inEachBrowser } from "./reader.mjs";

/** By the paragraph's id: what of it is a figure and what an official. */
const WORDS = [
  ["inline", "3 ملايين دولار", "سامر الحلبي"],
  ["shy", "4 ملايين دو\u00adلار", "ليلى الخط\u00adيب"],
  ["zero", "5 ملايين د\u200dولار", "نز\u200cار ال\u200bقاضي"],
  ["bidi", "6\u200f ملايين دولار", "ماهر عون"],
  ["nbsp", "7 ملايين دولار", "عادل نجم"],
  ["break", "8 ملاييندولار", "كريم الأسعد"],
  ["marks", "٩ ملايين دولار", "رَائِد الـعـمـري"],
  ["emoji", "12 مليون دولار", "سليم غانم"],
  ["lazy", "14 مليون دولار", "فواز صقر"],
];

const LANGUAGES = [
  ["persian", /بالفارسية/],
  ["urdu", /بالأردية/],
  ["kurdish", /بالكردية/],
];

inEachBrowser("text", (reader) => {
  test("text is one however the page cuts it", async () => {
    await reader.mark("text.html");
    const found = await reader.evaluate(wordsById);
    for (const [id, figure, official] of WORDS) {
      assert.deepEqual([id, found[id]?.figure, found[id]?.official], [id, [figure], [official]]);
    }
  });

  test("what does not show is not read, and is when it is unfolded", async () => {
    const marks = await reader.mark("text.html");
    assert.ok(!all(marks).some((words) => words.includes("هشام ريحان") || words.includes("مخفي")));
    await reader.evaluate(() => (document.getElementById("folded").open = true));
    await reader.eventually(({ official }) => assert.ok(official.includes("هشام ريحان")));
    await reader.evaluate(() => (document.getElementById("hidden").style.display = "block"));
    await reader.eventually(({ figure }) => assert.ok(figure.includes("15 مليون دولار")));
    await reader.evaluate(() => (document.getElementById("hidden").style.display = "none"));
    await reader.eventually(({ figure }) => assert.ok(!figure.includes("15 مليون دولار")));
  });

  test("a card opens on every piece of a word that elements cut", async () => {
    await reader.mark("text.html");
    const { card } = await reader.hover("official", "سامر");
    assert.match(card.labels[0], /مسؤول/);
    await reader.driver.press("Escape");
    await reader.noCard();
  });

  for (const [language, says] of LANGUAGES) {
    test(`a page in ${language} is left alone, with a message`, async () => {
      await reader.open(`${language}.html`);
      await reader.click();
      await reader.button(({ badge, title }) => {
        assert.equal(badge, "–");
        assert.match(title, says);
      });
      assert.match(await reader.driver.notice(), says);
      assert.deepEqual(await reader.painted(), {});
    });
  }

  test("the whole page is read where the reader has chosen it", async () => {
    const choose = (text) => reader.driver.inBackground((text) => chrome.storage.local.set({ text }), text);
    const menu = /القائمة الجانبية/;
    assert.ok(!all(await reader.mark("article.html")).some((words) => menu.test(words)));
    await choose("page");
    await reader.eventually((marks) => assert.ok(claims(marks).some((words) => menu.test(words))));
    await choose("article");
  });

  test("few, key, all: the reader's choice of tints, at once", async () => {
    const choose = (tinted) => reader.driver.inBackground((tinted) => chrome.storage.local.set({ tinted }), tinted);
    const few = await reader.mark("article.html");
    await choose("key");
    await reader.eventually(({ tint }) => assert.ok(tint.length > few.tint.length));
    await choose("all");
    await reader.eventually((marks) => assert.deepEqual([...marks.tint].sort(), claims(marks).sort()));
    await choose("few");
    await reader.eventually(({ tint }) => assert.deepEqual(tint, few.tint));
  });
});

/** Runs in the page: the figures and officials painted in each paragraph that has an id. */
function wordsById() {
  const found = {};
  for (const look of ["figure", "official"]) {
    for (const range of CSS.highlights.get(`isnad-${look}`)) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { id } = range.startContainer.parentElement.closest("[id]");
      ((found[id] ??= {})[look] ??= []).push(live.toString().replace(/\s+/g, " "));
    }
  }
  return found;
}
