import { readOptions } from "../options";
import { directionOf } from "../words";

// The button's title is where the background has put what is to be said.
const { language } = await readOptions();
document.documentElement.lang = language;
document.documentElement.dir = directionOf(language);
const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
document.querySelector("p")!.textContent = tab?.id === undefined ? "" : await chrome.action.getTitle({ tabId: tab.id });
