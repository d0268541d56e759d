/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface CardPlace {
  readonly left: number;
  readonly top: number;
  /** The card scrolls inside rather than cover its mark or leave the window. */
  readonly maxHeight: number;
}

/** Between the card and its mark, and between the card and the window's edge. */
const GAP = 6;
const EDGE = 8;

/**
 * Where a card of `width` by `height` goes: below its mark, above it where there is more room. A mark that fills the window
 * leaves no room at all: then the card keeps clear of the line at `anchor`.
 */
export function placeCard(
  card: { readonly width: number; readonly height: number },
  lines: readonly Box[],
  anchor: Box,
  window: { readonly width: number; readonly height: number },
): CardPlace {
  const shown = lines.filter(({ top, bottom }) => bottom > 0 && top < window.height);
  const whole = { top: Math.min(anchor.top, ...shown.map(({ top }) => top)), bottom: Math.max(anchor.bottom, ...shown.map(({ bottom }) => bottom)) };
  const leastRoom = Math.min(card.height, 96);
  const fits = [whole, anchor].find((kept) => Math.max(roomBelow(kept, window), roomAbove(kept)) >= leastRoom) ?? anchor;
  const below = roomBelow(fits, window);
  const above = roomAbove(fits);
  const maxHeight = Math.max(Math.min(card.height, below >= card.height ? below : Math.max(below, above)), 0);
  const goesBelow = below >= card.height || below >= above;
  const middle = (anchor.left + anchor.right) / 2 - card.width / 2;
  return {
    left: clamp(middle, EDGE, window.width - card.width - EDGE),
    top: goesBelow ? fits.bottom + GAP : fits.top - GAP - maxHeight,
    maxHeight,
  };
}

function roomBelow({ bottom }: { readonly bottom: number }, window: { readonly height: number }): number {
  return window.height - EDGE - GAP - bottom;
}

function roomAbove({ top }: { readonly top: number }): number {
  return top - GAP - EDGE;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
