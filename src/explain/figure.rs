//! A sum of money: what it is, why it counts as funding or not, who gives what to whom, and what the text leaves out.

use super::change::changes;
use super::reason::{quoted_list, words_of};
use crate::analysis::{Figure, FigureKind, Range, ReasonCode};
use crate::annotated::Annotated;
use crate::sums::Sum;
use crate::wording::{Locale, Prose, Wording, texts};

/// Explains a figure of `article`. What the frame of a funding figure lacks is said too.
pub fn figure<'t>(article: &Annotated<'t>, figure: &Figure, locale: Locale) -> Prose<'t> {
    let mut prose = why(article, figure, locale);
    if let Some(main) = figure.converts.and_then(|main| article.analysis().figures.get(main)) {
        prose.sentence(&texts::SUM_CONVERTS.fill(locale, &[("sum", sum(article, main, locale))]));
    }
    if figure.reasons.iter().any(|reason| reason.code == ReasonCode::UsualCurrency) {
        prose.sentence(&texts::SUM_USUAL_CURRENCY.fill(locale, &[]));
    }
    if figure.kind == FigureKind::Funding {
        prose.sentence(&frame(article, figure, locale));
    }
    prose.sentence(&changes(&figure.changes, locale));
    prose
}

/// Why a figure counts as funding or not, without what it is: for a row that shows that beside it.
pub(crate) fn reason<'t>(article: &Annotated<'t>, figure: &Figure, locale: Locale) -> Prose<'t> {
    let (code, bare, by) = match figure.kind {
        FigureKind::Funding => (ReasonCode::Funding, texts::FIGURE_REASON_FUNDING, texts::FIGURE_REASON_FUNDING_BY),
        FigureKind::Other => (ReasonCode::NotFunding, texts::FIGURE_REASON_OTHER, texts::FIGURE_REASON_OTHER_BY),
    };
    let words = words_of(article, &figure.reasons, code);
    let mut prose = if words.is_empty() { bare } else { by }.fill(locale, &[("words", quoted_list(&words, locale))]);
    prose.sentence(&changes(&figure.changes, locale));
    prose
}

/// Why a figure counts as funding or not: one sentence.
fn why<'t>(article: &Annotated<'t>, figure: &Figure, locale: Locale) -> Prose<'t> {
    let (code, bare, by) = match figure.kind {
        FigureKind::Funding => (ReasonCode::Funding, texts::FIGURE_FUNDING, texts::FIGURE_FUNDING_BY),
        FigureKind::Other => (ReasonCode::NotFunding, texts::FIGURE_OTHER, texts::FIGURE_OTHER_BY),
    };
    let words = words_of(article, &figure.reasons, code);
    let wording = if words.is_empty() { bare } else { by };
    wording.fill(locale, &[("sum", sum(article, figure, locale)), ("words", quoted_list(&words, locale))])
}

/// What the article says of a sum in other places; empty if nothing.
pub(super) fn elsewhere<'t>(article: &Annotated<'t>, told: &Sum, locale: Locale) -> Prose<'t> {
    let mut prose = Prose::new(locale);
    if told.mentions.len() > 1 {
        prose.push(texts::SUM_REPEATED.count(locale, told.mentions.len()));
    }
    if !told.rivals.is_empty() {
        let values: Vec<Prose> = told.rivals.iter().map(|&rival| sum(article, &article.analysis().figures[rival], locale)).collect();
        prose.sentence(&texts::SUM_RIVALS.fill(locale, &[("values", Prose::all_of(locale, &values))]));
    }
    prose
}

/// The sum in plain digits: `10,000,000 USD`, with the words that make it approximate.
fn sum<'t>(article: &Annotated<'t>, figure: &Figure, locale: Locale) -> Prose<'t> {
    let currency = match &figure.currency {
        Some(code) => Prose::ours(locale, code.clone()),
        None => Prose::ours(locale, texts::CURRENCY_OPEN.text(locale)),
    };
    let blanks = [("value", value(figure, locale)), ("currency", currency)];
    match figure.approx {
        Some(approx) => {
            let [value, currency] = blanks;
            texts::SUM_APPROXIMATE.fill(locale, &[value, currency, ("words", Prose::quoted(locale, article.words(approx)))])
        }
        None => texts::SUM.fill(locale, &blanks),
    }
}

/// The value alone: `10,000,000`, a range, or the words for an indefinite sum.
pub(crate) fn value<'t>(figure: &Figure, locale: Locale) -> Prose<'t> {
    let number = |value: f64| Prose::ours(locale, locale.number(grouped(value)));
    match (figure.min, figure.max) {
        (None, None) => Prose::ours(locale, texts::SUM_INDEFINITE.text(locale)),
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) => texts::SUM_RANGE.fill(locale, &[("low", number(low)), ("high", number(high))]),
        (Some(low), None) => texts::SUM_LEAST.fill(locale, &[("low", number(low))]),
        (None, Some(high)) => texts::SUM_MOST.fill(locale, &[("high", number(high))]),
    }
}

/// A number's digits in groups of three, with up to two decimals.
fn grouped(value: f64) -> String {
    let plain = format!("{value:.2}");
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() * 4 / 3);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 && digit.is_ascii_digit() && !out.ends_with('-') {
            out.push(',');
        }
        out.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { out } else { format!("{out}.{decimals}") }
}

/// What the frame tells, then what it does not. A text seldom says through whom money goes, so that is not missed.
fn frame<'t>(article: &Annotated<'t>, figure: &Figure, locale: Locale) -> Prose<'t> {
    let slots: [(Option<Range>, Wording, Option<Wording>); 5] = [
        (figure.donor, texts::SLOT_DONOR, Some(texts::MISSING_DONOR)),
        (figure.recipient, texts::SLOT_RECIPIENT, Some(texts::MISSING_RECIPIENT)),
        (figure.intermediary, texts::SLOT_INTERMEDIARY, None),
        (figure.purpose, texts::SLOT_PURPOSE, Some(texts::MISSING_PURPOSE)),
        (figure.period, texts::SLOT_PERIOD, Some(texts::MISSING_PERIOD)),
    ];
    let mut told = Prose::new(locale);
    let mut missing = Vec::new();
    for (range, slot, absent) in slots {
        if let Some(range) = range {
            if !told.is_empty() {
                told.push(texts::SLOTS_SEPARATOR.text(locale));
            }
            let words = Prose::quoted(locale, article.words(range));
            told.append(&texts::SLOT_TOLD.fill(locale, &[("slot", Prose::ours(locale, slot.text(locale))), ("words", words)]));
        } else if let Some(absent) = absent {
            missing.push(Prose::ours(locale, absent.text(locale)));
        }
    }
    let mut prose = Prose::new(locale);
    if !told.is_empty() {
        prose = texts::SLOTS_TOLD.fill(locale, &[("slots", told)]);
    }
    if !missing.is_empty() {
        prose.sentence(&texts::SLOTS_MISSING.fill(locale, &[("slots", Prose::none_of(locale, &missing))]));
    }
    prose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups() {
        for (value, written) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (10_000_000.0, "10,000,000"),
            (1_234.5, "1,234.5"),
            (0.25, "0.25"),
            (1.2e12, "1,200,000,000,000"),
            (-5_000.0, "-5,000"),
        ] {
            assert_eq!(grouped(value), written);
        }
    }
}
