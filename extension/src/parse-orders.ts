import type { Order } from "./messages";
import type { MarkKind } from "./page/marks";
import { count, flag, oneOf, variants, type Schema } from "./schema";

/** What a page's script is told to do, or `undefined`. */
export const parseOrder: Schema<Order> = variants<Order>({
  step: { by: (value) => (value === 1 || value === -1 ? value : undefined), around: flag },
  isRunning: {},
  follow: { running: flag, topLeads: flag },
  show: { kind: oneOf<MarkKind>({ claim: true, figure: true, official: true }), index: count, start: count },
  corrected: {},
  result: {},
});
