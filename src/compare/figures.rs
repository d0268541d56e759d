//! The same sum in both articles: another value, another kind, another giver.

use super::pairing::pairs;
use super::table::{Row, Table, place, words};
use super::words::{Words, content_words};
use crate::analysis::{Figure, MarkKind, Range};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::short_form::one_in_other;
use crate::sums::{Sum, Value, sums, value_of};
use crate::text::fold;
use crate::wording::{Locale, Wording, texts};
use maud::html;
use rustc_hash::FxHashMap;

/// Words that two sums of different values share at least; the note of the table says so too.
const SHARED: usize = 2;

/// The table of sums that stand in both articles.
pub(super) fn compare(articles: &[Annotated; 2], locale: Locale) -> Table {
    let sums = articles.each_ref().map(|article| sums(article));
    let mut partners = equal(articles, &sums);
    // Sums that have no equal are told by what they are for; of the others nothing is told here, so that they find no partner.
    let told = [0, 1].map(|side| {
        let taken = |sum: usize| if side == 0 { partners[sum].is_some() } else { partners.contains(&Some(sum)) };
        let tell = |(index, sum): (usize, &Sum)| if taken(index) { Words::default() } else { about(&articles[side], sum) };
        sums[side].iter().enumerate().map(tell).collect::<Vec<Words>>()
    });
    for (partner, alike) in partners.iter_mut().zip(pairs(&told[0], &told[1], SHARED)) {
        *partner = partner.or(alike);
    }
    Table {
        class: "same-sums",
        heading: texts::SECTION_SAME_SUMS,
        note: texts::SAME_SUMS_NOTE,
        none: texts::NO_SAME_SUMS,
        groups: (partners.iter().enumerate()).filter_map(|(a, b)| Some(group(articles, [&sums[0][a], &sums[1][(*b)?]], locale))).collect(),
    }
    .differences_first()
}

/// Of each sum of the first article the one of the same value and currency in the other, in the order of the text.
fn equal(articles: &[Annotated; 2], sums: &[Vec<Sum>; 2]) -> Vec<Option<usize>> {
    let value = |side: usize, sum: &Sum| {
        let (low, high, currency, _) = value_of(&articles[side], &articles[side].analysis().figures[sum.mentions[0]])?;
        // Whether it is funding is one of the things that may differ.
        Some((low, high, currency, false))
    };
    let mut of_b: FxHashMap<Value, Vec<usize>> = FxHashMap::default();
    for (index, sum) in sums[1].iter().enumerate().rev() {
        if let Some(value) = value(1, sum) {
            of_b.entry(value).or_default().push(index);
        }
    }
    sums[0].iter().map(|sum| value(0, sum).and_then(|value| of_b.get_mut(&value)).and_then(Vec::pop)).collect()
}

/// What a sum is for, by its frame or, without one, by the claim it stands in.
fn about(article: &Annotated, sum: &Sum) -> Words {
    let analysis = article.analysis();
    let figures = sum.mentions.iter().map(|&mention| &analysis.figures[mention]);
    let mut words = Words::default();
    for range in figures.clone().flat_map(|figure| [figure.donor, figure.recipient, figure.purpose]).flatten() {
        words.add(content_words(article.words(range)));
    }
    if words.len() >= SHARED {
        return words;
    }
    if let Some(claim) = figures.filter_map(|figure| figure.claim).next() {
        words.add(content_words(article.words(analysis.claims[claim].range())));
    }
    words.remove(&content_words(article.words(analysis.figures[sum.mentions[0]].range())));
    words
}

fn group(articles: &[Annotated; 2], sums: [&Sum; 2], locale: Locale) -> Vec<Row> {
    let firsts = [0, 1].map(|side| &articles[side].analysis().figures[sums[side].mentions[0]]);
    let text = [0, 1].map(|side| {
        let index = sums[side].mentions[0];
        Some(place(&articles[side], MarkKind::Figure, index, firsts[side].range(), words(&articles[side], firsts[side].range())))
    });
    let value = firsts.map(|figure| {
        Some(html! {
            bdi.isnad-value { (explain::value(figure, locale)) }
            @if let Some(currency) = &figure.currency { " " span.isnad-currency { (currency) } }
        })
    });
    let heading = |wording: Wording| html! { (wording.text(locale)) };
    let [a, b] = firsts;
    let other_value = (a.min, a.max) != (b.min, b.max) || a.currency != b.currency;
    let phases = [0, 1].map(|side| sums[side].tells(&articles[side].analysis().figures, |figure| figure.phase).map(labels::phase));
    let mut rows = vec![
        Row::new(heading(texts::COLUMN_SUM), text),
        Row { differs: other_value, ..Row::new(heading(texts::COLUMN_VALUE), value) },
        Row::of_labels(texts::COLUMN_KIND, firsts.map(|figure| Some(labels::figure_kind(figure.kind))), locale),
        Row::of_labels(texts::COLUMN_PHASE, phases, locale),
    ];
    type Slot = fn(&Figure) -> Option<Range>;
    let slots: [(Wording, Slot); 5] = [
        (texts::COLUMN_APPROXIMATOR, |figure| figure.approx),
        (texts::SLOT_DONOR, |figure| figure.donor),
        (texts::SLOT_RECIPIENT, |figure| figure.recipient),
        (texts::SLOT_PURPOSE, |figure| figure.purpose),
        (texts::SLOT_PERIOD, |figure| figure.period),
    ];
    for (label, slot) in slots {
        let ranges = [0, 1].map(|side| sums[side].tells(&articles[side].analysis().figures, slot));
        let cells = [0, 1].map(|side| ranges[side].map(|range| words(&articles[side], range)));
        rows.push(Row { differs: differ(articles, ranges), ..Row::new(heading(label), cells) });
    }
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}

/// One article tells it and the other does not, or they tell it otherwise than in full and in short.
fn differ(articles: &[Annotated; 2], ranges: [Option<Range>; 2]) -> bool {
    match ranges {
        [None, None] => false,
        [Some(a), Some(b)] => !one_in_other(&fold(articles[0].words(a)).shadow, &fold(articles[1].words(b)).shadow),
        _ => true,
    }
}
