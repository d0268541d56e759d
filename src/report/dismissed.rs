//! What the reader dismissed: out of every count, in sight behind a fold, so that it can be taken back.

use super::row::{link, name};
use crate::analysis::is_dismissed;
use crate::annotated::Annotated;
use crate::labels;
use crate::marks::{Mark, marks};
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// Nothing if nothing is dismissed.
pub(super) fn dismissed(article: &Annotated, locale: Locale) -> Markup {
    // An official is dismissed with all mentions, and stands here with the first.
    let is_shown = |mark: &Mark| mark.mention == 0 && is_dismissed(mark.changes(article));
    let marks: Vec<Mark> = marks(article).into_iter().filter(is_shown).collect();
    html! {
        @if !marks.is_empty() {
            details.isnad-section.isnad-dismissed {
                summary { (texts::SECTION_DISMISSED.text(locale)) " " span.isnad-count { (locale.number(marks.len())) } }
                ul role="list" {
                    @for Mark { kind, index, range, .. } in marks {
                        li data-row=(name(kind)) data-dismissed="true" {
                            (link(article, kind, index, 0, range, "isnad-row", html! {
                                span.isnad-chip { (labels::mark(kind).text(locale)) } " " bdi lang="ar" { (article.words(range)) }
                            }))
                        }
                    }
                }
            }
        }
    }
}
