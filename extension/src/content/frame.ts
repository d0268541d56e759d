import { runningText } from "../page/find-article";
import { nameIsAround } from "../page/surroundings";

/** A smaller frame is an advertisement, a button or a counter. In CSS pixels. */
const SMALLEST = { width: 240, height: 120 };
/** A frame with less running text holds no article. In Arabic letters. */
const FEWEST_LETTERS = 120;

export function isTopFrame(window: Window): boolean {
  return window === window.top;
}

/** Whether a frame of a page may hold an article, or a part of one. */
export function frameHoldsText(document: Document): boolean {
  const window = document.defaultView!;
  if (window.innerWidth < SMALLEST.width || window.innerHeight < SMALLEST.height) return false;
  return !standsAround(window) && runningText(document) >= FEWEST_LETTERS;
}

/** A frame for comments or advertisements, as far as its page may be asked. */
function standsAround(window: Window): boolean {
  try {
    for (let element: Element | null = window.frameElement; element; element = element.parentElement) if (nameIsAround(element)) return true;
  } catch {
    // The frame is of another origin.
  }
  return false;
}
