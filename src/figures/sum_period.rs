//! The time of a sum: of the periods of its sentence the one that belongs to it.

use super::frame::{Part, REACH, Trigger};
use super::passage::Passage;
use super::period::{Period, is_day, period_at};
use crate::phrases::{Class, Words};
use crate::text::Phrase;

/// The period nearest to the sum in its clause.
pub fn period_of(passage: &Passage, sum: usize, governing: &[usize]) -> Option<Phrase> {
    let words = &passage.words;
    let span = passage.sums[sum];
    let (start, end) = (span.start as usize, span.end as usize);
    let first = governing.iter().map(|&i| passage.triggers[i].start()).min().unwrap_or(start).min(start);
    let mut lo = first;
    while lo > words.start() && passage.sum_at(lo - 1).is_none() && !matches!(words.at(lo - 1).class, Class::Stop | Class::Subordinator) {
        // Behind a comma another clause has times of its own, but for «في عام 2020، خصصت …».
        if words.at(lo - 1).class == Class::Comma && lo < first + 1 {
            lo = opening_period(words, lo - 1).unwrap_or(lo);
            break;
        }
        lo -= 1;
    }
    let mut best: Option<(usize, Period)> = None;
    let mut consider = |distance: usize, period: Period| {
        if !period.compared && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, period));
        }
    };
    let mut at = lo;
    while at < start {
        if passage.sum_at(at).is_none()
            && let Some(period) = period_at(words, at)
            && period.end() <= start
        {
            if is_day(words, &period) && is_of_another_act(passage, at, governing) {
                at = period.end();
                continue;
            }
            // Before the governing words it is further away than behind them.
            consider(start - period.end() + if at < first { 20 } else { 0 }, period);
            at = period.end();
        } else {
            at += 1;
        }
    }
    // «التي خصصها البنك عام 2021»: behind the verb of a clause that describes the sum.
    let clause = passage.behind_conversion(sum);
    let is_own_verb = |t: &&Trigger| t.part == Part::Verb && (end..=clause + 1).contains(&t.start()) && !is_of_a_part(words, t);
    let described = governing.iter().map(|&i| &passage.triggers[i]).find(is_own_verb);
    at = described.map_or(end, Trigger::end);
    while at < words.end().min(end + 20) {
        if passage.sum_at(at).is_some() {
            break;
        }
        if words.at(at).class == Class::Stop && words.block().word(at) != "%" || words.at(at).class == Class::Subordinator {
            break;
        }
        if matches!(words.at(at).class, Class::Verb | Class::Auxiliary | Class::Relative)
            || passage.trigger_at(at).is_some_and(|i| passage.triggers[i].part == Part::Verb)
        {
            break;
        }
        if let Some(period) = period_at(words, at) {
            consider(if period.per { 0 } else { at - end }, period);
            at = period.end();
        } else {
            at += 1;
        }
    }
    best.map(|(_, period)| period.phrase)
}

/// Where the period begins that opens the clause and ends at its comma.
fn opening_period(words: &Words, comma: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    (words.start().max(comma.saturating_sub(LONGEST))..comma).find(|&at| {
        let opens =
            (words.start().max(at.saturating_sub(2))..at).all(|i| matches!(words.at(i).class, Class::Preposition | Class::Conjunction));
        opens && (at <= words.start() + 2) && period_at(words, at).is_some_and(|period| period.end() == comma)
    })
}

/// «8 مليارات صرف منها حتى الآن خمسة»: the verb tells of a part of the sum.
fn is_of_a_part(words: &Words, verb: &Trigger) -> bool {
    matches!(words.block().word_at(verb.end()), "منه" | "منها") || matches!(words.block().word(verb.end() - 1), "منه" | "منها")
}

/// «خلال اجتماع عقد أمس على تعهدات»: the day before the sum is that of a verb which neither governs the sum nor opens the
/// sentence.
fn is_of_another_act(passage: &Passage, day: usize, governing: &[usize]) -> bool {
    let words = &passage.words;
    let mut verbs = (words.start().max(day.saturating_sub(REACH))..day).rev().filter(|&at| words.at(at).class == Class::Verb);
    let Some(nearest) = verbs.next() else { return false };
    let governs = governing.iter().any(|&i| passage.triggers[i].start() == nearest);
    !governs && verbs.next().is_some()
}
