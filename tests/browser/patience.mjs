/**
 * How long tests wait for what has to come. No test depends on how fast a machine is: whoever waits, waits for a state, and these limits are
 * only reached when it never comes.
 */

/** For one state, in milliseconds. */
export const PATIENCE = 60_000;
/** For a browser to start, or for a whole page to load beside much else. In milliseconds. */
export const LONG_PATIENCE = 120_000;
/** For all tests of a file in one browser. In milliseconds. */
export const WHOLE_SUITE = 900_000;

/** Waits until `check` passes; then its result, or its last error when it never does. */
export async function eventually(check, patience = PATIENCE) {
  for (const end = Date.now() + patience; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
