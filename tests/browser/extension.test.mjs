/** The built extension as a reader meets it, in both browsers: the toolbar button, the marks, the card, the panel. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { painted } from "./marks.mjs";
import { eventually } from "./patience.mjs";
import { all, claims, inEachBrowser } from "./reader.mjs";

const CSP_MATRIX = [
  "default-src 'none'",
  "default-src 'self'",
  "script-src 'none'; object-src 'none'",
  "script-src 'self' 'strict-dynamic' 'nonce-x'",
  "default-src 'none'; style-src 'none'; connect-src 'none'",
  "default-src https:; script-src 'sha256-AAAA'",
  "sandbox",
  "sandbox allow-scripts; default-src 'none'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
];

const ARTICLE_CLAIM = "وكانت السيول قد خلفت خسائر كبيرة في البنية التحتية، وأدت إلى انقطاع الدراسة ستة أسابيع كاملة في معظم قرى الإقليم.";

inEachBrowser("extension", (reader, inFirefox) => {
  const open = (page) => reader.open(page);
  const mark = (page) => reader.mark(page);
  const marked = () => reader.marked();
  const button = (check) => reader.button(check);
  const hover = (look, words) => reader.hover(look, words);
  let driver, server;
  before(() => ({ driver, server } = reader));

  test("a click marks the article and nothing around it", async () => {
    const marks = await mark("article.html");
    assert.deepEqual(marks.figure, ["12 مليون يورو"]);
    assert.deepEqual(marks.official.slice(0, 2), ["سامر الحلبي", "سامر الحلبي"]);
    assert.ok(marks.author.includes(ARTICLE_CLAIM));
    assert.ok(marks.unnamed.some((claim) => claim.startsWith("وقالت مصادر مطلعة")));
    assert.ok(marks.named.some((claim) => claim.includes("أعلن وزير المالية سامر الحلبي")));
    for (const around of ["القائمة", "خبر آخر", "مخفية", "سكربت", "التعليقات", "القارئ في تعليق", "محفوظة", "حقل"]) {
      assert.ok(!all(marks).some((words) => words.includes(around)), around);
    }
  });

  test("a carried speaker and a repeated name are known across paragraphs", async () => {
    const marks = await mark("article.html");
    assert.ok(marks.official.includes("الحلبي"));
    assert.ok(marks.named.some((claim) => claim.startsWith("وأضاف الحلبي")));
  });

  test("the badge counts the marks, and a second click clears everything", async () => {
    const marks = await mark("article.html");
    const count = claims(marks).length + marks.figure.length + marks.official.length;
    await button(({ badge, title }) => {
      assert.equal(badge, String(count));
      assert.match(title, new RegExp(`${count}`));
    });
    await driver.click();
    await eventually(async () => assert.deepEqual(await painted(driver), {}));
    await button(({ badge }) => assert.equal(badge, ""));
    await driver.click();
    assert.deepEqual(await marked(), marks);
  });

  test("inline elements cut neither names nor amounts nor sentences", async () => {
    const marks = await mark("mixed.html");
    assert.deepEqual(marks.figure, ["25 مليون دولار"]);
    assert.ok(marks.official.includes("سامر الحلبي"));
    assert.ok(marks.official.includes("الحلبي"));
    assert.ok(claims(marks).some((claim) => claim.startsWith("أعلنت وزارة الأشغال") && claim.includes("وادي الزيتون")));
  });

  test("open shadow trees are read and painted", async () => {
    const marks = await mark("shadow.html");
    assert.deepEqual(marks.figure, ["7 ملايين دينار"]);
    assert.deepEqual(marks.official, ["نديم الشامي"]);
  });

  for (const policy of CSP_MATRIX) {
    test(`painted and explained under the policy ${policy}`, async () => {
      const marks = await mark(`mixed.html?csp=${encodeURIComponent(policy)}`);
      assert.deepEqual(marks.figure, ["25 مليون دولار"]);
      const { card, place } = await hover("figure");
      assert.ok(card.box.top >= place.bottom || card.box.bottom <= place.top, "the card's style is not applied");
      await driver.press("Escape");
    });
  }

  test("the card explains the marks under the pointer, off the mark and in the window", async () => {
    await mark("article.html");
    const { card, place } = await hover("official");
    assert.equal(card.dir, "rtl");
    assert.equal(card.labels[0], "مسؤول");
    assert.ok(card.labels.some((label) => label.includes("ادّعاء")));
    assert.ok(card.reasons[0].includes("وزير المالية"), card.reasons[0]);
    assert.ok(card.reasons.every((reason) => reason.length > 10));
    await reader.card(({ announced }) => assert.ok(announced.includes(card.reasons[0]), "announced"));
    assert.ok(card.box.left >= 0 && card.box.top >= 0);
    assert.ok(card.box.top >= place.bottom || card.box.bottom <= place.top);
    const size = await driver.evaluate(() => [innerWidth, innerHeight]);
    assert.ok(card.box.right <= size[0] && card.box.bottom <= size[1]);
    await reader.eventually(({ current, official }) => assert.deepEqual(current, [official[0]]));
  });

  test("Escape closes the card, and the document is as it was", async () => {
    await open("article.html");
    const markup = () => driver.evaluate(() => document.documentElement.outerHTML);
    const before = await markup();
    await driver.click();
    await marked();
    assert.equal(await markup(), before);
    await hover("figure");
    assert.notEqual(await markup(), before);
    await driver.press("Escape");
    await eventually(async () => {
      assert.equal(await markup(), before);
      assert.equal((await painted(driver)).current, undefined);
    });
  });

  test("a page's styles do not reach the card", async () => {
    await mark("article.html");
    await driver.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { display: none !important; position: static !important; font-size: 1px !important } html, body, body * { display: block !important; font-size: 18px !important }");
      document.adoptedStyleSheets = [sheet];
    });
    const { card, place } = await hover("figure");
    assert.ok(card.box.bottom - card.box.top > 60);
    assert.ok(card.box.top >= place.bottom || card.box.bottom <= place.top);
    await driver.press("Escape");
  });

  test("the shortcuts go from mark to mark and give the card the keyboard", async () => {
    await mark("article.html");
    await driver.command("next-mark");
    const first = await eventually(async () => {
      const card = await driver.card();
      assert.ok(card?.focused);
      return card;
    });
    await driver.command("next-mark");
    await eventually(async () => assert.notEqual((await driver.card())?.position, first.position));
    await driver.command("previous-mark");
    await eventually(async () => assert.equal((await driver.card())?.position, first.position));
    await driver.press("Escape");
    await eventually(async () => assert.equal(await driver.card(), null));
  });

  test("the panel shows the report, and a row leads to its mark in the page", async () => {
    const marks = await mark("article.html");
    await hover("figure");
    await driver.openPanel();
    await eventually(async () => {
      const report = await driver.inPanel(() => document.body.innerText);
      for (const words of ["سامر الحلبي", "12 مليون يورو", "الإبراز لا يعني الخطأ"]) assert.ok(report.includes(words), words);
    });
    await driver.press("Escape");
    await reader.noCard();
    await eventually(() =>
      driver.inPanel(() => {
        document.querySelector("#report a[data-kind=figure]").click();
      }),
    );
    await eventually(async () => assert.deepEqual((await painted(driver)).current, marks.figure));
    await reader.card((card) => assert.ok(card?.labels.includes("رقم تمويل")));
    await driver.press("Escape");
    await reader.noCard();
    await driver.click();
    await eventually(async () => assert.match(await driver.inPanel(() => document.body.innerText), /لم يُبرز شيء/));
    await driver.closePanel();
  });

  for (const [page, badge, title] of [
    ["english.html", "–", /لا يوجد نص إخباري عربي/],
    ["empty.html", "–", /لا نص في هذه الصفحة/],
  ]) {
    test(`${page}: a clear message, no mark`, async () => {
      await open(page);
      await driver.click();
      await button((says) => {
        assert.equal(says.badge, badge);
        assert.match(says.title, title);
      });
      assert.match(await driver.notice(), title);
      assert.deepEqual(await painted(driver), {});
    });
  }

  test("a page that the browser forbids: a clear message, no exception", async () => {
    await driver.open(driver.name === "chromium" ? "chrome://version/" : "about:license");
    await driver.click();
    await button(({ badge, title }) => {
      assert.equal(badge, "–");
      assert.match(title, /لا يسمح المتصفح/);
    });
    assert.match(await driver.notice(), /لا يسمح المتصفح/);
    await open("article.html");
    await button(({ badge }) => assert.equal(badge, ""));
  });

  test("text edited in place is marked anew, text added elsewhere is left alone", async () => {
    await mark("article.html");
    await driver.evaluate(() => {
      document.querySelector("aside:last-of-type p").textContent = "أعلن وزير التجارة خبراً جديداً في القائمة الجانبية.";
      document.querySelector("article p").textContent = "أعلن وزير المالية سامر الحلبي أن الاتحاد الأوروبي قدّم منحة بقيمة 15 مليون يورو لترميم المدارس.";
    });
    await reader.eventually((marks) => {
      assert.deepEqual(marks.figure, ["15 مليون يورو"]);
      assert.ok(!all(marks).some((words) => words.includes("التجارة")));
    });
  });

  test("paragraphs that come later are marked", async () => {
    await mark("article.html");
    await driver.evaluate(() => {
      const more = document.createElement("p");
      more.textContent = "وأكد الحلبي أن الحكومة خصصت 4 ملايين يورو لشراء حافلات مدرسية.";
      document.querySelector("article").append(more);
    });
    await eventually(async () => assert.deepEqual((await painted(driver)).figure, ["12 مليون يورو", "4 ملايين يورو"]));
  });

  test("an article that goes and comes back is marked again", async () => {
    const marks = await mark("article.html");
    await driver.evaluate(() => {
      window.kept = document.body.innerHTML;
      document.body.innerHTML = "";
    });
    await eventually(async () => assert.deepEqual(await painted(driver), {}));
    await driver.evaluate(() => (document.body.innerHTML = window.kept));
    await eventually(async () => assert.deepEqual(await painted(driver), marks));
  });

  test("marks that the page clears come back", async () => {
    const marks = await mark("article.html");
    await driver.evaluate(() => {
      CSS.highlights.clear();
      document.body.append(document.createElement("hr"));
    });
    await eventually(async () => assert.deepEqual(await painted(driver), marks));
  });

  test("navigation inside the page leaves no mark of the last article", async () => {
    await mark("article.html");
    await driver.evaluate(() => {
      history.pushState(null, "", "/other.html");
      document.querySelector("main").innerHTML = "<p>صفحة أخرى لم يطلب أحد إبرازها.</p>";
    });
    await eventually(async () => assert.deepEqual(await painted(driver), {}));
    await button(({ badge }) => assert.equal(badge, ""));
  });

  test("back from another page, marks and badge agree", async () => {
    const marks = await mark("article.html");
    await open("mixed.html");
    await driver.back();
    await eventually(async () => {
      assert.equal(await driver.evaluate(() => location.pathname), "/article.html");
      const now = await painted(driver);
      const kept = Object.keys(now).length > 0;
      assert.deepEqual(now, kept ? marks : {});
      assert.equal((await driver.button()).badge !== "", kept);
    });
  });

  test("a fragment of the same page keeps the marks", async () => {
    const marks = await mark("article.html");
    // What comes later is marked too, so that the look at the new address is past then.
    await driver.evaluate(() => {
      location.hash = "comments";
      const more = document.createElement("p");
      more.textContent = "وقال الحلبي إن الحكومة خصصت 4 ملايين يورو لشراء الكتب.";
      document.querySelector("article").append(more);
    });
    await reader.eventually((now) => {
      assert.deepEqual(now.figure, [...marks.figure, "4 ملايين يورو"]);
      assert.deepEqual(claims(marks).filter((claim) => !claims(now).includes(claim)), []);
    });
  });

  test("the options page changes the interface's language at once", async () => {
    const choose = async (value) => {
      await eventually(async () => assert.ok(await driver.evaluate(() => document.querySelector("input:checked")), "the page is not ready"));
      await driver.evaluate((value) => document.querySelector(`input[value=${value}]`).click(), value);
    };
    await driver.open(await driver.addressOf("options.html"));
    await choose("en");
    await eventually(async () => assert.deepEqual(await driver.evaluate(() => [document.querySelector("h1").textContent, document.documentElement.dir]), ["Isnad options", "ltr"]));
    await mark("article.html");
    const { card } = await hover("figure");
    assert.equal(card.labels[0], "Funding figure");
    assert.equal(card.dir, "ltr");
    await driver.press("Escape");
    await driver.open(await driver.addressOf("options.html"));
    await choose("ar");
    await eventually(async () => assert.equal(await driver.evaluate(() => document.documentElement.dir), "rtl"));
  });

  // Chromium asks, and no script may answer.
  if (inFirefox) {
    test("a site that the reader has granted is marked without a click, until the grant is withdrawn", async () => {
      const clickOn = async (selector) => {
        const place = await driver.evaluate((selector) => {
          const { left, right, top, bottom } = document.querySelector(selector).getBoundingClientRect();
          return { x: (left + right) / 2, y: (top + bottom) / 2 };
        }, selector);
        await driver.clickAt(place.x, place.y);
      };
      const sites = () => driver.evaluate(() => document.getElementById("sites").textContent);
      // Known to the browser a moment after the options page shows it.
      const knownSites = (count) => eventually(async () => assert.equal((await driver.inBackground(() => chrome.scripting.getRegisteredContentScripts())).length, count));
      await driver.open(await driver.addressOf("options.html"));
      await eventually(async () => assert.match(await sites(), /لا مواقع بعد/));
      await driver.evaluate((site) => (document.getElementById("site").value = site), server.url(""));
      await clickOn("#add button");
      await eventually(async () => assert.match(await sites(), /127\.0\.0\.1/));
      await knownSites(1);
      await open("article.html");
      await marked();
      await driver.click();
      await eventually(async () => assert.deepEqual(await painted(driver), {}));
      await driver.open(await driver.addressOf("options.html"));
      await eventually(async () => assert.match(await sites(), /127\.0\.0\.1/));
      await clickOn("#sites button");
      await eventually(async () => assert.match(await sites(), /لا مواقع بعد/));
      await knownSites(0);
      // A click marks what is not marked.
      assert.ok(all(await mark("article.html")).length > 0);
    });
  }

  test("a background that the browser has ended wakes up and goes on", async () => {
    const marks = await mark("article.html");
    await driver.endBackground();
    await driver.click();
    await eventually(async () => assert.deepEqual(await painted(driver), {}));
    await driver.endBackground();
    await driver.click();
    assert.deepEqual(await marked(), marks);
  });
});
