import type { PageState, Refusal } from "../messages";
import { readOptions } from "../options";
import { stateKey } from "../state-key";
import { showBadge } from "./badge";
import { showNotice } from "./notice";

/** Shows what became of a tab at the toolbar button, and keeps it for the panel. */
export async function showTabState(tabId: number, state: PageState | null): Promise<void> {
  await showBadge(tabId, state, await readOptions());
  if (state) await chrome.storage.session.set({ [stateKey(tabId)]: state });
  else await chrome.storage.session.remove(stateKey(tabId));
}

/** Says why the page of a tab, which has no script of ours, gets no marks. */
export async function refuse(tabId: number, refusal: Refusal): Promise<void> {
  await showTabState(tabId, { refusal });
  await showNotice(tabId);
}
