//! What stands between quotation marks.

use super::span::{Span, Tokens};
use super::token::{Lexed, TokenKind};

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the marks, without the marks.
    pub inside: Span<Tokens>,
    /// A closing mark was found in this block; an open quotation runs to the block's end and may go on in the next.
    pub closed: bool,
}

/// The quotations of a block, in order, outermost only.
pub fn quotations(shadow: &str, lexed: &Lexed) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, token) in lexed.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Mark) {
        match (&shadow[token.span.range()], open) {
            ("«" | "“" | "„" | "\"" | "”", None) => open = Some(at + 1),
            ("»" | "”" | "\"" | "“", Some(start)) => {
                found.push(Quotation { inside: Span::of(start..at), closed: true });
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        found.push(Quotation { inside: Span::of(start..lexed.tokens.len()), closed: false });
    }
    found
}
