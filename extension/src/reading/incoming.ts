import type { Incoming } from "../../../www/src/host";
import { LONGEST_TEXT } from "../../../www/src/longest-text";
import { parseIncoming } from "./parse-incoming";

const PREFIX = "reading ";
/** A tab that was opened so lately may not have loaded yet. In milliseconds. */
const LOADING = 60_000;

/**
 * Pages wait in the storage of the session, under a key of their own, for the tab that is opened for them: a reload finds them again. Their
 * texts alone, which are read there anew, for an analysis is ten times as long and a session's storage holds ten megabytes; of a text that is
 * too long to be read there as much as tells that it is.
 */
export async function keepForReading(marked: readonly Incoming[]): Promise<string> {
  await forgetClosed();
  const pages = marked.map(({ title, address, text }): Incoming => ({ title, address, text: text.slice(0, LONGEST_TEXT + 1) }));
  const key = `${PREFIX}${Date.now()} ${crypto.randomUUID()}`;
  await chrome.storage.session.set({ [key]: pages });
  return encodeURIComponent(key);
}

/** What was kept for tabs that are closed goes. */
async function forgetClosed(): Promise<void> {
  const open = new Set(chrome.extension.getViews({ type: "tab" }).map((view) => keyIn(view.location)));
  const kept = Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith(PREFIX));
  const isLoading = (key: string) => Number(key.split(" ")[1]) > Date.now() - LOADING;
  await chrome.storage.session.remove(kept.filter((key) => !open.has(key) && !isLoading(key)));
}

/** The pages that a tab was opened for; none where the browser has been started anew since. */
export async function incomingPages(): Promise<readonly Incoming[]> {
  const key = keyIn(location);
  const pages: unknown = key?.startsWith(PREFIX) ? (await chrome.storage.session.get(key))[key] : undefined;
  return Array.isArray(pages) ? pages.flatMap((page) => parseIncoming(page) ?? []) : [];
}

function keyIn({ search }: Location): string | null {
  return new URLSearchParams(search).get("pages");
}
