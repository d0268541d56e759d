import { runningText } from "../page/find-article";
import { nameIsAround } from "../page/surroundings";

/** A smaller frame is an advertisement, a button or a counter. In CSS pixels. */
const SMALLEST = { width: 240, height: 120 };
/** A frame of another site that shows an article is as high as this at least, and half as wide as the window: advertisements are not both. */
const ARTICLE_HEIGHT = 280;
/** What a frame is allowed when it shows a film. */
const FILM = /fullscreen|autoplay|encrypted-media/;
/** A frame with less running text holds no article. In Arabic letters. */
const FEWEST_LETTERS = 120;

export function isTopFrame(window: Window): boolean {
  return window === window.top;
}

/** Whether a frame of a page may hold an article, or a part of one. */
export function frameHoldsText(document: Document): boolean {
  const window = document.defaultView!;
  if (window.innerWidth < SMALLEST.width || window.innerHeight < SMALLEST.height) return false;
  return !isAround(window) && runningText(document) >= FEWEST_LETTERS;
}

/** Whether a page shows a frame of another origin that looks as if it held text, as far as can be told from outside. */
export function hasFrameBeyondReach(document: Document): boolean {
  return [...document.querySelectorAll("iframe, frame")].some((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    const large = height >= ARTICLE_HEIGHT && width >= document.documentElement.clientWidth / 2;
    const film = frame.hasAttribute("allowfullscreen") || FILM.test(frame.getAttribute("allow") ?? "");
    return large && !film && isOfOtherOrigin(frame as HTMLIFrameElement) && !standsAround(frame);
  });
}

/** A frame that has not begun to load has an empty document of the page's own: its address tells what it will be. */
function isOfOtherOrigin({ contentDocument, src, ownerDocument }: HTMLIFrameElement): boolean {
  if (!contentDocument) return true;
  // What is no address at all leads nowhere.
  const leads = contentDocument.URL === "about:blank" && /^https?:/.test(src) && URL.canParse(src);
  return leads && new URL(src).origin !== ownerDocument.location.origin;
}

/** The frame of a window is for comments or advertisements, as far as its page may be asked. */
function isAround(window: Window): boolean {
  try {
    return standsAround(window.frameElement);
  } catch {
    // The frame is of another origin.
    return false;
  }
}

function standsAround(frame: Element | null): boolean {
  for (let element = frame; element; element = element.parentElement) if (nameIsAround(element)) return true;
  return false;
}
