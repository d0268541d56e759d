/** The line that tells what went wrong. */
export class MessageLine {
  readonly #line: HTMLElement;
  /** What it says, so that it can be said again in the other language. */
  #said: (() => string) | undefined;

  constructor(line: HTMLElement) {
    this.#line = line;
  }

  /** `undefined` takes it away. */
  say(what: (() => string) | undefined): void {
    this.#said = what;
    this.#line.textContent = what?.() ?? "";
    this.#line.hidden = !what;
  }

  /** The interface is in another language. */
  again(): void {
    if (this.#said) this.#line.textContent = this.#said();
  }
}
