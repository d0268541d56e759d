import { at } from "./at";
import type { Mode } from "./place";

/** The article is read with its marks: lesson and worksheet want it without. */
export function hasMarks(mode: Mode): boolean {
  return mode === "read" || mode === "present";
}

/** Shows of the page what a mode needs. */
export function showFor(mode: Mode): void {
  const marked = hasMarks(mode);
  at("reading").hidden = mode === "worksheet";
  at("worksheet").hidden = mode !== "worksheet";
  at("lesson").hidden = mode !== "lesson";
  for (const id of ["report", "legend", "how", "to-report"]) at(id).hidden = !marked;
  document.querySelector<HTMLElement>(".steps")!.hidden = !marked;
}
