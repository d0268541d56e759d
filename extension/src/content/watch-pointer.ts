import type { CardOpener } from "./card-opener";

/** How long the pointer rests on a mark before its card opens: passing over text opens nothing. In milliseconds. */
const REST = 280;
/** How long the pointer may be on its way from the mark to the card. */
const AWAY = 350;

/** Opens and closes cards as the pointer rests and leaves; on touch screens, at a tap. Returns the way to stop. */
export function watchPointer(document: Document, cards: CardOpener): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  const moved = (event: PointerEvent) => {
    // A pressed button selects text or drags.
    if (!event.isTrusted || event.pointerType !== "mouse" || event.buttons !== 0) return;
    if (cards.owns(event.target)) {
      clearTimeout(timer);
      return;
    }
    const { clientX, clientY } = event;
    later(() => {
      if (cards.openAt(clientX, clientY)) return;
      if (cards.isOpen) later(() => cards.dismiss(), AWAY - REST);
    }, REST);
  };
  const tapped = (event: PointerEvent) => {
    if (!event.isTrusted || cards.owns(event.target)) return;
    const onLink = event.target instanceof Element && event.target.closest("a[href], button, input, label, summary") !== null;
    if (onLink || event.pointerType === "mouse" || !cards.openAt(event.clientX, event.clientY)) cards.dismiss();
  };

  document.addEventListener("pointermove", moved, { passive: true, capture: true });
  document.addEventListener("click", tapped, { passive: true, capture: true });
  return () => {
    clearTimeout(timer);
    document.removeEventListener("pointermove", moved, { capture: true });
    document.removeEventListener("click", tapped, { capture: true });
  };
}
