import type { Analysis, Claim, Range, SourceType } from "../analysis";
import type { MarkKind } from "../page/marks";
import { foldForSearch } from "./fold";

export const KINDS = ["claim", "figure", "official"] as const satisfies readonly MarkKind[];
/** The rungs of the source ladder, from the top. */
export const SOURCES = ["official", "person", "institution", "document", "unnamed", "vague", "author"] as const satisfies readonly SourceType[];
export const STANCES = ["neutral", "assertive", "presupposing", "doubtful", "accusing", "denying", "directive"] as const;
export const CERTAINTIES = ["plain", "hedged", "loaded", "both"] as const;

export type Stance = (typeof STANCES)[number];
export type Certainty = (typeof CERTAINTIES)[number];

/** What the reader wants to see. Plain data: it goes to the page as a message. `null` is no wish. */
export interface Filter {
  readonly kinds: readonly MarkKind[];
  /** Of the claims, the key claims only. */
  readonly keyOnly: boolean;
  readonly source: SourceType | null;
  readonly stance: Stance | null;
  readonly certainty: Certainty | null;
  /** Words to be found in a mark or in what belongs to it. */
  readonly query: string;
}

export const EVERYTHING: Filter = { kinds: KINDS, keyOnly: false, source: null, stance: null, certainty: null, query: "" };

/** A longer query finds nothing that a shorter one does not. In UTF-16 units. */
const LONGEST_QUERY = 200;

export function isEverything(filter: Filter): boolean {
  return JSON.stringify(validFilter(filter)) === JSON.stringify(EVERYTHING);
}

/** A filter from a message or a store: whatever is no wish it knows is none. */
export function validFilter(value: unknown): Filter {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const one = <T extends string>(choices: readonly T[], name: string) => choices.find((choice) => choice === given[name]) ?? null;
  return {
    kinds: Array.isArray(given.kinds) ? KINDS.filter((kind) => (given.kinds as unknown[]).includes(kind)) : KINDS,
    keyOnly: given.keyOnly === true,
    source: one(SOURCES, "source"),
    stance: one(STANCES, "stance"),
    certainty: one(CERTAINTIES, "certainty"),
    query: typeof given.query === "string" ? given.query.slice(0, LONGEST_QUERY) : "",
  };
}

/** Something of an analysis that has a row or a mark: `start` tells the mentions of one official apart. */
export interface Item {
  readonly kind: MarkKind;
  readonly index: number;
  readonly start: number;
}

/**
 * Which items a filter shows. Wishes about who says something and how hold for claims; a figure or an official is then shown where it
 * stands in such a claim.
 */
export function shownBy(filter: Filter, text: string, analysis: Analysis): (item: Item) => boolean {
  const kinds = new Set(filter.kinds);
  const query = foldForSearch(filter.query);
  const words = (...ranges: (Range | null)[]) => ranges.map((range) => (range ? text.slice(range.start, range.end) : "")).join("\n");
  const found = (words: () => string) => query === "" || foldForSearch(words()).includes(query);
  const byWording = filter.source !== null || filter.stance !== null || filter.certainty !== null;
  const worded = analysis.claims.map((claim) => isWorded(claim, filter));
  const standsInOne = within(analysis.claims.filter((_, index) => worded[index]));

  const claims = analysis.claims.map(
    (claim, index) => worded[index]! && (!filter.keyOnly || claim.level === 2) && found(() => words(claim, claim.attribution.source)),
  );
  const figures = analysis.figures.map(
    (figure) => (!byWording || standsInOne(figure.start)) && found(() => words(figure, figure.donor, figure.recipient, figure.purpose, figure.period)),
  );
  const officials = analysis.officials.map((official) => found(() => [official.name, ...official.offices].join("\n")));

  return ({ kind, index, start }) => {
    if (!kinds.has(kind)) return false;
    if (kind === "claim") return claims[index] === true;
    if (kind === "figure") return figures[index] === true;
    return officials[index] === true && (!byWording || standsInOne(start));
  };
}

function isWorded({ attribution, certainty }: Claim, filter: Filter): boolean {
  const same = <T>(wish: T | null, value: T) => wish === null || wish === value;
  return same(filter.source, attribution.source_type) && same(filter.stance, attribution.stance ?? null) && same(filter.certainty, certainty);
}

/** Tells whether an offset stands in one of the ranges, which are in the order of the text. */
function within(ranges: readonly Range[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < ranges.length && ranges[low]!.start <= offset;
  };
}
