/** What a page says of its article where no reader looks. */
export interface NamedByPage {
  /** Possible headlines, as letters only. */
  readonly titles: readonly string[];
  /** The article's text as letters only, where the page gives it. */
  readonly body: string | undefined;
}

/** A shorter title may be the site's name. In letters. */
const SHORTEST_TITLE = 10;
/** A shorter text is a summary. In letters. */
const SHORTEST_BODY = 200;
/** More is no data about an article. In UTF-16 units. */
const LONGEST_DATA = 1 << 20;
/** Lists in lists in lists: deeper is nothing that search engines read. */
const DEEPEST = 6;

const SEPARATORS = /[|\u2013\u2014:·«»]| - /;
const TITLES = "meta[property='og:title'], meta[name='twitter:title'], meta[name='title']";

/** Reads a page's title, its metadata and its JSON-LD (schema.org). All of it may be wrong: it only confirms what is on the page. */
export function namedByPage(document: Document): NamedByPage {
  // A title often ends, or begins, with the name of the site.
  const titles = [document.title, ...document.title.split(SEPARATORS), ...[...document.querySelectorAll(TITLES)].map((meta) => meta.getAttribute("content") ?? "")];
  let body: string | undefined;
  for (const script of document.querySelectorAll("script[type='application/ld+json']")) {
    const text = script.textContent ?? "";
    if (text.length > LONGEST_DATA) continue;
    forEachRecord(parse(text), 0, (record) => {
      if (typeof record.headline === "string") titles.push(record.headline);
      if (typeof record.articleBody === "string") body ??= lettersOf(record.articleBody);
    });
  }
  return {
    titles: titles.map(lettersOf).filter((title) => title.length >= SHORTEST_TITLE),
    body: body !== undefined && body.length >= SHORTEST_BODY ? body : undefined,
  };
}

/** A text's letters and digits only: spaces, marks and diacritics differ between a page and what it says of itself. */
export function lettersOf(text: string): string {
  return text.replace(/<[^>]*>|&#?\w+;/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function forEachRecord(value: unknown, depth: number, visit: (record: Record<string, unknown>) => void): void {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>);
  for (const inner of Object.values(value)) forEachRecord(inner, depth + 1, visit);
}
