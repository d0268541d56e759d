//! The words of the lexicon by their text: a hash table that is filled once, at every start, and asked several times for each
//! word of a text.

use super::WordId;

pub(super) struct Words {
    /// Open addressing, half empty at least: a word's number plus one and, above it, a part of its hash; 0 for none.
    slots: Vec<u32>,
    texts: Vec<&'static str>,
}

/// Of a slot, what is the word's number.
const NUMBER: u32 = 0xffff;

impl Words {
    /// Room for `count` words.
    pub fn with_capacity(count: usize) -> Words {
        assert!(count < NUMBER as usize, "a word's number has 16 bits");
        Words { slots: vec![0; (2 * count).next_power_of_two()], texts: Vec::with_capacity(count) }
    }

    pub fn get(&self, word: &str) -> Option<WordId> {
        self.slot_of(word).ok()
    }

    /// The word's number, a new one if it has none yet.
    pub fn add(&mut self, word: &'static str) -> WordId {
        self.slot_of(word).unwrap_or_else(|(slot, tag)| {
            self.texts.push(word);
            self.slots[slot] = tag | self.texts.len() as u32;
            WordId(self.texts.len() as u32 - 1)
        })
    }

    /// The word, or the empty slot for it and what of its hash belongs there.
    fn slot_of(&self, word: &str) -> Result<WordId, (usize, u32)> {
        let hash = hash(word.as_bytes());
        let tag = hash as u32 & !NUMBER;
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return Err((at, tag));
            }
            let number = (slot & NUMBER) - 1;
            if slot & !NUMBER == tag && self.texts[number as usize] == word {
                return Ok(WordId(number));
            }
            at = (at + 1) & mask;
        }
    }
}

/// Multiplicative hashing, eight bytes at a time; every bit but the lowest depends on all of them.
fn hash(mut bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let mut mix = |eight: u64| {
        hash = (hash ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    };
    while let Some((eight, rest)) = bytes.split_first_chunk() {
        mix(u64::from_le_bytes(*eight));
        bytes = rest;
    }
    mix(bytes.iter().fold(0, |packed, &byte| packed << 8 | u64::from(byte)));
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_keeps_its_number() {
        let texts = ["", "في", "وزير", "وزيرة", "الاقتصادية", "الاقتصاديه"];
        let mut words = Words::with_capacity(texts.len());
        let numbers: Vec<WordId> = texts.iter().map(|text| words.add(text)).collect();
        assert_eq!(numbers, (0..texts.len() as u32).map(WordId).collect::<Vec<_>>());
        assert!(texts.iter().zip(numbers).all(|(text, number)| words.get(text) == Some(number) && words.add(text) == number));
        assert_eq!(words.get("وزيره"), None);
    }
}
