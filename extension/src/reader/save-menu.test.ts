import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "./save-menu.ts";

test("a file is named by words of its title", () => {
  assert.equal(fileName("قرض جديد: «3 ملايين»", "csv"), "isnad-قرض-جديد-3-ملايين.csv");
  assert.equal(fileName("", "md"), "isnad.md");
  assert.equal(fileName("؟!", "md"), "isnad.md");
});

test("no title leads out of the folder, hides an ending or is a device", () => {
  for (const title of ["../../etc/passwd", "C:\\Windows\\con", "\u202efdp.exe", "a\0b", "x.html\n.exe", ".bashrc", "https://example.org/?a=b", "~", "%2e%2e%2f"]) {
    const name = fileName(title, "html");
    assert.match(name, /^isnad(?:-[\p{L}\p{M}\p{N}-]+)?\.html$/u, title);
  }
  assert.ok(fileName("كلمة ".repeat(100), "html").length < 80);
  assert.ok(fileName(`${"ا".repeat(59)}𞤀𞤀`, "html").isWellFormed());
});
