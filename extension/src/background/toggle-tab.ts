import type { Order } from "../messages";
import { loadEngine } from "./engine";
import { setTabState } from "./tab-state";

/** In Chromium the grant of a click may reach the page's process after the script it is for: a refusal is believed the third time. */
const MOST_TRIES = 3;
/** Between two tries, in milliseconds. */
const PAUSE = 40;

/** Marks the page of a tab or clears its marks, as its script decides. What the browser forbids is said, not thrown. */
export async function toggleTab(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  // Compiled while the page is read. A failure shows when the page's script asks for an analysis.
  loadEngine().catch(() => undefined);
  for (let tries = 1; !(await inject(tabId)); tries++) {
    if (tries === MOST_TRIES) return setTabState(tabId, { refusal: "forbidden" });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** False where the browser lets nothing into the page. Chromium throws then; Firefox succeeds with nothing for a result. */
async function inject(tabId: number): Promise<boolean> {
  try {
    const [[result]] = await Promise.all([
      chrome.scripting.executeScript({ target: { tabId }, files: ["content.js"], injectImmediately: true }),
      chrome.scripting.insertCSS({ target: { tabId }, files: ["marks.css"] }),
    ]);
    return Boolean(result);
  } catch {
    return false;
  }
}

/** Goes to the next or the previous mark; a page that is not marked yet is marked instead. */
export async function orderStep(tabId: number | undefined, by: 1 | -1): Promise<void> {
  if (tabId === undefined) return;
  const order: Order = { type: "step", by };
  const stepped: unknown = await chrome.tabs.sendMessage(tabId, order).catch(() => false);
  if (!stepped) await toggleTab(tabId);
}
