//! Numbers in digits, in words and in both: the grammar of Arabic numerals.
//!
//! A number is a chain of terms joined by و, each of a smaller scale than the one before (مليون و200 ألف وخمسون); a term is
//! a group and the scales it counts (ثلاثمئة ألف، نصف مليار، ألف مليار); a group is what a scale can count: digits, or words
//! below a thousand. Anything else that follows begins another number, so `9 و5 و2 مليون` is three of them.

use super::digits::{self, Convention};
use super::exact::Exact;
use crate::lexicon::{Topic, lexicon};
use crate::text::{Block, Clitics, Span, TokenKind, Tokens};
use std::sync::LazyLock;

/// A number in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub tokens: Span<Tokens>,
    /// Bytes of the first token that are an attached conjunction or preposition.
    pub outside: u8,
    /// `None` for an indefinite number (بضعة آلاف، مئات الملايين) and for one beyond exact arithmetic.
    pub value: Option<Exact>,
    pub indefinite: bool,
    /// The last scale (مليون: 10⁶), which numbers before it in a list or range may share; 1 if there is none.
    pub scale: u128,
    /// The scale of its last term, of which a fraction behind the currency is a part: 1 in «ألف وخمسون».
    pub last_scale: u128,
    /// The scale has a number before it: in `3 و5 ملايين` it counts for both, in `500 ألف ومليون` not.
    pub counted: bool,
    /// The last scale is written as an indefinite accusative behind its number (53 مليونا, 75 ألفا): a noun counted by it
    /// would have taken that ending away.
    pub stands_alone: bool,
    /// The last word has the article and names a scale (عشرات الملايين).
    pub definite_scale: bool,
    pub written: Written,
    /// The value if a lone point (`1.250`) is decimal.
    pub if_decimal: Option<Exact>,
}

/// What a number begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Digits,
    Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
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
struct NumberWord {
    kind: Kind,
    value: Exact,
    size: u128,
}

struct NumberWords {
    topic: Topic,
    rows: Vec<NumberWord>,
}

static NUMBER_WORDS: LazyLock<NumberWords> = LazyLock::new(|| {
    let topic = Topic::named("numerals");
    let rows = lexicon().rows(topic).iter().map(|row| number_word(row.fields)).collect();
    NumberWords { topic, rows }
});

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

/// One word or one run of digits, with what is attached to it.
#[derive(Clone, Copy)]
struct Piece {
    kind: Kind,
    value: Option<Exact>,
    if_decimal: Option<Exact>,
    /// The size of a scale.
    size: u128,
    /// The token it stands in (after a separate و).
    at: usize,
    end: usize,
    outside: u8,
    /// و stands before it, attached or not.
    joined: bool,
    /// A preposition is attached: it begins a number.
    governed: bool,
    definite: bool,
}

#[derive(Clone, Copy)]
struct Group {
    value: Option<Exact>,
    if_decimal: Option<Exact>,
    indefinite: bool,
    end: usize,
}

#[derive(Clone, Copy)]
struct Term {
    group: Option<Exact>,
    value: Option<Exact>,
    if_decimal: Option<Exact>,
    indefinite: bool,
    scale: u128,
    counted: bool,
    stands_alone: bool,
    definite_scale: bool,
    end: usize,
}

/// Reads the numbers of one block.
pub(super) struct NumeralReader<'b, 't> {
    pub block: &'b Block<'t>,
    pub convention: Convention,
    /// Whether the token begins the name of a currency: what stands after ألفا tells two thousand from one.
    pub is_currency: fn(&Block, usize) -> bool,
}

const ANY_PREFIX: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);

/// A word of a number may begin at the token.
pub(super) fn may_begin(block: &Block, at: usize) -> bool {
    block.may_begin(NUMBER_WORDS.topic, at)
}

impl NumeralReader<'_, '_> {
    /// The number that begins at token `at`, if one does; a و before it, attached or not, stays outside.
    pub fn read(&self, at: usize) -> Option<Numeral> {
        let first = self.piece(at)?;
        if first.at != at || self.is_percent(&first) {
            return None;
        }
        let term = self.term(first)?;
        let (mut value, mut if_decimal) = (term.value, term.if_decimal);
        let (mut end, mut floor, mut scale, mut counted) = (term.end, term.scale, term.scale, term.counted);
        let (mut group, mut definite_scale, mut stands_alone) = (term.group, term.definite_scale, term.stands_alone);
        let mut terms = 1;
        while floor > 1 && !term.indefinite {
            if let Some((fraction, after)) = self.except(end, floor) {
                value = value.zip(fraction).and_then(|(value, fraction)| value.subtract(fraction));
                end = after;
                break;
            }
            let Some(next) = self.piece(end).filter(|p| (p.joined || self.is_hundreds(p)) && !p.governed) else { break };
            let Some(more) = self.term(next).filter(|m| !m.indefinite) else { break };
            let is_part = more.group.is_some_and(|group| group.is_less(Exact::whole(1)));
            if is_part && more.scale == 1 {
                // مليون ونصف: half of the scale before.
                let part = more.value.and_then(|part| part.multiply(Exact::whole(floor)));
                value = value.zip(part).and_then(|(value, part)| value.add(part));
                end = more.end;
                break;
            }
            let fits = more.value.is_none_or(|m| m.is_less(Exact::whole(floor)));
            if fits && (more.scale < floor || is_part) {
                value = value.zip(more.value).and_then(|(value, more)| value.add(more));
                if !is_part {
                    (scale, counted) = (more.scale, more.counted);
                }
                floor = more.scale;
            } else if more.scale == floor && next.size == floor && group.is_some_and(|group| !group.is_less(Exact::whole(100))) {
                // مئة ألف وألفان: behind hundreds the ones and twos of a scale are the scale itself.
                value = value.zip(more.value).and_then(|(value, more)| value.add(more));
            } else if terms == 1 && floor == THOUSAND && more.scale > THOUSAND && more.counted && !self.is_one_of_two(at) {
                // ألف وخمسمئة مليون: the scale counts the whole before it.
                let all = value.zip(more.group).and_then(|(value, group)| value.add(group));
                value = all.and_then(|all| all.multiply(Exact::whole(more.scale)));
                (floor, scale, counted) = (more.scale, more.scale, true);
            } else {
                break;
            }
            (group, definite_scale, stands_alone) = (more.group, more.definite_scale, more.stands_alone);
            if_decimal = None;
            end = more.end;
            terms += 1;
        }
        if end > first.end {
            if_decimal = if_decimal.filter(|_| scale == 1);
        }
        Some(Numeral {
            tokens: Span::of(at..end),
            outside: first.outside,
            value,
            indefinite: term.indefinite,
            scale: if scale == 1 { term.scale } else { scale },
            last_scale: floor,
            counted: counted || terms > 1,
            definite_scale,
            stands_alone,
            written: if first.kind == Kind::Digits { Written::Digits } else { Written::Words },
            if_decimal,
        })
    }

    /// Hundreds go on after a larger scale without و in loose style: «ألف خمسمئة», «ثلاثة آلاف خمس مئة».
    fn is_hundreds(&self, piece: &Piece) -> bool {
        let counted = || self.piece(piece.end).is_some_and(|p| p.kind == Kind::Hundred && !p.joined && !p.governed && !p.definite);
        !piece.definite
            && match piece.kind {
                Kind::Hundred | Kind::Hundreds => !self.is_percent(piece),
                Kind::Unit => counted(),
                _ => false,
            }
    }

    /// «بالمئة», «في المئة».
    fn is_percent(&self, piece: &Piece) -> bool {
        piece.kind == Kind::Hundred && piece.definite && (piece.governed || (piece.at > 0 && self.block.word(piece.at - 1) == "في"))
    }

    /// A number between brackets or quotation marks whose scale or currency stands outside: «(174) مليون», `"400" ريال`.
    pub fn read_wrapped(&self, at: usize) -> Option<Numeral> {
        let mark = |at: usize, marks: &str| {
            self.block.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Mark) && marks.contains(self.block.word(at))
        };
        if !mark(at, OPENING) {
            return None;
        }
        let mut numeral = self.read(at + 1).filter(|n| n.outside == 0 && mark(n.tokens.end as usize, CLOSING))?;
        let mut end = numeral.tokens.end as usize + 1;
        let inner_end = end;
        (numeral, end) = self.scaled(numeral, end)?;
        if end == inner_end && !(self.is_currency)(self.block, end) {
            return None;
        }
        numeral.tokens = Span::of(at..end);
        Some(numeral)
    }

    /// A number with the scales that stand at `at`, cut off from it by a bracket, and the token after them.
    pub fn scaled(&self, mut numeral: Numeral, mut at: usize) -> Option<(Numeral, usize)> {
        while let Some(scale) = self.scale_at(at, false) {
            // «(3.462) مليار»
            if let Some(decimal) = numeral.if_decimal.filter(|_| !self.convention.point_groups_before(scale.size)) {
                numeral.value = Some(decimal);
            }
            numeral.value = numeral.value.and_then(|value| value.multiply(Exact::whole(scale.size)));
            numeral.scale = numeral.scale.checked_mul(scale.size)?;
            (numeral.counted, numeral.if_decimal) = (true, None);
            at = scale.end;
        }
        Some((numeral, at))
    }

    /// بين or من before it says that another number follows as the other end.
    fn is_one_of_two(&self, at: usize) -> bool {
        at > 0 && matches!(self.block.word(at - 1), "بين" | "من")
    }

    /// «إلا ربعا» behind a number, and what it takes away.
    fn except(&self, at: usize, floor: u128) -> Option<(Option<Exact>, usize)> {
        if self.block.word_at(at) != "الا" {
            return None;
        }
        let part = self.piece(at + 1).filter(|p| p.kind == Kind::Fraction && !p.joined && !p.governed)?;
        let term = self.term(part)?;
        let of = if term.scale == 1 { Exact::whole(floor) } else { Exact::whole(1) };
        Some((term.value.and_then(|value| value.multiply(of)), term.end))
    }

    /// A fraction that stands behind a currency's name with و: «ونصف».
    pub fn fraction_of_unit(&self, at: usize) -> Option<(Option<Exact>, usize)> {
        let part = self.piece(at).filter(|p| p.joined && !p.governed && matches!(p.kind, Kind::Fraction | Kind::Unit))?;
        let term = self.term(part).filter(|term| term.scale == 1)?;
        term.value.filter(|value| value.is_less(Exact::whole(1)))?;
        Some((term.value, term.end))
    }

    /// A fraction behind a currency's name, of the scale before it or of its own: «مليون دولار ونصف», «… ونصف المليون».
    pub fn fraction_of_scale(&self, at: usize, scale: u128) -> Option<(Option<Exact>, usize)> {
        let is_fraction = |p: &Piece| p.kind == Kind::Fraction || (p.kind == Kind::Unit && self.parts(*p).is_some());
        let part = self.piece(at).filter(|p| p.joined && !p.governed && is_fraction(p))?;
        let term = self.term(part)?;
        let of = if term.scale == 1 { scale } else { 1 };
        // «ونصف مليون دولار» is an amount of its own; so is «ونصف» before any other word that it could count.
        let stands_alone = !(self.is_currency)(self.block, term.end) && (term.scale == scale || !self.block.is_word(term.end));
        stands_alone.then(|| (term.value.and_then(|value| value.multiply(Exact::whole(of))), term.end))
    }

    fn term(&self, first: Piece) -> Option<Term> {
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
    fn scale_at(&self, at: usize, indefinite: bool) -> Option<Piece> {
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
    fn governs(&self, at: usize) -> bool {
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
    fn parts(&self, unit: Piece) -> Option<(Option<Exact>, usize)> {
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

    fn piece(&self, at: usize) -> Option<Piece> {
        let token = self.block.tokens().get(at)?;
        match token.kind {
            TokenKind::Number => self.digits(at),
            TokenKind::Word if self.block.word(at) == "و" => {
                let after = if self.block.word_at(at + 1) == "و" { None } else { self.piece(at + 1) };
                let after = after.filter(|p| !p.joined && !p.governed)?;
                Some(Piece { joined: true, ..after })
            }
            TokenKind::Word | TokenKind::Foreign => {
                let words = &*NUMBER_WORDS;
                let found = self.block.match_at(words.topic, at, ANY_PREFIX)?;
                let word = words.rows[found.row];
                let clitics = found.reading.clitics;
                // Folded, «وأحد» looks like «واحد», which never makes a teen and never follows another number word.
                let and_eleven = self.block.word(at) == "واحد"
                    && (self.block.word_at(at + 1) == "عشر" || (at > 0 && self.block.match_at(words.topic, at - 1, ANY_PREFIX).is_some()));
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
        let in_brackets = at > 0 && OPENING.contains(block.word(at - 1));
        let mut groups = vec![block.word(at)];
        let mut end = at + 1;
        while groups.len() < MOST_GROUPS && tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number) {
            let glued = tokens[end].glued && tokens[end + 1].glued;
            let separates = (glued && block.word(end) == "ر") || (!glued && in_brackets && matches!(block.word(end), "," | "،"));
            if !separates {
                break;
            }
            groups.push(block.word(end + 1));
            end += 2;
        }
        if groups.len() == 1 {
            return None;
        }
        // Some set them from left to right: then only the first group is short.
        if groups.len() == 2 || groups[0].len() == 3 {
            groups.reverse();
        }
        let scale = self.scale_at(end, false).or_else(|| self.scale_at(end + 1, false)).map_or(1, |scale| scale.size);
        Some((digits::read(&groups.join("."), scale, Convention::default())?, end))
    }

    /// A number token, and with it the groups of three that spaces cut off: `2 500 000`.
    fn digits(&self, at: usize) -> Option<Piece> {
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

/// The fractions that are one character, with numerator and denominator.
const VULGAR_FRACTIONS: [(&str, u128, u128); 7] =
    [("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅛", 1, 8)];

const HUNDRED: u128 = 100;
const THOUSAND: u128 = 1000;
/// Marks that writers put around a number; papers mix up their directions.
const OPENING: &str = "([«»\"“”„″";
const CLOSING: &str = ")]«»\"“”″";
/// More groups of three digits than these are a list of numbers.
const MOST_GROUPS: usize = 6;

fn add(a: Option<Exact>, b: Option<Exact>) -> Option<Exact> {
    a?.add(b?)
}

fn multiply(a: Option<Exact>, b: Option<Exact>) -> Option<Exact> {
    a?.multiply(b?)
}
