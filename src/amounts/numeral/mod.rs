//! Numbers in digits, in words and in both: the grammar of Arabic numerals.
//!
//! A number is a chain of terms joined by و, each of a smaller scale than the one before (مليون و200 ألف وخمسون); a term is
//! a group and the scales it counts (ثلاثمئة ألف، نصف مليار، ألف مليار); a group is what a scale can count: digits, or words
//! below a thousand. Anything else that follows begins another number, so `9 و5 و2 مليون` is three of them.

mod pieces;
mod terms;
mod words;

use super::digits::Convention;
use super::exact::Exact;
use crate::text::{Block, Clitics, Span, Tokens};
use pieces::Piece;
use terms::Term;
use words::Kind;

/// A number in a block.
#[derive(Clone, Copy, Debug)]
pub(in crate::amounts) struct Numeral {
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
pub(in crate::amounts) enum Written {
    Digits,
    Words,
}

/// Reads the numbers of one block.
pub(in crate::amounts) struct NumeralReader<'b, 't> {
    pub block: &'b Block<'t>,
    pub convention: Convention,
    /// Whether the token begins the name of a currency: what stands after ألفا tells two thousand from one.
    pub is_currency: fn(&Block, usize) -> bool,
}

/// The terms of a number, as far as they are read.
struct Chain {
    value: Option<Exact>,
    if_decimal: Option<Exact>,
    /// The scale that further terms stay below.
    floor: u128,
    /// As in [`Numeral`].
    scale: u128,
    counted: bool,
    last: Term,
    terms: usize,
    end: usize,
}

impl Chain {
    fn of(first: Term) -> Chain {
        let Term { value, if_decimal, scale, counted, end, .. } = first;
        Chain { value, if_decimal, floor: scale, scale, counted, last: first, terms: 1, end }
    }
}

const ANY_PREFIX: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);

impl NumeralReader<'_, '_> {
    /// The number that begins at token `at`, if one does; a و before it, attached or not, stays outside.
    pub fn read(&self, at: usize) -> Option<Numeral> {
        let first = self.piece_here(at).filter(|first| !self.is_percent(first))?;
        let term = self.term(first)?;
        let mut chain = Chain::of(term);
        while chain.floor > 1 && !term.indefinite && self.lengthen(&mut chain, at) {}
        Some(Numeral {
            tokens: Span::of(at..chain.end),
            outside: first.outside,
            value: chain.value,
            indefinite: term.indefinite,
            scale: if chain.scale == 1 { term.scale } else { chain.scale },
            last_scale: chain.floor,
            counted: chain.counted || chain.terms > 1,
            definite_scale: chain.last.definite_scale,
            stands_alone: chain.last.stands_alone,
            written: if first.kind == Kind::Digits { Written::Digits } else { Written::Words },
            if_decimal: chain.if_decimal.filter(|_| chain.end == first.end || chain.scale == 1),
        })
    }

    /// Takes what follows the chain into it; whether more may follow. `at`: where the number begins.
    fn lengthen(&self, chain: &mut Chain, at: usize) -> bool {
        let floor = chain.floor;
        if let Some((fraction, after)) = self.except(chain.end, floor) {
            chain.value = chain.value.zip(fraction).and_then(|(value, fraction)| value.subtract(fraction));
            chain.end = after;
            return false;
        }
        let next = self.piece(chain.end).filter(|p| (p.joined || self.is_hundreds(p)) && !p.governed);
        let Some(next) = next else { return false };
        let Some(more) = self.term(next).filter(|more| !more.indefinite) else { return false };
        let is_part = more.group.is_some_and(|group| group.is_less(Exact::whole(1)));
        if is_part && more.scale == 1 {
            // مليون ونصف: half of the scale before.
            chain.value = add(chain.value, multiply(more.value, Some(Exact::whole(floor))));
            chain.end = more.end;
            return false;
        }
        let fits = more.value.is_none_or(|value| value.is_less(Exact::whole(floor)));
        let behind_hundreds = || chain.last.group.is_some_and(|group| !group.is_less(Exact::whole(HUNDRED)));
        if fits && (more.scale < floor || is_part) {
            chain.value = add(chain.value, more.value);
            if !is_part {
                (chain.scale, chain.counted) = (more.scale, more.counted);
            }
            chain.floor = more.scale;
        } else if more.scale == floor && next.size == floor && behind_hundreds() {
            // مئة ألف وألفان: behind hundreds the ones and twos of a scale are the scale itself.
            chain.value = add(chain.value, more.value);
        } else if chain.terms == 1 && floor == THOUSAND && more.scale > THOUSAND && more.counted && !self.is_one_of_two(at) {
            // ألف وخمسمئة مليون: the scale counts the whole before it.
            chain.value = multiply(add(chain.value, more.group), Some(Exact::whole(more.scale)));
            (chain.floor, chain.scale, chain.counted) = (more.scale, more.scale, true);
        } else {
            return false;
        }
        chain.if_decimal = None;
        (chain.last, chain.end) = (more, more.end);
        chain.terms += 1;
        true
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
        if !opens(self.block.word_at(at)) {
            return None;
        }
        let mut numeral = self.read(at + 1).filter(|n| n.outside == 0 && closes(self.block.word_at(n.tokens.end as usize)))?;
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
}

const HUNDRED: u128 = 100;
const THOUSAND: u128 = 1000;

/// Writers put the mark before a number; papers mix up the directions of quotation marks.
fn opens(mark: &str) -> bool {
    matches!(mark, "(" | "[" | "«" | "»" | "\"" | "“" | "”" | "„" | "″")
}

/// Likewise behind one.
fn closes(mark: &str) -> bool {
    matches!(mark, ")" | "]" | "«" | "»" | "\"" | "“" | "”" | "″")
}

fn add(a: Option<Exact>, b: Option<Exact>) -> Option<Exact> {
    a?.add(b?)
}

fn multiply(a: Option<Exact>, b: Option<Exact>) -> Option<Exact> {
    a?.multiply(b?)
}
