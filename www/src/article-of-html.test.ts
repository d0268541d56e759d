import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { articleOfHtml } from "./article-of-html";

const { window } = new JSDOM("");
Object.assign(globalThis, { DOMParser: window.DOMParser, Node: window.Node });

function copy(html: string): HTMLElement {
  const holder = window.document.createElement("div");
  holder.append(articleOfHtml(html, window.document));
  return holder;
}

const PARAGRAPH = "أعلن وزير النقل أن الجسر الجديد سيُفتح أمام المركبات في مطلع الشهر المقبل بعد تأخير دام عامين كاملين";

test("takes the article with its shape and leaves what stands around it", () => {
  const article = copy(`
    <nav><a href="/">الرئيسية</a> <a href="/e">الاقتصاد والأعمال</a></nav>
    <article><h1>الجسر يُفتح</h1><p>${PARAGRAPH}، <a href="/x"><b>وفق البيان</b></a>.</p><p>${PARAGRAPH}.</p></article>
    <footer>${PARAGRAPH}</footer>`);
  assert.equal(article.querySelector("h1")?.textContent, "الجسر يُفتح");
  assert.deepEqual([...article.querySelectorAll("p")].map((p) => p.innerHTML), [`${PARAGRAPH}، <b>وفق البيان</b>.`, `${PARAGRAPH}.`]);
  assert.doesNotMatch(article.textContent ?? "", /الرئيسية/);
});

test("takes nothing along that runs, loads or hides", () => {
  const article = copy(`<article><p onclick="evil()" style="color:red" id="x">${PARAGRAPH}</p><script>evil()</script>
    <img src="https://example.com/x.png" onerror="evil()"><iframe src="https://example.com"></iframe><style>p{display:none}</style>
    <svg><text>رسم</text></svg><p hidden>سرّ</p><p style="display: none">سرّ</p></article>`);
  assert.equal(article.querySelectorAll("script, img, iframe, style, svg").length, 0);
  assert.equal([...article.querySelectorAll("*")].some((element) => element.attributes.length > 0), false);
  assert.equal(article.textContent?.trim(), PARAGRAPH);
});

test("reads a page that nests deeper than a stack", () => {
  const depth = 400;
  assert.equal(copy(`${"<div>".repeat(depth)}<p>${PARAGRAPH}</p>`).textContent, PARAGRAPH);
});

test("a page without text gives an empty article", () => {
  assert.equal(copy("<!doctype html><title>x</title><img src=x>").textContent?.trim(), "");
});
