//! The content words of a stretch of text, for telling whether two stretches speak of the same.

use crate::lexicon::{Topic, lexicon};
use crate::text::fold;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

pub(super) type Words = FxHashSet<String>;

/// Each content word once: folded, without what is written on to it, without function words.
pub(super) fn content_words(text: &str) -> Words {
    fold(text)
        .shadow
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().nth(1).is_some() && !is_function_word(word))
        .map(|word| stem(word).to_owned())
        .collect()
}

fn is_function_word(word: &str) -> bool {
    static FUNCTION_WORDS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| lexicon().rows(Topic::named("function_words")).iter().flat_map(|row| row.phrases.iter().copied()).collect());
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
        let same = |a: &str, b: &str| assert_eq!(content_words(a), content_words(b), "{a} / {b}");
        same("والمدارس", "مدارس");
        same("للوزارة", "الوزارة");
        same("بالمساعدات الإنسانية", "مساعدات إنسانية");
        same("فِي إعادةِ بناء الجسر", "إعادة بناء جسر");
    }

    #[test]
    fn function_words_say_nothing() {
        assert!(content_words("وفي هذا، الذي كان من قبل").is_empty());
    }

    #[test]
    fn numbers_are_words() {
        assert_eq!(content_words("45 قتيلا"), content_words("٤٥ قتيلا"));
    }
}
