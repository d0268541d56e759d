import { version } from "#engine";
import type { Options } from "../../extension/src/options";
import { button, element } from "../../extension/src/reader/elements";
import type { WordKey } from "../../extension/src/words";
import type { PageWord, PageWords } from "./interface-words";

/** Each option with its choices and what it does. */
const SETTINGS = [
  { name: "tinted", word: "tinted", hint: "tintedHint", values: ["few", "key", "all"] },
  { name: "digits", word: "digits", hint: "digitsHint", values: ["latn", "arab"] },
] as const satisfies readonly { name: keyof Options; word: WordKey; hint: WordKey; values: readonly WordKey[] }[];

/** Fills the box of the settings: each says what it does, and takes effect at once. */
export function drawSettings(box: HTMLDialogElement, options: Options, { own, shared }: PageWords, keep: <Name extends keyof Options>(name: Name, value: Options[Name]) => void): void {
  const fields = SETTINGS.map(({ name, word, hint, values }) => {
    const radios = values.map((value) => {
      const radio = element("input", { type: "radio", name, value, checked: options[name] === value });
      radio.addEventListener("change", () => keep(name, value as never));
      return element("label", {}, radio, " ", shared(value));
    });
    return element("fieldset", {}, element("legend", {}, shared(word)), element("p", { class: "hint" }, shared(hint)), ...radios);
  });
  fill(box, own("settings"), own("done"), ...fields);
}

const ABOUT: readonly (readonly [PageWord, PageWord])[] = [
  ["aboutWhat", "aboutWhatText"],
  ["aboutPrivacy", "aboutPrivacyText"],
  ["aboutLimits", "aboutLimitsText"],
  ["aboutLicence", "aboutLicenceText"],
];

export function drawAbout(box: HTMLDialogElement, { own }: PageWords): void {
  const parts = ABOUT.flatMap(([title, text]) => [element("h3", {}, own(title)), element("p", {}, own(text))]);
  fill(box, own("brand"), own("done"), element("p", { class: "hint" }, own("version", { number: version() })), ...parts);
}

function fill(box: HTMLDialogElement, title: string, done: string, ...content: HTMLElement[]): void {
  box.ariaLabel = title;
  box.replaceChildren(element("h2", {}, title), ...content, element("div", { class: "actions" }, button(done, () => box.close(), { class: "primary" })));
}
