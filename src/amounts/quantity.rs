//! Numbers with their currency, and the ranges and lists they stand in.

use super::beside::{before_number, behind_number};
use super::currency::{self, CurrencyMention, Form};
use super::exact::Exact;
use super::numeral::{Numeral, NumeralReader, Written};
use crate::lexicon::topic;
use crate::text::{Block, Clitics, Phrase, Span, TokenKind};
use std::collections::VecDeque;
use std::iter;

/// A number, or two that make a range, and the currency they are counted in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub phrase: Phrase,
    /// Lowest and highest number, in units of what the currency's name says (cents, not dollars).
    pub low: Option<Exact>,
    pub high: Option<Exact>,
    pub if_decimal: Option<Exact>,
    pub indefinite: bool,
    /// The scale that is written: 10⁶ for «مليون».
    pub scale: u128,
    /// The number has a number before its scale; see [`Numeral::counted`].
    pub counted: bool,
    pub written: Written,
    /// Its scale has the ending of a noun that nothing follows: «53 مليونا». See [`Numeral::stands_alone`].
    pub stands_alone: bool,
    /// A minus or «ناقص» stands before it.
    pub negative: bool,
    pub currency: Option<CurrencyMention>,
}

/// What stands between two numbers of one range or list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Connector {
    And,
    Or,
    To,
    Dash,
    Comma,
}

const PREFIXES: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);

/// So many numbers may stand in a list with the currency behind its last. The bound keeps a text of numbers from being held whole.
const LONGEST_LIST: usize = 64;

/// Every quantity of the block in order: those of money, and numbers without a currency that may prove to be money.
pub(super) fn quantities(reader: &NumeralReader) -> impl Iterator<Item = Quantity> {
    let block = reader.block;
    let (mut at, mut end_of_last) = (0, 0);
    // Those that the next ones may still change.
    let mut open = VecDeque::new();
    let quantities = iter::from_fn(move || {
        while at < block.tokens().len() && open.len() <= LONGEST_LIST {
            let quantity = if may_begin(block, at) { quantity_at(reader, at) } else { None };
            match quantity {
                Some(quantity) => {
                    at = quantity.phrase.tokens.end as usize;
                    connect(block, &mut open, with_sign(block, quantity, end_of_last));
                    end_of_last = at;
                }
                None => at += 1,
            }
        }
        open.pop_front()
    });
    // An abbreviation's point (30 م.د. ثم) may end a sentence; no amount goes on in the next.
    quantities.filter(|quantity| block.sentence_of(quantity.phrase.tokens.start as usize).covers(quantity.phrase.tokens))
}

/// Most words are no numbers, no currencies, and too long for the first letter of an abbreviation.
#[inline(always)]
fn may_begin(block: &Block, at: usize) -> bool {
    let token = &block.tokens()[at];
    match token.kind {
        TokenKind::Number | TokenKind::Foreign => true,
        TokenKind::Word => token.span.len() <= "د".len() || block.may_begin_any(&[topic::NUMERALS, topic::CURRENCIES], at),
        TokenKind::Mark => mark_may_begin(block, at),
    }
}

/// Most marks stand before no number.
fn mark_may_begin(block: &Block, at: usize) -> bool {
    match block.word(at) {
        "،" | "," | ":" | "؛" | "؟" | "!" | "-" | ")" => false,
        "." | "«" | "»" | "\"" | "“" | "”" | "(" => !block.is_word(at + 1) || block.may_begin(topic::NUMERALS, at + 1),
        _ => true,
    }
}

fn quantity_at(reader: &NumeralReader, at: usize) -> Option<Quantity> {
    let block = reader.block;
    let counted = |numeral| counted_quantity(reader, numeral);
    match block.tokens()[at].kind {
        TokenKind::Number => {
            if is_year(block, at) {
                None
            } else {
                reader.read(at).map(counted)
            }
        }
        TokenKind::Mark => reader
            .read(at)
            .or_else(|| reader.read_wrapped(at))
            .map(counted)
            .or_else(|| bracketed_range(reader, at))
            .or_else(|| signed_quantity(reader, at)),
        TokenKind::Word | TokenKind::Foreign => reader.read(at).map(counted).or_else(|| signed_quantity(reader, at)).or_else(|| {
            let named = currency::may_begin(block, at);
            if named { uncounted_quantity(reader, at).or_else(|| named_quantity(reader, at)) } else { None }
        }),
    }
}

/// The amount with the minus before it: `-37 دولارا`, «ناقص 37 دولارا». A dash at the beginning of a line makes it an item of
/// a list, one behind another number a range, and one on either side a parenthesis.
fn with_sign(block: &Block, quantity: Quantity, floor: usize) -> Quantity {
    let (start, end) = (quantity.phrase.tokens.start as usize, quantity.phrase.tokens.end as usize);
    let Some(sign) = start.checked_sub(1).filter(|&sign| sign >= floor && quantity.phrase.outside == 0) else { return quantity };
    let is_dash = |at: usize| matches!(block.word_at(at), "-" | "−");
    let negative = if is_dash(sign) {
        let before = sign.checked_sub(1).map(|at| (block.word(at), block.is_word(at)));
        let stands_free = before.is_some_and(|(word, is_word)| if block.tokens()[sign].glued { word == "(" } else { is_word });
        block.tokens()[start].glued && stands_free && !is_dash(end)
    } else {
        quantity.currency.is_some() && before_number(block, sign) == "minus"
    };
    if !negative {
        return quantity;
    }
    Quantity { negative, phrase: Phrase::whole(Span::of(sign..end)), ..quantity }
}

/// `(7546 - 8146) ريالا`.
fn bracketed_range(reader: &NumeralReader, at: usize) -> Option<Quantity> {
    let block = reader.block;
    if block.word_at(at) != "(" {
        return None;
    }
    let low = plain(reader.read(at + 1)?);
    let dash = low.phrase.tokens.end as usize;
    if !matches!(block.word_at(dash), "-" | "–" | "الي") {
        return None;
    }
    let numeral = reader.read(dash + 1)?;
    let close = numeral.tokens.end as usize;
    if block.word_at(close) != ")" {
        return None;
    }
    let (numeral, unit) = reader.scaled(numeral, close + 1)?;
    let mention = unit_at(block, &numeral, unit)?;
    let high = plain(numeral);
    // «(50-40) ألف»: written from right to left, the higher end first.
    let reversed = shared_value(&low, &high).filter(|&first| high.high.is_some_and(|last| last.is_less(first)));
    let range = match reversed {
        Some(first) => Quantity { low: high.low, high: Some(first), if_decimal: None, ..high },
        None => range(&low, &high),
    };
    Some(Quantity { phrase: Phrase::whole(Span::of(at..mention.end)), currency: Some(mention), ..range })
}

/// `$10`, `USD 10 مليون`.
fn signed_quantity(reader: &NumeralReader, at: usize) -> Option<Quantity> {
    let sign = currency::sign(reader.block, at)?;
    let numeral = reader.read(sign.end).filter(|n| n.written == Written::Digits)?;
    let mut quantity = plain(numeral);
    quantity.currency = Some(sign);
    quantity.phrase = Phrase::whole(Span::new(at as u32, numeral.tokens.end));
    Some(quantity)
}

const ATTACHED: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION);

/// Bytes of a token that stand before the currency it names.
fn outside_of(block: &Block, at: usize) -> Option<u8> {
    Some(block.readings(at).iter().find(|r| r.clitics.is_within(ATTACHED))?.outside)
}

/// The currency before its number, «ريال 500», where the number counts nothing behind it.
fn named_quantity(reader: &NumeralReader, at: usize) -> Option<Quantity> {
    let block = reader.block;
    let outside = outside_of(block, at)?;
    let mention = currency::mention_of_word(block, at, ATTACHED).filter(|m| m.form == Form::Singular)?;
    let numeral = reader.read(mention.end).filter(|n| n.written == Written::Digits && n.outside == 0)?;
    let end = numeral.tokens.end as usize;
    let counts_nothing = match block.tokens().get(end) {
        None => true,
        Some(token) => token.kind == TokenKind::Mark && !matches!(block.word(end), "%" | "٪" | "/" | "-" | "–" | ":"),
    };
    let in_pair = at > 0 && block.word(at - 1) == "/";
    if looks_like_year(block, mention.end) || !counts_nothing || in_pair || currency::begins(block, end) {
        return None;
    }
    let phrase = Phrase::new(Span::new(at as u32, numeral.tokens.end), outside);
    Some(Quantity { phrase, currency: Some(mention), ..plain(numeral) })
}

/// «دولاران», «دولار واحد», «دولار ونصف».
fn uncounted_quantity(reader: &NumeralReader, at: usize) -> Option<Quantity> {
    let block = reader.block;
    let outside = outside_of(block, at)?;
    let mention = currency::mention_of_word(block, at, ATTACHED)?;
    let counted = behind_number(block, mention.end);
    let (value, end) = match mention.form {
        Form::Dual if counted == "two" => (2, mention.end + 1),
        Form::Dual => (2, mention.end),
        Form::Singular if counted == "one" => (1, mention.end + 1),
        Form::Singular => (1, mention.end),
        _ => return None,
    };
    let mut value = Some(Exact::whole(value));
    let fraction = fraction_of_unit(reader, &mention, end);
    if mention.form == Form::Singular && end == mention.end && fraction.is_none() {
        return None;
    }
    let end = fraction.map_or(end, |(_, end)| end);
    if let Some((part, _)) = fraction {
        value = value.zip(part).and_then(|(value, part)| value.add(part));
    }
    Some(Quantity {
        phrase: Phrase::new(Span::of(at..end), outside),
        low: value,
        high: value,
        if_decimal: None,
        indefinite: false,
        scale: 1,
        counted: false,
        written: Written::Words,
        negative: false,
        stands_alone: false,
        currency: Some(mention),
    })
}

fn plain(numeral: Numeral) -> Quantity {
    Quantity {
        phrase: Phrase::new(numeral.tokens, numeral.outside),
        low: numeral.value,
        high: numeral.value,
        if_decimal: numeral.if_decimal,
        indefinite: numeral.indefinite,
        scale: numeral.scale,
        counted: numeral.counted,
        written: numeral.written,
        negative: false,
        stands_alone: numeral.stands_alone,
        currency: None,
    }
}

fn counted_quantity(reader: &NumeralReader, numeral: Numeral) -> Quantity {
    let block = reader.block;
    let mut numeral = numeral;
    let start = numeral.tokens.start;
    let mut end = numeral.tokens.end as usize;
    // 5000 (خمسة آلاف) ريال: the same number again.
    if block.word_at(end) == "("
        && let Some(gloss) = reader.read(end + 1).filter(|gloss| gloss.value == numeral.value)
        && block.word_at(gloss.tokens.end as usize) == ")"
        && let Some((scaled, after)) = reader.scaled(numeral, gloss.tokens.end as usize + 1)
        && unit_at(block, &scaled, after).is_some()
    {
        (numeral, end) = (scaled, after);
    }
    let mut quantity = plain(numeral);
    let Some(mention) = unit_at(block, &numeral, end) else { return quantity };
    quantity.currency = Some(mention);
    end = mention.end;
    if let Some((value, after)) = remainder(reader, &numeral, &mention) {
        (quantity.low, quantity.high, quantity.if_decimal) = (value, value, None);
        end = after;
    }
    quantity.phrase = Phrase::new(Span::new(start, end as u32), numeral.outside);
    quantity
}

/// The currency behind a number: at once, behind من (ملايين من الجنيهات) or behind a slash.
fn unit_at(block: &Block, numeral: &Numeral, at: usize) -> Option<CurrencyMention> {
    // «نصف الدولار», «ثلاثة أرباع الدولار».
    let is_part = numeral.scale == 1 && numeral.value.is_some_and(|value| value.is_less(Exact::whole(1)));
    let may_be_definite = numeral.indefinite || numeral.definite_scale || (is_part && numeral.written == Written::Words);
    // «آلاف مؤلفة من الدولارات».
    let at = at + usize::from(numeral.indefinite && block.word_at(at) == "مءلفه");
    match block.word_at(at) {
        "من" => currency::mention(block, at + 1).filter(|m| m.form == Form::Definite),
        "/" => currency::mention(block, at + 1).filter(|m| m.form != Form::Definite),
        _ => currency::mention(block, at).filter(|m| m.form != Form::Definite || may_be_definite),
    }
}

/// What the currency's name cuts off the number: مليون دولار ونصف المليون، 5 دولارات و30 سنتا.
fn remainder(reader: &NumeralReader, numeral: &Numeral, mention: &CurrencyMention) -> Option<(Option<Exact>, usize)> {
    let fraction = match reader.fraction_of_scale(mention.end, numeral.last_scale) {
        Some(of_scale) => Some(of_scale),
        None => fraction_of_unit(reader, mention, mention.end),
    };
    if let Some((part, end)) = fraction {
        return Some((numeral.value.zip(part).and_then(|(value, part)| value.add(part)), end));
    }
    let block = reader.block;
    let joined = usize::from(block.word_at(mention.end) == "و");
    let rest = reader.read(mention.end + joined).filter(|n| n.scale == 1)?;
    if joined == 0 && rest.outside == 0 {
        return None;
    }
    let unit = currency::mention(block, rest.tokens.end as usize)?;
    if unit.parts == mention.parts || unit.parts.is_less(Exact::whole(2)) || !rest.value?.is_less(unit.parts) {
        return None;
    }
    let value = rest.value.and_then(|rest| rest.divide(unit.parts)).zip(numeral.value).and_then(|(part, value)| value.add(part));
    Some((value, unit.end))
}

/// «ونصف», «ونصف الدولار» behind the name of a currency.
fn fraction_of_unit(reader: &NumeralReader, mention: &CurrencyMention, at: usize) -> Option<(Option<Exact>, usize)> {
    let (part, end) = reader.fraction_of_unit(at)?;
    match currency::mention(reader.block, end) {
        Some(unit) => (unit.form == Form::Definite && unit.parts == mention.parts).then_some((part, unit.end)),
        None => reader.fraction_of_scale(at, 1),
    }
}

/// A year, by its look and by what stands before or behind it: «عام 2015», «2015م».
fn is_year(block: &Block, at: usize) -> bool {
    if !looks_like_year(block, at) {
        return false;
    }
    let has_era = block.tokens().get(at + 1).is_some_and(|t| t.glued) && behind_number(block, at + 1) == "era";
    has_era || {
        // «أعوام 2013 و2014 و2015», «2014-2015»: the chain of years before it has the label.
        let mut first = at;
        while first >= 2
            && at - first < LONGEST_CHAIN
            && matches!(block.word(first - 1), "و" | "-" | "–" | "/" | "،" | "الي")
            && looks_like_year(block, first - 2)
        {
            first -= 2;
        }
        first > 0 && (is_label(block, first - 1) || (before_number(block, first - 1) == "year" && !currency::begins(block, at + 1)))
    }
}

/// Tokens of a chain of years; more of them are a table.
const LONGEST_CHAIN: usize = 16;

fn looks_like_year(block: &Block, at: usize) -> bool {
    let word = block.word_at(at);
    word.len() == 4 && block.tokens()[at].kind == TokenKind::Number && matches!(word.parse(), Ok(1350..=1470 | 1700..=2100))
}

/// The word names something that has a number for its name: عام، المادة، رقم، a month.
pub(super) fn is_label(block: &Block, at: usize) -> bool {
    block.match_at(topic::NUMBERED_THINGS, at, PREFIXES).is_some_and(|m| m.tokens.end as usize == at + 1)
}

/// Adds the next quantity to those before: as the other end of a range, or as one more of a list, which gives the numbers before it the
/// scale and the currency that stand behind the last.
fn connect(block: &Block, joined: &mut VecDeque<Quantity>, mut quantity: Quantity) {
    let connector = joined.back().and_then(|last| connector(block, last, &quantity));
    // `$10-20`.
    if connector == Some(Connector::Dash) && quantity.currency.is_none() {
        quantity.currency = joined.back().and_then(|last| last.currency.filter(|_| has_sign_before(block, last)));
    }
    let Some(connector) = connector.filter(|_| quantity.currency.is_some()) else {
        joined.push_back(quantity);
        return;
    };
    let last = joined.len() - 1;
    let low = joined[last];
    let again = last.checked_sub(1).is_some_and(|before| is_range_again(block, connector, &joined[before], &low));
    if is_range(block, connector, &low, &quantity, again) {
        joined[last] = range(&low, &quantity);
        return;
    }
    joined.push_back(quantity);
    if matches!(connector, Connector::And | Connector::To) {
        share_backwards(block, joined);
    }
}

fn range(low: &Quantity, high: &Quantity) -> Quantity {
    let shared = shared_value(low, high).filter(|value| high.high.is_some_and(|high| value.is_less(high)));
    let named = low.currency.is_some_and(|c| c.form != Form::Sign);
    let low_end = if named { low.low } else { shared.or(low.low) };
    Quantity {
        phrase: Phrase::new(low.phrase.tokens.join(high.phrase.tokens), low.phrase.outside),
        low: low_end.filter(|_| high.high.is_some()),
        high: high.high.filter(|_| low_end.is_some()),
        if_decimal: None,
        written: low.written,
        ..*high
    }
}

/// The number with the scale that stands behind the other.
fn shared_value(number: &Quantity, other: &Quantity) -> Option<Exact> {
    let shares = number.scale == 1 && other.counted && number.currency.is_none_or(|c| c.form == Form::Sign);
    number.low?.multiply(Exact::whole(if shares { other.scale } else { 1 }))
}

/// The sign of the currency stands before the number.
fn has_sign_before(block: &Block, quantity: &Quantity) -> bool {
    currency::sign(block, quantity.phrase.tokens.start as usize).is_some()
}

/// «بين 90 و100 مليون يورو (98 و109 ملايين دولار)»: the range again, in another currency.
fn is_range_again(block: &Block, connector: Connector, before: &Quantity, low: &Quantity) -> bool {
    let (end, start) = (before.phrase.tokens.end as usize, low.phrase.tokens.start as usize);
    connector == Connector::And && before.low != before.high && end + 1 == start && matches!(block.word(end), "(" | "[")
}

/// From the last quantity, which has a currency, back through the numbers without one that make a list with it.
fn share_backwards(block: &Block, quantities: &mut VecDeque<Quantity>) {
    let mut backwards = quantities.iter_mut().rev();
    let Some(last) = backwards.next() else { return };
    let mut next = *last;
    for number in backwards {
        let linked = matches!(connector(block, number, &next), Some(Connector::And | Connector::To | Connector::Comma));
        let start = number.phrase.tokens.start as usize;
        if !linked || number.currency.is_some() || number.indefinite || (start > 0 && is_label(block, start - 1)) {
            break;
        }
        let value = shared_value(number, last);
        (number.low, number.high, number.if_decimal) = (value, value, None);
        if number.scale == 1 && last.counted {
            number.scale = last.scale;
        }
        number.currency = last.currency;
        next = *number;
    }
}

fn connector(block: &Block, first: &Quantity, second: &Quantity) -> Option<Connector> {
    let (end, start) = (first.phrase.tokens.end as usize, second.phrase.tokens.start as usize);
    let attached = second.phrase.outside > 0 && block.word(start).starts_with('و');
    // «من عشرة لعشرين».
    let before = (first.phrase.tokens.start as usize).checked_sub(1).map_or("", |at| block.word(at));
    if start == end && before == "من" && second.phrase.outside > 0 && block.word(start).starts_with('ل') {
        return Some(Connector::To);
    }
    match start.checked_sub(end)? {
        0 => attached.then_some(Connector::And),
        _ if attached || second.phrase.outside > 0 => None,
        1 => match block.word(end) {
            "و" => Some(Connector::And),
            "او" => Some(Connector::Or),
            "الي" | "حتي" => Some(Connector::To),
            "والي" | "وحتي" if before == "من" => Some(Connector::To),
            "-" | "–" | "—" | "~" | "−" => Some(Connector::Dash),
            "،" | "," => Some(Connector::Comma),
            _ => None,
        },
        _ => None,
    }
}

fn is_range(block: &Block, connector: Connector, low: &Quantity, high: &Quantity, again: bool) -> bool {
    let start = low.phrase.tokens.start as usize;
    let before = if start == 0 { "" } else { block.word(start - 1) };
    let ascends = match (shared_value(low, high), high.high, low.low) {
        (Some(shared), Some(high), Some(low)) => shared.is_less(high) || low.is_less(high),
        _ => false,
    };
    if !ascends || low.indefinite || high.indefinite || low.negative || high.negative {
        return false;
    }
    match connector {
        Connector::And => before == "بين" || again,
        Connector::Or => true,
        Connector::To => before == "بين" || !tells_change(block, start),
        // A dash behind the first number of a line makes it the line's own number.
        Connector::Dash => low.currency.is_some() || start > 0 || block.tokens()[low.phrase.tokens.end as usize].glued,
        Connector::Comma => false,
    }
}

/// A verb or noun of rising and falling stands shortly before: «ارتفع من 3 إلى 5 ملايين» names two amounts.
fn tells_change(block: &Block, at: usize) -> bool {
    let sentence = block.sentence_of(at).start as usize;
    (at.saturating_sub(CHANGE_REACH).max(sentence)..at)
        .any(|at| block.match_at(topic::CHANGE_VERBS, at, PREFIXES.with(Clitics::SA)).is_some())
}

/// As far as a verb stands from «من … إلى …» with its subject between.
const CHANGE_REACH: usize = 8;
