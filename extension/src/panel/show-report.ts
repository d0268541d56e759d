import init, { Engine } from "#wasm";
import type { MarkedPage } from "../messages";
import type { Language } from "../words";
import { showInTab } from "./active-tab";

let engine: Promise<Engine> | undefined;

/** Puts the report of a marked page into `container`; its rows go to their marks in the page. */
export async function showReport(container: HTMLElement, page: MarkedPage, tabId: number, language: Language): Promise<void> {
  engine ??= init({ module_or_path: "isnad_bg.wasm" }).then(() => new Engine("utf16"));
  (await engine).mountReport(container, page.text, page.analysis, language, (kind, index, start) => {
    void showInTab(tabId, { type: "show", kind, index, start });
  });
}
