import { parseRequest, type Request } from "../messages";
import { markAlwaysOnSites, isAlwaysOn } from "./always-on";
import { analyze } from "./engine";
import { forgetTab, forgetRefusal, isRunning, setFrameState } from "./tab-state";
import { orderStep, styleFrames, toggleTab } from "./toggle-tab";
import { openPanel } from "./open-panel";

chrome.action.onClicked.addListener((tab) => void toggleTab(tab.id));

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "open-panel") openPanel(tab?.windowId);
  else void orderStep(tab?.id, command === "next-mark" ? 1 : -1);
});

chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
  const request = parseRequest(message);
  const tab = sender.tab;
  if (sender.id !== chrome.runtime.id || !request || tab?.id === undefined) return undefined;
  answerTo(request, { ...tab, id: tab.id }, sender.frameId ?? 0, sender.url).then(answer, () => answer(null));
  return true;
});

async function answerTo(request: Request, tab: chrome.tabs.Tab & { id: number }, frameId: number, url: string | undefined): Promise<unknown> {
  switch (request.type) {
    case "analyze":
      return analyze(request.text, request.at, request.locale, request.corrections);
    case "state":
      return setFrameState(tab.id, frameId, request.state, request.first);
    case "frame":
      return isRunning(tab.id);
    case "style":
      return styleFrames({ tabId: tab.id, frameIds: [frameId] });
    case "navigated":
      await setFrameState(tab.id, 0, null, false);
      return url !== undefined && isAlwaysOn(url);
    case "openPanel":
      return openPanel(tab.windowId);
  }
}

// Behind what the reader is doing: it offers to show what Isnad does, and is there when she wants it.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void chrome.tabs.create({ url: chrome.runtime.getURL("reading.html"), active: false });
});

chrome.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
chrome.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === "loading") void forgetRefusal(tabId);
});

for (const event of [chrome.runtime.onInstalled, chrome.runtime.onStartup, chrome.permissions.onAdded, chrome.permissions.onRemoved]) {
  (event as chrome.events.Event<() => void>).addListener(() => void markAlwaysOnSites());
}
