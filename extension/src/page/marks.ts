import type { Analysis, Claim, SourceType } from "../analysis";
import { isDismissed } from "../reader/corrections";
import { atOnce } from "./slices";

export type MarkKind = "claim" | "figure" | "official";

/** How many claims carry a tint beside their line: the strongest quarter of the key claims, every key claim, or every claim. */
export type Tinted = "few" | "key" | "all";

/** The looks a mark may have; each is one CSS highlight. The claim's line is in the style of its source. */
export const LOOKS = ["tint", "named", "unnamed", "author", "figure", "official"] as const;
export type Look = (typeof LOOKS)[number];

/** Something to paint and to explain. Offsets are those of the analysed text. */
export interface Mark {
  readonly kind: MarkKind;
  /** Where its claim, figure or official stands in the analysis. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly looks: readonly Look[];
}

const LINE_OF_SOURCE: Record<SourceType, Look> = {
  official: "named",
  person: "named",
  institution: "named",
  document: "named",
  unnamed: "unnamed",
  vague: "unnamed",
  author: "author",
};

/** The line under a claim of a source. */
export function lookOfSource(source: SourceType): Look {
  return LINE_OF_SOURCE[source];
}

/** Marks put in order between two chances to pause. */
const STRIDE = 256;

const STRONGEST_SHARE = 0.25;

/** The marks of an analysis in the order of the text, an outer one before those inside it. What the reader dismissed has none. */
export function marksOf(analysis: Analysis, tinted: Tinted): Mark[] {
  return atOnce(marking(analysis, tinted));
}

/** The same, yielding where it may pause. */
export function* marking(analysis: Analysis, tinted: Tinted): Generator<undefined, Mark[]> {
  const isTinted = tintRule(analysis.claims, tinted);
  const claims = analysis.claims.flatMap((claim, index): Mark[] => {
    if (isDismissed(claim)) return [];
    const line = LINE_OF_SOURCE[claim.attribution.source_type];
    return [{ kind: "claim", index, start: claim.start, end: claim.end, looks: isTinted(claim, index) ? ["tint", line] : [line] }];
  });
  yield;
  const figures = analysis.figures.flatMap((figure, index): Mark[] =>
    figure.kind === "funding" && !isDismissed(figure) ? [{ kind: "figure", index, start: figure.start, end: figure.end, looks: ["figure"] }] : [],
  );
  yield;
  const officials = analysis.officials.flatMap((official, index) =>
    isDismissed(official) ? [] : official.mentions.map(({ start, end }): Mark => ({ kind: "official", index, start, end, looks: ["official"] })),
  );
  yield;
  // People come one by one, each with all mentions: only these are out of order.
  officials.sort(inOrder);
  return yield* merging(claims, yield* merging(figures, officials));
}

function inOrder(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end;
}

/** One list in order of two; where marks are alike, that of the first list comes first. */
function* merging(first: readonly Mark[], second: readonly Mark[]): Generator<undefined, Mark[]> {
  const merged: Mark[] = [];
  for (let i = 0, j = 0; i < first.length || j < second.length; ) {
    const [a, b] = [first[i], second[j]];
    if (a && (!b || inOrder(a, b) <= 0)) {
      merged.push(a);
      i++;
    } else {
      merged.push(b!);
      j++;
    }
    if (merged.length % STRIDE === 0) yield;
  }
  return merged;
}

function tintRule(claims: readonly Claim[], tinted: Tinted): (claim: Claim, index: number) => boolean {
  if (tinted === "all") return () => true;
  if (tinted === "key") return (claim) => claim.level === 2;
  const ranked = claims.flatMap((claim, index) => (claim.level === 2 && !isDismissed(claim) ? [{ score: claim.score, index }] : []));
  ranked.sort((a, b) => b.score - a.score || a.index - b.index);
  const strongest = new Set(ranked.slice(0, Math.ceil(ranked.length * STRONGEST_SHARE)).map(({ index }) => index));
  return (_, index) => strongest.has(index);
}

/** The marks over an offset, the innermost first. */
export function marksAt(marks: readonly Mark[], offset: number): Mark[] {
  return marks.filter(({ start, end }) => start <= offset && offset < end).sort((a, b) => a.end - a.start - (b.end - b.start));
}
