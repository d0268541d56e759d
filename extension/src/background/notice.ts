import { inTime } from "./patience";

/**
 * Says in a small popup at the toolbar button why a page has no marks: nothing may be put into the page itself. Where the browser
 * opens no popup without a click, the badge and the button's title say it alone.
 */
export async function showNotice(tabId: number): Promise<void> {
  try {
    await chrome.action.setPopup({ tabId, popup: "notice.html" });
    // Where no popup opens, Firefox leaves the answer open; one whose page is taken back before it has opened may not open.
    await inTime(chrome.action.openPopup());
  } catch {
    // The badge has said it.
  } finally {
    // The next click is to try again.
    await chrome.action.setPopup({ tabId, popup: "" }).catch(() => undefined);
  }
}
