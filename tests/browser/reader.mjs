/** A reader with a browser, for tests: opens pages, clicks the button, looks at marks and cards. */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { painted, placeOf } from "./marks.mjs";
import { eventually, WHOLE_SUITE } from "./patience.mjs";
import { servePages } from "./serve.mjs";

/** Describes the same tests in both browsers; `tests` gets a reader for each. `buildFor` makes another build for a browser, which says when it is ready. */
export function inEachBrowser(title, tests, buildFor) {
  for (const launch of [launchChromium, launchFirefox]) {
    const browser = launch.name.replace("launch", "");
    describe(`${title} in ${browser}`, { timeout: WHOLE_SUITE }, () => {
      const reader = new Reader(launch, buildFor && (() => buildFor(browser.toLowerCase())));
      before(() => reader.start());
      after(() => reader.stop());
      tests(reader, launch === launchFirefox);
    });
  }
}

export class Reader {
  driver;
  server;
  #launch;
  #buildFor;
  #build;

  constructor(launch, buildFor) {
    this.#launch = launch;
    this.#buildFor = buildFor;
  }

  async start() {
    this.server = await servePages();
    this.#build = await this.#buildFor?.();
    this.driver = await this.#launch(this.#build && { extension: this.#build.folder });
    await this.#build?.ready(this.driver);
  }

  async stop() {
    await this.driver?.close();
    await this.#build?.remove();
    this.server?.close();
  }

  open(page) {
    return this.driver.open(this.server.url(page));
  }

  click() {
    return this.driver.click();
  }

  evaluate(fn, ...args) {
    return this.driver.evaluate(fn, ...args);
  }

  painted() {
    return painted(this.driver);
  }

  /** Waits for marks, and until the background has heard of them: what steps from mark to mark or clears them asks it. */
  marked() {
    return eventually(async () => {
      const marks = await this.painted();
      assert.ok(Object.keys(marks).length > 0, "nothing is painted");
      assert.match((await this.driver.button()).badge, /\d/, "the button says nothing of it");
      return marks;
    });
  }

  /** Waits until there are none. */
  cleared() {
    return eventually(async () => assert.deepEqual(await this.painted(), {}));
  }

  /** Waits until the marks are such that `check` passes. */
  eventually(check) {
    return eventually(async () => check(await this.painted()));
  }

  async mark(page) {
    await this.open(page);
    await this.click();
    return this.marked();
  }

  /** Waits until what the toolbar button says passes. */
  button(check) {
    return eventually(async () => check(await this.driver.button()));
  }

  card(check = (card) => assert.ok(card, "no card opens")) {
    return eventually(async () => {
      const card = await this.driver.card();
      check(card);
      return card;
    });
  }

  noCard() {
    return this.card((card) => assert.equal(card, null));
  }

  /** Rests the pointer on a mark and waits for its card. */
  async hover(look, words) {
    const place = await placeOf(this.driver, look, words);
    assert.ok(place, `no ${look} mark holds ${words}`);
    await this.driver.moveTo(place.x - 2, place.y);
    await this.driver.moveTo(place.x, place.y);
    return { card: await this.card(), place };
  }
}

export const all = (marks) => Object.values(marks).flat();
/** As the button counts: a tint lies over a mark and is none. */
export const countOf = ({ tint, ...marks }) => all(marks).length;
export const claims = ({ named = [], unnamed = [], author = [] }) => [...named, ...unnamed, ...author];
