/** How long a page may be kept from its own work at a time: half of a frame. In milliseconds. */
const SLICE = 7;

/** Does work that yields now and then, a slice at a time, so that the page never waits for the whole of it. */
export async function inSlices<Result>(work: Generator<undefined, Result>, rest: () => Promise<void> = letThePageWork): Promise<Result> {
  for (let end = performance.now() + SLICE; ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await rest();
    end = performance.now() + SLICE;
  }
}

/** Does the same work without a pause. */
export function atOnce<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Until the page has had its turn. `scheduler.yield` would not do: what goes on after it comes before all that the page has waiting. */
function letThePageWork(): Promise<void> {
  return scheduler.postTask(() => undefined);
}
