import { filled, wordsIn, type Fill, type Language, type Words } from "../../extension/src/words";
import type ar from "../words/ar.json";
import type en from "../words/en.json";

/** A word of this page, or one it shares with the extension. */
export type PageWord = keyof typeof ar & keyof typeof en;

export interface PageWords {
  /** This page's own; `$name$` is replaced by the value of that name. */
  own(key: PageWord, values?: Fill): string;
  /** The extension's. */
  shared: Words;
}

/** Those of the language that is read alone are fetched. */
const OWN = { ar: () => import("./words-ar"), en: () => import("./words-en") };

export async function pageWords(language: Language): Promise<PageWords> {
  const texts: Readonly<Record<PageWord, string>> = (await OWN[language]()).default;
  return {
    own: (key, values) => filled(texts[key], values),
    shared: wordsIn(language),
  };
}
