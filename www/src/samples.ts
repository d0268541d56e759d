import agency from "../samples/agency.txt";
import aid from "../samples/aid.txt";
import economy from "../samples/economy.txt";
import live from "../samples/live.txt";
import opinion from "../samples/opinion.txt";
import portCritical from "../samples/port-critical.txt";
import portState from "../samples/port-state.txt";
import science from "../samples/science.txt";

/**
 * Articles to begin with, by the name in the address (`#economy`), in the order they are offered: each in a style of its own, the two of
 * the port about one event. All invented.
 */
export const SAMPLES = { agency, economy, opinion, aid, science, live, portState, portCritical } as const;

export type SampleName = keyof typeof SAMPLES;

export function isSampleName(name: string): name is SampleName {
  return Object.hasOwn(SAMPLES, name);
}
