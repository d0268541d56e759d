import type { Analysis, Correction, Explanations, Locale } from "./analysis";
import type { MarkKind } from "./page/marks";
import { validCorrections } from "./reader/corrections";
import { isLocale } from "./words";

/** Why a page carries no marks. Each has its sentence in `_locales`. */
export const REFUSALS = ["empty", "notArabic", "persian", "urdu", "kurdish", "pashto", "uyghur", "forbidden", "failed"] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What is said of a text in another language with Arabic letters. */
export const OTHER_LANGUAGES = { fa: "persian", ur: "urdu", ckb: "kurdish", ps: "pashto", ug: "uyghur" } as const satisfies Record<
  NonNullable<Analysis["language"]["other"]>,
  Refusal
>;

/** What became of a tab: the number of its marks, or why there are none. */
export type PageState = { readonly count: number } | { readonly refusal: Refusal };

/** What a page's script asks of the background. */
export type Request =
  /**
   * `text` is the part of a longer one that starts at `at` (UTF-16 units): the ranges of the answer are those of the longer one, those of
   * the corrections of the part.
   */
  | { readonly type: "analyze"; readonly text: string; readonly at: number; readonly locale: Locale; readonly corrections: readonly Correction[] }
  /** `first`: the page has just been loaded; what is known of its tab is about another one. */
  | { readonly type: "state"; readonly state: PageState | null; readonly first: boolean }
  | { readonly type: "navigated" }
  /** A frame of a page asks whether the page is marked. */
  | { readonly type: "frame" }
  /** A frame that nobody has clicked on wants the marks' style. */
  | { readonly type: "style" }
  | { readonly type: "openPanel" };

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
  /** Frames do as the page does; `topLeads` where the page itself has marks. */
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
const MAX_TEXT = 1 << 25;

/** The request a message holds, or `undefined`: content scripts share a process with pages, so nothing is taken on trust. */
export function parseRequest(message: unknown): Request | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case "analyze": {
      const { text, at, locale, corrections } = message;
      const valid = typeof text === "string" && text.length <= MAX_TEXT && isCount(at) && isLocale(locale) && Array.isArray(corrections);
      return valid ? { type: "analyze", text, at, locale, corrections: validCorrections(corrections) } : undefined;
    }
    case "state": {
      const state = message.state === null ? null : parseState(message.state);
      return state === undefined ? undefined : { type: "state", state, first: message.first === true };
    }
    case "navigated":
    case "frame":
    case "style":
    case "openPanel":
      return { type: message.type };
    default:
      return undefined;
  }
}

export function parseState(value: unknown): PageState | undefined {
  if (!isRecord(value)) return undefined;
  if (isCount(value.count)) return { count: value.count };
  const refusal = REFUSALS.find((one) => one === value.refusal);
  return refusal && { refusal };
}

export function parseOrder(message: unknown): Order | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case "corrected":
    case "result":
      return { type: message.type };
    case "step":
      return message.by === 1 || message.by === -1 ? { type: "step", by: message.by, around: message.around === true } : undefined;
    case "follow":
      return { type: "follow", running: message.running === true, topLeads: message.topLeads === true };
    case "show": {
      const { kind, index, start } = message;
      const valid = (kind === "claim" || kind === "figure" || kind === "official") && isCount(index) && isCount(start);
      return valid ? { type: "show", kind, index, start } : undefined;
    }
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
