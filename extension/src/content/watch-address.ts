/** Calls back whenever the address of a page may have changed without a load. */
export function watchAddress(window: Window, signal: AbortSignal, changed: () => void): void {
  // Firefox 146 has no `navigation`; there the next change of the page tells.
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", changed, { signal });
  window.addEventListener("popstate", changed, { signal });
  window.addEventListener("hashchange", changed, { signal });
}

/** What makes a page another one. A fragment does not, unless it is how the site names its pages: `#/story/12`, `#!story`. */
export function addressOf({ origin, pathname, search, hash }: Location): string {
  return origin + pathname + search + (/^#[!/]/.test(hash) ? hash : "");
}
