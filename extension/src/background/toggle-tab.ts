import type { Order } from "../messages";
import { loadEngine } from "./engine";
import { markedFrames } from "./tab-frames";
import { refuse } from "./tab-state";

/** Set by the bundler. In Firefox a page's `::highlight()` rules end at shadow trees, a reader's do not; Chromium paints no background of a reader's. */
declare const MARKS_ORIGIN: "AUTHOR" | "USER";

/** In Chromium the grant of a click may reach the page's process after the script it is for: a refusal is believed after these pauses, in milliseconds. */
const PAUSES = [40, 80, 160];

/** Marks the page of a tab or clears its marks, as its script decides. What the browser forbids is said, not thrown. */
export async function toggleTab(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  // Compiled while the page is read. A failure shows when the page's script asks for an analysis.
  loadEngine().catch(() => undefined);
  for (const pause of PAUSES) {
    if (await isWithinReach(tabId)) return inject(tabId);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  if (await isWithinReach(tabId)) inject(tabId);
  else await refuse(tabId, "forbidden");
}

/**
 * False where the browser lets nothing into the page. Chromium throws then; Firefox succeeds with nothing for a result. The page itself is tried and not
 * its frames: what goes to all of them has no answer as long as one hangs.
 */
async function isWithinReach(tabId: number): Promise<boolean> {
  try {
    const [tried] = await chrome.scripting.executeScript({ target: { tabId, frameIds: [0] }, func: () => undefined, injectImmediately: true });
    return tried?.frameId === 0;
  } catch {
    return false;
  }
}

/** Into all frames that the grant reaches; the others are left out without an error. */
function inject(tabId: number): void {
  const target = { tabId, allFrames: true };
  // The page may go meanwhile.
  chrome.scripting.executeScript({ target, files: ["content.js"], injectImmediately: true }).catch(() => undefined);
  styleFrames(target).catch(() => undefined);
}

export async function styleFrames(target: chrome.scripting.InjectionTarget): Promise<void> {
  await chrome.scripting.insertCSS({ target, files: ["marks.css"], origin: MARKS_ORIGIN });
}

/** The frame of a tab that the reader steps through. Forgotten with the worker: then the first one again. */
const steppingIn = new Map<number, number>();

/** Goes to the next or the previous mark, from frame to frame; a page that is not marked yet is marked instead. */
export async function orderStep(tabId: number | undefined, by: 1 | -1): Promise<void> {
  if (tabId === undefined) return;
  const frames = await markedFrames(tabId);
  const first = Math.max(frames.indexOf(steppingIn.get(tabId) ?? 0), 0);
  let heard = false;
  for (let tries = 0; tries < frames.length; tries++) {
    const frameId = frames.at((first + tries * by) % frames.length)!;
    const order: Order = { type: "step", by, around: frames.length === 1 };
    const stepped: unknown = await chrome.tabs.sendMessage(tabId, order, { frameId }).catch(() => undefined);
    if (typeof stepped === "boolean") heard = true;
    if (stepped !== true) continue;
    steppingIn.set(tabId, frameId);
    return;
  }
  if (!heard) await toggleTab(tabId);
}
