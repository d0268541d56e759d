import { FILTER_PORT, type MarkedPage, type Order } from "../messages";
import { parseOrder } from "../parse-orders";
import { EVERYTHING, validFilter, type Filter } from "../reader/filter";

type Of<Type extends Order["type"]> = Order & { readonly type: Type };

/** What a page does at an order. Where another frame may have an answer, this one keeps silent: `undefined`. */
export interface Obedient {
  isRunning(): boolean | undefined;
  result(): MarkedPage | undefined;
  step(order: Of<"step">): boolean | undefined;
  show(order: Of<"show">): boolean | undefined;
  /** The answer of these is that they have been carried out. */
  follow(order: Of<"follow">): Promise<void> | undefined;
  corrected(): Promise<void> | undefined;
  /** The panel shows other things; all of it again when it is gone. */
  filterBy(filter: Filter): void;
}

/** Hears what the background and the panel order. */
export function hearOrders(page: Obedient): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
    const order = sender.id === chrome.runtime.id ? parseOrder(message) : undefined;
    const result = order && obey(page, order);
    if (result instanceof Promise) {
      void result.then(() => answer(true));
      return true;
    }
    if (result !== undefined) answerIfPossible(answer, result);
    return undefined;
  });
  // A connection and no message: it ends with the panel, however that goes.
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== FILTER_PORT || port.sender?.id !== chrome.runtime.id) return;
    port.onMessage.addListener((filter: unknown) => page.filterBy(validFilter(filter)));
    port.onDisconnect.addListener(() => page.filterBy(EVERYTHING));
  });
}

function obey(page: Obedient, order: Order): MarkedPage | boolean | Promise<void> | undefined {
  switch (order.type) {
    case "isRunning":
      return page.isRunning();
    case "result":
      return page.result();
    case "step":
      return page.step(order);
    case "show":
      return page.show(order);
    case "follow":
      return page.follow(order);
    case "corrected":
      return page.corrected();
  }
}

/** Browsers pass no more than 64 MB on: the analysis of several books is none then. */
function answerIfPossible(answer: (value: unknown) => void, result: unknown): void {
  try {
    answer(result);
  } catch {
    answer(null);
  }
}
