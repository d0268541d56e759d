import type { Analysis, Explanations } from "./analysis";
import type { Analyzed } from "./messages";

/** A long text is analysed in parts of about this length: each is one message, and the page takes in one at a time. In UTF-16 units. */
const PART = 50_000;

/** A part of a text. Parts end where blocks do. */
export interface TextPart {
  readonly start: number;
  readonly text: string;
}

/** Cuts a text into parts; an article of usual length is one. */
export function partsOf(text: string, length = PART): TextPart[] {
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length; ) {
    const cut = text.length - start > length ? text.lastIndexOf("\n", start + length) : -1;
    // A block that is longer than a part stays whole.
    const next = cut > start ? cut : text.length - start > length ? text.indexOf("\n", start + length) : -1;
    const end = next < 0 ? text.length : next;
    parts.push({ start, text: text.slice(start, end) });
    start = end + 1;
  }
  return parts;
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
