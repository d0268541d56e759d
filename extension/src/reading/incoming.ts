import { parseMarkedPage } from "../marked-page";
import type { MarkedPage } from "../messages";

const PREFIX = "reading ";
/** A tab that was opened so lately may not have loaded yet. In milliseconds. */
const LOADING = 60_000;

/** Pages wait in the storage of the session, under a key of their own, for the tab that is opened for them: a reload finds them again. */
export async function keepForReading(pages: readonly MarkedPage[]): Promise<string> {
  await forgetClosed();
  const key = `${PREFIX}${Date.now()} ${crypto.randomUUID()}`;
  await chrome.storage.session.set({ [key]: pages as MarkedPage[] });
  return encodeURIComponent(key);
}

/** What was kept for tabs that are closed goes: a session's storage holds no more than ten megabytes. */
async function forgetClosed(): Promise<void> {
  const open = new Set(chrome.extension.getViews({ type: "tab" }).map((view) => keyIn(view.location)));
  const kept = Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith(PREFIX));
  const isLoading = (key: string) => Number(key.split(" ")[1]) > Date.now() - LOADING;
  await chrome.storage.session.remove(kept.filter((key) => !open.has(key) && !isLoading(key)));
}

/** The pages that a tab was opened for; none where the browser has been started anew since. */
export async function incomingPages(): Promise<readonly MarkedPage[]> {
  const key = keyIn(location);
  const pages: unknown = key?.startsWith(PREFIX) ? (await chrome.storage.session.get(key))[key] : undefined;
  return Array.isArray(pages) ? pages.flatMap((page) => parseMarkedPage(page) ?? []) : [];
}

function keyIn({ search }: Location): string | null {
  return new URLSearchParams(search).get("pages");
}
