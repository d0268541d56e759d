//! A sentence that holds amounts: its words, the words of the table in it, its amounts.

use super::cost::is_contract;
use super::frame::{Part, REACH, Trigger, WEAK_NOUN, triggers};
use crate::document::{Document, Place};
use crate::lexicon::topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, phrase_ending_at};
use crate::text::{Clitics, Phrase, Span, Tokens};
use std::ops::Range;

/// What stands left of a place, see [`Passage::leftwards`].
pub enum Step {
    Sum,
    /// A word or phrase of the table, as its index.
    Trigger(usize),
    /// Any other token.
    Token(usize),
}

pub struct Passage<'d> {
    pub block_index: usize,
    pub words: Words<'d>,
    pub triggers: Vec<Trigger>,
    /// The sums of the sentence, in order.
    pub sums: Vec<Span<Tokens>>,
}

impl<'d> Passage<'d> {
    pub fn read(
        document: &'d Document<'d>,
        block_index: usize,
        sentence: Span<Tokens>,
        names: &[(usize, Span<Tokens>)],
        sums: Vec<Span<Tokens>>,
        around: &[Span<Tokens>],
    ) -> Passage<'d> {
        let mut words = Words::read(&document.blocks[block_index], sentence);
        names.iter().for_each(|&(_, name)| words.mark_name(name));
        mark_objects_of_acts(&mut words);
        let mut triggers = triggers(&words, &sums);
        // «عوض يحيى», «منح الصلح»: by itself such a word is taken for a name too easily.
        triggers.retain(|trigger| {
            // They stand in the order of the text and apart.
            let behind = names.partition_point(|(_, name)| name.end <= trigger.tokens.start);
            !names[behind..].iter().take_while(|(_, name)| name.start < trigger.tokens.end).any(|(_, name)| name.len() > 1)
        });
        sums.iter().chain(around).for_each(|&sum| words.mark_amount(sum));
        for trigger in &triggers {
            // «عقد إنشاء الجسر», not «عقد الوزير اجتماعا».
            let contract = is_contract(trigger) && !words.block().word(trigger.start()).ends_with('ا');
            // «بعقد»: the table knows what is attached to a short word.
            let attached = trigger.is_nominal() && trigger.clitics.has_any(Clitics::PREPOSITION);
            if contract && words.at(trigger.end()).is_nominal() || attached && !words.at(trigger.start()).has_preposition() {
                words.mark_noun(trigger.start(), trigger.clitics, trigger.outside);
            }
            // «مبلغ مالي», «حافزا ماليا»: of money, not of Mali.
            if is_of_money(&words, trigger) {
                words.mark_adjective(trigger.end());
            }
            match trigger.part {
                Part::Verb | Part::Link if words.at(trigger.start()).class == Class::Noun && !trigger.clitics.has(Clitics::AL) => {
                    words.mark_verb(trigger.start());
                }
                Part::Measure => words.mark_barrier(trigger.start()),
                // «ومنحة بقيمة …» begins another gift; «وأجور المعلمين» goes on with what the money is for.
                Part::Noun | Part::Masdar if trigger.frame.weight > WEAK_NOUN && trigger.clitics.has_any(Clitics::CONJUNCTION) => {
                    if has_sum_behind(&words, trigger) {
                        words.mark_barrier(trigger.start());
                    } else {
                        words.mark_barrier_of_names(trigger.start());
                    }
                }
                // «تعتزم شركة الواحة إنفاق 5 ملايين»: a verbal noun with its sum begins a phrase of its own.
                Part::Masdar if trigger.frame.weight > WEAK_NOUN && words.at(trigger.end()).class == Class::Amount => {
                    words.mark_barrier(trigger.start());
                }
                // «نفذت شركة الواحة المشروع», «أقر مجلس الوزراء الميزانية»: two definite nouns side by side are two phrases.
                Part::Noun | Part::Masdar if trigger.clitics == Clitics::AL && words.at(trigger.start().wrapping_sub(1)).is_closed() => {
                    words.mark_barrier(trigger.start());
                }
                // «منح الأسر قروضا»: an indefinite accusative is no genitive.
                // «تلقت كل أسرة مساعدة»: nor is money of people.
                Part::Noun | Part::Masdar if is_accusative(&words, trigger) || is_of_people(&words, trigger) => {
                    words.mark_barrier(trigger.start());
                }
                _ => {}
            }
        }
        Passage { block_index, words, triggers, sums }
    }

    pub fn place(&self, phrase: Phrase) -> Place {
        Place::new(self.block_index, phrase)
    }

    /// The trigger that covers token `at`.
    pub fn trigger_at(&self, at: usize) -> Option<usize> {
        let i = self.triggers.partition_point(|t| t.end() <= at);
        self.triggers.get(i).filter(|t| t.start() <= at).map(|_| i)
    }

    /// The triggers that begin within some tokens.
    pub fn triggers_in(&self, tokens: Range<usize>) -> &[Trigger] {
        let first = self.triggers.partition_point(|t| t.start() < tokens.start);
        let count = self.triggers[first..].partition_point(|t| t.start() < tokens.end);
        &self.triggers[first..first + count]
    }

    /// The tokens before `at` in its clause and behind the sum before, as far as rules look, the nearest first.
    pub fn clause_before(&self, at: usize) -> impl Iterator<Item = usize> {
        let words = &self.words;
        (words.start().max(at.saturating_sub(REACH))..at).rev().take_while(|&at| !words.at(at).ends_clause() && self.sum_at(at).is_none())
    }

    /// From the token before `from` to the left, `reach` tokens at most, each trigger as one step.
    pub fn leftwards(&self, from: usize, reach: usize) -> impl Iterator<Item = Step> {
        let floor = self.words.start().max(from.saturating_sub(reach));
        let mut at = from;
        std::iter::from_fn(move || {
            if at <= floor {
                return None;
            }
            at -= 1;
            if self.sum_at(at).is_some() {
                return Some(Step::Sum);
            }
            Some(match self.trigger_at(at) {
                Some(i) => {
                    at = self.triggers[i].start();
                    Step::Trigger(i)
                }
                None => Step::Token(at),
            })
        })
    }

    /// The trigger is a work or plan, a noun like others unless a sum is joined to it.
    pub fn is_project(&self, trigger: usize) -> bool {
        let trigger = &self.triggers[trigger];
        trigger.part == Part::Noun && trigger.frame.weight <= WEAK_NOUN
    }

    /// The sum that covers token `at`.
    pub fn sum_at(&self, at: usize) -> Option<usize> {
        let i = self.sums.partition_point(|s| s.end as usize <= at);
        self.sums.get(i).filter(|s| s.start as usize <= at).map(|_| i)
    }

    /// Who gives a sum that stands behind him: «ومن ألمانيا (تأتي) 3 ملايين».
    pub fn giver_before(&self, sum: usize) -> Option<NounPhrase> {
        let words = &self.words;
        let mut end = self.sums[sum].start as usize;
        end -= usize::from(end > words.start() && words.at(end - 1).class == Class::Verb && self.trigger_at(end - 1).is_none());
        let giver = phrase_ending_at(words, end, Extent::Name)?;
        let from = (giver.tokens().start as usize).checked_sub(1)?;
        let opens = words.at(from).has_conjunction() || words.at(from.wrapping_sub(1)).class == Class::Stop;
        let somebody = giver.head.kind == Some(NounKind::Body) || giver.head.class == Class::Place;
        (opens && somebody && matches!(words.block().word(from), "من" | "ومن")).then_some(giver)
    }

    /// The token behind a sum and, in brackets, what it is in another currency.
    pub fn behind_conversion(&self, sum: usize) -> usize {
        let end = self.sums[sum].end as usize;
        let bracket = |at: usize| self.words.at(at).class == Class::Bracket;
        let mut at = end;
        while bracket(at) || self.words.at(at).class == Class::Amount {
            at += 1;
        }
        if at > end && bracket(at - 1) { at } else { end }
    }

    /// The last words of two sums are two currencies.
    fn differ_in_currency(&self, one: usize, other: usize) -> bool {
        let last = |sum: usize| self.sums[sum].end as usize - 1;
        let is_currency = |at: usize| self.words.block().match_at(topic::CURRENCIES, at, Clitics::NONE).is_some();
        is_currency(last(one)) && is_currency(last(other)) && self.words.block().word(last(one)) != self.words.block().word(last(other))
    }

    /// «عشرة ملايين يورو (11 مليون دولار)», «أي ما يعادل …»: the sum says what the one before it is in another currency. Nothing
    /// but marks and little words stands between the two.
    pub fn is_conversion(&self, sum: usize) -> bool {
        let Some(before) = sum.checked_sub(1) else { return false };
        let (end, start) = (self.sums[before].end as usize, self.sums[sum].start as usize);
        let carries = |at: usize| self.trigger_at(at).is_some_and(|i| self.triggers[i].carries());
        let says_so = |at: usize| self.words.at(at).class == Class::Bracket || carries(at) || self.words.block().word(at) == "اي";
        let is_little = |at: usize| {
            !matches!(self.words.at(at).class, Class::Noun | Class::Place | Class::Comma | Class::Stop | Class::Verb) || carries(at)
        };
        let (mut says, little) = ((end..start).any(says_so), end + usize::from(self.words.at(end).class == Class::Comma));
        // «90 مليون يورو، حوالي 300 مليون دينار»
        says |= little > end && little < start && self.words.at(little).class == Class::Amount && self.differ_in_currency(before, sum);
        says && (little..start).all(is_little) && !self.words.at(start).has_conjunction()
    }
}

/// «إنشاء بنى تحتية», «مواجهة آثار السيول»: behind a verbal noun in the construct state stands no past, whatever it looks like.
fn mark_objects_of_acts(words: &mut Words) {
    for at in words.start() + 1..words.end() {
        let (act, word) = (words.at(at - 1), words.at(at));
        let construct = matches!(act.kind, Some(NounKind::Activity | NounKind::Aid)) && !act.is_closed();
        let past = || word.class == Class::Verb && !words.block().word(at).starts_with(['ي', 'ت', 'س', 'و', 'ف']);
        if construct && past() && !words.block().word(at).ends_with('ت') && !words.block().word(at - 1).ends_with('ا') {
            words.mark_noun(at, Clitics::NONE, 0);
        }
    }
}

/// A country's name that is an adjective as well stands behind the word, and agrees with it. Only behind a word of money is it sure:
/// «رئيس مالي» is of Mali.
fn is_of_money(words: &Words, trigger: &Trigger) -> bool {
    let masculine = !words.block().word(trigger.end() - 1).ends_with(['ه', 'ت'])
        && trigger.clitics.without(Clitics::PREPOSITION.with(Clitics::CONJUNCTION)) == Clitics::NONE;
    matches!(trigger.part, Part::Noun | Part::Masdar | Part::Measure)
        && masculine
        && words.at(trigger.end()).class == Class::Place
        && words.may_be_adjective(trigger.end())
}

/// An amount stands near behind the word.
fn has_sum_behind(words: &Words, trigger: &Trigger) -> bool {
    const NEAR: usize = 8;
    (trigger.end()..trigger.end() + NEAR).take_while(|&at| !words.at(at).ends_clause()).any(|at| words.at(at).class == Class::Amount)
}

fn is_of_people(words: &Words, trigger: &Trigger) -> bool {
    let before = words.at(trigger.start().wrapping_sub(1));
    let bare = trigger.tokens.len() == 1 && trigger.clitics == Clitics::NONE;
    trigger.frame.weight > WEAK_NOUN && bare && before.kind == Some(NounKind::People) && !before.is_closed()
}

fn is_accusative(words: &Words, trigger: &Trigger) -> bool {
    let attached = trigger.clitics.has_any(Clitics::AL.with(Clitics::PRONOUN).with(Clitics::PREPOSITION).with(Clitics::CONJUNCTION));
    trigger.frame.weight > WEAK_NOUN && !attached && words.block().word(trigger.start()).ends_with('ا')
}
