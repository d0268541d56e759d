//! The module `report`: what was found, beside the article.

use super::article::{JsAnalysis, annotated};
use super::mount::{JsOnSelect, mount};
use super::values::{JsLocale, JsOffsetUnit, locale_of, unit_of};
use crate::{OffsetUnit, report};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report.d.ts");

/// Reports of analysed articles. All offsets that go in or come out count in the unit it was made with, which has to be that of
/// the analyses.
#[wasm_bindgen]
pub struct Reports {
    unit: OffsetUnit,
}

#[wasm_bindgen]
impl Reports {
    /// Throws if `unit` is not "utf16", "char" or "byte". JavaScript strings and the DOM count in "utf16".
    #[wasm_bindgen(constructor)]
    pub fn new(unit: JsOffsetUnit) -> Result<Reports, JsError> {
        Ok(Reports { unit: unit_of(unit)? })
    }

    /// The report as a fragment of HTML: one element. Throws if `analysis` is not one of `text`.
    pub fn html(&self, text: &str, analysis: JsAnalysis, locale: JsLocale) -> Result<String, JsError> {
        Ok(report::fragment(&annotated(text, analysis, self.unit)?, locale_of(locale)?))
    }

    /// Puts the report into `container` in place of what is there, and calls `onSelect` when a row is chosen by pointer
    /// or keyboard. Throws if `analysis` is not one of `text`; then the container stays as it was.
    pub fn mount(
        &self,
        container: &Element,
        text: &str,
        analysis: JsAnalysis,
        locale: JsLocale,
        #[wasm_bindgen(js_name = onSelect)] on_select: JsOnSelect,
    ) -> Result<(), JsError> {
        mount(container, &self.html(text, analysis, locale)?, on_select)
    }
}
