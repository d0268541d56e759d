import type { Incoming } from "../../../www/src/host";
import { LONGEST_TEXT } from "../../../www/src/longest-text";
import { LONGEST_LINE } from "../marked-page";
import { LONGEST_ADDRESS } from "../messages";
import { record, text, type Schema } from "../schema";

/** A page as it was handed over. The text may be one unit longer than can be read, which tells that it was cut. */
export const parseIncoming: Schema<Incoming> = record<Incoming>({ title: text(LONGEST_LINE), address: text(LONGEST_ADDRESS), text: text(LONGEST_TEXT + 1) });
