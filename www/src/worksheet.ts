import type { Pages } from "../../extension/src/analysis";
import { button, choice, element } from "../../extension/src/reader/elements";
import { fileName, saveFile } from "../../extension/src/reader/save-menu";
import { localeOf } from "../../extension/src/words";
import type { PageWords } from "./interface-words";
import type { Shown } from "./reader";
import { showSheet } from "./sheet";

/** Which of them. */
type Kind = "both" | "blank" | "key";

/** Pages to print for a class, with the instructor's own questions; shown as they will be printed. */
export class Worksheet {
  readonly #pages: Pages;
  readonly #container: HTMLElement;
  #questions = "";
  #kind: Kind = "both";
  #standard = true;

  constructor(pages: Pages, container: HTMLElement) {
    this.#pages = pages;
    this.#container = container;
  }

  open(shown: Shown, title: string, words: PageWords): void {
    const sheet = element("div", { class: "sheet" });
    const html = () =>
      this.#pages.worksheet(shown.text.text, shown.analysis, localeOf(shown.options), {
        title,
        questions: this.#questions.split("\n").map((line) => line.trim()).filter(Boolean),
        standard: this.#standard,
        pages: this.#kind,
      });
    const draw = () => showSheet(sheet, html());

    const questions = element("textarea", { rows: 4, id: "questions", dir: "auto" });
    questions.value = this.#questions;
    questions.addEventListener("input", () => {
      this.#questions = questions.value;
      draw();
    });
    const standard = element("input", { type: "checkbox", checked: this.#standard });
    standard.addEventListener("change", () => {
      this.#standard = standard.checked;
      draw();
    });
    const kinds = [["both", words.own("pagesBoth")], ["blank", words.own("pagesBlank")], ["key", words.own("pagesKey")]] as const;
    this.#container.replaceChildren(
      element("form", { class: "sheet-form" },
        element("label", { for: "questions" }, words.own("ownQuestions")),
        questions,
        element("label", { class: "check" }, standard, words.own("standardQuestions")),
        choice<Kind>(words.own("pages"), kinds, this.#kind, (kind) => {
          this.#kind = kind;
          draw();
        }),
        element("div", { class: "actions" },
          button(words.own("print"), () => print(), { class: "primary" }),
          button(words.own("saveSheet"), () => saveFile(html(), "text/html", fileName(title, "worksheet.html")))),
      ),
      sheet,
    );
    draw();
  }

  close(): void {
    this.#container.replaceChildren();
  }
}
