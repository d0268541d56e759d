//! Amounts of money: numbers in digits and words, scale, currency, what approximates them.
//!
//! Numbers are read by the grammar of Arabic numerals ([`numeral`]), joined with their currency into ranges and lists
//! ([`quantity`]); numbers without a currency are money where the text makes it plain ([`ellipsis`]); a bare «ريال» gets its
//! country from the article ([`evidence`]).

mod beside;
mod bound;
mod currency;
mod digits;
mod ellipsis;
mod evidence;
mod exact;
mod numeral;
mod quantity;

use crate::analysis::Bound;
use crate::document::{Document, Place};
use crate::text::Block;
use currency::{Currency, CurrencyMention};
use evidence::Evidence;
use exact::Exact;
use numeral::NumeralReader;
use quantity::Quantity;

/// An amount of money as it stands in the text.
#[derive(Clone, Debug)]
pub struct Amount {
    pub place: Place,
    /// Lowest and highest value, in units of the currency; `None` for an indefinite sum.
    pub values: Option<(f64, f64)>,
    /// ISO 4217 code.
    pub currency: Option<&'static str>,
    /// The article says nothing of whose currency it is: the one usually meant by that name.
    pub supposed: bool,
    /// The bare name of a currency, which several countries pay with: the article decided whose it is.
    bare_name: Option<&'static Currency>,
    /// The words that approximate or bound it, and what they make of it.
    pub approx: Option<Place>,
    pub bound: Option<Bound>,
    /// The amount that this one gives again in another currency, «20 مليون يورو (22 مليون دولار)»: an index into the result of
    /// [`find`].
    pub converts: Option<usize>,
}

impl Amount {
    /// Both may be in one currency: «20 مليون ريال» in whichever of that name the other one is.
    pub fn may_share_currency(&self, other: &Amount) -> bool {
        let may_be = |one: &Amount, code| one.bare_name.zip(code).is_some_and(|(name, code)| name.may_be(code));
        self.currency == other.currency || may_be(self, other.currency) || may_be(other, self.currency)
    }
}

/// Every amount of the document, in order.
pub fn find(document: &Document) -> Vec<Amount> {
    let convention = digits::Convention::of(document);
    let mut evidence = None;
    let mut amounts: Vec<Amount> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (number, block) in document.blocks.iter().enumerate() {
        let reader = NumeralReader { block, convention, is_currency: currency::begins };
        let mut last: Option<(Quantity, usize)> = None;
        for money in ellipsis::money(block, quantity::quantities(&reader)) {
            let mention = money.currency;
            let told = mention.and_then(|m| m.code.or_else(|| shared_code(document, m, &mut evidence, number, &money)));
            let code = told.or_else(|| mention?.row?.usual);
            let place = Place::new(number, money.phrase);
            let bound = bound::beside(block, money.phrase.tokens, money.phrase.outside);
            let converts = last.as_ref().filter(|(main, at)| amounts[*at].currency != code && bound::converts(block, main, &money));
            let converts = converts.map(|&(_, at)| amounts[at].converts.unwrap_or(at));
            if mention.is_none() {
                open.push(amounts.len());
            }
            last = Some((money, amounts.len()));
            amounts.push(Amount {
                place,
                values: values(&money, mention, code),
                currency: code,
                supposed: told.is_none() && code.is_some(),
                bare_name: mention.filter(|mention| mention.code.is_none()).and_then(|mention| mention.row),
                approx: bound.map(|(_, phrase)| Place::new(number, phrase)),
                bound: bound.map(|(bound, _)| bound),
                converts,
            });
        }
    }
    name_currencies(&mut amounts, &open);
    amounts.shrink_to_fit();
    amounts
}

fn shared_code<'d>(
    document: &Document<'d>,
    mention: CurrencyMention,
    evidence: &mut Option<Evidence>,
    block: usize,
    money: &Quantity,
) -> Option<&'static str> {
    let row = mention.row.filter(|row| !row.shared.is_empty())?;
    let evidence = evidence.get_or_insert_with(|| Evidence::of(document));
    evidence.currency_at(document, row, block, money.phrase.tokens.start as usize)
}

/// Lowest and highest value in units of the currency.
fn values(money: &Quantity, mention: Option<CurrencyMention>, code: Option<&str>) -> Option<(f64, f64)> {
    let parts = mention.map_or(Exact::whole(1), |m| match (m.row, code) {
        (Some(row), Some(code)) => row.parts_in(code),
        _ => m.parts,
    });
    let in_thousandths = money.if_decimal.filter(|_| code.is_some_and(|code| OF_A_THOUSAND.contains(&code)));
    let value = |number: Option<Exact>| in_thousandths.or(number).and_then(|n| n.divide(parts)).and_then(Exact::to_f64);
    let (low, high) = value(money.low).zip(value(money.high))?;
    Some(if money.negative { (-high, -low) } else { (low, high) })
}

/// Currencies of a thousand parts: `1.250` of them has a decimal point.
const OF_A_THOUSAND: [&str; 6] = ["KWD", "BHD", "OMR", "TND", "LYD", "JOD"];

/// An amount without a currency is in that of the amount before it (not of its conversion); before the first that has one, in that.
fn name_currencies(amounts: &mut [Amount], open: &[usize]) {
    let mut named = amounts.iter().find_map(|a| a.currency);
    let mut open = open.iter().peekable();
    for (at, amount) in amounts.iter_mut().enumerate() {
        if open.next_if_eq(&&at).is_some() {
            amount.currency = named;
        } else if amount.converts.is_none() {
            named = amount.currency.or(named);
        }
    }
}

/// A token is a mark of this text.
fn is_mark(block: &Block, at: usize, marks: &[&str]) -> bool {
    marks.contains(&block.word_at(at))
}
