/** Each is fetched when it is first looked at. */
const TEXTS = {
  agency: () => import("../samples/agency.txt"),
  economy: () => import("../samples/economy.txt"),
  opinion: () => import("../samples/opinion.txt"),
  aid: () => import("../samples/aid.txt"),
  science: () => import("../samples/science.txt"),
  live: () => import("../samples/live.txt"),
  portState: () => import("../samples/port-state.txt"),
  portCritical: () => import("../samples/port-critical.txt"),
} as const;

export type SampleName = keyof typeof TEXTS;

/**
 * Articles to begin with, by the name in the address (`#economy`), in the order they are offered: each in a style of its own, the two of
 * the port about one event. All invented.
 */
export const SAMPLES = Object.keys(TEXTS) as readonly SampleName[];

export function isSampleName(name: string): name is SampleName {
  return Object.hasOwn(TEXTS, name);
}

/** The text of a sample: its headline, then a paragraph a line. */
export async function sampleText(name: SampleName): Promise<string> {
  return (await TEXTS[name]()).default;
}
