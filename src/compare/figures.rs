//! The same sum in both articles: another value, another kind, another giver.

use super::pairing::pairs;
use super::table::{Row, Table, place, words};
use super::words::{Words, content_words};
use crate::analysis::{Figure, MarkKind, Range};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::sums::{Sum, currency_of, sums};
use crate::text::fold;
use crate::wording::{Locale, Wording, texts};
use maud::html;
use rustc_hash::{FxHashMap, FxHashSet};

/// Words that two sums of different values share at least; the note of the table says so too.
const SHARED: usize = 2;

pub(super) fn compare(articles: &[Annotated; 2], locale: Locale) -> Table {
    let sums = articles.each_ref().map(|article| sums(article));
    let mut found = equal(articles, &sums);
    let rest = [0, 1].map(|side| {
        let taken: FxHashSet<usize> = found.iter().map(|pair| pair[side]).collect();
        (0..sums[side].len()).filter(|sum| !taken.contains(sum)).collect::<Vec<_>>()
    });
    let told = [0, 1].map(|side| rest[side].iter().map(|&sum| about(&articles[side], &sums[side][sum])).collect::<Vec<Words>>());
    found.extend(pairs(&told[0], &told[1], SHARED).into_iter().map(|(a, b)| [rest[0][a], rest[1][b]]));
    found.sort_unstable();
    Table {
        class: "same-sums",
        heading: texts::SECTION_SAME_SUMS,
        note: texts::SAME_SUMS_NOTE,
        none: texts::NO_SAME_SUMS,
        groups: found.iter().map(|[a, b]| group(articles, [&sums[0][*a], &sums[1][*b]], locale)).collect(),
    }
    .differences_first()
}

/// Sums of the same value and currency, in the order of the text.
fn equal(articles: &[Annotated; 2], sums: &[Vec<Sum>; 2]) -> Vec<[usize; 2]> {
    let value = |side: usize, sum: &Sum| {
        let figure: &Figure = &articles[side].analysis().figures[sum.mentions[0]];
        let (low, high) = (figure.min?, figure.max?);
        Some((low.to_bits(), high.to_bits(), currency_of(&articles[side], figure).into_owned()))
    };
    let mut of_b: FxHashMap<_, Vec<usize>> = Default::default();
    for (index, sum) in sums[1].iter().enumerate().rev() {
        if let Some(value) = value(1, sum) {
            of_b.entry(value).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (index, sum) in sums[0].iter().enumerate() {
        if let Some(other) = value(0, sum).and_then(|value| of_b.get_mut(&value)).and_then(Vec::pop) {
            found.push([index, other]);
        }
    }
    found
}

/// What a sum is for, by its frame or, without one, by the claim it stands in.
fn about(article: &Annotated, sum: &Sum) -> Words {
    let analysis = article.analysis();
    let figures = sum.mentions.iter().map(|&mention| &analysis.figures[mention]);
    let frame: Words = figures
        .clone()
        .flat_map(|figure| [figure.donor, figure.recipient, figure.purpose])
        .flatten()
        .flat_map(|range| content_words(article.words(range)))
        .collect();
    if frame.len() >= SHARED {
        return frame;
    }
    let claim = figures.filter_map(|figure| figure.claim).next();
    let mut words = claim.map_or(frame, |claim| content_words(article.words(analysis.claims[claim].range)));
    for word in content_words(article.words(analysis.figures[sum.mentions[0]].range)) {
        words.remove(&word);
    }
    words
}

fn group(articles: &[Annotated; 2], sums: [&Sum; 2], locale: Locale) -> Vec<Row> {
    let firsts = [0, 1].map(|side| &articles[side].analysis().figures[sums[side].mentions[0]]);
    let text = [0, 1].map(|side| {
        let index = sums[side].mentions[0];
        Some(place(&articles[side], MarkKind::Figure, index, firsts[side].range, words(&articles[side], firsts[side].range)))
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
    let phases = [0, 1].map(|side| told(&articles[side], sums[side], |figure| figure.phase).map(labels::phase));
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
        let ranges = [0, 1].map(|side| told(&articles[side], sums[side], slot));
        let cells = [0, 1].map(|side| ranges[side].map(|range| words(&articles[side], range)));
        rows.push(Row { differs: differ(articles, ranges), ..Row::new(heading(label), cells) });
    }
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}

/// What any mention of a sum tells.
fn told<T>(article: &Annotated, sum: &Sum, tells: impl Fn(&Figure) -> Option<T>) -> Option<T> {
    sum.mentions.iter().find_map(|&mention| tells(&article.analysis().figures[mention]))
}

/// One article tells it and the other does not, or they tell it otherwise than in full and in short.
fn differ(articles: &[Annotated; 2], ranges: [Option<Range>; 2]) -> bool {
    match ranges {
        [None, None] => false,
        [Some(a), Some(b)] => {
            let [a, b] = [fold(articles[0].words(a)).shadow, fold(articles[1].words(b)).shadow];
            !a.contains(&b) && !b.contains(&a)
        }
        _ => true,
    }
}
