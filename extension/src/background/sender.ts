/** Who sends a message, as the browser says: nothing of it is the sender's own word. */
export type Sender = chrome.runtime.MessageSender;
/** A script of ours in a tab's page. */
export type PageScript = Sender & { tab: chrome.tabs.Tab & { id: number } };

/** A page of the extension: panel, options, reading page. */
export function isOwnPage({ id, url }: Sender): boolean {
  return id === chrome.runtime.id && url !== undefined && url.startsWith(chrome.runtime.getURL(""));
}

export function isPageScript(sender: Sender): sender is PageScript {
  return sender.id === chrome.runtime.id && sender.tab?.id !== undefined && !isOwnPage(sender);
}

/** An address, as pages' scripts name it, is of the origin that the sender's page has. */
export function isOfSender(address: string, { url }: Sender): boolean {
  const origin = url === undefined ? undefined : URL.parse(url)?.origin;
  // Files, and frames without an address, have no origin.
  return origin !== undefined && (origin === "null" ? address.startsWith(origin) : address === origin || address.startsWith(`${origin}/`));
}
