// Bundles the page into dist/www: plain files for any static server, under any path; kept by the browser for when there is no network.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
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
  // What not every visit needs is in files of its own, fetched when it is asked for.
  splitting: true,
  chunkNames: 'part-[name]-[hash]',
  // The card's sheet goes into its shadow root, the samples into the page: both are texts here.
  loader: { '.css': 'text', '.txt': 'text' },
  define: { PANEL_OPENS_FROM_PAGE: 'false' },
  alias: { '#engine': here('../dist/wasm/engine-small.js') },
});
await build({ ...shared, entryPoints: [here('style.css')] });
const copies = [
  [here('index.html'), 'index.html'],
  [here('manifest.webmanifest'), 'manifest.webmanifest'],
  [here('../extension/icons/isnad.svg'), 'icon.svg'],
  [here('../extension/icons/isnad-128.png'), 'icon-128.png'],
  [here('../dist/wasm/engine-small.wasm'), 'engine.wasm'],
  ...['report', 'pages'].map((name) => [here(`../dist/wasm/${name}.wasm`), `${name}.wasm`]),
];
for (const [from, to] of copies) await copyFile(from, `${out}/${to}`);
const parts = (await readdir(out)).filter((file) => file.startsWith('part-')).sort();
await buildOffline(['./', 'main.js', ...parts, 'style.css', ...copies.map(([, to]) => to).filter((file) => file !== 'index.html')]);
await writeArticles();

/** The service worker, which knows the files and a sum of them: with any change there is a new version to fetch. */
async function buildOffline(files) {
  const sum = createHash('sha256');
  for (const file of files) sum.update(await readFile(`${out}/${file === './' ? 'index.html' : file}`));
  await build({
    ...shared,
    entryPoints: [here('src/offline.ts')],
    format: 'iife',
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(sum.digest('hex').slice(0, 12)) },
  });
}

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
