//! The year of the budget an article is about: named once, it holds for all that is allocated after it.

use super::period::{is_of_a_budget, may_name_budget, period_at};
use super::{Deciding, Framed};
use crate::analysis::FigureKind;
use crate::document::{Document, Place};
use crate::phrases::Words;

/// Gives allocations without a period of their own the budget's year last named before them.
pub fn carry_budget_period(document: &Document, framed: &mut [Framed], deciding: &[Option<Deciding>]) {
    let lacks = |f: &Framed, word: &Option<Deciding>| {
        f.kind == FigureKind::Funding && f.period.is_none() && word.is_some_and(|word| word.allocates)
    };
    let Some(last) = framed.iter().zip(deciding).rposition(|(f, word)| lacks(f, word)) else { return };
    let named = budget_periods(document, framed[last].amount.place);
    for (figure, _) in framed.iter_mut().zip(deciding).filter(|(f, word)| lacks(f, word)) {
        let key = |place: &Place| (place.block(), place.phrase.tokens.start);
        let before = named.partition_point(|place| key(place) < key(&figure.amount.place));
        figure.period = before.checked_sub(1).map(|last| named[last]);
    }
}

/// Those of the blocks up to the last sum in want of one, in the order of the text.
fn budget_periods(document: &Document, last: Place) -> Vec<Place> {
    let mut named = Vec::new();
    for (block, read) in document.blocks.iter().enumerate().take(last.block() + 1) {
        for &sentence in read.sentences.iter().filter(|&&sentence| may_name_budget(read, sentence)) {
            let words = Words::read(read, sentence);
            let mut at = words.start();
            while at < words.end() {
                let found = period_at(&words, at);
                at = found.map_or(at + 1, |period| period.end().max(at + 1));
                if let Some(period) = found.filter(|period| !period.compared && is_of_a_budget(&words, period)) {
                    named.push(Place::new(block, period.phrase));
                }
            }
        }
    }
    named
}
