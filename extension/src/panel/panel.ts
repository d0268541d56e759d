import { parseState } from "../messages";
import { onOptionsChanged, readOptions, type Options } from "../options";
import { stateKey } from "../state-key";
import { directionOf, wordsIn, type WordKey } from "../words";
import { activeTab, markedPageOf } from "./active-tab";
import { showReport } from "./show-report";

const report = document.getElementById("report")!;
const empty = document.getElementById("empty")!;
/** Counts the drawings: a slow one must not overwrite the next. */
let turn = 0;

void draw();
chrome.tabs.onActivated.addListener(() => void draw());
chrome.storage.session.onChanged.addListener(() => void draw());
onOptionsChanged(() => void draw());

/** Draws the report of the active tab, or what to do to get one. */
async function draw(): Promise<void> {
  const mine = ++turn;
  const options = await readOptions();
  const tabId = await activeTab();
  const page = tabId === undefined ? null : await markedPageOf(tabId);
  const refusal = page || tabId === undefined ? undefined : await refusalOf(tabId);
  if (mine !== turn) return;
  document.documentElement.lang = options.language;
  document.documentElement.dir = directionOf(options.language);
  empty.hidden = page !== null;
  report.hidden = page === null;
  if (page && tabId !== undefined) await showReport(report, page, tabId, options.language);
  else showEmpty(options, refusal ?? "panelEmpty");
}

async function refusalOf(tabId: number): Promise<WordKey | undefined> {
  const key = stateKey(tabId);
  const state = parseState((await chrome.storage.session.get(key))[key]);
  return state && "refusal" in state ? state.refusal : undefined;
}

function showEmpty({ language }: Options, state: WordKey): void {
  report.replaceChildren();
  const words = wordsIn(language);
  document.title = words("name");
  document.getElementById("state")!.textContent = words(state);
  document.getElementById("how")!.textContent = state === "panelEmpty" ? words("panelHow") : "";
  document.getElementById("not-false")!.textContent = words("notFalse");
}
