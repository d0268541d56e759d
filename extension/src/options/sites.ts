import { patternOf } from "../site-pattern";
import type { Words } from "../words";

const list = document.getElementById("sites")!;
const problem = document.getElementById("problem")!;

/** Asks for a site when its address is sent in, and follows the grants wherever they are changed. */
export function listenForSites(words: () => Words): void {
  document.getElementById("add")!.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = document.getElementById("site") as HTMLInputElement;
    const pattern = patternOf(input.value);
    problem.textContent = pattern ? "" : words()("badSite");
    if (!pattern) return;
    // Without waiting for anything before: browsers ask only in answer to the click.
    void chrome.permissions.request({ origins: [pattern] }).then((granted) => {
      if (granted) input.value = "";
    });
  });
  chrome.permissions.onAdded.addListener(() => void drawSites(words()));
  chrome.permissions.onRemoved.addListener(() => void drawSites(words()));
}

/** Lists the sites granted, each with the way to withdraw it. */
export async function drawSites(words: Words): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const rows = origins.map((pattern) => {
    const site = pattern.replace(/\/\*$/, "");
    const row = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = site;
    const remove = document.createElement("button");
    remove.textContent = "✕";
    remove.setAttribute("aria-label", words("removeSite", { site }));
    remove.addEventListener("click", () => void chrome.permissions.remove({ origins: [pattern] }));
    row.append(name, remove);
    return row;
  });
  if (rows.length === 0) {
    const none = document.createElement("li");
    none.textContent = words("noSites");
    rows.push(none);
  }
  list.replaceChildren(...rows);
}
