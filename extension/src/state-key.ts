/** Where the state of a tab is kept in `storage.session`. */
export function stateKey(tabId: number): string {
  return `tab ${tabId}`;
}
