/** Bundles the extension for both browsers: `dist/chromium` and `dist/firefox`. Wants `dist/wasm`. */
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { BROWSERS, manifestFor } from "./manifest.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(await readFile(`${ROOT}package.json`, "utf8"));

/** Pages with a script, a style sheet and a document each. */
const PAGES = ["panel", "options", "notice"];

for (const browser of BROWSERS) {
  const out = `${ROOT}dist/${browser}/`;
  await rm(out, { recursive: true, force: true });
  await mkdir(`${out}icons`, { recursive: true });
  await Promise.all([bundleModules(browser, out), bundleContent(browser, out), bundleReadingStyle(browser, out), copyFiles(browser, out)]);
}

/** The background and the extension's own pages: modules. */
async function bundleModules(browser, out) {
  await build({
    ...settings(browser),
    format: "esm",
    entryPoints: [
      { in: `${HERE}src/background/main.ts`, out: "background" },
      ...PAGES.map((page) => ({ in: `${HERE}src/${page}/${page}.ts`, out: page })),
      { in: `${HERE}src/reading/reading.ts`, out: "reading" },
    ],
    outdir: out,
  });
}

/** The style of the page that needs no installation: a sheet with all that it imports, and no text as in scripts. */
async function bundleReadingStyle(browser, out) {
  await build({ ...settings(browser), loader: {}, entryPoints: [{ in: `${ROOT}www/style.css`, out: "reading" }], outdir: out });
}

/**
 * Content scripts cannot be modules: classic scripts. They are parsed in every page, so that they are written as short as can be; a source
 * map, which pages do not load, keeps them readable.
 */
async function bundleContent(browser, out) {
  const entryPoints = { content: `${HERE}src/content/main.ts`, always: `${HERE}src/content/always.ts` };
  await build({ ...settings(browser), format: "iife", minify: true, sourcemap: "linked", entryPoints, outdir: out });
}

function settings(browser) {
  return {
    bundle: true,
    charset: "utf8",
    // Drops what is for the other browser; names stay where size does not matter, so that a reviewer can read what is shipped.
    minifySyntax: true,
    target: browser === "chromium" ? "chrome128" : "firefox146",
    loader: { ".css": "text", ".txt": "text" },
    define: { PANEL_OPENS_FROM_PAGE: String(browser === "chromium"), MARKS_ORIGIN: JSON.stringify(browser === "chromium" ? "AUTHOR" : "USER") },
    logLevel: "warning",
  };
}

async function copyFiles(browser, out) {
  const copies = [
    ...["engine", "report", "pages"].map((name) => [`dist/wasm/${name}.wasm`, `${name}.wasm`]),
    ["src/report/report.css", "report.css"],
    ["extension/src/reader/reader.css", "reader.css"],
    ["extension/icons/isnad.svg", "icon.svg"],
    ["extension/_locales", "_locales"],
    ["extension/icons", "icons"],
    ...PAGES.flatMap((page) => ["html", "css"].map((kind) => [`extension/src/${page}/${page}.${kind}`, `${page}.${kind}`])),
    ...(browser === "chromium" ? [["extension/managed-schema.json", "managed-schema.json"]] : []),
  ];
  for (const [from, to] of copies) await cp(ROOT + from, out + to, { recursive: true });
  await writeMarksStyle(browser, out);
  await writeReadingPage(out);
  await writeFile(`${out}manifest.json`, `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
}

/**
 * The marks' style. In Chromium the styles of highlights are inherited, so one element has the rules and the others take them over: half of
 * the work of matching the rules to every element of the page. Firefox 153 does not inherit them.
 */
async function writeMarksStyle(browser, out) {
  const style = await readFile(`${HERE}src/page/marks.css`, "utf8");
  await writeFile(`${out}marks.css`, browser === "chromium" ? style.replaceAll("::highlight(", "body::highlight(") : style);
}

/** The page that needs no installation, as a page of the extension: its own script, and nothing to install. */
async function writeReadingPage(out) {
  const page = await readFile(`${ROOT}www/index.html`, "utf8");
  const own = page.replace("main.js", "reading.js").replace("style.css", "reading.css").replace(/\n.*(?:manifest\.webmanifest|Content-Security-Policy|Only the page's own files).*/g, "");
  await writeFile(`${out}reading.html`, own);
}
