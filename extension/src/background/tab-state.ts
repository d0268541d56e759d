import { parseState, type PageState } from "../messages";
import { readOptions } from "../options";
import { stateKey } from "../state-key";
import { showBadge } from "./badge";
import { showNotice } from "./notice";

/** Records what became of a tab, `null` for nothing, and shows it at the toolbar button. Outlives the worker. */
export async function setTabState(tabId: number, state: PageState | null): Promise<void> {
  if (state) await chrome.storage.session.set({ [stateKey(tabId)]: state });
  else await forgetTab(tabId);
  const options = await readOptions();
  await showBadge(tabId, state, options);
  if (state && "refusal" in state) await showNotice(tabId);
}

export async function forgetTab(tabId: number): Promise<void> {
  await chrome.storage.session.remove(stateKey(tabId));
}

/** A page that could not be marked has gone; pages that were marked tell of their going themselves. */
export async function forgetRefusal(tabId: number): Promise<void> {
  const key = stateKey(tabId);
  const state = parseState((await chrome.storage.session.get(key))[key]);
  if (state && "refusal" in state) await chrome.storage.session.remove(key);
}
