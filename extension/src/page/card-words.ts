import * as ar from "../../_locales/ar/messages.json";
import * as en from "../../_locales/en/messages.json";
import { filled, type Fill, type Language } from "../words";

/** What the card says. Named one by one, so that the script that goes into every page carries these words and no others. */
const WORDS = {
  name: { ar: ar.name, en: en.name },
  report: { ar: ar.report, en: en.report },
  openPanel: { ar: ar.openPanel, en: en.openPanel },
  previousMark: { ar: ar.previousMark, en: en.previousMark },
  nextMark: { ar: ar.nextMark, en: en.nextMark },
  close: { ar: ar.close, en: en.close },
  position: { ar: ar.position, en: en.position },
  claim: { ar: ar.claim, en: en.claim },
  keyClaim: { ar: ar.keyClaim, en: en.keyClaim },
  figure: { ar: ar.figure, en: en.figure },
  officialMark: { ar: ar.officialMark, en: en.officialMark },
  official: { ar: ar.official, en: en.official },
  person: { ar: ar.person, en: en.person },
  institution: { ar: ar.institution, en: en.institution },
  document: { ar: ar.document, en: en.document },
  unnamed: { ar: ar.unnamed, en: en.unnamed },
  vague: { ar: ar.vague, en: en.vague },
  author: { ar: ar.author, en: en.author },
};

export type CardWords = (key: keyof typeof WORDS, values?: Fill) => string;

/** The card's words in a language. */
export function cardWordsIn(language: Language): CardWords {
  return (key, values) => filled(WORDS[key][language].message, values);
}
