//! Numbers without a currency that are money all the same: «بقيمة 5.2 مليار», «929 مليون ريال مقارنة بنحو 895 في 2013».

use super::beside::behind_number;
use super::bound;
use super::digits::MILLIARD;
use super::exact::Exact;
use super::is_mark;
use super::numeral::Written;
use super::quantity::{Quantity, is_label};
use crate::lexicon::{Topic, lexicon, topic};
use crate::text::{Block, Clitics, TokenKind};

const PREFIXES: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);
const WITH_PRONOUN: Clitics = PREFIXES.with(Clitics::PRONOUN);

/// The quantities that are money; those without a currency get what the amount before them lends.
pub(super) fn money(block: &Block, quantities: impl Iterator<Item = Quantity>) -> impl Iterator<Item = Quantity> {
    // Something else was counted since the last amount: what is left out after it is not the currency.
    let mut interrupted = false;
    // The last amount that is not another one converted.
    let mut main: Option<Quantity> = None;
    quantities.filter_map(move |quantity| {
        if quantity.currency.is_some() {
            interrupted = false;
            main = main.filter(|main| bound::converts(block, main, &quantity)).or(Some(quantity));
            return Some(quantity);
        }
        let sentence = block.sentence_of(quantity.phrase.tokens.start as usize);
        // Thousands that count something unsaid are people more often than money: «وتشريد 140 ألفا».
        let millions_alone = quantity.stands_alone && quantity.scale >= MILLION;
        let before = main.filter(|amount| (!interrupted || millions_alone) && sentence.contains(amount.phrase.tokens.start));
        let end = quantity.phrase.tokens.end as usize;
        let amount = elliptic(block, &quantity, before.as_ref());
        // «من 14 مصرفا»: a few of something are soon forgotten.
        let few = quantity.scale == 1 && quantity.low.is_some_and(|low| low.is_less(Exact::whole(100)));
        interrupted |= amount.is_none() && !few && block.is_word(end) && counts_something(block, &quantity) && !is_percent(block, end);
        main = amount.or(main);
        amount
    })
}

fn elliptic(block: &Block, quantity: &Quantity, before: Option<&Quantity>) -> Option<Quantity> {
    let cue = cue(block, quantity, before);
    let end = quantity.phrase.tokens.end as usize;
    let start = quantity.phrase.tokens.start as usize;
    // «منها 182 مليون من الألعاب و300 مليون من ألمانيا», but not «و5 ملايين من السكان».
    let goes_on = start > 0 && block.word(start - 1) == "و" && !block.word_at(end + 1).starts_with("ال");
    let of_those = block.word_at(end) == "من" && before.is_some() && (cue == Cue::Comparison || goes_on);
    if counts_something(block, quantity) && !of_those {
        return None;
    }
    let mut amount = *quantity;
    if quantity.scale > 1 {
        let plainly = has_money_noun(block, quantity)
            || before.is_some_and(|before| {
                cue == Cue::Comparison || (quantity.scale >= MILLION.min(before.scale) && !has_counted_noun(block, quantity))
            });
        // Milliards without a noun are of money: «مئات المليارات».
        let milliards = quantity.indefinite && quantity.scale >= MILLIARD;
        if !plainly && !milliards {
            return None;
        }
        amount.currency = before.and_then(|b| b.currency);
        return Some(amount);
    }
    let before = before.filter(|_| cue == Cue::Comparison && quantity.written == Written::Digits && quantity.phrase.outside == 0)?;
    if quantity.low.is_none() || is_year_like(quantity) || before.indefinite || !is_followed_by_frame(block, quantity) {
        return None;
    }
    // The scale before goes without saying for a number that it would suit.
    let shares = before.counted && before.scale > 1 && quantity.low.is_some_and(|low| low.is_less(Exact::whole(LARGEST_SCALED)));
    let scale = if shares { before.scale } else { 1 };
    amount.low = quantity.low.and_then(|value| value.multiply(Exact::whole(scale)));
    amount.high = amount.low;
    (amount.if_decimal, amount.scale, amount.counted) = (None, scale, shares);
    amount.currency = before.currency;
    Some(amount)
}

const MILLION: u128 = 1_000_000;
/// Nobody writes «ten thousand millions» in digits without saying the millions again.
const LARGEST_SCALED: u128 = 10_000;

/// What leads to the number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    None,
    /// «مقارنة بـ», «مقابل», or a verb of change with its إلى or من.
    Comparison,
}

fn cue(block: &Block, quantity: &Quantity, before: Option<&Quantity>) -> Cue {
    let mut at = quantity.phrase.tokens.start as usize;
    // Back over the approximator, and what is glued to the number.
    while at > 0 && matches!(block.word(at - 1), "ب" | "ال" | "(") {
        at -= 1;
    }
    if let Some(length) = (1..=3.min(at)).rev().find(|length| {
        block.match_at(topic::APPROXIMATORS, at - length, PREFIXES).is_some_and(|m| m.tokens.end as usize == at)
            && !matches!(block.word(at - length), "الي")
    }) {
        at -= length;
    }
    let ends_here = |topic: Topic| {
        (1..=4.min(at)).any(|back| block.match_at(topic, at - back, WITH_PRONOUN).is_some_and(|m| m.tokens.end as usize == at))
    };
    if ends_here(topic::COMPARISONS) {
        return Cue::Comparison;
    }
    // «من 3.9 مليارات ريال إلى 4.1».
    if at > 0 && block.word(at - 1) == "الي" && before.is_some_and(|b| b.phrase.tokens.end as usize == at - 1) {
        return Cue::Comparison;
    }
    let sentence = block.sentence_of(quantity.phrase.tokens.start as usize).start as usize;
    let led = at > sentence && matches!(block.word(at - 1), "الي" | "من" | "عند" | "عن");
    let reach = at.saturating_sub(5).max(sentence);
    let changes = |at: usize| block.match_at(topic::CHANGE_VERBS, at, PREFIXES.with(Clitics::SA)).is_some();
    if (led && (reach..at).any(changes)) || ends_here(topic::APPROXIMATORS) && (reach..=at).any(changes) {
        Cue::Comparison
    } else {
        Cue::None
    }
}

/// A noun stands behind the number, or a percent sign: it counts that.
fn counts_something(block: &Block, quantity: &Quantity) -> bool {
    let end = quantity.phrase.tokens.end as usize;
    let start = quantity.phrase.tokens.start as usize;
    if start > 0 && is_label(block, start - 1) {
        return true;
    }
    let Some(next) = block.tokens().get(end) else { return false };
    match next.kind {
        TokenKind::Mark => is_mark(block, end, &["%", "٪", "°", "/", ":", "-", "+", "×"]),
        TokenKind::Number | TokenKind::Foreign => true,
        TokenKind::Word => {
            let function = block.match_at(topic::FUNCTION_WORDS, end, Clitics::CONJUNCTION.with(Clitics::AL));
            let Some(function) = function else {
                // «و» and a further word opens something new; «للخزينة» and «بالعملة» are no nouns that it counts.
                let opens = ["و", "لل", "بال", "كال"].iter().any(|opening| block.word(end).starts_with(opening));
                let free = opens || quantity.stands_alone || opens_with_preposition(block, end);
                return !free || is_counted(block, end, Clitics::NONE, "after");
            };
            let class = lexicon().rows(topic::FUNCTION_WORDS)[function.row].fields[0];
            // «595 مليونا من أصل 1.2 مليار», «30 مليونا كل سنة».
            if (block.word(end) == "من" && block.word_at(end + 1) == "اصل") || is_time(block, end) {
                return false;
            }
            let of_those = block.word(end) == "من" && (!has_money_noun(block, quantity) || block.word_at(end + 1).starts_with("ال"));
            is_percent(block, end) || of_those || matches!(class, "quantifier" | "pronoun")
        }
    }
}

/// «لسداد», «بتمويل», not «لاجئ»: every reading of the word takes a preposition off.
fn opens_with_preposition(block: &Block, at: usize) -> bool {
    let readings = block.readings(at);
    !readings.is_empty() && readings.iter().all(|r| r.clitics.has(Clitics::LI) || r.clitics.has(Clitics::BI))
}

/// «كل سنة», «كل شهر».
fn is_time(block: &Block, at: usize) -> bool {
    matches!(block.word(at), "كل" | "لكل") && matches!(block.word_at(at + 1), "سنه" | "عام" | "شهر" | "يوم" | "اسبوع" | "فصل")
}

fn is_percent(block: &Block, at: usize) -> bool {
    let hundred = |word: &str| matches!(word, "المءه" | "الماءه" | "المايه" | "الميه");
    block.word_at(at).strip_prefix('ب').is_some_and(hundred) || (block.word_at(at) == "في" && hundred(block.word_at(at + 1)))
}

fn is_counted(block: &Block, at: usize, clitics: Clitics, side: &str) -> bool {
    let found = block.match_at(topic::COUNTED_THINGS, at, clitics);
    found.is_some_and(|m| lexicon().rows(topic::COUNTED_THINGS)[m.row].fields[0] == side)
}

/// A word for people or things counted stands shortly before the number.
fn has_counted_noun(block: &Block, quantity: &Quantity) -> bool {
    let start = quantity.phrase.tokens.start as usize;
    let sentence = block.sentence_of(start).start as usize;
    (start.saturating_sub(MONEY_REACH).max(sentence)..start).any(|at| is_counted(block, at, WITH_PRONOUN, "before"))
}

/// Behind a number alone stands a time or the end of the clause: «إلى 679.7 في نهاية مايو».
fn is_followed_by_frame(block: &Block, quantity: &Quantity) -> bool {
    let end = quantity.phrase.tokens.end as usize;
    match block.tokens().get(end) {
        None => true,
        Some(next) if next.kind == TokenKind::Mark => true,
        Some(_) => behind_number(block, end) == "frame",
    }
}

fn is_year_like(quantity: &Quantity) -> bool {
    let whole = |value: u128| quantity.low.is_some_and(|low| low.is_less(Exact::whole(value)));
    !whole(1300) && whole(2100)
}

/// A noun of money stands shortly before the number, in its sentence.
fn has_money_noun(block: &Block, quantity: &Quantity) -> bool {
    let start = quantity.phrase.tokens.start as usize;
    let sentence = block.sentence_of(start).start as usize;
    let reach = start.saturating_sub(MONEY_REACH).max(sentence);
    (reach..start).any(|at| block.match_at(topic::MONEY_NOUNS, at, WITH_PRONOUN).is_some())
}

/// «بلغت قيمة المشروع نحو», «بميزانية إجمالية تتجاوز»: the noun, its complement, a verb and an approximator.
const MONEY_REACH: usize = 6;
