import { lettersOf } from "./named-by-page";
import { Outline, type Part } from "./outline";
import type { Surroundings } from "./surroundings";

const TITLE_TAG = /^H[1-3]$/;
const TITLE_NAME = /title|headline|heading/i;
/** A longer text is no headline. In letters. */
const LONGEST_TITLE = 250;
/** A shorter text may stand in a page's title by chance. In letters. */
const SURE_TITLE = 12;
/** A block between headline and article with fewer letters is a date, a place or a name. */
const STANDFIRST_LETTERS = 28;
const NAMED_STANDFIRST_LETTERS = 12;
const STANDFIRST = /standfirst|subtitle|sub-title|summary|lead|lede|excerpt|intro|deck|description|teaser|abstract/i;
/** A standfirst with more of its letters in links leads elsewhere. */
const MOST_LINKED = 0.5;
/** Farther before the article stands the headline of something else. In elements. */
const FARTHEST = 400;

/** The headline and the standfirst of an article where they stand before its element and behind `after`. */
export function headlineBefore(article: Part, after: Part | undefined, titles: readonly string[], outline: Outline, around: Surroundings): Part[] {
  const isTitle = (part: Part) => isNamedTitle(part, titles);
  const last = Math.min(article.last, article.order + FARTHEST);
  for (let order = article.order; order <= last; order++) {
    const part = outline.parts[order]!;
    if (part.tag === "H1" || isTitle(part)) return [];
  }
  const from = Math.max(after ? after.last + 1 : 0, article.order - FARTHEST);
  const before = outline.parts.slice(from, article.order).filter((part) => part.last < article.order && part.letters > 0 && !around.covers(part));
  const title = before.findLast(isTitle) ?? before.findLast((part) => part.tag === "H1" && !isSiteName(part)) ?? before.findLast((part) => looksLikeTitle(part) && !isSiteName(part));
  if (!title) return [];
  const standfirst = before.filter((part) => part.order > title.last && isStandfirst(part));
  return [title, ...standfirst.filter((part) => !standfirst.some((other) => other !== part && Outline.holds(other, part)))];
}

function looksLikeTitle({ element, tag, letters }: Part): boolean {
  if (letters < SURE_TITLE || letters > LONGEST_TITLE) return false;
  return TITLE_TAG.test(tag) || TITLE_NAME.test(["class", "id", "itemprop"].map((name) => element.getAttribute(name) ?? "").join(" "));
}

/** On older sites the first heading is the way home. */
function isSiteName({ element, letters, linked }: Part): boolean {
  return linked === letters && element.querySelector("a[href='/'], a[rel~=home]") !== null;
}

/** It looks like a headline, and the page's title or metadata has the same words. */
function isNamedTitle(part: Part, titles: readonly string[]): boolean {
  if (titles.length === 0 || !looksLikeTitle(part)) return false;
  const text = lettersOf(part.element.textContent ?? "");
  return text.length >= SURE_TITLE && titles.some((title) => title.startsWith(text) || title.endsWith(text) || text.startsWith(title));
}

function isStandfirst({ element, letters, linked, running }: Part): boolean {
  if (linked > letters * MOST_LINKED) return false;
  const named = STANDFIRST.test(`${element.getAttribute("class") ?? ""} ${element.getAttribute("itemprop") ?? ""}`);
  return running > 0 || letters >= (named ? NAMED_STANDFIRST_LETTERS : STANDFIRST_LETTERS);
}
