//! The words of `figure_words.tsv`.

use crate::lexicon::{Spelt, column, topic};
use std::sync::LazyLock;

column! {
    /// What a word has to do with money; see the head of the file.
    pub enum FigureWord: "figure_words" {
        Plan = "plan",
        Work = "work",
        CarryingOut = "carrying out",
        Money = "money",
        Grant = "grant",
        Help = "help",
        Company = "company",
        Lender = "lender",
        Board = "board",
        Account = "account",
        Sector = "sector",
        Form = "form",
        Ordinal = "ordinal",
    }
}

/// Each with whether it is named in full once and then by its noun alone.
static WORDS: LazyLock<Spelt<(FigureWord, bool)>> =
    LazyLock::new(|| Spelt::read(topic::FIGURE_WORDS, |fields| (FigureWord::named(fields[0]), fields[1] == "yes")));

/// What a word, folded and without its article, has to do with money.
pub fn figure_word(word: &str) -> Option<FigureWord> {
    WORDS.get(word).map(|(sort, _)| sort)
}

/// A work or plan that is named in full once and then «المشروع».
pub fn is_antecedent(word: &str) -> bool {
    WORDS.get(word).is_some_and(|(_, antecedent)| antecedent)
}

/// «الأموال», «المنحة»: what stands for a sum, with the article and nothing before it.
pub fn sum_word(word: &str) -> Option<FigureWord> {
    figure_word(word.strip_prefix("ال")?).filter(|sort| sort.is_sum())
}

impl FigureWord {
    /// It is what a sum may be called.
    pub fn is_sum(self) -> bool {
        matches!(self, FigureWord::Money | FigureWord::Grant | FigureWord::Help)
    }
}
