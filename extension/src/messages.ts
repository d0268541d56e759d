import type { Analysis, Correction, Explanations, Locale } from "./analysis";
import type { MarkKind } from "./page/marks";

/** Why a page carries no marks. Each has its sentence in `_locales`. */
export const REFUSALS = ["empty", "notArabic", "persian", "urdu", "kurdish", "pashto", "uyghur", "otherSite", "forbidden", "failed"] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What is said of a text in another language with Arabic letters. */
export const OTHER_LANGUAGES = { fa: "persian", ur: "urdu", ckb: "kurdish", ps: "pashto", ug: "uyghur" } as const satisfies Record<
  NonNullable<Analysis["language"]["other"]>,
  Refusal
>;

/** What became of a tab: the number of its marks, `beyond` where it has a frame that no grant reaches, or why there are no marks. */
export type PageState = Counted | { readonly refusal: Refusal };
export interface Counted {
  readonly count: number;
  readonly beyond?: boolean;
}

/** What became of the frames of a page: `unknown` where one of them is slow, or hangs, and none is marked yet. */
export type FramesOutcome = "marked" | "none" | "unknown";

/** What a page's script asks of the background. */
export type Request =
  /**
   * `text` is the part of a longer one that starts at `at` (UTF-16 units): the ranges of the answer are those of the longer one. The reader's
   * corrections at `address` are made in it; it is of the page's own origin.
   */
  | { readonly type: "analyze"; readonly text: string; readonly at: number; readonly locale: Locale; readonly address: string }
  /**
   * What became of a page or a frame. `running`: it is marked, or will be when there is something to mark, and the frames of a page with it. `first`: it
   * has just been loaded; what is known of its tab is about another one.
   */
  | { readonly type: "state"; readonly state: PageState | null; readonly running: boolean; readonly first: boolean }
  /** A page with nothing to mark asks what became of its frames. */
  | { readonly type: "frames" }
  | { readonly type: "navigated" }
  /** A frame that has just been loaded asks whether its page is marked. */
  | { readonly type: "frame" }
  /** A frame that nobody has clicked on wants the marks' style. */
  | { readonly type: "style" }
  | { readonly type: "openPanel" };

/** What the extension's own pages ask of the background. */
export type OwnRequest =
  | { readonly type: "corrections"; readonly address: string }
  | { readonly type: "keep"; readonly address: string; readonly corrections: readonly Correction[] };

/** What the background tells the extension's own pages: the corrections of a page have changed, whoever changed them. */
export interface Kept {
  readonly type: "kept";
  readonly address: string;
}

/** The answer to `analyze`; `null` where the engine failed. */
export interface Analyzed {
  /** Where in the text the analysed part starts. */
  readonly at: number;
  readonly analysis: Analysis;
  readonly explanations: Explanations;
}

/** What the background and the panel tell a page's script. */
export type Order =
  /** To the next or the previous mark; `around` past the last one to the first. The answer is false at the end. */
  | { readonly type: "step"; readonly by: 1 | -1; readonly around: boolean }
  /** Whether the page is marked or about to be; frames do not answer. */
  | { readonly type: "isRunning" }
  /** Frames do as the page does, and answer when they have; `topLeads` where the page itself has marks. */
  | { readonly type: "follow"; readonly running: boolean; readonly topLeads: boolean }
  | { readonly type: "show"; readonly kind: MarkKind; readonly index: number; readonly start: number }
  /** The reader's corrections of the page have changed: it is marked anew before the answer comes. */
  | { readonly type: "corrected" }
  | { readonly type: "result" };

/** The answer to `result`. */
export interface MarkedPage {
  readonly text: string;
  /** With the reader's corrections. */
  readonly analysis: Analysis;
  readonly title: string;
  readonly address: string;
}

/** The name of the connection by which a panel filters the marks of a page, for as long as the panel is open. */
export const FILTER_PORT = "filter";

/** A longer text is no news page. In UTF-16 units. */
export const LONGEST_TEXT = 1 << 25;
/** Browsers show none that are longer. In UTF-16 units. */
export const LONGEST_ADDRESS = 1 << 16;
