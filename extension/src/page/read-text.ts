import { atOnce } from "./slices";
import { PageText, type Piece } from "./text-map";

/** What to read: elements in document order, and what inside them does not belong. */
export interface ReadingPlan {
  readonly roots: readonly Element[];
  skips(element: Element): boolean;
}

/** Elements whose text is no running text, whatever the page does with them. */
const UNREAD = new Set(
  ("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO MAP PROGRESS METER DIALOG " +
    "INPUT TEXTAREA SELECT OPTION DATALIST BUTTON RT RP").split(" "),
);

/** A line that ends so is a sentence's end: a single line break after it parts two blocks. */
const ENDS_A_SENTENCE = /[.!؟?…۔:؛»”")\]]\s*$/u;

/** White space that CSS collapses. The no-break space is not among it. */
const COLLAPSIBLE_RUN = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;

/** Nodes read between two chances to pause. */
const STRIDE = 32;

/** An element whose children are being read. */
interface Open {
  readonly children: Iterator<[Node, Node]>;
  readonly inline: boolean;
  readonly visible: boolean;
  readonly keepsLines: boolean;
}

/** Reads the text of a plan at once; see {@link reading}. */
export function readText(plan: ReadingPlan): PageText {
  return atOnce(reading(plan));
}

/**
 * Reads the visible text of a plan's elements, as a reader sees it: inline elements cut nothing, blocks are lines,
 * white space is collapsed, open shadow roots and slots are read where they show. Yields where it may pause.
 */
export function* reading({ roots, skips }: ReadingPlan): Generator<undefined, PageText> {
  const line = new LineBuilder();
  let read = 0;
  for (const root of roots) {
    line.cut();
    // No recursion: a page may nest deeper than a stack.
    const open: Open[] = [];
    const enter = (element: Element, tree: Node) => {
      const entered = enterElement(element, tree, line, skips);
      if (entered) open.push(entered);
    };
    enter(root, root.getRootNode());
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const next = at.children.next();
      if (next.done) {
        if (!at.inline) line.cut();
        open.pop();
        continue;
      }
      const [child, tree] = next.value;
      if (child.nodeType === Node.ELEMENT_NODE) enter(child as Element, tree);
      else if (child.nodeType === Node.TEXT_NODE && at.visible) line.text(child as Text, tree, at.keepsLines);
      if (++read % STRIDE === 0) yield;
    }
  }
  return line.finish();
}

/** What to read in an element; nothing where it is not shown, is no running text or does not belong. */
function enterElement(element: Element, tree: Node, line: LineBuilder, skips: ReadingPlan["skips"]): Open | undefined {
  const tag = element.tagName.toUpperCase();
  if (tag === "BR") {
    line.softBreak();
    return undefined;
  }
  if (UNREAD.has(tag) || isEditable(element) || isFootnoteSign(element, tag) || skips(element)) return line.leaveOut();
  const style = getComputedStyle(element);
  const display = style.display;
  if (isHidden(style, display)) return line.leaveOut();
  const inline = display.startsWith("inline") || display === "contents" || display.startsWith("ruby");
  if (!inline) line.cut();
  const whiteSpace = style.whiteSpace;
  return {
    children: shownChildren(element, tree),
    inline,
    visible: style.visibility === "visible",
    keepsLines: whiteSpace.startsWith("pre") || whiteSpace === "break-spaces",
  };
}

/** The children as they show: a host's shadow tree in place of its own children, a slot's assigned nodes in place of it. */
function* shownChildren(element: Element, tree: Node): Generator<[Node, Node], void> {
  if (element.shadowRoot) {
    for (const child of element.shadowRoot.childNodes) yield [child, element.shadowRoot];
    return;
  }
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    if (assigned.length > 0) {
      for (const child of assigned) yield [child, child.getRootNode()];
      return;
    }
  }
  const closed = element.tagName === "DETAILS" && !(element as HTMLDetailsElement).open;
  for (const child of element.childNodes) if (!closed || (child as Element).tagName === "SUMMARY") yield [child, tree];
}

function isEditable(element: Element): boolean {
  return (element as HTMLElement).isContentEditable === true;
}

/** The raised number of a footnote is no part of the sentence. */
function isFootnoteSign(element: Element, tag: string): boolean {
  return tag === "SUP" && element.querySelector("a[href*='#']") !== null;
}

/** Not shown, or shown to screen readers only by the usual tricks. */
function isHidden(style: CSSStyleDeclaration, display: string): boolean {
  if (display === "none" || style.contentVisibility === "hidden" || style.fontSize === "0px") return true;
  const position = style.position;
  if (position !== "absolute" && position !== "fixed") return false;
  const clipped = style.clip !== "auto" && style.clip !== "" && style.clip.replace(/[^1-9]/g, "").length <= 1;
  return clipped || (style.overflow !== "visible" && (parseFloat(style.width) <= 1 || parseFloat(style.height) <= 1));
}

/** Collects characters into lines and remembers where each came from. */
class LineBuilder {
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  #lineStart = 0;
  /** White space seen and not written yet: it is only written between two words of one line. */
  #space: { node: Text; tree: Node; offset: number } | "break" | undefined;
  #cut = false;
  #leftOut = false;
  #tree: Node | undefined;

  /** Ends the line. */
  cut(): void {
    this.#cut = this.#length > 0;
    this.#space = undefined;
  }

  /** A line break: it parts blocks where the line before ends like a sentence or where two stand together, else it is a space. */
  softBreak(): void {
    if (this.#space === "break" || ENDS_A_SENTENCE.test(this.#parts.at(-1) ?? "")) this.cut();
    else if (this.#length > this.#lineStart && !this.#cut) this.#space = "break";
  }

  /** Something stands here in the page that is not read. */
  leaveOut(): undefined {
    this.#leftOut = true;
  }

  text(node: Text, tree: Node, keepsLines: boolean): void {
    const data = node.data;
    let from = 0;
    for (const run of data.matchAll(COLLAPSIBLE_RUN)) {
      this.#words(node, tree, data, from, run.index);
      if (keepsLines && run[0].includes("\n")) {
        for (const character of run[0]) if (character === "\n") this.softBreak();
      } else this.#whiteSpace(node, tree, run.index);
      from = run.index + run[0].length;
    }
    this.#words(node, tree, data, from, data.length);
  }

  finish(): PageText {
    return new PageText(this.#parts.join(""), this.#pieces);
  }

  /** Words with single spaces between them; a space may stand at either end. */
  #words(node: Text, tree: Node, data: string, start: number, end: number): void {
    if (start < end && data[start] === " ") this.#whiteSpace(node, tree, start++);
    const trailing = start < end && data[end - 1] === " ";
    if (trailing) end--;
    if (start < end) this.#write(node, tree, data, start, end);
    if (trailing) this.#whiteSpace(node, tree, end);
  }

  #whiteSpace(node: Text, tree: Node, offset: number): void {
    if (!this.#cut && this.#length > this.#lineStart) this.#space ??= { node, tree, offset };
  }

  #write(node: Text, tree: Node, data: string, start: number, end: number): void {
    if (this.#cut) {
      this.#put("\n");
      this.#lineStart = this.#length;
    } else if (this.#space === "break") {
      this.#put(" ");
    } else if (this.#space) {
      this.#map(this.#space.node, this.#space.tree, this.#space.offset, 1);
      this.#put(" ");
    }
    this.#space = undefined;
    this.#map(node, tree, start, end - start);
    this.#put(data.slice(start, end));
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #map(node: Text, tree: Node, offset: number, length: number): void {
    const before = this.#pieces.at(-1);
    const adjoins = before?.node === node && before.offset + before.length === offset && before.start + before.length === this.#length;
    if (before && adjoins) {
      before.length += length;
    } else {
      const joined = before !== undefined && !this.#cut && !this.#leftOut && this.#tree === tree;
      this.#pieces.push({ start: this.#length, node, offset, length, joined });
      // Not where a piece only grows: its last space may stand before what was left out.
      this.#leftOut = false;
    }
    this.#cut = false;
    this.#tree = tree;
  }
}
