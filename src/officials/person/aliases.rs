//! The words by which a document's people may be named again, found by the first of them.

use super::Candidate;
use super::names::{first_name, other_names};
use crate::document::Document;
use crate::order::{pair, sort_by_number};
use rustc_hash::FxHashMap;

/// Words that mean a person, behind the first of them.
pub(super) struct Alias<'a> {
    pub rest: &'a str,
    pub person: u32,
    /// Only behind a verb of saying.
    pub after_saying: bool,
    /// The number of its first word.
    first: u32,
}

/// The aliases of all people.
pub(super) struct Aliases<'a> {
    /// Those with one first word stand next to each other, in the order in which they are tried.
    all: Vec<Alias<'a>>,
    numbers: FxHashMap<&'a str, u32>,
    /// Where those with each first word end; they begin where those with the one before end.
    ends: Vec<u32>,
    endings: Endings,
}

impl<'a> Aliases<'a> {
    /// Those of people as they are named in a document; `each` is shown them too, in two pieces.
    pub fn of(document: &'a Document, people: &[Candidate], mut each: impl FnMut(usize, [&'a str; 2])) -> Self {
        let mut all = Vec::with_capacity(2 * people.len());
        let mut numbers = FxHashMap::default();
        let mut endings = Endings::default();
        for (person, candidate) in people.iter().enumerate() {
            let own = all.len();
            let mut add = |[first, rest]: [&'a str; 2], after_saying| {
                let next = numbers.len() as u32;
                let alias = Alias { rest, person: person as u32, after_saying, first: *numbers.entry(first).or_insert(next) };
                let known = |other: &Alias| (other.first, other.rest, other.after_saying) == (alias.first, rest, after_saying);
                if !all[own..].iter().any(known) {
                    endings.add(first);
                    all.push(alias);
                }
            };
            for mention in &candidate.person.mentions {
                let block = &document.blocks[mention.block as usize];
                other_names(block, mention.name, |words| {
                    each(person, words);
                    add(words, false);
                });
            }
            if let Some(mention) = candidate.person.mentions.first() {
                let block = &document.blocks[mention.block as usize];
                first_name(block, mention.name, mention.office.is_some()).into_iter().for_each(|words| add([words, ""], true));
            }
        }
        // The longest first; of two people with one last name, who has an office before who has none, then the one met last.
        sort_by_number(&mut all, |alias| {
            let official = people[alias.person as usize].person.office.is_some();
            !pair(2 * alias.rest.len() as u32 + u32::from(official), alias.person)
        });
        sort_by_number(&mut all, |alias| alias.first.into());
        let mut ends = vec![0; numbers.len()];
        for (end, alias) in (1..).zip(&all) {
            ends[alias.first as usize] = end;
        }
        Aliases { all, numbers, ends, endings }
    }

    /// Some of them may begin with the last letters of a word.
    pub fn may_end(&self, word: &str) -> bool {
        self.endings.has(word)
    }

    /// Those that begin with a word.
    pub fn with_first(&self, word: &str) -> &[Alias<'a>] {
        let Some(&number) = self.numbers.get(word) else { return &[] };
        let start = (number as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[number as usize] as usize]
    }
}

/// The last three letters of words, which Arabic leaves as they are whatever is written on to a word before it: a set, for each last
/// letter those before it, by a few bits of what they are in UTF-8.
struct Endings([u64; 64]);

impl Default for Endings {
    fn default() -> Endings {
        Endings([0; 64])
    }
}

impl Endings {
    fn add(&mut self, word: &str) {
        // What stands before the few letters of a short word may be any clitic, and «للـ» is «الـ» with one.
        let letters = word.strip_prefix("ال").unwrap_or(word).len() / 2;
        let (last, before) = last_letters(word);
        self.0[last] |= before.filter(|_| letters > 1 && word.len() > 4).unwrap_or(u64::MAX);
    }

    fn has(&self, word: &str) -> bool {
        let (last, before) = last_letters(word);
        before.is_none_or(|before| self.0[last] & before != 0)
    }
}

/// The last letter of a word, of two bytes each, and as a bit the two before it.
fn last_letters(word: &str) -> (usize, Option<u64>) {
    match word.as_bytes() {
        [.., third, _, second, _, last] => (usize::from(last & 0x3f), Some(1 << ((second.wrapping_add(third.wrapping_mul(29))) & 0x3f))),
        [.., last] => (usize::from(last & 0x3f), None),
        [] => (0, None),
    }
}
