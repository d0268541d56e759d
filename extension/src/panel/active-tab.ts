import type { MarkedPage, Order } from "../messages";

/** The tab that the panel is about. Its number needs no permission. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** What is marked in a tab; `null` where nothing is or where the page has no script of ours. */
export async function markedPageOf(tabId: number): Promise<MarkedPage | null> {
  const order: Order = { type: "result" };
  const page: MarkedPage | null | undefined = await chrome.tabs.sendMessage(tabId, order).catch(() => null);
  return page ?? null;
}

/** Has a page go to one of its marks. */
export async function showInTab(tabId: number, order: Order & { type: "show" }): Promise<void> {
  await chrome.tabs.sendMessage(tabId, order).catch(() => undefined);
}
