/** Set by the bundler. In Firefox a page's `::highlight()` rules end at shadow trees, a reader's do not; Chromium paints no background of a reader's. */
declare const MARKS_ORIGIN: "AUTHOR" | "USER";

/** In Chromium the grant of a click may come to the page's process behind what it is for: a refusal is believed after these pauses, in milliseconds. */
const PAUSES = [40, 80, 160];

/**
 * Runs our script in the page of a tab and in those of its frames that the grant reaches; the others are left out without an error. False where
 * the page itself is out of reach. That is tried with nothing first: our script, tried twice for one click, would clear what it has marked.
 */
export async function runInFrames(tabId: number): Promise<boolean> {
  if (!(await isReachable(tabId))) return false;
  const target = { tabId, allFrames: true };
  // The page may go meanwhile. Nobody waits: there is no answer as long as one of the frames hangs.
  chrome.scripting.executeScript({ target, files: ["content.js"], injectImmediately: true }).catch(() => undefined);
  styleFrames(target).catch(() => undefined);
  return true;
}

export async function styleFrames(target: chrome.scripting.InjectionTarget): Promise<void> {
  await chrome.scripting.insertCSS({ target, files: ["marks.css"], origin: MARKS_ORIGIN });
}

async function isReachable(tabId: number): Promise<boolean> {
  for (const pause of PAUSES) {
    if (await reachesPage(tabId)) return true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return reachesPage(tabId);
}

/** False where the browser lets nothing into the page. Chromium throws then; Firefox succeeds with nothing for a result. */
async function reachesPage(tabId: number): Promise<boolean> {
  try {
    const [tried] = await chrome.scripting.executeScript({ target: { tabId, frameIds: [0] }, func: () => undefined, injectImmediately: true });
    return tried?.frameId === 0;
  } catch {
    return false;
  }
}
