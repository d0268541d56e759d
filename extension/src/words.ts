import ar from "../_locales/ar/messages.json";
import en from "../_locales/en/messages.json";

import type { Digits, Language, Locale } from "./analysis";

/** The languages of the interface. It is the reader's choice, not the browser's, so `chrome.i18n` does not serve. */
export type { Digits, Language };

export type WordKey = keyof typeof ar & keyof typeof en;
export type Words = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

const MESSAGES = { ar, en };

/** The interface's words in a language; `$name$` in a text is replaced by the value of that name. */
export function wordsIn(language: Language): Words {
  const messages = MESSAGES[language];
  return (key, values = {}) => messages[key].message.replace(/\$(\w+)\$/g, (whole, name: string) => values[name.toLowerCase()] ?? whole);
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
