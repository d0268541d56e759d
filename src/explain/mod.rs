//! Why a mark is there: for each a sentence or two, made from its reasons and from the words of the text that gave them.

mod change;
mod claim;
mod figure;
mod official;
mod reason;

pub(crate) use change::changes;
pub use claim::claim;
pub(crate) use claim::source;
pub use figure::figure;
pub(crate) use figure::{reason as figure_reason, value};
pub use official::official;

use crate::analysis::MarkKind;
use crate::annotated::Annotated;
use crate::marks::Mark;
use crate::sums::sums;
use crate::wording::{Locale, Prose};
use serde::Serialize;

/// The explanations of all marks of an analysis, as plain text, in the order of its lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanations {
    /// One of each claim, as the next two of each figure and of each official.
    pub claims: Vec<String>,
    /// See `claims`.
    pub figures: Vec<String>,
    /// See `claims`.
    pub officials: Vec<String>,
}

/// Explains every mark.
pub fn explain(article: &Annotated, locale: Locale) -> Explanations {
    let analysis = article.analysis();
    Explanations {
        claims: analysis.claims.iter().map(|c| claim(article, c, locale).to_string()).collect(),
        figures: figures(article, locale),
        officials: officials(article, locale),
    }
}

/// Why a mark is there; of an official, the same for every mention.
pub(crate) fn mark<'t>(article: &Annotated<'t>, mark: &Mark, locale: Locale) -> Prose<'t> {
    let analysis = article.analysis();
    match mark.kind {
        MarkKind::Claim => claim(article, &analysis.claims[mark.index], locale),
        MarkKind::Figure => figure(article, &analysis.figures[mark.index], locale),
        MarkKind::Official => official(article, &analysis.officials[mark.index], locale),
    }
}

/// Of each official the explanation, with the other offices and spellings the article gives and how much is attributed.
fn officials(article: &Annotated, locale: Locale) -> Vec<String> {
    let told = article.analysis().officials.iter().enumerate().map(|(index, person)| {
        let mut prose = official(article, person, locale);
        prose.sentence(&official::elsewhere(article, index, locale));
        prose.to_string()
    });
    told.collect()
}

/// Of each figure its explanation, with how often the article tells it and which other values it gives for the same thing.
fn figures(article: &Annotated, locale: Locale) -> Vec<String> {
    let figures = &article.analysis().figures;
    let mut told: Vec<String> = figures.iter().map(|f| figure(article, f, locale).to_string()).collect();
    // Of a dismissed figure nothing more is said.
    for sum in sums(article) {
        for &mention in &sum.mentions {
            let mut prose = figure(article, &figures[mention], locale);
            prose.sentence(&figure::elsewhere(article, &sum, locale));
            told[mention] = prose.to_string();
        }
    }
    told
}
