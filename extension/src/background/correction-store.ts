import type { Correction } from "../analysis";
import type { Kept } from "../messages";
import { validCorrections } from "../reader/correction-list";

/**
 * The reader's corrections by the address of their page. In a database of the extension's own origin and not in `storage.local`, for that is open
 * to content scripts, which share a process with pages: a page that has broken out of its sandbox could list what was read and corrected there.
 */
const DATABASE = "isnad";
const CORRECTIONS = "corrections";

/** Opened as soon as the worker runs: what wakes it is mostly a page to mark. */
let database: Promise<IDBDatabase> | undefined = open();

export async function correctionsAt(address: string): Promise<Correction[]> {
  const request = (await inStore("readonly")).get(address);
  // What is read is there before the transaction ends: an analysis waits for it.
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(validCorrections(request.result));
    request.onerror = () => reject(request.error);
  });
}

/** Keeps a page's corrections, and lets the extension's own pages know. */
export async function keepCorrections(address: string, corrections: readonly Correction[]): Promise<void> {
  const store = await inStore("readwrite");
  await new Promise<void>((resolve, reject) => {
    store.transaction.oncomplete = () => resolve();
    store.transaction.onabort = () => reject(store.transaction.error);
    if (corrections.length > 0) store.put(corrections, address);
    else store.delete(address);
  });
  const kept: Kept = { type: "kept", address };
  // Nobody may be listening.
  await chrome.runtime.sendMessage(kept).catch(() => undefined);
}

async function inStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await (database ??= open())).transaction(CORRECTIONS, mode).objectStore(CORRECTIONS);
}

function open(): Promise<IDBDatabase> {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(CORRECTIONS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const forget = () => (database = undefined);
  // Browsers close it when their user clears what they have stored.
  opened.then((open) => (open.onclose = forget), forget);
  return opened;
}
