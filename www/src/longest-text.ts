/** A longer text is a book, whose report alone would keep the page waiting. In UTF-16 units. */
export const LONGEST_TEXT = 500_000;
