//! What every row of the report has in common: it is a link to its mark, and says to scripts which mark that is.

use crate::analysis::{MarkKind, Range, SourceType};
use crate::annotated::Annotated;
use crate::wording::{Locale, Wording, texts};
use maud::{Markup, html};

/// The name of a label, as in JSON.
pub(crate) fn name(label: impl Into<&'static str>) -> &'static str {
    label.into()
}

/// The place of a mark in the marked article, as an HTML id. `mention` counts the mentions of one official, from 0.
pub(super) fn mark_id(article: &Annotated, kind: MarkKind, index: usize, mention: usize) -> String {
    let (kind, article) = (name(kind), article.name());
    match mention {
        0 => format!("isnad-{article}{kind}-{index}"),
        _ => format!("isnad-{article}{kind}-{index}-{mention}"),
    }
}

/// The place of a row in the report, as an HTML id.
pub(super) fn row_id(kind: MarkKind, index: usize) -> String {
    format!("isnad-about-{}-{index}", name(kind))
}

/// A link to a mark. Without script it leads to the mark in the marked article; a page with script takes the mark from
/// its data attributes.
pub(crate) fn link(
    article: &Annotated,
    kind: MarkKind,
    index: usize,
    mention: usize,
    range: Range,
    class: &str,
    content: Markup,
) -> Markup {
    let outward = article.outward(range);
    html! {
        a class=(class) href={ "#" (mark_id(article, kind, index, mention)) } data-kind=(name(kind)) data-index=(index)
            data-start=(outward.start) data-end=(outward.end) { (content) }
    }
}

/// A link from elsewhere in the report to the row of a claim, by the claim's number.
pub(super) fn row_link(claim: usize, locale: Locale, content: Markup) -> Markup {
    html! {
        a href={ "#" (row_id(MarkKind::Claim, claim)) } { span.isnad-row-number { (locale.number(claim + 1)) } (content) }
    }
}

/// The line a source has under its claims: named, veiled (unnamed or vague), or the author's own voice.
pub(crate) fn line(source: SourceType) -> &'static str {
    match source {
        SourceType::Author => "author",
        SourceType::Unnamed | SourceType::Vague => "veiled",
        SourceType::Official | SourceType::Person | SourceType::Institution | SourceType::Document => "named",
    }
}

/// Says that a label is the reader's.
pub(super) fn by_reader(locale: Locale) -> Markup {
    html! { span.isnad-chip.is-reader { (texts::BY_READER.text(locale)) } }
}

/// A section of the report with its heading and a line on what it shows.
pub(crate) fn section(class: &str, locale: Locale, heading: Wording, note: Option<String>, content: Markup) -> Markup {
    html! {
        section class={ "isnad-section isnad-" (class) } {
            header { h2 { (heading.text(locale)) } @if let Some(note) = note { p { (note) } } }
            (content)
        }
    }
}
