/** Firefox with the extension, driven as a person does: its toolbar button, the pointer, its sidebar. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeCard } from "./card.mjs";
import { Marionette } from "./marionette.mjs";
import { eventually, LONG_PATIENCE, PATIENCE } from "./patience.mjs";

const ADDON = new URL("../../dist/firefox", import.meta.url).pathname;

/** A page as long as a book keeps its own thread busy for a while, and a benchmark more so. In milliseconds. */
const LONGEST_SCRIPT = 300_000;

/** Scripts for the browser's own window; their first argument is the extension's id. */
const EXTENSION = `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);`;
const ACTION = `${EXTENSION} const action = ExtensionParent.apiManager.global.browserActionFor(extension);`;

/** Addresses of this machine too; and what the browser asks for itself is left. */
const throughProxy = (port) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#none",
  "browser.region.update.enabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "toolkit.telemetry.server": "",
});

/**
 * `extension` is the folder of another build; `managed` are the options that an administrator has set; `proxy` is the port of one on this
 * machine that all requests go through.
 */
export async function launchFirefox({ extension = ADDON, managed, proxy } = {}) {
  const profile = await mkdtemp(join(tmpdir(), "isnad-firefox-"));
  const preferences = {
    // Any that is free; which one, the browser writes down.
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "browser.aboutwelcome.enabled": false,
    // Nobody is there to answer.
    "extensions.webextOptionalPermissionPrompts": false,
    "app.update.disabledForTesting": true,
    ...(proxy && throughProxy(proxy)),
  };
  await writeFile(join(profile, "user.js"), Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(""));
  if (managed) await setManagedOptions(profile, managed);
  const child = spawn(
    process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    ["--headless", "--marionette", "-remote-allow-system-access", "--no-remote", "--profile", profile, "--width=1200", "--height=900", "about:blank"],
    { stdio: "ignore", env: managed ? { ...process.env, HOME: profile } : process.env },
  );
  const port = await eventually(async () => Number(await readFile(join(profile, "MarionetteActivePort"), "utf8")), LONG_PATIENCE);
  const marionette = await Marionette.connect(port);
  await marionette.send("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: true, timeouts: { script: LONGEST_SCRIPT } } } });
  const { value: id } = await marionette.send("Addon:Install", { path: extension, temporary: true });
  const driver = new Firefox(marionette, child, profile, id, extension);
  await driver.listening();
  await driver.welcomed();
  return driver;
}

export class Firefox {
  name = "firefox";
  #marionette;
  #child;
  #profile;
  #id;
  #folder;

  constructor(marionette, child, profile, id, folder) {
    this.#marionette = marionette;
    this.#child = child;
    this.#profile = profile;
    this.#id = id;
    this.#folder = folder;
  }

  async open(url) {
    await this.#marionette.send("WebDriver:Navigate", { url });
  }

  /** A new tab in front. Gives the way back to the tab before, which stays. */
  async openTab(url) {
    const before = await this.tab;
    const { handle } = await this.#marionette.send("WebDriver:NewWindow", { type: "tab", focus: true });
    await this.showTab(handle);
    await this.open(url);
    return () => this.showTab(before);
  }

  /** The tab in front, for {@link showTab}. */
  get tab() {
    return this.#marionette.send("WebDriver:GetWindowHandle").then(({ value }) => value);
  }

  async showTab(handle) {
    await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
  }

  async closeTab(handle) {
    const front = await this.tab;
    await this.showTab(handle);
    await this.#marionette.send("WebDriver:CloseWindow");
    if (front !== handle) await this.showTab(front);
  }

  /** Closes all tabs but the one in front: the extension opens one of its own when it is installed. */
  async closeOtherTabs() {
    const front = await this.tab;
    for (const handle of await this.#marionette.send("WebDriver:GetWindowHandles")) if (handle !== front) await this.closeTab(handle);
  }

  async reload() {
    await this.#marionette.send("WebDriver:Refresh");
  }

  /** What a person has chosen for all pages: `colors` "light" or "dark", `forced` high contrast, `medium` "screen" or "print". */
  async prefer({ colors = "light", forced = false, medium = "screen" }) {
    await this.#inChrome(
      `const context = gBrowser.selectedBrowser.browsingContext;
       context.prefersColorSchemeOverride = arguments[1];
       Services.prefs.setIntPref("browser.display.document_color_use", arguments[2] ? 2 : 0);
       context.mediumOverride = arguments[3];`,
      [this.#id, colors, forced, medium === "screen" ? "" : medium],
    );
    const wanted = [`(prefers-color-scheme: ${colors})`, `(forced-colors: ${forced ? "active" : "none"})`, medium];
    await eventually(async () => assert.deepEqual(await this.evaluate((wanted) => wanted.filter((query) => !matchMedia(query).matches), wanted), []));
  }

  /** What has been written to the page's console, errors of scripts included, since the first call. */
  async consoleLines() {
    return this.#inChrome(
      `const { Services } = globalThis;
       if (!globalThis.isnadConsoleSince) { globalThis.isnadConsoleSince = Date.now(); return []; }
       const errors = Services.console.getMessageArray().filter((message) => message.timeStamp >= globalThis.isnadConsoleSince);
       return errors.map(String).filter((line) => line.includes("moz-extension") || line.includes("127.0.0.1"));`,
    );
  }

  /** Calls a function in the background. */
  async inBackground(fn, ...args) {
    const script = `return (${fn}).apply(null, arguments)`;
    return this.#inChrome(
      `${EXTENSION}
       const background = [...extension.views].find(({ viewType }) => viewType === "background");
       return background.xulBrowser.browsingContext.currentWindowGlobal.getActor("MarionetteCommands").executeScript(arguments[1], arguments[2], { sandboxName: null });`,
      [this.#id, script, args],
    );
  }

  /** Installs the extension again while it runs, as an update does. */
  async update() {
    await this.#marionette.send("Addon:Install", { path: this.#folder, temporary: true });
    await this.listening();
  }

  /** Waits until the extension hears clicks: a moment after it is installed. */
  async listening() {
    await eventually(async () => assert.equal(await this.#inChrome(`${EXTENSION} return extension?.backgroundState ?? null;`), "running"));
  }

  /** Waits for the tab that the extension opens when it is installed, so that nobody takes it for another one. */
  async welcomed() {
    const address = await this.addressOf("reading.html");
    await eventually(async () => assert.ok(await this.#inChrome("return gBrowser.tabs.some(({ linkedBrowser }) => linkedBrowser.currentURI.spec === arguments[0]);", [address]), "nothing is opened"));
  }

  /** Takes the extension away, as a person does who disables it. */
  async disable() {
    await this.#marionette.send("Addon:Uninstall", { id: this.#id });
  }

  async back() {
    await this.#marionette.send("WebDriver:Back");
  }

  /** The toolbar button, with all that a click grants. */
  async click() {
    await this.#inChrome(`${ACTION} action.triggerAction(window);`);
  }

  /** What the toolbar button says of the tab in front. */
  async button() {
    return this.#inChrome(`${ACTION}
      const say = (property) => action.action.getProperty(gBrowser.selectedTab, property);
      return { badge: say("badgeText"), title: say("title") };`);
  }

  /** A shortcut of the extension. Keys sent by WebDriver do not reach Firefox's shortcuts, so this starts one step later. */
  async command(name) {
    await this.#inChrome(`${EXTENSION} extension.shortcuts.onCommand(arguments[1]);`, [this.#id, name]);
  }

  /** Ends the background as the browser does when it has been idle. */
  async endBackground() {
    await this.#inChrome(`${EXTENSION} return extension.terminateBackground();`);
  }

  async openPanel() {
    await this.#inChrome(`${EXTENSION}
      const sidebar = ExtensionParent.apiManager.global.sidebarActionFor(extension);
      return window.SidebarController.show(sidebar.id).then(() => undefined);`);
  }

  async closePanel() {
    await this.#inChrome("window.SidebarController.hide();");
  }

  /** What the small popup at the toolbar button says; closes it. */
  async notice() {
    const text = await eventually(async () => {
      const text = await this.#inChrome(
        `const popup = document.querySelector("panel browser[webextension-view-type=popup]")?.browsingContext.currentWindowGlobal;
         return popup?.documentURI.spec.endsWith("/notice.html") ? popup.getActor("MarionetteCommands").executeScript(arguments[0], [], { sandboxName: null }) : null;`,
        ["return document.body.innerText.trim()"],
      );
      assert.ok(text, "no notice opens");
      return text;
    });
    const open = "document.querySelector('panel browser[webextension-view-type=popup]')";
    await this.#inChrome(`${open}?.closest("panel").hidePopup();`);
    await eventually(async () => assert.ok(await this.#inChrome(`return !${open};`), "the notice does not close"));
    return text;
  }

  /** The theme that the sidebar's page is shown in: "light" or "dark". */
  async preferInPanel(colors) {
    await this.#inChrome(`window.SidebarController.browser.contentDocument.getElementById("webext-panels-browser").browsingContext.prefersColorSchemeOverride = arguments[1];`, [this.#id, colors]);
    await eventually(async () => assert.ok(await this.inPanel((colors) => matchMedia(`(prefers-color-scheme: ${colors})`).matches, colors)));
  }

  /** Calls a function in the sidebar's page. */
  async inPanel(fn, ...args) {
    const script = `return Promise.resolve((${fn}).apply(null, arguments)).then((value) => JSON.stringify(value ?? null))`;
    const value = await this.#inChrome(
      `const panel = window.SidebarController.browser.contentDocument.getElementById("webext-panels-browser").browsingContext;
       return panel.currentWindowGlobal.getActor("MarionetteCommands").executeScript(arguments[0], arguments[1], { sandboxName: null });`,
      [script, args],
    );
    return JSON.parse(value);
  }

  /** The extension's own address of one of its files. */
  async addressOf(file) {
    return this.#inChrome(`${EXTENSION} return extension.getURL(arguments[1]);`, [this.#id, file]);
  }

  /** Calls a function in the page, as the page's own script would. */
  async evaluate(fn, ...args) {
    const { value } = await this.#marionette.send("WebDriver:ExecuteScript", {
      script: `return (${fn}).apply(null, arguments)`,
      args,
      sandbox: null,
    });
    return value;
  }

  /** The same in a tab that need not be in front. */
  async evaluateIn(handle, fn, ...args) {
    const front = await this.tab;
    await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: false });
    try {
      return await this.evaluate(fn, ...args);
    } finally {
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle: front, focus: false });
    }
  }

  /** Calls a function in the page of a frame, of whatever origin. */
  async inFrame(selector, fn, ...args) {
    const { value } = await this.#marionette.send("WebDriver:FindElement", { using: "css selector", value: selector });
    await this.#marionette.send("WebDriver:SwitchToFrame", { element: Object.values(value)[0] });
    try {
      return await this.evaluate(fn, ...args);
    } finally {
      await this.#marionette.send("WebDriver:SwitchToFrame", { id: null });
    }
  }

  /** Has the process of a frame of another site stand still. Returns the way to have it go on. */
  async stopProcess(url) {
    const pid = await this.#inChrome(
      `const { children, currentWindowGlobal } = gBrowser.selectedBrowser.browsingContext;
       const frame = children.find(({ currentURI }) => currentURI.spec === arguments[0]).currentWindowGlobal;
       return frame.osPid === currentWindowGlobal.osPid ? null : frame.osPid;`,
      [url],
    );
    assert.ok(pid, "the frame shares its process with its page");
    process.kill(pid, "SIGSTOP");
    return () => process.kill(pid, "SIGCONT");
  }

  /** Gives the window's contents another size, in CSS pixels. */
  async resize(width, height) {
    const around = await this.evaluate(() => ({ width: outerWidth - innerWidth, height: outerHeight - innerHeight }));
    await this.#marionette.send("WebDriver:SetWindowRect", { width: width + around.width, height: height + around.height });
  }

  async moveTo(x, y) {
    await this.#pointer([{ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y), origin: "viewport" }]);
  }

  async clickAt(x, y) {
    const button = { button: 0 };
    await this.#pointer([
      { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y), origin: "viewport" },
      { type: "pointerDown", ...button },
      { type: "pointerUp", ...button },
    ]);
  }

  async press(key) {
    const value = { Escape: "\uE00C", Tab: "\uE004", Enter: "\uE007" }[key];
    await this.#marionette.send("WebDriver:PerformActions", {
      actions: [{ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }],
    });
  }

  /** The words of the open card, `null` when there is none. */
  async card() {
    const { value: host } = await this.#marionette.send("WebDriver:ExecuteScript", {
      script: "return document.querySelector('html > [popover]')",
      args: [],
    });
    if (!host) return null;
    const { value: root } = await this.#marionette.send("WebDriver:GetShadowRoot", { id: Object.values(host)[0] });
    const { value } = await this.#marionette.send("WebDriver:ExecuteScript", {
      script: `return (${describeCard})(arguments[0])`,
      args: [root],
    });
    return value;
  }

  /** The tab that `act` opens, ready; closing it comes back to the one before. */
  async newTab(act) {
    const { value: before } = await this.#marionette.send("WebDriver:GetWindowHandle");
    const known = new Set(await this.#marionette.send("WebDriver:GetWindowHandles"));
    await act();
    const handle = await eventually(async () => {
      const handle = (await this.#marionette.send("WebDriver:GetWindowHandles")).find((one) => !known.has(one));
      assert.ok(handle, "no tab opens");
      return handle;
    });
    await this.#marionette.send("WebDriver:SwitchToWindow", { handle });
    await eventually(async () => assert.ok(await this.evaluate(() => document.body.classList.contains("ready")), "the tab is not ready"));
    return {
      evaluate: (fn, ...args) => this.evaluate(fn, ...args),
      close: async () => {
        await this.#marionette.send("WebDriver:CloseWindow");
        await this.#marionette.send("WebDriver:SwitchToWindow", { handle: before });
      },
    };
  }

  /** The window's contents as a PNG. */
  async picture() {
    const { value } = await this.#marionette.send("WebDriver:TakeScreenshot", { full: false });
    return Buffer.from(value, "base64");
  }

  async screenshot(file) {
    await writeFile(file, await this.picture());
  }

  async #pointer(actions) {
    await this.#marionette.send("WebDriver:PerformActions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  }

  /** Runs a script with the browser's own rights, in its window. */
  async #inChrome(script, args = [this.#id]) {
    await this.#marionette.send("Marionette:SetContext", { value: "chrome" });
    try {
      const { value } = await this.#marionette.send("WebDriver:ExecuteScript", { script, args });
      return value;
    } finally {
      await this.#marionette.send("Marionette:SetContext", { value: "content" });
    }
  }

  async close() {
    const { exitCode, signalCode } = this.#child;
    const gone = exitCode === null && signalCode === null && new Promise((resolve) => this.#child.once("exit", resolve));
    // Its answer may not come before it is gone.
    this.#marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
    // What the browser is busy with may keep it from hearing.
    const stuck = setTimeout(() => this.#child.kill("SIGKILL"), PATIENCE);
    await gone;
    clearTimeout(stuck);
    this.#marionette.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}

/** Below a home of its own, where Firefox looks for the manifests of a single user. */
async function setManagedOptions(home, data) {
  const folder = join(home, ".mozilla/managed-storage");
  const { browser_specific_settings } = JSON.parse(await readFile(join(ADDON, "manifest.json"), "utf8"));
  const { id } = browser_specific_settings.gecko;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.json`), JSON.stringify({ name: id, description: "Options", type: "storage", data }));
}
