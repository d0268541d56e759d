/** Marks that people can see and cards that people can reach: without colour, in their colours, by keyboard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./patience.mjs";
import { countOf, inEachBrowser } from "./reader.mjs";

const STYLES = { named: "solid", unnamed: "dashed", author: "dotted", figure: "solid", official: "double" };

inEachBrowser("seen", (reader) => {
  const size = () => reader.evaluate(() => [innerWidth, innerHeight]);
  const inside = async ({ box }) => {
    const [width, height] = await size();
    assert.ok(box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height, JSON.stringify(box));
  };
  /** The lines of what is painted in some looks and holds `words`. */
  const linesOf = (looks, words = "") =>
    reader.evaluate(
      (looks, words) =>
        looks.flatMap((look) => [...(CSS.highlights.get(`isnad-${look}`) ?? [])]).flatMap((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString().includes(words) ? [...live.getClientRects()].map(({ top, bottom }) => ({ top, bottom })) : [];
        }),
      looks,
      words,
    );
  const isOff = ({ box }, lines) => assert.ok(lines.length > 0 && lines.every(({ top, bottom }) => box.top >= bottom || box.bottom <= top), JSON.stringify({ box, lines }));
  /** The card does not lie on any line of the words it explains, as far as these leave room for it. */
  const offItsMark = async (card) => isOff(card, await linesOf(["current"]));

  test("sources and categories differ by line, not by colour alone", async () => {
    await reader.mark("article.html");
    const styles = await reader.evaluate((looks) => {
      const of = (look) => getComputedStyle(document.querySelector("article p"), `::highlight(isnad-${look})`);
      return Object.fromEntries(looks.map((look) => [look, [of(look).textDecorationStyle, parseFloat(of(look).textDecorationThickness), of(look).textUnderlineOffset]]));
    }, Object.keys(STYLES));
    assert.deepEqual(Object.fromEntries(Object.entries(styles).map(([look, [style]]) => [look, style])), STYLES);
    assert.ok(styles.figure[1] > 2 * styles.named[1], "a figure's line is thick");
    // Lower than a claim's: both show where they overlap.
    for (const inner of ["figure", "official"]) assert.notEqual(styles[inner][2], styles.named[2]);
  });

  for (const [what, page, preference] of [
    ["a light page", "article.html", {}],
    ["a dark page", "dark.html", {}],
    ["a page that turns dark with the reader", "article.html", { colors: "dark" }],
    ["forced colours", "article.html", { forced: true }],
    ["a coloured page", "sites/opinion.html", {}],
  ]) {
    test(`marks show on ${what}`, async () => {
      await reader.driver.prefer(preference);
      await reader.open(page);
      const before = await reader.driver.picture();
      await reader.click();
      await reader.marked();
      await eventually(async () => assert.ok(!(await reader.driver.picture()).equals(before)));
      await reader.driver.prefer({});
    });
  }

  test("an official and a figure inside a claim keep their own marks and cards", async () => {
    await reader.mark("article.html");
    const [figure] = (await reader.painted()).figure;
    const { card } = await reader.hover("figure", figure);
    assert.deepEqual(card.labels.map((label) => label.split(" · ")[0]), ["رقم تمويل", "ادّعاء رئيسي"]);
    isOff(card, await linesOf(["named", "unnamed", "author"], figure));
    await reader.driver.press("Escape");
    await reader.noCard();
  });

  test("every mark of a page can be reached by keyboard, its card in the window and off its words", async () => {
    const marks = await reader.mark("article.html");
    const count = countOf(marks);
    const seen = new Set();
    for (let i = 0; i < count; i++) {
      await reader.driver.command("next-mark");
      const card = await reader.card((card) => {
        assert.ok(card?.focused);
        assert.ok(!seen.has(card.position));
      });
      seen.add(card.position);
      assert.ok(card.reasons.every((reason) => card.described.includes(reason)));
      await inside(card);
      await offItsMark(card);
    }
    await reader.driver.command("next-mark");
    await reader.card(({ position }) => assert.equal(position, [...seen][0]));
    await reader.driver.press("Escape");
    await reader.noCard();
  });

  test("the card's own buttons work from the keyboard, and the page gets its focus back", async () => {
    await reader.mark("article.html");
    await reader.evaluate(() => document.querySelector("nav a").focus());
    await reader.driver.command("next-mark");
    const { position } = await reader.card((card) => assert.ok(card?.focused));
    for (let at = null; at !== "الإبراز التالي"; ) {
      await reader.driver.press("Tab");
      const { button } = await reader.card(({ button }) => assert.notEqual(button, at));
      at = button;
    }
    await reader.driver.press("Enter");
    await reader.card((card) => assert.notEqual(card.position, position));
    await reader.driver.press("Escape");
    await reader.noCard();
    await eventually(async () => assert.equal(await reader.evaluate(() => document.activeElement.localName), "a"));
  });

  test("near every edge, and in a narrow window, the card stays in it", async () => {
    await reader.open("edges.html");
    await reader.click();
    const { official } = await reader.marked();
    assert.equal(official.length, 4);
    for (const words of official) {
      const { card } = await reader.hover("official", words);
      await inside(card);
      await offItsMark(card);
      await reader.driver.press("Escape");
      await reader.noCard();
    }
  });
});
