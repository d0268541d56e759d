/** Both modules of `dist/wasm`, running, as a page that has them both. */

import { readFileSync } from "node:fs";
import { Engine, initSync as startEngine, type OffsetUnit } from "#engine";
import { Pages, initSync as startPages } from "#pages";

export function startModules(unit: OffsetUnit = "utf16"): { engine: Engine; pages: Pages } {
  const module = (name: string) => readFileSync(new URL(`../../dist/wasm/${name}.wasm`, import.meta.url));
  startEngine({ module: module("engine") });
  startPages({ module: module("pages") });
  return { engine: new Engine(unit), pages: new Pages(unit) };
}
