//! The same claim in both articles: who says it in either, and with which words.

use super::pairing::pairs;
use super::table::{Row, Table, place, words};
use super::words::{Words, content_words};
use crate::analysis::{Claim, MarkKind, Range, is_dismissed};
use crate::annotated::Annotated;
use crate::labels;
use crate::short_form::one_in_other;
use crate::text::fold;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// Words that two claims share at least; the note of the table says so too.
const SHARED: usize = 3;

/// The table of claims that stand in both articles.
pub(super) fn compare(articles: &[Annotated; 2], locale: Locale) -> Table {
    let [a, b] =
        articles.each_ref().map(|article| article.analysis().claims.iter().map(|claim| asserted(article, claim)).collect::<Vec<_>>());
    let group = |(of_a, of_b): (usize, usize)| group(articles, [of_a, of_b], locale);
    Table {
        class: "same-claims",
        heading: texts::SECTION_SAME_CLAIMS,
        note: texts::SAME_CLAIMS_NOTE,
        none: texts::NO_SAME_CLAIMS,
        groups: pairs(&a, &b, SHARED).into_iter().enumerate().filter_map(|(of_a, of_b)| Some(group((of_a, of_b?)))).collect(),
    }
    .differences_first()
}

/// The content words of what is claimed, without those that say who claims it. Of a dismissed claim none.
fn asserted(article: &Annotated, claim: &Claim) -> Words {
    if is_dismissed(&claim.changes) {
        return Words::default();
    }
    let mut words = content_words(article.words(claim.range()));
    let a = &claim.attribution;
    for range in [a.source, a.cue, a.relay].into_iter().flatten() {
        words.remove(&content_words(article.words(range)));
    }
    words
}

fn group(articles: &[Annotated; 2], indices: [usize; 2], locale: Locale) -> Vec<Row> {
    let claims = [0, 1].map(|side| &articles[side].analysis().claims[indices[side]]);
    let both = |cell: &dyn Fn(&Annotated, &Claim) -> Option<Markup>| [0, 1].map(|side| cell(&articles[side], claims[side]));
    let text = [0, 1].map(|side| {
        Some(place(&articles[side], MarkKind::Claim, indices[side], claims[side].range(), words(&articles[side], claims[side].range())))
    });
    let said_by = both(&|article, claim| {
        Some(html! {
            span.isnad-chip { (labels::source_type(claim.attribution.source_type).text(locale)) }
            @if let Some(source) = claim.attribution.source { " " (words(article, source)) }
        })
    });
    let cue = both(&|article, claim| {
        let cue = claim.attribution.cue?;
        Some(html! {
            (words(article, cue))
            @if let Some(stance) = claim.attribution.stance { " " span.isnad-chip { (labels::stance(stance).text(locale)) } }
        })
    });
    let [a, b] = claims;
    let folded = |side: usize, range: Option<Range>| range.map(|range| fold(articles[side].words(range)).shadow);
    // Forms of one verb are no other cue: what counts is what the cue does; or that one article has none.
    let other_cue = a.attribution.stance != b.attribution.stance || a.attribution.cue.is_some() != b.attribution.cue.is_some();
    let other_source = a.attribution.source_type != b.attribution.source_type
        || match (folded(0, a.attribution.source), folded(1, b.attribution.source)) {
            (Some(a), Some(b)) => !one_in_other(&a, &b),
            _ => false,
        };
    let rows = vec![
        Row::new(html! { (texts::MARK_CLAIM.text(locale)) }, text),
        Row { differs: other_source, ..Row::new(html! { (texts::COLUMN_SOURCE.text(locale)) }, said_by) },
        Row { differs: other_cue, ..Row::new(html! { (texts::COLUMN_CUE.text(locale)) }, cue) },
        Row::of_labels(texts::COLUMN_CERTAINTY, claims.map(|claim| Some(labels::certainty(claim.certainty))), locale),
    ];
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}
