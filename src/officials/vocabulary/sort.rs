//! What a word is where a name may begin or go on, by the lexicon, by its endings and by its shape.

use super::Vocabulary;
use super::forms::row_of_common;
use super::role::{Ending, Role, is_ali_with_article};
use super::shape::{joined, looks_common};
use super::topic_sets::{NOUNS, OFFICE_OR_TITLE, VERB_FORMS};
use crate::lexicon::{Topic, Ways, lexicon, topic};
use crate::officials::stems::Stems;
use crate::text::letter::{ALEF, LAM, YA};
use crate::text::{Block, Clitics, Reading, Shape};

/// What a word is where a name may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
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
    #[default]
    Other,
}

impl Sort {
    /// What a row of `names.tsv` is.
    pub(super) fn of_name(sort: &str) -> Sort {
        match sort {
            "given" => Sort::Given,
            "shared" => Sort::Shared,
            _ => Sort::Family,
        }
    }

    /// What a row of `name_particles.tsv` is.
    pub(super) fn of_particle(sort: &str) -> Sort {
        match sort {
            "kin" => Sort::Kin,
            "foreign" => Sort::Foreign,
            "regnal" => Sort::Regnal,
            _ => Sort::Second,
        }
    }
}

/// Bytes: two letters.
const SHORTEST_BEHIND_CLITIC: usize = 4;

/// Folded, the name «علي» and the preposition «على» are one word.
pub(in crate::officials) const ALI: &str = "علي";

/// A syllable of names: no pronoun stands behind «ك».
pub(super) const KA_WITH_PRONOUN: &str = "كه";

/// A word whose sort is sought, and what is known of it by then.
pub(super) struct Unsorted<'w> {
    pub shape: Shape<'w>,
    pub readings: &'w [Reading],
    pub ways: &'w Ways<'w>,
    pub is_function: bool,
    pub is_verb: bool,
}

impl Vocabulary {
    /// The sort of a word in a place where a name may begin or go on.
    #[inline]
    pub fn sort(&self, block: &Block, at: usize) -> Sort {
        let &Role { sort, other_if_told, .. } = block.role(at);
        let told = match other_if_told {
            None => false,
            Some(Ending::Ya) => block.orthography.tells_ya,
            Some(Ending::Ta) => block.orthography.tells_ta,
        };
        if told { Sort::Other } else { sort }
    }

    pub(super) fn sort_of(&self, unsorted: &Unsorted) -> Sort {
        let &Unsorted { shape, readings, ways, is_verb, .. } = unsorted;
        let word = shape.folded;
        let whole = readings.iter().find(|r| r.clitics == Clitics::NONE).map(|r| r.word);
        if let Some(id) = whole {
            if let Some(row) = lexicon().row_of(topic::NAME_PARTICLES, id) {
                // «فإن» is no «فان», «آبي» no «أبي».
                if word == "ابي" && shape.first_letter == Some('آ') {
                    return Sort::Unknown;
                }
                return if shape.letters().any(|letter| letter == 'إ') { Sort::Other } else { self.particles[row] };
            }
            // «التقى» is no «تقي» with an article.
            if word.starts_with("الت") && Stems::behind(0, ways).whole(topic::VERB_STEMS).is_some() {
                return Sort::Verb;
            }
            if let Some(row) = lexicon().row_of(topic::NAMES, id) {
                return self.names[row];
            }
        }
        for reading in readings {
            if let Some(sort) = self.sort_by_reading(unsorted, reading) {
                return sort;
            }
        }
        if joined(shape) {
            return Sort::Other;
        }
        let is_form = |r: &Reading| r.clitics.is_within(Clitics::CONJUNCTION) && lexicon().whole(r.word) & Topic::set(VERB_FORMS) != 0;
        if is_verb || readings.iter().any(is_form) {
            return Sort::Verb;
        }
        if self.is_common(ways) {
            return self.noun_sort(ways);
        }
        if looks_common(shape) {
            return Sort::Other;
        }
        let definite = word.starts_with("ال") && word.len() > 6 && !matches!(shape.first_letter, Some('أ' | 'إ' | 'آ'));
        match () {
            () if definite => Sort::Definite,
            // «عبدالرقيب», «أبوفاطمة»: written as one word.
            () if word.len() > 10 && (word.starts_with("عبدال") || word.starts_with("ابو")) => Sort::Given,
            () => Sort::Unknown,
        }
    }

    /// What one way to take the word apart makes of it, if it tells.
    fn sort_by_reading(&self, unsorted: &Unsorted, reading: &Reading) -> Option<Sort> {
        let &Unsorted { shape, ways, is_function, .. } = unsorted;
        let word = shape.folded;
        let clitics = reading.clitics;
        // No noun has article and pronoun: «القرني» is not «قرن» with one, nor «طرابلسي» «طرابلس».
        let pronoun = clitics.has(Clitics::PRONOUN);
        if pronoun && (word == KA_WITH_PRONOUN || clitics.has_any(Clitics::AL.with(Clitics::KA))) || clitics.has(Clitics::SA) {
            return None;
        }
        // «فال» is no ف with an «ال».
        let attached = clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION));
        if attached && !pronoun && word.len() - usize::from(reading.outside) <= SHORTEST_BEHIND_CLITIC && !is_function {
            return None;
        }
        let topics = lexicon().whole(reading.word);
        let has = |topic: Topic| topics & topic.bit() != 0;
        let is_any = |sought: &[Topic]| topics & Topic::set(sought) != 0;
        // News hardly says "my": «رفيعي», «ديري» are names, but «ممثلي» is a plural.
        if pronoun && word.ends_with('ي') && !has(topic::FUNCTION_WORDS) && !has(topic::OFFICE_HEADS) {
            return None;
        }
        // «آلان» is no «الآن», «آن» no «أن».
        let first = shape.first_letter;
        let madda = || first == Some('آ') || word.starts_with("ال") && first == Some('أ');
        if has(topic::FUNCTION_WORDS) && !madda() && !is_ali_with_article(word) || has(topic::NAMESAKES) || has(topic::LEADING) {
            return Some(Sort::Other);
        }
        if attached {
            // A name, a place or a noun with a clitic: whatever stood before it ends. «لوصف»
            let ends = is_any(NOUNS)
                || has(topic::NAMES) && !clitics.has(Clitics::KA)
                || has(topic::NISBAS) && clitics.has(Clitics::AL)
                || clitics.has(Clitics::LI) && is_any(VERB_FORMS);
            return ends.then_some(Sort::Other);
        }
        if is_any(OFFICE_OR_TITLE) || has(topic::OFFICE_BODIES) {
            return Some(Sort::Other);
        }
        // «ليبيا» is no «ليبي» in the accusative.
        if clitics == Clitics::NONE && has(topic::COUNTRIES) {
            return Some(Sort::Place);
        }
        if has(topic::NISBAS) {
            return Some(Sort::Nisba);
        }
        if clitics.has(Clitics::AL) && has(topic::NAMES) {
            // «الفيصل», «الصباح».
            return Some(Sort::Family);
        }
        if has(topic::COMMON_WORDS) {
            return Some(self.noun_sort(ways));
        }
        (!pronoun && (has(topic::COUNTRIES) || has(topic::CITIES))).then_some(Sort::Place)
    }

    /// «الغربي», «الأحمر» is an adjective, and a family name behind a first name.
    fn noun_sort(&self, ways: &Ways) -> Sort {
        let is_quality = |before| row_of_common(Stems::behind(before, ways)).is_some_and(|row| self.qualities[row]);
        let word = ways.letters();
        if word.starts_with(&[ALEF, LAM]) && is_quality(2) || word.last() == Some(&YA) && is_quality(0) { Sort::Nisba } else { Sort::Other }
    }
}
