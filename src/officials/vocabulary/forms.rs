//! Verbs and common nouns by their stems: what is left of a word when the endings are off that the tokenizer does not take off.

use super::Vocabulary;
use crate::lexicon::{Letter, Spelling, Ways, lexicon, topic};
use crate::officials::stems::Stems;
use crate::text::letter::*;

/// Letters.
const SHORTEST_STEM: usize = 3;
/// Letters, without a weak one that an ending has taken the place of.
const SHORTEST_WEAK_STEM: usize = 2;

/// ه ته اته، ات، ا ها تها نا اتها، ين ون ان، هم تهم. No ي: «الحربي», «القرني» are family names though «حرب», «قرن» are nouns.
fn noun_endings(word: &[Letter]) -> &'static [usize] {
    match word {
        [.., ALEF, TA, HA] => &[1, 2, 3],
        [.., TA, HA] => &[1, 2],
        [.., HA] => &[1],
        [.., ALEF, TA, HA, ALEF] => &[1, 2, 3, 4],
        [.., TA, HA, ALEF] => &[1, 2, 3],
        [.., HA | NUN, ALEF] => &[1, 2],
        [.., ALEF] => &[1],
        [.., TA, HA, MIM] => &[2, 3],
        [.., HA, MIM] | [.., ALEF, TA] | [.., YA | WAW | ALEF, NUN] => &[2],
        _ => &[],
    }
}

/// تهم هم، تها وا تا ها نا ا، ته ه وه، ت، ن، ني
fn past_endings(word: &[Letter]) -> &'static [usize] {
    match word {
        [.., TA, HA, MIM] => &[3, 2],
        [.., HA, MIM] => &[2],
        [.., TA, HA, ALEF] => &[3, 2, 1],
        [.., WAW | TA | HA | NUN, ALEF] => &[2, 1],
        [.., TA, HA] => &[2, 1],
        [.., WAW, HA] => &[1, 2],
        [.., ALEF | HA | TA | NUN] => &[1],
        [.., NUN, YA] => &[2],
        _ => &[],
    }
}

/// None, or ون وا ان ين ن ها ه هم
fn present_endings(word: &[Letter]) -> &'static [usize] {
    match word {
        [.., WAW | ALEF | YA, NUN] => &[0, 2, 1],
        [.., WAW | HA, ALEF] | [.., HA, MIM] => &[0, 2],
        [.., NUN | HA] => &[0, 1],
        _ => &[0],
    }
}

/// How many letters the clitics may take that a noun begins with: ال، و وال وب ول، ب بال، ل لل، ف فال
fn clitics(word: &[Letter]) -> &'static [usize] {
    match word {
        [ALEF, LAM, ..] => &[2],
        [WAW, BA | LAM, ..] | [LAM, LAM, ..] => &[1, 2],
        [WAW | BA | FA, ALEF, LAM, ..] => &[1, 3],
        [WAW | BA | FA | LAM, ..] => &[1],
        _ => &[],
    }
}

impl Vocabulary {
    /// The row of the verb that a word is a form of; see `verb_stems.tsv`.
    pub(super) fn verb_row(&self, ways: &Ways) -> Option<usize> {
        row_of_verb(0, ways).or_else(|| match ways.letters() {
            [WAW | FA, ..] => row_of_verb(1, ways),
            _ => None,
        })
    }

    pub(super) fn common_row(&self, word: &str) -> Option<usize> {
        row_of_common(Stems::behind(0, &lexicon().ways(&Spelling::of(word))))
    }

    /// A common noun or adjective with clitics or endings the tokenizer does not take off.
    pub(super) fn is_common(&self, ways: &Ways) -> bool {
        let (word, stems) = (ways.letters(), Stems::behind(0, ways));
        match word {
            // No pronoun behind an article: «البحرة» is not «بحر» with one.
            [ALEF, LAM, noun @ .., HA] => {
                let stems = Stems::behind(2, ways);
                let masculine = || stems.row(topic::COMMON_WORDS, noun.len(), None);
                return stems.whole(topic::COMMON_WORDS).is_some() || masculine().is_some_and(|row| self.qualities[row]);
            }
            // «سعيدان» is a name: where one may stand, an indefinite dual does not.
            [ALEF, LAM, ..] => {}
            [.., ALEF, NUN] if stems.whole(topic::COMMON_WORDS).is_none() => return false,
            _ => {}
        }
        let is_noun = |before| word.len() - before >= SHORTEST_STEM && row_of_common(Stems::behind(before, ways)).is_some();
        is_noun(0) || clitics(word).iter().any(|&before| is_noun(before))
    }
}

/// The row of the verb that a word is a form of without its first `before` letters, those of a conjunction.
fn row_of_verb(before: usize, ways: &Ways) -> Option<usize> {
    let stems = Stems::behind(before, ways);
    let with_particle = || match stems.word() {
        [SIN | LAM, ..] => present(before + 1, ways),
        _ => None,
    };
    stems.whole(topic::VERB_STEMS).or_else(|| past(stems)).or_else(|| present(before, ways)).or_else(with_particle)
}

fn past(stems: Stems) -> Option<usize> {
    stems.lengths(past_endings, SHORTEST_WEAK_STEM).find_map(|length| {
        let whole = if length >= SHORTEST_STEM { stems.row(topic::VERB_STEMS, length, None) } else { None };
        // نفت from نفى, دعت from دعا.
        whole.or_else(|| [YA, ALEF].into_iter().find_map(|weak| stems.row(topic::VERB_STEMS, length, Some(weak))))
    })
}

fn present(before: usize, ways: &Ways) -> Option<usize> {
    let word = &ways.letters()[before..];
    match word {
        // The third person stands in the lexicon.
        [YA, ..] => present_row(Stems::behind(before, ways)),
        [TA | NUN | ALEF, rest @ ..] => present_row(Stems::on(&lexicon().way_with(YA, rest), word)),
        _ => None,
    }
}

/// The row of the verb that a word is a form of, whose stems are those of the third person.
fn present_row(stems: Stems) -> Option<usize> {
    let of_stem = |length| [None, Some(YA), Some(WAW)].into_iter().find_map(|weak| stems.row(topic::VERB_STEMS, length, weak));
    stems.lengths(present_endings, 1 + SHORTEST_WEAK_STEM).find_map(of_stem)
}

pub(super) fn row_of_common(stems: Stems) -> Option<usize> {
    let of_stem = |length| stems.row(topic::COMMON_WORDS, length, None).or_else(|| stems.row(topic::COMMON_WORDS, length, Some(HA)));
    stems.whole(topic::COMMON_WORDS).or_else(|| stems.lengths(noun_endings, SHORTEST_STEM).find_map(of_stem))
}
