//! Words that count only as they are spelt: topics whose phrases the engine reads and does not look for in texts (`# phrases: only read`).

use super::{Topic, lexicon};
use rustc_hash::FxHashMap;

/// The words of a topic, folded, each with what its row says.
pub(crate) struct Spelt<T> {
    /// The row of each word, so that all topics share one table.
    rows: FxHashMap<&'static str, usize>,
    said: Vec<T>,
}

impl<T: Copy> Spelt<T> {
    /// Reads a topic; `said` is what the fields of a row say.
    pub fn read(topic: Topic, said: impl Fn(&[&'static str]) -> T) -> Spelt<T> {
        let rows = lexicon().rows(topic);
        Spelt { rows: by_word(topic), said: rows.iter().map(|row| said(row.fields)).collect() }
    }

    /// What the table says of a word.
    pub fn get(&self, word: &str) -> Option<T> {
        self.rows.get(word).map(|&row| self.said[row])
    }
}

fn by_word(topic: Topic) -> FxHashMap<&'static str, usize> {
    let rows = lexicon().rows(topic).iter().enumerate();
    rows.flat_map(|(number, row)| row.phrases.iter().map(move |word| (*word, number))).collect()
}
