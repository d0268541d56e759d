import assert from "node:assert/strict";
import { test } from "node:test";
import { placeCard, type Box } from "./place-card.ts";

const WINDOW = { width: 1000, height: 600 };
const CARD = { width: 400, height: 150 };

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function place(lines: Box[], anchor = lines[0]!, card = CARD) {
  const { left, top, maxHeight } = placeCard(card, lines, anchor, WINDOW);
  return { left, top, right: left + card.width, bottom: top + Math.min(card.height, maxHeight) };
}

const MARKS: readonly [what: string, lines: Box[]][] = [
  ["in the middle", [box(300, 200, 200, 24)]],
  ["at the bottom", [box(300, 570, 200, 24)]],
  ["at the left edge", [box(0, 200, 40, 24)]],
  ["at the right edge", [box(980, 200, 20, 24)]],
  ["of several lines", [box(600, 200, 300, 24), box(100, 230, 800, 24), box(700, 260, 200, 24)]],
  ["half out of the window", [box(300, -20, 200, 24), box(300, 10, 200, 24)]],
];

for (const [what, lines] of MARKS) {
  test(`a card for a mark ${what} is in the window and not on the mark`, () => {
    const card = place(lines);
    assert.ok(card.left >= 0 && card.right <= WINDOW.width && card.top >= 0 && card.bottom <= WINDOW.height);
    assert.ok(lines.every(({ top, bottom }) => card.top >= bottom || card.bottom <= top));
  });
}

test("a card that is too tall scrolls inside", () => {
  const anchor = box(300, 280, 200, 24);
  const { top, maxHeight } = placeCard({ width: 400, height: 900 }, [anchor], anchor, WINDOW);
  assert.ok(top >= 0 && top + maxHeight <= WINDOW.height);
  assert.ok(top >= anchor.bottom || top + maxHeight <= anchor.top);
});

test("a mark that fills the window keeps at least the pointed line free", () => {
  const lines = Array.from({ length: 30 }, (_, i) => box(0, i * 24 - 40, 1000, 24));
  const anchor = lines[10]!;
  const card = place(lines, anchor);
  assert.ok(card.top >= anchor.bottom || card.bottom <= anchor.top);
});
