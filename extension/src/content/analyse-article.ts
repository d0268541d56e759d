import type { Options } from "../options";
import { JoinedAnalysis, partsOf } from "../join-analyses";
import type { Analyzed } from "../messages";
import { localeOf } from "../words";
import type { Article } from "./read-article";
import { tell } from "./tell";

/** Has the text of a page analysed part by part, again and again as it changes. */
export class Analyst {
  /** The analyses of the parts of the text, by their words: a part that has not changed is not analysed again. */
  #known = new Map<string, Analyzed>();
  #effort = 0;

  /** How long the last analysis took, in milliseconds. */
  get effort(): number {
    return this.#effort;
  }

  /** Another language or a correction changes the analysis of the same words. */
  forget(): void {
    this.#known.clear();
  }

  /** `null` where the engine failed, nothing where the analysis is no longer wanted. `show` has the first of several parts while the others are analysed. */
  async analyse({ text, address }: Article, options: Options, show: (first: JoinedAnalysis) => Promise<unknown>, isWanted: () => boolean): Promise<JoinedAnalysis | null | undefined> {
    let effort = 0;
    const known = new Map<string, Analyzed>();
    const joined = new JoinedAnalysis();
    const parts = partsOf(text.text);
    for (const part of parts) {
      const asked = performance.now();
      const analyzed = this.#known.get(part.text) ?? (await tell<Analyzed | null>({ type: "analyze", text: part.text, at: part.start, locale: localeOf(options), address }));
      effort += performance.now() - asked;
      if (!isWanted()) return undefined;
      if (!analyzed) return null;
      known.set(part.text, analyzed);
      joined.add(part.start, analyzed);
      if (part.start === 0 && parts.length > 1) await show(joined);
    }
    this.#known = known;
    this.#effort = effort;
    return joined;
  }
}
