//! Verbs and common nouns by their stems: what is left of a word when the endings are off that the tokenizer does not take off.

use super::Vocabulary;
use super::topics::{COMMON, VERBS};
use crate::lexicon::Topic;
use crate::officials::stems::{Stems, row_of_stem};

/// Bytes: three letters.
const SHORTEST_STEM: usize = 6;
/// Bytes: two letters, and a weak one that an ending has taken the place of.
const SHORTEST_WEAK_STEM: usize = 4;

/// What may stand before a noun, by the letter its word begins with.
fn noun_prefixes(word: &str) -> &'static [&'static str] {
    match word.chars().next() {
        Some('ا') => &["ال"],
        Some('و') => &["و", "وال", "وب", "ول"],
        Some('ب') => &["ب", "بال"],
        Some('ل') => &["ل", "لل"],
        Some('ف') => &["ف", "فال"],
        _ => &[],
    }
}

// No ي: «الحربي», «القرني» are family names though «حرب», «قرن» are nouns.
fn noun_endings(last: char) -> &'static [&'static str] {
    match last {
        'ه' => &["ه", "ته", "اته"],
        'ت' => &["ات"],
        'ا' => &["ا", "ها", "تها", "نا", "اتها"],
        'ن' => &["ين", "ون", "ان"],
        'م' => &["هم", "تهم"],
        _ => &[],
    }
}

fn past_endings(last: char) -> &'static [&'static str] {
    match last {
        'م' => &["تهم", "هم"],
        'ا' => &["تها", "وا", "تا", "ها", "نا", "ا"],
        'ه' => &["ته", "ه", "وه"],
        'ت' => &["ت"],
        'ن' => &["ن"],
        'ي' => &["ني"],
        _ => &[],
    }
}

fn present_endings(last: char) -> &'static [&'static str] {
    match last {
        'ن' => &["", "ون", "ان", "ين", "ن"],
        'ا' => &["", "وا", "ها"],
        'ه' => &["", "ه"],
        'م' => &["", "هم"],
        _ => &[""],
    }
}

impl Vocabulary {
    /// The row of the verb a word is a form of; see `verb_stems.tsv`. `stems` are those of the word.
    pub(super) fn verb_row(&self, word: &str, stems: &Stems) -> Option<usize> {
        self.row_of_verb(word, stems).or_else(|| {
            let base = word.strip_prefix(['و', 'ف'])?;
            self.row_of_verb(base, &Stems::of(base))
        })
    }

    /// The same of a word without conjunction.
    fn row_of_verb(&self, word: &str, stems: &Stems) -> Option<usize> {
        let present = |word| present(word, VERBS);
        let found = stems.whole(VERBS).or_else(|| past(stems, VERBS));
        found.or_else(|| present(word)).or_else(|| word.strip_prefix(['س', 'ل']).and_then(present))
    }

    pub(super) fn common_row(&self, word: &str) -> Option<usize> {
        self.row_of_common(&Stems::of(word))
    }

    fn row_of_common(&self, stems: &Stems) -> Option<usize> {
        let of_stem = |length| stems.row(COMMON, length, None).or_else(|| stems.row(COMMON, length, Some('ه')));
        stems.whole(COMMON).or_else(|| stems.lengths(noun_endings, SHORTEST_STEM).find_map(of_stem))
    }

    /// A common noun or adjective with clitics or endings the tokenizer does not take off. `stems` are those of the word.
    pub(super) fn is_common(&self, word: &str, stems: &Stems) -> bool {
        // No pronoun behind an article: «البحرة» is not «بحر» with one.
        if let Some(stem) = word.strip_prefix("ال")
            && let Some(masculine) = stem.strip_suffix('ه')
        {
            let exact = |stem: &str| row_of_stem(COMMON, stem);
            return exact(stem).is_some() || exact(masculine).is_some_and(|row| self.qualities[row]);
        }
        // «سعيدان» is a name: where one may stand, an indefinite dual does not.
        if word.ends_with("ان") && stems.whole(COMMON).is_none() && !word.starts_with("ال") {
            return false;
        }
        let mut behind =
            noun_prefixes(word).iter().filter_map(|prefix| word.strip_prefix(prefix)).filter(|stem| stem.len() >= SHORTEST_STEM);
        word.len() >= SHORTEST_STEM && self.row_of_common(stems).is_some() || behind.any(|stem| self.common_row(stem).is_some())
    }
}

fn past(stems: &Stems, verbs: Topic) -> Option<usize> {
    stems.lengths(past_endings, SHORTEST_WEAK_STEM).find_map(|length| {
        let whole = if length >= SHORTEST_STEM { stems.row(verbs, length, None) } else { None };
        // نفت from نفى, دعت from دعا.
        whole.or_else(|| ['ي', 'ا'].into_iter().find_map(|weak| stems.row(verbs, length, Some(weak))))
    })
}

fn present(word: &str, verbs: Topic) -> Option<usize> {
    const PERSON: char = 'ي';
    word.starts_with([PERSON, 'ت', 'ن', 'ا']).then_some(())?;
    let stems = Stems::with_first(PERSON, word);
    let of_stem = |length| [None, Some('ي'), Some('و')].into_iter().find_map(|weak| stems.row(verbs, length, weak));
    stems.lengths(present_endings, PERSON.len_utf8() + SHORTEST_WEAK_STEM).find_map(of_stem)
}
