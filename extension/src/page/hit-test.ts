import type { Range } from "../analysis";
import { marksAt, type Mark } from "./marks";
import type { PagePoint, PageText } from "./text-map";

/** The marks under a point of the window (CSS pixels), the innermost first. */
export function marksUnder(x: number, y: number, text: PageText, marks: readonly Mark[], document: Document): Mark[] {
  const point = textPointAt(x, y, text, document);
  const offset = point && text.offsetOf(point);
  return offset === undefined ? [] : marksAt(marks, offset);
}

/** The character under a point. A caret goes to the nearest text, so the character's own box decides. */
function textPointAt(x: number, y: number, text: PageText, document: Document): PagePoint | undefined {
  const shadowRoots = [...text.roots()].filter((root) => root instanceof ShadowRoot);
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return undefined;
  const node = caret.offsetNode as Text;
  // The caret stands before or behind the character, whichever is nearer.
  return [caret.offset, caret.offset - 1]
    .filter((offset) => offset >= 0 && offset < node.length)
    .map((offset) => ({ node, offset }))
    .find((point) => characterBoxes(point).some((box) => contains(box, x, y)));
}

function characterBoxes({ node, offset }: PagePoint): DOMRect[] {
  const range = node.ownerDocument.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return [...range.getClientRects()];
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
}

/** The boxes of a mark's lines in the window (CSS pixels). */
export function boxesOf(mark: Range, text: PageText): DOMRect[] {
  return text.ranges(mark.start, mark.end).flatMap((range) => {
    const live = range.startContainer.ownerDocument!.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return [...live.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  });
}
