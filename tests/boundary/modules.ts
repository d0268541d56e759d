/** The modules of `dist/wasm`, running, as a page that has them all. */

import { readFileSync } from "node:fs";
import { Engine, initSync as startEngine, type OffsetUnit } from "#engine";
import { Pages, initSync as startPages } from "#pages";
import { Reports, initSync as startReport } from "#report";

export function startModules(unit: OffsetUnit = "utf16"): { engine: Engine; reports: Reports; pages: Pages } {
  const module = (name: string) => readFileSync(new URL(`../../dist/wasm/${name}.wasm`, import.meta.url));
  startEngine({ module: module("engine") });
  startReport({ module: module("report") });
  startPages({ module: module("pages") });
  return { engine: new Engine(unit), reports: new Reports(unit), pages: new Pages(unit) };
}
