import type { OwnRequest, Request } from "../messages";
import { parseOwnRequest, parseRequest } from "../parse-requests";
import { markAlwaysOnSites, isAlwaysOn } from "./always-on";
import { correctionsAt, keepCorrections } from "./correction-store";
import { analyze } from "./engine";
import { isOfSender, isOwnPage, isPageScript, type PageScript } from "./sender";
import { openPanel } from "./open-panel";
import { isRunning } from "./order-frames";
import { styleFrames } from "./run-in-frames";
import { forgetFrame, outcomeOfFrames, setFrameState } from "./tab-frames";
import { orderStep, toggleTab } from "./toggle-tab";

chrome.action.onClicked.addListener((tab) => void toggleTab(tab.id));

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "open-panel") openPanel(tab?.windowId);
  else void orderStep(tab?.id, command === "next-mark" ? 1 : -1);
});

chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
  const answering = isOwnPage(sender) ? answerToOwn(parseOwnRequest(message)) : isPageScript(sender) ? answerTo(parseRequest(message), sender) : undefined;
  if (!answering) return undefined;
  answering.then(answer, () => answer(null));
  return true;
});

/** Nothing where there is no such request, or where it is not this sender's to make. */
function answerTo(request: Request | undefined, sender: PageScript): Promise<unknown> | undefined {
  const { tab, frameId = 0, url = "" } = sender;
  switch (request?.type) {
    case "analyze":
      return analyze(request, isOfSender(request.address, sender) ? correctionsAt(request.address) : []);
    case "state":
      return setFrameState(tab.id, frameId, request);
    case "frames":
      return frameId === 0 ? outcomeOfFrames(tab.id) : undefined;
    case "frame":
      return frameId === 0 ? undefined : forgetFrame(tab.id, frameId).then(() => isRunning(tab.id));
    case "style":
      return styleFrames({ tabId: tab.id, frameIds: [frameId] });
    case "navigated":
      return frameId === 0 ? setFrameState(tab.id, 0, { state: null, running: false, first: false }).then(() => isAlwaysOn(url)) : undefined;
    case "openPanel":
      return Promise.resolve(openPanel(tab.windowId));
    case undefined:
      return undefined;
  }
}

function answerToOwn(request: OwnRequest | undefined): Promise<unknown> | undefined {
  switch (request?.type) {
    case "corrections":
      return correctionsAt(request.address);
    case "keep":
      return keepCorrections(request.address, request.corrections);
    case undefined:
      return undefined;
  }
}

// Behind what the reader is doing: it offers to show what Isnad does, and is there when she wants it.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void chrome.tabs.create({ url: chrome.runtime.getURL("reading.html"), active: false });
});

for (const event of [chrome.runtime.onInstalled, chrome.runtime.onStartup, chrome.permissions.onAdded, chrome.permissions.onRemoved]) {
  (event as chrome.events.Event<() => void>).addListener(() => void markAlwaysOnSites());
}
