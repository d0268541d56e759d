//! Verbs and common nouns by their stems: what is left of a word when the endings are off that the tokenizer does not take off.

use super::Vocabulary;
use crate::lexicon::{Letter, Spelling, topic};
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

/// What nouns there may be in a word behind the clitics it begins with: ال، و وال وب ول، ب بال، ل لل، ف فال
fn behind_clitics<'w>(word: &'w [Letter]) -> impl Iterator<Item = &'w [Letter]> {
    let behind_article = |word: &'w [Letter]| match word {
        [ALEF, LAM, noun @ ..] => Some(noun),
        _ => None,
    };
    let [one, other] = match word {
        [ALEF, LAM, noun @ ..] => [Some(noun), None],
        [WAW, BA | LAM, noun @ ..] | [LAM, LAM, noun @ ..] => [Some(&word[1..]), Some(noun)],
        [WAW | BA | FA, rest @ ..] => [Some(rest), behind_article(rest)],
        [LAM, rest @ ..] => [Some(rest), None],
        _ => [None; 2],
    };
    one.into_iter().chain(other)
}

impl Vocabulary {
    /// The row of the verb that a word with these stems is a form of; see `verb_stems.tsv`.
    pub(super) fn verb_row(&self, stems: &Stems) -> Option<usize> {
        row_of_verb(stems).or_else(|| match stems.word() {
            [WAW | FA, verb @ ..] => row_of_verb(&Stems::of(verb)),
            _ => None,
        })
    }

    pub(super) fn common_row(&self, word: &str) -> Option<usize> {
        row_of_common(&Stems::of(&Spelling::of(word)))
    }

    /// A word with these stems is a common noun or adjective with clitics or endings the tokenizer does not take off.
    pub(super) fn is_common(&self, stems: &Stems) -> bool {
        let word = stems.word();
        match word {
            // No pronoun behind an article: «البحرة» is not «بحر» with one.
            [ALEF, LAM, noun @ .., HA] => {
                let stems = Stems::of(&word[2..]);
                let masculine = || stems.row(topic::COMMON_WORDS, noun.len(), None);
                return stems.whole(topic::COMMON_WORDS).is_some() || masculine().is_some_and(|row| self.qualities[row]);
            }
            // «سعيدان» is a name: where one may stand, an indefinite dual does not.
            [ALEF, LAM, ..] => {}
            [.., ALEF, NUN] if stems.whole(topic::COMMON_WORDS).is_none() => return false,
            _ => {}
        }
        let is_noun = |noun: &[Letter]| noun.len() >= SHORTEST_STEM && row_of_common(&Stems::of(noun)).is_some();
        word.len() >= SHORTEST_STEM && row_of_common(stems).is_some() || behind_clitics(word).any(is_noun)
    }
}

/// The row of the verb that a word without conjunction is a form of.
fn row_of_verb(stems: &Stems) -> Option<usize> {
    let word = stems.word();
    let with_particle = || match word {
        [SIN | LAM, verb @ ..] => present(verb),
        _ => None,
    };
    // The third person stands in the lexicon.
    let as_present = || if word.first() == Some(&YA) { present_row(stems) } else { present(word) };
    stems.whole(topic::VERB_STEMS).or_else(|| past(stems)).or_else(as_present).or_else(with_particle)
}

fn past(stems: &Stems) -> Option<usize> {
    stems.lengths(past_endings, SHORTEST_WEAK_STEM).find_map(|length| {
        let whole = if length >= SHORTEST_STEM { stems.row(topic::VERB_STEMS, length, None) } else { None };
        // نفت from نفى, دعت from دعا.
        whole.or_else(|| [YA, ALEF].into_iter().find_map(|weak| stems.row(topic::VERB_STEMS, length, Some(weak))))
    })
}

fn present(word: &[Letter]) -> Option<usize> {
    let [YA | TA | NUN | ALEF, ..] = word else { return None };
    present_row(&Stems::with_first(Some(YA), word))
}

/// The row of the verb that a word is a form of, whose stems are those of the third person.
fn present_row(stems: &Stems) -> Option<usize> {
    let of_stem = |length| [None, Some(YA), Some(WAW)].into_iter().find_map(|weak| stems.row(topic::VERB_STEMS, length, weak));
    stems.lengths(present_endings, 1 + SHORTEST_WEAK_STEM).find_map(of_stem)
}

pub(super) fn row_of_common(stems: &Stems) -> Option<usize> {
    let of_stem = |length| stems.row(topic::COMMON_WORDS, length, None).or_else(|| stems.row(topic::COMMON_WORDS, length, Some(HA)));
    stems.whole(topic::COMMON_WORDS).or_else(|| stems.lengths(noun_endings, SHORTEST_STEM).find_map(of_stem))
}
