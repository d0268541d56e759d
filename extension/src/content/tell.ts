import type { Request } from "../messages";

/** The extension that this script belongs to is still there: it has been neither updated nor disabled. */
export function isAlive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Sends a request to the background; `null` when the extension has gone. */
export async function tell<Answer = void>(request: Request): Promise<Answer | null> {
  try {
    return (await chrome.runtime.sendMessage(request)) as Answer;
  } catch {
    return null;
  }
}
