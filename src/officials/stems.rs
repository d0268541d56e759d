//! Stems of words: what is left of them when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Letter, Topic, Way, lexicon};

/// The row of a topic that has this stem as a phrase.
pub(super) fn row_of_stem(topic: Topic, stem: &str) -> Option<usize> {
    lexicon().row_of(topic, lexicon().word(stem)?)
}

/// How many letters of a word may be an ending, each way to cut it.
pub(super) type Endings = fn(&[Letter]) -> &'static [usize];

/// The words of the lexicon that a word begins with: its letters are followed once for all its endings and all topics.
pub(super) struct Stems<'w> {
    word: &'w [Letter],
    way: Way<'static>,
}

impl<'w> Stems<'w> {
    /// Those of a word.
    #[inline(always)]
    pub fn of(word: &'w [Letter]) -> Self {
        Stems::with_first(word.first().copied(), word)
    }

    /// Those of a word that has another first letter in the lexicon. Made where they stay: WebAssembly copies so much by a call.
    #[inline(always)]
    pub fn with_first(first: Option<Letter>, word: &'w [Letter]) -> Self {
        let mut stems = Stems { word, way: lexicon().way() };
        stems.way.follow(first, word.get(1..).unwrap_or_default());
        stems
    }

    /// The letters of the word.
    pub fn word(&self) -> &'w [Letter] {
        self.word
    }

    /// The row of a topic that has the whole word as a phrase.
    pub fn whole(&self, topic: Topic) -> Option<usize> {
        self.row(topic, self.word.len(), None)
    }

    /// The row of the stem of the word's first `length` letters, and of one more letter if there is one.
    pub fn row(&self, topic: Topic, length: usize, more: Option<Letter>) -> Option<usize> {
        lexicon().row_of(topic, self.way.word(length, more)?)
    }

    /// How many letters are left of the word without each ending that it may have, where a stem may be left: `shortest` at least.
    pub fn lengths(&self, endings: Endings, shortest: usize) -> impl Iterator<Item = usize> {
        let count = self.word.len();
        let left = endings(self.word).iter().filter_map(move |ending| count.checked_sub(*ending));
        left.filter(move |left| *left >= shortest && self.way.reaches(*left))
    }
}
