//! What a word is where a name may begin or go on, by the lexicon, by its endings and by its shape.

use super::Vocabulary;
use super::role::{Ending, Role, is_ali_with_article};
use super::shape::{joined, looks_common};
use crate::lexicon::lexicon;
use crate::officials::stems::row_of_stem;
use crate::text::{Block, Clitics, Reading};

/// What a word is where a name may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::officials) enum Sort {
    /// A name that opens a name anywhere.
    Given,
    /// A name that is also a common word.
    Shared,
    /// A name that closes one.
    Family,
    /// بن، أبو، آل، عبد: the next word belongs to it.
    Kin,
    /// فون، دي: between two words of a transliterated name.
    Foreign,
    /// الدين، الله: closes a compound.
    Second,
    /// الثالث, عشر, الابن: closes the name of a ruler, or of a namesake's son.
    Regnal,
    /// With the article, and nothing the lexicon knows: a family name, if a name stands here.
    Definite,
    /// Nothing the lexicon knows.
    Unknown,
    /// A nisba of a country, or another adjective that may be a family name.
    Nisba,
    Place,
    Verb,
    /// Anything else: function words, common nouns, titles, offices, names with a clitic, marks, numbers.
    Other,
}

/// Bytes: two letters.
const SHORTEST_BEHIND_CLITIC: usize = 4;

/// Folded, the name «علي» and the preposition «على» are one word.
pub(in crate::officials) const ALI: &str = "علي";

/// A syllable of names: no pronoun stands behind «ك».
pub(super) const KA_WITH_PRONOUN: &str = "كه";

impl Vocabulary {
    /// The sort of a word in a place where a name may begin or go on.
    pub fn sort(&self, block: &Block, at: usize) -> Sort {
        let Role { sort, other_if_told, .. } = self.role(block, at);
        let told = match other_if_told {
            None => false,
            Some(Ending::Ya) => block.orthography.tells_ya,
            Some(Ending::Ta) => block.orthography.tells_ta,
        };
        if told { Sort::Other } else { sort }
    }

    pub(super) fn sort_of_word(&self, block: &Block, at: usize, is_function: bool, is_verb: bool) -> Sort {
        let word = block.word(at);
        let readings = block.readings(at);
        let whole = readings.iter().find(|r| r.clitics == Clitics::NONE).map(|r| r.word);
        if let Some(id) = whole {
            if let Some(row) = lexicon().row_of(self.particles, id) {
                // «فإن» is no «فان», «آبي» no «أبي».
                if word == "ابي" && block.first_letter(at) == Some('آ') {
                    return Sort::Unknown;
                }
                return if block.letters(at).any(|letter| letter == 'إ') { Sort::Other } else { self.particle_rows[row] };
            }
            // «التقى» is no «تقي» with an article.
            if word.starts_with("الت") && row_of_stem(self.verbs, word).is_some() {
                return Sort::Verb;
            }
            if let Some(row) = lexicon().row_of(self.names, id) {
                return self.name_rows[row];
            }
        }
        let definite = word.starts_with("ال") && word.len() > 6 && !matches!(block.first_letter(at), Some('أ' | 'إ' | 'آ'));
        for reading in readings {
            // No noun has article and pronoun: «القرني» is not «قرن» with one, nor «طرابلسي» «طرابلس».
            let pronoun = reading.clitics.has(Clitics::PRONOUN);
            if pronoun && word == KA_WITH_PRONOUN {
                continue;
            }
            if pronoun && reading.clitics.has_any(Clitics::AL.with(Clitics::KA)) || reading.clitics.has(Clitics::SA) {
                continue;
            }
            // «فال» is no ف with an «ال».
            let clitic = reading.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION));
            if clitic && !pronoun && word.len() - usize::from(reading.outside) <= SHORTEST_BEHIND_CLITIC && !is_function {
                continue;
            }
            let id = reading.word;
            let has = |topic| lexicon().has(topic, id);
            // News hardly says "my": «رفيعي», «ديري» are names, but «ممثلي» is a plural.
            if pronoun && word.ends_with('ي') && ![self.function, self.heads].into_iter().any(has) {
                continue;
            }
            // «آلان» is no «الآن», «آن» no «أن».
            let first = block.first_letter(at);
            let madda = first == Some('آ') || word.starts_with("ال") && first == Some('أ');
            if has(self.function) && !madda && !is_ali_with_article(word) || has(self.namesakes) || has(self.leading) {
                return Sort::Other;
            }
            if reading.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION)) {
                // A name, a place or a noun with a clitic: whatever stood before it ends.
                if has(self.names) && !reading.clitics.has(Clitics::KA)
                    || has(self.nisbas) && reading.clitics.has(Clitics::AL)
                    || has(self.common)
                    || has(self.bodies)
                    || has(self.heads)
                    || has(self.titles)
                    || has(self.countries)
                    || has(self.cities)
                    // «لوصف»
                    || reading.clitics.has(Clitics::LI) && self.verb_forms.into_iter().any(has)
                {
                    return Sort::Other;
                }
            } else {
                if has(self.heads) || has(self.titles) || has(self.modifiers) || has(self.bodies) {
                    return Sort::Other;
                }
                // «ليبيا» is no «ليبي» in the accusative.
                if reading.clitics == Clitics::NONE && has(self.countries) {
                    return Sort::Place;
                }
                if has(self.nisbas) {
                    return Sort::Nisba;
                }
                if reading.clitics.has(Clitics::AL) && has(self.names) {
                    // «الفيصل», «الصباح».
                    return Sort::Family;
                }
                if has(self.common) {
                    return self.noun_sort(word);
                }
                if !pronoun && (has(self.countries) || has(self.cities)) {
                    return Sort::Place;
                }
            }
        }
        if joined(block, at) {
            return Sort::Other;
        }
        let is_form = |reading: &&Reading| self.verb_forms.iter().any(|&topic| lexicon().has(topic, reading.word));
        if is_verb || readings.iter().filter(|r| r.clitics.is_within(Clitics::CONJUNCTION)).any(|r| is_form(&r)) {
            return Sort::Verb;
        }
        if self.is_common(word) {
            return self.noun_sort(word);
        }
        if looks_common(block, at) {
            return Sort::Other;
        }
        match () {
            () if definite => Sort::Definite,
            // «عبدالرقيب», «أبوفاطمة»: written as one word.
            () if word.len() > 10 && (word.starts_with("عبدال") || word.starts_with("ابو")) => Sort::Given,
            () => Sort::Unknown,
        }
    }

    /// «الغربي», «الأحمر» is an adjective, and a family name behind a first name.
    fn noun_sort(&self, word: &str) -> Sort {
        let quality = self.is_quality(word) || word.ends_with('ي') && self.common_row(word).is_some_and(|row| self.quality_rows[row]);
        if quality { Sort::Nisba } else { Sort::Other }
    }
}
