//! The one that a text says gives, and the one that gets: a headline or first paragraph names them, and further down the gifts and
//! loans are told of by themselves («ويشمل التمويل 5 ملايين لـ…»).

use super::payer::{Named, is_body};
use super::same_money::names_same;
use super::{Deciding, Framed};
use crate::analysis::FigureKind;
use crate::document::{Document, Place};

/// How many paragraphs a text may tell of other things in between.
const NEAR: usize = 3;

/// Gives gifts and loans of which no sentence says who gives or gets them the only organisation or country that gives or gets any
/// of those before them. Where there are two, the text leaves it open.
pub fn carry_only_party(document: &Document, framed: &mut [Framed], deciding: &[Option<Deciding>]) {
    let gift = |f: &Framed, word: &Option<Deciding>| f.kind == FigureKind::Funding && word.is_some_and(|word| word.gives);
    let lacks = |f: &Framed, word: &Option<Deciding>| gift(f, word) && (f.donor.is_none() || f.recipient.is_none());
    let Some(last) = framed.iter().zip(deciding).rposition(|(f, word)| lacks(f, word)) else { return };
    let told = |of: fn(&Framed) -> Option<Place>| framed[..last].iter().filter_map(of).collect::<Vec<Place>>();
    let (mut givers, mut getters) =
        (Named::of(document, told(|f| f.donor)), Named::of(document, told(|f| f.recipient.filter(|_| f.donor.is_some()))));
    for (figure, word) in framed.iter_mut().zip(deciding).take(last + 1) {
        let here = figure.amount.place;
        let body = |place: &Place| is_body(document, *place) && here.block() - place.block() <= NEAR;
        // «95 مليونا من ميزانية الولاية»: where it comes from is said.
        let block = &document.blocks[here.block()];
        let from = block.word_at(here.phrase.tokens.end as usize) == "من";
        let (giver, getter) = (givers.only_before(figure.amount.place), getters.only_before(figure.amount.place));
        if !gift(figure, word) {
            continue;
        }
        // Somebody else gets a gift that may be anybody's.
        let told_to_get = |recipient| getter.is_some_and(|getter| names_same(document, recipient, getter));
        let another = figure.recipient.is_some_and(|recipient| is_body(document, recipient) && !told_to_get(recipient));
        if !from && !another && word.is_some_and(|word| word.may_carry_on) {
            figure.donor = figure.donor.or(giver.filter(body).filter(|&giver| figure.recipient != Some(giver)));
        }
        // Who allocates shares out among many.
        if figure.donor.is_some() && figure.donor == giver && word.is_some_and(|word| !word.allocates || word.part_of_told) {
            figure.recipient = figure.recipient.or(getter.filter(body).filter(|&getter| figure.donor != Some(getter)));
        }
    }
}
