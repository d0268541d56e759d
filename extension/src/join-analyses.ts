import type { Analysis, Explanations } from "./analysis";
import type { Analyzed } from "./messages";

/** A longer text is analysed in parts of at most this length: each is one message, and the page takes in one at a time. In UTF-16 units. */
const PART = 50_000;
/** By so much of its beginning a block is told from others. In UTF-16 units. */
const TELLING = 24;

/** A part of a text. Parts end where blocks do. */
export interface TextPart {
  readonly start: number;
  readonly text: string;
}

/**
 * Cuts a text into parts; an article of usual length is one. Where it is cut depends on the blocks' words and not on how many stand before them:
 * when a live page grows at its top, the parts below it stay the same, and need no new analysis.
 */
export function partsOf(text: string, length = PART): TextPart[] {
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length; ) {
    const cut = text.length - start > length ? cutBehind(text, start, length) : -1;
    const end = cut < 0 ? text.length : cut;
    parts.push({ start, text: text.slice(start, end) });
    start = end + 1;
  }
  return parts;
}

/** The line feed that ends the part that starts at `start`, -1 at the end: of those in its second half the one before the block of the lowest number. */
function cutBehind(text: string, start: number, length: number): number {
  let cut = -1;
  let lowest = Infinity;
  for (let feed = text.indexOf("\n", start + length / 2); feed >= 0 && feed <= start + length; feed = text.indexOf("\n", feed + 1)) {
    const number = numberOf(text, feed + 1);
    if (number >= lowest) continue;
    lowest = number;
    cut = feed;
  }
  if (cut >= 0) return cut;
  // A long block stands across: before it, or, where the part begins with it, behind it.
  const before = text.lastIndexOf("\n", start + length / 2);
  return before > start ? before : text.indexOf("\n", start + length / 2);
}

/** A number by chance, the same for the same words: FNV-1a. */
function numberOf(text: string, start: number): number {
  let number = 0x811c9dc5;
  for (let i = start; i < start + TELLING && i < text.length; i++) number = Math.imul(number ^ text.charCodeAt(i), 0x01000193);
  return number >>> 0;
}

/** Puts the analyses of a text's parts together, one after the other, into that of the text. */
export class JoinedAnalysis {
  readonly analysis: Analysis = { language: { arabic: false, share: 0 }, sentences: [], claims: [], figures: [], officials: [] };
  readonly explanations: Explanations = { claims: [], figures: [], officials: [] };
  readonly #officials = new Map<string, number>();

  /** Adds the next part, which starts at `start`. What was found before keeps its place in the lists; the part itself is not changed. */
  add(start: number, part: Analyzed): void {
    const { analysis, explanations } = part.at === start ? part : shifted(part, start - part.at);
    const first = this.analysis.sentences.length === 0;
    if (first || (analysis.language.arabic && !this.analysis.language.arabic)) this.analysis.language = analysis.language;
    const claimsBefore = this.analysis.claims.length;
    const figuresBefore = this.analysis.figures.length;
    const officialAt = analysis.officials.map((official, i) => this.#addOfficial(official, explanations.officials[i] ?? ""));
    this.analysis.sentences.push(...analysis.sentences);
    for (const claim of analysis.claims) {
      const { official } = claim.attribution;
      const moved = official === null ? claim : { ...claim, attribution: { ...claim.attribution, official: officialAt[official] ?? null } };
      this.analysis.claims.push(moved);
    }
    for (const figure of analysis.figures) {
      const moved = { ...figure };
      if (moved.claim !== null) moved.claim += claimsBefore;
      if (moved.converts !== undefined) moved.converts += figuresBefore;
      this.analysis.figures.push(moved);
    }
    this.explanations.claims.push(...explanations.claims);
    this.explanations.figures.push(...explanations.figures);
  }

  /** A person of the same name is the same in the whole text. */
  #addOfficial(official: Analysis["officials"][number], explanation: string): number {
    const known = this.#officials.get(official.name);
    if (known !== undefined) {
      const before = this.analysis.officials[known]!;
      before.mentions.push(...official.mentions);
      if (official.changes) before.changes ??= official.changes;
      for (const office of official.offices) if (!before.offices.includes(office)) before.offices.push(office);
      return known;
    }
    this.#officials.set(official.name, this.analysis.officials.length);
    this.explanations.officials.push(explanation);
    return this.analysis.officials.push({ ...official, mentions: [...official.mentions], offices: [...official.offices] }) - 1;
  }
}

function shifted(part: Analyzed, by: number): Analyzed {
  const copy = structuredClone(part);
  shiftRanges(copy.analysis, by);
  return copy;
}

/** Moves every range in a value of plain objects and lists. */
export function shiftRanges(value: unknown, by: number): void {
  if (typeof value !== "object" || value === null || by === 0) return;
  if (Array.isArray(value)) {
    for (const inner of value) shiftRanges(inner, by);
    return;
  }
  const record = value as Record<string, unknown>;
  for (const name in record) {
    const inner = record[name];
    if ((name === "start" || name === "end") && typeof inner === "number") record[name] = inner + by;
    else if (typeof inner === "object") shiftRanges(inner, by);
  }
}
