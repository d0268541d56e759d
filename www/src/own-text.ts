import { at } from "./at";

/** Takes what the reader has brought: `text` out of the form, `file` chosen or dropped anywhere on the page. */
export function listenForOwn(text: (text: string) => void, file: (file: File) => void): void {
  const form = at<HTMLFormElement>("own");
  const field = at<HTMLTextAreaElement>("own-text");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    text(field.value);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const chooser = at<HTMLInputElement>("own-file");
  chooser.addEventListener("change", () => {
    const chosen = chooser.files?.[0];
    if (chosen) file(chosen);
    // The same file may be chosen again after it has changed.
    chooser.value = "";
  });
  listenForDrops(file);
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
