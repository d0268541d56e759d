/**
 * Options set by an administrator. In Firefox only: Chromium takes policies from folders of the system alone, and its schema is compared with the
 * options in `extension/src/options.test.ts`.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchFirefox } from "./firefox.mjs";
import { eventually } from "./marks.mjs";

describe("managed options in Firefox", { timeout: 60_000 }, () => {
  let driver;
  before(async () => {
    driver = await launchFirefox({ managed: { language: "en", tinted: "all", digits: "no such digits" } });
  });
  after(() => driver?.close());

  const chosen = () => driver.evaluate(() => Object.fromEntries([...document.querySelectorAll("input:checked")].map(({ name, value }) => [name, value])));

  test("an administrator's options hold, nonsense does not, and the reader's choice goes before", async () => {
    await driver.open(await driver.addressOf("options.html"));
    const check = (options) => eventually(async () => {
      const now = await chosen();
      for (const [name, value] of Object.entries(options)) assert.equal(now[name], value, name);
    });
    await check({ language: "en", tinted: "all", digits: "latn", text: "article" });
    await driver.evaluate(() => document.querySelector("input[name=tinted][value=key]").click());
    await driver.reload();
    await check({ language: "en", tinted: "key" });
  });
});
