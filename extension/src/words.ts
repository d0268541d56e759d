import ar from "../_locales/ar/messages.json";
import en from "../_locales/en/messages.json";

import type { Digits, Language, Locale } from "./analysis";

/** The languages of the interface. It is the reader's choice, not the browser's, so `chrome.i18n` does not serve. */
export type { Digits, Language };

export type WordKey = keyof typeof ar & keyof typeof en;
/** What the places in a text are filled with, by their names. */
export type Fill = Readonly<Record<string, string>>;
export type Words = (key: WordKey, values?: Fill) => string;

const MESSAGES = { ar, en };

/** The interface's words in a language. */
export function wordsIn(language: Language): Words {
  return (key, values) => filled(MESSAGES[language][key].message, values);
}

/** A text in which `$name$` is replaced by the value of that name. */
export function filled(text: string, values: Fill = {}): string {
  return text.replace(/\$(\w+)\$/g, (whole, name: string) => values[name.toLowerCase()] ?? whole);
}

/** The language and the digits that the reader chose, as the engine takes them. */
export function localeOf({ language, digits }: { readonly language: Language; readonly digits: Digits }): Locale {
  return digits === "latn" ? language : `${language}-u-nu-${digits}`;
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && /^(?:ar|en)(?:-u-nu-(?:latn|arab))?$/.test(value);
}

export function directionOf(language: Language): "rtl" | "ltr" {
  return language === "ar" ? "rtl" : "ltr";
}

/** A count in the digits the reader chose. */
export function formatCount(count: number, digits: Digits): string {
  return new Intl.NumberFormat(`en-u-nu-${digits}`, { useGrouping: false }).format(count);
}
