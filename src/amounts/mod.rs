//! Amounts of money: numbers in digits and words, scale, currency, what approximates them.

use crate::document::{Document, Place};

/// An amount of money as it stands in the text.
#[derive(Clone, Debug)]
pub struct Amount {
    pub place: Place,
    /// Lowest and highest value, in units of the currency; `None` for an indefinite sum.
    pub min: Option<f64>,
    pub max: Option<f64>,
    /// ISO 4217 code.
    pub currency: Option<&'static str>,
    pub approx: Option<Place>,
}

/// Every amount of the document, in order.
pub fn find(_document: &Document) -> Vec<Amount> {
    Vec::new()
}
