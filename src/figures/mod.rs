//! Funding frames: which amounts are funding, and who gives what to whom, what for and when.

use crate::amounts::Amount;
use crate::analysis::{FigureKind, ReasonCode};
use crate::document::{Document, Place};
use crate::officials::Person;

/// An amount and its frame. The slots of an amount that is not funding are empty.
#[derive(Clone, Debug)]
pub struct Framed {
    pub amount: Amount,
    pub kind: FigureKind,
    pub donor: Option<Place>,
    pub recipient: Option<Place>,
    pub purpose: Option<Place>,
    pub period: Option<Place>,
    /// Rules that applied, with the words that set them off.
    pub reasons: Vec<(ReasonCode, Option<Place>)>,
}

/// Frames every amount of the document.
pub fn find(_document: &Document, amounts: Vec<Amount>, _people: &[Person]) -> Vec<Framed> {
    amounts
        .into_iter()
        .map(|amount| Framed {
            amount,
            kind: FigureKind::Other,
            donor: None,
            recipient: None,
            purpose: None,
            period: None,
            reasons: Vec::new(),
        })
        .collect()
}
