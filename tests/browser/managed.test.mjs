/** Options set by an administrator, where each browser looks for them. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { access, constants, cp, mkdir, mkdtemp, realpath, rm, rmdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { eventually, WHOLE_SUITE } from "./patience.mjs";

const MANAGED = { language: "en", tinted: "all" };

/** Chromium takes policies from a folder of the system alone. */
const POLICIES = "/etc/chromium/policies/managed";

describe("managed options", { timeout: WHOLE_SUITE }, () => {
  // Firefox checks nothing against the schema.
  test("in Firefox", async () => {
    const driver = await launchFirefox({ managed: { ...MANAGED, digits: "no such digits" } });
    try {
      await optionsHold(driver);
    } finally {
      await driver.close();
    }
  });

  test("in Chromium", async (t) => {
    const folder = await writablePolicies();
    if (!folder) return t.skip(`only who may write to ${POLICIES} can set policies of Chromium`);
    // The policy is for this copy alone, by the id that its place gives it: no other browser on the machine heeds it.
    const copy = await realpath(await mkdtemp(join(tmpdir(), "isnad-managed-")));
    const policy = join(POLICIES, `${copy.split("/").pop()}.json`);
    let driver;
    try {
      await cp(new URL("../../dist/chromium/", import.meta.url), copy, { recursive: true });
      await writeFile(policy, JSON.stringify({ "3rdparty": { extensions: { [idOfFolder(copy)]: MANAGED } } }));
      driver = await launchChromium({ extension: copy });
      await optionsHold(driver);
    } finally {
      await driver?.close();
      await rm(policy, { force: true });
      if (folder.made) await removeEmpty(folder.made);
      await rm(copy, { recursive: true, force: true });
    }
  });
});

/** An administrator's options hold, nonsense does not, and the reader's choice goes before. */
async function optionsHold(driver) {
  // Chromium hears of an administrator's options seconds after the extension has started, and the open page then follows.
  const check = (options) => eventually(async () => {
    const now = await driver.evaluate(() => Object.fromEntries([...document.querySelectorAll("input:checked")].map(({ name, value }) => [name, value])));
    for (const [name, value] of Object.entries(options)) assert.equal(now[name], value, name);
  });
  await driver.open(await driver.addressOf("options.html"));
  await check({ ...MANAGED, digits: "latn", text: "article" });
  await driver.evaluate(() => document.querySelector("input[name=tinted][value=key]").click());
  await eventually(async () => assert.equal(await driver.evaluate(async () => (await chrome.storage.local.get("tinted")).tinted), "key"));
  await driver.reload();
  await check({ ...MANAGED, tinted: "key" });
}

/** The folder of policies, made where there is none: then `made` is what to take away again. Nothing where that is not allowed. */
async function writablePolicies() {
  try {
    const made = await mkdir(POLICIES, { recursive: true });
    await access(POLICIES, constants.W_OK);
    return { made };
  } catch {
    return undefined;
  }
}

/** Takes away the folder of policies, and those around it up to `top`; never what somebody else has put there meanwhile. */
async function removeEmpty(top) {
  for (let folder = POLICIES; folder.startsWith(top); folder = dirname(folder)) await rmdir(folder).catch(() => undefined);
}

/** The id that Chromium gives an extension without a key: from the place it is loaded from, in the letters a to p. */
function idOfFolder(path) {
  const digits = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}
