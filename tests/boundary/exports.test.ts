/** Exports, comparisons and worksheets as a page gets them, read by other programs. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import jsonld from "jsonld";
import { JSDOM } from "jsdom";
import type { Locale } from "#engine";
import type { ArticleDetails, ExportFormat } from "#pages";
import { startModules } from "./modules.ts";

const TEXT =
  "😀 منحة لقطاع المياه\n" +
  "أعلن وزير المياه هشام القاسم أن الحكومة خصصت نحو 45 مليون يورو لدعم شبكات الشمال. " +
  "وبحسب مصادر مطلعة، قد يتأخر المشروع.";

const DETAILS: ArticleDetails = {
  title: "منحة",
  address: "https://example.org/news/1",
  date: "2026-03-04T05:06:07.089Z",
  lesson: [{ mark: "claim", start: 0, end: 7, index: null, outcome: "extra", source_type: "author" }],
};

/** Of <http://www.w3.org/ns/anno.jsonld> the terms that the export uses, as the model's document defines them. */
const CONTEXT = {
  oa: "http://www.w3.org/ns/oa#",
  as: "http://www.w3.org/ns/activitystreams#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  id: { "@id": "@id", "@type": "@id" },
  type: { "@id": "@type", "@type": "@vocab" },
  Annotation: "oa:Annotation",
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  Software: "as:Application",
  TextualBody: "oa:TextualBody",
  TextQuoteSelector: "oa:TextQuoteSelector",
  TextPositionSelector: "oa:TextPositionSelector",
  label: { "@id": "rdfs:label" },
  generator: { "@id": "as:generator", "@type": "@id" },
  name: { "@id": "foaf:name" },
  created: { "@id": "dcterms:created", "@type": "xsd:dateTime" },
  total: { "@id": "as:totalItems", "@type": "xsd:nonNegativeInteger" },
  first: { "@id": "as:first", "@type": "@id" },
  startIndex: { "@id": "as:startIndex", "@type": "xsd:nonNegativeInteger" },
  items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
  motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
  purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" },
  classifying: "oa:classifying",
  assessing: "oa:assessing",
  describing: "oa:describing",
  tagging: "oa:tagging",
  commenting: "oa:commenting",
  body: { "@id": "oa:hasBody", "@type": "@id" },
  target: { "@id": "oa:hasTarget", "@type": "@id" },
  source: { "@id": "oa:hasSource", "@type": "@id" },
  selector: { "@id": "oa:hasSelector", "@type": "@id" },
  value: { "@id": "rdf:value" },
  format: { "@id": "dc:format" },
  language: { "@id": "dc:language" },
  exact: { "@id": "oa:exact" },
  prefix: { "@id": "oa:prefix" },
  suffix: { "@id": "oa:suffix" },
  start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
  end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
};

/** The processor by promises; its types know neither that it has them nor safe mode. */
const processor = jsonld as unknown as {
  expand(document: unknown, options: unknown): Promise<unknown[]>;
  toRDF(document: unknown, options: unknown): Promise<{ predicate: { value: string } }[]>;
};

const { engine, pages } = startModules();

describe("exports", () => {
  const written = (format: ExportFormat, locale: Locale = "en") => pages.export(TEXT, engine.analyze(TEXT), format, locale, DETAILS);

  test("JSON is the same after a round trip", () => {
    const exported = JSON.parse(written("json"));
    assert.equal(exported.text, TEXT);
    assert.equal(exported.offsets, "utf16");
    assert.deepEqual(exported.analysis, engine.analyze(TEXT));
    assert.deepEqual(exported.lesson, DETAILS.lesson);
  });

  test("annotations are linked data of the model, and nothing of them is lost", async () => {
    const collection = JSON.parse(written("annotation"));
    const documentLoader = async (url: string) => {
      assert.equal(url, "http://www.w3.org/ns/anno.jsonld", "nothing else is loaded");
      return { documentUrl: url, document: { "@context": CONTEXT }, contextUrl: undefined };
    };
    // Safe mode refuses whatever the context has no term for.
    const [expanded] = await processor.expand(collection, { documentLoader, safe: true });
    const nodes = JSON.stringify(expanded);
    for (const type of ["oa#Annotation", "oa#TextQuoteSelector", "oa#TextPositionSelector", "oa#TextualBody"]) {
      assert.ok(nodes.includes(`http://www.w3.org/ns/${type}"`), type);
    }
    const quads = await processor.toRDF(collection, { documentLoader, safe: true });
    const count = (name: string) => quads.filter(({ predicate }) => predicate.value === `http://www.w3.org/ns/oa#${name}`).length;
    assert.equal(count("hasTarget"), collection.total);
    assert.equal(count("exact"), collection.total);
    assert.equal(count("start"), collection.total);
    assert.equal(collection.created, DETAILS.date);
    const points = [...TEXT];
    for (const { target } of collection.first.items) {
      const [quote, position] = target.selector;
      assert.equal(points.slice(position.start, position.end).join(""), quote.exact, "positions count code points whatever the engine counts");
    }
  });

  test("CSV begins with a byte order mark, Markdown with a heading", () => {
    assert.match(written("csv", "ar"), /^\ufeffالعلامة,/);
    assert.match(written("markdown", "ar-u-nu-arab"), /^# منحة\n[^]*١ من ٣|^# منحة\n[^]*[٠-٩] من [٠-٩]/);
  });

  test("what does not fit is refused", () => {
    const analysis = engine.analyze(TEXT);
    assert.throws(() => pages.export(TEXT, analysis, "pdf" as never, "ar"), { name: "Error", message: /not a format/ });
    assert.throws(() => pages.export("", analysis, "csv", "ar"), /beyond the text/);
    assert.throws(() => pages.export(TEXT, analysis, "csv", "ar-u-nu-beng" as never), /unknown language/);
    assert.throws(() => pages.export(TEXT, analysis, "csv", "ar", { lesson: [{}] } as never), /not the details of an article/);
  });
});

describe("comparison and worksheet", () => {
  const article = (text: string) => ({ text, analysis: engine.analyze(text) });
  const OTHER = TEXT.replace("45", "60").replace("وزير المياه", "محافظ الشمال");

  test("a row leads to its article", () => {
    const { window } = new JSDOM("<!doctype html><main></main>");
    for (const name of ["DOMParser", "Document", "Element", "Event", "HTMLElement", "Node", "Window"] as const) {
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
    }
    const container = window.document.querySelector("main")!;
    const chosen: unknown[][] = [];
    pages.mountComparison(container, article(TEXT), article(OTHER), "en", (...row) => chosen.push(row));
    container.querySelector<HTMLElement>('[data-article="b"] a[data-kind="figure"]')!.click();
    container.querySelector<HTMLElement>('[data-article="a"] a[data-kind="figure"]')!.click();
    assert.deepEqual(chosen.map(([kind, index, , , side]) => [kind, index, side]), [["figure", 0, "b"], ["figure", 0, "a"]]);
    const [, , start, end] = chosen[0] as [string, number, number, number];
    assert.equal(OTHER.slice(start, end), "60 مليون يورو");
  });

  test("files are whole", () => {
    assert.match(pages.compareFile(article(TEXT), article(OTHER), "ar"), /^<!DOCTYPE html>/);
    const sheet = pages.worksheet(TEXT, engine.analyze(TEXT), "ar", { questions: ["من كتب هذا؟"], pages: "blank" });
    assert.match(sheet, /^<!DOCTYPE html>[^]*من كتب هذا؟/);
    assert.match(pages.worksheet(TEXT, engine.analyze(TEXT), "en"), /Answers/);
    assert.throws(() => pages.worksheet(TEXT, engine.analyze(TEXT), "en", { pages: "none" } as never), /not the options of a worksheet/);
  });
});
