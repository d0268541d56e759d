import type { Analysis, Claim, Range, SourceType } from "../src/analysis";

interface Made {
  claims?: readonly {
    words: string;
    source_type?: SourceType;
    source?: string;
    cue?: string;
    official?: number;
    level?: 1 | 2;
    stance?: Claim["attribution"]["stance"];
    certainty?: Claim["certainty"];
  }[];
  figures?: readonly { words: string; kind?: "funding" | "other"; purpose?: string }[];
  officials?: readonly { name: string; offices?: string[] }[];
}

/** An analysis of a text for tests: words of it for each range, the first place where they stand. A name is mentioned everywhere. */
export function analysisOf(text: string, { claims = [], figures = [], officials = [] }: Made): Analysis {
  const at = (words: string): Range => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`the text has no “${words}”`);
    return { start, end: start + words.length };
  };
  const maybe = (words: string | undefined) => (words === undefined ? null : at(words));
  return {
    language: { arabic: true, share: 1 },
    sentences: [...text.matchAll(/[^.\n]+\.?/g)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    claims: claims.map(({ words, source_type = "author", source, cue, official = null, level = 2, stance = null, certainty = "plain" }) => ({
      ...at(words),
      level,
      score: 0.5,
      type: "event",
      certainty,
      quote: "none",
      attribution: { source_type, source: maybe(source), official, cue: maybe(cue), stance, carried: false },
      reasons: [],
    })),
    figures: figures.map(({ words, kind = "funding", purpose }) => ({
      ...at(words),
      min: null,
      max: null,
      currency: null,
      approx: null,
      bound: null,
      kind,
      donor: null,
      recipient: null,
      purpose: maybe(purpose),
      period: null,
      intermediary: null,
      phase: null,
      claim: null,
      reasons: [],
    })),
    officials: officials.map(({ name, offices = [] }) => ({
      name,
      offices,
      kind: "state",
      mentions: [...text.matchAll(new RegExp(name, "g"))].map(({ index }) => ({ start: index, end: index + name.length, office: null })),
      reasons: [],
    })),
  };
}
