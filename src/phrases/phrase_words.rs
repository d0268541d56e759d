//! The words of `phrase_words.tsv`.

use crate::lexicon::{Spelt, column, topic};
use std::sync::LazyLock;

column! {
    /// What a word does in a noun phrase; see the head of the file.
    pub(super) enum PhraseWord: "phrase_words" {
        Stage = "stage",
        Elative = "elative",
        Direction = "direction",
        Area = "area",
        District = "district",
        Cause = "cause",
        Goer = "goer",
    }
}

static WORDS: LazyLock<Spelt<PhraseWord>> = LazyLock::new(|| Spelt::read(topic::PHRASE_WORDS, |fields| PhraseWord::named(fields[0])));

/// What a word, folded and without its article, does in a noun phrase.
pub(super) fn phrase_word(word: &str) -> Option<PhraseWord> {
    WORDS.get(word)
}
