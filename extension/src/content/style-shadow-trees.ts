import marksCss from "../page/marks.css";
import type { PageText } from "../page/text-map";

/** What a page's own script sees of an object. Firefox gives it to content scripts. */
type Unwrapped<T> = T & { readonly wrappedJSObject?: T };

/**
 * Brings the marks' style into the open shadow trees of a text. Only Firefox wants it: there the `::highlight()` rules of a document
 * end at shadow trees, and a content script can adopt a sheet only by the page's own view of the tree. Returns the way back.
 */
export function styleShadowTrees(document: Document, text: PageText): () => void {
  const window = (document.defaultView as Unwrapped<typeof globalThis> | null)?.wrappedJSObject;
  if (!window) return () => undefined;
  const adopted = [...text.roots()].flatMap((tree) => {
    const sheets = (tree as Unwrapped<ShadowRoot>).wrappedJSObject?.adoptedStyleSheets;
    if (!(tree instanceof ShadowRoot) || !sheets) return [];
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(marksCss);
    sheets.push(sheet);
    return [{ sheets, sheet }];
  });
  return () => {
    for (const { sheets, sheet } of adopted) {
      const at = sheets.indexOf(sheet);
      if (at >= 0) sheets.splice(at, 1);
    }
  };
}
