import { onOptionsChanged, readOptions, writeOption, type Options } from "../options";
import { directionOf, wordsIn, type WordKey } from "../words";
import { drawSites, listenForSites } from "./sites";

let options = await readOptions();
for (const input of document.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
  input.addEventListener("change", () => void writeOption(input.name as keyof Options, input.value as never));
}
listenForSites(() => wordsIn(options.language));
onOptionsChanged((changed) => {
  options = changed;
  draw();
});
draw();

function draw(): void {
  const words = wordsIn(options.language);
  document.documentElement.lang = options.language;
  document.documentElement.dir = directionOf(options.language);
  document.title = words("options");
  for (const element of document.querySelectorAll<HTMLElement>("[data-words]")) {
    element.textContent = words(element.dataset.words as WordKey);
  }
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
    input.checked = options[input.name as keyof Options] === input.value;
  }
  document.getElementById("version")!.textContent = words("versionAndLicence", { version: chrome.runtime.getManifest().version });
  void drawSites(words);
}
