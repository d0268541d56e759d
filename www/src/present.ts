import type { Analysis, Range } from "../../extension/src/analysis";
import type { Mark } from "../../extension/src/page/marks";
import { button, element } from "../../extension/src/reader/elements";
import { directionOf, formatCount } from "../../extension/src/words";
import type { PageWords } from "./interface-words";
import type { Shown } from "./reader";

/** The type of a long sentence gets smaller in such steps, down to a part that is read from the last row still. */
const STEP = 0.05;
const SMALLEST = 0.6;

/** Shows one mark at a time in type that is read from the last row, over the whole screen where the browser allows it. */
export class Presentation {
  readonly #dialog: HTMLDialogElement;
  #shown: Shown | undefined;
  #words: PageWords | undefined;
  #at = 0;

  constructor(dialog: HTMLDialogElement, closed: () => void) {
    this.#dialog = dialog;
    // It has the keyboard where nothing in it has: a click on a slide, or a button that the next slide has replaced.
    dialog.tabIndex = -1;
    dialog.addEventListener("keydown", (event) => this.#onKeyDown(event));
    new ResizeObserver(() => this.#fit()).observe(dialog);
    dialog.addEventListener("close", () => {
      // Where the whole screen was never had there is nothing to leave.
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
      closed();
    });
    // Escape leaves the whole screen before the dialog hears of it: once is enough to come back.
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement && dialog.open) dialog.close();
    });
  }

  open(shown: Shown, words: PageWords): void {
    const again = this.#shown?.text === shown.text;
    this.#shown = shown;
    this.#words = words;
    if (!again) this.#at = 0;
    this.#at = Math.min(this.#at, Math.max(shown.marks.length - 1, 0));
    this.#draw();
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    // Only a person's click may ask for the whole screen; an address that leads here gets the window.
    if (navigator.userActivation?.isActive) void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  close(): void {
    if (this.#dialog.open) this.#dialog.close();
  }

  #go(to: number): void {
    this.#at = Math.max(0, Math.min(to, this.#shown!.marks.length - 1));
    const hadFocus = (document.activeElement as HTMLElement | null)?.dataset.step;
    this.#draw();
    (this.#dialog.querySelector<HTMLElement>(`[data-step="${hadFocus}"]`) ?? this.#dialog).focus();
  }

  #draw(): void {
    const { marks, analysis, explanations, text, options } = this.#shown!;
    const words = this.#words!;
    const count = (number: number) => formatCount(number, options.digits);
    const close = button("✕", () => this.close(), { class: "close", title: words.shared("close"), "aria-label": words.shared("close") });
    const mark = marks[this.#at];
    this.#dialog.ariaLabel = words.own("present");
    if (!mark) {
      this.#dialog.replaceChildren(close, element("p", { class: "slide-why" }, words.own("nothingToPresent")));
      return;
    }
    const lists = { claim: explanations.claims, figure: explanations.figures, official: explanations.officials };
    const line = mark.looks.at(-1) ?? "";
    const step = (name: "previous" | "next", by: 1 | -1) =>
      button(words.own(name === "next" ? "nextSlide" : "previousSlide"), () => this.#go(this.#at + by), { "data-step": name, "aria-disabled": String(marks[this.#at + by] === undefined) });
    this.#dialog.replaceChildren(
      element("div", { class: "slide-top" }, element("p", { class: `slide-kind ${mark.kind} ${line}` }, kindOf(mark, analysis, words)), close),
      element("div", { class: "slide", role: "status" },
        element("blockquote", { class: `slide-text ${mark.kind} ${line}`, lang: "ar", dir: "rtl" }, ...piecesOf(mark, analysis, text.text)),
        element("p", { class: "slide-why", dir: directionOf(options.language) }, lists[mark.kind][mark.index] ?? ""),
      ),
      element("div", { class: "slide-steps" }, step("previous", -1), element("output", {}, words.shared("position", { number: count(this.#at + 1), count: count(marks.length) })), step("next", 1)),
    );
    this.#fit();
  }

  /** What is scrolled away is not seen by a class. */
  #fit(): void {
    const slide = this.#dialog.querySelector<HTMLElement>(".slide");
    for (let size = 1; slide && size >= SMALLEST; size -= STEP) {
      slide.style.setProperty("--fit", size.toFixed(2));
      if (slide.scrollHeight <= slide.clientHeight) break;
    }
  }

  /** The keys of presenters and the space bar too; in Arabic the next slide is to the left. */
  #onKeyDown(event: KeyboardEvent): void {
    const forward = directionOf(this.#shown!.options.language) === "rtl" ? "ArrowLeft" : "ArrowRight";
    const onButton = (event.target as Element).closest("button") !== null;
    const last = this.#shown!.marks.length - 1;
    const to: Record<string, number> = {
      [forward]: this.#at + 1,
      [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: this.#at - 1,
      ArrowDown: this.#at + 1,
      ArrowUp: this.#at - 1,
      PageDown: this.#at + 1,
      PageUp: this.#at - 1,
      Home: 0,
      End: last,
      ...(onButton ? {} : { " ": this.#at + 1 }),
    };
    if (to[event.key] === undefined) return;
    event.preventDefault();
    this.#go(to[event.key]!);
  }
}

function kindOf({ kind, index }: Mark, analysis: Analysis, { shared }: PageWords): string {
  if (kind === "figure") return shared("figure");
  if (kind === "official") return shared("officialMark");
  const { level, attribution } = analysis.claims[index]!;
  return `${shared(level === 2 ? "keyClaim" : "claim")} · ${shared(attribution.source_type)}`;
}

/** The sentence of a mark in pieces: the mark itself, in it the words that name the source and those that attribute. */
function piecesOf(mark: Mark, analysis: Analysis, text: string): (Node | string)[] {
  const sentence = analysis.sentences.findLast(({ start }) => start <= mark.start) ?? mark;
  const whole: Range = { start: Math.min(sentence.start, mark.start), end: Math.max(mark.end, Math.min(sentence.end, text.length)) };
  const attribution = mark.kind === "claim" ? analysis.claims[mark.index]!.attribution : undefined;
  const official = mark.kind === "official" ? analysis.officials[mark.index]!.mentions.find(({ start }) => start === mark.start) : undefined;
  const named: [Range | null | undefined, string][] = [[mark, "is-mark"], [attribution?.source, "is-source"], [attribution?.cue, "is-cue"], [official?.office, "is-source"]];
  const layers = named.filter((layer): layer is [Range, string] => layer[0] != null);
  const edges = new Set([whole.start, whole.end, ...layers.flatMap(([{ start, end }]) => [start, end])]);
  const cuts = [...edges].filter((edge) => whole.start <= edge && edge <= whole.end).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1]!;
    const classes = layers.filter(([range]) => range.start <= start && end <= range.end).map(([, name]) => name);
    const words = text.slice(start, end);
    return classes.length > 0 ? element("span", { class: classes.join(" ") }, words) : words;
  });
}
