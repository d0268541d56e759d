import type { Order } from "../messages";

type Follow = Order & { type: "follow" };

/**
 * Frames with a script of ours are told; nobody waits for them. None can miss it: a script that starts later asks, and one that has asked is
 * already listening.
 */
export function orderFrames(tabId: number, order: Follow): void {
  void chrome.tabs.sendMessage(tabId, order).catch(() => undefined);
}

export function orderFrame(tabId: number, frameId: number, order: Follow): void {
  void chrome.tabs.sendMessage(tabId, order, { frameId }).catch(() => undefined);
}

/** Fulfilled when all frames have done so and told what became of them; false where one has no script of ours yet. One that hangs keeps it open. */
export async function framesFollow(tabId: number, order: Follow): Promise<boolean> {
  const frames = await framesWithin(tabId);
  const followed = await Promise.all(frames.map((frameId) => chrome.tabs.sendMessage(tabId, order, { frameId }).then(() => true, () => false)));
  return !followed.includes(false);
}

/** Whether the page of a tab is marked or about to be. It is asked itself, for what is kept of a tab may be about the page before. */
export async function isRunning(tabId: number): Promise<boolean> {
  const order: Order = { type: "isRunning" };
  const running: unknown = await chrome.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => false);
  return running === true;
}

/** The frames of a page that the grant reaches. No other way of the browser's to list them goes without a permission of its own. */
async function framesWithin(tabId: number): Promise<number[]> {
  const looked = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => undefined, injectImmediately: true }).catch(() => []);
  return looked.map(({ frameId }) => frameId).filter((frameId) => frameId !== 0);
}
