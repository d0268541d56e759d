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
    live: root.querySelector("[role=status]") !== null,
    focused: root.activeElement === card,
  };
}
