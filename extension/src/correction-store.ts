import type { Correction } from "./analysis";
import { validCorrections, type CorrectionStore } from "./reader/corrections";

/** A reader who corrects thousands of marks of one page has found an error of ours, not of hers. */
const MOST = 2000;

function keyOf(address: string): string {
  return `corrections ${address}`;
}

/** The reader's corrections in the extension's own storage. */
export const correctionStore: CorrectionStore = {
  async read(address) {
    const key = keyOf(address);
    return validCorrections((await chrome.storage.local.get(key))[key]);
  },
  async write(address, corrections) {
    if (corrections.length === 0) await chrome.storage.local.remove(keyOf(address));
    else await chrome.storage.local.set({ [keyOf(address)]: corrections.slice(-MOST) as Correction[] });
  },
};

/** Calls back when the corrections of a page change, whoever changes them. */
export function onCorrectionsChanged(address: () => string | undefined, callback: () => void): void {
  chrome.storage.local.onChanged.addListener((changes) => {
    const changed = address();
    if (changed !== undefined && keyOf(changed) in changes) callback();
  });
}
