//! Where sentences end.

use super::span::{Span, Tokens};
use super::token::{Lexed, TokenKind};

/// Cuts a block's tokens into sentences: at full stops, question and exclamation marks and ellipses, with the closing
/// marks that follow them. A full stop inside a number, after an initial (`د.`, `U.S.`) or between the names of Latin
/// letters (`بي. بي. سي`) ends nothing. Every token is in exactly one sentence.
pub fn sentences(shadow: &str, lexed: &Lexed) -> Vec<Span<Tokens>> {
    let tokens = &lexed.tokens;
    let text = |at: usize| &shadow[tokens[at].span.range()];
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        let ends_here = tokens[at].kind == TokenKind::Mark
            && match text(at) {
                "." => !follows_initial(shadow, lexed, at) && !spells_letters(shadow, lexed, at),
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
        while at < tokens.len() && tokens[at].glued && matches!(text(at), "»" | "”" | "\"" | "’" | "›" | "'" | ")" | "]") {
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

/// Names of Latin letters as abbreviations are spelt in Arabic, folded.
const LETTER_NAMES: [&str; 26] = [
    "اي",
    "ايه",
    "بي",
    "سي",
    "دي",
    "اف",
    "جي",
    "اتش",
    "جيه",
    "كي",
    "كيه",
    "ال",
    "ام",
    "ان",
    "او",
    "كيو",
    "ار",
    "اس",
    "تي",
    "يو",
    "في",
    "دبليو",
    "اكس",
    "واي",
    "زد",
    "زي",
];

/// The point at `at` stands between two names of letters.
fn spells_letters(shadow: &str, lexed: &Lexed, at: usize) -> bool {
    let is_letter = |at: usize| lexed.tokens.get(at).is_some_and(|t| LETTER_NAMES.contains(&&shadow[t.span.range()]));
    at > 0 && lexed.tokens[at].glued && is_letter(at - 1) && is_letter(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::{fold, tokenize};

    #[track_caller]
    fn assert_sentences(text: &str, count: usize) {
        let folded = fold(text);
        let lexed = tokenize(&folded.shadow, lexicon());
        assert_eq!(sentences(&folded.shadow, &lexed).len(), count, "{text}");
    }

    #[test]
    fn stops_end_sentences() {
        assert_sentences("وصل الوفد. وغادر الوزير!", 2);
        assert_sentences("هل وصل الوفد؟ نعم... وصل.", 3);
        assert_sentences("قال: «انتهى الأمر.» ثم مضى.", 2);
    }

    #[test]
    fn some_stops_end_nothing() {
        assert_sentences("نما الاقتصاد 2.5 في المئة.", 1);
        assert_sentences("قال د.سامي إن العمل مستمر.", 1);
        assert_sentences("قال لهيئة الإذاعة (بي. بي. سي) إنه باق.", 1);
        assert_sentences("بُني الجسر عام 2013م. وافتُتح بعد عام.", 2);
    }
}
