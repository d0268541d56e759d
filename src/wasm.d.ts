/** What `start` and `end` count: UTF-16 code units (JavaScript strings, the DOM), code points, or UTF-8 bytes. */
export type OffsetUnit = "utf16" | "char" | "byte";

/** The language of explanations and reports. */
export type Language = "ar" | "en";

/** A half-open range of the analysed text, in the engine's unit. */
export interface Range {
  start: number;
  end: number;
}

/** What was found in a text. Lists are in the order of the text. */
export interface Analysis {
  /** `arabic`: there is enough Arabic for the analysis to mean anything. `share`: of Arabic among all letters, 0 to 1. */
  language: { arabic: boolean; share: number };
  sentences: Range[];
  claims: Claim[];
  figures: Figure[];
  officials: Official[];
}

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
  /** Lowest and highest value in units of the currency; equal for one amount, both `null` for an indefinite one. */
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
  /** The claim it stands in: an index into `claims`. */
  claim: number | null;
  reasons: Reason[];
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

/** A row of the report was chosen: the list (`claim`, `figure`, `official`), the index in it, the words to show. */
export type OnSelect = (kind: "claim" | "figure" | "official", index: number, start: number, end: number) => void;
