//! What is asserted: which sentences hold a claim, of what type, how certain, and how much it asks for evidence.

use crate::amounts::Amount;
use crate::analysis::{Certainty, ClaimType, Quote, ReasonCode};
use crate::attribution::Attributed;
use crate::document::{Document, Place};

/// A claim before offsets.
#[derive(Clone, Debug)]
pub struct Asserted {
    /// Which attribution it stands under: an index into what [`attribution::find`](crate::attribution::find) gives.
    pub attribution: usize,
    pub place: Place,
    pub level: u8,
    pub score: f64,
    pub kind: ClaimType,
    pub certainty: Certainty,
    pub quote: Quote,
    /// Rules that applied, with the words that set them off (attribution's own reasons are added in `assemble`).
    pub reasons: Vec<(ReasonCode, Option<Place>)>,
}

/// The claims of the document, in order.
pub fn find(_document: &Document, attributed: &[Attributed], _amounts: &[Amount]) -> Vec<Asserted> {
    attributed
        .iter()
        .enumerate()
        .map(|(attribution, a)| Asserted {
            attribution,
            place: a.scope,
            level: 1,
            score: 0.5,
            kind: ClaimType::Event,
            certainty: Certainty::Plain,
            quote: Quote::None,
            reasons: Vec::new(),
        })
        .collect()
}
