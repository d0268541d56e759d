/**
 * Says in a small popup at the toolbar button why a page has no marks: nothing may be put into the page itself. Browsers that
 * want a click for it show the badge and the button's title only.
 */
export async function showNotice(tabId: number): Promise<void> {
  try {
    await chrome.action.setPopup({ tabId, popup: "notice.html" });
    await chrome.action.openPopup();
  } catch {
    // The badge has said it.
  } finally {
    // The next click is to try again.
    await chrome.action.setPopup({ tabId, popup: "" }).catch(() => undefined);
  }
}
