import init, { Engine } from "#wasm";

let engine: Promise<Engine> | undefined;

/** The panel's own engine, loaded once. */
export function loadEngine(): Promise<Engine> {
  engine ??= init({ module_or_path: "isnad_bg.wasm" }).then(() => new Engine("utf16"));
  return engine;
}
