/**
 * Shows a self-contained HTML file inside the page, with its own style and nothing of the page's: to be looked at and printed without
 * leaving. The file is parsed and never run.
 */
export function showSheet(host: HTMLElement, html: string): void {
  // Taken out before it is parsed: the page's policy forbids style elements, and would say so of one that is never shown.
  const styles: string[] = [];
  const unstyled = html.replace(/<style>([^]*?)<\/style>/g, (_, style: string) => {
    styles.push(style);
    return "";
  });
  const file = new DOMParser().parseFromString(unstyled, "text/html");
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.join("\n"));
  root.adoptedStyleSheets = [sheet];
  const body = document.createElement("div");
  body.className = file.body.className;
  body.lang = file.documentElement.lang;
  body.dir = file.documentElement.dir;
  // A page has one main part, and that is not the sheet in it.
  for (const main of file.querySelectorAll("main")) {
    const part = file.createElement("div");
    part.className = main.className;
    part.append(...main.childNodes);
    main.replaceWith(part);
  }
  body.append(...[...file.body.childNodes].map((node) => document.importNode(node, true)));
  root.replaceChildren(body);
}
