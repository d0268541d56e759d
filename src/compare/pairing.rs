//! Which of two lists of stretches of text speak of the same: the pairs that share most words, each stretch in one pair.

use super::words::Words;
use rustc_hash::FxHashMap;

/// A word that stands in more stretches than these says little about any of them; and without the bound a page of a hundred
/// thousand like lines would cost the square of its length.
const COMMON: usize = 40;

/// Of each stretch of `a` its partner in `b`. Two are a pair if they share `least` words and half of those of the shorter one.
pub(super) fn pairs(a: &[Words], b: &[Words], least: usize) -> Vec<Option<usize>> {
    let mut standing: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, words) in b.iter().enumerate() {
        for word in words.iter() {
            standing.entry(word).or_default().push(index);
        }
    }
    // Candidates by how many words they share; a list for each number is cheaper than sorting.
    let mut candidates: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut shared = vec![0; b.len()];
    for (index, words) in a.iter().enumerate() {
        let mut touched = Vec::new();
        for &other in words.iter().filter_map(|word| standing.get(word)).filter(|others| others.len() <= COMMON).flatten() {
            if shared[other] == 0 {
                touched.push(other);
            }
            shared[other] += 1;
        }
        for other in touched {
            let count = std::mem::take(&mut shared[other]);
            if count >= least && 2 * count >= words.len().min(b[other].len()) {
                candidates.resize_with(candidates.len().max(count + 1), Vec::new);
                candidates[count].push((index, other));
            }
        }
    }
    let mut partners = vec![None; a.len()];
    let mut taken = vec![false; b.len()];
    for (index, other) in candidates.into_iter().rev().flatten() {
        if partners[index].is_none() && !taken[other] {
            taken[other] = true;
            partners[index] = Some(other);
        }
    }
    partners
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
        assert_eq!(pairs(&a, &b, 2), [Some(1), None]);
        assert_eq!(pairs(&a, &b, 5), [None, None]);
        assert_eq!(pairs(&[], &b, 1), []);
    }

    #[test]
    fn both_then_only_one_then_only_the_other() {
        let found = matched(&["س", "ص"], &["ع", "ص"], |a, b| a == b);
        assert_eq!(found, [(Some(1), Some(1)), (Some(0), None), (None, Some(0))]);
    }
}
