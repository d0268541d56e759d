//! What every row of the report has in common: it is a link to its mark, and says to scripts which mark that is.

use crate::analysis::{MarkKind, Range, SourceType};
use crate::annotated::Annotated;
use crate::wording::{Locale, Wording, texts};
use maud::{Markup, html};

/// The name of a label, as in JSON.
pub(super) fn name(label: impl Into<&'static str>) -> &'static str {
    label.into()
}

/// The place of a mark in the marked article, as an HTML id. `mention` counts the mentions of one official, from 0.
pub(super) fn mark_id(kind: MarkKind, index: usize, mention: usize) -> String {
    match mention {
        0 => format!("isnad-{}-{index}", name(kind)),
        _ => format!("isnad-{}-{index}-{mention}", name(kind)),
    }
}

/// The place of a row in the report, as an HTML id.
pub(super) fn row_id(kind: MarkKind, index: usize) -> String {
    format!("isnad-about-{}-{index}", name(kind))
}

/// A link to a mark. Without script it leads to the mark in the marked article; a page with script takes the mark from
/// its data attributes.
pub(super) fn link(
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
        a class=(class) href={ "#" (mark_id(kind, index, mention)) } data-kind=(name(kind)) data-index=(index)
            data-start=(outward.start) data-end=(outward.end) { (content) }
    }
}

/// The line a source has under its claims: named, veiled (unnamed or vague), or the author's own voice.
pub(super) fn line(source: SourceType) -> &'static str {
    match source {
        SourceType::Author => "author",
        SourceType::Unnamed | SourceType::Vague => "veiled",
        SourceType::Official | SourceType::Person | SourceType::Institution | SourceType::Document => "named",
    }
}

/// The name of a rung of the source ladder.
pub(super) fn rung(source: SourceType) -> Wording {
    match source {
        SourceType::Official => texts::RUNG_OFFICIAL,
        SourceType::Person => texts::RUNG_PERSON,
        SourceType::Institution => texts::RUNG_INSTITUTION,
        SourceType::Document => texts::RUNG_DOCUMENT,
        SourceType::Unnamed => texts::RUNG_UNNAMED,
        SourceType::Vague => texts::RUNG_VAGUE,
        SourceType::Author => texts::RUNG_AUTHOR,
    }
}

/// A section of the report with its heading and a line on what it shows.
pub(super) fn section(class: &str, locale: Locale, heading: Wording, note: Option<String>, content: Markup) -> Markup {
    html! {
        section class={ "isnad-section isnad-" (class) } {
            header { h2 { (heading.text(locale)) } @if let Some(note) = note { p { (note) } } }
            (content)
        }
    }
}
