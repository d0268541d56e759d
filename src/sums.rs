//! Which figures of an article are one sum of money told more than once, and which give another value for what seems
//! the same thing.

use crate::analysis::{Figure, FigureKind, Range, is_dismissed};
use crate::annotated::Annotated;
use crate::order::sort_by_number;
use crate::short_form::one_in_other;
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A sum of the article with every place that tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Indices into the analysis' figures, in the order of the text; at least one.
    pub mentions: Vec<usize>,
    /// The first figures of sums that give another value for what seems the same thing.
    pub rivals: Vec<usize>,
}

impl Sum {
    /// What the first mention tells that tells it: one mention may leave out what another says.
    pub(crate) fn tells<T>(&self, figures: &[Figure], slot: impl Fn(&Figure) -> Option<T>) -> Option<T> {
        self.mentions.iter().find_map(|&mention| slot(&figures[mention]))
    }
}

/// How many earlier sums of the same value, or for the same purpose, one is compared with: keeps a page of price lists
/// from costing more than its length.
const COMPARED: usize = 8;

/// The sums of an article in the order of their first mention, but another value for the same thing stands right
/// behind the first one. Dismissed figures are no part of any.
pub fn sums(article: &Annotated) -> Vec<Sum> {
    let figures = &article.analysis().figures;
    let mut sums: Vec<Sum> = Vec::new();
    let mut by_value: FxHashMap<Value, Vec<usize>> = FxHashMap::default();
    for (index, figure) in figures.iter().enumerate().filter(|(_, figure)| !is_dismissed(&figure.changes)) {
        let told_before = value_of(article, figure).and_then(|value| {
            let equal = by_value.entry(value).or_default();
            let found = equal.iter().rev().take(COMPARED).copied().find(|&sum: &usize| {
                sums[sum].mentions.iter().rev().take(COMPARED).all(|&mention| agree(article, &figures[mention], figure))
            });
            if found.is_none() {
                equal.push(sums.len());
            }
            found
        });
        match told_before {
            Some(sum) => sums[sum].mentions.push(index),
            None => sums.push(Sum { mentions: vec![index], rivals: Vec::new() }),
        }
    }
    side_by_side(article, sums)
}

/// Finds the rivals and puts them behind the first of them.
fn side_by_side(article: &Annotated, mut sums: Vec<Sum>) -> Vec<Sum> {
    let figures = &article.analysis().figures;
    let mut by_purpose: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    // Of each sum, the sum it stands behind: itself, or the first of its rivals.
    let mut behind: Vec<usize> = (0..sums.len()).collect();
    for at in 0..sums.len() {
        let first = sums[at].mentions[0];
        let Some(purpose) = figures[first].purpose else { continue };
        let same = by_purpose.entry(fold(article.words(purpose)).shadow).or_default();
        for &other in same.iter().rev().take(COMPARED) {
            let rival = sums[other].mentions[0];
            if contradict(article, &figures[rival], &figures[first]) {
                sums[at].rivals.push(rival);
                sums[other].rivals.push(first);
                behind[at] = behind[other];
            }
        }
        same.push(at);
    }
    let mut order: Vec<usize> = (0..sums.len()).collect();
    sort_by_number(&mut order, |&at| behind[at] as u64);
    order.into_iter().map(|at| std::mem::replace(&mut sums[at], Sum { mentions: Vec::new(), rivals: Vec::new() })).collect()
}

/// What equal sums have in common: lowest and highest value by their bits, currency, and whether they are funding.
pub(crate) type Value<'t> = (u64, u64, Cow<'t, str>, bool);

/// `None` for an indefinite sum, which equals no other.
pub(crate) fn value_of<'t>(article: &'t Annotated, figure: &'t Figure) -> Option<Value<'t>> {
    Some((figure.min?.to_bits(), figure.max?.to_bits(), currency_of(article, figure), figure.kind == FigureKind::Funding))
}

/// The code of the currency or, where it is open whose dinar it is, the word.
fn currency_of<'t>(article: &Annotated, figure: &'t Figure) -> Cow<'t, str> {
    match &figure.currency {
        Some(code) => Cow::Borrowed(code),
        None => Cow::Owned(fold(article.words(figure.range()).split_whitespace().last().unwrap_or_default()).shadow),
    }
}

/// Whatever both frames tell is the same.
fn agree(article: &Annotated, a: &Figure, b: &Figure) -> bool {
    let pairs = [(a.donor, b.donor), (a.recipient, b.recipient), (a.purpose, b.purpose), (a.period, b.period)];
    pairs.into_iter().all(|(a, b)| alike(article, a, b))
}

/// Nothing is told of one of them, or the same of both, in full or in short.
fn alike(article: &Annotated, a: Option<Range>, b: Option<Range>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    one_in_other(&fold(article.words(a)).shadow, &fold(article.words(b)).shadow)
}

/// Another value for the same frame, told in another sentence. In one sentence they are a part and the whole, or what the
/// sum was and what it is.
fn contradict(article: &Annotated, a: &Figure, b: &Figure) -> bool {
    let funding = a.kind == FigureKind::Funding && b.kind == FigureKind::Funding;
    let definite = a.min.is_some() && b.min.is_some() && currency_of(article, a) == currency_of(article, b);
    let values = (a.min, a.max) != (b.min, b.max);
    let sentence = |figure: &Figure| article.analysis().sentence_at(figure.start);
    funding && definite && values && sentence(a) != sentence(b) && agree(article, a, b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OffsetUnit;

    /// The sums of a text as the words of their mentions, with those of their rivals behind a bar.
    #[track_caller]
    fn assert_sums(text: &str, expected: &[&str]) {
        let article = Annotated::read(text, OffsetUnit::Byte);
        let words = |figures: &[usize]| {
            let words: Vec<&str> = figures.iter().map(|&i| article.words(article.analysis().figures[i].range())).collect();
            words.join(" + ")
        };
        let told: Vec<String> = sums(&article)
            .iter()
            .map(|sum| [words(&sum.mentions), words(&sum.rivals)].join(" | ").trim_end_matches(" | ").to_owned())
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_sum_told_again_is_one_sum() {
        assert_sums(
            "خصصت اليابان 3 ملايين دولار لترميم المسجد.\nوتبلغ المنحة ثلاثة ملايين دولار.\nوبلغ سعر القمح 200 دولار.",
            &["3 ملايين دولار + ثلاثة ملايين دولار", "200 دولار"],
        );
    }

    #[test]
    fn digits_and_the_same_in_words_are_one_sum() {
        assert_sums("تبرع المصرف بمبلغ 5000 دينار (خمسة آلاف دينار) للجمعية.", &["5000 دينار + خمسة آلاف دينار"]);
    }

    #[test]
    fn equal_values_of_different_frames_are_two_sums() {
        assert_sums("قدمت كندا 5 ملايين دولار إلى الصومال. وقدمت كندا 5 ملايين دولار إلى اليمن.", &["5 ملايين دولار", "5 ملايين دولار"]);
    }

    #[test]
    fn what_has_no_value_equals_nothing() {
        assert_sums("أنفقت الوزارة ملايين الدولارات. وأنفقت الوزارة ملايين الدولارات.", &["ملايين الدولارات", "ملايين الدولارات"]);
    }

    #[test]
    fn two_values_for_one_thing_stand_side_by_side() {
        assert_sums(
            "بلغت كلفة بناء الجسر 40 مليون درهم. وبلغ سعر الطن 300 درهم. وبلغت كلفة بناء الجسر 55 مليون درهم.",
            &["40 مليون درهم | 55 مليون درهم", "55 مليون درهم | 40 مليون درهم", "300 درهم"],
        );
    }

    #[test]
    fn a_change_within_a_sentence_is_no_contradiction() {
        assert_sums("ارتفعت كلفة بناء الجسر من 40 مليون درهم إلى 55 مليون درهم.", &["40 مليون درهم", "55 مليون درهم"]);
    }
}
