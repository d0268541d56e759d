//! The words of `phrase_words.tsv`.

use crate::lexicon::{Spelt, topic};
use std::sync::LazyLock;

/// What a word does in a noun phrase; see the head of the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PhraseWord {
    Stage,
    Elative,
    Direction,
    Area,
    District,
    Cause,
}

static WORDS: LazyLock<Spelt<PhraseWord>> = LazyLock::new(|| Spelt::read(topic::PHRASE_WORDS, |fields| sort(fields[0])));

fn sort(name: &str) -> PhraseWord {
    match name {
        "stage" => PhraseWord::Stage,
        "elative" => PhraseWord::Elative,
        "direction" => PhraseWord::Direction,
        "area" => PhraseWord::Area,
        "district" => PhraseWord::District,
        "cause" => PhraseWord::Cause,
        other => panic!("phrase_words.tsv: no sort {other}"),
    }
}

/// What a word, folded and without its article, does in a noun phrase.
pub(super) fn phrase_word(word: &str) -> Option<PhraseWord> {
    WORDS.get(word)
}
