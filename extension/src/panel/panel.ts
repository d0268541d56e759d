import { correctionStore, onCorrectionsChanged } from "../correction-store";
import type { MarkedPage } from "../messages";
import { onOptionsChanged, readOptions, type Options } from "../options";
import { parseState } from "../parse-requests";
import { correctionOf, restored } from "../reader/corrections";
import { element } from "../reader/elements";
import { isEverything } from "../reader/filter";
import { ReportView } from "../reader/report-view";
import { stateKey } from "../state-key";
import { directionOf, localeOf, wordsIn, type WordKey } from "../words";
import { activeTab, markAnew, markedPageOf, showInTab, TabFilter } from "./active-tab";
import { reportModule } from "./modules";
import { drawTasks, openReading } from "./tasks";

const at = (id: string): HTMLElement => document.getElementById(id)!;

/** What the panel shows. */
interface Shown {
  readonly tabId: number;
  readonly page: MarkedPage;
}

let shown: Shown | undefined;
let view: ReportView | undefined;
const tabFilter = new TabFilter();
/** Counts the drawings: a slow one must not overwrite the next. */
let turn = 0;

void draw();
chrome.tabs.onActivated.addListener(() => void draw());
chrome.tabs.onUpdated.addListener((_, { status }, { active }) => {
  if (active && status === "loading") void draw();
});
chrome.storage.session.onChanged.addListener(() => void draw());
onOptionsChanged(() => void draw());
onCorrectionsChanged(() => shown?.page.address, () => {
  if (shown) void markAnew(shown.tabId).then(draw);
});

/** Draws the report of the active tab, or what to do to get one. */
async function draw(): Promise<void> {
  const mine = ++turn;
  const options = await readOptions();
  const tabId = await activeTab();
  const page = tabId === undefined ? null : await markedPageOf(tabId);
  const why = page || tabId === undefined ? undefined : await whyEmpty(tabId);
  const [reports, corrections] = await Promise.all([reportModule.get(), page ? correctionStore.read(page.address) : []]);
  if (mine !== turn) return;
  document.documentElement.lang = options.language;
  document.documentElement.dir = directionOf(options.language);
  document.title = wordsIn(options.language)("name");
  at("empty").hidden = page !== null;
  at("marked").hidden = page === null;
  if (!page || tabId === undefined) return showEmpty(options, why ?? "panelEmpty");
  const before = shown;
  shown = { tabId, page };
  view ??= new ReportView(reports, at("report"), {
    goTo: ({ kind, index, start }) => void showInTab(shown!.tabId, { type: "show", kind, index, start }),
    filtered: (filter) => tabFilter.set(shown!.tabId, filter),
    correct: (item, verdict) => void change((kept) => [...kept, correctionOf(item, verdict, shown!.page.text, shown!.page.analysis)]),
    restore: (item) => void change((kept) => restored(kept, item)),
    undo: () => void change((kept) => kept.slice(0, -1)),
  });
  try {
    view.show({ text: page.text, analysis: page.analysis, corrections: corrections.length, locale: localeOf(options), language: options.language, digits: options.digits });
  } catch {
    // An analysis that is not of its text, as no script of ours sends one.
    at("marked").hidden = true;
    at("empty").hidden = false;
    return showEmpty(options, "failed");
  }
  if (tabId !== before?.tabId && !isEverything(view.filter)) tabFilter.set(tabId, view.filter);
  drawTasks(at("tasks"), { page, tabId, options });
}

type Corrections = Awaited<ReturnType<typeof correctionStore.read>>;

/** Page and report hear of it through the storage. */
async function change(changed: (kept: Corrections) => Corrections): Promise<void> {
  if (!shown) return;
  const { address } = shown.page;
  await correctionStore.write(address, changed(await correctionStore.read(address)));
}

/**
 * Why there is no report of the page of a tab: it has no marks, or its text is as long as several books, of which browsers pass on no analysis.
 * Browsers clear a tab's badge when it goes to another page, and with it what is kept of the last one.
 */
async function whyEmpty(tabId: number): Promise<WordKey | undefined> {
  const key = stateKey(tabId);
  const [badge, stored] = await Promise.all([chrome.action.getBadgeText({ tabId }), chrome.storage.session.get(key)]);
  const state = badge === "" ? undefined : parseState(stored[key]);
  if (!state) return undefined;
  return "refusal" in state ? state.refusal : "reportTooLong";
}

function showEmpty({ language }: Options, state: WordKey): void {
  shown = undefined;
  view?.clear();
  const words = wordsIn(language);
  at("state").textContent = words(state);
  at("how").textContent = state === "panelEmpty" ? words("panelHow") : "";
  const tour = element("button", { type: "button" }, words("tour"));
  tour.addEventListener("click", () => void openReading(""));
  at("tour").replaceChildren(tour);
  at("not-false").textContent = words("notFalse");
}
