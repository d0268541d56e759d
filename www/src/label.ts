import type { Language } from "../../extension/src/analysis";
import { directionOf, type WordKey } from "../../extension/src/words";
import { at } from "./at";
import type { PageWord, PageWords } from "./interface-words";
import { fragmentOf, MODES, type Choice, type Place } from "./place";

const LEGEND = [
  ["named", "lineNamed"],
  ["unnamed", "lineUnnamed"],
  ["author", "lineAuthor"],
  ["figure", "lineFigure"],
  ["official", "lineOfficial"],
] as const;

/** Writes the interface in its language: all that does not depend on the article. */
export function labelPage(language: Language, { own, shared }: PageWords): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = directionOf(language);
  document.title = own("title");
  for (const element of document.querySelectorAll<HTMLElement>("[data-own-word]")) element.textContent = own(element.dataset.ownWord as PageWord);
  for (const element of document.querySelectorAll<HTMLElement>("[data-own-name]")) element.ariaLabel = own(element.dataset.ownName as PageWord);
  for (const element of document.querySelectorAll<HTMLElement>("[data-shared-word]")) element.textContent = shared(element.dataset.sharedWord as WordKey);
  at("language").lang = language === "ar" ? "en" : "ar";
  for (const [id, key] of [["previous", "previousMark"], ["next", "nextMark"]] as const) {
    at(id).title = shared(key);
    at(id).ariaLabel = shared(key);
  }
  at("legend").replaceChildren(...LEGEND.map(([look, key]) => legendRow(look, shared(key))));
}

/** Draws the links to what can be opened, and to what can be done with it. */
export function drawLinks(choices: readonly Choice[], place: Place, { own }: PageWords): void {
  at("choices").replaceChildren(...choices.map((choice) => link(`#${choice}`, own(choice), choice === place.choice)));
  at("modes").replaceChildren(...MODES.map((mode) => {
    const made = link(fragmentOf({ ...place, mode }), own(mode), mode === place.mode);
    made.dataset.mode = mode;
    return made;
  }));
}

/** Points out what is open. */
export function pointOutChoice({ choice }: Place): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#choices a")) setCurrent(link, link.hash === `#${choice}`);
}

/** Points out what is done with what is open, and leads to the rest. */
export function pointOutMode(place: Place): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#modes a")) {
    const mode = MODES.find((one) => one === link.dataset.mode)!;
    link.hash = fragmentOf({ ...place, mode });
    setCurrent(link, mode === place.mode);
  }
}

function link(href: string, text: string, current: boolean): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  setCurrent(made, current);
  return made;
}

function setCurrent(link: HTMLAnchorElement, current: boolean): void {
  // On a small screen the links are a row that is pushed along.
  if (current) link.scrollIntoView({ block: "nearest", inline: "center" });
  if (current) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}

function legendRow(look: string, text: string): HTMLElement {
  const row = document.createElement("li");
  row.className = look;
  row.textContent = text;
  return row;
}
