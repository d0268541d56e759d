import type { PageText } from "../page/text-map";
import { addressOf, watchAddress } from "./watch-address";

export interface PageEvents {
  /** The marked text may have changed. */
  changed(): void;
  /** The words in these nodes are no longer those that were read: what is painted there would be wrong in the next frame. */
  touched(nodes: ReadonlySet<Node>): void;
  /** Another page is shown without having been loaded. */
  navigated(): void;
  /** The reader is looking at the page: a good time to see whether the marks are still there. */
  looked(): void;
  /** A node is our own, not the page's. */
  isOurs(node: Node): boolean;
  /** The page has come back out of the back-forward cache. */
  returned(): void;
}

/** Changes that follow each other within this time are one change. In milliseconds. */
const QUIET = 300;
/** A page that never rests is read again all the same, this often. */
const PATIENCE = 3000;
/** How long a page that has changed its address may show the last one's text. In milliseconds. */
export const SETTLING = 600;
/** Past so many changed places it is cheaper to read the page again than to look whether they matter. */
const MANY = 1000;
/** Beside the text, new text of this length may be more of it: pages that load on and on. In UTF-16 units. */
const MORE_TEXT = 200;
/** Less of the text than this still standing at a new address makes it another page; more, one that loads on and on. */
const SAME_PAGE = 0.5;

/** What opens and closes parts of a text. */
const SHOWS = ["class", "style", "hidden", "open"];

const CHANGES = { childList: true, characterData: true, subtree: true };

/**
 * What was read: `text`, from `roots`, at `address`; `missed` are the changes since the reading began. A change has to wait for `rest`
 * milliseconds, but no longer than for a page that never rests.
 */
export interface Read {
  readonly roots: readonly Element[];
  readonly text: PageText;
  readonly address: string;
  readonly missed: readonly MutationRecord[];
  readonly rest: number;
}

/** Records what changes in a document until the returned function is called for it. */
export function recordChanges(document: Document): () => MutationRecord[] {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => {
    if (records.length <= MANY) records.push(...more);
  });
  observer.observe(document, CHANGES);
  return () => {
    const last = observer.takeRecords();
    observer.disconnect();
    return [...records, ...last];
  };
}

/** Watches a marked page. Nothing is done inside the observer's callback but to note the place. Returns the way to stop. */
export function watchPage(document: Document, { roots, text, address, missed, rest }: Read, events: PageEvents): () => void {
  const window = document.defaultView!;
  const places = new Set<Node>();
  const touched = new Set<Node>();
  let removed = false;
  let frame: number | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  const shadowTrees = [...text.roots()].filter((root) => root !== document);
  const wait = Math.min(Math.max(QUIET, rest), PATIENCE);
  const concernsText = (place: Node) =>
    roots.some((root) => root.contains(place) || place.contains(root)) ||
    shadowTrees.some((tree) => tree.contains(place)) ||
    (place.isConnected && place.nodeType === Node.ELEMENT_NODE && place.textContent!.length > MORE_TEXT);
  const act = () => {
    clearTimeout(quiet);
    quiet = undefined;
    // A hidden page is read again when it is looked at.
    if (document.hidden) return;
    if (addressOf(window.location) !== address && text.standing() < SAME_PAGE) return events.navigated();
    const matters = places.size > MANY || (removed && !text.isWhole()) || [...places].some(concernsText);
    places.clear();
    removed = false;
    if (matters) events.changed();
    else events.looked();
  };
  const later = (delay: number) => {
    if (quiet === undefined) since = performance.now();
    else if (performance.now() - since < PATIENCE) clearTimeout(quiet);
    else return;
    quiet = setTimeout(act, delay);
  };
  const touch = () => {
    frame = undefined;
    events.touched(touched);
    touched.clear();
  };
  const noteOne = ({ type, target, addedNodes, removedNodes }: MutationRecord) => {
    const full = places.size > MANY;
    if (type === "childList") {
      let noted = false;
      for (const node of addedNodes) {
        if (events.isOurs(node)) continue;
        noted = true;
        if (!full) places.add(node);
      }
      for (const node of removedNodes) if (!events.isOurs(node)) noted = removed = true;
      return noted;
    }
    if (type === "characterData") touched.add(target);
    // Pictures that load, players that play: they show no text.
    else if (!target.firstChild) return false;
    if (!full) places.add(target);
    return true;
  };
  const note = (records: readonly MutationRecord[]) => {
    let noted = false;
    for (const record of records) noted = noteOne(record) || noted;
    if (noted) later(wait);
    if (touched.size > 0) frame ??= window.requestAnimationFrame(touch);
  };
  const seen = () => {
    if (!document.hidden) act();
  };
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) events.returned();
  };

  const observer = new MutationObserver(note);
  for (const root of [document, ...shadowTrees]) observer.observe(root, CHANGES);
  // Attributes only where text is, and on what it stands in: pages set them all the time.
  const shows = new MutationObserver(note);
  for (const root of roots) {
    shows.observe(root, { attributes: true, attributeFilter: SHOWS, subtree: true });
    for (let around = root.parentElement; around; around = around.parentElement) shows.observe(around, { attributes: true, attributeFilter: SHOWS });
  }
  note(missed);
  const controller = new AbortController();
  const { signal } = controller;
  watchAddress(window, signal, () => {
    if (addressOf(window.location) !== address) later(SETTLING);
  });
  window.addEventListener("pageshow", shown, { signal });
  document.addEventListener("visibilitychange", seen, { signal });
  document.addEventListener("pointerover", events.looked, { signal, passive: true });
  return () => {
    observer.disconnect();
    shows.disconnect();
    controller.abort();
    clearTimeout(quiet);
    if (frame !== undefined) window.cancelAnimationFrame(frame);
  };
}
