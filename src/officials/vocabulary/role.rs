//! What a word form is in and around names. It is so wherever the form stands, and found out once.

use super::sort::KA_WITH_PRONOUN;
use super::{ALI, Sort, Vocabulary};
use crate::lexicon::lexicon;
use crate::text::{Block, Clitics};

/// What a word form is in and around names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role {
    pub(super) sort: Sort,
    /// Of [`Sort::Other`] in a document that tells its last letter from the other one of the pair.
    pub(super) other_if_told: Option<Ending>,
    /// The row of `verb_stems.tsv` it is a form of.
    pub(super) verb: Option<u16>,
    pub(super) is_function: bool,
    pub(super) appoints: bool,
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

impl Vocabulary {
    /// The role of a token; that of marks, numbers and foreign words is none.
    pub(super) fn role(&self, block: &Block, at: usize) -> Role {
        const NONE: Role = Role { sort: Sort::Other, other_if_told: None, verb: None, is_function: false, appoints: false };
        if block.is_word(at) { *block.form(at).role.get_or_init(|| self.find_role(block, at)) } else { NONE }
    }

    fn find_role(&self, block: &Block, at: usize) -> Role {
        let word = block.word(at);
        // «سالم» is no «ألم» to come, «فو» no «و» behind another conjunction.
        let is_function = !is_ali_with_article(word)
            && word != KA_WITH_PRONOUN
            && block.readings(at).iter().any(|r| {
                let letter = r.outside > 0 && word.len() - usize::from(r.outside) == LETTER && !r.clitics.has(Clitics::PRONOUN);
                !r.clitics.has(Clitics::SA) && !letter && lexicon().has(self.function, r.word)
            });
        let verb = self.verb_row(word).map(|row| row as u16);
        let appoints = self.appointing.contains(word)
            || word.strip_prefix(['و', 'ف', 'ب', 'ل', 'س']).is_some_and(|rest| self.appointing.contains(rest));
        let other_if_told = match (word, block.last_letter(at)) {
            // «ابنه», spelt like «ابنة», is no particle.
            ("ابنه", Some('ه')) => Some(Ending::Ta),
            // «على» is a preposition, «علي» a name; folded they are one.
            (ALI, Some('ى')) => Some(Ending::Ya),
            _ => None,
        };
        Role { sort: self.sort_of_word(block, at, is_function, verb.is_some()), other_if_told, verb, is_function, appoints }
    }

    /// A word that ends every name: preposition, conjunction, pronoun and the like.
    pub fn is_function(&self, block: &Block, at: usize) -> bool {
        self.role(block, at).is_function
    }

    /// A form of a verb, with a conjunction or without.
    pub fn is_verb(&self, block: &Block, at: usize) -> bool {
        self.role(block, at).verb.is_some()
    }

    /// A verb of saying, in any person, with a conjunction or without.
    pub fn says(&self, block: &Block, at: usize) -> bool {
        self.role(block, at).verb.is_some_and(|row| self.say_rows[usize::from(row)])
    }

    /// A verb or noun of appointing.
    pub fn appoints(&self, block: &Block, at: usize) -> bool {
        self.role(block, at).appoints
    }
}

/// «العلي» is no «على» with an article.
pub(super) fn is_ali_with_article(word: &str) -> bool {
    word.strip_prefix("ال") == Some(ALI)
}
