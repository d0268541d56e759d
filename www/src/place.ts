import { isSampleName, SAMPLES, type SampleName } from "./samples";

/** What is open: a sample, the reader's own text, the page that the extension has opened this one for, or two articles. */
export type Choice = SampleName | "own" | "page" | "compare";

/** What is done with an article. */
export const MODES = ["read", "lesson", "present", "worksheet"] as const;
export type Mode = (typeof MODES)[number];

/** What is open and what is done with it, as the address's fragment says, `#aid/lesson`: so going back works. */
export interface Place {
  readonly choice: Choice;
  readonly mode: Mode;
}

/** `fallback` is open where the fragment names nothing. */
export function placeIn(fragment: string, fallback: Choice): Place {
  const [name = "", mode] = fragment.slice(1).split("/");
  return {
    choice: name === "own" || name === "compare" || isSampleName(name) ? name : fallback,
    mode: MODES.find((one) => one === mode) ?? "read",
  };
}

export function fragmentOf({ choice, mode }: Place): string {
  return `#${choice}/${mode}`;
}

/** What can be opened, in the order it is offered. */
export function choicesWith(page: boolean): Choice[] {
  return [...(page ? ["page" as const] : []), ...SAMPLES, "own", "compare"];
}
