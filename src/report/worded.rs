//! Claims that are worded softer or stronger than plainly, with the words that do it.

use super::row::{row_link, section};
use crate::analysis::{Certainty, Claim, ReasonCode, is_dismissed};
use crate::annotated::Annotated;
use crate::labels;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// In the order of the text, each a link to its claim. Nothing where every claim is plain.
pub(super) fn worded(article: &Annotated, locale: Locale) -> Markup {
    let claims = article.analysis().claims.iter().enumerate();
    let worded: Vec<_> = claims.filter(|(_, c)| c.certainty != Certainty::Plain && !is_dismissed(&c.changes)).collect();
    if worded.is_empty() {
        return html! {};
    }
    section(
        "worded",
        locale,
        texts::SECTION_WORDED,
        Some(texts::WORDED_NOTE.text(locale).to_owned()),
        html! {
            ul.isnad-worded-list role="list" {
                @for (index, claim) in worded { li { (row_link(index, locale, html! { (words(article, claim, locale)) })) } }
            }
        },
    )
}

fn words(article: &Annotated, claim: &Claim, locale: Locale) -> Markup {
    let does = |code| matches!(code, ReasonCode::Hedge | ReasonCode::Booster);
    let words = claim.reasons.iter().filter(|reason| does(reason.code)).filter_map(|reason| reason.words);
    html! {
        @for words in words { strong lang="ar" dir="rtl" { "«" (article.words(words)) "»" } " " }
        span.isnad-chip.is-worded { (labels::certainty(claim.certainty).text(locale)) }
        span.isnad-worded-claim lang="ar" dir="rtl" { (article.words(claim.range())) }
    }
}
