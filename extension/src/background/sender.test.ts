import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { isOfSender, isOwnPage, isPageScript } from "./sender.ts";

const OWN = "chrome-extension://abcdefghijklmnop/";

describe("senders", () => {
  before(() => {
    (globalThis as { chrome?: unknown }).chrome = { runtime: { id: "abcdefghijklmnop", getURL: (path: string) => OWN + path } };
  });
  const tab = { id: 7 } as chrome.tabs.Tab;

  test("a page's script, a page of the extension, and others", () => {
    const script = { id: "abcdefghijklmnop", tab, frameId: 0, url: "https://news.example/story" };
    const panel = { id: "abcdefghijklmnop", url: `${OWN}panel.html` };
    const reading = { id: "abcdefghijklmnop", tab, url: `${OWN}reading.html?pages=x` };
    assert.deepEqual([script, panel, reading].map(isPageScript), [true, false, false]);
    assert.deepEqual([script, panel, reading].map(isOwnPage), [false, true, true]);
    for (const other of [{ ...script, id: "ponmlkjihgfedcba" }, { ...panel, id: "ponmlkjihgfedcba" }, { ...panel, id: undefined }, { id: "abcdefghijklmnop" }]) {
      assert.deepEqual([isPageScript(other as never), isOwnPage(other as never)], [false, false]);
    }
    assert.ok(!isOwnPage({ id: "abcdefghijklmnop", url: `https://news.example/?${OWN}panel.html` }));
  });

  test("a page may name addresses of its own origin", () => {
    const may = (address: string, url: string | undefined) => isOfSender(address, { url } as never);
    assert.ok(may("https://news.example/story?id=1", "https://news.example/other#x"));
    assert.ok(may("https://news.example:8443/story", "https://news.example:8443/"));
    for (const address of ["https://bank.example/", "https://news.example.evil.example/story", "http://news.example/story", "https://news.example:8443/story", "", "null/etc/passwd"]) {
      assert.ok(!may(address, "https://news.example/story"), address);
    }
    assert.ok(may("null/home/reader/page.html", "file:///home/reader/page.html"));
    assert.ok(!may("https://news.example/story", "file:///home/reader/page.html"));
    assert.ok(!may("https://news.example/story", "about:srcdoc"));
    assert.ok(!may("https://news.example/story", undefined));
    assert.ok(!may("https://news.example/story", "no address"));
  });
});
