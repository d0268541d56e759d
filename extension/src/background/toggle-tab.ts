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
  const first = inject(tabId);
  // Made ready while the page is read: the script is on its way. A failure shows when it asks for an analysis.
  loadEngine().catch(() => undefined);
  if (await first) return;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (await inject(tabId)) return;
  }
  await refuse(tabId, "forbidden");
}

/** Runs our script in all frames that the grant reaches; the others are left out without an error. False where it does not reach the page itself. */
async function inject(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true };
  const inAll = reachesPage({ target, files: ["content.js"], injectImmediately: true });
  // The page may go meanwhile.
  styleFrames(target).catch(() => undefined);
  // All frames together have no answer as long as one of them hangs: then what comes to the page alone behind the script tells whether that has.
  const inPage = await reachesPage({ target: { tabId, frameIds: [0] }, func: () => undefined, injectImmediately: true });
  return Promise.race([inAll, inPage]);
}

/** False where the browser lets nothing into the page. Chromium throws then; Firefox succeeds with nothing for a result. */
async function reachesPage(injection: chrome.scripting.ScriptInjection<[], unknown>): Promise<boolean> {
  try {
    return (await chrome.scripting.executeScript(injection)).some((tried) => tried?.frameId === 0);
  } catch {
    return false;
  }
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
