/** An element of a page and what stands in it, its open shadow trees included. Counts are Arabic letters. */
export interface Part {
  readonly element: Element;
  readonly tag: string;
  readonly parent: Part | undefined;
  /** Its place in the order of the document, and that of the last part inside it. */
  readonly order: number;
  last: number;
  letters: number;
  /** Of the letters, those inside links. */
  linked: number;
  /** Of the letters, those in paragraphs of running text. */
  running: number;
}

/** A block with fewer letters is a label or a teaser: no evidence of an article. */
const PARAGRAPH_LETTERS = 50;
/** A caption is running text sooner: a gallery has nothing else. */
const CAPTION_LETTERS = 15;
/** A block with a larger share of its letters in links is navigation. */
const PARAGRAPH_LINKED = 0.4;
/** Of a longer text only so much at either end is counted, for the count need not be exact. In UTF-16 units. */
const COUNTED = 128;

const UNMEASURED = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE SVG SELECT TEXTAREA IFRAME OBJECT BUTTON DIALOG".split(" "));
const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP LI MAIN NAV OL P " +
    "PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The elements of a page in document order, measured once. */
export class Outline {
  readonly parts: Part[] = [];
  readonly #of = new Map<Element, Part>();

  constructor(root: Element) {
    this.#read(root, undefined, false);
  }

  of(element: Element): Part | undefined {
    return this.#of.get(element);
  }

  /** `inner` is `outer` or stands in it. */
  static holds(outer: Part, inner: Part): boolean {
    return outer.order <= inner.order && inner.order <= outer.last;
  }

  /** The parts directly inside a part. */
  inside(part: Part): Part[] {
    const inside: Part[] = [];
    for (let order = part.order + 1; order <= part.last; order = this.parts[order]!.last + 1) inside.push(this.parts[order]!);
    return inside;
  }

  #read(element: Element, parent: Part | undefined, inLink: boolean): Part {
    const tag = element.tagName.toUpperCase();
    const part: Part = { element, tag, parent, order: this.parts.length, last: this.parts.length, letters: 0, linked: 0, running: 0 };
    this.parts.push(part);
    this.#of.set(element, part);
    const linked = inLink || tag === "A";
    let own = 0;
    let ownLinked = 0;
    for (const child of childrenOf(element)) {
      if (child.nodeType === Node.TEXT_NODE) {
        const letters = arabicLetters((child as Text).data);
        own += letters;
        if (linked) ownLinked += letters;
      } else if (child.nodeType === Node.ELEMENT_NODE && isMeasured(child as Element)) {
        const inner = this.#read(child as Element, part, linked);
        part.running += inner.running;
        if (BLOCKS.has(inner.tag)) {
          part.letters += inner.letters;
          part.linked += inner.linked;
        } else {
          own += inner.letters;
          ownLinked += inner.linked;
        }
      }
    }
    part.letters += own;
    part.linked += ownLinked;
    part.last = this.parts.length - 1;
    const enough = tag === "FIGCAPTION" ? CAPTION_LETTERS : PARAGRAPH_LETTERS;
    if (isBlock(tag) && own >= enough && ownLinked < own * PARAGRAPH_LINKED) part.running += own;
    return part;
  }
}

/** Custom elements are blocks as far as anybody can tell without asking for styles. */
export function isBlock(tag: string): boolean {
  return BLOCKS.has(tag) || tag.includes("-");
}

/** A host's shadow tree, and what its slots may show. */
function* childrenOf(element: Element): Iterable<Node> {
  if (element.shadowRoot) yield* element.shadowRoot.childNodes;
  yield* element.childNodes;
}

/** Without asking for styles, which a page that is only parsed does not have. */
function isMeasured(element: Element): boolean {
  return !UNMEASURED.has(element.tagName.toUpperCase()) && !element.hasAttribute("hidden") && !HIDDEN.test(element.getAttribute("style") ?? "");
}

function arabicLetters(text: string): number {
  if (text.length <= 2 * COUNTED) return countLetters(text, 0, text.length);
  const counted = countLetters(text, 0, COUNTED) + countLetters(text, text.length - COUNTED, text.length);
  return Math.round((counted / (2 * COUNTED)) * text.length);
}

function countLetters(text: string, start: number, end: number): number {
  let letters = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x620 && unit <= 0x64a) || (unit >= 0x66e && unit <= 0x6d3) || unit >= 0xfb50) letters++;
  }
  return letters;
}
