//! Numbers that count nothing.

use crate::text::{Block, TokenKind};

/// «10:40»
pub(super) fn is_time(block: &Block, at: usize) -> bool {
    let tokens = block.tokens();
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && block.word(at).len() <= 2);
    let colon =
        |at: usize| block.is_mark(at) && block.word(at) == ":" && tokens[at].glued && tokens.get(at + 1).is_some_and(|next| next.glued);
    number(at) && (colon(at + 1) && number(at + 2) || at > 1 && colon(at - 1) && number(at - 2))
}

/// «إف-35», «كوفيد-19», «H 1 N 1»: a name has the number.
pub(super) fn is_designation(block: &Block, at: usize) -> bool {
    let tokens = block.tokens();
    let Some(before) = at.checked_sub(1) else { return false };
    let hyphen = tokens[before].kind == TokenKind::Mark && matches!(block.word(before), "-" | "‑" | "–") && tokens[at].glued;
    let of_word = hyphen && before > 0 && tokens[before].glued && matches!(tokens[before - 1].kind, TokenKind::Word | TokenKind::Foreign);
    of_word || tokens[before].kind == TokenKind::Foreign && block.word(before).len() == 1
}

/// A year of either calendar, standing alone.
pub(super) fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse::<u32>().is_ok_and(|n| (1300..=1500).contains(&n) || (1800..=2100).contains(&n))
}
