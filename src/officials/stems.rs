//! Look-ups of stems: what is left of a word when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Topic, Way, lexicon};

/// The one-word phrases of a topic.
pub(super) struct Stems {
    topic: Topic,
}

/// Bytes of an Arabic letter.
const LETTER: usize = 2;

impl Stems {
    pub fn of(topic: Topic) -> Stems {
        Stems { topic }
    }

    /// The row of a stem.
    pub fn row(&self, stem: &str) -> Option<usize> {
        lexicon().row_of(self.topic, lexicon().word(stem)?)
    }

    /// The stems that `word` begins with: its letters are read once for all its endings.
    pub fn along(&self, word: impl Iterator<Item = char>) -> Along {
        Along { topic: self.topic, way: lexicon().way(word) }
    }
}

/// The stems that a word begins with.
pub(super) struct Along {
    topic: Topic,
    way: Way<'static>,
}

impl Along {
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
