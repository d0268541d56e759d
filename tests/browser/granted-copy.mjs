/** A copy of the built extension that has been granted sites. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "./patience.mjs";

/** Browsers ask a person for a grant and let no script answer; a manifest that asks at once is granted at installation. */
export async function grantedCopy(browser, sites) {
  const folder = await mkdtemp(join(tmpdir(), "isnad-granted-"));
  await cp(new URL(`../../dist/${browser}/`, import.meta.url), folder, { recursive: true });
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: sites }));
  // Known a moment after the extension hears clicks; a page opened before that is not marked.
  const known = (driver) => eventually(async () => assert.equal((await driver.inBackground(() => chrome.scripting.getRegisteredContentScripts())).length, 1));
  return { folder, ready: known, remove: () => rm(folder, { recursive: true, force: true }) };
}
