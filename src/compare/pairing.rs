//! Which of two lists of stretches of text speak of the same: the pairs that share most words, each stretch in one pair.

use super::words::Words;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// A word that stands in more stretches than these says little about any of them; and without the bound a page of a hundred
/// thousand like lines would cost the square of its length.
const COMMON: usize = 40;

/// Pairs of indices into `a` and `b`, in the order of `a`. Two stretches are a pair if they share `least` words and half of
/// those of the shorter one.
pub(super) fn pairs(a: &[Words], b: &[Words], least: usize) -> Vec<(usize, usize)> {
    let mut standing: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, words) in b.iter().enumerate() {
        for word in words {
            standing.entry(word).or_default().push(index);
        }
    }
    let mut candidates: Vec<(Reverse<usize>, usize, usize)> = Vec::new();
    for (index, words) in a.iter().enumerate() {
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for other in words.iter().filter_map(|word| standing.get(word.as_str())).filter(|others| others.len() <= COMMON).flatten() {
            *shared.entry(*other).or_default() += 1;
        }
        let enough = |&(other, count): &(usize, usize)| count >= least && 2 * count >= words.len().min(b[other].len());
        candidates.extend(shared.into_iter().filter(enough).map(|(other, count)| (Reverse(count), index, other)));
    }
    candidates.sort_unstable();
    let (mut taken_a, mut taken_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut pairs = Vec::new();
    for (_, index, other) in candidates {
        if !taken_a[index] && !taken_b[other] {
            (taken_a[index], taken_b[other]) = (true, true);
            pairs.push((index, other));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Matches two lists by a test of any two of their items; the first that fits is taken. For short lists.
pub(super) fn matched<A, B>(a: &[A], b: &[B], same: impl Fn(&A, &B) -> bool) -> Vec<(Option<usize>, Option<usize>)> {
    /// Of lists longer than this, each item is compared with so many.
    const COMPARED: usize = 400;
    let mut taken = vec![false; b.len()];
    let mut both = Vec::new();
    let mut only_a = Vec::new();
    for (index, item) in a.iter().enumerate() {
        match b.iter().take(COMPARED).enumerate().position(|(other, candidate)| !taken[other] && same(item, candidate)) {
            Some(other) => {
                taken[other] = true;
                both.push((Some(index), Some(other)));
            }
            None => only_a.push((Some(index), None)),
        }
    }
    let only_b = (0..b.len()).filter(|&other| !taken[other]).map(|other| (None, Some(other)));
    both.into_iter().chain(only_a).chain(only_b).collect()
}

#[cfg(test)]
mod tests {
    use super::super::words::content_words;
    use super::*;

    #[test]
    fn the_closest_are_paired_and_each_once() {
        let words = |texts: &[&str]| texts.iter().map(|text| content_words(text)).collect::<Vec<_>>();
        let a = words(&["انهيار الجسر القديم وسط المدينة", "ارتفاع أسعار القمح عالميا"]);
        let b = words(&["انهيار الجسر", "انهيار الجسر القديم في المدينة", "فوز المنتخب بالكأس"]);
        assert_eq!(pairs(&a, &b, 2), [(0, 1)]);
        assert_eq!(pairs(&a, &b, 5), []);
        assert_eq!(pairs(&[], &b, 1), []);
    }

    #[test]
    fn both_then_only_one_then_only_the_other() {
        let found = matched(&["س", "ص"], &["ع", "ص"], |a, b| a == b);
        assert_eq!(found, [(Some(1), Some(1)), (Some(0), None), (None, Some(0))]);
    }
}
