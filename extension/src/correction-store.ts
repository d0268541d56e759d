import type { OwnRequest } from "./messages";
import { parseKept } from "./parse-requests";
import { validCorrections } from "./reader/correction-list";
import type { CorrectionStore } from "./reader/corrections";

/** The reader's corrections, for the extension's own pages. The background keeps them. */
export const correctionStore: CorrectionStore = {
  async read(address) {
    return validCorrections(await ask({ type: "corrections", address }));
  },
  async write(address, corrections) {
    await ask({ type: "keep", address, corrections });
  },
};

/** Calls back when the corrections of a page change, whoever changes them. */
export function onCorrectionsChanged(address: () => string | undefined, callback: () => void): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    const kept = parseKept(message);
    if (sender.id === chrome.runtime.id && sender.tab === undefined && kept?.address === address()) callback();
  });
}

function ask(request: OwnRequest): Promise<unknown> {
  return chrome.runtime.sendMessage(request);
}
