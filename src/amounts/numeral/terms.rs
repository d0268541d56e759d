//! The terms of a number, and the groups that their scales count.

use super::pieces::Piece;
use super::words::Kind;
use super::{HUNDRED, NumeralReader, add, multiply};
use crate::amounts::exact::Exact;
use crate::text::TokenKind;

/// What a scale can count: digits, or words below a thousand.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub value: Option<Exact>,
    pub if_decimal: Option<Exact>,
    pub indefinite: bool,
    pub end: usize,
}

/// A group and the scales it counts; see [`Numeral`](super::Numeral) for its fields.
#[derive(Clone, Copy)]
pub(super) struct Term {
    pub group: Option<Exact>,
    pub value: Option<Exact>,
    pub if_decimal: Option<Exact>,
    pub indefinite: bool,
    pub scale: u128,
    pub counted: bool,
    pub stands_alone: bool,
    pub definite_scale: bool,
    pub end: usize,
}

impl NumeralReader<'_, '_> {
    /// The term that begins with a piece.
    pub(super) fn term(&self, first: Piece) -> Option<Term> {
        let mut term = match first.kind {
            Kind::Parts => return None,
            // «الطالب الواحد»: the adjective, not the number.
            Kind::Unit if first.definite && first.value == Some(Exact::whole(1)) => return None,
            Kind::Scale | Kind::Scales | Kind::Pair | Kind::PairOrOne => {
                let is_pair = first.kind == Kind::Pair || (first.kind == Kind::PairOrOne && self.governs(first.end));
                let count = Exact::whole(if is_pair { 2 } else { 1 });
                Term {
                    group: Some(count),
                    value: Exact::whole(first.size).multiply(count),
                    if_decimal: None,
                    indefinite: first.kind == Kind::Scales,
                    scale: first.size,
                    counted: is_pair,
                    stands_alone: false,
                    definite_scale: first.definite,
                    end: if first.kind == Kind::Scales || is_pair { first.end } else { self.after_one(first.end) },
                }
            }
            _ => {
                let group = self.group(first)?;
                Term {
                    group: group.value,
                    value: group.value,
                    if_decimal: group.if_decimal,
                    indefinite: group.indefinite,
                    scale: 1,
                    counted: false,
                    stands_alone: false,
                    definite_scale: false,
                    end: group.end,
                }
            }
        };
        let first_end = term.end;
        while let Some(scale) = self.scale_at(term.end, term.indefinite) {
            term.scale = term.scale.checked_mul(scale.size)?;
            term.value = term.value.and_then(|value| value.multiply(Exact::whole(scale.size)));
            term.if_decimal = None;
            term.counted = true;
            term.stands_alone = scale.kind == Kind::PairOrOne;
            term.definite_scale = scale.definite;
            term.end = scale.end;
        }
        // بضعة counts scales only, or what stands in the plural behind it: that is for the currency to tell.
        if first.kind == Kind::Few && term.end == first_end && !self.governs(term.end) {
            return None;
        }
        if term.indefinite {
            term.value = None;
        }
        Some(term)
    }

    /// Past the «واحد» that stands behind what it counts: مليون واحد.
    fn after_one(&self, at: usize) -> usize {
        let one = self.piece(at).filter(|p| p.kind == Kind::Unit && !p.joined && !p.governed && p.value == Some(Exact::whole(1)));
        one.map_or(at, |one| one.end)
    }

    /// A scale that the words before `at` count: of an indefinite number also behind من (عشرات من الملايين).
    pub(super) fn scale_at(&self, at: usize, indefinite: bool) -> Option<Piece> {
        let skip = usize::from(indefinite && self.block.word_at(at) == "من");
        // Only a word can be one; looking no further keeps the reading of digits from looking ahead without end.
        if !self.block.is_word(at + skip) && !self.block.tokens().get(at + skip).is_some_and(|t| t.kind == TokenKind::Foreign) {
            return None;
        }
        if self.block.word(at + skip) == "و" {
            return None;
        }
        self.piece(at + skip).filter(|p| {
            let counted = matches!(p.kind, Kind::Scale | Kind::Scales | Kind::PairOrOne) || (indefinite && p.kind == Kind::Many);
            counted && !p.joined && !p.governed && (skip == 0 || p.definite)
        })
    }

    /// ألفا stands in construct before this token.
    pub(super) fn governs(&self, at: usize) -> bool {
        self.scale_at(at, false).is_some() || (self.is_currency)(self.block, at)
    }

    fn group(&self, first: Piece) -> Option<Group> {
        let plain = |value, end| Some(Group { value, if_decimal: None, indefinite: false, end });
        // The next piece, if it stands as `joined` says.
        let next = |end, joined| self.piece(end).filter(|p| p.joined == joined && !p.governed && !p.definite);
        match first.kind {
            Kind::Digits => {
                let half = next(first.end, true).filter(|p| p.kind == Kind::Fraction);
                if let Some(half) = half {
                    return plain(add(first.value, half.value), half.end);
                }
                if let Some((decimal, end)) = self.spoken_decimal(first.value, first.end) {
                    return plain(decimal, end);
                }
                // «3 مئة و21».
                let few = first.value.is_some_and(|value| value.is_less(Exact::whole(HUNDRED)));
                if let Some(hundred) = next(first.end, false).filter(|p| few && p.kind == Kind::Hundred) {
                    return self.below_hundred(multiply(first.value, hundred.value), hundred.end);
                }
                Some(Group { value: first.value, if_decimal: first.if_decimal, indefinite: false, end: first.end })
            }
            Kind::Hundred | Kind::Hundreds => self.below_hundred(first.value, first.end),
            Kind::Unit => {
                if let Some((value, end)) = self.parts(first) {
                    return plain(value, end);
                }
                if let Some(hundred) = next(first.end, false).filter(|p| p.kind == Kind::Hundred) {
                    return self.below_hundred(multiply(first.value, hundred.value), hundred.end);
                }
                let (value, end) = self.units_and_tens(first);
                self.with_fraction(value, end)
            }
            Kind::Ten | Kind::Tens => self.with_fraction(first.value, first.end),
            Kind::Fraction => plain(first.value, first.end),
            Kind::Few | Kind::Many => Some(Group { value: None, if_decimal: None, indefinite: true, end: first.end }),
            Kind::Parts | Kind::Scale | Kind::Scales | Kind::Pair | Kind::PairOrOne => None,
        }
    }

    /// خمسة عشر، خمسة وعشرون، خمسة.
    fn units_and_tens(&self, unit: Piece) -> (Option<Exact>, usize) {
        match self.piece(unit.end).filter(|p| !p.governed) {
            Some(ten) if ten.kind == Kind::Ten && !ten.joined && !ten.definite => (add(unit.value, ten.value), ten.end),
            Some(tens) if tens.kind == Kind::Tens && tens.joined => (add(unit.value, tens.value), tens.end),
            _ => (unit.value, unit.end),
        }
    }

    /// What follows hundreds: ومئة وخمسة وعشرون، مئة و50.
    fn below_hundred(&self, hundreds: Option<Exact>, end: usize) -> Option<Group> {
        let Some(next) = self.piece(end).filter(|p| p.joined && !p.governed) else {
            return self.with_fraction(hundreds, end);
        };
        let (value, end) = match next.kind {
            Kind::Unit if self.parts(next).is_some() => return self.with_fraction(hundreds, end),
            Kind::Unit => self.units_and_tens(next),
            Kind::Ten | Kind::Tens => (next.value, next.end),
            Kind::Digits if next.value.is_some_and(|v| v.is_less(Exact::whole(100))) => (next.value, next.end),
            _ => return self.with_fraction(hundreds, end),
        };
        self.with_fraction(add(hundreds, value), end)
    }

    /// ثلاثة أرباع: the value of that many parts and the token after them.
    pub(super) fn parts(&self, unit: Piece) -> Option<(Option<Exact>, usize)> {
        let parts = self.piece(unit.end).filter(|p| p.kind == Kind::Parts && !p.joined && !p.governed && !p.definite)?;
        Some((multiply(unit.value, parts.value), parts.end))
    }

    /// خمسة ونصف، خمسة وثلاثة أرباع, and خمسة فاصلة اثنان.
    fn with_fraction(&self, value: Option<Exact>, end: usize) -> Option<Group> {
        let joined = self.piece(end).filter(|p| p.joined && !p.governed && !p.definite);
        let part = joined.and_then(|p| match p.kind {
            Kind::Fraction => Some((p.value, p.end)),
            Kind::Unit => self.parts(p),
            _ => None,
        });
        let (value, end) = match part {
            Some((part, end)) => (add(value, part), end),
            None => self.spoken_decimal(value, end).unwrap_or((value, end)),
        };
        Some(Group { value, if_decimal: None, indefinite: false, end })
    }

    /// «فاصلة خمسة وسبعون» behind a number: its decimals, which are below a hundred when spoken.
    fn spoken_decimal(&self, value: Option<Exact>, at: usize) -> Option<(Option<Exact>, usize)> {
        if !matches!(self.block.word_at(at), "فاصله" | "فاصل") {
            return None;
        }
        let first = self.piece(at + 1).filter(|p| !p.joined && !p.governed)?;
        let (behind, end) = match first.kind {
            Kind::Unit => self.units_and_tens(first),
            Kind::Ten | Kind::Tens | Kind::Digits => (first.value, first.end),
            _ => return None,
        };
        let behind = behind?;
        let parts = if behind.is_less(Exact::whole(10)) { 10 } else { 100 };
        behind.is_less(Exact::whole(100)).then_some(())?;
        Some((add(value, behind.divide(Exact::whole(parts))), end))
    }
}
