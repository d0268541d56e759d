//! The words of numbers.

use crate::amounts::exact::Exact;
use crate::lexicon::{lexicon, topic};
use std::sync::LazyLock;

/// What a piece of a number is: digits, or a kind of number word as in `numerals.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    Unit,
    Ten,
    Tens,
    Hundred,
    Hundreds,
    Scale,
    Scales,
    Pair,
    PairOrOne,
    Fraction,
    Parts,
    Few,
    Many,
}

/// A row of `numerals.tsv`.
#[derive(Clone, Copy)]
pub(super) struct NumberWord {
    pub kind: Kind,
    pub value: Exact,
    pub size: u128,
}

/// The rows of `numerals.tsv`.
pub(super) static NUMBER_WORDS: LazyLock<Vec<NumberWord>> =
    LazyLock::new(|| lexicon().rows(topic::NUMERALS).iter().map(|row| number_word(row.fields)).collect());

fn number_word(fields: &[&str]) -> NumberWord {
    let kind = match fields[0] {
        "unit" => Kind::Unit,
        "ten" => Kind::Ten,
        "tens" => Kind::Tens,
        "hundred" => Kind::Hundred,
        "hundreds" => Kind::Hundreds,
        "scale" => Kind::Scale,
        "scales" => Kind::Scales,
        "pair" => Kind::Pair,
        "pair_or_one" => Kind::PairOrOne,
        "fraction" => Kind::Fraction,
        "parts" => Kind::Parts,
        "few" => Kind::Few,
        "many" => Kind::Many,
        other => panic!("numerals.tsv: no kind {other}"),
    };
    let (numerator, denominator) = fields[1].split_once('/').unwrap_or((fields[1], "1"));
    let size = numerator.parse().unwrap_or(1);
    NumberWord { kind, value: denominator.parse().ok().and_then(|d| Exact::fraction(size, d)).unwrap_or(Exact::ZERO), size }
}
