/** A longer first line, or one that ends like a sentence, is no headline. In UTF-16 units. */
const LONGEST_HEADLINE = 160;
const ENDS_A_SENTENCE = /[.!…:؛»”"]\s*$/u;

/** A text as an article: each line a paragraph, a first line that looks like a headline as one. */
export function articleOfText(text: string, document: Document): DocumentFragment {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim() !== "");
  const article = document.createDocumentFragment();
  for (const [number, line] of lines.entries()) {
    const headline = number === 0 && lines.length > 1 && line.length <= LONGEST_HEADLINE && !ENDS_A_SENTENCE.test(line);
    const block = document.createElement(headline ? "h1" : "p");
    block.textContent = line;
    article.append(block);
  }
  return article;
}
