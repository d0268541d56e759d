import assert from "node:assert/strict";
import { test } from "node:test";
import { LARGEST_FILE, readFile } from "./read-file";

function file(name: string, ...parts: BlobPart[]): Promise<unknown> {
  return readFile(Object.assign(new Blob(parts), { name }));
}

/** «مصر» in the encodings of Arabic files. */
const WINDOWS_1256 = new Uint8Array([0xe3, 0xd5, 0xd1]);
const UTF_16 = new Uint8Array([0xff, 0xfe, 0x45, 0x06, 0x35, 0x06, 0x31, 0x06]);

test("reads texts in UTF-8, UTF-16 and the older Arabic encoding", async () => {
  assert.deepEqual(await file("a.txt", "مصر"), { kind: "text", text: "مصر" });
  assert.deepEqual(await file("a.txt", "\ufeffمصر"), { kind: "text", text: "مصر" });
  assert.deepEqual(await file("a.txt", WINDOWS_1256), { kind: "text", text: "مصر" });
  assert.deepEqual(await file("a.txt", UTF_16), { kind: "text", text: "مصر" });
});

test("reads a page in the encoding it declares", async () => {
  const head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>';
  assert.deepEqual(await file("a.html", head, WINDOWS_1256), { kind: "html", text: `${head}مصر` });
  // What it declares is not what it is.
  assert.deepEqual(await file("a.html", "<meta charset=us-ascii-8><p>مصر"), { kind: "html", text: "<meta charset=us-ascii-8><p>مصر" });
});

test("knows a page by its name or its beginning", async () => {
  assert.equal(((await file("PAGE.HTM", "مصر")) as { kind: string }).kind, "html");
  assert.equal(((await file("saved", "<!-- saved from url -->\n<!DOCTYPE html><p>مصر")) as { kind: string }).kind, "html");
  assert.equal(((await file("note.txt", "قال <p> ثم مضى")) as { kind: string }).kind, "text");
});

test("refuses what is no text, and what is too large", async () => {
  assert.deepEqual(await file("a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49, 0x48])), { refusal: "binary" });
  assert.deepEqual(await file("a.pdf", "%PDF-1.7\n", new Uint8Array(64)), { refusal: "binary" });
  assert.deepEqual(await readFile({ name: "a.txt", size: LARGEST_FILE + 1 } as File), { refusal: "tooLarge" });
  assert.deepEqual(await readFile({ name: "a.txt", size: 1, arrayBuffer: () => Promise.reject(new Error("gone")) } as unknown as File), { refusal: "unreadable" });
});

test("an empty file is an empty text", async () => {
  assert.deepEqual(await file("a.txt"), { kind: "text", text: "" });
});
