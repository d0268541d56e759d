//! A sentence that holds amounts: its words, the words of the table in it, its amounts.

use super::frame::{Part, Trigger, WEAK_NOUN, triggers};
use crate::document::{Document, Place};
use crate::phrases::{Class, Words};
use crate::text::{Clitics, Phrase, Span, Tokens};

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
        sums: Vec<Span<Tokens>>,
        around: &[Span<Tokens>],
    ) -> Passage<'d> {
        let mut words = Words::read(&document.blocks[block_index], sentence);
        let triggers = triggers(&words, &sums);
        sums.iter().chain(around).for_each(|&sum| words.mark_amount(sum));
        for trigger in &triggers {
            match trigger.part {
                Part::Verb | Part::Link if words.at(trigger.start()).class == Class::Noun && !trigger.clitics.has(Clitics::AL) => {
                    words.mark_verb(trigger.start());
                }
                Part::Measure => words.mark_barrier(trigger.start()),
                Part::Noun | Part::Masdar if trigger.frame.weight > WEAK_NOUN && trigger.clitics.has_any(Clitics::CONJUNCTION) => {
                    words.mark_barrier(trigger.start());
                }
                _ => {}
            }
        }
        Passage { block_index, words, triggers, sums }
    }

    pub fn place(&self, phrase: Phrase) -> Place {
        Place { block: self.block_index, phrase }
    }

    /// The trigger that covers token `at`.
    pub fn trigger_at(&self, at: usize) -> Option<usize> {
        let i = self.triggers.partition_point(|t| t.end() <= at);
        self.triggers.get(i).filter(|t| t.start() <= at).map(|_| i)
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
}
