//! What a word form is in and around names. It is so wherever the form stands, and found out when it is first met.

use super::sort::{KA_WITH_PRONOUN, Unsorted};
use super::topic_sets::LEADS_TO_NAME;
use super::{ALI, Sort, Vocabulary, vocabulary};
use crate::lexicon::{Ways, lexicon, topic};
use crate::text::{Block, Clitics, Reading, Shape};

/// What a word form is in and around names; by default, what marks, numbers and foreign words are: nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Role {
    pub(super) sort: Sort,
    /// Of [`Sort::Other`] in a document that tells its last letter from the other one of the pair.
    pub(super) other_if_told: Option<Ending>,
    pub(super) is_function: bool,
    /// A form of a verb of `verb_stems.tsv`.
    pub(super) is_verb: bool,
    pub(super) says: bool,
    pub(super) appoints: bool,
    /// Unknown to the lexicon, it begins with و: perhaps a name behind the conjunction.
    pub(super) may_be_joined: bool,
}

/// Two letters that many papers write as one, at the end of words.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ending {
    /// ي and ى.
    Ya,
    /// ة and ه.
    Ta,
}

/// Bytes.
const LETTER: usize = 2;

impl Role {
    /// That of a word of Arabic letters, by the readings it has, the topics these begin phrases of, and its ways through the lexicon.
    pub fn of(shape: Shape, readings: &[Reading], topics: u64, ways: &Ways) -> Role {
        let v = vocabulary();
        let word = shape.folded;
        let is_function = topics & topic::FUNCTION_WORDS.bit() != 0 && v.find_function(word, readings);
        let verb = v.verb_row(ways);
        let other_if_told = match (word, shape.last_letter) {
            // «ابنه», spelt like «ابنة», is no particle.
            ("ابنه", Some('ه')) => Some(Ending::Ta),
            // «على» is a preposition, «علي» a name; folded they are one.
            (ALI, Some('ى')) => Some(Ending::Ya),
            _ => None,
        };
        let sort = v.sort_of(&Unsorted { shape, readings, ways, is_function, is_verb: verb.is_some() });
        Role {
            sort,
            other_if_told,
            is_function,
            is_verb: verb.is_some(),
            says: verb.is_some_and(|row| v.saying[row]),
            appoints: v.find_appointing(word, verb.is_some()),
            may_be_joined: word.starts_with('و') && readings.is_empty() && sort != Sort::Verb,
        }
    }
}

impl Vocabulary {
    fn find_function(&self, word: &str, readings: &[Reading]) -> bool {
        // «سالم» is no «ألم» to come, «فو» no «و» behind another conjunction.
        !is_ali_with_article(word)
            && word != KA_WITH_PRONOUN
            && readings.iter().any(|r| {
                let letter = r.outside > 0 && word.len() - usize::from(r.outside) == LETTER && !r.clitics.has(Clitics::PRONOUN);
                !r.clitics.has(Clitics::SA) && !letter && lexicon().has(topic::FUNCTION_WORDS, r.word)
            })
    }

    fn find_appointing(&self, word: &str, is_verb: bool) -> bool {
        // Whatever appoints is a form of a verb or its noun by its stem, unless ب, ل or س stands before it.
        let attached = word.strip_prefix(['ب', 'ل', 'س']);
        (is_verb || attached.is_some()) && {
            let behind = attached.or_else(|| word.strip_prefix(['و', 'ف']));
            self.appointing.contains(word) || behind.is_some_and(|rest| self.appointing.contains(rest))
        }
    }

    /// A word that ends every name: preposition, conjunction, pronoun and the like.
    #[inline]
    pub fn is_function(&self, block: &Block, at: usize) -> bool {
        block.role(at).is_function
    }

    /// A form of a verb, with a conjunction or without.
    #[inline]
    pub fn is_verb(&self, block: &Block, at: usize) -> bool {
        block.role(at).is_verb
    }

    /// A verb of saying, in any person, with a conjunction or without.
    #[inline]
    pub fn says(&self, block: &Block, at: usize) -> bool {
        block.role(at).says
    }

    /// By the word itself and the one before it, a name may begin at the token, or what leads to one. Of most words it may not.
    #[inline]
    pub fn may_open(&self, block: &Block, at: usize) -> bool {
        if block.may_begin_any(LEADS_TO_NAME, at) {
            return true;
        }
        let role = block.role(at);
        let introduced = || at.checked_sub(1).is_some_and(|before| self.may_introduce(block, before));
        let by_sort = match role.sort {
            Sort::Given | Sort::Shared | Sort::Kin | Sort::Unknown => true,
            Sort::Other | Sort::Verb | Sort::Place | Sort::Foreign => introduced(),
            Sort::Family | Sort::Second | Sort::Regnal | Sort::Definite | Sort::Nisba => false,
        };
        by_sort || role.appoints || role.may_be_joined
    }

    /// The word may say that whoever is named next speaks, acts or leads.
    #[inline]
    pub fn may_introduce(&self, block: &Block, at: usize) -> bool {
        let role = block.role(at);
        role.is_verb || role.sort == Sort::Verb || block.may_begin(topic::LEADING, at)
    }

    /// An unknown word behind و, perhaps a name.
    pub fn may_be_joined(&self, block: &Block, at: usize) -> bool {
        block.role(at).may_be_joined
    }

    /// A verb or noun of appointing.
    #[inline]
    pub fn appoints(&self, block: &Block, at: usize) -> bool {
        block.role(at).appoints
    }
}

/// «العلي» is no «على» with an article.
pub(super) fn is_ali_with_article(word: &str) -> bool {
    word.strip_prefix("ال") == Some(ALI)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Spelling;

    #[test]
    fn what_appoints_is_a_verb_by_its_stem() {
        let v = vocabulary();
        for form in v.appointing.iter().flat_map(|form| ["", "و", "ف"].map(|conjunction| format!("{conjunction}{form}"))) {
            let letters = Spelling::of(&form);
            assert!(v.verb_row(&lexicon().ways(&letters)).is_some(), "{form}");
        }
    }
}
