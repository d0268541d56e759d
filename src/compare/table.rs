//! What all comparisons look like: a table with a column for each article, rows of one thing together, differences named.

use crate::analysis::{MarkKind, Range};
use crate::annotated::Annotated;
use crate::report::row::{link, section};
use crate::wording::{Locale, Wording, texts};
use maud::{Markup, html};

/// A table of a comparison: rows in groups, a group for each thing that is compared.
pub(super) struct Table {
    pub class: &'static str,
    pub heading: Wording,
    /// How the articles were compared.
    pub note: Wording,
    /// What is said if there is nothing to compare.
    pub none: Wording,
    pub groups: Vec<Vec<Row>>,
}

/// One property of what is compared.
pub(super) struct Row {
    pub label: Markup,
    /// What either article says; `None` if it says nothing.
    pub cells: [Option<Markup>; 2],
    /// The articles say different things.
    pub differs: bool,
}

impl Row {
    /// A row whose cells do not differ.
    pub fn new(label: Markup, cells: [Option<Markup>; 2]) -> Row {
        Row { label, cells, differs: false }
    }

    /// Of a label that both articles have, told by its names.
    pub fn of_labels(label: Wording, values: [Option<Wording>; 2], locale: Locale) -> Row {
        let texts = values.map(|value| value.map(|value| value.text(locale)).filter(|text| !text.is_empty()));
        Row {
            label: html! { (label.text(locale)) },
            cells: texts.map(|text| text.map(|text| html! { (text) })),
            differs: texts[0] != texts[1],
        }
    }

    /// Neither article says anything.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }
}

impl Table {
    /// Puts groups with differences first.
    pub fn differences_first(mut self) -> Table {
        let (different, alike): (Vec<_>, Vec<_>) = self.groups.into_iter().partition(|group| group.iter().any(|row| row.differs));
        self.groups = different;
        self.groups.extend(alike);
        self
    }

    /// The table as a section of the page, titles as the heads of its columns.
    pub fn render(&self, titles: &[String; 2], locale: Locale) -> Markup {
        let content = html! {
            @if self.groups.is_empty() {
                p.isnad-none { (self.none.text(locale)) }
            } @else {
                table role="table" {
                    thead role="rowgroup" {
                        tr role="row" {
                            td role="cell" {}
                            @for title in titles { th role="columnheader" scope="col" { bdi lang="ar" { (title) } } }
                        }
                    }
                    @for group in &self.groups {
                        tbody role="rowgroup" { @for row in group { (self::row(row, titles, locale)) } }
                    }
                }
            }
        };
        section(self.class, locale, self.heading, Some(self.note.text(locale).to_owned()), content)
    }
}

fn row(row: &Row, titles: &[String; 2], locale: Locale) -> Markup {
    html! {
        tr role="row" class=[row.differs.then_some("is-different")] {
            th role="rowheader" scope="row" {
                (row.label)
                @if row.differs { " " span.isnad-chip.is-worded { (texts::DIFFERENT.text(locale)) } }
            }
            @for ((cell, title), article) in row.cells.iter().zip(titles).zip(["a", "b"]) {
                td role="cell" data-article=(article) data-label=(title) {
                    @match cell {
                        Some(cell) => (cell),
                        None => span.isnad-missing { (texts::NOT_THERE.text(locale)) },
                    }
                }
            }
        }
    }
}

/// Words of an article that lead to their place in it.
pub(super) fn place(article: &Annotated, kind: MarkKind, index: usize, range: Range, words: Markup) -> Markup {
    link(article, kind, index, 0, range, "isnad-place", words)
}

/// Words of an article, set off from the language of the interface.
pub(super) fn words(article: &Annotated, range: Range) -> Markup {
    html! { bdi lang="ar" { (article.words(range)) } }
}
