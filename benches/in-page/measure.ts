/** Runs in the benchmark's page: the very code of the content script, with the engine beside it, and the clock of the browser. */
import init, { Engine } from "#engine";
import { findArticle } from "../../extension/src/page/find-article";
import { JoinedAnalysis, partsOf } from "../../extension/src/join-analyses";
import { marksOf, type Mark } from "../../extension/src/page/marks";
import { Painter } from "../../extension/src/page/paint";
import { readText } from "../../extension/src/page/read-text";
import type { PageText } from "../../extension/src/page/text-map";

export interface Measured {
  scan: number;
  analyse: number;
  paint: number;
  /** Wrapping the same words in `<mark>` instead, with the layout that follows. */
  wrap: number | null;
  marks: number;
  mutations: { plain: number; painted: number; wrapped: number | null };
  /** Of the engine, in megabytes. */
  memory: number;
}

const MUTATIONS = 2000;
const MOST_RUNS = 25;
/** In milliseconds. */
const LONG_ENOUGH = 1000;
const MOST_WRAPPED = 20_000;

let engine: Engine;
let memory: WebAssembly.Memory;

async function load(): Promise<void> {
  ({ memory } = await init({ module_or_path: "engine.wasm" }));
  engine = new Engine("utf16");
}

/** Measures on the page that is shown. Times in milliseconds. What is painted waits for the frame that shows it, up to 16 ms. */
async function measure(): Promise<Measured> {
  const plain = await mutate();
  const warm = readText(findArticle(document)).text.slice(0, 20_000);
  engine.mark(warm, "ar", []);
  const [scan, text] = await typical(() => readText(findArticle(document)));
  const [analyse, marks] = await typical(() => analyzed(text));
  const painter = new Painter();
  const [paint] = await timed(() => painter.paint(text, marks), true);
  const painted = await mutate();
  painter.clear();
  const result = { scan, analyse, paint, marks: marks.length, memory: memory.buffer.byteLength / 1e6 };
  // Minutes, beyond.
  if (marks.length > MOST_WRAPPED) return { ...result, wrap: null, mutations: { plain, painted, wrapped: null } };
  const [wrap] = await timed(() => wrapAll(text, marks), true);
  return { ...result, wrap, mutations: { plain, painted, wrapped: await mutate() } };
}

function analyzed(text: PageText): Mark[] {
  const joined = new JoinedAnalysis();
  for (const part of partsOf(text.text)) joined.add(part.start, { at: 0, ...engine.mark(part.text, "ar", []) });
  return marksOf(joined.analysis, "few");
}

/** What extensions did before highlights: an element around every run of text. From the end, for every wrapping splits a node. */
function wrapAll(text: PageText, marks: readonly Mark[]): void {
  for (const { start, end } of marks.filter(({ kind }) => kind === "claim").reverse()) {
    for (const range of text.ranges(start, end).reverse()) {
      if (range.startContainer !== range.endContainer) continue;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      live.surroundContents(document.createElement("mark"));
    }
  }
}

/** A page at work: paragraphs come, change and go. */
async function mutate(): Promise<number> {
  const article = document.querySelector("article")!;
  const [time] = await timed(() => {
    for (let i = 0; i < MUTATIONS; i++) {
      const p = document.createElement("p");
      p.textContent = `فقرة ${i}`;
      article.append(p);
      p.firstChild!.nodeValue += " تتغير";
      p.remove();
    }
  }, true);
  return time;
}

/** The median of some runs, fewer of long ones. */
async function typical<Result>(work: () => Result): Promise<[number, Result]> {
  const times: number[] = [];
  for (const start = performance.now(); ; ) {
    const [time, result] = await timed(work);
    times.push(time);
    if (times.length < MOST_RUNS && performance.now() - start < LONG_ENOUGH) continue;
    return [times.sort((a, b) => a - b)[times.length >> 1]!, result];
  }
}

/** With `shown`, until the frame that shows it has been laid out. */
async function timed<Result>(work: () => Result, shown = false): Promise<[number, Result]> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const start = performance.now();
  const result = work();
  if (shown) await new Promise<void>((resolve) => requestAnimationFrame(() => resolve())).then(() => document.body.getBoundingClientRect());
  return [performance.now() - start, result];
}

/** Watches how long the page is kept from its own work: the longest time between two turns of its event loop. */
function watchTurns(): () => number {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let going = true;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) port2.postMessage(0);
  };
  port2.postMessage(0);
  return () => {
    going = false;
    return longest;
  };
}

Object.assign(globalThis, { load, measure, watchTurns });
