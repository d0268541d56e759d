//! An article with its marks for other programs: a spreadsheet, a text editor, anything that reads JSON or annotations.

mod annotation;
mod csv;
mod lesson;
mod markdown;

use crate::analysis::{Analysis, MarkKind, Range, SourceType};
use crate::annotated::Annotated;
use crate::text::OffsetUnit;
use crate::wording::Locale;
use serde::{Deserialize, Serialize};

/// What an article is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A row a mark, for spreadsheets.
    Csv,
    /// Everything, for programs.
    Json,
    /// To be read, or to go on writing in.
    Markdown,
    /// W3C Web Annotation (JSON-LD).
    Annotation,
}

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// As the page or the reader calls it.
    #[serde(default)]
    pub title: Option<String>,
    /// Of the page it was read from.
    #[serde(default)]
    pub address: Option<String>,
    /// When it was read, ISO 8601.
    #[serde(default)]
    pub date: Option<String>,
    /// What a student marked in a lesson.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<Vec<LessonEntry>>,
}

impl Details {
    /// The title or, without one, the first words of the text.
    pub(crate) fn title(&self, article: &Annotated) -> String {
        crate::report::title_of(self.title.as_deref(), article.text())
    }
}

/// One place of a lesson: what a student marked, or left out. Offsets in the unit of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonEntry {
    /// What the student took it for.
    pub mark: MarkKind,
    /// Where it begins.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
    /// The mark of the analysis that was met or missed, in the list of its kind.
    #[serde(default)]
    pub index: Option<usize>,
    /// What the analysis says of it.
    pub outcome: Outcome,
    /// Who says it, by the student.
    #[serde(default)]
    pub source_type: Option<SourceType>,
}

impl LessonEntry {
    /// Its place, in the unit of the article.
    pub(crate) fn range(&self) -> Range {
        Range { start: self.start, end: self.end }
    }
}

/// How what a student marked and what the analysis marks agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Marked by the student and by the analysis.
    Hit,
    /// By the analysis alone.
    Miss,
    /// By the student alone.
    Extra,
}

/// An export: text as it is, or data to be written as JSON.
pub enum Content<'a> {
    /// CSV, Markdown.
    Text(String),
    /// JSON, annotations.
    Data(Data<'a>),
}

/// What an export in JSON holds.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Data<'a> {
    /// Of [`Format::Json`].
    Article(Box<Article<'a>>),
    /// Of [`Format::Annotation`].
    Annotations(Box<annotation::Collection>),
}

/// Everything of an article.
#[derive(Serialize)]
pub struct Article<'a> {
    generator: &'static str,
    #[serde(flatten)]
    details: &'a Details,
    /// What offsets count.
    offsets: OffsetUnit,
    text: &'a str,
    analysis: Analysis,
}

/// The program that made an export.
pub(crate) const GENERATOR: &str = concat!("Isnad ", env!("CARGO_PKG_VERSION"));

/// Writes the article in a format. What CSV, Markdown and annotations say in words is in `locale`.
pub fn export<'a>(article: &Annotated<'a>, details: &'a Details, format: Format, locale: Locale) -> Content<'a> {
    match format {
        Format::Csv => Content::Text(csv::write(article, details, locale)),
        Format::Markdown => Content::Text(markdown::write(article, details, locale)),
        Format::Annotation => Content::Data(Data::Annotations(Box::new(annotation::collection(article, details, locale)))),
        Format::Json => Content::Data(Data::Article(Box::new(Article {
            generator: GENERATOR,
            details,
            offsets: article.unit(),
            text: article.text(),
            analysis: article.outward_analysis(),
        }))),
    }
}
