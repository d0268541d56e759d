//! The words the engine knows: one TSV file a topic beside this file, compiled by `build.rs`, loaded once.
//!
//! A row of a topic has phrases and fields; what a field means stands in the head of its file. Matching is by whole
//! words of the folded text, the longest phrase first.

use crate::text::{Clitics, Lexed, Reading, Span, Tokens};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub mod inflection;
mod topics {
    include!(concat!(env!("OUT_DIR"), "/topics.rs"));
}

/// A word that stands in some phrase of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

/// A file of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Topic(u8);

/// One row of a topic.
#[derive(Debug)]
pub struct Row {
    /// Its phrases, folded; the first is the one to name the row by.
    pub phrases: Vec<&'static str>,
    /// The columns after the first, as many as the head of the file names.
    pub fields: Vec<&'static str>,
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
    words: FxHashMap<&'static str, WordId>,
    /// For each word, the topics (a set, by bit) that have a phrase beginning with it.
    begins: Vec<u64>,
    /// A trie over words: from a node by a word to a node. Node 0 is the root; a node's rows are in `ends`.
    edges: FxHashMap<(u32, WordId), u32>,
    /// Rows that end at a node: (node, topic) to row.
    ends: FxHashMap<(u32, Topic), u32>,
    rows: Vec<Vec<Row>>,
}

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

    fn bit(self) -> u64 {
        1 << self.0
    }
}

impl Lexicon {
    fn load() -> Lexicon {
        assert!(topics::TOPICS.len() <= 64, "a word's topics are a set of 64 bits");
        let mut lexicon = Lexicon {
            words: FxHashMap::default(),
            begins: Vec::new(),
            edges: FxHashMap::default(),
            ends: FxHashMap::default(),
            rows: Vec::new(),
        };
        let mut nodes = 1;
        for (topic, (_, text)) in topics::TOPICS.iter().enumerate() {
            let topic = Topic(topic as u8);
            let mut rows = Vec::new();
            for line in text.lines() {
                let mut columns = line.split('\t');
                let phrases: Vec<&'static str> = columns.next().unwrap_or_default().split('|').collect();
                for phrase in &phrases {
                    let mut node = 0;
                    for word in phrase.split(' ') {
                        let next_id = WordId(lexicon.begins.len() as u32);
                        let id = *lexicon.words.entry(word).or_insert(next_id);
                        if id == next_id {
                            lexicon.begins.push(0);
                        }
                        if node == 0 {
                            lexicon.begins[id.0 as usize] |= topic.bit();
                        }
                        node = *lexicon.edges.entry((node, id)).or_insert_with(|| {
                            nodes += 1;
                            nodes - 1
                        });
                    }
                    lexicon.ends.insert((node, topic), rows.len() as u32);
                }
                rows.push(Row { phrases, fields: columns.collect() });
            }
            lexicon.rows.push(rows);
        }
        lexicon
    }

    /// The word as the lexicon knows it, if it stands in any phrase. `word` is folded.
    pub fn word(&self, word: &str) -> Option<WordId> {
        self.words.get(word).copied()
    }

    /// The row of `topic` that has this one word as a phrase.
    pub fn row_of(&self, topic: Topic, word: WordId) -> Option<usize> {
        if self.begins[word.0 as usize] & topic.bit() == 0 {
            return None;
        }
        let node = self.edges.get(&(0, word))?;
        self.ends.get(&(*node, topic)).map(|&row| row as usize)
    }

    /// All rows of a topic, in the order of its file.
    pub fn rows(&self, topic: Topic) -> &[Row] {
        &self.rows[topic.0 as usize]
    }

    /// The longest phrase of `topic` that begins at token `at`; its first word may carry the clitics in `allowed`.
    pub fn longest_match(&self, topic: Topic, lexed: &Lexed, at: usize, allowed: Clitics) -> Option<Match> {
        let mut best: Option<Match> = None;
        for reading in lexed.readings(at) {
            if self.begins[reading.word.0 as usize] & topic.bit() == 0 || !reading.clitics.is_within(allowed) {
                continue;
            }
            let Some(&first) = self.edges.get(&(0, reading.word)) else { continue };
            let (mut node, mut end) = (first, at + 1);
            loop {
                if let Some(&row) = self.ends.get(&(node, topic))
                    && best.is_none_or(|b| b.tokens.end < end as u32)
                {
                    best = Some(Match { tokens: Span::of(at..end), row: row as usize, reading: *reading });
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
