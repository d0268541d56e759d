//! Verbs and common nouns by their stems: what is left of a word when the endings are off that the tokenizer does not take off.

use super::Vocabulary;
use crate::officials::stems::Stems;

/// Bytes: three letters.
const SHORTEST_STEM: usize = 6;

const NOUN_PREFIXES: [&str; 12] = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "وب", "ول"];

const NOUN_ENDINGS: [&str; 14] = ["ه", "ات", "ا", "ين", "ون", "ان", "ها", "هم", "تها", "ته", "تهم", "نا", "اته", "اتها"];

impl Vocabulary {
    /// The row of the verb a word is a form of; see `verb_stems.tsv`.
    pub(super) fn verb_row(&self, word: &str) -> Option<usize> {
        let present = |word: &str| present(word, &self.verbs);
        let bases = [Some(word), word.strip_prefix('و'), word.strip_prefix('ف')];
        for base in bases.into_iter().flatten() {
            let found = self.verbs.row(base).or_else(|| past(base, &self.verbs));
            let found = found.or_else(|| present(base)).or_else(|| base.strip_prefix(['س', 'ل']).and_then(present));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    pub(super) fn common_row(&self, word: &str) -> Option<usize> {
        let stems = &self.common.1;
        if let Some(found) = stems.row(word) {
            return Some(found);
        }
        for ending in NOUN_ENDINGS {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST_STEM) else { continue };
            if let Some(found) = stems.row(stem) {
                return Some(found);
            }
            if let Some(found) = stems.row_of_joined(["", stem, "ه"]) {
                return Some(found);
            }
        }
        None
    }

    /// A common noun or adjective with clitics or endings the tokenizer does not take off.
    pub(super) fn is_common(&self, word: &str) -> bool {
        // No pronoun behind an article: «البحرة» is not «بحر» with one.
        if let Some(stem) = word.strip_prefix("ال")
            && let Some(masculine) = stem.strip_suffix('ه')
        {
            let exact = |stem: &str| self.common.1.row(stem);
            return exact(stem).is_some() || exact(masculine).is_some_and(|row| self.quality_rows[row]);
        }
        // «سعيدان» is a name: where one may stand, an indefinite dual does not.
        if word.ends_with("ان") && self.common.1.row(word).is_none() && !word.starts_with("ال") {
            return false;
        }
        NOUN_PREFIXES
            .iter()
            .filter_map(|prefix| word.strip_prefix(prefix))
            .any(|stem| stem.len() >= SHORTEST_STEM && self.common_row(stem).is_some())
    }
}

fn past(word: &str, verbs: &Stems) -> Option<usize> {
    const ENDINGS: [&str; 14] = ["تهم", "تها", "ته", "ت", "وا", "تا", "ها", "هم", "نا", "ه", "ا", "ن", "وه", "ني"];
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() >= 4).find_map(|stem| {
        if stem.len() >= SHORTEST_STEM
            && let Some(found) = verbs.row(stem)
        {
            return Some(found);
        }
        // نفت from نفى, دعت from دعا.
        ["ي", "ا"].into_iter().find_map(|weak| verbs.row_of_joined(["", stem, weak]))
    })
}

fn present(word: &str, verbs: &Stems) -> Option<usize> {
    const ENDINGS: [&str; 9] = ["", "ون", "وا", "ان", "ين", "ن", "ها", "ه", "هم"];
    let rest = word.strip_prefix(['ي', 'ت', 'ن', 'ا'])?;
    ENDINGS
        .iter()
        .filter_map(|ending| rest.strip_suffix(ending))
        .filter(|stem| stem.len() >= 4)
        .find_map(|stem| ["", "ي", "و"].into_iter().find_map(|weak| verbs.row_of_joined(["ي", stem, weak])))
}
