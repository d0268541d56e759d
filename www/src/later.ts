/** A part of the page that not every visit needs: it is fetched when it is first asked for. */
export class Later<Part> {
  readonly #bring: () => Promise<Part>;
  #coming: Promise<Part> | undefined;
  #part: Part | undefined;

  constructor(bring: () => Promise<Part>) {
    this.#bring = bring;
  }

  /** Nothing where nobody has asked for it. */
  get here(): Part | undefined {
    return this.#part;
  }

  /** Rejects where it cannot be had; the next call tries again. */
  get(): Promise<Part> {
    this.#coming ??= this.#bring().then(
      (part) => (this.#part = part),
      (problem: unknown) => {
        this.#coming = undefined;
        throw problem;
      },
    );
    return this.#coming;
  }
}
