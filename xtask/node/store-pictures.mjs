// node xtask/node/store-pictures.mjs (after `cargo xtask build`): the pictures of the stores' listings, docs/store/pictures, from the built
// program: five of 1280×800 and a small tile of 440×280 in each language.
import puppeteer from 'puppeteer-core';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeSmall } from '../../tests/browser/small-png.mjs';
import { middleOf } from './middle-of.mjs';
import { serve } from './serve.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const OUT = path('docs/store/pictures/');
const SCREEN = { width: 1280, height: 800 };
/** What an indexed picture can hold. */
const MOST_COLOURS = 256;
const TILE = { width: 440, height: 280 };
const ARTICLE = 'articles/aid.html';
/** A figure of that article: the card is opened on it. */
const FIGURE = '120 مليون يورو';
/** What is shown after the article, by its address in the page that needs no installation. */
const SCREENS = [['report', '#aid'], ['lesson', '#aid/lesson'], ['compare', '#compare'], ['worksheet', '#aid/worksheet']];
const TILES = { ar: ['إسناد', 'من يقول هذا، وبأيّ كلمات؟', 'rtl'], en: ['Isnad', 'Who says so, and in which words?', 'ltr'] };

const server = await serve(path('dist/www'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  pipe: true,
  enableExtensions: true,
  defaultViewport: SCREEN,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
});
const id = await browser.installExtension(path('dist/chromium'));
await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id));
await mkdir(OUT, { recursive: true });
const page = await browser.newPage();
for (const language of ['ar', 'en']) {
  await page.setViewport(SCREEN);
  await page.goto(`chrome-extension://${id}/options.html`);
  await page.waitForSelector('input:checked');
  await page.click(`input[value=${language}]`);
  await page.goto(server.url + ARTICLE);
  await (await browser.extensions()).get(id).triggerAction(page);
  await page.waitForFunction(() => CSS.highlights.get('isnad-figure')?.size > 0);
  const { x, y } = await page.evaluate(middleOf, FIGURE);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await page.waitForSelector('html > [popover]');
  await save(`1-article-${language}`);

  await page.goto(`${server.url}icon.svg`);
  await page.evaluate((language) => {
    localStorage.setItem('isnad-visited', '1');
    localStorage.setItem('isnad-language', language);
  }, language);
  for (const [at, [name, address]] of SCREENS.entries()) {
    // A fragment alone would load nothing anew.
    await page.goto('about:blank');
    await page.goto(server.url + address);
    await page.waitForSelector('body.ready');
    await save(`${at + 2}-${name}-${language}`);
  }

  await page.setViewport(TILE);
  await page.goto('about:blank');
  await page.evaluate(drawTile, await readFile(path('extension/icons/isnad.svg'), 'utf8'), ...TILES[language]);
  await save(`tile-${language}`);
}
await browser.close();
await server.close();

async function save(name) {
  // Nothing blinks in a picture.
  await page.addStyleTag({ content: '* { caret-color: transparent !important }' }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const file = `${OUT}${name}.png`;
  await page.screenshot({ path: file });
  await makeSmall(file, MOST_COLOURS);
  console.log(`saved docs/store/pictures/${name}.png`);
}

/** Runs in an empty page. */
function drawTile(icon, name, question, direction) {
  const picture = document.importNode(new DOMParser().parseFromString(icon, 'image/svg+xml').documentElement, true);
  picture.setAttribute('width', '92');
  picture.setAttribute('height', '92');
  const [title, text] = [name, question].map((words) => Object.assign(document.createElement('p'), { textContent: words }));
  title.style.font = '700 46px "Noto Naskh Arabic", "Noto Sans", sans-serif';
  text.style.font = '20px "Noto Naskh Arabic", "Noto Sans", sans-serif';
  text.style.color = '#5a6270';
  for (const one of [title, text]) one.style.margin = '0';
  document.body.dir = direction;
  document.body.style.cssText = 'margin: 0; height: 100vh; display: grid; place-content: center; place-items: center; gap: 10px; background: #fbfaf7; color: #1c1f24';
  document.body.append(picture, title, text);
}
