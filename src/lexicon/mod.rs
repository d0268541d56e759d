//! The words the engine knows: one TSV file a topic beside this file, which `build/` makes tables of.
//!
//! A row of a topic has phrases and fields; what a field means stands in the head of its file. Matching is by whole
//! words of the folded text, the longest phrase first.

use crate::text::{Clitics, Lexed, Reading, Span, Tokens};
use phrases::{Node, Phrases};
use std::sync::LazyLock;
use words::Words;

mod column;
// The build writes out all forms.
#[cfg(test)]
mod inflection;
mod phrases;
mod rows;
mod spelt;
mod words;
mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
/// The topics, each under its file's name.
pub mod topic {
    use super::Topic;
    include!(concat!(env!("OUT_DIR"), "/topics.rs"));
}

pub(crate) use column::{column, unknown_value};
pub(crate) use rows::phrases;
pub(crate) use spelt::Spelt;
pub(crate) use tables::FUNCTION_WORDS;
pub(crate) use words::{Letter, Spelling, Way, Ways};

/// A word that stands in some phrase of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId {
    number: u16,
    /// The node that the phrases which begin with it go on from; found out along with the number.
    root: u16,
}

/// A file of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Topic(u8);

/// One row of a topic.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its phrases in all their forms, folded: as many as the line `# phrases: …` in the head of the file says, none without.
    pub phrases: &'static [&'static str],
    /// The columns after the first, as many as the head of the file names.
    pub fields: &'static [&'static str],
}

/// A phrase of the lexicon found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// The tokens it covers.
    pub tokens: Span<Tokens>,
    /// The row's number within its topic, from 0: an index into [`Lexicon::rows`].
    pub row: usize,
    /// How the first word was taken apart.
    pub reading: Reading,
}

/// What a word form begins among the phrases of a topic.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beginning {
    /// The row that has it as a phrase of one word, and how it was taken apart.
    pub alone: Option<(usize, Reading)>,
    /// Phrases of several words may begin with it.
    pub goes_on: bool,
}

/// All topics, and the one automaton over their words.
pub struct Lexicon {
    words: Words,
    phrases: Phrases,
    rows: Vec<Vec<Row>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    words: Words::load(),
    phrases: Phrases::load(),
    rows: tables::TOPICS.iter().map(|(_, rows)| rows::read(rows)).collect(),
});

/// The lexicon, worked out at the first call.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Topic {
    #[inline(always)]
    pub(crate) fn bit(self) -> u64 {
        1 << self.0
    }

    /// The set of some topics, by bit.
    #[inline(always)]
    pub(crate) fn set(topics: &[Topic]) -> u64 {
        topics.iter().fold(0, |set, topic| set | topic.bit())
    }
}

impl Lexicon {
    /// The topics that have a phrase beginning with a word: a set, by bit.
    pub(crate) fn topics(&self, word: WordId) -> u64 {
        let node = self.phrases.node(word.root);
        node.ending | node.going_on
    }

    /// Those that have a phrase of several words beginning with it, likewise.
    pub(crate) fn topics_going_on(&self, word: WordId) -> u64 {
        self.phrases.node(word.root).going_on
    }

    /// The word as the lexicon knows it, if it stands in any phrase. `word` is folded.
    pub fn word(&self, word: &str) -> Option<WordId> {
        self.words.word(word)
    }

    /// The word of the article and these letters.
    pub(crate) fn behind_article(&self, letters: impl Iterator<Item = Letter>) -> Option<WordId> {
        const ARTICLE: [Letter; 2] = [Letter::of('ا'), Letter::of('ل')];
        self.words.spelt(ARTICLE.into_iter().chain(letters))
    }

    /// The ways of a word through the lexicon.
    pub(crate) fn ways<'w>(&'w self, letters: &'w [Letter]) -> Ways<'w> {
        self.words.ways(letters)
    }

    /// The way of a word that has another first letter in the lexicon.
    pub(crate) fn way_with(&self, first: Letter, rest: &[Letter]) -> Way {
        self.words.way(Some(first), rest)
    }

    /// The word of the first `count` letters of a way, and of one more behind them if there is one.
    pub(crate) fn on_way(&self, way: &Way, count: usize, more: Option<Letter>) -> Option<WordId> {
        self.words.on_way(way, count, more)
    }

    /// The topics that have this one word as a phrase: a set, by bit.
    #[inline]
    pub(crate) fn whole(&self, word: WordId) -> u64 {
        self.phrases.node(word.root).ending
    }

    /// `topic` has this one word as a phrase.
    #[inline]
    pub(crate) fn has(&self, topic: Topic, word: WordId) -> bool {
        self.whole(word) & topic.bit() != 0
    }

    /// The row of `topic` that has this one word as a phrase.
    pub fn row_of(&self, topic: Topic, word: WordId) -> Option<usize> {
        self.phrases.node(word.root).row(topic)
    }

    /// All rows of a topic, in the order of its file.
    pub fn rows(&self, topic: Topic) -> &[Row] {
        &self.rows[topic.0 as usize]
    }

    /// What a word of these readings, taken apart as `allowed`, begins. Where nothing goes on from it, [`Lexicon::longest_match`] is what
    /// it is alone.
    pub(crate) fn beginning(&self, topic: Topic, readings: &[Reading], allowed: Clitics) -> Beginning {
        let mut beginning = Beginning::default();
        for reading in readings.iter().filter(|reading| reading.clitics.is_within(allowed)) {
            let node = self.phrases.node(reading.word.root);
            beginning.alone = beginning.alone.or_else(|| Some((node.row(topic)?, *reading)));
            beginning.goes_on |= node.going_on & topic.bit() != 0;
        }
        beginning
    }

    /// The longest phrase of `topic` that begins at token `at`; its first word may carry the clitics in `allowed`.
    pub fn longest_match(&self, topic: Topic, lexed: &Lexed, at: usize, allowed: Clitics) -> Option<Match> {
        let bit = topic.bit();
        let (mut longest, mut best) = (at, None);
        for reading in lexed.readings(at).iter().filter(|reading| reading.clitics.is_within(allowed)) {
            let node = self.phrases.node(reading.word.root);
            if node.ending & bit != 0 && longest == at {
                (longest, best) = (at + 1, Some((node, reading)));
            }
            if node.going_on & bit != 0
                && let Some((node, end)) = self.longest_from(node, topic, lexed, at + 1)
                && end > longest
            {
                (longest, best) = (end, Some((node, reading)));
            }
        }
        let (node, &reading) = best?;
        Some(Match { tokens: Span::of(at..longest), row: node.row(topic)?, reading })
    }

    /// Where the longest phrase of `topic` ends that goes on from a node with the token at `end`.
    fn longest_from<'l>(&'l self, mut node: &'l Node, topic: Topic, lexed: &Lexed, mut end: usize) -> Option<(&'l Node, usize)> {
        let mut longest = None;
        while node.going_on & topic.bit() != 0
            // Words inside a phrase stand as they are written in it.
            && let Some(deeper) = lexed.known_word(end).and_then(|word| node.step(word))
        {
            node = self.phrases.node(deeper);
            end += 1;
            if node.ending & topic.bit() != 0 {
                longest = Some((node, end));
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Block, fold};
    use std::collections::HashMap;

    /// The phrases of a file in all their forms, each with the fields of its row that the engine has.
    fn phrases_of(file: &str) -> Vec<(String, Vec<&str>)> {
        let header = file.lines().find_map(|line| line.strip_prefix("# columns:")).expect("the columns");
        let kept: Vec<bool> = header.split(',').skip(1).map(|name| !name.trim().starts_with('(')).collect();
        let rows = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
            let (phrases, fields) = line.split_once('\t').unwrap_or((line, ""));
            let fields = fields.split('\t').map(str::trim).chain(std::iter::repeat("")).zip(&kept).filter(|(_, kept)| **kept);
            (phrases, fields.map(|(field, _)| field).collect::<Vec<_>>())
        });
        let forms = |phrase: &str| inflection::forms(phrase.trim()).expect("a phrase");
        rows.flat_map(|(phrases, fields)| phrases.split('|').flat_map(forms).map(move |form| (fold(&form).shadow, fields.clone())))
            .collect()
    }

    #[test]
    fn every_phrase_of_every_file_is_found_with_its_row() {
        for (number, (name, _)) in (0..).zip(tables::TOPICS) {
            let path = format!("{}/src/lexicon/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
            let file = std::fs::read_to_string(&path).expect("a file of the lexicon");
            if file.lines().any(|line| line == "# phrases: only read") {
                continue;
            }
            let mut met = HashMap::new();
            for (phrase, fields) in phrases_of(&file) {
                // A form keeps its first row.
                let fields = &*met.entry(phrase.clone()).or_insert(fields);
                let [block] = &Block::read_all([(&*phrase, 0)].into_iter(), &mut Default::default())[..] else { panic!("one block") };
                // «ر.س» and «24» are no words.
                let tokens = block.tokens().len();
                if tokens != phrase.split(' ').count() || !(0..tokens).all(|at| is_word(block, at)) {
                    continue;
                }
                let found = block.match_at(Topic(number), 0, Clitics::NONE).filter(|found| found.tokens.len() == tokens);
                let row = found.unwrap_or_else(|| panic!("{name}: {phrase} is not found")).row;
                assert!(lexicon().rows(Topic(number))[row].fields.iter().zip(fields).all(|(a, b)| a == b), "{name}: {phrase}");
            }
        }
    }

    fn is_word(block: &Block, at: usize) -> bool {
        matches!(block.tokens()[at].kind, crate::text::TokenKind::Word | crate::text::TokenKind::Foreign)
    }
}
