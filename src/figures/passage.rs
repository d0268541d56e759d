//! A sentence that holds amounts: its words, the words of the table in it, its amounts.

use super::frame::{Trigger, triggers};
use crate::document::{Document, Place};
use crate::phrases::{Class, Words};
use crate::text::{Block, Phrase, Span, Tokens};

pub struct Passage<'d> {
    pub block_index: usize,
    pub words: Words<'d>,
    pub triggers: Vec<Trigger>,
    /// The sums of the sentence, in order.
    pub sums: Vec<Span<Tokens>>,
}

impl<'d> Passage<'d> {
    pub fn read(document: &'d Document<'d>, block_index: usize, sentence: Span<Tokens>, sums: Vec<Span<Tokens>>) -> Passage<'d> {
        let words = Words::read(&document.blocks[block_index], sentence);
        let triggers = triggers(&words, &sums);
        Passage { block_index, words, triggers, sums }
    }

    pub fn block(&self) -> &'d Block<'d> {
        self.words.block()
    }

    pub fn place(&self, phrase: Phrase) -> Place {
        Place { block: self.block_index, phrase }
    }

    /// The trigger that covers token `at`.
    pub fn trigger_at(&self, at: usize) -> Option<usize> {
        let i = self.triggers.partition_point(|t| t.end() <= at);
        self.triggers.get(i).filter(|t| t.start() <= at).map(|_| i)
    }

    /// The sum that covers token `at`.
    pub fn sum_at(&self, at: usize) -> Option<usize> {
        let i = self.sums.partition_point(|s| s.end as usize <= at);
        self.sums.get(i).filter(|s| s.start as usize <= at).map(|_| i)
    }

    /// A verb stands at `at`, or a coordination or adverb that opens a new clause.
    pub fn opens_clause(&self, at: usize) -> bool {
        let word = self.words.at(at);
        match word.class {
            Class::Stop | Class::Subordinator => true,
            Class::Verb | Class::Auxiliary => word.has_conjunction(),
            Class::Conjunction => !self.words.at(at + 1).is_nominal(),
            _ => false,
        }
    }
}
