/** So much of an article is put into the page at a time: a longer task would block it. In UTF-16 units. */
const AT_A_TIME = 60_000;

/**
 * Puts an article into the page block by block, so that the page stays awake; false when it was stopped before the end.
 * `progress` hears how much is there, from 0 to 1.
 */
export async function layOut(article: DocumentFragment, into: Element, progress: (share: number) => void, stop: AbortSignal): Promise<boolean> {
  const whole = article.textContent?.length ?? 0;
  into.replaceChildren();
  if (whole <= AT_A_TIME) {
    into.append(article);
    return true;
  }
  let done = 0;
  while (article.firstChild) {
    const part = document.createDocumentFragment();
    for (let size = 0; size < AT_A_TIME && article.firstChild; ) {
      size += article.firstChild.textContent?.length ?? 0;
      done += article.firstChild.textContent?.length ?? 0;
      part.append(article.firstChild);
    }
    into.append(part);
    progress(done / whole);
    await new Promise((resolve) => setTimeout(resolve));
    if (stop.aborted) return false;
  }
  return true;
}
