//! The source ladder as a picture, each rung with links to its claims, and the four measures that sum it up.

use super::row::{line, name, row_link, section};
use super::tally::{LADDER, Tally, percent};
use crate::analysis::{SourceType, is_dismissed};
use crate::annotated::Annotated;
use crate::labels;
use crate::wording::{Language, Locale, Prose, Wording, texts};
use maud::{Markup, html};

/// Seven rungs: of each the share as a bar in the line of its source, the count, the whole, the claims.
pub(super) fn ladder(article: &Annotated, tally: &Tally, locale: Locale) -> Markup {
    section(
        "ladder",
        locale,
        texts::SECTION_LADDER,
        Some(texts::LADDER_NOTE.text(locale).to_owned()),
        html! {
            (measures(tally, locale))
            ol.isnad-rungs role="list" {
                @for source in LADDER { (rung_row(source, article, tally, locale)) }
            }
        },
    )
}

fn rung_row(source: SourceType, article: &Annotated, tally: &Tally, locale: Locale) -> Markup {
    let (part, whole) = (tally.rung(source), tally.claims);
    let claims = article.analysis().claims.iter().enumerate();
    let on_it = claims.filter(|(_, c)| c.attribution.source_type == source && !is_dismissed(&c.changes)).map(|(index, _)| index);
    html! {
        li class={ "isnad-rung is-" (line(source)) } data-source=(name(source)) {
            span.isnad-rung-name { (labels::source_type(source).text(locale)) }
            (bar(source, part, whole, locale))
            span.isnad-rung-count { (part_of_whole(part, whole, locale)) }
            span.isnad-rung-share { (share(part, whole, locale)) }
            @if part > 0 {
                span.isnad-rung-claims { @for claim in on_it { (row_link(claim, locale, html! {})) " " } }
            }
        }
    }
}

/// A thick line as long as the share, drawn as the marks draw the source. A picture: the numbers stand beside it.
/// Lengths are attributes and no style, which a page's policy may forbid.
pub(crate) fn bar(source: SourceType, part: usize, whole: usize, locale: Locale) -> Markup {
    let length = if whole == 0 { 0.0 } else { part as f64 * 100.0 / whole as f64 };
    let (from, to) = match locale.language {
        Language::Arabic => (100.0, 100.0 - length),
        Language::English => (0.0, length),
    };
    html! {
        svg class={ "isnad-bar is-" (line(source)) } aria-hidden="true" focusable="false" {
            line.isnad-bar-track x1="0" x2="100%" y1="50%" y2="50%" {}
            @if part > 0 {
                line.isnad-bar-value x1=(format!("{from:.2}%")) x2=(format!("{to:.2}%")) y1="50%" y2="50%" {}
            }
        }
    }
}

fn measures(tally: &Tally, locale: Locale) -> Markup {
    let of_claims = |part| (share(part, tally.claims, locale), part_of_whole(part, tally.claims, locale));
    let largest = tally.largest();
    let largest_words = match largest {
        Some(source) => html! { bdi lang="ar" { (source.name) } },
        None => html! { (texts::NO_NAMED_SOURCE.text(locale)) },
    };
    let tile = |class: &str, label: Wording, (number, words): (String, Markup)| {
        html! {
            div class={ "isnad-measure is-" (class) } {
                dt { (label.text(locale)) }
                dd { strong { (number) } span { (words) } }
            }
        }
    };
    let plain = |(number, words): (String, String)| (number, html! { (words) });
    let named = tally.claims - tally.unattributed() - tally.veiled();
    html! {
        dl.isnad-measures {
            (tile("author", texts::MEASURE_UNATTRIBUTED, plain(of_claims(tally.unattributed()))))
            (tile("veiled", texts::MEASURE_VEILED, plain(of_claims(tally.veiled()))))
            (tile("named", texts::MEASURE_SOURCES,
                (locale.number(tally.sources.len()), html! { (texts::SOURCES_CLAIMS_COUNTED.count(locale, named)) })))
            (tile("largest", texts::MEASURE_LARGEST,
                (share(largest.map_or(0, |s| s.claims), tally.claims, locale), largest_words)))
        }
    }
}

/// A share in whole per cent, in the digits of the locale.
pub(crate) fn share(part: usize, whole: usize, locale: Locale) -> String {
    locale.number(format!("{}%", percent(part, whole)))
}

/// `3 of 7`, in the digits of the locale.
pub(crate) fn part_of_whole(part: usize, whole: usize, locale: Locale) -> String {
    let number = |n: usize| Prose::ours(locale, locale.number(n));
    texts::PART_OF_WHOLE.fill(locale, &[("part", number(part)), ("whole", number(whole))]).to_string()
}
