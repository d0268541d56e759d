// Bundles the page into dist/www: plain files for any static server, under any path.
import { build } from 'esbuild';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../dist/www');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const shared = { outdir: out, bundle: true, minify: true, target: 'es2023', charset: 'utf8', legalComments: 'none', logLevel: 'warning' };
await build({
  ...shared,
  entryPoints: [here('src/main.ts')],
  format: 'esm',
  // The card's sheet goes into its shadow root, the samples into the page: both are texts here.
  loader: { '.css': 'text', '.txt': 'text' },
  define: { PANEL_OPENS_FROM_PAGE: 'false' },
});
await build({ ...shared, entryPoints: [here('style.css')] });
await copyFile(here('index.html'), `${out}/index.html`);
await copyFile(here('../extension/icons/isnad.svg'), `${out}/icon.svg`);
await copyFile(here('../dist/wasm/isnad_bg.wasm'), `${out}/isnad_bg.wasm`);
await writeArticles();

/** Each sample as a page of a newspaper of its own, to try the extension on. It forbids all scripts, as strict sites do. */
async function writeArticles() {
  const page = await readFile(here('article.html'), 'utf8');
  await mkdir(`${out}/articles`);
  for (const file of await readdir(here('samples'))) {
    const [headline, ...paragraphs] = (await readFile(here(`samples/${file}`), 'utf8')).trim().split('\n').map(escape);
    const fill = { HEADLINE: headline, BODY: paragraphs.map((text) => `<p>${text}</p>`).join('\n        ') };
    await writeFile(`${out}/articles/${file.replace(/txt$/, 'html')}`, page.replace(/{{(\w+)}}/g, (_, name) => fill[name]));
  }
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
