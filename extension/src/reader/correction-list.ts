import type { Correction } from "../analysis";
import { count, list, nullable, optional, record, text, type Schema } from "../schema";

/** A reader who corrects thousands of marks of one page has found an error of ours, not of hers. */
const MOST = 2000;
/** The words of a mark are a sentence or two. In UTF-16 units. */
const LONGEST_WORDS = 100_000;
/** The name of a mark, a label or a value. In UTF-16 units. */
const LONGEST_NAME = 40;

/** Names may be those of another version: the engine judges each. */
const name = text(LONGEST_NAME);
const correction = record<Correction>({
  mark: name as Schema<Correction["mark"]>,
  start: count,
  end: count,
  words: optional(nullable(text(LONGEST_WORDS))),
  what: name as Schema<Correction["what"]>,
  to: optional(nullable(name)),
});

export const correctionList: Schema<Correction[]> = list(correction, MOST);

/** Corrections from a store, as far as they are any. */
export function validCorrections(stored: unknown): Correction[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(-MOST).flatMap((one) => correction(one) ?? []);
}
