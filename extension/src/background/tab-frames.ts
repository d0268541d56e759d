import type { FramesOutcome, PageState, Refusal, Request } from "../messages";
import { showNotice } from "./notice";
import { orderFrame, orderFrames, framesFollow } from "./order-frames";
import { inTime } from "./patience";
import { showTabState } from "./tab-state";

/** What is known of a tab, frame by frame. The page itself is frame 0. */
interface TabFrames {
  /** Number of marks by frame, of those that carry marks. */
  counts: Record<number, number>;
  /** The page has a frame that may hold text and that no grant reaches. */
  beyond?: boolean;
  /** Why the page itself has no marks. Shown as long as no frame has any. */
  refusal?: Refusal;
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

/** Records what became of a frame of a tab, and shows it at the toolbar button. Frames do as their page does. Outlives the worker. */
export async function setFrameState(tabId: number, frameId: number, { state, running, first }: Omit<Request & { type: "state" }, "type">): Promise<FrameStanding> {
  if (frameId !== 0) return change(tabId, frameId, (tab) => count(tab, frameId, state));
  const marked = state !== null && "count" in state;
  const refusal = state !== null && "refusal" in state ? state.refusal : undefined;
  const standing = await change(tabId, 0, (tab) => {
    if (!running || first) tab.counts = {};
    tab.beyond = marked && state.beyond === true;
    if (refusal) tab.refusal = refusal;
    else delete tab.refusal;
    count(tab, 0, state);
  });
  orderFrames(tabId, { type: "follow", running, topLeads: marked });
  if (refusal && !standing.marked) void showNotice(tabId);
  return standing;
}

/** What became of the frames of a page that has nothing to mark itself, when they have done as they were told. */
export async function outcomeOfFrames(tabId: number): Promise<FramesOutcome> {
  const all = await inTime(framesFollow(tabId, { type: "follow", running: true, topLeads: false }));
  if ((await markedFrames(tabId)).length > 0) return "marked";
  return all ? "none" : "unknown";
}

/** A frame has just been loaded: what was known of it was about another page. */
export async function forgetFrame(tabId: number, frameId: number): Promise<void> {
  if ((await markedFrames(tabId)).includes(frameId)) await change(tabId, frameId, (tab) => count(tab, frameId, null));
}

/** The frames that carry marks, the page itself first. */
export async function markedFrames(tabId: number): Promise<number[]> {
  return frameIdsIn(await framesOf(tabId));
}

function frameIdsIn({ counts }: TabFrames): number[] {
  return Object.keys(counts).map(Number);
}

function count(tab: TabFrames, frameId: number, state: PageState | null): void {
  if (state && "count" in state) tab.counts[frameId] = state.count;
  else delete tab.counts[frameId];
}

function change(tabId: number, frameId: number, how: (tab: TabFrames) => void): Promise<FrameStanding> {
  const done = queue.then(async () => {
    const tab = await framesOf(tabId);
    const before = tab.leader;
    how(tab);
    chooseLeader(tab);
    await chrome.storage.session.set({ [framesKey(tabId)]: tab });
    await showTabState(tabId, stateOf(tab));
    // It hears of it when it tells its marks again.
    if (tab.leader !== undefined && tab.leader !== before && tab.leader !== frameId) orderFrame(tabId, tab.leader, { type: "follow", running: true, topLeads: false });
    return tab;
  });
  queue = done.catch(() => undefined);
  return done.then(({ counts, leader }) => ({ marked: Object.keys(counts).length > 0, leads: leader === frameId }));
}

function chooseLeader(tab: TabFrames): void {
  const [first] = frameIdsIn(tab);
  if (first === undefined || first === 0) delete tab.leader;
  else if (tab.leader === undefined || !(tab.leader in tab.counts)) tab.leader = first;
}

/** What became of the whole tab. */
function stateOf({ counts, beyond, refusal }: TabFrames): PageState | null {
  const marks = Object.values(counts);
  if (marks.length === 0) return refusal ? { refusal } : null;
  const count = marks.reduce((sum, one) => sum + one, 0);
  // A frame that is marked is not beyond reach; which one it is, the page cannot tell.
  return { count, ...(beyond === true && marks.length === 1 && { beyond }) };
}

async function framesOf(tabId: number): Promise<TabFrames> {
  const key = framesKey(tabId);
  const stored = (await chrome.storage.session.get(key))[key] as TabFrames | undefined;
  return stored ?? { counts: {} };
}

function framesKey(tabId: number): string {
  return `frames ${tabId}`;
}
