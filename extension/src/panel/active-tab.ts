import { parseMarkedPage } from "../marked-page";
import { FILTER_PORT, type MarkedPage, type Order } from "../messages";
import type { Filter } from "../reader/filter";

/** The tab that the panel is about. Its number needs no permission. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** What is marked in a tab; `null` where nothing is or where the page has no script of ours. */
export async function markedPageOf(tabId: number): Promise<MarkedPage | null> {
  const order: Order = { type: "result" };
  const answer: unknown = await chrome.tabs.sendMessage(tabId, order).catch(() => null);
  return parseMarkedPage(answer) ?? null;
}

/** Has a page go to one of its marks. */
export async function showInTab(tabId: number, order: Order & { type: "show" }): Promise<void> {
  await chrome.tabs.sendMessage(tabId, order).catch(() => undefined);
}

/** Has a page marked anew, with other corrections; comes back when it is. */
export async function markAnew(tabId: number): Promise<void> {
  const order: Order = { type: "corrected" };
  await chrome.tabs.sendMessage(tabId, order).catch(() => undefined);
}

/** Has the marks of one tab at a time follow a filter; the page shows all of them again when the panel is gone. */
export class TabFilter {
  #tabId: number | undefined;
  #port: chrome.runtime.Port | undefined;

  set(tabId: number, filter: Filter): void {
    if (tabId !== this.#tabId) this.#port?.disconnect();
    if (tabId !== this.#tabId || !this.#port) {
      this.#tabId = tabId;
      const port = chrome.tabs.connect(tabId, { name: FILTER_PORT });
      this.#port = port;
      // The page has gone: the next filter is for another one.
      port.onDisconnect.addListener(() => {
        if (this.#port === port) this.#port = undefined;
      });
    }
    this.#port.postMessage(filter);
  }
}
