/** What `start` and `end` count: UTF-16 code units (JavaScript strings, the DOM), code points, or UTF-8 bytes. */
export type OffsetUnit = "utf16" | "char" | "byte";

/** The language of explanations and reports. */
export type Language = "ar" | "en";

/** Their digits: Western (1, 2, 3) or Arabic-Indic (١، ٢، ٣). */
export type Digits = "latn" | "arab";

/** How the interface speaks, as in BCP 47: a language, and its digits if they are not Western: `ar-u-nu-arab`. */
export type Locale = Language | `${Language}-u-nu-${Digits}`;

/** A half-open range of the analysed text, in the engine's unit. */
export interface Range {
  start: number;
  end: number;
}

/** What was found in a text. Lists are in the order of the text. */
export interface Analysis {
  /**
   * `arabic`: there is enough Arabic for the analysis to mean anything. `share`: of Arabic letters among all letters, 0 to 1.
   * `other`: the language (ISO 639), where the text is in Arabic letters and not Arabic; then nothing is analysed.
   */
  language: { arabic: boolean; share: number; other?: "fa" | "ur" | "ckb" | "ps" | "ug" };
  sentences: Range[];
  claims: Claim[];
  figures: Figure[];
  officials: Official[];
}

/** The lists of an analysis that have marks. */
export type MarkKind = "claim" | "figure" | "official";

/** Something the text asserts. */
export interface Claim extends Range {
  /** 2: a key claim ("who says so, on what evidence?"); 1: checkable but routine. */
  level: 1 | 2;
  /** How much a careful reader should ask for evidence, 0 to 1; ranks the claims of one text. */
  score: number;
  type: "quantity" | "event" | "causal" | "law" | "accusation" | "prediction" | "opinion";
  certainty: "plain" | "hedged" | "loaded" | "both";
  quote: "none" | "direct" | "mixed" | "scare";
  attribution: Attribution;
  reasons: Reason[];
  /** What the reader changed; absent if nothing. */
  changes?: Change[];
}

/** The source ladder, from a named office-holder down to the author's own voice. */
export type SourceType = "official" | "person" | "institution" | "document" | "unnamed" | "vague" | "author";

/** Who says it, by the text. */
export interface Attribution {
  source_type: SourceType;
  /** The words that name the source, with its office. */
  source: Range | null;
  /** The official who is the source: an index into `officials`. */
  official: number | null;
  /** The words that attribute. */
  cue: Range | null;
  stance: "neutral" | "assertive" | "presupposing" | "doubtful" | "accusing" | "denying" | "directive" | null;
  /** The speaker stands in an earlier sentence. */
  carried: boolean;
  /** The outlet that passes it on, where the source is another. */
  relay?: Range;
  /** Several speak at once, none of them named. */
  plural?: true;
  /** The words that withhold the source's name. */
  anonymity?: Range;
}

/** A sum of money. */
export interface Figure extends Range {
  /** Lowest and highest value in units of the currency, below zero behind a minus sign; equal for one amount, both `null` for an indefinite one. */
  min: number | null;
  max: number | null;
  /** ISO 4217 code, `null` if the text leaves it open. */
  currency: string | null;
  /** The approximating or bounding words beside it. */
  approx: Range | null;
  /** What those words make of the value. */
  bound: "about" | "over" | "at_least" | "under" | "at_most" | "up_to" | "equal" | null;
  kind: "funding" | "other";
  donor: Range | null;
  recipient: Range | null;
  purpose: Range | null;
  period: Range | null;
  /** Through whom the money goes. */
  intermediary: Range | null;
  /** How far the money has come. */
  phase: "pledged" | "allocated" | "disbursed" | null;
  /** The figure that this one tells again in another currency: an index into `figures`; absent if none. */
  converts?: number;
  /** The claim it stands in: an index into `claims`. */
  claim: number | null;
  reasons: Reason[];
  /** What the reader changed; absent if nothing. */
  changes?: Change[];
}

/** One named person in public office, with every mention. */
export interface Official {
  /** The fullest name the text gives. */
  name: string;
  /** The offices the text gives, without repetition. */
  offices: string[];
  kind: "state" | "igo" | "party";
  mentions: Mention[];
  reasons: Reason[];
  /** What the reader changed; absent if nothing. */
  changes?: Change[];
}

/** A mention: the name alone, and the office that stands with it. */
export interface Mention extends Range {
  office: Range | null;
}

/** Why a mark is there: a rule, and the words that set it off (`null` if the reason is an absence). */
export interface Reason {
  code: string;
  words: Range | null;
}

/** One or two sentences for each mark, in the order of the analysis's lists. Plain text. */
export interface Explanations {
  claims: string[];
  figures: string[];
  officials: string[];
}

/**
 * What the reader sets right. It names the mark by its kind, its place and its words, so that it can be kept: if the text
 * has changed since, the nearest mark of that kind with the same words is meant. Without `words` only one at this very place.
 */
export interface Correction extends Range {
  mark: MarkKind;
  /** The words at the mark; of an official, the name at any mention. */
  words?: string | null;
  /**
   * `dismissed`: it is no such mark (no `to`). Of claims: `source_type`, `type`, `level` ("key", "routine"); of figures
   * and officials: `kind`. A later correction of the same label replaces an earlier one.
   */
  what: "dismissed" | "source_type" | "type" | "level" | "kind";
  to?: string | null;
}

/** A label as the reader changed it: the mark has the new one, `from` is the one it was given. */
export interface Change {
  what: Correction["what"];
  /** Absent in a dismissal, as `to`. */
  from?: string;
  to?: string;
}

/** A marked text: its analysis, with the reader's corrections, and why each mark is there. */
export interface Marked {
  /** Dismissed marks keep their place in the lists; reports leave them out of every count. */
  analysis: Analysis;
  explanations: Explanations;
  /** Corrections that changed nothing, by their index: no such mark in the text, no such label of it, no such value. */
  ignored: { index: number; reason: "no_such_mark" | "no_such_label" | "no_such_value" }[];
}
