import type { PageState } from "../messages";
import type { Options } from "../options";
import { formatCount, wordsIn } from "../words";

/** A badge holds about four characters. */
const MOST = 999;

const MARKED = "#0072b2";
const REFUSED = "#5a6270";

/** Shows the number of marks, or that there are none to show and why. */
export async function showBadge(tabId: number, state: PageState | null, { language, digits }: Options): Promise<void> {
  const words = wordsIn(language);
  const [text, title, color] =
    state === null
      ? ["", words("mark"), MARKED]
      : "count" in state
        ? [badgeCount(state.count, digits), words("marked", { count: formatCount(state.count, digits) }) + (state.beyond ? ` ${words("beyond")}` : ""), MARKED]
        : ["–", words(state.refusal), REFUSED];
  // A tab may close meanwhile.
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text }),
    chrome.action.setTitle({ tabId, title }),
    chrome.action.setBadgeBackgroundColor({ tabId, color }),
    chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
  ]).catch(() => undefined);
}

function badgeCount(count: number, digits: Options["digits"]): string {
  return count > MOST ? `${formatCount(MOST, digits)}+` : formatCount(count, digits);
}
