import type { Order, PageState } from "../messages";
import { readOptions } from "../options";
import { stateKey } from "../state-key";
import { showBadge } from "./badge";
import { showNotice } from "./notice";
import { inTime } from "./patience";

/** The frames of a tab that carry marks. The page itself is frame 0. */
interface TabFrames {
  /** The page has a frame that may hold text and that no grant reaches. */
  beyond?: boolean;
  /** Number of marks by frame. */
  counts: Record<number, number>;
  /** The frame without the page's own marks that answers for it. */
  leader?: number;
}

/** What a frame is told: whether any frame is marked, and whether it answers for the tab. */
export interface FrameStanding {
  readonly marked: boolean;
  readonly leads: boolean;
}

/** One after the other: frames report at the same time. */
let queue: Promise<unknown> = Promise.resolve();

/** Records what became of a frame of a tab (`first`: of a page just loaded), `null` for nothing, and shows it at the toolbar button. Outlives the worker. */
export async function setFrameState(tabId: number, frameId: number, state: PageState | null, first: boolean): Promise<FrameStanding> {
  if (frameId !== 0) return change(tabId, frameId, (tab) => count(tab, frameId, state));
  const marked = state !== null && "count" in state;
  await change(tabId, 0, (tab) => {
    tab.beyond = marked && state.beyond === true;
    if (state === null || first) tab.counts = {};
    count(tab, 0, state);
  });
  const order: Follow = { type: "follow", running: state !== null, topLeads: marked };
  if (!state || marked) {
    tellFrames(tabId, order);
    return { marked, leads: true };
  }
  // A frame that hangs keeps nobody from an answer.
  await inTime(framesFollow(tabId, order));
  if ((await markedFrames(tabId)).length > 0) return { marked: true, leads: false };
  await setTabState(tabId, state);
  tellFrames(tabId, { type: "follow", running: false, topLeads: false });
  return { marked: false, leads: true };
}

/** Records why a tab has no marks and says so. */
export async function setTabState(tabId: number, state: PageState | null): Promise<void> {
  await showBadge(tabId, state, await readOptions());
  if (state) await chrome.storage.session.set({ [stateKey(tabId)]: state });
  else await chrome.storage.session.remove(stateKey(tabId));
  if (state && "refusal" in state) await showNotice(tabId);
}

/** Whether the page of a tab is marked or about to be. It is asked itself, for what is kept of a tab may be about the page before. */
export async function isRunning(tabId: number): Promise<boolean> {
  const order: Order = { type: "isRunning" };
  const running: unknown = await chrome.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => false);
  return running === true;
}

/** The frames that carry marks, the page itself first. */
export async function markedFrames(tabId: number): Promise<number[]> {
  return Object.keys((await framesOf(tabId)).counts).map(Number);
}

function count(tab: TabFrames, frameId: number, state: PageState | null): void {
  if (state && "count" in state) tab.counts[frameId] = state.count;
  else delete tab.counts[frameId];
}

function change(tabId: number, frameId: number, how: (tab: TabFrames) => void): Promise<FrameStanding> {
  const done = queue.then(async () => {
    const tab = await framesOf(tabId);
    how(tab);
    const frames = Object.keys(tab.counts).map(Number);
    const [first] = frames;
    if (tab.counts[0] !== undefined || first === undefined) delete tab.leader;
    else if (tab.leader === undefined || !(tab.leader in tab.counts)) tab.leader = first;
    await chrome.storage.session.set({ [framesKey(tabId)]: tab });
    const total = Object.values(tab.counts).reduce((sum, one) => sum + one, 0);
    // A frame that is marked is not beyond reach; which one it is, the page cannot tell.
    const beyond = tab.beyond === true && frames.length === 1;
    await setTabState(tabId, frames.length > 0 ? { count: total, ...(beyond && { beyond }) } : null);
    return tab;
  });
  queue = done.catch(() => undefined);
  return done.then(({ counts, leader }) => ({ marked: Object.keys(counts).length > 0, leads: leader === frameId }));
}

type Follow = Order & { type: "follow" };

/** Frames with a script of ours are told; nobody waits for them. */
function tellFrames(tabId: number, order: Follow): void {
  void chrome.tabs.sendMessage(tabId, order).catch(() => undefined);
}

/** Fulfilled when all frames with a script of ours have done so, and told what became of them. */
async function framesFollow(tabId: number, order: Follow): Promise<void> {
  await Promise.all((await framesWithin(tabId)).map((frameId) => chrome.tabs.sendMessage(tabId, order, { frameId }).catch(() => undefined)));
}

/** The frames of a page that the grant reaches. No other way of the browser's to list them goes without a permission of its own. */
async function framesWithin(tabId: number): Promise<number[]> {
  const looked = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => undefined, injectImmediately: true }).catch(() => []);
  return looked.map(({ frameId }) => frameId).filter((frameId) => frameId !== 0);
}

async function framesOf(tabId: number): Promise<TabFrames> {
  const key = framesKey(tabId);
  const stored = (await chrome.storage.session.get(key))[key] as TabFrames | undefined;
  return stored ?? { counts: {} };
}

function framesKey(tabId: number): string {
  return `frames ${tabId}`;
}
