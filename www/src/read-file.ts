/** Why a file is not read. */
export type FileRefusal = "tooLarge" | "binary" | "unreadable";

/** What a file holds, or why it is not read. */
export type FileContent = { readonly kind: "text" | "html"; readonly text: string } | { readonly refusal: FileRefusal };

/** A larger file is no news article. In bytes. */
export const LARGEST_FILE = 20 * 2 ** 20;
/** Where a page declares its encoding. In bytes; browsers look as far. */
const DECLARATION = 1024;
/** Of characters that no text has, so many in a thousand are one too many. */
const STRANGE_PER_THOUSAND = 5;

/** Reads a text or a saved page. Its encoding is the one it declares, else UTF-8, else that of older Arabic files. */
export async function readFile(file: Blob & { readonly name: string }): Promise<FileContent> {
  if (file.size > LARGEST_FILE) return { refusal: "tooLarge" };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { refusal: "unreadable" };
  }
  const text = decode(bytes);
  if (text === undefined || isStrange(text)) return { refusal: "binary" };
  const html = /\.(?:x?html?)$/i.test(file.name) || /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is.test(text.slice(0, DECLARATION));
  return { kind: html ? "html" : "text", text };
}

function decode(bytes: Uint8Array): string | undefined {
  const declared = encodingOf(bytes);
  for (const encoding of declared ? [declared, "utf-8"] : ["utf-8", "windows-1256"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // An encoding that the browser does not know, or that the bytes are not in.
    }
  }
  return undefined;
}

/** By the byte order mark, else by the page's own words. */
function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
}

/** Holds what only programs, pictures and archives hold. */
function isStrange(text: string): boolean {
  const strange = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return strange * 1000 > text.length * STRANGE_PER_THOUSAND;
}
