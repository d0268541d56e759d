import type { PageText } from "../page/text-map";

export interface PageEvents {
  /** The marked text may have changed. */
  changed(): void;
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
/** Past so many changed places it is cheaper to read the page again than to look whether they matter. */
const MANY = 1000;
/** Beside the text, new text of this length may be more of it: pages that load on and on. In UTF-16 units. */
const MORE_TEXT = 200;

/** Watches a marked page, whose `text` was read from `roots`. Nothing is done inside the observer's callback but to note the place. Returns the way to stop. */
export function watchPage(document: Document, roots: readonly Element[], text: PageText, events: PageEvents): () => void {
  const window = document.defaultView!;
  const address = addressOf(window.location);
  const places = new Set<Node>();
  let removed = false;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  const shadowTrees = [...text.roots()].filter((root) => root !== document);
  const concernsText = (place: Node) =>
    roots.some((root) => root.contains(place)) ||
    shadowTrees.some((tree) => tree.contains(place)) ||
    (place.isConnected && place.nodeType === Node.ELEMENT_NODE && place.textContent!.length > MORE_TEXT);
  const act = () => {
    quiet = undefined;
    if (addressOf(window.location) !== address) return events.navigated();
    // A hidden page is read again when it is looked at.
    if (document.hidden) return;
    const matters = places.size > MANY || (removed && !text.isWhole()) || [...places].some(concernsText);
    places.clear();
    removed = false;
    if (matters) events.changed();
    else events.looked();
  };
  const noteOne = ({ type, target, addedNodes, removedNodes }: MutationRecord) => {
    const nodes = type === "characterData" ? [target] : [...addedNodes].filter((node) => !events.isOurs(node));
    removed ||= [...removedNodes].some((node) => !events.isOurs(node));
    if (places.size <= MANY) for (const node of nodes) places.add(node);
    return nodes.length > 0 || removed;
  };
  const note = (records: MutationRecord[]) => {
    if (records.filter(noteOne).length === 0) return;
    if (quiet === undefined) since = performance.now();
    else if (performance.now() - since < PATIENCE) clearTimeout(quiet);
    else return;
    quiet = setTimeout(act, QUIET);
  };
  const moved = () => {
    if (addressOf(window.location) !== address) events.navigated();
  };
  const seen = () => {
    if (!document.hidden) act();
  };
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) events.returned();
  };

  const observer = new MutationObserver(note);
  for (const root of [document, ...shadowTrees]) {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }
  // What changed between the reading and now was seen by nobody.
  if (!text.isWhole()) {
    removed = true;
    quiet = setTimeout(act, QUIET);
  }
  const controller = new AbortController();
  const { signal } = controller;
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("currententrychange", moved, { signal });
  window.addEventListener("popstate", moved, { signal });
  window.addEventListener("pageshow", shown, { signal });
  document.addEventListener("visibilitychange", seen, { signal });
  document.addEventListener("pointerover", events.looked, { signal, passive: true });
  return () => {
    observer.disconnect();
    controller.abort();
    clearTimeout(quiet);
  };
}

/** Where a fragment alone changes, the page stays the same. */
function addressOf({ origin, pathname, search }: Location): string {
  return origin + pathname + search;
}
