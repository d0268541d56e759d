//! Why a mark is there: for each a sentence or two, made from its reasons and from the words of the text that gave them.

mod claim;
mod figure;
mod official;
mod reason;

pub use claim::claim;
pub(crate) use claim::claim_type;
pub use figure::figure;
pub(crate) use figure::{phase, value};
pub use official::official;

use crate::annotated::Annotated;
use crate::wording::Locale;
use serde::Serialize;

/// The explanations of all marks of an analysis, as plain text, in the order of its lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanations {
    pub claims: Vec<String>,
    pub figures: Vec<String>,
    pub officials: Vec<String>,
}

/// Explains every mark.
pub fn explain(article: &Annotated, locale: Locale) -> Explanations {
    let analysis = article.analysis();
    Explanations {
        claims: analysis.claims.iter().map(|c| claim(article, c, locale).to_string()).collect(),
        figures: analysis.figures.iter().map(|f| figure(article, f, locale).to_string()).collect(),
        officials: analysis.officials.iter().map(|o| official(article, o, locale).to_string()).collect(),
    }
}
