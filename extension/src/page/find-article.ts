import type { ReadingPlan } from "./read-text";

/** What stands in an element, its open shadow trees included. Counts are Arabic letters. */
interface Measure {
  letters: number;
  /** Of them, those inside links. */
  linked: number;
  /** Of them, those in paragraphs of running text. */
  running: number;
}

/** A block with fewer letters is a label, a caption or a teaser: no evidence of an article. */
const PARAGRAPH_LETTERS = 50;
/** A block with a larger share of its letters in links is navigation. */
const PARAGRAPH_LINKED = 0.4;
const LINK_LIST_LINKED = 0.65;
/** A part that holds this share of the running text is never taken for an addition to the article, whatever its name. */
const TOO_LARGE_TO_SKIP = 0.5;
/** The article is inside a child that holds this share of the running text … */
const HOLDS_THE_ARTICLE = 0.85;
/** … and an element that says it is the article is believed from this share on. */
const MARKED_UP_ARTICLE = 0.4;

const UNMEASURED = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE SVG SELECT TEXTAREA IFRAME OBJECT BUTTON".split(" "));
const AROUND_THE_ARTICLE = new Set("NAV ASIDE FOOTER FORM MENU".split(" "));
const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP LI MAIN NAV OL P " +
    "PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);
const ROLES_AROUND = new Set("navigation complementary contentinfo search banner menu menubar toolbar dialog alert alertdialog tablist".split(" "));

/** Names that sites give to what stands around an article. Whole words of a class or id. */
const NAMES_AROUND = new RegExp(
  "(?:^|[\\s_-])(?:comments?|respond|disqus|related|recommend(?:ed|ations?)?|share|sharing|sharedaddy|social|addtoany|sidebar|breadcrumbs?|newsletter|" +
    "subscri(?:be|ption)|paywall|promo|sponsor(?:ed)?|advert(?:s|isements?|ising)?|ads?|adv|adsbygoogle|outbrain|taboola|menu|navbar|nav|pagination|pager|" +
    "popup|modal|cookies?|consent|trending|popular|mostread|most-read|readmore|read-more|read-also|also-read|see-also|tags|keywords|toolbar|byline|author-box|" +
    "author-bio|copyright|print|ticker|prev[_-]?next|next[_-]?prev|post-navigation)(?=$|[\\s_-])",
  "i",
);

const STANDFIRST = "h2, [itemprop~=description], [itemprop~=alternativeHeadline], [class*=standfirst], [class*=subtitle], [class*=sub-title], " +
  "[class*=summary], [class*=lead], [class*=excerpt], [class*=intro], [class*=deck]";

/**
 * The article of a page: headline, standfirst and body, without menus, advertisements, comments and links to other stories.
 * Decides by where paragraphs of Arabic running text stand; markup that names the article is evidence, its absence is not.
 */
export function findArticle(document: Document): ReadingPlan {
  const measures = new Map<Element, Measure>();
  const body = document.body ?? document.documentElement;
  const total = measure(body, measures).running;
  const skips = (element: Element) => standsAround(element, measures.get(element), total);
  const container = markedUpArticle(document, measures, total, skips) ?? descend(body, measures, skips);
  return { roots: [...headline(document, container, measures, skips), container], skips };
}

/** All text of the page, for the reader who asks for it. */
export function wholePage(document: Document): ReadingPlan {
  return { roots: [document.body ?? document.documentElement], skips: () => false };
}

/** Measures an element and everything in it. */
function measure(element: Element, measures: Map<Element, Measure>, inLink = false): Measure {
  const sum: Measure = { letters: 0, linked: 0, running: 0 };
  let own = 0;
  let ownLinked = 0;
  const linked = inLink || element.tagName === "A";
  for (const child of (element.shadowRoot ?? element).childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const letters = arabicLetters((child as Text).data);
      own += letters;
      if (linked) ownLinked += letters;
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const tag = (child as Element).tagName.toUpperCase();
      if (UNMEASURED.has(tag)) continue;
      const inner = measure(child as Element, measures, linked);
      sum.running += inner.running;
      if (BLOCKS.has(tag)) {
        sum.letters += inner.letters;
        sum.linked += inner.linked;
      } else {
        own += inner.letters;
        ownLinked += inner.linked;
      }
    }
  }
  sum.letters += own;
  sum.linked += ownLinked;
  if (isBlock(element) && own >= PARAGRAPH_LETTERS && ownLinked < own * PARAGRAPH_LINKED) sum.running += own;
  measures.set(element, sum);
  return sum;
}

/** Custom elements are blocks as far as anybody can tell without asking for styles. */
function isBlock(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  return BLOCKS.has(tag) || tag.includes("-");
}

function arabicLetters(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x620 && unit <= 0x64a) || (unit >= 0x66e && unit <= 0x6d3) || unit >= 0xfb50) letters++;
  }
  return letters;
}

function standsAround(element: Element, measured: Measure | undefined, total: number): boolean {
  if (measured && total > 0 && measured.running >= total * TOO_LARGE_TO_SKIP) return false;
  const tag = element.tagName.toUpperCase();
  if (AROUND_THE_ARTICLE.has(tag) || ROLES_AROUND.has(element.getAttribute("role") ?? "")) return true;
  if (tag === "H1") return false;
  // `ShareBar` is `Share-Bar`.
  const name = `${element.getAttribute("class") ?? ""} ${element.id}`.replace(/([a-z])(?=[A-Z])/g, "$1-");
  if (name.length > 1 && NAMES_AROUND.test(name)) return true;
  return isBlock(element) && measured !== undefined && measured.linked > 0 && measured.linked > measured.letters * LINK_LIST_LINKED;
}

/** The element that says it is the article, where it holds enough of the running text. */
function markedUpArticle(document: Document, measures: Map<Element, Measure>, total: number, skips: ReadingPlan["skips"]): Element | undefined {
  for (const selector of ["[itemprop~=articleBody]", "article, [role=article]"]) {
    const candidates = [...document.querySelectorAll(selector)].filter((element) => !isInside(element, skips));
    const running = (element: Element) => measures.get(element)?.running ?? 0;
    const best = candidates.reduce<Element | undefined>((best, one) => (!best || running(one) > running(best) ? one : best), undefined);
    if (best && total > 0 && running(best) >= total * MARKED_UP_ARTICLE) return best;
  }
  return undefined;
}

/** Down from the body, as long as one child holds nearly all of the running text. */
function descend(body: Element, measures: Map<Element, Measure>, skips: ReadingPlan["skips"]): Element {
  let current = body;
  for (;;) {
    const children = [...(current.shadowRoot ?? current).children].filter((child) => !skips(child));
    const running = (element: Element) => measures.get(element)?.running ?? 0;
    const total = children.reduce((sum, child) => sum + running(child), 0);
    const next = children.find((child) => running(child) > 0 && running(child) >= total * HOLDS_THE_ARTICLE);
    const ownText = running(current) - total;
    if (!next || isParagraph(next) || ownText > total * (1 - HOLDS_THE_ARTICLE)) return current;
    current = next;
  }
}

function isParagraph(element: Element): boolean {
  return /^(P|H[1-6]|LI|BLOCKQUOTE|PRE|FIGURE|UL|OL|TR|TBODY)$/.test(element.tagName);
}

/** The headline and the standfirst where they stand before the article's element. */
function headline(document: Document, container: Element, measures: Map<Element, Measure>, skips: ReadingPlan["skips"]): Element[] {
  const stands = (element: Element) => (measures.get(element)?.letters ?? 0) > 0 && !isInside(element, skips) && precedes(element, container);
  if (container.querySelector("h1") || container === document.body) return [];
  const title = [...document.querySelectorAll("h1")].filter(stands).at(-1);
  if (!title) return [];
  const between = [...document.querySelectorAll(STANDFIRST)].filter((element) => stands(element) && precedes(title, element));
  return [title, ...between.filter((element) => !between.some((other) => other !== element && other.contains(element)))];
}

function precedes(first: Element, second: Element): boolean {
  const position = first.compareDocumentPosition(second);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0;
}

function isInside(element: Element, skips: ReadingPlan["skips"]): boolean {
  for (let at: Element | null = element; at && at !== element.ownerDocument.body; at = at.parentElement) if (skips(at)) return true;
  return false;
}
