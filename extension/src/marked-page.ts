import type { Analysis, Change, Claim, Figure, Official, Range, SourceType } from "./analysis";
import { LONGEST_ADDRESS, LONGEST_TEXT, type MarkedPage } from "./messages";
import { count, flag, list, nullable, number, oneOf, optional, record, text, type Schema } from "./schema";

/** Of marks, mentions, reasons: more are in no text that is read. */
const MOST = 1 << 20;
/** A title, a name, an office. In UTF-16 units. */
export const LONGEST_LINE = 10_000;

const line = text(LONGEST_LINE);
/** Codes of reasons and currencies, labels as they were before a correction. */
const code = text(100);
const range = record<Range>({ start: count, end: count });
const reasons = list(record<Claim["reasons"][number]>({ code, words: nullable(range) }), MOST);
const change = record<Change>({
  what: oneOf<Change["what"]>({ dismissed: true, source_type: true, type: true, level: true, kind: true }),
  from: optional(code),
  to: optional(code),
});
const changes = optional(list(change, MOST));

const sourceType = oneOf<SourceType>({ official: true, person: true, institution: true, document: true, unnamed: true, vague: true, author: true });

const attribution = record<Claim["attribution"]>({
  source_type: sourceType,
  source: nullable(range),
  official: nullable(count),
  cue: nullable(range),
  stance: nullable(
    oneOf<NonNullable<Claim["attribution"]["stance"]>>({ neutral: true, assertive: true, presupposing: true, doubtful: true, accusing: true, denying: true, directive: true }),
  ),
  carried: flag,
  relay: optional(range),
  plural: optional((value) => (value === true ? value : undefined)),
  anonymity: optional(range),
});

const claim = record<Claim>({
  start: count,
  end: count,
  level: (value) => (value === 1 || value === 2 ? value : undefined),
  score: number,
  type: oneOf<Claim["type"]>({ quantity: true, event: true, causal: true, law: true, accusation: true, prediction: true, opinion: true }),
  certainty: oneOf<Claim["certainty"]>({ plain: true, hedged: true, loaded: true, both: true }),
  quote: oneOf<Claim["quote"]>({ none: true, direct: true, mixed: true, scare: true }),
  attribution,
  reasons,
  changes,
});

const figure = record<Figure>({
  start: count,
  end: count,
  min: nullable(number),
  max: nullable(number),
  currency: nullable(code),
  approx: nullable(range),
  bound: nullable(oneOf<NonNullable<Figure["bound"]>>({ about: true, over: true, at_least: true, under: true, at_most: true, up_to: true, equal: true })),
  kind: oneOf<Figure["kind"]>({ funding: true, other: true }),
  donor: nullable(range),
  recipient: nullable(range),
  purpose: nullable(range),
  period: nullable(range),
  intermediary: nullable(range),
  phase: nullable(oneOf<NonNullable<Figure["phase"]>>({ pledged: true, allocated: true, disbursed: true })),
  converts: optional(count),
  claim: nullable(count),
  reasons,
  changes,
});

const official = record<Official>({
  name: line,
  offices: list(line, MOST),
  kind: oneOf<Official["kind"]>({ state: true, igo: true, party: true }),
  mentions: list(record<Official["mentions"][number]>({ start: count, end: count, office: nullable(range) }), MOST),
  reasons,
  changes,
});

const parseAnalysis: Schema<Analysis> = record<Analysis>({
  language: record<Analysis["language"]>({
    arabic: flag,
    share: number,
    other: optional(oneOf<NonNullable<Analysis["language"]["other"]>>({ fa: true, ur: true, ckb: true, ps: true, ug: true })),
  }),
  sentences: list(range, MOST),
  claims: list(claim, MOST),
  figures: list(figure, MOST),
  officials: list(official, MOST),
});

/**
 * What a page's script says is marked, taken for what it has to be or not at all: its process may be the page's. Whether the ranges are of
 * the text is for the engine to say, which checks each before it writes anything.
 */
export const parseMarkedPage: Schema<MarkedPage> = record<MarkedPage>({
  text: text(LONGEST_TEXT),
  analysis: parseAnalysis,
  title: line,
  address: text(LONGEST_ADDRESS),
});
