/** What a person sees of an open card; runs in the page, on the card's shadow root. */
export function describeCard(root) {
  const box = (part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const card = root.querySelector(".card");
  const report = root.querySelectorAll("button").length > 3 ? root.querySelector("button") : null;
  return {
    labels: [...root.querySelectorAll(".label")].map(({ textContent }) => textContent),
    reasons: [...root.querySelectorAll(".why")].map(({ textContent }) => textContent),
    position: root.querySelector(".note").textContent,
    dir: card.dir,
    box: box(card),
    report: report && box(report),
    /** What a screen reader is told politely, without being asked. */
    announced: root.querySelector("[role=status]")?.textContent ?? "",
    /** What it reads when the card takes the keyboard. */
    described: root.getElementById(card.getAttribute("aria-describedby"))?.textContent ?? "",
    /** The name of the button that has the keyboard. */
    button: root.activeElement?.getAttribute("aria-label") ?? null,
    focused: root.activeElement === card,
  };
}
