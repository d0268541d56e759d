import type { Analysis, ArticleDetails, ExportFormat, Locale, Pages } from "../analysis";
import type { WordKey, Words } from "../words";
import { button, element } from "./elements";

/** What is saved. */
export interface Saved {
  /** What writes the file, loaded when it is wanted first; nothing where it cannot be had, which is said by who was asked. */
  readonly pages: () => Promise<Pages | undefined>;
  readonly text: string;
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly details: ArticleDetails;
}

interface FileKind {
  readonly word: WordKey;
  readonly ending: string;
  readonly type: string;
  readonly format?: ExportFormat;
}

/** What an article can be saved as. Without a format: the file that any browser shows without Isnad. */
const KINDS: readonly FileKind[] = [
  { word: "saveHtml", ending: "html", type: "text/html" },
  { word: "saveCsv", ending: "csv", type: "text/csv", format: "csv" },
  { word: "saveMarkdown", ending: "md", type: "text/markdown", format: "markdown" },
  { word: "saveJson", ending: "json", type: "application/json", format: "json" },
  { word: "saveAnnotation", ending: "jsonld", type: "application/ld+json", format: "annotation" },
];

/** The button that unfolds the kinds of file an article can be saved as. */
export function saveMenu(saved: Saved, words: Words): HTMLElement {
  const kinds = KINDS.map(({ word, ending, type, format }) =>
    button(words(word), async () => {
      const { text, analysis, locale } = saved;
      const details = { ...saved.details, date: new Date().toISOString() };
      const pages = await saved.pages();
      const content = format ? pages?.export(text, analysis, format, locale, details) : pages?.reportFile(text, analysis, locale, details);
      if (content !== undefined) saveFile(content, type, fileName(details.title ?? "", ending));
    }),
  );
  return element("details", { class: "save" }, element("summary", {}, words("save")), element("div", { class: "save-kinds" }, ...kinds));
}

/** Has the browser save a file. Nothing is sent anywhere: the address it saves from is of this page. */
export function saveFile(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  element("a", { href: url, download: name }).click();
  // The browser may begin to read after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Words of the title are enough to know a file by. In UTF-16 units. */
const LONGEST_NAME = 60;

export function fileName(title: string, ending: string): string {
  // Cut in the middle of a letter of two units, a name would be none.
  const name = title.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").slice(0, LONGEST_NAME).replace(/^-+|-+$|[\ud800-\udbff]$/g, "");
  return `isnad${name && `-${name}`}.${ending}`;
}
