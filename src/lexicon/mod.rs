//! The words the engine knows: one TSV file a topic beside this file, compiled by `build.rs`, loaded once.
//!
//! A row of a topic has phrases and fields; what a field means stands in the head of its file. Matching is by whole
//! words of the folded text, the longest phrase first.

use crate::text::{Clitics, Lexed, Reading, Span, Tokens};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use words::Words;

pub mod inflection;
mod load;
mod packing;
mod words;
mod topics {
    include!(concat!(env!("OUT_DIR"), "/topics.rs"));
}

pub(crate) use load::phrases;
pub(crate) use topics::FUNCTION_WORDS;

/// A word that stands in some phrase of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

/// A file of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Topic(u8);

/// One row of a topic.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its phrases, folded; the first is the one to name the row by.
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

/// All topics, and the one automaton over their words.
pub struct Lexicon {
    words: Words,
    /// By word, where the phrases that begin with it stand in the trie.
    roots: Vec<Root>,
    /// A trie over words. The first step of a phrase is in `roots`, the further ones are in `edges`.
    nodes: Vec<Node>,
    edges: FxHashMap<(u32, WordId), u32>,
    ends: Vec<End>,
    rows: Vec<Vec<Row>>,
}

/// The first step of a phrase.
#[derive(Clone, Copy, Default)]
struct Root {
    /// The topics (a set, by bit) that have a phrase beginning with the word.
    topics: u64,
    /// Those that have it as a phrase of its own.
    alone: u64,
    /// [`NONE`] for a word that begins no phrase.
    node: u32,
}

#[derive(Clone, Copy)]
struct Node {
    /// The topics that have a phrase going on from here.
    topics: u64,
    /// The first of the rows that end here; [`NONE`] where none does.
    end: u32,
}

/// A row of a topic that ends at a node, and the next one that ends there: a chain, seldom of more than two.
#[derive(Clone, Copy)]
struct End {
    topic: Topic,
    row: u32,
    next: u32,
}

/// No node, no end.
const NONE: u32 = u32::MAX;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// The lexicon, loaded at the first call.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Topic {
    /// The topic of the file `name.tsv`. Panics if there is none: names are constants of this crate, and a test walks
    /// through all of them.
    pub fn named(name: &str) -> Topic {
        let at = topics::TOPICS.iter().position(|(topic, _)| *topic == name);
        Topic(at.unwrap_or_else(|| panic!("no topic {name}")) as u8)
    }

    #[inline(always)]
    pub(crate) fn bit(self) -> u64 {
        1 << self.0
    }
}

impl Lexicon {
    /// The row of `topic` that ends at a node.
    fn end(&self, node: u32, topic: Topic) -> Option<usize> {
        let mut at = self.nodes[node as usize].end;
        while at != NONE {
            let end = self.ends[at as usize];
            if end.topic == topic {
                return Some(end.row as usize);
            }
            at = end.next;
        }
        None
    }

    /// The topics that have a phrase beginning with a word: a set, by bit.
    pub(crate) fn topics(&self, word: WordId) -> u64 {
        self.roots[word.0 as usize].topics
    }

    /// The word as the lexicon knows it, if it stands in any phrase. `word` is folded.
    pub fn word(&self, word: &str) -> Option<WordId> {
        self.words.get(word)
    }

    /// `topic` has this one word as a phrase.
    #[inline]
    pub(crate) fn has(&self, topic: Topic, word: WordId) -> bool {
        self.roots[word.0 as usize].alone & topic.bit() != 0
    }

    /// The row of `topic` that has this one word as a phrase.
    pub fn row_of(&self, topic: Topic, word: WordId) -> Option<usize> {
        if self.has(topic, word) { self.end(self.roots[word.0 as usize].node, topic) } else { None }
    }

    /// All rows of a topic, in the order of its file.
    pub fn rows(&self, topic: Topic) -> &[Row] {
        &self.rows[topic.0 as usize]
    }

    /// The longest phrase of `topic` that begins at token `at`; its first word may carry the clitics in `allowed`.
    pub fn longest_match(&self, topic: Topic, lexed: &Lexed, at: usize, allowed: Clitics) -> Option<Match> {
        if !lexed.may_begin(topic, at) {
            return None;
        }
        let mut best: Option<Match> = None;
        for reading in lexed.readings(at) {
            let root = self.roots[reading.word.0 as usize];
            if root.topics & topic.bit() == 0 || !reading.clitics.is_within(allowed) {
                continue;
            }
            let (mut node, mut end) = (root.node, at + 1);
            loop {
                let may_end = end > at + 1 || root.alone & topic.bit() != 0;
                if may_end
                    && best.is_none_or(|b| b.tokens.end < end as u32)
                    && let Some(row) = self.end(node, topic)
                {
                    best = Some(Match { tokens: Span::of(at..end), row, reading: *reading });
                }
                if self.nodes[node as usize].topics & topic.bit() == 0 {
                    break;
                }
                // Words inside a phrase stand as they are written in it.
                let next = lexed.tokens.get(end).and_then(|_| lexed.readings(end).iter().find(|r| r.clitics == Clitics::NONE));
                match next.and_then(|r| self.edges.get(&(node, r.word))) {
                    Some(&deeper) => (node, end) = (deeper, end + 1),
                    None => break,
                }
            }
        }
        best
    }
}
