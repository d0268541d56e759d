import type { Pages } from "#pages";
import type { Engine } from "../../extension/src/analysis";
import { at } from "./at";
import type { ComparedPage, Comparison } from "./compare";
import { Later } from "./later";
import type { Lesson } from "./lesson/lesson";
import { fetched } from "./modules";
import type { Mode } from "./place";
import type { Presentation } from "./present";
import type { Worksheet } from "./worksheet";

export interface PartsEvents {
  /** The presentation was closed. */
  presented(): void;
  /** What saves and prints, for the lesson; nothing where it cannot be had, which is said. */
  pagesToSave(): Promise<Pages | undefined>;
}

/** What is done with an article but to read it. Not every visit needs it, so that it comes when it is asked for. */
export class Parts {
  readonly pages: Later<Pages>;
  readonly lesson: Later<Lesson>;
  readonly presentation: Later<Presentation>;
  readonly worksheet: Later<Worksheet>;
  readonly comparison: Later<Comparison>;
  /** Counts what is opened: a part that comes later may come too late. */
  #turn = 0;

  constructor(engine: Engine, incoming: readonly ComparedPage[], { presented, pagesToSave }: PartsEvents) {
    const tools = () => import("./tools");
    this.pages = new Later(async () => {
      const { default: load, Pages } = await import("#pages");
      await load(fetched("pages"));
      return new Pages("utf16");
    });
    this.lesson = new Later(async () => new (await tools()).Lesson(pagesToSave, at("lesson"), at("article")));
    this.presentation = new Later(async () => new (await tools()).Presentation(at<HTMLDialogElement>("present"), presented));
    this.worksheet = new Later(async () => new (await tools()).Worksheet(await this.pages.get(), at("worksheet")));
    this.comparison = new Later(async () => new (await tools()).Comparison(engine, await this.pages.get(), at("compare"), incoming));
  }

  /** Closes what is not for a mode; what was on its way comes too late. */
  enter(mode: Mode): void {
    this.#turn++;
    if (mode !== "lesson") this.lesson.here?.close();
    if (mode !== "worksheet") this.worksheet.here?.close();
    if (mode !== "present") this.presentation.here?.close();
  }

  closeAll(): void {
    this.#turn++;
    for (const part of [this.lesson, this.worksheet, this.presentation, this.comparison]) part.here?.close();
  }

  /** Gives a part to `open` as soon as it is there, unless something else has been opened meanwhile. Throws where it cannot be had and is still wanted. */
  async use<Part>(later: Later<Part>, open: (part: Part) => void | Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    try {
      const part = later.here ?? (await later.get());
      if (turn === this.#turn) await open(part);
    } catch (problem) {
      if (turn === this.#turn) throw problem;
      console.error(problem);
    }
  }
}
