//! Pages to print for a class: the article with tasks, and the same with answers.

use crate::annotated::Annotated;
use crate::wording::Locale;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
pub struct Options {
    #[serde(default)]
    pub title: Option<String>,
    /// The instructor's own questions.
    #[serde(default)]
    pub questions: Option<Vec<String>>,
    /// Whether the standard questions are asked too; they are unless this is `false`.
    #[serde(default)]
    pub standard: Option<bool>,
    #[serde(default)]
    pub pages: Option<Pages>,
}

/// The pages for students, those with the answers, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pages {
    Blank,
    Key,
    #[default]
    Both,
}

pub fn file(article: &Annotated, _options: &Options, locale: Locale) -> String {
    super::file(article, locale)
}
