//! Where sentences end.

use super::span::{Span, Tokens};
use super::token::{Clitics, Lexed, TokenKind};
use crate::lexicon::{lexicon, topic};

/// Cuts a block's tokens into sentences: at full stops, question and exclamation marks and ellipses, with the closing
/// marks that follow them. A full stop inside a number, after an initial (`د.`, `U.S.`, `دبليو.`) or between the names of
/// Latin letters (`بي. بي. سي`) ends nothing. Every token is in exactly one sentence.
pub fn sentences(shadow: &str, lexed: &Lexed) -> Box<[Span<Tokens>]> {
    let tokens = &lexed.tokens;
    let text = |at: usize| &shadow[tokens[at].span.range()];
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        // Most marks end nothing.
        if tokens[at].kind != TokenKind::Mark || !matches!(text(at), "." | "!" | "?" | "؟" | "…") {
            at += 1;
            continue;
        }
        if left_out(shadow, lexed, at) {
            while matches!(text(at), "." | "…") {
                at += 1;
            }
            continue;
        }
        let in_initial = text(at) == "."
            && (follows_initial(shadow, lexed, at) || spells_letters(lexed, at) || follows_spelt_initial(shadow, lexed, at));
        let ends_here = !in_initial && !within_address(shadow, lexed, at);
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
    sentences.into()
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

fn is_letter(lexed: &Lexed, at: usize, clitics: Clitics) -> bool {
    at < lexed.tokens.len() && lexicon().longest_match(topic::SPELT_LETTERS, lexed, at, clitics).is_some()
}

/// The point at `at` stands between two names of letters: جيه.إل.إل.
pub(crate) fn spells_letters(lexed: &Lexed, at: usize) -> bool {
    at > 0
        && lexed.tokens[at].glued
        && is_letter(lexed, at - 1, Clitics::CONJUNCTION.with(Clitics::PREPOSITION))
        && is_letter(lexed, at + 1, Clitics::NONE)
}

/// The point at `at` stands behind one letter that is written as its name, in the midst of a person's: جورج دبليو. بوش.
/// Several letters are an abbreviation, which may end a sentence (بي بي سي.).
fn follows_spelt_initial(shadow: &str, lexed: &Lexed, at: usize) -> bool {
    let tokens = &lexed.tokens;
    let goes_on = || {
        tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Word && !next.glued && !shadow[next.span.range()].starts_with(['و', 'ف']))
    };
    at > 0
        && tokens[at].glued
        && goes_on()
        && is_letter(lexed, at - 1, Clitics::NONE)
        && !(at > 1 && (tokens[at - 1].glued || is_letter(lexed, at - 2, Clitics::CONJUNCTION.with(Clitics::PREPOSITION))))
}

/// The mark at `at` stands in the midst of an address: `https://example.org/?id=4`, `post@example.org`.
fn within_address(shadow: &str, lexed: &Lexed, at: usize) -> bool {
    let tokens = &lexed.tokens;
    let latin = |at: usize| matches!(tokens[at].kind, TokenKind::Foreign | TokenKind::Number);
    let joins = |at: usize| {
        tokens[at].kind == TokenKind::Mark && matches!(&shadow[tokens[at].span.range()], "/" | "=" | "&" | "_" | "-" | "%" | "#" | "~")
    };
    let (Some(before), Some(next)) = (at.checked_sub(1), tokens.get(at + 1)) else { return false };
    tokens[at].glued && next.glued && latin(at + 1) && (latin(before) || joins(before))
}

/// The marks from `at` are what was left out: (...).
fn left_out(shadow: &str, lexed: &Lexed, at: usize) -> bool {
    let text = |at: usize| lexed.tokens.get(at).map_or("", |t| &shadow[t.span.range()]);
    let dots = (at..at + 4).take_while(|&i| matches!(text(i), "." | "…")).count();
    at > 0 && dots > 0 && matches!(text(at - 1), "(" | "[") && matches!(text(at + dots), ")" | "]")
}

#[cfg(test)]
mod tests {
    use crate::text::Block;

    #[track_caller]
    fn assert_sentences(text: &str, count: usize) {
        assert_eq!(Block::read_all([(text, 0)].into_iter(), &mut Default::default())[0].sentences.len(), count, "{text}");
    }

    #[test]
    fn stops_end_sentences() {
        assert_sentences("وصل الوفد. وغادر الوزير!", 2);
        assert_sentences("هل وصل الوفد؟ نعم... وصل.", 3);
        assert_sentences("قال: «انتهى الأمر.» ثم مضى.", 2);
        assert_sentences("قال ذلك لقناة بي بي سي. رئيس الوفد غادر.", 2);
        assert_sentences("خاطب شركة جيه.إل.إل. رئيسها غادر.", 2);
    }

    #[test]
    fn some_stops_end_nothing() {
        assert_sentences("نما الاقتصاد 2.5 في المئة.", 1);
        assert_sentences("قال د.سامي إن العمل مستمر.", 1);
        assert_sentences("قال لهيئة الإذاعة (بي. بي. سي) إنه باق.", 1);
        assert_sentences("قالت جيه.إل.إل إن الإيجارات هبطت.", 1);
        assert_sentences("قال جورج دبليو. بوش إن العمل مستمر.", 1);
        assert_sentences("قال المفوض إس. كيه. راو إنها متعاونة.", 1);
        assert_sentences("وصل الوفد () ومضى.", 1);
        assert_sentences("التفاصيل في https://news.example.org/a-b/?id=4&p=x!9.html على الموقع.", 1);
        assert_sentences("راسلونا على post@example.org.", 1);
        assert_sentences("الموقع www.example.org. وصل الوفد.", 2);
        assert_sentences("وصل وفد من CNN.وغادر الوزير.", 2);
        assert_sentences("قال «كنت هنا (...) وسأعود». ومضى.", 2);
        assert_sentences("بُني الجسر عام 2013م. وافتُتح بعد عام.", 2);
    }
}
