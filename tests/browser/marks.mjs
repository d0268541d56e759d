/** What is painted on a page, by look, as the page's own script sees it. */
export function painted(driver) {
  return driver.evaluate(() => {
    const words = (range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().replace(/\s+/g, " ");
    };
    const ours = [...CSS.highlights].filter(([key]) => key.startsWith("isnad-"));
    return Object.fromEntries(ours.map(([key, highlight]) => [key.slice("isnad-".length), [...highlight].map(words)]));
  });
}

/** The middle of the first painted range of a look that holds `words`; scrolled into the window. */
export function placeOf(driver, look, words = "") {
  return driver.evaluate(
    (look, words) => {
      for (const range of CSS.highlights.get(`isnad-${look}`)) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (!live.toString().includes(words)) continue;
        range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, right, top, bottom } = live.getClientRects()[0];
        return { x: (left + right) / 2, y: (top + bottom) / 2, left, right, top, bottom };
      }
      return null;
    },
    look,
    words,
  );
}
