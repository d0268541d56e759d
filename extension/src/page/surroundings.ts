import { isBlock, Outline, type Part } from "./outline";

/** A part that holds this share of the running text is not taken for an addition because of its name or its heading. */
const TOO_LARGE_TO_SKIP = 0.5;
/** A block with a larger share of its letters in links is a list of links. */
const LINK_LIST_LINKED = 0.65;
/** Several of these side by side lead to other stories; a longer one may be a story itself. In letters of running text. */
const TEASER_LETTERS = 250;
const FEWEST_TEASERS = 3;
/** A heading longer than that is one of the story's own. In UTF-16 units. */
const LONGEST_SIGN = 40;

/** Parts judged between two chances to pause. */
const STRIDE = 64;

const TAGS = new Set("NAV ASIDE FOOTER FORM MENU AMP-AD AMP-EMBED AMP-SIDEBAR AMP-CONSENT AMP-STICKY-AD".split(" "));
const ROLES = new Set("navigation complementary contentinfo search banner menu menubar toolbar dialog alertdialog tablist".split(" "));

/** Names of what readers or other stories say: left out however much it is. Whole words of a class or an id. */
const NEVER_THE_ARTICLE = words("comments?|comment[_-]?list|respond|disqus|fb-comments|cookies?|consent|gdpr|newsletter|outbrain|taboola|adsbygoogle");

/** Names that sites give to what stands around an article. Whole words of a class or an id. */
const NAMES = words(
  "related|recommend(?:ed|ations?)?|share|sharing|sharedaddy|social|addtoany|sidebar|breadcrumbs?|subscri(?:be|ption)|paywall|promo|sponsor(?:ed)?|" +
    "advert(?:s|isements?|ising)?|ads?|adv|advt|dfp|gpt|menu|navbar|nav|pagination|pager|popup|modal|trending|popular|most[_-]?read|most[_-]?viewed|read[_-]?more|" +
    "read[_-]?also|also[_-]?read|see[_-]?also|you[_-]?may|more[_-]?(?:news|stories)|latest[_-]?news|tags?[_-]?(?:list|cloud)|tags|keywords|toolbar|byline|author-(?:box|bio)|copyright|" +
    "print[_-]?(?:button|link|icon|only)|ticker|breaking[_-]?news|prev[_-]?next|next[_-]?prev|post-navigation|skip[_-]?link",
);

/** Headings that sites put over what stands around an article, without diacritics. */
const SIGNS = new RegExp(
  "^(?:(?:إ|ا)قرأ(?:وا)? (?:أيضا|المزيد|كذلك)|اقرؤوا أيضا|شاهد(?:وا)? أيضا|(?:مواضيع|موضوعات|أخبار|مقالات|قصص|تقارير|مواد|روابط) (?:ذات صلة|متعلقة|مرتبطة|مشابهة|أخرى)|" +
    "ذات صلة|المزيد(?: من.*)?|(?:ال)?أكثر (?:قراءة|مشاهدة|تداولا|شيوعا|تعليقا)|(?:ال)?تعليقات.*|آراء القراء|أضف تعليق.*|اترك (?:تعليق|رد).*|" +
    "شارك(?: .*)?|(?:ال)?كلمات (?:ال)?(?:مفتاحية|دلالية)|(?:ال)?وسوم|(?:آخر|أحدث) الأخبار|اشترك.*|النشرة البريدية|قد (?:يهمك|يعجبك).*|اخترنا لك(?:م)?|مختارات|إعلان(?:ات)?)$",
);
/** Of them, those that never stand over an article, however much is under them. */
const SURE_SIGNS = /^(?:(?:ال)?تعليقات|آراء القراء|أضف تعليق|اترك (?:تعليق|رد)|اشترك|(?:مواضيع|موضوعات|أخبار|مقالات) (?:ذات صلة|متعلقة|مشابهة))/;
const DIACRITICS = /[\u064b-\u0652\u0670\u0640]/g;

const STORY = "h1, [itemprop~=headline], [itemprop~=articleBody]";
const HEADING_LINK = "h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5";

/** Tells what stands around the articles of a page: menus, advertisements, comments, ways to other stories. */
export class Surroundings {
  readonly #outline: Outline;
  readonly #total: number;
  readonly #known = new Map<Part, boolean>();

  private constructor(outline: Outline) {
    this.#outline = outline;
    this.#total = outline.parts[0]!.running;
  }

  /** Judges every part. Yields where it may pause. */
  static *judging(outline: Outline): Generator<undefined, Surroundings> {
    const around = new Surroundings(outline);
    for (const part of outline.parts) {
      around.has(part);
      if (part.order % STRIDE === 0) yield;
    }
    return around;
  }

  /** The element itself is around; what it stands in does not count. */
  isAround(element: Element): boolean {
    const part = this.#outline.of(element);
    return part ? this.has(part) : nameIsAround(element);
  }

  has(part: Part): boolean {
    let known = this.#known.get(part);
    if (known === undefined) this.#known.set(part, (known = this.#judge(part)));
    return known;
  }

  /** The part or one it stands in is around. */
  covers(part: Part): boolean {
    for (let at: Part | undefined = part; at?.parent; at = at.parent) if (this.has(at)) return true;
    return false;
  }

  /** A way to another story: its heading is a link, with a line or two of text at most. */
  isTeaser({ element, tag, running, last, order }: Part): boolean {
    if (last === order || tag === "P") return false;
    return running < TEASER_LETTERS && element.querySelector(HEADING_LINK) !== null && element.querySelector("h1") === null;
  }

  #judge(part: Part): boolean {
    const { element, tag, letters, linked, running } = part;
    if (tag === "H1" || !part.parent) return false;
    const name = nameOf(element);
    const sign = isBlock(tag) ? this.#signOver(part) : "";
    if (NEVER_THE_ARTICLE.test(name) || SURE_SIGNS.test(sign) || this.#isTeaserList(part)) return element.querySelector(STORY) === null;
    if (this.#total > 0 && running >= this.#total * TOO_LARGE_TO_SKIP) return false;
    if (TAGS.has(tag) || ROLES.has(element.getAttribute("role") ?? "") || NAMES.test(name) || SIGNS.test(sign)) return true;
    return isBlock(tag) && linked > 0 && linked > letters * LINK_LIST_LINKED;
  }

  /** The short heading that a part begins with, alone in its line, as plain letters; else nothing. */
  #signOver(part: Part): string {
    if (part.last === part.order) return "";
    let first = this.#outline.parts[part.order + 1]!;
    for (;;) {
      const inner: Part | undefined = first.last > first.order ? this.#outline.parts[first.order + 1] : undefined;
      if (!inner || (first.letters !== part.letters && inner.letters !== first.letters)) break;
      first = inner;
    }
    if (first.letters === 0 || first.letters === part.letters || first.letters > LONGEST_SIGN || first.tag === "A") return "";
    const text = first.element.textContent?.replace(DIACRITICS, "").replace(/[\s:：.…!|]+/g, " ").trim() ?? "";
    return text.length <= LONGEST_SIGN ? text : "";
  }

  #isTeaserList(part: Part): boolean {
    const inside = this.#outline.inside(part);
    if (inside.length < FEWEST_TEASERS) return false;
    const teasers = inside.filter((one) => this.isTeaser(one)).length;
    return teasers >= FEWEST_TEASERS && teasers * 2 > inside.length;
  }
}

/** An element says so itself: what can be told without measuring. */
export function nameIsAround(element: Element): boolean {
  const name = nameOf(element);
  return TAGS.has(element.tagName.toUpperCase()) || NEVER_THE_ARTICLE.test(name) || NAMES.test(name);
}

/** An element's names in small letters and parted: `ShareBar` is `share-bar`. */
function nameOf(element: Element): string {
  const name = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return name.length > 1 ? name.replace(/([a-z])(?=[A-Z])/g, "$1-") : "";
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${alternatives})(?=$|[\\s_-])`, "i");
}
