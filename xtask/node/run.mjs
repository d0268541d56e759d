// node run.mjs [--headless]: serves dist/www and opens Chromium with the extension on a sample article. With a display it stays
// until it is closed; without one it clicks the extension's button and saves what a reader would see in dist/run.
import puppeteer from 'puppeteer-core';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { middleOf } from './middle-of.mjs';
import { serve } from './serve.mjs';

const dist = (path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const ARTICLE = 'articles/aid.html';
/** A figure of that article: the card is opened on it. */
const FIGURE = '120 مليون يورو';

const headless = process.argv.includes('--headless');
const server = await serve(dist('www'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  headless,
  pipe: true,
  enableExtensions: true,
  defaultViewport: headless ? { width: 1280, height: 900 } : null,
  args: [
    '--no-first-run', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // A container's root has no sandbox of its own to give, and a headless machine no graphics card.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(headless ? ['--disable-gpu'] : []),
  ],
});
process.once('SIGINT', () => void browser.close());

const id = await browser.installExtension(dist('chromium'));
// A click before the background has started for the first time would go nowhere.
await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id));
const [blank] = await browser.pages();
const page = await browser.newPage();
await blank.close();
await page.goto(server.url + ARTICLE);
if (headless) {
  await capture();
  await browser.close();
} else {
  const demonstration = await browser.newPage();
  await demonstration.goto(server.url);
  await page.bringToFront();
  console.log(`The article: ${server.url}${ARTICLE} (click the Isnad button, or press Alt+I)`);
  console.log(`The page that needs no installation: ${server.url}`);
  console.log('Ctrl-C ends it.');
  await new Promise((closed) => browser.once('disconnected', closed));
}
await server.close();

async function capture() {
  await mkdir(dist('run'), { recursive: true });
  const extension = (await browser.extensions()).get(id);
  await extension.triggerAction(page);
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((key) => key.startsWith('isnad')), { timeout: 30_000 });
  const figure = await page.evaluate(middleOf, FIGURE);
  await page.mouse.move(figure.x, figure.y);
  await page.waitForFunction(() => document.querySelector(':popover-open') !== null, { timeout: 30_000 });
  await save(page, 'article.png');

  const demonstration = await browser.newPage();
  await demonstration.goto(`${server.url}#aid`);
  await demonstration.waitForSelector('#report > *');
  await save(demonstration, 'page.png');
}

async function save(page, name) {
  await page.screenshot({ path: dist(`run/${name}`) });
  console.log(`saved dist/run/${name}`);
}
