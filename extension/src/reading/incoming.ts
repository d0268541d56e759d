import { parseMarkedPage } from "../marked-page";
import type { MarkedPage } from "../messages";

/** Pages wait in the storage of the session, under a key of their own, for the tab that is opened for them: a reload finds them again. */
export async function keepForReading(pages: readonly MarkedPage[]): Promise<string> {
  const key = `reading ${crypto.randomUUID()}`;
  await chrome.storage.session.set({ [key]: pages as MarkedPage[] });
  return encodeURIComponent(key);
}

/** The pages that a tab was opened for; none where the browser has been started anew since. */
export async function incomingPages(): Promise<readonly MarkedPage[]> {
  const key = new URLSearchParams(location.search).get("pages");
  const pages: unknown = key?.startsWith("reading ") ? (await chrome.storage.session.get(key))[key] : undefined;
  return Array.isArray(pages) ? pages.flatMap((page) => parseMarkedPage(page) ?? []) : [];
}
