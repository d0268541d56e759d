//! What the quotation marks of a claim hold: somebody's words, or names and terms.

use super::evidence::has_shape_of_present;
use super::words::{Class, Joint, joint_at, word_at};
use crate::analysis::{Quote, SourceType};
use crate::attribution::Attributed;
use crate::text::{Block, Span, TokenKind, Tokens};

/// A quotation of this many words is speech, whatever the words.
const SPEECH: usize = 6;

/// Judges all quotations that overlap the claim, over its reported words.
pub(super) fn kind(block: &Block, attributed: &Attributed) -> Quote {
    let scope = attributed.scope.phrase.tokens;
    let (mut said, mut wording, mut any) = (0, false, false);
    let all = words(block, scope);
    for quotation in &block.quotations {
        let inside = quotation.inside;
        if !inside.overlaps(scope) {
            continue;
        }
        let inside = Span::new(inside.start.max(scope.start), inside.end.min(scope.end));
        any = true;
        let words = words(block, inside);
        let speech = words >= SPEECH || (words > 1 && (is_speech(block, inside) || is_introduced(block, inside.start as usize)));
        if speech || words == all {
            said += words;
        } else if attributed.source_type != SourceType::Author && is_wording(block, inside) {
            wording = true;
        }
    }
    if said * 2 > words(block, reported(block, attributed)) {
        Quote::Direct
    } else if said > 0 || wording {
        Quote::Mixed
    } else if any {
        Quote::Scare
    } else {
        Quote::None
    }
}

fn words(block: &Block, tokens: Span<Tokens>) -> usize {
    tokens.range().filter(|&at| block.is_word(at)).count()
}

/// Only running speech has a finite verb, a conjunction or a pronoun.
fn is_speech(block: &Block, inside: Span<Tokens>) -> bool {
    inside.range().any(|at| {
        joint_at(block, at).is_some_and(|(joint, _)| joint != Joint::Describes)
            || match word_at(block, at) {
                Some(found) => found.verb,
                None => has_shape_of_present(block.word(at)),
            }
    })
}

/// A colon, أن or إن stands right before the opening mark, and they do not lead to a name (يعرف باسم: …).
fn is_introduced(block: &Block, inside: usize) -> bool {
    let Some(before) = inside.checked_sub(2) else { return false };
    match block.word(before) {
        ":" => before.checked_sub(1).is_none_or(|at| !is_titled(block, at)),
        _ => matches!(joint_at(block, before), Some((Joint::Opens, _))),
    }
}

/// A noun that a name in quotation marks follows: منظمة، باسم، فيلم.
fn is_titled(block: &Block, at: usize) -> bool {
    word_at(block, at).is_some_and(|found| found.class == Class::Titled)
}

/// The words of a speaker for the thing at issue, no name: indefinite, and no noun before them that a name follows.
fn is_wording(block: &Block, inside: Span<Tokens>) -> bool {
    let first = inside.start as usize;
    let titled = first.checked_sub(2).is_some_and(|at| is_titled(block, at));
    let foreign = inside.range().any(|at| block.tokens()[at].kind == TokenKind::Foreign);
    !titled && !foreign && !block.word(first).starts_with("ال")
}

/// The words that are reported: behind the cue, from the first quotation, colon, أن or إن.
fn reported(block: &Block, attributed: &Attributed) -> Span<Tokens> {
    let scope = attributed.scope.phrase.tokens;
    let Some(cue) = attributed.cue.map(|cue| cue.phrase.tokens).filter(|cue| scope.covers(*cue)) else { return scope };
    let opens = |at: usize| matches!(block.word(at), ":" | "«" | "“" | "\"") || matches!(joint_at(block, at), Some((Joint::Opens, false)));
    let behind = Span::<Tokens>::new(cue.end, scope.end);
    let from = behind.range().find(|&at| opens(at)).unwrap_or(cue.end as usize);
    let reported = Span::new(from as u32, scope.end);
    let before = Span::new(scope.start, cue.start);
    // A cue that closes the sentence has its report before it.
    if before.len() > reported.len() { before } else { reported }
}
