import { startApp } from "../../../www/src/app";
import type { Host } from "../../../www/src/host";
import { correctionStore } from "../correction-store";
import { onOptionsChanged, readOptions, writeOption } from "../options";
import { incomingPages } from "./incoming";

/** The page that needs no installation, in the extension: with its options and corrections, for the pages that the panel hands over. */
const host: Host = {
  options: readOptions,
  keep: writeOption,
  onOptionsChanged,
  corrections: correctionStore,
  incoming: incomingPages,
  async isFirstVisit() {
    const { visited } = await chrome.storage.local.get("visited");
    await chrome.storage.local.set({ visited: true });
    return visited === undefined;
  },
};

void startApp(host);
