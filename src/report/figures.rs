//! The sums of money as a table: what each is in plain digits, who gives what to whom, and what the text leaves out. A sum
//! told more than once is one row with its mentions.

use super::row::{by_reader, link, name, row_id, section};
use crate::analysis::{Figure, FigureKind, MarkKind, Range};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::sums::{Sum, sums};
use crate::wording::{Locale, Wording, texts};
use maud::{Markup, html};

/// Roles are said although they are those of the elements: in a narrow place the style lays rows out as cards, and
/// browsers then forget that they are a table.
pub(super) fn figures(article: &Annotated, locale: Locale) -> Markup {
    let sums = sums(article);
    let columns = [
        texts::COLUMN_SUM,
        texts::COLUMN_VALUE,
        texts::COLUMN_KIND,
        texts::SLOT_DONOR,
        texts::SLOT_RECIPIENT,
        texts::SLOT_PURPOSE,
        texts::SLOT_PERIOD,
        texts::COLUMN_SOURCE,
    ];
    section(
        "figures",
        locale,
        texts::SECTION_FIGURES,
        None,
        html! {
            @if sums.is_empty() {
                p.isnad-none { (texts::NO_FIGURES.text(locale)) }
            } @else {
                table role="table" {
                    thead role="rowgroup" {
                        tr role="row" { @for column in columns { th role="columnheader" scope="col" { (column.text(locale)) } } }
                    }
                    tbody role="rowgroup" {
                        @for sum in &sums { (row(article, sum, locale)) }
                    }
                }
            }
        },
    )
}

fn row(article: &Annotated, sum: &Sum, locale: Locale) -> Markup {
    let figures = &article.analysis().figures;
    let (&index, again) = sum.mentions.split_first().expect("a sum is told at least once");
    let figure = &figures[index];
    let told = |slot: fn(&Figure) -> Option<Range>| sum.tells(figures, slot);
    // The claim the sum stands in lends it its source, so that figures can be filtered as claims can.
    let claim = figure.claim.map(|claim| &article.analysis().claims[claim]);
    let text = html! { bdi lang="ar" { (article.words(figure.range())) } };
    let funding = figure.kind == FigureKind::Funding;
    let slots = [
        (texts::SLOT_DONOR, told(|f| f.donor)),
        (texts::SLOT_RECIPIENT, told(|f| f.recipient)),
        (texts::SLOT_PURPOSE, told(|f| f.purpose)),
        (texts::SLOT_PERIOD, told(|f| f.period)),
    ];
    html! {
        tr id=(row_id(MarkKind::Figure, index)) role="row" class=(if funding { "is-funding" } else { "is-other" })
            data-row=(name(MarkKind::Figure)) data-label=(name(figure.kind)) data-key=[claim.map(|claim| claim.level >= 2)]
            data-source=[claim.map(|claim| name(claim.attribution.source_type))] {
            th role="rowheader" scope="row" {
                (link(article, MarkKind::Figure, index, 0, figure.range(), "isnad-row", text))
                span.isnad-why { (explain::figure_reason(article, figure, locale)) }
                @if !again.is_empty() { (mentions(article, again, locale)) }
            }
            td role="cell" data-label=(texts::COLUMN_VALUE.text(locale)) {
                bdi.isnad-value { (explain::value(figure, locale)) }
                @if let Some(currency) = &figure.currency { " " span.isnad-currency { (currency) } }
                @if let Some(main) = figure.converts.and_then(|main| figures.get(main)) {
                    span.isnad-approx { "= " bdi { (explain::value(main, locale)) } @if let Some(currency) = &main.currency { " " (currency) } }
                }
                @if let Some(approx) = figure.approx {
                    span.isnad-approx { (texts::APPROXIMATE.text(locale)) " (" bdi lang="ar" { (article.words(approx)) } ")" }
                }
            }
            td role="cell" data-label=(texts::COLUMN_KIND.text(locale)) { span.isnad-chip.is-figure { (labels::figure_kind(figure.kind).text(locale)) }
                @if let Some(phase) = sum.tells(figures, |figure| figure.phase) { " " span.isnad-chip { (labels::phase(phase).text(locale)) } }
                @if !figure.changes.is_empty() { " " (by_reader(locale)) }
                @if !sum.rivals.is_empty() { " " span.isnad-chip { (texts::OTHER_VALUE.text(locale)) } }
            }
            @for (label, range) in slots { (slot(article, label, range, funding, locale)) }
            td role="cell" data-label=(texts::COLUMN_SOURCE.text(locale)) { (cited_by(article, figure, locale)) }
        }
    }
}

/// The places where the sum is told again.
fn mentions(article: &Annotated, again: &[usize], locale: Locale) -> Markup {
    html! {
        ol.isnad-mentions role="list" {
            @for (nth, &index) in again.iter().enumerate() {
                @let range = article.analysis().figures[index].range();
                li id=(row_id(MarkKind::Figure, index)) { (link(article, MarkKind::Figure, index, 0, range, "isnad-mention", html! {
                    span aria-hidden="true" { (locale.number(nth + 2)) } " " bdi lang="ar" { (article.words(range)) }
                })) }
            }
        }
    }
}

/// Who cites the sum: the source of the claim it stands in.
fn cited_by(article: &Annotated, figure: &Figure, locale: Locale) -> Markup {
    let attribution = figure.claim.and_then(|claim| article.analysis().claims.get(claim)).map(|claim| &claim.attribution);
    html! {
        @match attribution {
            Some(told) if told.source.is_some() => bdi lang="ar" { (told.source.map_or("", |range| article.words(range))) },
            Some(told) => (explain::source(told.source_type).text(locale)),
            None => {}
        }
    }
}

/// What fills a slot; for funding, that the text does not say it. Other sums have no such slots.
fn slot(article: &Annotated, label: Wording, range: Option<Range>, funding: bool, locale: Locale) -> Markup {
    html! {
        td role="cell" data-label=(label.text(locale)) class=[(range.is_none() && !funding).then_some("isnad-empty")] {
            @match range {
                Some(range) => bdi lang="ar" { (article.words(range)) },
                None if funding => span.isnad-missing { (texts::NOT_TOLD.text(locale)) },
                None => {}
            }
        }
    }
}
