//! The module `pages`: what is made of articles when somebody asks for it.

use super::article::{JsAnalysis, annotated, fitting};
use super::mount::{JsOnSelect, mount};
use super::values::{JsLocale, JsOffsetUnit, error, from_js, locale_of, unit_of};
use crate::compare::{self, Side};
use crate::export::{self, Content, Details, Format};
use crate::{Analysis, Locale, OffsetUnit, report, worksheet};
use js_sys::JSON;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("pages.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "ArticleDetails")]
    pub type JsDetails;
    #[wasm_bindgen(typescript_type = "ExportFormat")]
    pub type JsFormat;
    #[wasm_bindgen(typescript_type = "ComparedArticle")]
    pub type JsCompared;
    #[wasm_bindgen(typescript_type = "WorksheetOptions")]
    pub type JsWorksheet;
}

/// Files and pages about analysed articles. All offsets that go in or come out count in the unit it was made with, which has to be that of
/// the analyses.
#[wasm_bindgen]
pub struct Pages {
    unit: OffsetUnit,
}

#[wasm_bindgen]
impl Pages {
    /// Throws if `unit` is not "utf16", "char" or "byte". JavaScript strings and the DOM count in "utf16".
    #[wasm_bindgen(constructor)]
    pub fn new(unit: JsOffsetUnit) -> Result<Pages, JsError> {
        Ok(Pages { unit: unit_of(unit)? })
    }

    /// The report with the marked article as a self-contained HTML file. Throws if `analysis` is not one of `text`.
    #[wasm_bindgen(js_name = reportFile)]
    pub fn report_file(&self, text: &str, analysis: JsAnalysis, locale: JsLocale, details: Option<JsDetails>) -> Result<String, JsError> {
        let details: Details = optional(details, "the details of an article")?;
        Ok(report::file(&annotated(text, analysis, self.unit)?, &details, locale_of(locale)?))
    }

    /// The article with its marks as a file of another program. Throws if `analysis` is not one of `text`.
    pub fn export(
        &self,
        text: &str,
        analysis: JsAnalysis,
        format: JsFormat,
        locale: JsLocale,
        details: Option<JsDetails>,
    ) -> Result<String, JsError> {
        let format: Format = from_js(format.into(), "a format (`csv`, `json`, `markdown` or `annotation`)")?;
        let details: Details = optional(details, "the details of an article")?;
        match export::export(&annotated(text, analysis, self.unit)?, &details, format, locale_of(locale)?) {
            Content::Text(text) => Ok(text),
            Content::Data(data) => {
                let json = serde_json::to_string(&data).map_err(error)?;
                // Indented, with the numbers of JavaScript: 5 rather than 5.0.
                let indented =
                    JSON::parse(&json).and_then(|data| JSON::stringify_with_replacer_and_space(&data, &JsValue::NULL, &2.into()));
                Ok(indented.map_err(|_| error("the export could not be written as JSON"))?.into())
            }
        }
    }

    /// Two articles side by side as a fragment of HTML: one element. Throws if an analysis is not one of its text.
    pub fn compare(&self, a: JsCompared, b: JsCompared, locale: JsLocale) -> Result<String, JsError> {
        self.compared(a, b, locale, compare::fragment)
    }

    /// Two articles side by side as a self-contained HTML file. Throws if an analysis is not one of its text.
    #[wasm_bindgen(js_name = compareFile)]
    pub fn compare_file(&self, a: JsCompared, b: JsCompared, locale: JsLocale) -> Result<String, JsError> {
        self.compared(a, b, locale, compare::file)
    }

    /// Puts a comparison into `container`, and calls `onSelect` when a row is chosen by pointer or keyboard.
    #[wasm_bindgen(js_name = mountComparison)]
    pub fn mount_comparison(
        &self,
        container: &Element,
        a: JsCompared,
        b: JsCompared,
        locale: JsLocale,
        #[wasm_bindgen(js_name = onSelect)] on_select: JsOnSelect,
    ) -> Result<(), JsError> {
        mount(container, &self.compared(a, b, locale, compare::fragment)?, on_select)
    }

    /// Pages to print for a class, as a self-contained HTML file. Throws if `analysis` is not one of `text`.
    pub fn worksheet(&self, text: &str, analysis: JsAnalysis, locale: JsLocale, options: Option<JsWorksheet>) -> Result<String, JsError> {
        let options: worksheet::Options = optional(options, "the options of a worksheet")?;
        Ok(worksheet::file(&annotated(text, analysis, self.unit)?, &options, locale_of(locale)?))
    }

    fn compared(
        &self,
        a: JsCompared,
        b: JsCompared,
        locale: JsLocale,
        render: fn(Side, Side, Locale) -> String,
    ) -> Result<String, JsError> {
        let [a, b]: [Compared; 2] = [from_js(a.into(), "an article")?, from_js(b.into(), "an article")?];
        let [article_a, article_b] = [fitting(&a.text, a.analysis, self.unit)?, fitting(&b.text, b.analysis, self.unit)?];
        let side = |article, title: Option<String>| Side { article, title: title.unwrap_or_default() };
        Ok(render(side(article_a, a.title), side(article_b, b.title), locale_of(locale)?))
    }
}

#[derive(Deserialize)]
struct Compared {
    text: String,
    analysis: Analysis,
    #[serde(default)]
    title: Option<String>,
}

fn optional<T: DeserializeOwned + Default>(value: Option<impl Into<JsValue>>, what: &str) -> Result<T, JsError> {
    value.map_or_else(|| Ok(T::default()), |value| from_js(value.into(), what))
}
