//! Periods of time: «خلال العامين 2020 و2021», «العام الماضي», «سنويا».

use crate::lexicon::{column, lexicon, topic};
use crate::phrases::{Class, Words};
use crate::text::{Block, Clitics, Phrase, Span, Tokens};
use std::ops::Range;
use std::sync::LazyLock;

column! {
    enum TimeWord: "periods" {
        During = "during",
        Noun = "noun",
        Day = "day",
        Month = "month",
        Modifier = "modifier",
        Per = "per",
        Compared = "compared",
        Whole = "whole",
        Account = "account",
        Frequency = "frequency",
        Duration = "duration",
    }
}

/// Of each row of `periods.tsv`.
static TIME_WORDS: LazyLock<Vec<TimeWord>> =
    LazyLock::new(|| lexicon().rows(topic::PERIODS).iter().map(|row| TimeWord::named(row.fields[0])).collect());

/// A period found at some token.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub phrase: Phrase,
    /// It is said to be another one's: «مقارنة بعام 2013».
    pub compared: bool,
    /// It says per what.
    pub per: bool,
    /// It says how long: «مدته سنتان».
    pub lasts: bool,
}

impl Period {
    pub fn end(&self) -> usize {
        self.phrase.tokens.end as usize
    }
}

const TIME_CLITICS: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);

/// A word of time at `at`: what it is, where it ends, bytes of attached prepositions.
fn time_word(words: &Words, at: usize) -> Option<(TimeWord, usize, Clitics, u8)> {
    let m = words.block().match_at(topic::PERIODS, at, TIME_CLITICS)?;
    if at >= words.end() || words.at(at).class == Class::Amount {
        return None;
    }
    Some((TIME_WORDS[m.row], m.tokens.end as usize, m.reading.clitics, m.reading.outside))
}

/// The period that begins at token `at`, if one does.
pub fn period_at(words: &Words, at: usize) -> Option<Period> {
    // «مدته ثلاث سنوات»: a number that may describe a time as well.
    let counts = words.at(at).class == Class::Number;
    let time = time_word(words, at).filter(|&(class, ..)| !(counts && class == TimeWord::Modifier));
    let Some((class, end, clitics, outside)) = time else {
        return match words.at(at).class {
            Class::Demonstrative => demonstrative(words, at),
            Class::Number => number(words, at),
            Class::Preposition => years(words, at),
            _ => None,
        };
    };
    let whole = || Some(period(words, at..end, outside));
    match class {
        // «في السنة», not «في السنة الماضية».
        TimeWord::Per if end == at + 1 || (time_word(words, end).is_none() && !is_year(words, end)) => {
            whole().map(|period| Period { per: true, ..period })
        }
        TimeWord::During => Some(period(words, at..during(words, at, end)?, outside)),
        TimeWord::Day if is_of_the_telling(words, at) => None,
        TimeWord::Day => Some(period(words, at..day_phrase(words, end), outside)),
        TimeWord::Noun | TimeWord::Month => Some(period(words, at..noun(words, at, class, clitics)?, outside)),
        // «مساعدة شهرية»
        TimeWord::Frequency if clitics == Clitics::NONE => whole(),
        TimeWord::Whole => whole(),
        TimeWord::Per | TimeWord::Frequency | TimeWord::Modifier | TimeWord::Compared | TimeWord::Account | TimeWord::Duration => None,
    }
}

fn period(words: &Words, tokens: Range<usize>, outside: u8) -> Period {
    let start = tokens.start;
    Period { phrase: Phrase::new(Span::of(tokens), outside), compared: is_compared(words, start), per: false, lasts: lasts(words, start) }
}

/// The end of what خلال, منذ or حتى at `at` opens, the word itself ending at `end`.
fn during(words: &Words, at: usize, end: usize) -> Option<usize> {
    let block = words.block();
    let since = block.word(at).ends_with("منذ");
    // «من خلال مؤسستها»: by means of it.
    let through = block.word_at(at.wrapping_sub(1)) == "من" && block.word(at) == "خلال";
    let mut reach = time_phrase(words, end).or_else(|| event(words, end, since).filter(|_| !through))?;
    // «منذ نهاية الحرب»
    if since && reach == end + 1 && words.at(reach).clitics.has(Clitics::AL) && !words.at(reach).has_preposition() {
        reach += 1;
    }
    // «منذ تأسيسها عام 1409هـ»
    if since && reach == end + 1 {
        reach = time_phrase(words, reach).unwrap_or(reach);
    }
    // «منذ إنشائها وحتى نهاية العام»
    match time_word(words, reach) {
        Some((TimeWord::During, next, ..)) => Some(time_phrase(words, next).unwrap_or(reach)),
        _ => Some(reach),
    }
}

/// The end of the period that a noun of time at `at` opens.
fn noun(words: &Words, at: usize, class: TimeWord, clitics: Clitics) -> Option<usize> {
    let end = time_phrase(words, at)?;
    // «الطرح العام الأولي»: adjectives; folded, the second looks like «الأولى».
    if words.block().word(at) == "العام" && words.block().word_at(at + 1) == "الاولي" {
        return None;
    }
    // «ومدة العقد سنتان»
    if lasts(words, at) && !clitics.has(Clitics::AL) {
        return Some(with_beginning(words, end));
    }
    let alone = end == at + 1;
    // One word alone («من نصف», «بعد سنوات») says no time, but a month.
    if alone && class == TimeWord::Noun {
        return None;
    }
    let behind_preposition = clitics.has_any(Clitics::PREPOSITION) || words.at(at.wrapping_sub(1)).class == Class::Preposition;
    // Without a preposition only what is definite is a time («العام الماضي»), and not «ربع مليون».
    let definite = || !alone && (at..end).any(|i| words.at(i).clitics.has(Clitics::AL));
    let named = || (at + 1..end).any(|i| is_named(words, i));
    let day = || (at + 1..end).any(|i| matches!(time_word(words, i), Some((TimeWord::Day, ..))));
    ((behind_preposition || definite() || named()) && !(day() && is_of_the_telling(words, at))).then_some(end)
}

/// «هذا العام»
fn demonstrative(words: &Words, at: usize) -> Option<Period> {
    let Some((TimeWord::Noun, ..)) = time_word(words, at + 1) else { return None };
    Some(period(words, at..time_phrase(words, at + 1)?, words.at(at).outside))
}

/// «بين 2020 و2023», «من 2021 إلى 2025»
fn years(words: &Words, at: usize) -> Option<Period> {
    let between = matches!(words.block().word(at), "بين" | "من") && is_year(words, at + 1) && joins(words, at + 2);
    (between && is_year(words, at + 3)).then(|| period(words, at..at + 4, 0))
}

/// «بحلول 20 يوليو», «على 46 شهرا», «لثلاث سنوات», «في 2013»
fn number(words: &Words, at: usize) -> Option<Period> {
    if matches!(time_word(words, at + 1), Some((TimeWord::Month, ..))) {
        return time_phrase(words, at).map(|end| period(words, at..end, 0));
    }
    let before = at.wrapping_sub(1);
    // «على 46 شهرا», «في خمس سنوات».
    let for_so_long = words.at(at).clitics.has(Clitics::LI);
    let spread = matches!(words.block().word_at(before), "علي" | "في" | "خلال") || lasts(words, at);
    if spread && !words.at(at).has_preposition() || for_so_long {
        let noun = (at + 1..at + 4).find(|&i| words.at(i).class != Class::Number)?;
        if matches!(time_word(words, noun), Some((TimeWord::Noun, _, clitics, _)) if !clitics.has(Clitics::AL)) {
            return Some(period(words, at..with_beginning(words, noun + 1), words.at(at).outside));
        }
    }
    // «في 2013», «موازنة 2025»
    let after_in = at > words.start() && matches!(words.block().word(before), "في" | "بحلول");
    let of_account = at > words.start() && matches!(time_word(words, before), Some((TimeWord::Account, ..)));
    ((after_in || of_account) && is_year(words, at)).then(|| period(words, at..time_phrase(words, at).unwrap_or(at + 1), 0))
}

/// «مدة التنفيذ» begins at `at`.
pub fn is_duration(words: &Words, at: usize) -> bool {
    matches!(time_word(words, at), Some((TimeWord::Duration, ..)))
}

/// «مدته», «ومدة العقد», «مدة تنفيذه» stands before `at`: how long is said there.
fn lasts(words: &Words, at: usize) -> bool {
    let says_so = |at: usize| is_duration(words, at);
    let before = at.wrapping_sub(1);
    at > words.start() && says_so(before) || words.at(before).is_closed() && before > words.start() && says_so(before - 1)
}

/// «18 شهرا اعتبارا من مطلع رجب»: the end of what says when a duration that ends at `end` begins.
fn with_beginning(words: &Words, end: usize) -> usize {
    match time_word(words, end) {
        Some((TimeWord::During, next, ..)) => time_phrase(words, next).unwrap_or(end),
        _ => end,
    }
}

/// The end of the day whose first word ends at `end`: «أمس الخميس», «الأحد الماضي».
fn day_phrase(words: &Words, mut end: usize) -> usize {
    while let Some((class, next, clitics, _)) = time_word(words, end) {
        let describes = class == TimeWord::Modifier && clitics.has(Clitics::AL);
        if clitics.has_any(Clitics::PREPOSITION) || !(class == TimeWord::Day || describes) {
            break;
        }
        end = next;
    }
    end
}

/// The end of the words of time that begin at `at`.
fn time_phrase(words: &Words, at: usize) -> Option<usize> {
    let mut end = at;
    let mut heads = 0;
    if words.at(end).class == Class::Demonstrative {
        end += 1;
    }
    loop {
        let next = match time_word(words, end) {
            Some((TimeWord::Noun | TimeWord::Month | TimeWord::Day, next, clitics, _)) => {
                if end > at && clitics.has_any(Clitics::PREPOSITION) {
                    break;
                }
                heads += 1;
                next
            }
            Some((TimeWord::Modifier, next, clitics, _)) if end > at || words.block().word(end).len() > 4 => {
                if end > at && clitics.has_any(Clitics::PREPOSITION) {
                    break;
                }
                next
            }
            _ if is_year(words, end) || (words.at(end).class == Class::Number && (heads + end - at <= 3 || is_date(words, end))) => {
                heads += usize::from(is_year(words, end));
                end + 1
            }
            // «14-10-1436»
            _ if end > at
                && words.at(end).class == Class::Joint
                && words.at(end - 1).class == Class::Number
                && words.at(end + 1).class == Class::Number =>
            {
                end + 2
            }
            // «النصف الأول من هذا العام»
            _ if end > at
                && words.block().word_at(end) == "من"
                && words.at(end + 1).class == Class::Demonstrative
                && matches!(time_word(words, end + 2), Some((TimeWord::Noun, ..))) =>
            {
                end + 2
            }
            // «2020 و2021», «2014 / 2015», «2014م»
            _ if end > at && joins(words, end) && (is_year(words, end + 1) || time_word(words, end + 1).is_some()) => end + 1,
            _ => break,
        };
        end = next;
    }
    // «سنة ونصف»
    let half = heads > 0 && matches!(words.block().word_at(end), "ونصف" | "وربع") && words.at(end - 1).class == Class::Noun;
    (heads > 0).then_some(end + usize::from(half))
}

/// «30-07-2015» begins at `at`.
fn is_date(words: &Words, at: usize) -> bool {
    words.at(at + 1).class == Class::Joint && words.at(at + 2).class == Class::Number
}

fn joins(words: &Words, at: usize) -> bool {
    words.at(at).class == Class::Joint || matches!(words.block().word_at(at), "و" | "الي" | "من")
}

/// A day alone: of an act that is told.
pub fn is_day(words: &Words, period: &Period) -> bool {
    let last = (period.phrase.tokens.range()).any(|at| matches!(time_word(words, at), Some((TimeWord::Day, ..))));
    last && !period.phrase.tokens.range().any(|at| is_year(words, at))
}

/// «أعلن الوزير أمس تخصيص»: the day is that of the announcement. The nearest verb before tells whether it is one.
fn is_of_the_telling(words: &Words, at: usize) -> bool {
    const NEAR: usize = 8;
    let verb = (words.start().max(at.saturating_sub(NEAR))..at).rev().find(|&i| words.at(i).class == Class::Verb);
    let clitics = Clitics::CONJUNCTION.with(Clitics::SA);
    verb.and_then(|verb| words.block().match_at(topic::REPORTING_VERBS, verb, clitics))
        .is_some_and(|m| matches!(lexicon().rows(topic::REPORTING_VERBS)[m.row].fields[0], "neutral" | "presupposing" | "assertive"))
}

/// «منذ إنشائها», «منذ اندلاع الحرب»: an event that begins or ends a period.
fn event(words: &Words, at: usize, since: bool) -> Option<usize> {
    let word = words.at(at);
    if word.class != Class::Noun || word.has_preposition() {
        return None;
    }
    let of = words.at(at + 1);
    let genitive = since && of.class == Class::Noun && of.clitics.has(Clitics::AL) && !of.has_preposition() && !word.is_closed();
    let named = word.clitics.has(Clitics::PRONOUN) || (since && words.block().last_letter(at) == Some('ه') && !word.is_closed());
    (named || genitive).then_some(at + 1 + usize::from(genitive))
}

/// The period is that of a budget: a fiscal year, «موازنة 2025»; what is told of during it is no budget.
pub fn is_of_a_budget(words: &Words, period: &Period) -> bool {
    let block = words.block();
    let tokens = period.phrase.tokens.range();
    let before = (period.phrase.tokens.start as usize).wrapping_sub(1);
    let during = matches!(time_word(words, period.phrase.tokens.start as usize), Some((TimeWord::During, ..)));
    is_account(block, before) && time_word(words, before).is_some() || !during && tokens.into_iter().any(|at| is_fiscal(block, at))
}

/// A period of the sentence may be that of a budget.
pub fn may_name_budget(block: &Block, sentence: Span<Tokens>) -> bool {
    sentence.range().any(|at| block.may_begin(topic::PERIODS, at) && (is_account(block, at) || is_fiscal(block, at)))
}

fn is_account(block: &Block, at: usize) -> bool {
    block.match_at(topic::PERIODS, at, TIME_CLITICS).is_some_and(|m| TIME_WORDS[m.row] == TimeWord::Account)
}

fn is_fiscal(block: &Block, at: usize) -> bool {
    matches!(block.word(at), "المالي" | "الماليه")
}

fn is_named(words: &Words, at: usize) -> bool {
    is_year(words, at) || matches!(time_word(words, at), Some((TimeWord::Month | TimeWord::Modifier | TimeWord::Day, ..)))
}

fn is_year(words: &Words, at: usize) -> bool {
    words.at(at).class == Class::Number
        && words.block().word(at).parse::<u32>().is_ok_and(|year| (1300..1500).contains(&year) || (1800..2150).contains(&year))
}

fn is_compared(words: &Words, start: usize) -> bool {
    (start.saturating_sub(8).max(words.start())..start)
        .rev()
        .take_while(|&at| !matches!(words.at(at).class, Class::Comma | Class::Verb | Class::Amount))
        .any(|at| matches!(time_word(words, at), Some((TimeWord::Compared, ..))))
}
