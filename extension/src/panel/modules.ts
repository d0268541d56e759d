import startPages, { Pages } from "#pages";
import startReport, { Reports } from "#report";
import { Later } from "../../../www/src/later";

/** What draws the report. Pages are analysed in the background: the panel needs no engine. */
export const reportModule = new Later(async () => {
  await startReport({ module_or_path: "report.wasm" });
  return new Reports("utf16");
});

/** What writes files of it. */
export const pagesModule = new Later(async () => {
  await startPages({ module_or_path: "pages.wasm" });
  return new Pages("utf16");
});
