import type { Order } from "../messages";
import { loadEngine } from "./engine";
import { runInFrames } from "./run-in-frames";
import { markedFrames } from "./tab-frames";
import { refuse } from "./tab-state";

/** Marks the page of a tab or clears its marks, as its script decides. What the browser forbids is said, not thrown. */
export async function toggleTab(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  if (!(await runInFrames(tabId))) return refuse(tabId, "forbidden");
  // Made ready while the page is read: the script is on its way. A failure shows when it asks for an analysis.
  loadEngine().catch(() => undefined);
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
