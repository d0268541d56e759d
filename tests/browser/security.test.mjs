/** What a hostile page, its text, its frames and a page's process that has been taken over try, and how far they get: `docs/security.md`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./patience.mjs";
import { all, inEachBrowser } from "./reader.mjs";

const ELSEWHERE = "https://bank.example/letter";

inEachBrowser("hostile pages", (reader, inFirefox) => {
  /** Runs a function beside the extension's script, as somebody could who has taken over the page's process. Only there: `chrome` is the script's. */
  const asScript = (fn, ...args) =>
    reader.driver.inBackground(
      new Function(
        "args",
        `return chrome.tabs.query({ active: true, lastFocusedWindow: true })
          .then(([{ id }]) => chrome.scripting.executeScript({ target: { tabId: id }, func: ${fn}, args }))
          .then(([{ result }]) => result ?? null);`,
      ),
      args,
    );
  /** A tab with a page of the extension's own, which may do what the panel does. */
  const asOwnPage = (fn, ...args) => inOwnPage("options.html", fn, ...args);
  const inOwnPage = async (file, fn, ...args) => {
    const before = await reader.driver.tab;
    const back = await reader.driver.openTab(await reader.driver.addressOf(file));
    try {
      return await reader.driver.evaluate(fn, ...args);
    } finally {
      await reader.driver.closeTab(await reader.driver.tab);
      await back();
      await reader.driver.showTab(before);
    }
  };
  /** Opens the panel on the page in front, by the button of a card in Chromium. */
  const openPanel = async () => {
    if (!inFirefox) await reader.hover("figure");
    await reader.driver.openPanel();
    await eventually(async () => assert.ok(await reader.driver.inPanel(() => !document.getElementById("marked").hidden)));
  };

  test("a page finds no door: its messages, by whatever way, are heard by nobody", async () => {
    await reader.mark("article.html");
    const before = await reader.painted();
    await reader.button(({ badge }) => assert.notEqual(badge, ""));
    const { badge } = await reader.driver.button();
    const doors = await reader.evaluate(async () => {
      const channel = new BroadcastChannel("isnad");
      const delivered = Promise.all([
        new Promise((resolve) => addEventListener("message", ({ data }) => data === "last" && resolve())),
        new Promise((resolve) => (channel.onmessage = ({ data }) => data === "last" && resolve())),
      ]);
      const orders = [{ type: "result" }, { type: "follow", running: false, topLeads: false }, { type: "state", state: null, running: false, first: true }, { type: "corrected" }];
      for (const order of orders) {
        window.postMessage(order, "*");
        for (const target of [window, document, document.documentElement]) target.dispatchEvent(new CustomEvent(order.type, { detail: order, bubbles: true }));
        new BroadcastChannel("isnad").postMessage(order);
      }
      window.postMessage("last", "*");
      new BroadcastChannel("isnad").postMessage("last");
      await delivered;
      return ["chrome", "browser"].flatMap((name) => (window[name]?.runtime ? Object.keys(window[name].runtime) : []));
    });
    assert.deepEqual(doors, []);
    assert.deepEqual(await reader.painted(), before);
    await reader.button((now) => assert.equal(now.badge, badge));
  });

  test("the policy lets nothing of the extension reach any place, but for the files of its own package", async () => {
    const policy = await reader.driver.inBackground(() => chrome.runtime.getManifest().content_security_policy.extension_pages);
    assert.match(policy, /(?:^|; )connect-src 'none'(?:;|$)/);
    const addresses = [reader.server.url("article.html"), "https://collector.example/", await reader.driver.addressOf("engine.wasm")];
    /** What became of each request: an answer, or the rule that refused it, of which the page or the worker hears after the failure. */
    const outcomes = async (addresses) => {
      const listener = globalThis.document ?? globalThis;
      const found = [];
      for (const address of addresses) {
        const refusal = new Promise((resolve) => listener.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }));
        found.push(await fetch(address).then(() => "an answer", () => refusal));
      }
      return found;
    };
    const expected = ["connect-src", "connect-src", "an answer"];
    assert.deepEqual(await reader.driver.inBackground(outcomes, addresses), expected);
    for (const page of ["panel.html", "reading.html", "options.html", "notice.html"]) assert.deepEqual(await inOwnPage(page, outcomes, addresses), expected, page);
  });

  test("text of a page is text in the card, in the panel and on the reading page", async () => {
    await reader.open("hostile.html");
    await reader.click();
    await reader.marked();
    const { card } = await reader.hover("official", "سامر الحلبي");
    assert.ok(card.reasons.length > 0);
    await openPanel();
    await eventually(async () => assert.match(await reader.driver.inPanel(() => document.body.textContent), /<img src=x onerror="pwned = 'claim'">/));
    const faults = () => ({
      pwned: globalThis.pwned ?? null,
      elements: [...document.querySelectorAll("img, script, iframe, svg:not(.isnad-bar), b[onmouseover], [onerror], [onload]")].filter((one) => one.closest("#report, #article, #worksheet, .comparison, #tasks")).map(({ outerHTML }) => outerHTML.slice(0, 200)),
      links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("#") && !href.startsWith(`${location.origin}/reading.html`)),
    });
    const nothing = { pwned: null, elements: [], links: [] };
    assert.deepEqual(await reader.driver.inPanel(faults), nothing);
    for (const task of ["lesson", "present", "worksheet"]) {
      const tab = await reader.driver.newTab(() =>
        eventually(() =>
          reader.driver.inPanel((at) => {
            const button = document.querySelectorAll("#tasks > button")[at];
            if (!button.checkVisibility()) throw new Error("the panel is about another tab yet");
            button.click();
          }, ["lesson", "present", "worksheet"].indexOf(task)),
        ),
      );
      await eventually(async () => assert.match(await tab.evaluate(() => document.querySelector("#article").textContent), /<iframe srcdoc=/));
      assert.deepEqual(await tab.evaluate(faults), nothing, task);
      await tab.close();
    }
    assert.equal(await reader.evaluate(() => window.pwned ?? null), null);
    await reader.driver.closePanel();
  });

  test("a page whose elements bear the names of what is asked of it is marked where such names occur, and else it is said that it cannot be", async () => {
    const figures = () => reader.evaluate(() => CSS.highlights.get("isnad-figure")?.size ?? 0);
    await reader.open("clobbered.html");
    await reader.evaluate(() => {
      for (const one of document.images.length ? [...document.images] : []) if (one.name !== "title") one.remove();
      for (const one of [...document.forms[0].elements]) if (!["id", "title", "name", "action", "children", "length"].includes(one.name)) one.remove();
    });
    await reader.click();
    await eventually(async () => assert.equal(await figures(), 1));
    await reader.click();
    await eventually(async () => assert.equal(await figures(), 0));

    await reader.open("clobbered.html");
    await reader.driver.consoleLines();
    await reader.click();
    await reader.button(({ badge }) => assert.notEqual(badge, ""));
    const { badge, title } = await reader.driver.button();
    if (badge === "–") assert.match(title, /تعذّر|لا نص/);
    else assert.equal(await figures(), 1);
    assert.deepEqual(await reader.driver.consoleLines(), []);
  });

  test("a page that styles everything away does not reach into the card", async () => {
    await reader.mark("article.html");
    await reader.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html > *:not(head, body), [popover], :popover-open { display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(0) !important;
        pointer-events: none !important; clip-path: inset(50%) !important; filter: opacity(0) !important; width: 0 !important; height: 0 !important; z-index: -1 !important; }
        html { opacity: 0.99; transform: translate(0) }`);
      document.adoptedStyleSheets.push(sheet);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) node.style?.setProperty("display", "none", "important");
          for (const node of addedNodes) node.style?.setProperty("opacity", "0", "important");
        }
      }).observe(document.documentElement, { childList: true });
    });
    const { card } = await reader.hover("figure");
    assert.ok(card.box.right - card.box.left > 200 && card.box.bottom - card.box.top > 60, JSON.stringify(card.box));
    const host = await reader.evaluate(() => {
      const host = document.querySelector("html > [popover]");
      const { display, opacity, visibility, transform, pointerEvents, clipPath, filter } = getComputedStyle(host);
      return { display, opacity, visibility, transform, pointerEvents, clipPath, filter };
    });
    assert.deepEqual(host, { display: "block", opacity: "1", visibility: "visible", transform: "none", pointerEvents: "auto", clipPath: "none", filter: "none" });
    await reader.driver.press("Escape");
    await reader.noCard();
  });

  test("nothing that the page lays over the card covers it, and a card that the page hides opens again", async () => {
    await reader.mark("article.html");
    await reader.hover("figure");
    const onTop = await reader.evaluate(() => {
      const host = document.querySelector("html > [popover]");
      const cover = Object.assign(document.createElement("div"), { style: "position: fixed; inset: 0; z-index: 2147483647; background: red" });
      document.documentElement.append(cover);
      const { left, top, width, height } = host.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2) === host;
      cover.remove();
      host.hidePopover();
      return found;
    });
    const isOpen = () => reader.evaluate(() => document.querySelector("html > :popover-open") !== null);
    assert.ok(onTop);
    assert.equal(await isOpen(), false);
    await reader.hover("figure");
    await eventually(async () => assert.ok(await isOpen()));
    await reader.driver.press("Escape");
    await reader.noCard();
  });

  test("a card that the page takes away opens again, and its inside is out of the page's reach", async () => {
    await reader.open("article.html");
    // What a page can put in the way before it is marked.
    await reader.evaluate(() => {
      window.roots = [];
      window.heard = [];
      for (const name of ["attachShadow", "attachInternals"]) {
        const own = Element.prototype[name] ?? HTMLElement.prototype[name];
        const proto = Element.prototype[name] ? Element.prototype : HTMLElement.prototype;
        proto[name] = function (...args) {
          window.roots.push(name);
          return own.apply(this, [{ mode: "open" }, ...args.slice(1)]);
        };
      }
      for (const type of ["click", "pointerdown", "focusin", "keydown"]) addEventListener(type, (event) => window.heard.push(event.composedPath()[0].localName ?? "window"), true);
      window.stolen = 0;
      window.thief = new MutationObserver((records) =>
        records.forEach(({ addedNodes }) =>
          addedNodes.forEach((node) => {
            if (!node.popover) return;
            node.remove();
            window.stolen++;
          }),
        ),
      );
    });
    await reader.click();
    await reader.marked();
    await reader.evaluate(() => window.thief.observe(document.documentElement, { childList: true }));
    const { x, y } = await reader.evaluate(() => {
      const [range] = CSS.highlights.get("isnad-figure");
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { left, right, top, bottom } = live.getClientRects()[0];
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
    await reader.driver.moveTo(x - 2, y);
    await reader.driver.moveTo(x, y);
    await eventually(async () => assert.equal(await reader.evaluate(() => window.stolen), 1));
    assert.equal(await reader.driver.card(), null, "the page may take out what is in its document");
    await reader.evaluate(() => window.thief.disconnect());
    await reader.driver.moveTo(x - 1, y);
    await reader.card();
    const { roots, shadow, internals, inner, heard } = await reader.evaluate(() => {
      const host = document.querySelector("html > [popover]");
      let internals;
      try {
        internals = host.attachInternals().shadowRoot;
      } catch {
        internals = null;
      }
      const { left, top, width, height } = host.getBoundingClientRect();
      const inner = document.elementsFromPoint(left + width / 2, top + height / 2)[0] === host;
      // As a page would press the card's buttons.
      for (const type of ["click", "pointerdown", "keydown"]) host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      host.click();
      return { roots: window.roots.filter((name) => name === "attachShadow"), shadow: host.shadowRoot, internals, inner, heard: window.heard };
    });
    assert.deepEqual({ roots, shadow, internals, inner }, { roots: [], shadow: null, internals: null, inner: true });
    assert.ok(heard.every((name) => ["div", "window", "html", "body"].includes(name)), `events name the host at most: ${heard}`);
    await reader.card();
    await reader.driver.press("Escape");
    await reader.noCard();
  });

  test("a page that floods the registry, the document and the address costs itself its marks at most", async () => {
    await reader.mark("article.html");
    await reader.evaluate(() => {
      for (let i = 0; i < 500; i++) {
        CSS.highlights.set(`isnad-${i}`, new Highlight());
        history.replaceState(null, "", `?${i}`);
        document.body.append(document.createElement("hr"));
      }
      CSS.highlights.clear();
      Object.defineProperty(Array.prototype, "0", { set() {}, get: () => "poison", configurable: true });
      HighlightRegistry.prototype.set = Highlight.prototype.add = () => {
        throw new Error("no");
      };
    });
    await reader.driver.moveTo(50, 50);
    await reader.driver.moveTo(300, 300);
    await eventually(async () => assert.ok((await reader.evaluate(() => CSS.highlights.get("isnad-figure")?.size)) > 0));
    await reader.evaluate(() => delete Array.prototype[0]);
  });

  test("what the reader corrected elsewhere cannot be read from a page's process, nor changed", async () => {
    const own = reader.server.url("article.html");
    const text = "قال وزير المالية سامر الحلبي إن المنحة بلغت 3 ملايين دينار.";
    const correction = { mark: "official", start: 17, end: 28, words: "سامر الحلبي", what: "dismissed" };
    await asOwnPage(
      async (addresses, correction) => {
        for (const address of addresses) await chrome.runtime.sendMessage({ type: "keep", address, corrections: [correction] });
      },
      [own, ELSEWHERE],
      correction,
    );
    await reader.mark("article.html");
    const got = await asScript(
      async (own, elsewhere, text) => {
        const ask = (message) => chrome.runtime.sendMessage(message).then((answer) => answer ?? null, () => null);
        const refused = [];
        refused.push(await ask({ type: "corrections", address: own }));
        refused.push(await ask({ type: "corrections", address: elsewhere }));
        refused.push(await ask({ type: "keep", address: elsewhere, corrections: [] }));
        refused.push(await ask({ type: "keep", address: own, corrections: [] }));
        const stored = Object.keys(await chrome.storage.local.get(null)).filter((name) => !["language", "tinted", "digits", "text", "visited"].includes(name));
        const session = await Promise.resolve(chrome.storage.session?.get(null)).then((all) => Object.keys(all ?? {}), () => []);
        const databases = (await indexedDB.databases?.())?.map(({ name }) => name) ?? [];
        // What is corrected in an analysis tells of the corrections, so those of other origins' pages are not made.
        const dismissed = async (address) => {
          const { analysis } = await ask({ type: "analyze", text, at: 0, locale: "ar", address });
          return analysis.officials.map(({ changes }) => changes?.length ?? 0);
        };
        return { own: await dismissed(own), other: await dismissed(elsewhere), refused, stored, session, databases };
      },
      own,
      ELSEWHERE,
      text,
    );
    assert.deepEqual(got, { own: [1], other: [0], refused: [null, null, null, null], stored: [], session: [], databases: [] });
    const kept = await asOwnPage(async (addresses) => Promise.all(addresses.map((address) => chrome.runtime.sendMessage({ type: "corrections", address }))), [own, ELSEWHERE]);
    assert.deepEqual(kept, [[correction], [correction]]);
    await asOwnPage(async (addresses) => {
      for (const address of addresses) await chrome.runtime.sendMessage({ type: "keep", address, corrections: [] });
    }, [own, ELSEWHERE]);
    await reader.click();
    await reader.cleared();
  });

  test("messages that are none are not answered, and the background goes on", async () => {
    await reader.mark("article.html");
    const answers = await asScript(async () => {
      const ask = (message) => chrome.runtime.sendMessage(message).then((answer) => answer ?? null, () => null);
      const none = [
        null, 7, "analyze", [], { type: "__proto__" }, { type: "constructor" }, { type: "analyze" }, { type: "analyze", text: {}, at: 0, locale: "ar", address: "" },
        { type: "analyze", text: "نص", at: -1, locale: "ar", address: "" }, { type: "analyze", text: "نص", at: 0, locale: "xx", address: "" },
        { type: "analyze", text: "نص", at: 0, locale: "ar", address: {} },
        { type: "state", state: { count: -1 } }, { type: "state", state: { refusal: "<b>" } }, { type: "kept", address: "x" }, { type: "result" },
      ];
      const answers = [];
      for (const message of none) answers.push(await ask(message));
      const flood = await Promise.all(Array.from({ length: 300 }, () => ask({ type: "junk", more: "x".repeat(1000) })));
      const { analysis } = await ask({ type: "analyze", text: "قال وزير المالية سامر الحلبي إن المنحة بلغت 3 ملايين دينار.", at: 0, locale: "ar", address: "" });
      return { answers: [...answers, ...flood].filter((answer) => answer !== null), officials: analysis.officials.map(({ name }) => name) };
    });
    assert.deepEqual(answers, { answers: [], officials: ["سامر الحلبي"] });
  });

  test("a page's process that says what is not so: the panel takes it for nothing, a frame cannot speak for its page", async () => {
    await reader.open("framed.html?frame=frame.html");
    await reader.click();
    const { tint, ...own } = await reader.marked();
    // With the frame's marks.
    await reader.button(({ badge }) => assert.ok(Number(badge) > Object.values(own).flat().length));
    const { badge } = await reader.driver.button();
    await reader.driver.inBackground(async () => {
      const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 1 });
      const { frameId } = frames.find(({ frameId }) => frameId !== 0);
      await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: () => chrome.runtime.sendMessage({ type: "navigated" }).then(() => null, () => null) });
    });
    assert.equal((await reader.driver.button()).badge, badge);
    await reader.click();
    await reader.cleared();

    // A page with nothing to mark, and a script in it that answers in the place of ours.
    const lies = [
      { text: "نص", analysis: null, title: "خبر", address: "https://news.example/" },
      { text: "نص", analysis: { language: { arabic: true, share: 1 }, sentences: [], claims: [{ start: 0, end: 1 }], figures: [], officials: [] }, title: "خبر", address: "https://news.example/" },
      { text: "نص", analysis: { language: { arabic: true, share: 1 }, sentences: [{ start: 0, end: 9_000 }], claims: [], figures: [], officials: [] }, title: "خبر", address: "https://news.example/" },
      { text: { html: "<img src=x>" }, analysis: { language: { arabic: true, share: 1 }, sentences: [], claims: [], figures: [], officials: [] }, title: {}, address: [] },
    ];
    if (!inFirefox) {
      await reader.mark("article.html");
      await openPanel();
      await reader.driver.press("Escape");
      await reader.click();
      await reader.cleared();
    }
    await reader.open("empty.html");
    await reader.click();
    // Closed, for a click on the button would do nothing else as long as it is open.
    await reader.driver.notice();
    await asScript((lies) => {
      globalThis.lies = lies;
      chrome.runtime.onMessage.addListener((message, _, answer) => {
        if (message.type === "result" && globalThis.lies.length > 0) answer(globalThis.lies[0]);
      });
      return null;
    }, lies);
    if (inFirefox) await reader.driver.openPanel();
    for (let i = 0; i < lies.length; i++) {
      // The panel draws anew when what is known of a tab changes.
      await asScript(() => chrome.runtime.sendMessage({ type: "state", state: null, running: false, first: false }).then(() => null));
      await eventually(async () => assert.ok(await reader.driver.inPanel(() => !document.getElementById("empty").hidden && document.getElementById("marked").hidden)));
      assert.ok(await reader.driver.inPanel(() => document.getElementById("state").textContent !== "" && document.querySelector("#report img") === null));
      await asScript(() => (globalThis.lies.shift(), null));
    }
    await reader.driver.closePanel();
  });

  test("after all of this an article is marked as ever", async () => {
    const marks = await reader.mark("article.html");
    assert.ok(all(marks).length > 5);
  });
});
