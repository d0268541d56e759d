import { JSDOM } from "jsdom";

/** A document of this HTML, with the globals that page code finds in a browser. */
export function page(html: string): Document {
  const { window } = new JSDOM(html);
  const { Node, HTMLSlotElement, StaticRange, ShadowRoot } = window;
  Object.assign(globalThis, { Node, HTMLSlotElement, StaticRange, ShadowRoot, getComputedStyle: window.getComputedStyle.bind(window) });
  return window.document;
}

/** The page's words in a range. */
export function wordsOf(range: StaticRange): string {
  const live = range.startContainer.ownerDocument!.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}
