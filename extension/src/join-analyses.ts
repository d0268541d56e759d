import type { Analysis, Explanations, Range } from "./analysis";
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

  /** Adds the part that starts at `start`. What was found before keeps its place in the lists. */
  add(start: number, { analysis, explanations }: Analyzed): void {
    const { language } = this.analysis;
    const first = this.analysis.sentences.length === 0;
    if (first || (analysis.language.arabic && !language.arabic)) this.analysis.language = analysis.language;
    const claimsBefore = this.analysis.claims.length;
    const figuresBefore = this.analysis.figures.length;
    const officialAt = analysis.officials.map((official, i) => this.#addOfficial(shifted(official, start), explanations.officials[i] ?? ""));
    this.analysis.sentences.push(...analysis.sentences.map((sentence) => shifted(sentence, start)));
    for (const claim of analysis.claims) {
      const moved = shifted(claim, start);
      const { official } = moved.attribution;
      if (official !== null) moved.attribution.official = officialAt[official] ?? null;
      this.analysis.claims.push(moved);
    }
    for (const figure of analysis.figures) {
      const moved = shifted(figure, start);
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
    return this.analysis.officials.push(official) - 1;
  }
}

/** A copy with every range in it moved. */
function shifted<Value>(value: Value, by: number): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => shifted(inner, by)) as Value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = shifted(inner, by);
  if (isRange(value)) Object.assign(copy, { start: value.start + by, end: value.end + by });
  return copy as Value;
}

function isRange(value: object): value is Range {
  return "start" in value && typeof value.start === "number" && "end" in value && typeof value.end === "number";
}
