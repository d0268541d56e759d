type Child = Node | string;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes (`true` for one without a value, `false` or `undefined` for none) and what stands in it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** A button with its text and what it does. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** A choice among values with its label. */
export function choice<Value extends string>(
  label: string,
  values: readonly (readonly [Value, string])[],
  chosen: Value,
  changed: (value: Value) => void,
): HTMLLabelElement {
  const select = element("select", {}, ...values.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  select.addEventListener("change", () => changed(select.value as Value));
  return element("label", { class: "choice" }, element("span", {}, label), select);
}
