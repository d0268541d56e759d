import init, { __wbg_reset_state as dropInstance, Engine } from "#engine";
import { shiftRanges } from "../join-analyses";
import type { Analyzed, Request } from "../messages";
import type { Correction, Locale, Marked } from "../analysis";

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
  return init({ module_or_path: fetch(chrome.runtime.getURL("engine.wasm")) });
}

async function start(): Promise<Engine> {
  try {
    await (compiled ??= compile());
    const engine = new Engine("utf16");
    // The first analysis builds the tables of the lexicon: let that be done while the page is read.
    engine.mark(WARM_UP, "ar", []);
    return engine;
  } catch (error) {
    compiled = undefined;
    engine = undefined;
    throw error;
  }
}

/**
 * Analyses a part of a text, with what the reader has corrected in the whole of it. Ranges are moved here rather than in the page, which has
 * other things to do.
 */
export async function analyze(
  { text, at, locale }: Request & { type: "analyze" },
  corrections: readonly Correction[] | Promise<readonly Correction[]>,
): Promise<Analyzed> {
  const reading = Promise.resolve(corrections);
  // A text that cannot be marked fails before they are there.
  reading.catch(() => undefined);
  const engine = await loadEngine();
  // Seldom has a reader corrected anything: that is not waited for.
  const uncorrected = mark(engine, text, locale, []);
  const corrected = correctionsIn(await reading, at, text.length);
  const { analysis, explanations } = corrected.length > 0 ? mark(await loadEngine(), text, locale, corrected) : uncorrected;
  shiftRanges(analysis, at);
  return { at, analysis, explanations };
}

/** The corrections of a part of a text, by places in the part. */
function correctionsIn(corrections: readonly Correction[], at: number, length: number): Correction[] {
  return corrections.filter(({ start }) => at <= start && start < at + length).map((correction) => ({ ...correction, start: correction.start - at, end: correction.end - at }));
}

/** Corrections that an older version kept in another way are passed over: the page is marked without them. */
function mark(engine: Engine, text: string, locale: Locale, corrections: Correction[]): Marked {
  try {
    return engine.mark(text, locale, corrections);
  } catch (error) {
    if (isTrap(error)) startAnew();
    if (isTrap(error) || corrections.length === 0) throw error;
    return engine.mark(text, locale, []);
  }
}

/** The engine's own errors are plain: these are of the machine that runs it, out of memory or of stack, or stopped by a fault. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/** What a trap leaves behind may be half done: the next text gets a new instance. */
function startAnew(): void {
  dropInstance();
  engine = undefined;
}
