//! The time of a sum: of the periods of its sentence the one that belongs to it.

use super::frame::{Part, REACH, Sense, Trigger};
use super::passage::Passage;
use super::period::{Period, is_day, is_duration, period_at};
use super::subject::is_done;
use crate::phrases::{Class, Words};
use crate::text::{Clitics, Phrase};

/// The period nearest to the sum in its clause.
pub fn period_of(passage: &Passage, sum: usize, governing: &[usize]) -> Option<Phrase> {
    let mut nearest = Nearest(None);
    before(passage, sum, governing, &mut nearest);
    behind(passage, sum, governing, &mut nearest);
    nearest.0.map(|(_, period)| period.phrase)
}

/// The nearest period of those seen, with its distance from the sum.
struct Nearest(Option<(usize, Period)>);

impl Nearest {
    fn consider(&mut self, distance: usize, period: Period) {
        if !period.compared && self.0.is_none_or(|(nearest, _)| distance < nearest) {
            self.0 = Some((distance, period));
        }
    }
}

fn before(passage: &Passage, sum: usize, governing: &[usize], nearest: &mut Nearest) {
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    let first = governing.iter().map(|&i| passage.triggers[i].start()).min().unwrap_or(start).min(start);
    let mut at = first;
    while at > words.start() && passage.sum_at(at - 1).is_none() && !matches!(words.at(at - 1).class, Class::Stop | Class::Subordinator) {
        // Behind a comma another clause has times of its own, but for «في عام 2020، خصصت …».
        if words.at(at - 1).class == Class::Comma && at < first + 1 {
            at = opening_period(words, at - 1).unwrap_or(at);
            break;
        }
        at -= 1;
    }
    while at < start {
        let Some(period) = period_at(words, at).filter(|period| passage.sum_at(at).is_none() && period.end() <= start) else {
            at += 1;
            continue;
        };
        // «بـ30 مليونا ومدته سنتان، ومشروع … بـ40 مليونا»: how long is said behind the sum.
        let of_the_one_before = period.lasts && sum > 0;
        let of_another_act = is_day(words, &period) && is_of_another_act(passage, at, governing);
        if !of_the_one_before && !of_another_act {
            // Before the governing words it is further away than behind them.
            nearest.consider(start - period.end() + if at < first { 20 } else { 0 }, period);
        }
        at = period.end();
    }
}

fn behind(passage: &Passage, sum: usize, governing: &[usize], nearest: &mut Nearest) {
    const NEAR: usize = 20;
    let words = &passage.words;
    let end = passage.sums[sum].end as usize;
    // «التي خصصها البنك عام 2021»: behind the verb of a clause that describes the sum.
    let clause = passage.behind_conversion(sum);
    let is_own_verb = |t: &&Trigger| t.part == Part::Verb && (end..=clause + 1).contains(&t.start()) && !is_of_a_part(words, t);
    let described = governing.iter().map(|&i| &passage.triggers[i]).find(is_own_verb);
    let mut at = described.map_or(end, Trigger::end);
    let mut provided = false;
    while at < words.end().min(end + NEAR) {
        // «58 مليار درهم (15.8 مليار دولار) في العام المقبل»
        match passage.sum_at(at) {
            Some(other) if passage.is_conversion(other) => {
                at = passage.sums[other].end as usize;
                continue;
            }
            Some(_) => break,
            None => {}
        }
        // «على أن ينجز خلال سنتين»: the verb says how it is to be spent.
        let repaid = passage.trigger_at(at + 1).is_some_and(|i| passage.triggers[i].frame.sense == Sense::Other);
        provided |= words.block().word(at) == "ان" && words.block().word(at - 1) == "علي" && !repaid;
        // «وستكون مدة التنفيذ 30 شهرا»
        let lasts = words.at(at).class == Class::Auxiliary && is_duration(words, at + 1);
        // «5 ملايين، سيتم صرفها في الأيام المقبلة»
        let paid_out = is_done(words.block().word(at))
            && passage.trigger_at(at + 1).is_some_and(|i| passage.triggers[i].clitics.has(Clitics::PRONOUN));
        let another_clause = match words.at(at).class {
            _ if lasts || paid_out => false,
            Class::Stop => words.block().word(at) != "%",
            Class::Subordinator | Class::Verb | Class::Auxiliary | Class::Relative => true,
            _ => passage.trigger_at(at).is_some_and(|i| passage.triggers[i].part == Part::Verb),
        };
        if another_clause && !(provided && words.at(at).class != Class::Stop) {
            break;
        }
        match period_at(words, at) {
            Some(period) => {
                nearest.consider(if period.per { 0 } else { at - end }, period);
                at = period.end();
            }
            None => at += 1,
        }
    }
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
