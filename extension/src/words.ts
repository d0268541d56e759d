import ar from "../_locales/ar/messages.json";
import en from "../_locales/en/messages.json";

/** The languages of the interface. It is the reader's choice, not the browser's, so `chrome.i18n` does not serve. */
export type Language = "ar" | "en";
export type Digits = "latn" | "arab";

export type WordKey = keyof typeof ar & keyof typeof en;
export type Words = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

const MESSAGES = { ar, en };

/** The interface's words in a language; `$name$` in a text is replaced by the value of that name. */
export function wordsIn(language: Language): Words {
  const messages = MESSAGES[language];
  return (key, values = {}) => messages[key].message.replace(/\$(\w+)\$/g, (whole, name: string) => values[name.toLowerCase()] ?? whole);
}

export function directionOf(language: Language): "rtl" | "ltr" {
  return language === "ar" ? "rtl" : "ltr";
}

/** A count in the digits the reader chose. */
export function formatCount(count: number, digits: Digits): string {
  return new Intl.NumberFormat(`en-u-nu-${digits}`, { useGrouping: false }).format(count);
}
