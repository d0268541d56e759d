import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../../test/page.ts";
import { findArticle, wholePage } from "./find-article.ts";
import { readText } from "./read-text.ts";

const TITLE = "افتتاح محطة لتحلية المياه في خليج المرجان";
const LEAD = "المحطة تخدم ثلاث مدن ساحلية وتعمل بالطاقة الشمسية.";
const FIRST = "افتتحت وزارة المياه صباح الخميس محطة جديدة لتحلية مياه البحر، قالت إنها ستكفي حاجة ثلاث مدن ساحلية طوال فصل الصيف.";
const SECOND = "وأوضح مدير المشروع أن تكلفة المحطة بلغت أربعين مليون دينار، وأن تشغيلها يعتمد على ألواح شمسية نصبت فوق الخزانات.";
const THIRD = "ويشكو سكان المنطقة منذ سنوات من انقطاع المياه المتكرر، وخصوصاً في القرى البعيدة عن الخط الرئيس الذي يغذي الميناء.";
const SHORT = "وانتهى الحفل ظهراً.";
const OTHER = "خبر آخر لا صلة له بالمقال يحكي عن مباراة طويلة انتهت بالتعادل بعد أن أضاع الفريقان فرصاً كثيرة في الشوط الثاني.";

const article = (tag: string) => [FIRST, SECOND, THIRD].map((text) => `<${tag}>${text}</${tag}>`).join("");
const ARTICLE = [FIRST, SECOND, THIRD];
const MENU = `<ul class="menu-list">${"<li><a href=/>أخبار المحافظات والاقتصاد والرياضة</a></li>".repeat(8)}</ul>`;
const COMMENTS = `<div id="comments"><p>${OTHER}</p></div>`;

const SHAPES: readonly [what: string, html: string, blocks: readonly string[]][] = [
  ["main and article", `<nav>${MENU}</nav><main><h1>${TITLE}</h1><article>${article("p")}</article></main><footer><p>${OTHER}</p></footer>`, [TITLE, ...ARTICLE]],
  ["headline, standfirst and body side by side", `<h1>${TITLE}</h1><div class="standfirst">${LEAD}</div><div class="body">${article("p")}</div>`, [TITLE, LEAD, ...ARTICLE]],
  ["plain divisions", `<div>${MENU}</div><div><div><h1>${TITLE}</h1>${article("div")}</div></div>`, [TITLE, ...ARTICLE]],
  ["tables and font elements", `<table><tr><td>${MENU}</td><td><font size=4>${ARTICLE.join("<br><br>")}</font></td></tr></table>`, ARTICLE],
  ["comments named by id, in the article's element", `<article><h1>${TITLE}</h1>${article("p")}${COMMENTS}</article>`, [TITLE, ...ARTICLE]],
  ["related story inside", `<article>${article("p")}<aside><p>${OTHER}</p></aside><div class="post-related"><p>${OTHER}</p></div></article>`, ARTICLE],
  ["a way to the next story", `<article>${article("p")}<div class="article_prev_next"><span>${OTHER}</span></div></article>`, ARTICLE],
  ["sharing named in one word", `<article>${article("p")}<div class="ShareBar"><span>${SHORT}</span></div></article>`, ARTICLE],
  ["a list of links inside", `<article>${article("p")}<ul><li><a href=/>${OTHER}</a></li></ul></article>`, ARTICLE],
  ["short paragraphs among long ones", `<div><div><p>${FIRST}</p></div><div><p>${SHORT}</p></div><div><p>${SECOND}</p></div></div>`, [FIRST, SHORT, SECOND]],
  ["one long paragraph and a short one", `<div class=story><p>${ARTICLE.join(" ")}</p><p>${SHORT}</p></div>`, [ARTICLE.join(" "), SHORT]],
  ["marked up as the article's body", `<div><div itemprop="articleBody">${article("p")}</div><div><p>${OTHER}</p></div></div>`, ARTICLE],
  ["an article's name that looks like an addition", `<div class="has-sidebar share"><article class="post tags">${article("p")}</article></div>`, ARTICLE],
  ["several articles of one live blog", `<main>${ARTICLE.map((text) => `<article><p>${text}</p></article>`).join("")}</main>`, ARTICLE],
  ["a headline that is a link", `<article><h1><a href=/>${TITLE}</a></h1>${article("p")}</article>`, [TITLE, ...ARTICLE]],
  ["a headline in a header", `<article><header><h1>${TITLE}</h1></header>${article("p")}</article>`, [TITLE, ...ARTICLE]],
  ["a picture's caption", `<article><figure><img><figcaption>${SHORT}</figcaption></figure>${article("p")}</article>`, [SHORT, ...ARTICLE]],
  ["long comments under a short article", `<div class="story"><h1>${TITLE}</h1><p>${FIRST}</p></div><div class="comments-area">${`<p>${OTHER}</p>`.repeat(6)}</div>`, [TITLE, FIRST]],
  ["an appeal to subscribe that is longer than the teaser", `<div><h1>${TITLE}</h1><p>${FIRST}</p></div><div class="box"><h3>اشترك الآن</h3>${`<p>${OTHER}</p>`.repeat(3)}</div>`, [TITLE, FIRST]],
  ["related stories known by their heading alone", `<div><h1>${TITLE}</h1>${article("p")}<div class="x9"><h3>أخبار ذات صلة</h3><p>${OTHER}</p></div></div>`, [TITLE, ...ARTICLE]],
  ["excerpts of other stories beside it", `<div class="a">${article("p")}</div><div class="b">${`<div><h3><a href=/>${TITLE}</a></h3><p>${OTHER}</p></div>`.repeat(4)}</div>`, ARTICLE],
  ["two articles, one below the other", `<div>${ARTICLE.slice(0, 2).map((text) => `<div><h1>${TITLE}</h1><article>${`<p>${text}</p>`.repeat(2)}</article></div>`).join(`<div class="related"><p>${OTHER}</p></div>`)}</div>`,
    [TITLE, FIRST, FIRST, TITLE, SECOND, SECOND]],
  ["the site's name for a first heading", `<h1><a href=/>صحيفة المرفأ</a></h1><div><h2>${TITLE}</h2><div class="entry-content">${article("p")}</div></div>`, [TITLE, ...ARTICLE]],
  ["a front page", `<nav>${MENU}</nav><div>${`<div><h3><a href=/>${TITLE}</a></h3><p>${LEAD}</p></div>`.repeat(4)}</div>`, Array(4).fill([TITLE, LEAD]).flat()],
  ["a hidden copy for print", `<div hidden><div class="article-body">${article("p")}</div></div><div class="article-body">${article("p")}</div>`, ARTICLE],
  ["the text that JSON-LD gives", `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":${JSON.stringify(ARTICLE.join(" "))}}</script><div><div class="x1">${article("p")}</div><div class="x2"><p>${OTHER}</p><p>${OTHER}</p></div></div>`, ARTICLE],
  ["next to nothing", `<p>${SHORT}</p>`, [SHORT]],
];

for (const [what, html, blocks] of SHAPES) {
  test(`article found: ${what}`, () => assert.deepEqual(readText(findArticle(page(html))).text.split("\n"), blocks));
}

test("an article in an open shadow tree is found", () => {
  const document = page("<news-page></news-page>");
  document.querySelector("news-page")!.attachShadow({ mode: "open" }).innerHTML = `<nav>${MENU}</nav><section>${article("p")}</section>`;
  assert.deepEqual(readText(findArticle(document)).text.split("\n"), ARTICLE);
});

test("the whole page is read where the reader asks for it", () => {
  const document = page(`<aside><p>${OTHER}</p></aside><article>${article("p")}</article>`);
  assert.deepEqual(readText(wholePage(document)).text.split("\n"), [OTHER, ...ARTICLE]);
});
