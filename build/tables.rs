//! The lexicon as static tables, worked out once here. What each table holds is explained where it is read: `src/lexicon/words.rs`,
//! `phrases.rs` and `rows.rs`.

use crate::automaton::{State, minimal};
use crate::topics::{Row, Topic};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Display, Write as _};

/// The number of characters in the Arabic block.
const CHARACTERS: usize = 256;
/// The code of a character that no word of the lexicon has.
const NO_CODE: u8 = 0xff;
/// The number of bits beside [`END`].
const MOST_LETTERS: usize = 31;
const END: u32 = 1 << 31;
/// Marks the last entry of a list of rows.
const LAST: u8 = 0x80;
/// The list of an inner node where no phrase ends.
const NO_ENDS: u16 = u16::MAX;

/// The tables as a Rust module, and as the bytes they are in WebAssembly, for the size report.
#[derive(Default)]
pub struct Tables {
    pub module: String,
    pub bytes: Vec<u8>,
}

/// The topics as constants, named like their files: a topic that is not there does not compile.
pub fn constants(topics: &[Topic]) -> String {
    let constant = |(number, topic): (usize, &Topic)| {
        format!("/// `src/lexicon/{}.tsv`.\npub const {}: Topic = Topic({number});\n", topic.name, topic.name.to_uppercase())
    };
    topics.iter().enumerate().map(constant).collect()
}

impl Tables {
    pub fn of(topics: &[Topic]) -> Tables {
        let mut tables = Tables::default();
        let words = Words::of(topics);
        words.write(&mut tables);
        write_phrases(&mut tables, topics, &words);
        write_rows(&mut tables, topics);
        tables
    }

    fn line(&mut self, line: impl Display) {
        writeln!(self.module, "{line}").expect("a string");
    }

    fn table<T: Debug + Layout>(&mut self, name: &str, of: &str, entries: &[T]) {
        self.line(format_args!("pub(super) static {name}: [{of}; {}] = {entries:?};", entries.len()));
        entries.iter().for_each(|entry| entry.write(&mut self.bytes));
    }
}

/// How an entry is laid out in memory.
trait Layout {
    fn write(&self, bytes: &mut Vec<u8>);
}

impl Layout for u8 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }
}

impl Layout for u32 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }
}

impl Layout for u16 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }
}

impl Layout for (u16, u16) {
    fn write(&self, bytes: &mut Vec<u8>) {
        [self.0, self.1].iter().for_each(|half| half.write(bytes));
    }
}

impl Layout for char {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(u32::from(*self).to_le_bytes());
    }
}

/// The text, and in its table its place and its length.
impl Layout for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend((bytes.len() as u32).to_le_bytes());
        bytes.extend((self.len() as u32).to_le_bytes());
        bytes.extend(self.as_bytes());
    }
}

fn small(number: usize) -> u16 {
    number.try_into().expect("the tables of the lexicon count with 16 bits")
}

/// All words of the lexicon, numbered: those of Arabic letters in the order of their letters, then the others.
struct Words {
    /// The letters, by their codes.
    letters: Vec<char>,
    spelt: BTreeMap<Vec<u16>, bool>,
    others: Vec<String>,
    numbers: BTreeMap<String, u16>,
}

impl Words {
    fn of(topics: &[Topic]) -> Words {
        let phrases = topics.iter().filter(|topic| topic.found).flat_map(|topic| &topic.rows).flat_map(|row| &row.phrases);
        let words: BTreeSet<&str> = phrases.filter(|phrase| may_stand_in_text(phrase)).flat_map(|phrase| phrase.split(' ')).collect();
        let (arabic, others): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| word.chars().all(is_arabic));
        let letters: Vec<char> = arabic.iter().flat_map(|word| word.chars()).collect::<BTreeSet<_>>().into_iter().collect();
        assert!(letters.len() <= MOST_LETTERS, "the lexicon has {} letters: more than a state has bits for", letters.len());
        let spelt = arabic.iter().map(|word| (word.chars().map(|c| code(&letters, c)).collect(), true)).collect();
        let numbers = arabic.iter().chain(&others).enumerate().map(|(i, word)| ((*word).to_owned(), small(i))).collect();
        Words { letters, spelt, others: others.into_iter().map(str::to_owned).collect(), numbers }
    }

    fn write(&self, tables: &mut Tables) {
        let mut codes = [NO_CODE; CHARACTERS];
        for &letter in &self.letters {
            codes[letter as usize - ARABIC] = code(&self.letters, letter) as u8;
        }
        tables.table("CODES", "u8", &codes);
        // How words are spelt is asked by tests alone.
        tables.line(format_args!("#[cfg(test)]"));
        tables.table("ALPHABET", "char", &self.letters);
        let states = minimal(&self.spelt);
        let end = |state: &State<bool>| if state.value { END } else { 0 };
        let letters = |state: &State<bool>| state.edges.iter().fold(end(state), |set, (letter, _)| set | 1 << letter);
        tables.table("LETTERS", "u32", &states.iter().map(letters).collect::<Vec<_>>());
        let mut next = 1;
        let target = |&(_, to): &(u16, usize)| {
            let is_next = to == next;
            next += usize::from(is_next);
            if is_next { 0 } else { small(to) }
        };
        tables.table("TARGETS", "u16", &states.iter().flat_map(|state| &state.edges).map(target).collect::<Vec<_>>());
        tables.table("OTHERS", "&str", &self.others);
        tables.line(format_args!("pub(super) const SPELT: u16 = {};", self.spelt.len()));
    }
}

/// The first letter of the Arabic block.
const ARABIC: usize = 0x600;

fn is_arabic(c: char) -> bool {
    (ARABIC..ARABIC + CHARACTERS).contains(&(c as usize))
}

/// The tokenizer makes one token of each word. Phrases with others, «ر.س» or «$», are read from their rows.
fn may_stand_in_text(phrase: &str) -> bool {
    phrase.split(' ').all(|word| word.chars().all(is_arabic) || word.chars().all(|c| c.is_alphabetic() && !is_arabic(c)))
}

fn code(letters: &[char], letter: char) -> u16 {
    small(letters.binary_search(&letter).expect("a letter of the lexicon"))
}

/// The automaton of the phrases over the words.
fn write_phrases(tables: &mut Tables, topics: &[Topic], words: &Words) {
    let mut phrases: BTreeMap<Vec<u16>, Vec<(u8, u16)>> = BTreeMap::new();
    for (number, topic) in topics.iter().enumerate().filter(|(_, topic)| topic.found) {
        for (row, phrase) in topic.rows.iter().enumerate().flat_map(|(at, row)| row.phrases.iter().map(move |phrase| (at, phrase))) {
            if may_stand_in_text(phrase) {
                let numbers = phrase.split(' ').map(|word| words.numbers[word]).collect();
                phrases.entry(numbers).or_default().push((number as u8, small(row)));
            }
        }
    }
    let states = minimal(&phrases);
    // Leaves have no edges, so they may all be the last; their lists are in their order then. The first state is an inner node
    // without steps: its edges are the roots.
    let (inner, mut leaves): (Vec<usize>, Vec<usize>) = (0..states.len()).partition(|&at| !states[at].edges.is_empty());
    leaves.sort_by_key(|&at| &states[at].value);
    let mut numbers = vec![0; states.len()];
    inner.iter().chain(&leaves).enumerate().for_each(|(number, &at)| numbers[at] = small(number));
    let mut lists = Vec::new();
    let mut places = BTreeMap::from([(&[][..], NO_ENDS)]);
    for &at in leaves.iter().chain(&inner) {
        let ends = &states[at].value;
        places.entry(ends).or_insert_with(|| {
            lists.extend(ends.iter().enumerate().map(|(i, &(topic, row))| (topic | if i + 1 == ends.len() { LAST } else { 0 }, row)));
            small(lists.len() - ends.len())
        });
    }
    let mut roots = vec![0; words.numbers.len()];
    states[0].edges.iter().for_each(|&(word, to)| roots[usize::from(word)] = numbers[to]);
    let steps: Vec<&[(u16, usize)]> = inner.iter().map(|&at| if at == 0 { &[][..] } else { &states[at].edges }).collect();
    let count = |steps: &&[(u16, usize)]| u8::try_from(steps.len()).expect("no word goes on in more than 255 ways");
    tables.table("ROOTS", "u16", &roots);
    tables.table("INNER_ENDS", "u16", &inner.iter().map(|&at| places[&states[at].value[..]]).collect::<Vec<_>>());
    tables.table("STEP_COUNTS", "u8", &steps.iter().map(count).collect::<Vec<_>>());
    tables.line(format_args!("pub(super) const LEAVES: usize = {};", leaves.len()));
    tables.table("STEPS", "(u16, u16)", &steps.iter().copied().flatten().map(|&(word, to)| (word, numbers[to])).collect::<Vec<_>>());
    tables.table("END_TOPICS", "u8", &lists.iter().map(|end| end.0).collect::<Vec<_>>());
    tables.table("END_ROWS", "u16", &lists.iter().map(|end| end.1).collect::<Vec<_>>());
}

/// The rows of each topic.
fn write_rows(tables: &mut Tables, topics: &[Topic]) {
    assert!(topics.len() <= 64, "a word's topics are a set of 64 bits");
    let mut list = String::new();
    for topic in topics {
        let name = topic.name.to_uppercase();
        let line = |row: &Row| {
            let phrases = &row.phrases[..row.phrases.len().min(topic.phrases_kept)];
            format!("{}\t{}\n", phrases.join("|"), row.fields.join("\t"))
        };
        let rows: String = topic.rows.iter().map(line).collect();
        tables.line(format_args!("pub(crate) const {name}: &str = {rows:?};"));
        rows.write(&mut tables.bytes);
        writeln!(list, "    ({:?}, {name}),", topic.name).expect("a string");
    }
    tables.line("/// Every topic: its file's name and its rows.");
    tables.line(format_args!("pub(super) static TOPICS: [(&str, &str); {}] = [\n{list}];", topics.len()));
}
