//! Stems of words: what is left of them when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Letter, Topic, Way, letters, lexicon};
use std::iter;

/// The row of a topic that has this stem as a phrase.
pub(super) fn row_of_stem(topic: Topic, stem: &str) -> Option<usize> {
    lexicon().row_of(topic, lexicon().word(stem)?)
}

/// Bytes of an Arabic letter.
const LETTER: usize = 2;

/// The endings that a word may have, by its last letter. Few have any, and most of a list end in another letter than the word.
pub(super) type Endings = fn(char) -> &'static [&'static str];

/// The words of the lexicon that a word begins with: its letters are read once for all its endings and all topics.
pub(super) struct Stems<'w> {
    word: &'w str,
    way: Way<'static>,
}

impl<'w> Stems<'w> {
    /// Those of a word.
    pub fn of(word: &'w str) -> Self {
        Stems { word, way: lexicon().way(letters(word)) }
    }

    /// Those of a word that has another first letter in the lexicon.
    pub fn with_first(first: char, word: &'w str) -> Self {
        Stems { word, way: lexicon().way(iter::once(Letter::of(first)).chain(letters(word).skip(1))) }
    }

    /// The row of a topic that has the whole word as a phrase.
    pub fn whole(&self, topic: Topic) -> Option<usize> {
        self.row(topic, self.word.len(), None)
    }

    /// The row of the stem of the word's first `length` bytes, and of one more letter if there is one.
    pub fn row(&self, topic: Topic, length: usize, more: Option<char>) -> Option<usize> {
        lexicon().row_of(topic, self.way.word(length / LETTER, more)?)
    }

    /// How many bytes are left of the word without each of the endings that it has, where a stem may be left: `shortest` at least.
    pub fn lengths(&self, endings: Endings, shortest: usize) -> impl Iterator<Item = usize> {
        let endings = self.word.chars().next_back().map_or(&[][..], endings);
        endings.iter().filter_map(move |ending| {
            let left = self.word.len().checked_sub(ending.len()).filter(|left| *left >= shortest && self.way.reaches(left / LETTER))?;
            self.word.ends_with(ending).then_some(left)
        })
    }
}
