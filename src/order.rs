//! Sorting by a number, for every stage: each further instance of the standard library's sort would be 6 KB more of
//! WebAssembly to load.

use crate::document::Place;

/// Sorts by `key`; what has the same key keeps its order.
pub(crate) fn sort_by_number<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut order: Vec<(u64, usize)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    for place in 0..items.len() {
        // What belongs here has been moved on if its own place was filled before.
        let mut from = order[place].1;
        while from < place {
            from = order[from].1;
        }
        order[place].1 = from;
        items.swap(place, from);
    }
}

/// One number of two, the first of more weight.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

impl Place {
    /// Sorts places in the order of the text.
    pub(crate) fn order(self) -> u64 {
        pair(self.block() as u32, self.phrase.tokens.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_stable_sort_of_the_standard_library(items: Vec<(u8, u16)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_number(&mut ours, |item| item.0.into());
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn the_first_of_a_pair_outweighs_the_second() {
        assert!(pair(1, u32::MAX) < pair(2, 0));
        assert!(pair(1, 1) < pair(1, 2));
    }
}
