import init, { Engine } from "#wasm";
import { shiftRanges } from "../join-analyses";
import type { Analyzed } from "../messages";
import type { Analysis, Correction, Locale } from "../analysis";

/** A sentence that goes through every stage of the engine. */
const WARM_UP = "قال وزير المالية سامر الحلبي إن بلاده خصصت نحو 3 ملايين دولار للإغاثة خلال عام 2020.";

/** Fetched and compiled as soon as the worker runs: what wakes it is a click or a marked page, and it has heard of neither yet. */
let compiled: Promise<unknown> | undefined = compile();
compiled.catch(() => undefined);
let engine: Promise<Engine> | undefined;

/** The engine, loaded once in the life of the worker. JavaScript strings are counted in UTF-16. */
export function loadEngine(): Promise<Engine> {
  engine ??= start();
  return engine;
}

function compile(): Promise<unknown> {
  return init({ module_or_path: fetch(chrome.runtime.getURL("isnad_bg.wasm")) });
}

async function start(): Promise<Engine> {
  try {
    await (compiled ??= compile());
    const engine = new Engine("utf16");
    // The first analysis builds the tables of the lexicon: let that be done while the page is read.
    engine.explain(WARM_UP, engine.analyze(WARM_UP), "ar");
    return engine;
  } catch (error) {
    compiled = undefined;
    engine = undefined;
    throw error;
  }
}

/**
 * Analyses the part of a text that starts at `at`, with what the reader has corrected in it, by places in the part. Ranges are moved here
 * rather than in the page, which has other things to do.
 */
export async function analyze(text: string, at: number, locale: Locale, corrections: readonly Correction[]): Promise<Analyzed> {
  const loaded = await loadEngine();
  const analysis = corrected(loaded, text, corrections);
  const explanations = loaded.explain(text, analysis, locale);
  shiftRanges(analysis, at);
  return { at, analysis, explanations };
}

/** Corrections that an older version kept in another way are passed over: the page is marked without them. */
function corrected(engine: Engine, text: string, corrections: readonly Correction[]): Analysis {
  const found = engine.analyze(text);
  if (corrections.length === 0) return found;
  try {
    return engine.correct(text, found, [...corrections]).analysis;
  } catch {
    return found;
  }
}
