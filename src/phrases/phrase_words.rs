//! The words of `phrase_words.tsv`.

use super::words::Words;
use crate::lexicon::{Spelt, column, topic};
use crate::text::Clitics;
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
        Object = "object",
    }
}

static WORDS: LazyLock<Spelt<PhraseWord>> = LazyLock::new(|| Spelt::read(topic::PHRASE_WORDS, |fields| PhraseWord::named(fields[0])));

/// What the word at `at` does in a noun phrase, whatever is attached before it.
pub(super) fn phrase_word(words: &Words, at: usize) -> Option<PhraseWord> {
    WORDS.get(words.bare(at))
}

/// The same behind ل. A name that is known with its article has none to take off: «للصليب الأحمر».
pub(super) fn phrase_word_behind_li(words: &Words, at: usize) -> Option<PhraseWord> {
    let word = words.bare(at);
    WORDS.get(word.strip_prefix('ل').unwrap_or(word)).filter(|_| words.at(at).clitics.has(Clitics::LI))
}
