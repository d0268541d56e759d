//! An article as the caller has it: a text, and an analysis that has to be of it.

use super::values::{error, from_js};
use crate::{Analysis, Annotated, OffsetUnit};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Analysis")]
    pub type JsAnalysis;
}

pub fn annotated(text: &str, analysis: JsAnalysis, unit: OffsetUnit) -> Result<Annotated<'_>, JsError> {
    fitting(text, from_js(analysis.into(), "an analysis")?, unit)
}

pub fn fitting(text: &str, analysis: Analysis, unit: OffsetUnit) -> Result<Annotated<'_>, JsError> {
    Annotated::new(text, analysis, unit).map_err(error)
}
