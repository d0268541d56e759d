//! Look-ups of stems: what is left of a word when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Topic, Way, lexicon};

/// The row of a topic that has this stem as a phrase.
pub(super) fn row_of_stem(topic: Topic, stem: &str) -> Option<usize> {
    lexicon().row_of(topic, lexicon().word(stem)?)
}

/// Bytes of an Arabic letter.
const LETTER: usize = 2;

/// The stems of a topic that a word begins with: its letters are read once for all its endings.
pub(super) struct Stems {
    topic: Topic,
    way: Way<'static>,
}

impl Stems {
    pub fn along(word: impl Iterator<Item = char>, topic: Topic) -> Stems {
        Stems { topic, way: lexicon().way(word) }
    }

    /// The row of the stem of the word's first `length` bytes, and of one more letter if there is one.
    pub fn row(&self, length: usize, more: Option<char>) -> Option<usize> {
        lexicon().row_of(self.topic, self.way.word(length / LETTER, more)?)
    }

    /// How many bytes of `word` are left of it without each of the endings that it has, where a stem may be left: `shortest` at least.
    pub fn lengths(&self, word: &str, endings: &[&str], shortest: usize) -> impl Iterator<Item = usize> {
        endings.iter().filter_map(move |ending| {
            let left = word.len().checked_sub(ending.len()).filter(|left| *left >= shortest && self.way.reaches(left / LETTER))?;
            word.ends_with(ending).then_some(left)
        })
    }
}
