//! Look-ups of stems: what is left of a word when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Topic, lexicon};

/// The one-word phrases of a topic.
pub(super) struct Stems {
    topic: Topic,
}

impl Stems {
    pub fn of(topic: Topic) -> Stems {
        Stems { topic }
    }

    /// The row of a stem.
    pub fn row(&self, stem: &str) -> Option<usize> {
        self.row_of_joined([stem])
    }

    /// The row of a stem put together from its parts.
    pub fn row_of_joined<const N: usize>(&self, parts: [&str; N]) -> Option<usize> {
        let word = lexicon().word_of_letters(parts.into_iter().flat_map(str::chars))?;
        lexicon().row_of(self.topic, word)
    }
}
