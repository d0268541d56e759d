import { filled, wordsIn, type Fill, type Language, type Words } from "../../extension/src/words";
import ar from "../words/ar.json";
import en from "../words/en.json";

/** A word of this page, or one it shares with the extension. */
export type PageWord = keyof typeof ar & keyof typeof en;

export interface PageWords {
  /** This page's own; `$name$` is replaced by the value of that name. */
  own(key: PageWord, values?: Fill): string;
  /** The extension's. */
  shared: Words;
}

const OWN = { ar, en };

export function pageWords(language: Language): PageWords {
  const texts: Readonly<Record<PageWord, string>> = OWN[language];
  return {
    own: (key, values) => filled(texts[key], values),
    shared: wordsIn(language),
  };
}
