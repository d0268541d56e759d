import { LOOKS, type Look, type Mark } from "./marks";
import type { PageText } from "./text-map";

/** Registry keys are shared with the page: a name of our own keeps clear of the page's. */
const KEY = "isnad-";
/** The mark whose card is open. */
const CURRENT = "current";

/** Where looks overlap, a later one lies on top. */
const PRIORITY: Record<Look | typeof CURRENT, number> = { tint: 1, named: 2, unnamed: 2, author: 2, figure: 3, official: 4, [CURRENT]: 5 };

/**
 * Paints marks with the CSS Custom Highlight API: no node of the page is touched. The ranges are static, for the browser
 * keeps every live range right at each mutation of the page, which costs the page more than the marks are worth.
 */
export class Painter {
  /** Our own record: Firefox's registry cannot be iterated in content scripts, and the page may clear it. */
  readonly #highlights = new Map<string, Highlight>();

  /** Shows `marks` in place of those painted before. */
  paint(text: PageText, marks: readonly Mark[]): void {
    this.clear();
    for (const look of LOOKS) this.#highlights.set(KEY + look, emptyHighlight(PRIORITY[look]));
    for (const mark of marks) {
      const ranges = text.ranges(mark.start, mark.end);
      for (const look of mark.looks) {
        const highlight = this.#highlights.get(KEY + look)!;
        // Not chained: Firefox's `add` returns nothing usable in content scripts.
        for (const range of ranges) highlight.add(range);
      }
    }
    this.restore();
  }

  /** Points out the mark whose card is open; `undefined` for none. */
  pointOut(text: PageText, mark: Mark | undefined): void {
    const highlight = emptyHighlight(PRIORITY[CURRENT]);
    for (const range of mark ? text.ranges(mark.start, mark.end) : []) highlight.add(range);
    if (mark) {
      this.#highlights.set(KEY + CURRENT, highlight);
      CSS.highlights.set(KEY + CURRENT, highlight);
    } else {
      this.#highlights.delete(KEY + CURRENT);
      CSS.highlights.delete(KEY + CURRENT);
    }
  }

  /** Registers again what the page has thrown out of the registry. */
  restore(): void {
    for (const [key, highlight] of this.#highlights) {
      if (!CSS.highlights.has(key)) CSS.highlights.set(key, highlight);
    }
  }

  clear(): void {
    for (const key of this.#highlights.keys()) CSS.highlights.delete(key);
    this.#highlights.clear();
  }
}

function emptyHighlight(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}
