//! The pieces of a number: single words, runs of digits, fractions in signs.

use super::words::{Kind, NUMBER_WORDS};
use super::{ANY_PREFIX, NumeralReader, opens};
use crate::amounts::digits::{self, Convention};
use crate::amounts::exact::Exact;
use crate::lexicon::topic;
use crate::text::{Clitics, Token, TokenKind};

/// The fractions that are one character, with numerator and denominator.
const VULGAR_FRACTIONS: [(&str, u128, u128); 7] =
    [("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅛", 1, 8)];
/// More groups of three digits than these are a list of numbers.
const MOST_GROUPS: usize = 6;

/// One word or one run of digits, with what is attached to it.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub kind: Kind,
    pub value: Option<Exact>,
    pub if_decimal: Option<Exact>,
    /// The size of a scale.
    pub size: u128,
    /// The token it stands in (after a separate و).
    pub at: usize,
    pub end: usize,
    pub outside: u8,
    /// و stands before it, attached or not.
    pub joined: bool,
    /// A preposition is attached: it begins a number.
    pub governed: bool,
    pub definite: bool,
}

impl NumeralReader<'_, '_> {
    /// The piece at token `at`, or behind a و that is a token of its own.
    pub(super) fn piece(&self, at: usize) -> Option<Piece> {
        if self.block.word_at(at) == "و" {
            return self.piece_here(at + 1).filter(|p| !p.joined && !p.governed).map(|after| Piece { joined: true, ..after });
        }
        self.piece_here(at)
    }

    /// The piece at token `at`.
    pub(super) fn piece_here(&self, at: usize) -> Option<Piece> {
        match self.block.tokens().get(at)?.kind {
            TokenKind::Number => self.digits(at),
            TokenKind::Word | TokenKind::Foreign => {
                let found = self.block.match_at(topic::NUMERALS, at, ANY_PREFIX)?;
                let word = NUMBER_WORDS[found.row];
                let clitics = found.reading.clitics;
                // Folded, «وأحد» looks like «واحد», which never makes a teen and never follows another number word.
                let and_eleven = self.block.word(at) == "واحد"
                    && (self.block.word_at(at + 1) == "عشر"
                        || (at > 0 && self.block.match_at(topic::NUMERALS, at - 1, ANY_PREFIX).is_some()));
                Some(Piece {
                    kind: word.kind,
                    value: Some(word.value),
                    if_decimal: None,
                    size: word.size,
                    at,
                    end: found.tokens.end as usize,
                    outside: if and_eleven { "و".len() as u8 } else { found.reading.outside },
                    joined: clitics.has(Clitics::WA) || and_eleven,
                    governed: clitics.has_any(Clitics::PREPOSITION.with(Clitics::FA)),
                    definite: clitics.has(Clitics::AL),
                })
            }
            TokenKind::Mark => self.vulgar_fraction(at).or_else(|| self.decimals_alone(at)),
        }
    }

    /// `½`, alone or behind digits.
    fn vulgar_fraction(&self, at: usize) -> Option<Piece> {
        let word = self.block.word(at);
        let &(_, numerator, denominator) = VULGAR_FRACTIONS.iter().find(|(sign, ..)| *sign == word)?;
        Some(self.digit_fraction(at, at + 1, Exact::fraction(numerator, denominator)))
    }

    /// `3/4` before what it is a part of, alone or behind digits: elsewhere it may be a date or a score.
    fn slashed_fraction(&self, at: usize) -> Option<Piece> {
        let block = self.block;
        let glued = |at: usize| block.tokens().get(at).is_some_and(|t| t.glued);
        let small = |at: usize| block.word_at(at).parse().ok().filter(|n| (1..=10).contains(n));
        if block.word_at(at + 1) != "/" || !glued(at + 1) || !glued(at + 2) {
            return None;
        }
        let (numerator, denominator): (u128, u128) = (small(at)?, small(at + 2)?);
        let end = at + 3;
        let governs = numerator < denominator && block.is_word(end) && self.governs(end);
        governs.then(|| self.digit_fraction(at, end, Exact::fraction(numerator, denominator)))
    }

    /// A fraction in digits: behind a number it is added to that.
    fn digit_fraction(&self, at: usize, end: usize, value: Option<Exact>) -> Piece {
        let joined = at > 0 && self.block.tokens()[at - 1].kind == TokenKind::Number;
        Piece { kind: Kind::Fraction, joined, ..self.digits_piece(at, end, digits::Digits { value, if_decimal: None }) }
    }

    /// `.75`: a point that belongs to the digits behind it and to nothing before.
    fn decimals_alone(&self, at: usize) -> Option<Piece> {
        let (block, tokens) = (self.block, self.block.tokens());
        let behind = block.word_at(at + 1);
        let is_decimal = matches!(block.word(at), "." | "٫")
            && !tokens[at].glued
            && tokens.get(at + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Number)
            && behind.bytes().all(|b| b.is_ascii_digit());
        is_decimal.then(|| self.digits_piece(at, at + 2, digits::Digits { value: Exact::decimal("0", behind), if_decimal: None }))
    }

    /// Digits whose groups run from right to left, because what separates them makes them appear so: ر, as agencies of the
    /// Gulf set it (`951ر625ر34` is 34,625,951, `5ر2` is 2.5), or in brackets a comma with spaces, `( 721 , 2 )`.
    fn reversed_groups(&self, at: usize) -> Option<(digits::Digits, usize)> {
        let block = self.block;
        let tokens = block.tokens();
        let in_brackets = at > 0 && opens(block.word(at - 1));
        let goes_on = |end: usize| {
            let glued = |number: &Token| tokens[end].glued && number.glued;
            let number = tokens.get(end + 1).filter(|number| number.kind == TokenKind::Number);
            number.is_some_and(|number| match block.word(end) {
                "ر" => glued(number),
                "," | "،" => in_brackets && !glued(number),
                _ => false,
            })
        };
        let mut end = at + 1;
        if !goes_on(end) {
            return None;
        }
        let mut groups = vec![block.word(at)];
        while groups.len() < MOST_GROUPS && goes_on(end) {
            groups.push(block.word(end + 1));
            end += 2;
        }
        // Some set them from left to right: then only the first group is short.
        if groups.len() == 2 || groups[0].len() == 3 {
            groups.reverse();
        }
        let scale = self.scale_at(end, false).or_else(|| self.scale_at(end + 1, false)).map_or(1, |scale| scale.size);
        Some((digits::read(&groups.join("."), scale, Convention::default())?, end))
    }

    /// A number token, and with it the groups of three that spaces cut off: `2 500 000`.
    pub(super) fn digits(&self, at: usize) -> Option<Piece> {
        let block = self.block;
        if let Some(fraction) = self.slashed_fraction(at) {
            return Some(fraction);
        }
        let is_digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        // The last group may have decimals behind it: `1 234 567.89`.
        let is_last = |word: &str| {
            digits::separated(word).is_some_and(|(group, separator, behind)| {
                group.len() == 3 && matches!(behind.len(), 1 | 2) && matches!(separator, '.' | ',' | '٫')
            })
        };
        let mut end = at + 1;
        let mut decimals = "";
        let reversed = self.reversed_groups(at);
        if reversed.is_none() && block.word(at).len() <= 3 && is_digits(block.word(at)) && !block.word(at).starts_with('0') {
            while end - at < MOST_GROUPS
                && block.tokens().get(end).is_some_and(|t| t.kind == TokenKind::Number && !t.glued)
                && block.tokens()[end].span.start == block.tokens()[end - 1].span.end + 1
                && decimals.is_empty()
                && (block.word(end).len() == 3 && is_digits(block.word(end)) || is_last(block.word(end)))
            {
                decimals = digits::separated(block.word(end)).map_or("", |(.., behind)| behind);
                end += 1;
            }
        }
        let value = if let Some((value, after)) = reversed {
            end = after;
            value
        } else if end > at + 1 {
            let digits: String =
                (at..end).map(|at| digits::separated(block.word(at)).map_or(block.word(at), |(group, ..)| group)).collect();
            digits::Digits { value: Exact::decimal(&digits, decimals), if_decimal: None }
        } else {
            digits::read(block.word(at), self.scale_at(end, false).map_or(1, |scale| scale.size), self.convention)?
        };
        Some(self.digits_piece(at, end, value))
    }

    fn digits_piece(&self, at: usize, end: usize, digits: digits::Digits) -> Piece {
        Piece {
            kind: Kind::Digits,
            value: digits.value,
            if_decimal: digits.if_decimal,
            size: 1,
            at,
            end,
            outside: 0,
            joined: false,
            governed: false,
            definite: false,
        }
    }
}
