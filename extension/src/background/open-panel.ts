/** Set by the bundler: Firefox opens its sidebar by a command of its own and knows no side panel. */
declare const PANEL_OPENS_FROM_PAGE: boolean;

/** Opens the report beside a window's pages. Browsers allow it as an answer to a key or a click only. */
export function openPanel(windowId: number | undefined): void {
  if (PANEL_OPENS_FROM_PAGE && windowId !== undefined) void chrome.sidePanel.open({ windowId }).catch(() => undefined);
}
