/** Marks that do not change a word: diacritics, tatweel, controls of direction and joining. */
const UNHEARD = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Letters that readers type for one another, and digits for those of the other script. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[آأإٱ]/g, "ا"],
  [/[ىی]/g, "ي"],
  [/ة/g, "ه"],
  [/ؤ/g, "و"],
  [/ئ/g, "ي"],
  [/ک/g, "ك"],
];

/** A text as a search compares it: one spelling for words that readers type in several. Its length is not that of the text. */
export function foldForSearch(text: string): string {
  let folded = text.normalize("NFKC").replace(UNHEARD, "").toLowerCase();
  for (const [letters, one] of SAME) folded = folded.replace(letters, one);
  return folded.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\s+/g, " ").trim();
}
