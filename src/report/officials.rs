//! The officials: who they are by the text, where they stand in it, and how much is attributed to them.

use super::row::{by_reader, link, name, row_id, section};
use super::tally::Tally;
use crate::analysis::{MarkKind, Official, is_dismissed};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// The section of the officials.
pub(super) fn officials(article: &Annotated, tally: &Tally, locale: Locale) -> Markup {
    let officials = &article.analysis().officials;
    section(
        "officials",
        locale,
        texts::SECTION_OFFICIALS,
        None,
        html! {
            @if officials.iter().all(|official| is_dismissed(&official.changes)) {
                p.isnad-none { (texts::NO_OFFICIALS.text(locale)) }
            } @else {
                ul.isnad-officials-list role="list" {
                    @for (index, official) in officials.iter().enumerate().filter(|(_, official)| !is_dismissed(&official.changes)) {
                        (row(article, index, official, tally.officials[index], locale))
                    }
                }
            }
        },
    )
}

fn row(article: &Annotated, index: usize, official: &Official, attributed: usize, locale: Locale) -> Markup {
    let content = html! {
        strong.isnad-official-name { bdi lang="ar" { (official.name) } }
        span.isnad-chips {
            span.isnad-chip.is-official { (labels::official_kind(official.kind).text(locale)) }
            @if !official.changes.is_empty() { (by_reader(locale)) }
            span.isnad-chip { (texts::MENTIONS_COUNTED.count(locale, official.mentions.len())) }
            span.isnad-chip { (texts::ATTRIBUTED_COUNTED.count(locale, attributed)) }
        }
        @if official.offices.is_empty() {
            span.isnad-missing { (texts::NO_OFFICE.text(locale)) }
        }
        @for office in &official.offices { span.isnad-office lang="ar" dir="rtl" { (office) } }
        span.isnad-why { (explain::official(article, official, locale)) }
    };
    html! {
        li id=(row_id(MarkKind::Official, index)) data-row=(name(MarkKind::Official)) data-label=(name(official.kind)) {
            @if let Some(first) = official.mentions.first() {
                (link(article, MarkKind::Official, index, 0, first.range(), "isnad-row", content))
            }
            @if official.mentions.len() > 1 {
                ol.isnad-mentions role="list" {
                    @for (nth, mention) in official.mentions.iter().enumerate() {
                        li { (link(article, MarkKind::Official, index, nth, mention.range(), "isnad-mention", html! {
                            span aria-hidden="true" { (locale.number(nth + 1)) } " " bdi lang="ar" { (article.words(mention.range())) }
                        })) }
                    }
                }
            }
        }
    }
}
