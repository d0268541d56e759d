import type { MarkedPage } from "../messages";
import type { Options } from "../options";
import { button, element } from "../reader/elements";
import { saveMenu } from "../reader/save-menu";
import { keepForReading } from "../reading/incoming";
import { localeOf, wordsIn } from "../words";
import { markedPageOf } from "./active-tab";
import { pagesModule } from "./modules";

/** What a panel is about. */
interface Subject {
  readonly page: MarkedPage;
  readonly tabId: number;
  readonly options: Options;
}

/** Draws what can be done with the article beyond reading its report. What needs room opens in a tab of its own. */
export function drawTasks(container: HTMLElement, { page, tabId, options }: Subject): void {
  const words = wordsIn(options.language);
  const others = element("div", { class: "others", hidden: true });
  const compare = button(words("compare"), () => void offerOthers(), { "aria-expanded": "false" });
  const offerOthers = async () => {
    if (others.hidden) others.replaceChildren(...(await otherPages()));
    others.hidden = !others.hidden;
    compare.ariaExpanded = String(!others.hidden);
  };
  /** A page for each other marked tab, or how to get one. */
  const otherPages = async (): Promise<HTMLElement[]> => {
    const tabs = (await chrome.tabs.query({})).flatMap(({ id }) => (id === undefined || id === tabId ? [] : [id]));
    const marked = (await Promise.all(tabs.map(markedPageOf))).filter((other) => other !== null);
    if (marked.length === 0) return [element("p", {}, words("compareHow"))];
    return marked.map((other) => button(other.title, () => void openReading("#compare", page, other), { lang: "ar", dir: "auto" }));
  };
  const task = (name: "lesson" | "present" | "worksheet") => button(words(name), () => void openReading(`#page/${name}`, page));
  const save = saveMenu({ pages: () => pagesModule.get(), text: page.text, analysis: page.analysis, locale: localeOf(options), details: { title: page.title, address: page.address } }, words);
  container.ariaLabel = words("tasks");
  container.setAttribute("role", "group");
  container.replaceChildren(task("lesson"), task("present"), task("worksheet"), compare, save, others);
}

/** Opens the reading page in a tab at a fragment of it, with articles where there are any. */
export async function openReading(fragment: string, ...pages: readonly MarkedPage[]): Promise<void> {
  const query = pages.length > 0 ? `?pages=${await keepForReading(pages)}` : "";
  await chrome.tabs.create({ url: chrome.runtime.getURL(`reading.html${query}${fragment}`) });
}
