//! Where sentences end.

use super::span::{Span, Tokens};
use super::token::{Lexed, TokenKind};

/// Cuts a block's tokens into sentences: at full stops, question and exclamation marks and ellipses, with the closing
/// marks that follow them. A full stop inside a number or after an initial (`د.`, `U.S.`) ends nothing. Every token is
/// in exactly one sentence.
pub fn sentences(shadow: &str, lexed: &Lexed) -> Vec<Span<Tokens>> {
    let tokens = &lexed.tokens;
    let text = |at: usize| &shadow[tokens[at].span.range()];
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        let ends_here = tokens[at].kind == TokenKind::Mark
            && match text(at) {
                "." => !follows_initial(shadow, lexed, at),
                "!" | "?" | "؟" | "…" => true,
                _ => false,
            };
        at += 1;
        if !ends_here {
            continue;
        }
        while at < tokens.len() && matches!(text(at), "." | "!" | "?" | "؟" | "…") {
            at += 1;
        }
        while at < tokens.len() && tokens[at].glued && matches!(text(at), "»" | "”" | "\"" | "’" | ")" | "]") {
            at += 1;
        }
        sentences.push(Span::of(start..at));
        start = at;
    }
    if start < tokens.len() {
        sentences.push(Span::of(start..tokens.len()));
    }
    sentences
}

/// The point at `at` stands right behind a one-letter word, and text follows: an initial or a short title.
fn follows_initial(shadow: &str, lexed: &Lexed, at: usize) -> bool {
    let tokens = &lexed.tokens;
    let Some(before) = at.checked_sub(1) else { return false };
    let one_letter =
        matches!(tokens[before].kind, TokenKind::Word | TokenKind::Foreign) && shadow[tokens[before].span.range()].chars().count() == 1;
    // The era behind a year (2013م.) is no initial.
    let era = tokens[before].glued && before > 0 && tokens[before - 1].kind == TokenKind::Number;
    one_letter
        && !era
        && tokens[at].glued
        && tokens.get(at + 1).is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::Foreign))
}
