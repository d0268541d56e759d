//! Look-ups of stems: what is left of a word when the endings are off that the tokenizer does not take off.

use crate::lexicon::{Topic, lexicon};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// The one-word phrases of a topic and their rows, behind a filter that refuses most words by their first letters.
pub(super) struct Stems {
    rows: FxHashMap<&'static [u8], usize>,
    /// A set, by bit, of hashed openings: the first three letters of each stem. And the first two of a stem of three
    /// letters, the last of which is weak: a word that has another ending in its place begins with two of them only.
    openings: [u64; 1 << (OPENING_BITS - 6)],
}

const OPENING_BITS: u32 = 14;
/// Bytes: three letters.
const OPENING: usize = 6;
/// Longer stems (bytes) are no stems.
const LONGEST: usize = 64;

impl Stems {
    pub fn of(topic: Topic) -> Stems {
        let rows = lexicon().rows(topic);
        let count = rows.iter().map(|row| row.phrases.len()).sum();
        let mut stems = Stems { rows: FxHashMap::with_capacity_and_hasher(count, FxBuildHasher), openings: [0; _] };
        for (row, entry) in rows.iter().enumerate() {
            for &stem in entry.phrases {
                stems.rows.insert(stem.as_bytes(), row);
                stems.add_opening(stem);
                if stem.len() == OPENING {
                    stems.add_opening(stem.strip_suffix(['ي', 'ا', 'و', 'ه']).unwrap_or(stem));
                }
            }
        }
        stems
    }

    pub fn row(&self, stem: &str) -> Option<usize> {
        self.rows.get(stem.as_bytes()).copied()
    }

    /// The row of a stem put together from its parts.
    pub fn row_of_joined(&self, parts: [&str; 3]) -> Option<usize> {
        let mut buffer = [0u8; LONGEST];
        let mut length = 0;
        for part in parts {
            buffer.get_mut(length..length + part.len())?.copy_from_slice(part.as_bytes());
            length += part.len();
        }
        self.rows.get(&buffer[..length]).copied()
    }

    /// Whether a stem may begin as `prefix` and `word` together do. `true` promises nothing.
    pub fn may_open(&self, prefix: &str, word: &str) -> bool {
        let [two, three] = [OPENING - 2, OPENING].map(|length| opening(prefix, word, length));
        self.has_opening(three) || self.has_opening(two)
    }

    fn has_opening(&self, opening: usize) -> bool {
        self.openings[opening / 64] & (1 << (opening % 64)) != 0
    }

    fn add_opening(&mut self, stem: &str) {
        let opening = opening("", stem, OPENING);
        self.openings[opening / 64] |= 1 << (opening % 64);
    }
}

/// The first `length` bytes of `prefix` and `word` together, hashed.
fn opening(prefix: &str, word: &str, length: usize) -> usize {
    let bytes = prefix.bytes().chain(word.bytes()).take(length);
    let packed = bytes.fold(0u64, |packed, byte| packed << 8 | u64::from(byte));
    // Multiplicative hashing: the upper bits depend on all letters.
    (packed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - OPENING_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stem_is_refused() {
        for topic in ["verb_stems", "common_words"].map(Topic::named) {
            let stems = Stems::of(topic);
            for &stem in lexicon().rows(topic).iter().flat_map(|row| row.phrases) {
                assert!(stems.may_open("", stem), "{stem}");
                if stem.len() >= OPENING {
                    let shorter = stem.strip_suffix(['ي', 'ا', 'و', 'ه']).unwrap_or(stem);
                    assert!(stems.may_open("", &format!("{shorter}تهم")), "{stem}");
                }
                if let Some(rest) = stem.strip_prefix('ي') {
                    assert!(stems.may_open("ي", rest), "{stem}");
                }
            }
        }
    }
}
