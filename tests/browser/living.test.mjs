/** Pages that live: marks follow the text, and never stand on words they are not about. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./patience.mjs";
import { claims, inEachBrowser } from "./reader.mjs";

const POST = "أعلن وزير الداخلية عماد القيسي أن الحكومة رصدت 17 مليون ليرة لإصلاح الطرق في الجنوب.";
const NEXT = "قال وزير الزراعة نديم الشامي إن الحكومة خصصت 18 مليون دينار لدعم المزارعين المتضررين من الجفاف، وإنها ستصرف قبل بداية الموسم المقبل في كل المحافظات.";

inEachBrowser("living pages", (reader) => {
  test("a page that is zoomed keeps its marks, and the card stands beside its mark inside of the window", async () => {
    const zoom = (factor) => reader.driver.inBackground(async (factor) => {
      const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      await chrome.tabs.setZoom(id, factor);
    }, factor);
    const before = await reader.mark("article.html");
    try {
      for (const factor of [2, 0.5]) {
        const ratio = await reader.evaluate(() => devicePixelRatio);
        await zoom(factor);
        await eventually(async () => assert.notEqual(await reader.evaluate(() => devicePixelRatio), ratio));
        await reader.eventually((marks) => assert.deepEqual(marks, before));
        await reader.driver.command("next-mark");
        const { box } = await reader.card();
        const window = await reader.evaluate(() => ({ right: innerWidth, bottom: innerHeight }));
        assert.ok(box.left >= 0 && box.top >= 0 && box.right <= window.right && box.bottom <= window.bottom, JSON.stringify({ factor, box, window }));
        const { top, bottom } = await placeOfCurrent();
        assert.ok(box.top >= bottom || box.bottom <= top, `the card covers its mark at ${factor}`);
        await reader.driver.press("Escape");
        await reader.noCard();
      }
    } finally {
      await zoom(1);
    }
  });
  const placeOfCurrent = () => reader.evaluate(() => {
    const [{ startContainer, startOffset, endContainer, endOffset }] = CSS.highlights.get("isnad-current");
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return { top, bottom };
  });

  test("in a window of another size the card stands beside its mark", async () => {
    const size = await reader.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await reader.mark("article.html");
    try {
      await reader.driver.command("next-mark");
      await reader.card();
      await reader.driver.resize(600, size.height);
      await eventually(async () => {
        const { box } = await reader.driver.card();
        const { top, bottom } = await placeOfCurrent();
        const width = await reader.evaluate(() => innerWidth);
        assert.ok(width <= 600 && box.left >= 0 && box.right <= width && (box.top >= bottom || box.bottom <= top), JSON.stringify({ box, width, top, bottom }));
      });
      await reader.driver.press("Escape");
    } finally {
      await reader.driver.resize(size.width, size.height);
    }
  });

  test("words that change under a mark lose it before the next frame is drawn", async () => {
    await reader.mark("article.html");
    const painted = await reader.evaluate(
      () =>
        new Promise((resolve) => {
          const node = document.querySelector("article p").firstChild;
          const there = () => [...CSS.highlights].flatMap(([, highlight]) => [...highlight]).filter(({ startContainer, endContainer }) => startContainer === node || endContainer === node).length;
          const before = there();
          node.data = node.data.split(" ").reverse().join(" ");
          // The marking's own look at the frame comes before the second one.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve([before, there()])));
        }),
    );
    assert.ok(painted[0] > 0);
    assert.equal(painted[1], 0);
    await reader.eventually(({ author }) => assert.ok(author.length > 0));
  });

  test("a page that uses its elements again for another story keeps no mark of the last one", async () => {
    await reader.mark("article.html");
    await reader.evaluate((story) => {
      history.pushState(null, "", "/stories/2");
      document.querySelector("h1").firstChild.data = "خبر آخر";
      for (const p of document.querySelectorAll("article > p, .standfirst")) p.firstChild.data = story;
    }, NEXT);
    await reader.cleared();
    await reader.button(({ badge }) => assert.equal(badge, ""));
  });

  test("a story that stays in the document out of sight keeps no mark", async () => {
    await reader.mark("article.html");
    await reader.evaluate(() => {
      history.pushState(null, "", "/stories/3");
      document.querySelector(".page").style.display = "none";
      document.body.insertAdjacentHTML("beforeend", "<main><h1>خبر جديد</h1><p>قالت الشركة إن العمل بدأ صباح اليوم في الميناء الجديد.</p></main>");
    });
    await reader.cleared();
  });

  test("a site that names its stories by fragments", async () => {
    await reader.mark("article.html");
    await reader.evaluate((story) => {
      location.hash = "#/story/2";
      document.querySelector("article").innerHTML = `<p>${story}</p>`;
      document.querySelector("h1").textContent = "خبر آخر";
      document.querySelector(".standfirst").remove();
    }, NEXT);
    await reader.cleared();
  });

  test("a page that loads on and on is marked as it grows, whatever it calls itself meanwhile", async () => {
    const before = await reader.mark("sites/stacked.html");
    await reader.evaluate((story) => {
      document.getElementById("stream").insertAdjacentHTML(
        "beforeend",
        `<div class="story-wrap"><h1>دعم المزارعين</h1><article class="post-3 story"><p>${story}</p><p>وأضاف الشامي أن البنك الزراعي سيؤجل الديون سنة كاملة.</p></article></div>`,
      );
      history.replaceState(null, "", "/stories/third");
    }, NEXT);
    await reader.eventually(({ figure }) => assert.deepEqual(figure, [...before.figure, "18 مليون دينار"]));
  });

  test("a live blog: what is put on top is marked, the rest stays", async () => {
    const before = await reader.mark("sites/liveblog.html");
    await reader.evaluate((post) => {
      document.getElementById("feed").insertAdjacentHTML("afterbegin", `<article class="live-post"><time>13:05</time><p>${post}</p></article>`);
    }, POST);
    await reader.eventually((marks) => {
      assert.ok(marks.figure.includes("17 مليون ليرة"));
      assert.deepEqual(claims(before).filter((words) => !claims(marks).includes(words)), []);
    });
  });

  test("paragraphs that are filled when they come into view", async () => {
    await reader.mark("article.html");
    await reader.evaluate((story) => {
      document.querySelector("article").insertAdjacentHTML("beforeend", "<p id=late></p>");
      const fill = new IntersectionObserver(() => (document.getElementById("late").textContent = story));
      fill.observe(document.getElementById("late"));
      document.getElementById("late").scrollIntoView();
    }, NEXT);
    await reader.eventually(({ figure }) => assert.ok(figure.includes("18 مليون دينار")));
  });

  test("of a long text only the part that has changed is analysed again", async () => {
    await reader.open("long.html");
    await reader.driver.inBackground(() => {
      self.analyzed = [];
      chrome.runtime.onMessage.addListener((message) => {
        if (message?.type === "analyze") self.analyzed.push(message.text.length);
        return undefined;
      });
    });
    await reader.click();
    await reader.eventually(({ figure }) => assert.equal(figure?.at(-1), "1999 مليون دينار"));
    const parts = await reader.driver.inBackground(() => self.analyzed.splice(0));
    assert.ok(parts.length > 2, `${parts.length} parts`);
    await reader.evaluate(() => (document.querySelector("article p:last-child").lastChild.data += " وبلغ القرض الثاني 5000 مليون دينار."));
    await reader.eventually(({ figure }) => assert.equal(figure?.at(-1), "5000 مليون دينار"));
    assert.equal((await reader.driver.inBackground(() => self.analyzed)).length, 1);
  });

  test("marks that the page throws out, empties or replaces come back", async () => {
    const marks = await reader.mark("article.html");
    for (const harm of [
      () => CSS.highlights.clear(),
      () => CSS.highlights.set("isnad-author", new Highlight()),
      () => CSS.highlights.get("isnad-author").clear(),
    ]) {
      await reader.evaluate(harm);
      await reader.evaluate(() => document.body.append(document.createElement("hr")));
      await reader.eventually((now) => assert.deepEqual(now, marks));
    }
  });

  test("a hidden tab is left alone until it is looked at", async () => {
    const marks = await reader.mark("article.html");
    const first = await reader.driver.tab;
    await reader.evaluate((story) => {
      document.addEventListener("visibilitychange", () => {
        if (document.hidden) document.querySelector("article").insertAdjacentHTML("beforeend", `<p>${story}</p>`);
        else window.whenShown = [...CSS.highlights.get("isnad-figure")].length;
      });
    }, NEXT);
    await reader.driver.openTab(reader.server.url("empty.html"));
    const second = await reader.driver.tab;
    await eventually(async () => assert.ok(await reader.driver.evaluateIn(first, () => document.hidden && document.querySelectorAll("article > p:last-child").length > 0)));
    await reader.driver.showTab(first);
    await reader.eventually(({ figure }) => assert.deepEqual(figure, [...marks.figure, "18 مليون دينار"]));
    assert.equal(await reader.evaluate(() => window.whenShown), marks.figure.length);
    await reader.driver.closeTab(second);
  });

  test("back out of the back-forward cache, the marks are those of the page", async () => {
    const marks = await reader.mark("article.html");
    await reader.open("empty.html");
    await reader.driver.back();
    const kept = await eventually(async () => {
      assert.ok(await reader.evaluate(() => document.readyState === "complete" && document.querySelector("article") !== null));
      const now = await reader.painted();
      const kept = Object.keys(now).length > 0;
      assert.deepEqual(now, kept ? marks : {});
      return kept;
    });
    if (!kept) return;
    await reader.evaluate((story) => document.querySelector("article").insertAdjacentHTML("beforeend", `<p>${story}</p>`), NEXT);
    await reader.eventually(({ figure }) => assert.equal(figure.length, marks.figure.length + 1));
  });

  test("twenty tabs at once", async () => {
    const first = await reader.driver.tab;
    const tabs = [];
    for (let i = 0; i < 20; i++) {
      await reader.driver.openTab(reader.server.url("article.html"));
      tabs.push(await reader.driver.tab);
      await reader.click();
    }
    for (const tab of tabs) {
      await reader.driver.showTab(tab);
      await reader.eventually(({ figure }) => assert.deepEqual(figure, ["12 مليون يورو"]));
      await reader.driver.closeTab(tab);
    }
    await reader.driver.showTab(first);
  });
});
