//! The module `engine`: texts in, analyses out.

use super::packed::Packer;
use super::values::{JsLocale, JsOffsetUnit, from_js, locale_of, unit_of};
use crate::corrections::{Correction, Ignored};
use crate::explain::{Explanations, explain};
use crate::{Analysis, OffsetUnit};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("engine.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Analysis")]
    pub type JsAnalysis;
    #[wasm_bindgen(typescript_type = "Correction[]")]
    pub type JsCorrections;
    #[wasm_bindgen(typescript_type = "Marked")]
    pub type JsMarked;
}

/// The engine. All offsets that go in or come out count in the unit it was made with.
#[wasm_bindgen]
pub struct Engine {
    engine: crate::Engine,
    unit: OffsetUnit,
    packer: Packer,
}

#[wasm_bindgen]
impl Engine {
    /// Throws if `unit` is not "utf16", "char" or "byte". JavaScript strings and the DOM count in "utf16".
    #[wasm_bindgen(constructor)]
    pub fn new(unit: JsOffsetUnit) -> Result<Engine, JsError> {
        Ok(Engine { engine: crate::Engine::default(), unit: unit_of(unit)?, packer: Packer::default() })
    }

    /// Analyses a text whose lines are its blocks: paragraphs, headings, captions.
    pub fn analyze(&mut self, text: &str) -> Result<JsAnalysis, JsError> {
        self.packer.to_js(&self.engine.analyze(text, self.unit))
    }

    /// Analyses a text, sets the analysis right by what the reader says of its marks, and says why each is there. Throws if
    /// `corrections` is no list of corrections; one that does not fit is ignored, and the result says so.
    pub fn mark(&mut self, text: &str, locale: JsLocale, corrections: JsCorrections) -> Result<JsMarked, JsError> {
        let locale = locale_of(locale)?;
        let corrections: Vec<Correction> = from_js(corrections.into(), "a list of corrections")?;
        let (article, ignored) = self.engine.annotate(text, self.unit).corrected(&corrections);
        let explanations = explain(&article, locale);
        self.packer.to_js(&Marked { analysis: article.into_outward_analysis(), explanations, ignored })
    }
}

#[derive(Serialize)]
struct Marked {
    analysis: Analysis,
    explanations: Explanations,
    ignored: Vec<Ignored>,
}
