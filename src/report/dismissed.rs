//! What the reader dismissed: out of every count, in sight behind a fold, so that it can be taken back.

use super::row::{link, name};
use crate::analysis::{MarkKind, Range, is_dismissed};
use crate::annotated::Annotated;
use crate::labels;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// Nothing if nothing is dismissed.
pub(super) fn dismissed(article: &Annotated, locale: Locale) -> Markup {
    let marks = marks(article);
    html! {
        @if !marks.is_empty() {
            details.isnad-section.isnad-dismissed {
                summary { (texts::SECTION_DISMISSED.text(locale)) " " span.isnad-count { (locale.number(marks.len())) } }
                ul role="list" {
                    @for (kind, index, range) in marks {
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

fn marks(article: &Annotated) -> Vec<(MarkKind, usize, Range)> {
    let analysis = article.analysis();
    let claims = analysis.claims.iter().enumerate().map(|(i, c)| (MarkKind::Claim, i, Some(c.range()), &c.changes));
    let figures = analysis.figures.iter().enumerate().map(|(i, f)| (MarkKind::Figure, i, Some(f.range()), &f.changes));
    let officials =
        (analysis.officials.iter().enumerate()).map(|(i, o)| (MarkKind::Official, i, o.mentions.first().map(|m| m.range()), &o.changes));
    (claims.chain(figures).chain(officials))
        .filter(|(_, _, _, changes)| is_dismissed(changes))
        .filter_map(|(kind, index, range, _)| Some((kind, index, range?)))
        .collect()
}
