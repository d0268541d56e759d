import { headlineBefore } from "./headline";
import { lettersOf, namedByPage } from "./named-by-page";
import { Outline, type Part } from "./outline";
import type { ReadingPlan } from "./read-text";
import { atOnce } from "./slices";
import { nameIsAround, Surroundings } from "./surroundings";

/** The article is inside a part that holds this share of the running text … */
const HOLDS_THE_ARTICLE = 0.85;
/** … or this share and the headline. */
const HOLDS_WITH_HEADLINE = 0.5;
/** Parts that say they are the article are believed from this share of the running text on. */
const MARKED_UP_ARTICLE = 0.4;
/** Beside the longest article another one counts that has this share of its length, or the same name. */
const ANOTHER_ARTICLE = 0.3;
/** What articles stand in is read whole where it holds little more than they do: the opening of a live blog, say. */
const LITTLE_MORE = 1.3;
/** How much of either end of the text that the page gives of itself has to stand in its place. In letters. */
const CONFIRMED_END = 60;

/** Names that sites give to an article's text. */
const BODY_NAMES =
  /(?:^|[\s_-])(?:(?:article|story|post|news|entry|single|node|content|details?)[_-]*(?:body|content|text|details?|txt)|field-name-body|body-text|wysiwyg)(?=$|[\s_-])/i;

/** What says that an element is the article, the surest first. */
const SAYS_ARTICLE: readonly ((element: Element) => boolean)[] = [
  (element) => element.matches("[itemprop~=articleBody]"),
  (element) => element.matches("article, [role=article]"),
  (element) => BODY_NAMES.test(`${element.getAttribute("class") ?? ""} ${element.id}`),
];
/** Blocks of running text: nothing inside them is the article. */
const PARAGRAPH = /^(?:P|H[1-6]|LI|BLOCKQUOTE|PRE|FIGURE|FIGCAPTION|UL|OL)$/;

/**
 * The article of a page, or its articles: headline, standfirst and body, without menus, advertisements, comments and links to other
 * stories. Decides by where paragraphs of Arabic running text stand; markup that names the article is evidence, its absence is not.
 */
export function findArticle(document: Document): ReadingPlan {
  return atOnce(findingArticle(document));
}

/** The same, yielding where it may pause. */
export function* findingArticle(document: Document): Generator<undefined, ReadingPlan> {
  const outline = yield* Outline.measuring(document.body ?? document.documentElement);
  const around = yield* Surroundings.judging(outline);
  if (isFrontPage(outline, around)) return { roots: [document.body], skips: nameIsAround };
  const { titles, body } = namedByPage(document);
  const articles = markedUpArticles(outline, around) ?? confirmedBy(body, outline) ?? [descend(outline, around)];
  yield;
  const roots = articles.flatMap((article, i) => [...headlineBefore(article, articles[i - 1], titles, outline, around), article]);
  return { roots: roots.map(({ element }) => element), skips: (element) => around.isAround(element) };
}

/** All text of the page, for the reader who asks for it. */
export function wholePage(document: Document): ReadingPlan {
  return { roots: [document.body ?? document.documentElement], skips: () => false };
}

/** A page that has nothing but ways to other stories: these are what there is to read. */
function isFrontPage({ parts }: Outline, around: Surroundings): boolean {
  const teasers = parts.filter((part) => part.letters > 0 && around.covers(part) && around.isTeaser(part));
  return teasers.length > 0 && parts.every((part) => part.running === 0 || !part.parent || around.covers(part) || teasers.some((teaser) => Outline.holds(part, teaser)));
}

/** How much running text a page has, in Arabic letters: little of it is no article. */
export function runningText(document: Document): number {
  return atOnce(Outline.measuring(document.body ?? document.documentElement)).parts[0]!.running;
}

/** The parts that say they are the article, where they hold enough of the running text. */
function markedUpArticles(outline: Outline, around: Surroundings): Part[] | undefined {
  const total = runningIn(outline.parts[0]!, outline, around);
  const containers = outline.parts.filter((part) => part.parent && !PARAGRAPH.test(part.tag));
  const found = SAYS_ARTICLE.map((says) => outermost(containers.filter((part) => says(part.element) && isShown(part.element) && !around.covers(part))));
  for (const candidates of found) {
    const others = candidates.filter((part) => around.isTeaser(part));
    const best = longest(candidates.filter((part) => !others.includes(part)));
    if (!best || (total > 0 && best.running === 0)) continue;
    const articles = candidates.filter((part) => !others.includes(part) && isKin(part, best));
    const held = articles.reduce((sum, part) => sum + part.running, 0);
    if (held < total * MARKED_UP_ARTICLE) continue;
    if (articles.length === 1) return articles;
    const common = commonPart(articles);
    const whole = runningIn(common, outline, around) <= held * LITTLE_MORE && !others.some((part) => Outline.holds(common, part));
    return whole && common.parent ? [common] : articles;
  }
  return undefined;
}

/** Running text without what stands around. */
function runningIn(part: Part, outline: Outline, around: Surroundings): number {
  let running = part.running;
  for (let order = part.order + 1; order <= part.last; order++) {
    const inner = outline.parts[order]!;
    if (!around.has(inner)) continue;
    running -= inner.running;
    order = inner.last;
  }
  return running;
}

function outermost(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  for (const part of parts) if (!kept.length || !Outline.holds(kept.at(-1)!, part)) kept.push(part);
  return kept;
}

function longest(parts: readonly Part[]): Part | undefined {
  const size = ({ running, letters }: Part) => running * 1000 + letters;
  return parts.reduce<Part | undefined>((best, part) => (!best || size(part) > size(best) ? part : best), undefined);
}

function isKin(part: Part, best: Part): boolean {
  return part === best || part.running >= best.running * ANOTHER_ARTICLE || (part.letters > 0 && nameOf(part) === nameOf(best));
}

/** Its tag and its first class, which posts of one kind share; numbers tell one post from another. */
function nameOf({ tag, element }: Part): string {
  return `${tag} ${element.classList[0]?.replace(/\d+/g, "") ?? ""}`;
}

function commonPart(parts: readonly Part[]): Part {
  let common = parts[0]!;
  while (common.parent && !parts.every((part) => Outline.holds(common, part))) common = common.parent;
  return common;
}

/** The innermost part that holds both ends of the text that the page gives as its article's. */
function confirmedBy(body: string | undefined, outline: Outline): Part[] | undefined {
  if (body === undefined) return undefined;
  const [start, end] = [body.slice(0, CONFIRMED_END), body.slice(-CONFIRMED_END)];
  const holds = ({ element, running }: Part) => {
    if (running === 0) return false;
    const text = lettersOf(element.textContent ?? "");
    return text.includes(start) && text.includes(end);
  };
  let found: Part | undefined;
  let next: Part | undefined = outline.parts[0]!;
  if (!holds(next)) return undefined;
  while (next && !PARAGRAPH.test(next.tag)) {
    found = next;
    next = outline.inside(next).find(holds);
  }
  return found?.parent && [found];
}

/** Down from the body, as long as one part holds nearly all of the running text. */
function descend(outline: Outline, around: Surroundings): Part {
  const title = outline.parts.find((part) => part.tag === "H1" && !around.covers(part));
  let current = outline.parts[0]!;
  for (;;) {
    const inside = outline.inside(current).filter((part) => !around.has(part) && part.running > 0);
    const held = inside.map((part) => [part, runningIn(part, outline, around)] as const);
    const total = held.reduce((sum, [, running]) => sum + running, 0);
    const enough = (part: Part, running: number) =>
      running >= total * HOLDS_THE_ARTICLE || (running >= total * HOLDS_WITH_HEADLINE && title !== undefined && Outline.holds(part, title));
    const next = held.find(([part, running]) => running > 0 && enough(part, running))?.[0];
    const ownText = runningIn(current, outline, around) - total;
    if (!next || PARAGRAPH.test(next.tag) || ownText > total * (1 - HOLDS_THE_ARTICLE)) return current;
    current = next;
  }
}

/** False for the copy of an article that a page keeps for other windows or for print. */
function isShown(element: Element): boolean {
  return !element.isConnected || typeof element.checkVisibility !== "function" || element.ownerDocument.defaultView === null || element.checkVisibility();
}
