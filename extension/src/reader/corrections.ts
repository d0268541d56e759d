import type { Analysis, Change, Correction } from "../analysis";
import type { Item } from "./filter";

/** What a reader says of a mark: which label, and what it should be (nothing for a dismissal). */
export interface Verdict {
  readonly what: Correction["what"];
  readonly to?: string;
}

/** Where corrections are kept, by the address of the page they are about. On this machine only. */
export interface CorrectionStore {
  read(address: string): Promise<readonly Correction[]>;
  write(address: string, corrections: readonly Correction[]): Promise<void>;
}

/** A verdict on a mark as it is kept: by its words, so that it is found again when the page has changed elsewhere. */
export function correctionOf({ kind, index, start }: Item, verdict: Verdict, text: string, analysis: Analysis): Correction {
  const mark = { claim: analysis.claims, figure: analysis.figures, official: analysis.officials[index]?.mentions ?? [] }[kind];
  const { end } = kind === "official" ? (mark.find((mention) => mention.start === start) ?? mark[0]!) : mark[index]!;
  return { mark: kind, start, end, words: text.slice(start, end), ...verdict };
}

/** Without any correction of one mark: it is again as Isnad had it. */
export function restored(corrections: readonly Correction[], { kind, start }: Item): Correction[] {
  return corrections.filter((correction) => correction.mark !== kind || correction.start !== start);
}

export function isDismissed({ changes }: { readonly changes?: readonly Change[] }): boolean {
  return changes?.some(({ what }) => what === "dismissed") ?? false;
}
