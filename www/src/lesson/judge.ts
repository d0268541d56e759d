import type { Analysis, LessonEntry, Range, SourceType } from "../../../extension/src/analysis";
import type { MarkKind } from "../../../extension/src/page/marks";
import { isDismissed } from "../../../extension/src/reader/corrections";

/** What a student says some words are. Of a claim also who says it. */
export interface Guess extends Range {
  readonly mark: MarkKind;
  readonly source_type?: SourceType;
}

/**
 * Compares guesses with the marks, in the order of the text. A guess meets the mark of its kind with which it shares most, at least half of
 * the shorter of the two. Missed is what nobody guessed of the key claims, the funding and the officials; a routine claim is no miss.
 */
export function judge(guesses: readonly Guess[], analysis: Analysis): LessonEntry[] {
  const met = new Set<string>();
  const entries: LessonEntry[] = [];
  for (const guess of guesses) {
    const index = markMet(guess, analysis);
    const key = `${guess.mark} ${index}`;
    // A second guess at the same mark is neither right nor wrong.
    if (index !== null && met.has(key)) continue;
    met.add(key);
    entries.push({ ...guess, index, outcome: index === null ? "extra" : "hit" });
  }
  const miss = (mark: MarkKind, index: number, { start, end }: Range) => {
    if (!met.has(`${mark} ${index}`)) entries.push({ mark, index, start, end, outcome: "miss" });
  };
  for (const [index, claim] of analysis.claims.entries()) if (claim.level === 2 && !isDismissed(claim)) miss("claim", index, claim);
  for (const [index, figure] of analysis.figures.entries()) if (figure.kind === "funding" && !isDismissed(figure)) miss("figure", index, figure);
  for (const [index, official] of analysis.officials.entries()) if (!isDismissed(official)) miss("official", index, official.mentions[0]!);
  return entries.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Who says a claim was guessed otherwise than the text has it. */
export function isOtherSource(entry: LessonEntry, analysis: Analysis): boolean {
  if (entry.mark !== "claim" || entry.outcome !== "hit" || !entry.source_type) return false;
  return analysis.claims[entry.index!]!.attribution.source_type !== entry.source_type;
}

/** The index of the mark that a guess meets, `null` for none. */
function markMet(guess: Guess, analysis: Analysis): number | null {
  let best: { index: number; shared: number } | undefined;
  const consider = (index: number, range: Range) => {
    const shared = Math.min(guess.end, range.end) - Math.max(guess.start, range.start);
    const enough = Math.min(guess.end - guess.start, range.end - range.start) / 2;
    if (shared >= enough && shared > (best?.shared ?? 0)) best = { index, shared };
  };
  switch (guess.mark) {
    case "claim":
      for (const [index, claim] of analysis.claims.entries()) if (!isDismissed(claim)) consider(index, claim);
      break;
    case "figure":
      for (const [index, figure] of analysis.figures.entries()) if (figure.kind === "funding" && !isDismissed(figure)) consider(index, figure);
      break;
    case "official":
      for (const [index, official] of analysis.officials.entries()) {
        if (!isDismissed(official)) for (const { start, end, office } of official.mentions) consider(index, { start: Math.min(start, office?.start ?? start), end: Math.max(end, office?.end ?? end) });
      }
  }
  return best?.index ?? null;
}
