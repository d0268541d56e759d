//! The word forms of documents: every spelling once, with what is known of it, however often it stands in them.

use super::language::{Languages, languages_of};
use super::letters::drawn_letters;
use super::orthography::Orthography;
use super::token::{Clitics, Reading, TokenKind, read_word};
use crate::attribution::Kind;
use crate::claims::Sense;
use crate::lexicon::{Lexicon, Spelling, WordId};
use crate::officials::Role;
use crate::phrases::Word;
use rustc_hash::FxBuildHasher;
use std::cell::OnceCell;
use std::hash::BuildHasher;
use std::ops::Range;

/// The number of a word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormId(u32);

impl FormId {
    /// That of marks and numbers: nothing is known of them.
    pub const NONE: FormId = FormId(0);
}

/// The shape of a word, wherever it stands.
#[derive(Clone, Copy)]
pub(crate) struct Shape<'w> {
    /// As it is written.
    pub source: &'w str,
    /// As it is matched.
    pub folded: &'w str,
    /// As they are drawn; see [`Block::letters`](super::Block::letters).
    pub first_letter: Option<char>,
    pub last_letter: Option<char>,
}

impl<'w> Shape<'w> {
    /// See [`Block::letters`](super::Block::letters).
    pub fn letters(&self) -> impl DoubleEndedIterator<Item = char> + use<'w> {
        letters(self.source)
    }
}

/// A spelling of a word, and what is known of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    /// The word of the lexicon that it is, with nothing attached.
    pub word: Option<WordId>,
    /// As they are written; see [`Block::letters`](super::Block::letters).
    pub first_letter: Option<char>,
    pub last_letter: Option<char>,
    /// What it is in and around names.
    pub role: Role,
    /// What it does in a clause, once that has been asked; nothing if what follows decides.
    pub kind: OnceCell<Option<Kind>>,
    /// What it is in a sentence, likewise.
    pub nature: OnceCell<Option<Word>>,
    /// What it tells of a claim, likewise.
    pub sense: OnceCell<Sense>,
    /// What it shows of its text.
    pub languages: Languages,
    pub orthography: Orthography,
    hash: u32,
    /// Where its spelling, and behind it its folded text, end among those of all forms; they begin where those of the form before end.
    /// What is spelt as it is folded stands there once.
    source_end: u32,
    folded_end: u32,
    /// Its readings among those of all forms.
    first_reading: u32,
    reading_count: u8,
}

/// Of which word forms something holds; of those that were not asked about it is not known.
pub(crate) struct FormSet(Vec<Option<bool>>);

impl FormSet {
    /// A set for some forms, none of which was asked about. Of marks and numbers it does not hold.
    pub fn of(forms: &Forms) -> FormSet {
        let mut answers = vec![None; forms.count()];
        answers[FormId::NONE.0 as usize] = Some(false);
        FormSet(answers)
    }

    /// Whether it holds of a form; each is asked about once.
    pub fn ask(&mut self, FormId(form): FormId, holds: impl FnOnce() -> bool) {
        self.0[form as usize].get_or_insert_with(holds);
    }

    pub fn has(&self, FormId(form): FormId) -> bool {
        self.0[form as usize] == Some(true)
    }
}

/// All word forms of a document, and of others read before.
#[derive(Clone, Debug)]
pub struct Forms {
    forms: Vec<Form>,
    /// Of each form the topics of the lexicon that have a phrase beginning with one of its readings: a set, by bit. Most questions about
    /// a word are about these; together they are small enough to stay near the processor.
    topics: Vec<u64>,
    texts: String,
    readings: Vec<Reading>,
    /// A hash table of numbers of forms, half empty at least; 0 where there is none.
    slots: Vec<u32>,
}

impl Default for Forms {
    fn default() -> Forms {
        Forms { forms: vec![Form::default()], topics: vec![0], texts: String::new(), readings: Vec::new(), slots: vec![0; 256] }
    }
}

impl Forms {
    /// So many are kept for the next text: those of some thirty articles, 2 MB. Of more, all are forgotten.
    pub(crate) const MOST_KEPT: usize = 1 << 14;

    /// They are not kept for the next text.
    pub(crate) fn are_too_many(&self) -> bool {
        self.count() > Forms::MOST_KEPT
    }

    /// Gives back the room for further forms: of a text with many of them, up to as much as they take themselves.
    pub(super) fn shrink(&mut self) {
        self.forms.shrink_to_fit();
        self.topics.shrink_to_fit();
        self.texts.shrink_to_fit();
        self.readings.shrink_to_fit();
    }

    /// The number of a word's form, a new one if it was not met before: as it is written, and folded.
    pub(crate) fn add(&mut self, source: &str, folded: &str, kind: TokenKind, lexicon: &Lexicon) -> FormId {
        // Its lower half: with words of 32 bits the hasher has no more.
        let hash = FxBuildHasher.hash_one(source) as u32;
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            // One ligature may stand for several words.
            let form = self.slots[at] as usize;
            if self.forms[form].hash == hash && self.is_spelt(form, source, folded) {
                return FormId(form as u32);
            }
            at = (at + 1) & mask;
        }
        let number = self.forms.len() as u32;
        self.slots[at] = number;
        self.push(source, folded, kind, hash, lexicon);
        if 2 * self.forms.len() > self.slots.len() {
            self.grow();
        }
        FormId(number)
    }

    fn push(&mut self, source: &str, folded: &str, kind: TokenKind, hash: u32, lexicon: &Lexicon) {
        let first_reading = self.readings.len();
        let spelling = Spelling::of(folded);
        let ways = lexicon.ways(&spelling);
        read_word(folded, kind, &ways, lexicon, &mut self.readings);
        let readings = &self.readings[first_reading..];
        // The reading that takes nothing off is the first.
        let word = readings.first().filter(|reading| reading.clitics == Clitics::NONE).map(|reading| reading.word);
        let topics = readings.iter().fold(0, |topics, reading| topics | lexicon.topics(reading.word));
        // Most words have neither a mark nor a letter that folding changes: as their letters are drawn, so they are folded.
        let is_plain = is_same(source.as_bytes(), folded.as_bytes());
        let (first_letter, last_letter) = if is_plain {
            (folded.chars().next(), folded.chars().next_back())
        } else {
            (letters(source).next(), letters(source).next_back())
        };
        let role = match kind {
            TokenKind::Word => Role::of(Shape { source, folded, first_letter, last_letter }, readings, topics, &ways),
            _ => Role::default(),
        };
        self.texts.push_str(source);
        let source_end = self.texts.len() as u32;
        if !is_plain {
            self.texts.push_str(folded);
        }
        self.topics.push(topics);
        self.forms.push(Form {
            word,
            first_letter,
            last_letter,
            role,
            kind: OnceCell::new(),
            nature: OnceCell::new(),
            sense: OnceCell::new(),
            languages: languages_of(source),
            orthography: Orthography::shown_by(source, folded, is_plain, last_letter),
            hash,
            source_end,
            folded_end: self.texts.len() as u32,
            first_reading: first_reading as u32,
            // Fewer than thirty ways lead to a reading.
            reading_count: (self.readings.len() - first_reading) as u8,
        });
    }

    fn grow(&mut self) {
        let mask = 2 * self.slots.len() - 1;
        self.slots = vec![0; mask + 1];
        for (number, form) in self.forms.iter().enumerate().skip(1) {
            let mut at = form.hash as usize & mask;
            while self.slots[at] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = number as u32;
        }
    }

    /// Where a form's spelling and its folded text stand among all texts.
    fn texts(&self, form: usize) -> (Range<usize>, Range<usize>) {
        let start = self.forms[form - 1].folded_end as usize;
        let (source_end, folded_end) = (self.forms[form].source_end as usize, self.forms[form].folded_end as usize);
        (start..source_end, if folded_end == source_end { start..source_end } else { source_end..folded_end })
    }

    fn is_spelt(&self, form: usize, source: &str, folded: &str) -> bool {
        let (its_source, its_folded) = self.texts(form);
        let texts = self.texts.as_bytes();
        // What is once folded as it is spelt has no ligature: it is always folded so.
        let is_plain = its_folded == its_source;
        is_same(&texts[its_source], source.as_bytes()) && (is_plain || is_same(&texts[its_folded], folded.as_bytes()))
    }

    #[inline(always)]
    pub(crate) fn get(&self, form: FormId) -> &Form {
        &self.forms[form.0 as usize]
    }

    /// The topics of the lexicon that have a phrase beginning with one of its readings: a set, by bit.
    #[inline(always)]
    pub(crate) fn topics(&self, form: FormId) -> u64 {
        self.topics[form.0 as usize]
    }

    /// The readings of a form, the one that takes least away first; none for a word the lexicon does not know.
    #[inline]
    pub(crate) fn readings(&self, form: FormId) -> &[Reading] {
        let &Form { first_reading, reading_count, .. } = self.get(form);
        &self.readings[first_reading as usize..][..usize::from(reading_count)]
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.forms.len()
    }
}

/// `a == b`, for every word of a text: WebAssembly has no instruction for it, and what is called instead goes byte by byte.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    let by_bytes = || a.iter().zip(b).all(|(a, b)| a == b);
    a.len() == b.len() && is_same_by::<8>(a, b).or_else(|| is_same_by::<4>(a, b)).unwrap_or_else(by_bytes)
}

/// The same of so many bytes at a time: the last ones, and all before them. Nothing if there are fewer.
fn is_same_by<const N: usize>(a: &[u8], b: &[u8]) -> Option<bool> {
    let (end, other) = a.last_chunk::<N>().zip(b.last_chunk())?;
    Some(end == other && a.as_chunks::<N>().0.iter().zip(b.as_chunks().0).all(|(a, b)| a == b))
}

/// The letters of a word as they are drawn; see [`Block::letters`](super::Block::letters).
pub(crate) fn letters(source: &str) -> impl DoubleEndedIterator<Item = char> + use<'_> {
    source.char_indices().flat_map(move |(at, c)| drawn_letters(c, &source[at + c.len_utf8()..]).into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn words_are_the_same_if_all_their_bytes_are() {
        let bytes: Vec<u8> = (0..40).collect();
        for length in 0..bytes.len() {
            let word = &bytes[..length];
            assert!(is_same(word, &bytes.clone()[..length]) && !is_same(word, &bytes[..length + 1]));
            for at in 0..length {
                let mut other = word.to_vec();
                other[at] ^= 0x80;
                assert!(!is_same(word, &other), "{at} of {length}");
            }
        }
    }

    #[test]
    fn a_spelling_keeps_its_number() {
        let mut forms = Forms::default();
        let mut add = |source: &str, folded: &str| forms.add(source, folded, TokenKind::Word, lexicon());
        let words: Vec<String> = (0..1000).map(|number| format!("وزير{}", "ب".repeat(number % 40) + &"ت".repeat(number / 40))).collect();
        let numbers: Vec<FormId> = words.iter().map(|word| add(word, word)).collect();
        assert!(words.iter().zip(&numbers).all(|(word, number)| add(word, word) == *number));
        // Two words of one ligature, and two spellings of one word.
        assert_ne!(add("ﷺ", "صلي"), add("ﷺ", "الله"));
        let (with_ya, without) = (add("على", "علي"), add("علي", "علي"));
        assert_ne!(with_ya, without);
        assert_eq!((forms.get(with_ya).last_letter, forms.get(without).last_letter), (Some('ى'), Some('ي')));
        assert_eq!(forms.readings(with_ya), forms.readings(without));
        assert!(forms.readings(FormId::NONE).is_empty());
    }
}
