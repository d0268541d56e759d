/**
 * What a browser or a frame may never answer is waited for so long, in milliseconds: long enough for a slow machine, short enough for a reader who has
 * clicked.
 */
const LONGEST = 5000;

/** The answer, or nothing if none comes. */
export function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST, undefined))]);
}
