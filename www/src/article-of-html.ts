import { findArticle } from "../../extension/src/page/find-article";

/** Elements that come along, without their attributes; of any other only what stands in it does. */
const KEPT = new Set(
  ("ARTICLE B BLOCKQUOTE BR DD DIV DL DT EM FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HEADER HGROUP I LI MAIN OL P PRE Q S SECTION SMALL SPAN STRONG SUB SUP " +
    "TABLE TBODY TD TFOOT TH THEAD TR U UL").split(" "),
);
/** Elements that stay behind with everything in them. */
const LEFT_OUT = new Set(
  ("AUDIO BUTTON CANVAS DATALIST DIALOG EMBED FRAME FRAMESET HEAD IFRAME INPUT LINK MAP MATH META NOSCRIPT OBJECT OPTION PICTURE PROGRESS RP RT SCRIPT " +
    "SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO").split(" "),
);
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * The article of a saved page, as a clean copy: text and the elements that shape it, no attributes, nothing that loads or runs.
 * The page is parsed without being shown, so its scripts never run.
 */
export function articleOfHtml(html: string, document: Document): DocumentFragment {
  const page = new DOMParser().parseFromString(html, "text/html");
  const plan = findArticle(page);
  const article = document.createDocumentFragment();
  for (const root of plan.roots) {
    // What stands inside one root is read there, and two roots never run into one line.
    const part = document.createElement(/^H[1-6]$/.test(root.tagName) ? root.tagName : "div");
    copyChildren(root, part, plan.skips);
    article.append(part);
  }
  return article;
}

/** Without recursion, for a saved page may nest deeper than a stack: each entry is a node to copy and where the copy goes. */
function copyChildren(root: Element, into: Element, skips: (element: Element) => boolean): void {
  const document = into.ownerDocument;
  const open: [Node, Element][] = [...root.childNodes].reverse().map((child) => [child, into]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    if (node.nodeType === Node.TEXT_NODE) {
      parent.append((node as Text).data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (LEFT_OUT.has(tag) || isHidden(element) || skips(element)) continue;
      const target = KEPT.has(tag) ? document.createElement(tag) : parent;
      if (target !== parent) parent.append(target);
      for (const child of [...element.childNodes].reverse()) open.push([child, target]);
    }
  }
}

/** Without a window there are no styles to ask, but pages say most of it in the element. */
function isHidden(element: Element): boolean {
  return element.hasAttribute("hidden") || HIDDEN.test(element.getAttribute("style") ?? "");
}
