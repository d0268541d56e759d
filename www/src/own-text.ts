import { articleOfText } from "./article-of-text";
import { at } from "./at";
import { LONGEST_TEXT } from "./longest-text";
import type { FileRefusal } from "./read-file";

/** What the reader has brought, as an article; `key` is its text, or that of its file. */
export interface Own {
  readonly key: string;
  readonly article: () => DocumentFragment;
}

export interface OwnEvents {
  brought(own: Own): void;
  /** A file is not read; the largest that is has so many megabytes. */
  refused(refusal: FileRefusal, megabytes: number): void;
}

/** Takes what the reader brings: a text in the form, a file chosen or dropped anywhere on the page. */
export function listenForOwn({ brought, refused }: OwnEvents): void {
  const form = at<HTMLFormElement>("own");
  const field = at<HTMLTextAreaElement>("own-text");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    brought(ownText(field.value));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const open = async (file: File) => {
    const { LARGEST_FILE, readFile } = await import("./read-file");
    const content = await readFile(file);
    if ("refusal" in content) return refused(content.refusal, LARGEST_FILE / 2 ** 20);
    if (content.kind === "html") return brought(await ownPage(content.text));
    field.value = content.text.length <= LONGEST_TEXT ? content.text : "";
    brought(ownText(content.text));
  };
  const chooser = at<HTMLInputElement>("own-file");
  chooser.addEventListener("change", () => {
    const chosen = chooser.files?.[0];
    if (chosen) void open(chosen);
    // The same file may be chosen again after it has changed.
    chooser.value = "";
  });
  listenForDrops((file) => void open(file));
}

function ownText(text: string): Own {
  return { key: text, article: () => articleOfText(text, document) };
}

async function ownPage(html: string): Promise<Own> {
  const { articleOfHtml } = await import("./article-of-html");
  return { key: html, article: () => articleOfHtml(html, document) };
}

function listenForDrops(drop: (file: File) => void): void {
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    drop(file);
  });
}
