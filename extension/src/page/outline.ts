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

/** Elements measured between two chances to pause. */
const STRIDE = 64;

/** A part whose children are being measured, and the letters in it that stand in no block of their own. */
interface Open {
  readonly part: Part;
  readonly children: Iterator<Node, void>;
  readonly linked: boolean;
  own: number;
  ownLinked: number;
}

/** The elements of a page in document order, measured once. */
export class Outline {
  readonly parts: Part[] = [];
  readonly #of = new Map<Element, Part>();

  private constructor() {}

  /** Measures a page. Yields where it may pause. */
  static *measuring(root: Element): Generator<undefined, Outline> {
    const outline = new Outline();
    // No recursion: a page may nest deeper than a stack.
    const open = [outline.#open(root, undefined, false)];
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const next = at.children.next();
      if (next.done) {
        open.pop();
        outline.#close(at, open.at(-1));
        continue;
      }
      const child = next.value;
      if (child.nodeType === Node.TEXT_NODE) {
        const letters = arabicLetters((child as Text).data);
        at.own += letters;
        if (at.linked) at.ownLinked += letters;
      } else if (child.nodeType === Node.ELEMENT_NODE && isMeasured(child as Element)) {
        open.push(outline.#open(child as Element, at.part, at.linked));
        if (outline.parts.length % STRIDE === 0) yield;
      }
    }
    return outline;
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

  #open(element: Element, parent: Part | undefined, inLink: boolean): Open {
    const tag = element.tagName.toUpperCase();
    const part: Part = { element, tag, parent, order: this.parts.length, last: this.parts.length, letters: 0, linked: 0, running: 0 };
    this.parts.push(part);
    this.#of.set(element, part);
    return { part, children: childrenOf(element), linked: inLink || tag === "A", own: 0, ownLinked: 0 };
  }

  #close({ part, own, ownLinked }: Open, around: Open | undefined): void {
    part.letters += own;
    part.linked += ownLinked;
    part.last = this.parts.length - 1;
    const enough = part.tag === "FIGCAPTION" ? CAPTION_LETTERS : PARAGRAPH_LETTERS;
    if (isBlock(part.tag) && own >= enough && ownLinked < own * PARAGRAPH_LINKED) part.running += own;
    if (!around) return;
    around.part.running += part.running;
    if (BLOCKS.has(part.tag)) {
      around.part.letters += part.letters;
      around.part.linked += part.linked;
    } else {
      around.own += part.letters;
      around.ownLinked += part.linked;
    }
  }
}

/** Custom elements are blocks as far as anybody can tell without asking for styles. */
export function isBlock(tag: string): boolean {
  return BLOCKS.has(tag) || tag.includes("-");
}

/** A host's shadow tree, and what its slots may show. */
function* childrenOf(element: Element): Generator<Node, void> {
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
