//! The words of `figure_words.tsv`.

use crate::lexicon::{Spelt, topic};
use std::sync::LazyLock;

/// What a word has to do with money; see the head of the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FigureWord {
    Plan,
    Work,
    CarryingOut,
    Money,
    Grant,
    Help,
    Company,
    Lender,
    Board,
    Account,
    Sector,
    Form,
    Ordinal,
}

/// Each with whether it is named in full once and then by its noun alone.
static WORDS: LazyLock<Spelt<(FigureWord, bool)>> =
    LazyLock::new(|| Spelt::read(topic::FIGURE_WORDS, |fields| (sort(fields[0]), fields[1] == "yes")));

fn sort(name: &str) -> FigureWord {
    match name {
        "plan" => FigureWord::Plan,
        "work" => FigureWord::Work,
        "carrying out" => FigureWord::CarryingOut,
        "money" => FigureWord::Money,
        "grant" => FigureWord::Grant,
        "help" => FigureWord::Help,
        "company" => FigureWord::Company,
        "lender" => FigureWord::Lender,
        "board" => FigureWord::Board,
        "account" => FigureWord::Account,
        "sector" => FigureWord::Sector,
        "form" => FigureWord::Form,
        "ordinal" => FigureWord::Ordinal,
        other => panic!("figure_words.tsv: no sort {other}"),
    }
}

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
