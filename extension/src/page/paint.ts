import { LOOKS, type Look, type Mark } from "./marks";
import { atOnce } from "./slices";
import type { PageText } from "./text-map";

/** Registry keys are shared with the page: a name of our own keeps clear of the page's. */
const KEY = "isnad-";
/** The mark whose card is open. */
const CURRENT = "current";

/** Marks painted between two chances to pause. */
const STRIDE = 64;

/** Where looks overlap, a later one lies on top. */
const PRIORITY: Record<Look | typeof CURRENT, number> = { tint: 1, named: 2, unnamed: 2, author: 2, figure: 3, official: 4, [CURRENT]: 5 };

/**
 * Paints marks with the CSS Custom Highlight API: no node of the page is touched. The ranges are static, for the browser
 * keeps every live range right at each mutation of the page, which costs the page more than the marks are worth.
 */
export class Painter {
  /** Our own record: Firefox's registry cannot be iterated in content scripts, and the page may clear it. */
  readonly #highlights = new Map<string, Highlight>();
  #ranges = new Map<Mark, StaticRange[]>();
  /** How many ranges there are in all the highlights. */
  #painted = 0;

  /** Shows `marks` in place of those painted before, at once; see {@link painting}. */
  paint(text: PageText, marks: readonly Mark[]): void {
    atOnce(this.painting(text, marks));
  }

  /**
   * Shows `marks` in place of those painted before, all in the same moment, if they are `wanted` then. Yields where it may pause.
   */
  *painting(text: PageText, marks: readonly Mark[], wanted = () => true): Generator<undefined, void> {
    const next = new Map<string, Highlight>(LOOKS.map((look) => [KEY + look, emptyHighlight(PRIORITY[look])]));
    const ranges = new Map<Mark, StaticRange[]>();
    let painted = 0;
    for (const mark of marks) {
      const own = text.ranges(mark.start, mark.end);
      ranges.set(mark, own);
      this.#add(next, mark, own);
      if (++painted % STRIDE === 0) yield;
    }
    if (!wanted()) return;
    this.#ranges = ranges;
    this.#painted = sizeOf(next);
    for (const [key, highlight] of next) {
      this.#highlights.set(key, highlight);
      CSS.highlights.set(key, highlight);
    }
  }

  /** Takes marks away whose words have changed under them, until the text is read again. */
  unpaint(marks: Iterable<Mark>): void {
    for (const mark of marks) {
      for (const range of this.#ranges.get(mark) ?? []) for (const highlight of this.#highlights.values()) highlight.delete(range);
      this.#ranges.delete(mark);
    }
    this.#painted = sizeOf(this.#highlights);
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

  /** Puts back what the page has thrown out of the registry, put another in the place of, or emptied. */
  restore(): void {
    for (const [key, highlight] of this.#highlights) {
      if (CSS.highlights.get(key) !== highlight) CSS.highlights.set(key, highlight);
    }
    if (sizeOf(this.#highlights) >= this.#painted) return;
    for (const [mark, ranges] of this.#ranges) this.#add(this.#highlights, mark, ranges);
  }

  clear(): void {
    for (const key of this.#highlights.keys()) CSS.highlights.delete(key);
    this.#highlights.clear();
    this.#ranges.clear();
    this.#painted = 0;
  }

  #add(highlights: ReadonlyMap<string, Highlight>, mark: Mark, ranges: readonly StaticRange[]): void {
    for (const look of mark.looks) {
      const highlight = highlights.get(KEY + look)!;
      // Not chained: Firefox's `add` returns nothing usable in content scripts.
      for (const range of ranges) highlight.add(range);
    }
  }
}

function sizeOf(highlights: ReadonlyMap<string, Highlight>): number {
  let size = 0;
  for (const highlight of highlights.values()) size += highlight.size;
  return size;
}

function emptyHighlight(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}
