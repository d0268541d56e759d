import type { Analysis, Locale, MarkKind, OffsetUnit } from "./engine.js";

/**
 * A row of the report was chosen: the list, the index in it, the words to show; in a comparison also the article.
 *
 * What else a script can count on in a report's markup: each row (`li`, `tr`) has `data-row` (a `MarkKind`) with
 * `data-key` ("true", "false"; claims and figures), `data-source` (a `SourceType`; claims, and figures that stand in one),
 * `data-type`, `data-certainty`, `data-stance` (claims), `data-label` (the `kind` of figures and officials) and
 * `data-dismissed` if the reader dismissed it. The link in it has `data-kind`, `data-index`, `data-start`, `data-end`.
 */
export type OnSelect = (kind: MarkKind, index: number, start: number, end: number, article?: "a" | "b") => void;
