import { patternOf } from "../site-pattern";

const SCRIPT = "always";

/** One after the other: grants may change at the same moment as the browser starts. */
let queue = Promise.resolve();

/** Has the browser mark the pages of every site the reader has granted for good, and of no other. */
export function markAlwaysOnSites(): Promise<void> {
  queue = queue.then(register, register);
  return queue;
}

async function register(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (origins.length === 0) return;
  await chrome.scripting.registerContentScripts([
    {
      id: SCRIPT,
      matches: origins,
      js: ["always.js", "content.js"],
      allFrames: true,
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}

export async function isAlwaysOn(url: string): Promise<boolean> {
  const pattern = patternOf(url);
  return pattern !== undefined && chrome.permissions.contains({ origins: [pattern] });
}
