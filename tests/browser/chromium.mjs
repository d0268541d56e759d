/** Chromium with the extension, driven as a person does: its toolbar button, the pointer, its side panel. */
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { describeCard } from "./card.mjs";
import { eventually, LONG_PATIENCE } from "./patience.mjs";

const EXTENSION = new URL("../../dist/chromium", import.meta.url).pathname;

/** Addresses of this machine too; and what the browser asks for itself is left. */
const throughProxy = (port) => [
  `--proxy-server=http://127.0.0.1:${port}`,
  "--proxy-bypass-list=<-loopback>",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter",
  "--no-pings",
];

/** `extension` is the folder of another build; `proxy` is the port of one on this machine that all requests go through. */
export async function launchChromium({ extension: folder = EXTENSION, proxy } = {}) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    pipe: true,
    enableExtensions: true,
    timeout: LONG_PATIENCE,
    defaultViewport: { width: 1200, height: 800 },
    args: ["--no-sandbox", ...(proxy ? throughProxy(proxy) : [])],
  });
  const id = await browser.installExtension(folder);
  const extension = (await browser.extensions()).get(id);
  const driver = new Chromium(browser, extension, await newPage(browser), folder);
  await driver.listening();
  await driver.welcomed();
  return driver;
}

export class Chromium {
  name = "chromium";
  #browser;
  #extension;
  #page;
  #panel;
  #folder;
  #console = new Map();
  /** Backgrounds of versions that an update has replaced. They may be listed on and answer nothing. */
  #replaced = new Set();

  constructor(browser, extension, page, folder) {
    this.#browser = browser;
    this.#extension = extension;
    this.#page = page;
    this.#folder = folder;
  }

  async open(url) {
    await this.#page.goto(url);
    await this.#page.bringToFront();
  }

  /** A new tab in front. Gives the way back to the tab before, which stays. */
  async openTab(url) {
    const before = this.#page;
    this.#page = await newPage(this.#browser);
    await this.open(url);
    return () => this.showTab(before);
  }

  /** The tabs, for {@link showTab}. */
  get tab() {
    return this.#page;
  }

  async showTab(page) {
    this.#page = page;
    await page.bringToFront();
  }

  async closeTab(page) {
    await page.close();
  }

  /** Closes all tabs but the one in front: the extension opens one of its own when it is installed. */
  async closeOtherTabs() {
    for (const page of await this.#browser.pages()) if (page !== this.#page) await page.close();
  }

  async reload() {
    await this.#page.reload();
  }

  /** What a person has chosen for all pages: `colors` "light" or "dark", `forced` high contrast, `medium` "screen" or "print". */
  async prefer({ colors = "light", forced = false, medium = "screen" }) {
    await this.#page.emulateMediaType(medium);
    const session = await this.#page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      media: medium,
      features: [
        { name: "prefers-color-scheme", value: colors },
        { name: "forced-colors", value: forced ? "active" : "none" },
      ],
    });
  }

  /** What has been written to the page's console, errors of scripts included, since the first call. */
  async consoleLines() {
    if (!this.#console.has(this.#page)) {
      const lines = [];
      this.#console.set(this.#page, lines);
      this.#page.on("console", (message) => lines.push(message.text()));
      this.#page.on("pageerror", (error) => lines.push(String(error)));
      const session = await this.#page.createCDPSession();
      await session.send("Runtime.enable");
      session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => lines.push(exceptionDetails.text + (exceptionDetails.exception?.description ?? "")));
    }
    return this.#console.get(this.#page);
  }

  /** The script heap of a page, in megabytes: before a click and with its marks. Both after a collection. */
  async heapSizes(url) {
    await this.open(url);
    const session = await this.#page.createCDPSession();
    const size = async () => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize / 1e6;
    };
    const before = await size();
    await this.click();
    await this.#page.waitForFunction(() => CSS.highlights.get("isnad-author")?.size > 0);
    return [before, await size()];
  }

  /** The longest task of the page's main thread while `act` goes on, in milliseconds of the processor. */
  async longestTask(act) {
    await this.#page.tracing.start({ categories: ["toplevel", "devtools.timeline"] });
    await act();
    const { traceEvents } = JSON.parse(Buffer.from(await this.#page.tracing.stop()).toString());
    const threads = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
    const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === "X" && name === "ThreadControllerImpl::RunTask" && threads.has(`${pid} ${tid}`));
    // The page's thread is the busiest one.
    const byThread = new Map([...threads].map((thread) => [thread, tasks.filter(({ pid, tid }) => thread === `${pid} ${tid}`)]));
    const [busiest] = [...byThread.values()].sort((a, b) => total(b) - total(a));
    return (busiest ?? []).reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
  }

  /** Calls a function in the background. */
  async inBackground(fn, ...args) {
    const worker = await this.#worker();
    return worker.evaluate(fn, ...args);
  }

  /** Installs the extension again while it runs, as an update does. */
  async update() {
    for (const target of this.#browser.targets()) if (this.#isBackground(target)) this.#replaced.add(target);
    await this.#browser.installExtension(this.#folder);
    this.#extension = (await this.#browser.extensions()).get(this.#extension.id);
    await this.listening();
  }

  /** Waits until the extension hears clicks: a moment after it is installed. */
  async listening() {
    const listens = async () => (await this.#worker()).evaluate(() => chrome.action.onClicked.hasListeners());
    // A background that is going away, as the first one of a new version, gives no answer at all.
    const silence = () => new Promise((resolve) => setTimeout(resolve, 1000));
    await eventually(async () => {
      if (!(await Promise.race([listens(), silence()]))) throw new Error("the extension hears no click");
    });
  }

  /** Waits for the tab that the extension opens when it is installed, so that nobody takes it for another one. */
  async welcomed() {
    await this.#target((target) => target.url() === `chrome-extension://${this.#extension.id}/reading.html`);
    await this.#page.bringToFront();
  }

  #target(is) {
    return this.#browser.waitForTarget(is, { timeout: LONG_PATIENCE });
  }

  /** Has a page close itself, and waits until it is gone: the next of its kind is not to be taken for it. */
  async #closeItself(page) {
    const target = page.target();
    // It may be gone before it can answer.
    await page.evaluate(() => window.close()).catch(() => undefined);
    await eventually(() => assert.ok(!this.#browser.targets().includes(target), "the page does not close"));
  }

  #isBackground(target) {
    return target.type() === "service_worker" && target.url().includes(this.#extension.id) && !this.#replaced.has(target);
  }

  /** Takes the extension away, as a person does who disables it. */
  async disable() {
    await this.#browser.uninstallExtension(this.#extension.id);
  }

  async back() {
    await this.#page.goBack();
  }

  /** The toolbar button, with all that a click grants. */
  async click() {
    await this.#extension.triggerAction(this.#page);
  }

  /** What the toolbar button says of the tab in front. */
  async button() {
    const worker = await this.#worker();
    return worker.evaluate(async () => {
      const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
    });
  }

  /** A shortcut of the extension. Keys sent by a script do not reach the browser's shortcuts, so this starts one step later. */
  async command(name) {
    const worker = await this.#worker();
    await worker.evaluate(async (name) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      if (!tab) throw new Error("no tab is in front");
      chrome.commands.onCommand.dispatch(name, tab);
    }, name);
  }

  /** Opens the side panel as the browser asks it to be opened: by a click, on the button of an open card. */
  async openPanel() {
    const report = await eventually(async () => {
      const card = await this.card();
      assert.ok(card?.report, "no card with a button is open");
      return card.report;
    });
    await this.#page.mouse.click((report.left + report.right) / 2, (report.top + report.bottom) / 2);
    const target = await this.#target((target) => target.url().endsWith("/panel.html"));
    this.#panel = await target.asPage();
  }

  async closePanel() {
    if (this.#panel) await this.#closeItself(this.#panel);
    this.#panel = undefined;
  }

  /** What the small popup at the toolbar button says; closes it. */
  async notice() {
    const target = await this.#target((target) => target.url().endsWith("/notice.html"));
    const popup = await target.asPage();
    const text = await eventually(async () => {
      const text = await popup.evaluate(() => document.body.innerText.trim());
      assert.ok(text, "the notice says nothing");
      return text;
    });
    await this.#closeItself(popup);
    return text;
  }

  /** The theme that the side panel's page is shown in: "light" or "dark". */
  async preferInPanel(colors) {
    await this.#panel.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colors }]);
  }

  /** Calls a function in the side panel's page. */
  async inPanel(fn, ...args) {
    return this.#panel.evaluate(fn, ...args);
  }

  /** The extension's own address of one of its files. */
  async addressOf(file) {
    return `chrome-extension://${this.#extension.id}/${file}`;
  }

  /** The background, as soon as it runs. */
  async #worker() {
    const target = this.#browser.targets().findLast((target) => this.#isBackground(target)) ?? (await this.#target((target) => this.#isBackground(target)));
    return target.worker();
  }

  /** Ends the background as the browser does when it has been idle. */
  async endBackground() {
    const target = this.#browser.targets().find((target) => this.#isBackground(target));
    const worker = await target?.worker();
    await eventually(async () => {
      // The browser may have let go of the worker before puppeteer asks it to, and one that is woken as it ends goes on as the same target.
      if (this.#browser.targets().includes(target)) await worker.close().catch(() => undefined);
      assert.ok(!this.#browser.targets().includes(target), "the background does not end");
    });
  }

  /** Calls a function in the page, as the page's own script would. */
  async evaluate(fn, ...args) {
    return this.#page.evaluate(fn, ...args);
  }

  /** The same in a tab that need not be in front. */
  async evaluateIn(page, fn, ...args) {
    return page.evaluate(fn, ...args);
  }

  /** Calls a function in the page of a frame, of whatever origin. */
  async inFrame(selector, fn, ...args) {
    const frame = await (await this.#page.$(selector)).contentFrame();
    return frame.evaluate(fn, ...args);
  }

  /** Gives the window's contents another size, in CSS pixels. */
  async resize(width, height) {
    await this.#page.setViewport({ width, height });
  }

  async moveTo(x, y) {
    await this.#page.mouse.move(x, y);
  }

  async press(key) {
    await this.#page.keyboard.press(key);
  }

  /** The words of the open card, `null` when there is none. */
  async card() {
    const session = await this.#page.createCDPSession();
    try {
      const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
      const html = root.children?.find(({ nodeName }) => nodeName === "HTML");
      const host = html?.children?.find((node) => node.attributes?.includes("popover"));
      const inside = host?.shadowRoots?.[0];
      if (!inside) return null;
      const { object } = await session.send("DOM.resolveNode", { nodeId: inside.nodeId });
      const { result } = await session.send("Runtime.callFunctionOn", {
        objectId: object.objectId,
        returnByValue: true,
        functionDeclaration: `function () { return (${describeCard})(this); }`,
      });
      return result.value;
    } finally {
      await session.detach();
    }
  }

  /** The tab that `act` opens, ready; closing it comes back to the one before. */
  async newTab(act) {
    const before = new Set(this.#browser.targets());
    await act();
    const target = await this.#target((target) => target.type() === "page" && !before.has(target) && target.url().includes("/reading.html"));
    const page = await target.asPage();
    await page.waitForSelector("body.ready", { timeout: LONG_PATIENCE });
    return {
      evaluate: (fn, ...args) => page.evaluate(fn, ...args),
      close: async () => {
        await page.close();
        await this.#page.bringToFront();
      },
    };
  }

  /** The panel at the width it opens with. */
  async screenshotPanel(file) {
    // The headless browser gives the panel less height than any window does.
    await this.#panel.screenshot({ path: file, clip: { x: 0, y: 0, width: 360, height: 800 }, captureBeyondViewport: true });
  }

  async clickAt(x, y) {
    await this.#page.mouse.click(x, y);
  }

  /** The window's contents as a PNG. */
  async picture() {
    return Buffer.from(await this.#page.screenshot());
  }

  async screenshot(file) {
    await writeFile(file, await this.picture());
  }

  async close() {
    await this.#browser.close();
  }
}

async function newPage(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(LONG_PATIENCE);
  return page;
}

function total(tasks) {
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
}
