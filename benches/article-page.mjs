/** A page for benchmarks: an article of about as many words as asked for, out of the texts in `tests/articles`. */
import { readFileSync, readdirSync } from "node:fs";

const ARTICLES = new URL("../tests/articles/", import.meta.url);

const paragraphs = readdirSync(ARTICLES)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(new URL(name, ARTICLES), "utf8").split("\n"))
  .filter((line) => line.trim());

/** `head` goes before the article. */
export function articlePage(words, head = "") {
  const lines = [];
  for (let count = 0, i = 0; count < words; i++) {
    const line = paragraphs[i % paragraphs.length];
    lines.push(`<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
    count += line.split(" ").length;
  }
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>نص</title>
    ${head}<article>${lines.join("\n")}</article></html>`;
}
