//! Stems of words: what is left of them when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Letter, Topic, Way, Ways, lexicon};

/// The row of a topic that has this stem as a phrase.
pub(super) fn row_of_stem(topic: Topic, stem: &str) -> Option<usize> {
    lexicon().row_of(topic, lexicon().word(stem)?)
}

/// How many letters of a word may be an ending, each way to cut it.
pub(super) type Endings = fn(&[Letter]) -> &'static [usize];

/// The words of the lexicon that a word begins with: its letters are followed once for all its endings and all topics.
#[derive(Clone, Copy)]
pub(super) struct Stems<'w> {
    word: &'w [Letter],
    way: &'w Way,
}

impl<'w> Stems<'w> {
    /// Those of a word whose letters lead so far.
    pub fn on(way: &'w Way, word: &'w [Letter]) -> Self {
        Stems { word, way }
    }

    /// Those of a word without its first `before` letters.
    #[inline]
    pub fn behind(before: usize, ways: &'w Ways) -> Self {
        Stems::on(ways.behind(before), &ways.letters()[before..])
    }

    /// The letters of the word.
    pub fn word(self) -> &'w [Letter] {
        self.word
    }

    /// The row of a topic that has the whole word as a phrase.
    pub fn whole(&self, topic: Topic) -> Option<usize> {
        self.row(topic, self.word.len(), None)
    }

    /// The row of the stem of the word's first `length` letters, and of one more letter if there is one.
    pub fn row(&self, topic: Topic, length: usize, more: Option<Letter>) -> Option<usize> {
        let lexicon = lexicon();
        lexicon.row_of(topic, lexicon.on_way(self.way, length, more)?)
    }

    /// How many letters are left of the word without each ending that it may have, where a stem may be left: `shortest` at least.
    pub fn lengths(&self, endings: Endings, shortest: usize) -> impl Iterator<Item = usize> {
        let count = self.word.len();
        let left = endings(self.word).iter().filter_map(move |ending| count.checked_sub(*ending));
        left.filter(move |left| *left >= shortest && self.way.reaches(*left))
    }
}
