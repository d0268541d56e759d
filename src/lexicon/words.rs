//! The words of the lexicon by their letters: a minimal acyclic automaton (a DAWG). How many words come before is added up on the
//! way through it: so every word has a number, in the order of letters (Lucchesi and Kowaltowski, "Applications of finite
//! automata representing large vocabularies", 1993). `build/` writes the automaton; what follows from it is worked out here.

use super::WordId;
#[cfg(test)]
use super::tables::ALPHABET;
use super::tables::{CODES, LETTERS, OTHERS, ROOTS, SPELT, TARGETS};
use crate::text::letters::in_arabic_block;
use std::cell::OnceCell;
use std::ops::Deref;

/// A letter of a folded word by its code: its place among the letters of the lexicon, or [`Letter::OTHER`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter(u8);

impl Letter {
    /// A character that no word of the lexicon has.
    pub const OTHER: Letter = Letter(0xff);

    pub const fn of(c: char) -> Letter {
        match c {
            '\u{600}'..='\u{6ff}' => Letter(CODES[c as usize - 0x600]),
            _ => Letter::OTHER,
        }
    }
}

/// The letters of a word; of one that is too long for the lexicon, none.
pub(crate) struct Spelling {
    letters: [Letter; Spelling::LONGEST],
    count: usize,
}

impl Spelling {
    /// No word of the lexicon has so many letters, even with all that may be attached to it.
    pub const LONGEST: usize = 32;

    /// The letters of the lexicon take two bytes each. What stands behind another character, which no word has, is of no account.
    pub fn of(word: &str) -> Spelling {
        let mut spelling = Spelling { letters: [Letter::OTHER; Spelling::LONGEST], count: 0 };
        let (pairs, rest) = word.as_bytes().as_chunks();
        let count = pairs.len() + rest.len();
        if count <= Spelling::LONGEST {
            for (letter, &[lead, trail]) in spelling.letters.iter_mut().zip(pairs) {
                if let 0xd8..=0xdb = lead {
                    *letter = Letter(CODES[in_arabic_block(lead, trail)]);
                }
            }
            spelling.count = count;
        }
        spelling
    }
}

impl Deref for Spelling {
    type Target = [Letter];

    fn deref(&self) -> &[Letter] {
        &self.letters[..self.count]
    }
}

/// Among the letters of a state, that a word ends here.
const END: u32 = 1 << 31;

pub(super) struct Words {
    states: Vec<State>,
    edges: Vec<Edge>,
}

#[derive(Clone, Copy)]
struct State {
    /// The letters that lead on, by the bit of their code, and [`END`].
    letters: u32,
    /// The first of their edges, which stand in the order of the codes.
    edges: u32,
}

/// Where the letters read so far lead to.
#[derive(Clone, Copy, Default)]
struct Place {
    state: u16,
    /// How many words come before those that begin so.
    before: u16,
}

/// How far the letters of a word lead: where each of its beginnings does, that of one letter first.
pub(crate) struct Way {
    places: [Place; LONGEST],
    count: usize,
}

/// No word of the lexicon has more letters.
const LONGEST: usize = 15;

/// The ways of one word: from its first letter, and from those that it begins with when clitics are off. Each is followed once, whoever asks.
pub(crate) struct Ways<'w> {
    words: &'w Words,
    letters: &'w [Letter],
    ways: [OnceCell<Way>; MOST_BEFORE + 1],
}

/// Letters of clitics before a word: «وبالـ».
const MOST_BEFORE: usize = 4;

#[derive(Clone, Copy)]
struct Edge {
    target: u16,
    /// How many words of the state come before those with this letter.
    before: u16,
}

impl Words {
    pub fn load() -> Words {
        let mut first = 0;
        let state = |&letters: &u32| {
            let edges = first;
            first += (letters & !END).count_ones();
            State { letters, edges }
        };
        let states: Vec<State> = LETTERS.iter().map(state).collect();
        // Most edges lead to the state behind all that there were edges to: these are 0.
        let mut reached = 0;
        let edge = |&target: &u16| {
            reached += u16::from(target == 0);
            Edge { target: if target == 0 { reached } else { target }, before: 0 }
        };
        let mut edges: Vec<Edge> = TARGETS.iter().map(edge).collect();
        // Edges lead to later states only.
        let mut counts = vec![0; states.len()];
        let mut end = edges.len();
        for (at, state) in states.iter().enumerate().rev() {
            let mut count = u16::from(state.letters & END != 0);
            for edge in &mut edges[state.edges as usize..end] {
                edge.before = count;
                count += counts[usize::from(edge.target)];
            }
            counts[at] = count;
            end = state.edges as usize;
        }
        Words { states, edges }
    }

    /// The word of this text, which is folded.
    pub fn word(&self, text: &str) -> Option<WordId> {
        match text.chars().next().map(Letter::of) {
            Some(Letter::OTHER) => Some(numbered(SPELT + OTHERS.binary_search(&text).ok()? as u16)),
            _ => self.spelt(text.chars().map(Letter::of)),
        }
    }

    /// The word of these letters.
    #[inline]
    pub fn spelt(&self, letters: impl Iterator<Item = Letter>) -> Option<WordId> {
        let mut place = Place::default();
        for letter in letters {
            place = self.step(place, letter)?;
        }
        self.word_at(place)
    }

    /// The ways of a word, none of them followed yet.
    pub fn ways<'w>(&'w self, letters: &'w [Letter]) -> Ways<'w> {
        Ways { words: self, letters, ways: Default::default() }
    }

    /// Follows the letters of a word: the first of them and the rest.
    pub fn way(&self, first: Option<Letter>, rest: &[Letter]) -> Way {
        let mut way = Way { places: [Place::default(); LONGEST], count: 0 };
        let Some(mut place) = first.and_then(|first| self.step(Place::default(), first)) else { return way };
        way.places[0] = place;
        way.count = 1;
        for (reached, &letter) in way.places[1..].iter_mut().zip(rest) {
            let Some(next) = self.step(place, letter) else { break };
            place = next;
            *reached = place;
            way.count += 1;
        }
        way
    }

    /// The word of the first `count` letters of a way, and of one more behind them if there is one.
    pub fn on_way(&self, way: &Way, count: usize, more: Option<Letter>) -> Option<WordId> {
        let place = match count.checked_sub(1) {
            Some(last) if way.reaches(count) => way.places[last],
            Some(_) => return None,
            None => Place::default(),
        };
        self.word_at(match more {
            Some(letter) => self.step(place, letter)?,
            None => place,
        })
    }

    #[inline]
    fn step(&self, place: Place, letter: Letter) -> Option<Place> {
        let edge = self.edge(self.states[usize::from(place.state)], letter)?;
        Some(Place { state: edge.target, before: place.before + edge.before })
    }

    #[inline]
    fn word_at(&self, place: Place) -> Option<WordId> {
        (self.states[usize::from(place.state)].letters & END != 0).then(|| numbered(place.before))
    }

    #[inline]
    fn edge(&self, state: State, letter: Letter) -> Option<Edge> {
        if letter == Letter::OTHER {
            return None;
        }
        let bit = 1 << letter.0;
        if state.letters & bit == 0 {
            return None;
        }
        let before = (state.letters & (bit - 1)).count_ones();
        Some(self.edges[(state.edges + before) as usize])
    }

    /// How a word is spelt, folded.
    #[cfg(test)]
    pub fn spelling(&self, word: WordId) -> String {
        if let Some(other) = word.number.checked_sub(SPELT) {
            return OTHERS[usize::from(other)].to_owned();
        }
        let (mut state, mut rest) = (self.states[0], word.number);
        let mut spelling = String::new();
        loop {
            // The last edge that has no more words before it than there are still to pass.
            let edges = ALPHABET.into_iter().filter_map(|letter| Some((self.edge(state, Letter::of(letter))?, letter)));
            let Some((edge, letter)) = edges.take_while(|(edge, _)| edge.before <= rest).last() else { return spelling };
            rest -= edge.before;
            state = self.states[usize::from(edge.target)];
            spelling.push(letter);
        }
    }
}

impl Way {
    /// Some word may begin with the first `count` letters.
    pub fn reaches(&self, count: usize) -> bool {
        count <= self.count
    }
}

impl<'w> Ways<'w> {
    /// The letters of the word.
    pub fn letters(&self) -> &'w [Letter] {
        self.letters
    }

    /// The way of what is left of the word without its first `before` letters.
    #[inline]
    pub fn behind(&self, before: usize) -> &Way {
        self.ways[before].get_or_init(|| {
            let letters = &self.letters[before..];
            self.words.way(letters.first().copied(), letters.get(1..).unwrap_or_default())
        })
    }

    /// The word that the letters from `start` to `end` are, and one more behind them if there is one.
    pub fn word(&self, start: usize, end: usize, more: Option<Letter>) -> Option<WordId> {
        self.words.on_way(self.behind(start), end - start, more)
    }
}

/// All words, by their numbers.
#[cfg(test)]
fn all() -> impl Iterator<Item = WordId> {
    (0..).zip(&ROOTS).map(|(number, &root)| WordId { number, root })
}

fn numbered(number: u16) -> WordId {
    WordId { number, root: ROOTS[usize::from(number)] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_word_has_its_number() {
        let words = Words::load();
        assert!(all().all(|known| words.word(&words.spelling(known)) == Some(known)));
    }

    #[test]
    fn a_word_lies_on_its_way() {
        let words = Words::load();
        for (known, spelling) in all().map(|known| (known, words.spelling(known))).take(usize::from(SPELT)) {
            let (count, last) = (spelling.chars().count(), spelling.chars().next_back());
            let letters = Spelling::of(&spelling);
            let ways = words.ways(&letters);
            assert_eq!((ways.word(0, count, None), ways.word(0, count - 1, last.map(Letter::of))), (Some(known), Some(known)));
            let way = ways.behind(0);
            assert!(way.reaches(count) && !way.reaches(count + 1) && words.on_way(way, count + 1, None).is_none());
        }
    }

    #[test]
    fn words_are_in_order_each_once() {
        let words = Words::load();
        let spellings: Vec<String> = all().map(|word| words.spelling(word)).collect();
        let (spelt, others) = spellings.split_at(usize::from(SPELT));
        assert!([spelt, others].into_iter().all(|words| words.is_sorted_by(|a, b| a < b)));
    }

    #[test]
    fn what_is_nearly_a_word_is_none() {
        let words = Words::load();
        let known: HashSet<String> = all().map(|word| words.spelling(word)).collect();
        for word in known.iter().step_by(7) {
            let letters: Vec<char> = word.chars().collect();
            let without = (0..letters.len()).map(|at| letters[..at].iter().chain(&letters[at + 1..]).collect::<String>());
            let longer = ['\u{600}', 'ا', 'ي', 'ڤ', 'ۿ', '.', 'b', '1', '€'].into_iter().map(|letter| format!("{word}{letter}"));
            for near in without.chain(longer).filter(|near| !known.contains(near)) {
                assert_eq!(words.word(&near), None, "{near}");
            }
        }
        assert_eq!(words.word(""), None);
    }
}
