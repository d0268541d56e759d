/**
 * Where none opens, Firefox may leave the answer open for ever; meanwhile a click shows the notice instead of trying again. In milliseconds: long
 * enough for a popup on a slow machine, for one whose page is taken back before it has opened may not open.
 */
const PATIENCE = 5000;

/**
 * Says in a small popup at the toolbar button why a page has no marks: nothing may be put into the page itself. Where the browser
 * opens no popup without a click, the badge and the button's title say it alone.
 */
export async function showNotice(tabId: number): Promise<void> {
  try {
    await chrome.action.setPopup({ tabId, popup: "notice.html" });
    await Promise.race([chrome.action.openPopup(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  } catch {
    // The badge has said it.
  } finally {
    // The next click is to try again.
    await chrome.action.setPopup({ tabId, popup: "" }).catch(() => undefined);
  }
}
