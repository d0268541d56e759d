import type { Analysis, Locale, MarkKind, OffsetUnit, Range, SourceType } from "./engine.js";
import type { OnSelect } from "./report.js";

/** What is known of an article beside its text. */
export interface ArticleDetails {
  title?: string | null;
  address?: string | null;
  /** When it was read, ISO 8601 (`Date.toISOString()`). */
  date?: string | null;
  /** What a student marked in a lesson, for exports. */
  lesson?: LessonEntry[] | null;
}

/** One place of a lesson: what a student marked, or what the student left out. */
export interface LessonEntry extends Range {
  mark: MarkKind;
  /** The mark of the analysis it met or missed; `null` for an extra. */
  index?: number | null;
  outcome: "hit" | "miss" | "extra";
  /** Who says it, by the student. */
  source_type?: SourceType | null;
}

/** CSV opens in spreadsheets, JSON has everything, Markdown is to be read, `annotation` is W3C Web Annotation (JSON-LD). */
export type ExportFormat = "csv" | "json" | "markdown" | "annotation";

/** One of two articles to be compared. */
export interface ComparedArticle {
  text: string;
  /** Of `text`, in the engine's unit. */
  analysis: Analysis;
  title?: string | null;
}

/** What a worksheet holds. */
export interface WorksheetOptions {
  title?: string | null;
  /** The instructor's own questions. */
  questions?: string[] | null;
  /** Whether the standard questions are asked too; they are unless this is `false`. */
  standard?: boolean | null;
  /** The pages for students, those with the answers, or both (which is the default). */
  pages?: "blank" | "key" | "both" | null;
}
