import type { Locale } from "./analysis";
import { LONGEST_ADDRESS, LONGEST_TEXT, REFUSALS, type Counted, type Kept, type OwnRequest, type PageState, type Refusal, type Request } from "./messages";
import { correctionList } from "./reader/correction-list";
import { count, flag, nullable, optional, record, text, variants, type Schema } from "./schema";
import { isLocale } from "./words";

const address = text(LONGEST_ADDRESS);
const locale: Schema<Locale> = (value) => (isLocale(value) ? value : undefined);
const refusal: Schema<Refusal> = (value) => REFUSALS.find((one) => one === value);
const counted = record<Counted>({ count, beyond: optional(flag) });
const refused = record<{ readonly refusal: Refusal }>({ refusal });

export const parseState: Schema<PageState> = (value) => counted(value) ?? refused(value);

/** The request a page's script makes, or `undefined`: these scripts share a process with pages, so nothing is taken on trust. */
export const parseRequest: Schema<Request> = variants<Request>({
  analyze: { text: text(LONGEST_TEXT), at: count, locale, address },
  state: { state: nullable(parseState), running: flag, first: flag },
  frames: {},
  navigated: {},
  frame: {},
  style: {},
  openPanel: {},
});

export const parseOwnRequest: Schema<OwnRequest> = variants<OwnRequest>({
  corrections: { address },
  keep: { address, corrections: correctionList },
});

export const parseKept: Schema<Kept> = variants<Kept>({ kept: { address } });
