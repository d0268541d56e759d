//! The claims: key claims by score, the others behind a fold.

use super::row::{by_reader, line, link, name, row_id, section};
use crate::analysis::{Analysis, Certainty, MarkKind, is_dismissed};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::order::sort_by_number;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// The section of the claims.
pub(super) fn claims(article: &Annotated, locale: Locale) -> Markup {
    let (key, routine) = ranked(article.analysis());
    let strongest = strongest(article.analysis());
    let rows = |indices: &[usize]| {
        html! {
            ol.isnad-claims-list role="list" { @for &index in indices { (row(article, index, strongest[index], locale)) } }
        }
    };
    section(
        "claims",
        locale,
        texts::SECTION_CLAIMS,
        (!key.is_empty()).then(|| texts::CLAIMS_NOTE.text(locale).to_owned()),
        html! {
            @if key.is_empty() {
                p.isnad-none { (texts::KEY_CLAIMS_COUNTED.count(locale, 0)) }
            } @else {
                (rows(&key))
            }
            @if !routine.is_empty() {
                details.isnad-routine {
                    summary { (texts::SECTION_ROUTINE.text(locale)) " " span.isnad-count { (locale.number(routine.len())) } }
                    (rows(&routine))
                }
            }
        },
    )
}

/// Indices of the key claims, the strongest first, and of the others, in the order of the text; without dismissed ones.
pub(crate) fn ranked(analysis: &Analysis) -> (Vec<usize>, Vec<usize>) {
    let (mut key, routine): (Vec<usize>, Vec<usize>) =
        (0..analysis.claims.len()).filter(|&i| !is_dismissed(&analysis.claims[i].changes)).partition(|&i| analysis.claims[i].level >= 2);
    // No score is negative, so that its bits are in its order.
    sort_by_number(&mut key, |&at| !analysis.claims[at].score.to_bits());
    (key, routine)
}

/// For each claim, whether it carries a tint: the upper quarter of the key claims by score, one at least.
pub(super) fn strongest(analysis: &Analysis) -> Vec<bool> {
    let (key, _) = ranked(analysis);
    let mut strong = vec![false; analysis.claims.len()];
    for &index in &key[..key.len().div_ceil(4)] {
        strong[index] = true;
    }
    strong
}

fn row(article: &Annotated, index: usize, strong: bool, locale: Locale) -> Markup {
    let claim = &article.analysis().claims[index];
    let content = html! {
        span.isnad-number aria-hidden="true" { (locale.number(index + 1)) }
        span.isnad-claim-text lang="ar" dir="rtl" { (article.words(claim.range())) }
        span.isnad-chips {
            span class={ "isnad-chip is-" (line(claim.attribution.source_type)) } { (labels::source_type(claim.attribution.source_type).text(locale)) }
            span.isnad-chip { (labels::claim_type(claim.kind).text(locale)) }
            @if !claim.changes.is_empty() { (by_reader(locale)) }
            @if claim.certainty != Certainty::Plain { span.isnad-chip.is-worded { (labels::certainty(claim.certainty).text(locale)) } }
        }
        span.isnad-why { (explain::claim(article, claim, locale)) }
    };
    let class = format!("isnad-row is-{}{}", line(claim.attribution.source_type), if strong { " is-strong" } else { "" });
    html! {
        li id=(row_id(MarkKind::Claim, index)) data-row=(name(MarkKind::Claim)) data-key=(claim.level >= 2)
            data-source=(name(claim.attribution.source_type)) data-type=(name(claim.kind)) data-certainty=(name(claim.certainty))
            data-stance=[claim.attribution.stance.map(name)] { (link(article, MarkKind::Claim, index, 0, claim.range(), &class, content)) }
    }
}
