import init, { Pages } from "#pages";

let pages: Promise<Pages> | undefined;

/** What draws and saves the report, loaded once. Pages are analysed in the background: the panel needs no engine. */
export function loadPages(): Promise<Pages> {
  pages ??= init({ module_or_path: "pages.wasm" }).then(() => new Pages("utf16"));
  return pages;
}
