const SCRIPT = "always";

/** Has the browser mark the pages of every site the reader has granted for good, and of no other. */
export async function markAlwaysOnSites(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (origins.length === 0) return;
  await chrome.scripting.registerContentScripts([
    { id: SCRIPT, matches: origins, js: ["content.js"], css: ["marks.css"], runAt: "document_idle", persistAcrossSessions: true },
  ]);
}

export function isAlwaysOn(url: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
}
