//! The content words of a stretch of text, for telling whether two stretches speak of the same.

use crate::lexicon;
use crate::text::fold;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words in the order of the text, each once. The order is the same on every machine, which that of a hash table is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    list: Vec<String>,
    set: FxHashSet<String>,
}

impl Words {
    /// The words in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(String::as_str)
    }

    /// How many different words.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// All of these words are among the others.
    pub fn is_within(&self, other: &Words) -> bool {
        self.list.iter().all(|word| other.set.contains(word))
    }

    /// Adds the words that are not there yet.
    pub fn add(&mut self, others: Words) {
        for word in others.list {
            if self.set.insert(word.clone()) {
                self.list.push(word);
            }
        }
    }

    /// Takes out those that are among the others.
    pub fn remove(&mut self, others: &Words) {
        self.list.retain(|word| !others.set.contains(word) || !self.set.remove(word));
    }
}

/// Each content word once: folded, without what is written on to it, without function words.
pub(super) fn content_words(text: &str) -> Words {
    let mut words = Words::default();
    for word in fold(text).shadow.split(|c: char| !c.is_alphanumeric()) {
        if word.chars().nth(1).is_some() && !is_function_word(word) {
            let stem = stem(word);
            if !words.set.contains(stem) {
                words.set.insert(stem.to_owned());
                words.list.push(stem.to_owned());
            }
        }
    }
    words
}

fn is_function_word(word: &str) -> bool {
    static FUNCTION_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::phrases(lexicon::FUNCTION_WORDS).collect());
    FUNCTION_WORDS.contains(word) || word.strip_prefix(['و', 'ف']).is_some_and(|rest| FUNCTION_WORDS.contains(rest))
}

/// The light stemmer light10 (Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval", 2007), on
/// folded words: takes off the conjunction, the article with its preposition, and endings, as long as a word remains.
fn stem(word: &str) -> &str {
    const ARTICLES: [&str; 6] = ["ال", "وال", "بال", "كال", "فال", "لل"];
    const ENDINGS: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];
    let letters = |word: &str| word.chars().count();
    let mut stem = word.strip_prefix('و').filter(|rest| letters(rest) >= 3).unwrap_or(word);
    if let Some(rest) = ARTICLES.iter().find_map(|article| stem.strip_prefix(article)).filter(|rest| letters(rest) >= 2) {
        stem = rest;
    }
    for ending in ENDINGS {
        stem = stem.strip_suffix(ending).filter(|rest| letters(rest) >= 2).unwrap_or(stem);
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_whatever_is_written_on_to_them() {
        let same = |a: &str, b: &str| assert_eq!(content_words(a).list, content_words(b).list, "{a} / {b}");
        same("والمدارس", "مدارس");
        same("للوزارة", "الوزارة");
        same("بالمساعدات الإنسانية", "مساعدات إنسانية");
        same("فِي إعادةِ بناء الجسر", "إعادة بناء جسر");
    }

    #[test]
    fn function_words_say_nothing() {
        assert_eq!(content_words("وفي هذا، الذي كان من قبل").len(), 0);
    }

    #[test]
    fn numbers_are_words() {
        assert_eq!(content_words("45 قتيلا"), content_words("٤٥ قتيلا"));
    }
}
