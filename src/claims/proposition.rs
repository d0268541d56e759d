//! The main proposition of a claim.

use super::sense::Found;
use super::words::{CLASSES, Class};
use crate::text::{Clitics, Span, Tokens};

/// The main proposition of a claim: from behind cue and source to the first clause that only adds to it.
#[derive(Debug)]
pub(super) struct Proposition {
    tokens: Span<Tokens>,
    /// It has ended.
    pub over: bool,
    /// For each class, the sum of its words' weights.
    weights: [i32; CLASSES],
    /// Words so far.
    pub words: u32,
    /// The class of its first finite verb, or of the verbal noun behind a verb that only says that it is done (تم توقيع).
    pub predicate: Option<Class>,
    /// A helping verb came last.
    helped: bool,
    /// It speaks of the future.
    pub future: bool,
    /// It begins with a quotation mark.
    pub quoted: bool,
    /// Numbers that count something.
    pub numbers: u32,
}

impl Proposition {
    /// Nothing has been read of it yet; it can only stand in these tokens.
    pub fn new(tokens: Span<Tokens>) -> Proposition {
        Proposition {
            tokens,
            over: false,
            weights: [0; CLASSES],
            words: 0,
            predicate: None,
            helped: false,
            future: false,
            quoted: false,
            numbers: 0,
        }
    }

    /// The weights of all words of a class, added up.
    pub fn weight(&self, class: Class) -> i32 {
        self.weights[class as usize]
    }

    /// Nothing stands beside cue and source.
    pub fn is_empty(&self) -> bool {
        self.tokens.len() <= 1
    }

    /// The token is still part of it.
    pub fn holds(&self, at: usize) -> bool {
        !self.over && self.tokens.contains(at as u32)
    }

    /// Reads a word of it. `helps`: the word is a copula, and what it says stands behind it.
    pub fn read(&mut self, found: &Found, helps: bool) {
        self.words += found.tokens.len() as u32;
        self.over |= self.words > MOST_OF_PROPOSITION;
        self.weights[found.class as usize] += found.weight;
        self.future |= found.clitics.has(Clitics::SA);
        let helper = found.verb && found.class == Class::Verb;
        if !helps && (self.predicate.is_none() || self.helped) {
            if found.verb || self.helped && found.class.gives_type() {
                self.predicate = Some(found.class);
            }
            self.helped = helper;
        }
    }
}

/// More words than these add something to the main proposition.
const MOST_OF_PROPOSITION: u32 = 18;
