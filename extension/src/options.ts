import type { Tinted } from "./page/marks";
import type { Digits, Language } from "./words";

/** What the reader chooses. An administrator may preset any of it through managed storage. */
export interface Options {
  readonly language: Language;
  readonly tinted: Tinted;
  readonly digits: Digits;
  readonly text: "article" | "page";
}

const CHOICES: { readonly [Name in keyof Options]: readonly [Options[Name], ...Options[Name][]] } = {
  language: ["ar", "en"],
  tinted: ["few", "key", "all"],
  digits: ["latn", "arab"],
  text: ["article", "page"],
};

/** The reader's options over the administrator's over the defaults, which are the first choice of each. */
export async function readOptions(): Promise<Options> {
  const names = Object.keys(CHOICES);
  // Firefox rejects where no administrator has set anything.
  const [managed, own] = await Promise.all([chrome.storage.managed.get(names).catch(() => ({})), chrome.storage.local.get(names)]);
  return validOptions({ ...managed, ...own });
}

export async function writeOption<Name extends keyof Options>(name: Name, value: Options[Name]): Promise<void> {
  await chrome.storage.local.set({ [name]: value });
}

/** Options from stored values: whatever is not one of the choices becomes the default. */
export function validOptions(stored: Readonly<Record<string, unknown>>): Options {
  const entries = Object.entries(CHOICES).map(([name, choices]) => {
    const value = choices.find((choice) => choice === stored[name]);
    return [name, value ?? choices[0]];
  });
  return Object.fromEntries(entries) as Options;
}

/** Calls back when options change; returns the way to stop. */
export function onOptionsChanged(callback: (options: Options) => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string) => {
    const ours = Object.keys(CHOICES).some((name) => name in changes);
    if (ours && (area === "local" || area === "managed")) void readOptions().then(callback);
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}
