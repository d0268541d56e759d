import type { Options } from "../options";
import { findingArticle, wholePage } from "../page/find-article";
import { reading, type ReadingPlan } from "../page/read-text";
import { inSlices } from "../page/slices";
import { PageText } from "../page/text-map";
import { addressOf } from "./watch-address";

/** What was read, from which elements, at which address. */
export interface Article {
  readonly text: PageText;
  readonly roots: readonly Element[];
  readonly address: string;
}

/** Of a page, or a frame, that is not read as it stands. */
export function nothingRead(document: Document): Article {
  return { text: new PageText("", []), roots: [], address: addressOf(document.location) };
}

/** Finds the article of a page, or takes the whole page where the reader wants that, and reads it. Nothing where it is no longer wanted. */
export async function readArticle(document: Document, given: Options | Promise<Options>, isWanted: () => boolean): Promise<Article | undefined> {
  const plan = await planFor(document, given);
  if (!isWanted()) return undefined;
  const address = addressOf(document.location);
  const text = await inSlices(reading(plan));
  return isWanted() ? { text, roots: plan.roots, address } : undefined;
}

/** The article is looked for while the options are read: seldom they ask for another text. */
async function planFor(document: Document, options: Options | Promise<Options>): Promise<ReadingPlan> {
  const known = options instanceof Promise ? undefined : options.text;
  const article = known === "page" ? undefined : await inSlices(findingArticle(document));
  return article && (known ?? (await options).text) !== "page" ? article : wholePage(document);
}
