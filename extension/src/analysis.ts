export type { ArticleDetails, ComparedArticle, ExportFormat, LessonEntry, Pages } from "#pages";
export type { Reports } from "#report";
export type {
  Analysis,
  Change,
  Claim,
  Correction,
  Digits,
  Engine,
  Explanations,
  Figure,
  Language,
  Locale,
  Marked,
  Official,
  Range,
  SourceType,
} from "#engine";
