import type { Analysis, Range } from "../analysis";

/** Search engines read so many words and leave out the rest. */
const MOST_WORDS = 32;

/**
 * A claim as words to search for: who says it, the sums in it, what it says. The reader takes it where she likes; nothing is opened.
 * Words that only attribute are left out, for another outlet attributes in other words.
 */
export function searchQuery(text: string, analysis: Analysis, index: number): string {
  const claim = analysis.claims[index]!;
  const { source, official, cue } = claim.attribution;
  const slice = ({ start, end }: Range) => text.slice(start, end);
  const speaker = official !== null ? analysis.officials[official]!.name : source ? slice(source) : "";
  const sums = analysis.figures.filter(({ start, end }) => claim.start <= start && end <= claim.end).map(slice);
  const said = without(text, claim, [cue, source, ...analysis.figures].filter((range) => range !== null));
  const words = [speaker, ...sums, said].join(" ").replace(/[^\p{L}\p{M}\p{N}%٪.,٫٬/-]+/gu, " ").split(" ");
  return words.map(trimmed).filter((word) => word !== "").slice(0, MOST_WORDS).join(" ");
}

/** The words of a range without those of others that stand in it. */
function without(text: string, { start, end }: Range, others: readonly Range[]): string {
  let rest = "";
  let at = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.start < at || other.end > end) continue;
    rest += `${text.slice(at, other.start)} `;
    at = other.end;
  }
  return rest + text.slice(at, end);
}

/** Points and commas belong to a number only. */
function trimmed(word: string): string {
  return word.replace(/^[.,٫٬/-]+|[.,٫٬/-]+$/g, "");
}
