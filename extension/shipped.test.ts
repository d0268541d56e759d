/** What is shipped (`dist/`, to be built before): no text becomes markup or code, and nothing asks the network for anything. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const SHIPPED = ["chromium", "firefox", "www"];

/** Pages of newspapers that do not exist, to try the extension on. */
const PRACTICE = "articles/";

/** What no script of ours holds, each with an example that has to be found. Where the name alone is harmless, the use is looked for. */
const FORBIDDEN_IN_SCRIPTS: readonly (readonly [what: string, pattern: RegExp, example: string])[] = [
  ["text as markup", /\b(?:inner|outer)HTML\b(?!\s*[;,)\]}]|\s*===)/, "box.innerHTML = title"],
  ["text as markup", /\[\s*["'](?:inner|outer)HTML["']\s*\]/, 'box["innerHTML"] = title'],
  ["text as markup", /\b(?:insertAdjacentHTML|createContextualFragment|setHTML(?:Unsafe)?|parseHTMLUnsafe|srcdoc)\b/, "range.createContextualFragment(title)"],
  ["text as markup", /\bdocument\s*\.\s*write(?:ln)?\b/, "document.write(title)"],
  ["text as code", /(?<![\w$.])eval\b|\bwindow\s*\.\s*eval\b/, "eval(title)"],
  ["text as code", /(?<![\w$.`"'])Function\s*\(/, 'new Function("return 1")'],
  ["text as code", /\bset(?:Timeout|Interval)\s*\(\s*["'`]/, 'setTimeout("act()", 1)'],
  ["text as code", /["'`]\s*javascript:/i, 'link.href = "javascript:act()"'],
  ["code from elsewhere", /(?<![\w$.])import\s*\(/, "import(address)"],
  ["code from elsewhere", /\bimportScripts\b/, "importScripts(address)"],
  ["code from elsewhere", /\bcreateElement\s*\(\s*["'`](?:script|iframe|object|embed)["'`]/i, 'document.createElement("script")'],
  ["a request", /\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection)\b/, "new WebSocket(address)"],
  ["a request", /\bnew\s+Image\b/, "new Image().src = address"],
  ["a way in", /\bon(?:Message|Connect)External\b/, "chrome.runtime.onMessageExternal"],
  ["a way in", /\baddEventListener\s*\(\s*["'`]message["'`]|\bonmessage\s*=/, 'addEventListener("message", act)'],
];

/** The only fetches there are: the engine, a file of the package, and the page's worker that answers from what it keeps. */
const OWN_FETCHES = [
  /fetch\(chrome\.runtime\.getURL\("\w+\.wasm"\)\)/g,
  /fetch\(new URL\((?:\w+|`\$\{\w+\}\.wasm`),\s*import\.meta\.url\)\)/g,
  // wasm-bindgen's: of the address that the callers above hand over.
  /module_or_path\s*=\s*fetch\(module_or_path\)|(\w+)=fetch\(\1\)/g,
];

/** A part of the page that lies beside it, by a name that the bundler has written. */
const OWN_PARTS = /(?<![\w$.])import\("\.\/part-[\w-]+\.js"\)/g;

function faultsOf(script: string): string[] {
  const checked = script.replace(OWN_PARTS, "");
  return FORBIDDEN_IN_SCRIPTS.flatMap(([what, pattern]) => {
    const found = pattern.exec(checked);
    return found ? [`${what}: …${checked.slice(Math.max(found.index - 30, 0), found.index + 50)}…`] : [];
  });
}

async function filesOf(folder: string, ending: string): Promise<[name: string, content: string][]> {
  const names = (await readdir(DIST + folder, { recursive: true })).filter((name) => name.endsWith(ending) && !name.startsWith(PRACTICE));
  assert.ok(names.length > 0, `nothing in dist/${folder} ends in ${ending}`);
  return Promise.all(names.map(async (name) => [name, await readFile(`${DIST}${folder}/${name}`, "utf8")] as [string, string]));
}

test("the check finds each of what is forbidden", () => {
  for (const [what, , example] of FORBIDDEN_IN_SCRIPTS) assert.deepEqual(faultsOf(example).map((fault) => fault.split(":")[0]).slice(0, 1), [what], example);
  assert.deepEqual(faultsOf('import("./part-tools-A1.js")'), []);
  for (const other of ['import("./part-" + name)', 'import("https://cdn.example/part-x.js")', 'import("./other.js")']) assert.equal(faultsOf(other).length, 1, other);
  assert.deepEqual(faultsOf("retrieval(x); isFunction(x); setTimeout(act, 1); box.textContent = title"), []);
});

for (const folder of SHIPPED) {
  test(`${folder}: no script makes markup or code of text, loads code, or can be spoken to from outside`, async () => {
    for (const [name, script] of await filesOf(folder, ".js")) assert.deepEqual(faultsOf(script), [], name);
  });

  test(`${folder}: scripts fetch their own engine and nothing else`, async () => {
    for (const [name, script] of await filesOf(folder, ".js")) {
      if (name === "offline.js") continue;
      const rest = OWN_FETCHES.reduce((left, own) => left.replace(own, ""), script);
      assert.equal(/\bfetch\(.{0,60}/.exec(rest)?.[0], undefined, name);
    }
  });

  test(`${folder}: pages hold no script, style or handler of their own and name no other place`, async () => {
    for (const [name, page] of await filesOf(folder, ".html")) {
      assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)|<style|<base\b|<iframe|\son\w+\s*=|\sstyle\s*=/i, name);
      assert.doesNotMatch(page, /\b(?:src|href|action|data)\s*=\s*["']?\s*(?:https?:|\/\/|javascript:)/i, name);
    }
    for (const [name, sheet] of await filesOf(folder, ".css")) assert.doesNotMatch(sheet, /@import|url\(\s*["']?(?!data:)/i, name);
  });
}

for (const browser of ["chromium", "firefox"]) {
  test(`${browser}: the manifest lets pages reach nothing, and asks for no more than the documentation says`, async () => {
    const manifest = JSON.parse(await readFile(`${DIST}${browser}/manifest.json`, "utf8"));
    const policy = Object.fromEntries(manifest.content_security_policy.extension_pages.split("; ").map((rule: string) => rule.split(/ (.*)/).slice(0, 2)));
    assert.equal(policy["default-src"], "'none'");
    assert.equal(policy["script-src"], "'self' 'wasm-unsafe-eval'");
    assert.equal(policy["connect-src"], "'none'");
    for (const rule of Object.values(policy)) assert.doesNotMatch(rule as string, /https?:|\*|unsafe-inline|'unsafe-eval'/);
    for (const closed of ["base-uri", "form-action", "frame-ancestors"]) assert.equal(policy[closed], "'none'", closed);
    for (const door of ["externally_connectable", "web_accessible_resources", "content_scripts", "host_permissions", "optional_permissions", "sandbox"]) {
      assert.equal(manifest[door], undefined, door);
    }
    // What the stores show of it is cut there.
    for (const language of ["ar", "en"]) {
      const words = JSON.parse(await readFile(`${DIST}${browser}/_locales/${language}/messages.json`, "utf8"));
      assert.ok(words.name.message.length <= 45 && words.description.message.length <= 132, language);
    }
    const documented = [...(await readFile(`${DIST}../docs/store/permissions.md`, "utf8")).matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    for (const permission of manifest.permissions) assert.ok(documented.includes(permission), `${permission} is justified in docs/store/permissions.md`);
  });
}

test("the pictures for the stores have the sizes that the stores take", async () => {
  const folder = `${DIST}../docs/store/pictures/`;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".png"));
  for (const language of ["ar", "en"]) assert.equal(names.filter((name) => name.endsWith(`-${language}.png`)).length, 6, language);
  for (const name of names) {
    const head = await readFile(folder + name);
    assert.deepEqual([head.readUInt32BE(16), head.readUInt32BE(20)], name.startsWith("tile") ? [440, 280] : [1280, 800], name);
  }
});
