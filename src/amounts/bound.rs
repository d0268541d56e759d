//! The words beside an amount that approximate or bound it, or say that it is another one converted.

use super::is_mark;
use super::quantity::Quantity;
use crate::analysis::Bound;
use crate::lexicon::{lexicon, topic};
use crate::text::{Block, Clitics, Phrase, Span, Tokens};
use std::sync::LazyLock;

/// Of each row of approximators: its meaning, and whether it may stand behind the amount.
static BOUNDS: LazyLock<Vec<(Bound, bool)>> = LazyLock::new(|| {
    let bound = |name: &str| match name {
        "about" => Bound::About,
        "over" => Bound::Over,
        "at_least" => Bound::AtLeast,
        "under" => Bound::Under,
        "at_most" => Bound::AtMost,
        "up_to" => Bound::UpTo,
        "equal" => Bound::Equal,
        other => panic!("approximators.tsv: no bound {other}"),
    };
    lexicon().rows(topic::APPROXIMATORS).iter().map(|row| (bound(row.fields[0]), row.fields[1] == "either")).collect()
});

/// The longest approximator has this many words.
const LONGEST: usize = 5;
const PREFIXES: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::SA);
/// «كلفة», «كلفة المشروع», «كلفة بناء المشروع».
const LONGEST_SUBJECT: usize = 3;
const SUBJECT: Clitics = Clitics::AL.with(Clitics::PRONOUN);
const OPENING: [&str; 5] = ["(", "«", "\"", "“", "["];

/// The bounding words before an amount, else behind it.
pub(super) fn beside(block: &Block, amount: Span<Tokens>, outside: u8) -> Option<(Bound, Phrase)> {
    let before = if outside == 0 { before(block, first_of(block, amount.start as usize)) } else { None };
    before.or_else(|| behind(block, amount.end as usize))
}

/// The amount's first token, or what is glued to it: a bracket, «الـ», «بـ», and the بين of a range.
fn first_of(block: &Block, start: usize) -> usize {
    let mut first = start;
    while first > 0 && (is_mark(block, first - 1, &OPENING) || matches!(block.word(first - 1), "ال" | "ب" | "ل" | "بين")) {
        first -= 1;
    }
    first
}

fn before(block: &Block, end: usize) -> Option<(Bound, Phrase)> {
    if let Some(found) = ending_at(block, end) {
        return Some(found);
    }
    // The verb's subject stands between: «تتجاوز قيمتها» is one phrase, of «تجاوزت كلفة المشروع» the verb.
    (1..=LONGEST_SUBJECT.min(end)).find_map(|back| {
        let subject = block.match_at(topic::MONEY_NOUNS, end - back, SUBJECT)?;
        let (bound, phrase) = ending_at(block, end - back)?;
        let is_verb = matches!(bound, Bound::Over | Bound::UpTo | Bound::AtMost);
        let to = if back == 1 && subject.reading.clitics.has(Clitics::PRONOUN) { end as u32 } else { phrase.tokens.end };
        is_verb.then(|| (bound, Phrase::new(Span::new(phrase.tokens.start, to), phrase.outside)))
    })
}

fn ending_at(block: &Block, end: usize) -> Option<(Bound, Phrase)> {
    (1..=LONGEST.min(end)).rev().find_map(|length| {
        let found = block.match_at(topic::APPROXIMATORS, end - length, PREFIXES).filter(|m| m.tokens.end as usize == end)?;
        Some((BOUNDS[found.row].0, Phrase::new(found.tokens, found.reading.outside)))
    })
}

fn behind(block: &Block, end: usize) -> Option<(Bound, Phrase)> {
    let found = block.match_at(topic::APPROXIMATORS, end, Clitics::NONE)?;
    let (bound, may_follow) = BOUNDS[found.row];
    may_follow.then(|| (bound, Phrase::whole(found.tokens)))
}

/// Between two amounts stand only a bracket or words of equality: the second is the first in another currency.
pub(super) fn converts(block: &Block, main: &Quantity, other: &Quantity) -> bool {
    let (mut at, start) = (main.phrase.tokens.end as usize, other.phrase.tokens.start as usize);
    let mut says_so = false;
    while at < start {
        if is_mark(block, at, &["(", "[", "=", "/", "\"", "«", "“"]) {
            says_so = true;
            at += 1;
        } else if is_mark(block, at, &["،", ",", "-", "–", "ب", "ال"]) {
            at += 1;
        } else if let Some(found) = block.match_at(topic::APPROXIMATORS, at, PREFIXES) {
            says_so |= BOUNDS[found.row].0 == Bound::Equal;
            at = found.tokens.end as usize;
        } else {
            return false;
        }
    }
    says_so && at == start && other.currency.is_some()
}
