//! Verbs and common nouns by their stems: what is left of a word when the endings are off that the tokenizer does not take off.

use super::Vocabulary;
use crate::lexicon::Topic;
use crate::officials::stems::{Stems, row_of_stem};
use std::iter;

/// Bytes: three letters.
const SHORTEST_STEM: usize = 6;

/// What may stand before a noun, by the letter its word begins with.
fn noun_prefixes(word: &str) -> &'static [&'static str] {
    match word.chars().next() {
        Some('ا') => &["", "ال"],
        Some('و') => &["", "و", "وال", "وب", "ول"],
        Some('ب') => &["", "ب", "بال"],
        Some('ل') => &["", "ل", "لل"],
        Some('ف') => &["", "ف", "فال"],
        _ => &[""],
    }
}

// No ي: «الحربي», «القرني» are family names though «حرب», «قرن» are nouns.
const NOUN_ENDINGS: [&str; 14] = ["ه", "ات", "ا", "ين", "ون", "ان", "ها", "هم", "تها", "ته", "تهم", "نا", "اته", "اتها"];

impl Vocabulary {
    /// The row of the verb a word is a form of; see `verb_stems.tsv`.
    pub(super) fn verb_row(&self, word: &str) -> Option<usize> {
        let present = |word: &str| present(word, self.verbs);
        let bases = [Some(word), word.strip_prefix('و'), word.strip_prefix('ف')];
        for base in bases.into_iter().flatten() {
            let stems = Stems::along(base.chars(), self.verbs);
            let found = stems.row(base.len(), None).or_else(|| past(base, &stems));
            let found = found.or_else(|| present(base)).or_else(|| base.strip_prefix(['س', 'ل']).and_then(present));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    pub(super) fn common_row(&self, word: &str) -> Option<usize> {
        let stems = Stems::along(word.chars(), self.common);
        let of_stem = |length| stems.row(length, None).or_else(|| stems.row(length, Some('ه')));
        stems.row(word.len(), None).or_else(|| stems.lengths(word, &NOUN_ENDINGS, SHORTEST_STEM).find_map(of_stem))
    }

    /// A common noun or adjective with clitics or endings the tokenizer does not take off.
    pub(super) fn is_common(&self, word: &str) -> bool {
        // No pronoun behind an article: «البحرة» is not «بحر» with one.
        if let Some(stem) = word.strip_prefix("ال")
            && let Some(masculine) = stem.strip_suffix('ه')
        {
            let exact = |stem: &str| row_of_stem(self.common, stem);
            return exact(stem).is_some() || exact(masculine).is_some_and(|row| self.quality_rows[row]);
        }
        // «سعيدان» is a name: where one may stand, an indefinite dual does not.
        if word.ends_with("ان") && row_of_stem(self.common, word).is_none() && !word.starts_with("ال") {
            return false;
        }
        noun_prefixes(word)
            .iter()
            .filter_map(|prefix| word.strip_prefix(prefix))
            .any(|stem| stem.len() >= SHORTEST_STEM && self.common_row(stem).is_some())
    }
}

/// Bytes: two letters, and a weak one that an ending has taken the place of.
const SHORTEST_WEAK_STEM: usize = 4;

fn past(word: &str, stems: &Stems) -> Option<usize> {
    const ENDINGS: [&str; 14] = ["تهم", "تها", "ته", "ت", "وا", "تا", "ها", "هم", "نا", "ه", "ا", "ن", "وه", "ني"];
    stems.lengths(word, &ENDINGS, SHORTEST_WEAK_STEM).find_map(|length| {
        let whole = if length >= SHORTEST_STEM { stems.row(length, None) } else { None };
        // نفت from نفى, دعت from دعا.
        whole.or_else(|| ['ي', 'ا'].into_iter().find_map(|weak| stems.row(length, Some(weak))))
    })
}

fn present(word: &str, verbs: Topic) -> Option<usize> {
    const ENDINGS: [&str; 9] = ["", "ون", "وا", "ان", "ين", "ن", "ها", "ه", "هم"];
    const PERSON: char = 'ي';
    let rest = word.strip_prefix([PERSON, 'ت', 'ن', 'ا'])?;
    let stems = Stems::along(iter::once(PERSON).chain(rest.chars()), verbs);
    let of_stem = |length| [None, Some('ي'), Some('و')].into_iter().find_map(|weak| stems.row(length, weak));
    stems.lengths(word, &ENDINGS, PERSON.len_utf8() + SHORTEST_WEAK_STEM).find_map(of_stem)
}
