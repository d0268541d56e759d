import init, { Engine } from "#wasm";
import type { Analyzed } from "../messages";
import type { Language } from "../words";

/** A sentence that goes through every stage of the engine. */
const WARM_UP = "قال وزير المالية سامر الحلبي إن بلاده خصصت نحو 3 ملايين دولار للإغاثة خلال عام 2020.";

let engine: Promise<Engine> | undefined;

/** The engine, loaded once in the life of the worker. JavaScript strings are counted in UTF-16. */
export function loadEngine(): Promise<Engine> {
  engine ??= start();
  return engine;
}

async function start(): Promise<Engine> {
  try {
    await init({ module_or_path: fetch(chrome.runtime.getURL("isnad_bg.wasm")) });
    const engine = new Engine("utf16");
    // The first analysis builds the tables of the lexicon: let that be done while the page is read.
    engine.explain(WARM_UP, engine.analyze(WARM_UP), "ar");
    return engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

export async function analyze(text: string, language: Language): Promise<Analyzed> {
  const loaded = await loadEngine();
  const analysis = loaded.analyze(text);
  return { analysis, explanations: loaded.explain(text, analysis, language) };
}
