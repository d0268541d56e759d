import agency from "../samples/agency.txt";
import aid from "../samples/aid.txt";
import economy from "../samples/economy.txt";
import opinion from "../samples/opinion.txt";

/** Articles to begin with, by the name in the address (`#economy`), in the order they are offered. All invented. */
export const SAMPLES = { agency, economy, opinion, aid } as const;

export type SampleName = keyof typeof SAMPLES;

export function isSampleName(name: string): name is SampleName {
  return Object.hasOwn(SAMPLES, name);
}
