//! Which spellings a text tells apart: papers differ.

use super::form::letters;

/// What a document tells apart in writing. It goes by what any of its words shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Orthography {
    /// Final ي and ى. Papers of Egypt write «فى», others «الي»: then «على» may be a name, «علي» a preposition.
    pub tells_ya: bool,
    /// ة, with its dots, and ه: what ends in ه has a pronoun then.
    pub tells_ta: bool,
    /// Nunation, which stands where the grammar puts it, at the end of a word. Where it stands within words too it says nothing.
    pub tells_nunation: bool,
}

/// Bytes: «الجيه» and shorter may be anything.
const SHORTEST_FEMININE: usize = 10;

impl Default for Orthography {
    fn default() -> Orthography {
        Orthography { tells_ya: true, tells_ta: true, tells_nunation: true }
    }
}

impl Orthography {
    /// What one word shows: as it is written and folded, whether both are the same, and the last of its letters as they are drawn.
    pub(super) fn shown_by(source: &str, folded: &str, is_plain: bool, last_letter: Option<char>) -> Orthography {
        Orthography {
            tells_ya: !confuses_ya(source, folded, last_letter),
            tells_ta: !confuses_ta(folded, last_letter),
            tells_nunation: is_plain || !confuses_nunation(source),
        }
    }

    /// That of a text which has both.
    pub(super) fn and(self, other: Orthography) -> Orthography {
        Orthography {
            tells_ya: self.tells_ya && other.tells_ya,
            tells_ta: self.tells_ta && other.tells_ta,
            tells_nunation: self.tells_nunation && other.tells_nunation,
        }
    }
}

/// «الدوليه»: no word with the article has a pronoun as well.
fn confuses_ta(folded: &str, last_letter: Option<char>) -> bool {
    last_letter == Some('ه') && folded.len() > SHORTEST_FEMININE && folded.starts_with("ال") && folded.ends_with("يه")
}

/// A frequent word that ends in ي has ى here, or the other way round. The Persian ya, drawn like ى, may mean either.
fn confuses_ya(source: &str, folded: &str, last_letter: Option<char>) -> bool {
    let last = match folded {
        "في" | "الذي" | "التي" | "هي" => 'ى',
        "الي" | "حتي" | "لدي" => 'ي',
        _ => return false,
    };
    last_letter == Some(last) && !source.contains(['ی', 'ے'])
}

/// A letter stands behind a nunation that is neither the alef nor the ya some words take there at their end.
fn confuses_nunation(source: &str) -> bool {
    // Two bytes each, the first of them the same.
    let is_nunation = |pair: &[u8]| pair[0] == 0xd9 && matches!(pair[1], 0x8b..=0x8d);
    let Some(at) = source.as_bytes().windows(2).position(is_nunation) else { return false };
    let mut behind = letters(&source[at..]);
    behind.next().is_some_and(|letter| !matches!(letter, 'ا' | 'ى') || behind.next().is_some())
}

#[cfg(test)]
mod tests {
    use crate::text::Block;

    #[test]
    fn nunation_within_words_says_nothing() {
        let tells = |text| Block::read_all([(text, 0)].into_iter(), &mut Default::default())[0].orthography.tells_nunation;
        assert!(tells("شكراً جزيلًا لمستشفىً كبير، وكتابٌ في بيتٍ."));
        assert!(!tells("قاًل سامر."));
        assert!(!tells("شكراً لساٍمر."));
    }
}
