//! The boundary to JavaScript: plain objects in and out, no logic. Nothing here panics on what a caller passes; what
//! does not fit is a JavaScript `Error` that says why.

use crate::compare::{self, Side};
use crate::corrections::{Correction, Ignored};
use crate::export::{self, Content, Details, Format};
use crate::{Analysis, Annotated, Locale, OffsetUnit, explain, report, worksheet};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomParser, Element, Event, SupportedType};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "OffsetUnit")]
    pub type JsOffsetUnit;
    #[wasm_bindgen(typescript_type = "Locale")]
    pub type JsLocale;
    #[wasm_bindgen(typescript_type = "Analysis")]
    pub type JsAnalysis;
    #[wasm_bindgen(typescript_type = "Explanations")]
    pub type JsExplanations;
    #[wasm_bindgen(typescript_type = "Correction[]")]
    pub type JsCorrections;
    #[wasm_bindgen(typescript_type = "Corrected")]
    pub type JsCorrected;
    #[wasm_bindgen(typescript_type = "ArticleDetails")]
    pub type JsDetails;
    #[wasm_bindgen(typescript_type = "ExportFormat")]
    pub type JsFormat;
    #[wasm_bindgen(typescript_type = "ComparedArticle")]
    pub type JsCompared;
    #[wasm_bindgen(typescript_type = "WorksheetOptions")]
    pub type JsWorksheet;
    #[wasm_bindgen(typescript_type = "OnSelect")]
    pub type JsOnSelect;
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The style sheet of the report, for the page that shows it.
#[wasm_bindgen(js_name = reportStyle)]
pub fn report_style() -> String {
    report::STYLE.to_owned()
}

/// The engine. All offsets that go in or come out count in the unit it was made with.
#[wasm_bindgen]
pub struct Engine {
    unit: OffsetUnit,
}

#[wasm_bindgen]
impl Engine {
    /// Throws if `unit` is not "utf16", "char" or "byte". JavaScript strings and the DOM count in "utf16".
    #[wasm_bindgen(constructor)]
    pub fn new(unit: JsOffsetUnit) -> Result<Engine, JsError> {
        let name = JsValue::from(unit).as_string().ok_or_else(|| error("the offset unit is a string: `char`, `utf16` or `byte`"))?;
        Ok(Engine { unit: name.parse().map_err(error)? })
    }

    /// Analyses a text whose lines are its blocks: paragraphs, headings, captions.
    pub fn analyze(&self, text: &str) -> Result<JsAnalysis, JsError> {
        to_js(&crate::analyze(text, self.unit))
    }

    /// Says why each mark of an analysis is there. Throws if `analysis` is not one of `text`.
    pub fn explain(&self, text: &str, analysis: JsAnalysis, locale: JsLocale) -> Result<JsExplanations, JsError> {
        to_js(&explain::explain(&self.annotated(text, analysis)?, locale_of(locale)?))
    }

    /// The report as a fragment of HTML: one element. Throws if `analysis` is not one of `text`.
    pub fn report(&self, text: &str, analysis: JsAnalysis, locale: JsLocale) -> Result<String, JsError> {
        Ok(report::fragment(&self.annotated(text, analysis)?, locale_of(locale)?))
    }

    /// The report with the marked article as a self-contained HTML file. Throws if `analysis` is not one of `text`.
    #[wasm_bindgen(js_name = reportFile)]
    pub fn report_file(&self, text: &str, analysis: JsAnalysis, locale: JsLocale, details: Option<JsDetails>) -> Result<String, JsError> {
        let details: Details = optional(details, "the details of an article")?;
        Ok(report::file(&self.annotated(text, analysis)?, &details, locale_of(locale)?))
    }

    /// Puts the report into `container` in place of what is there, and calls `onSelect` when a row is chosen by pointer
    /// or keyboard. Throws if `analysis` is not one of `text`; then the container stays as it was.
    #[wasm_bindgen(js_name = mountReport)]
    pub fn mount_report(
        &self,
        container: &Element,
        text: &str,
        analysis: JsAnalysis,
        locale: JsLocale,
        #[wasm_bindgen(js_name = onSelect)] on_select: JsOnSelect,
    ) -> Result<(), JsError> {
        let fragment = report::fragment(&self.annotated(text, analysis)?, locale_of(locale)?);
        mount(container, &fragment, on_select)
    }

    /// Sets an analysis right by what a reader says of its marks. Throws if `analysis` is not one of `text`, or
    /// `corrections` is no list of corrections; one that does not fit is ignored, and the result says so.
    pub fn correct(&self, text: &str, analysis: JsAnalysis, corrections: JsCorrections) -> Result<JsCorrected, JsError> {
        let corrections: Vec<Correction> = from_js(corrections.into(), "a list of corrections")?;
        let (corrected, ignored) = self.annotated(text, analysis)?.corrected(&corrections);
        to_js(&Corrected { analysis: corrected.outward_analysis(), ignored })
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
        match export::export(&self.annotated(text, analysis)?, &details, format, locale_of(locale)?) {
            Content::Text(text) => Ok(text),
            Content::Data(data) => {
                let json = js_sys::JSON::stringify_with_replacer_and_space(&to_js(&data)?, &JsValue::NULL, &2.into());
                Ok(json.map_err(|_| error("the export could not be written as JSON"))?.into())
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

    /// Puts a comparison into `container`, as `mountReport` does a report.
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
        Ok(worksheet::file(&self.annotated(text, analysis)?, &options, locale_of(locale)?))
    }

    fn compared(
        &self,
        a: JsCompared,
        b: JsCompared,
        locale: JsLocale,
        render: fn(Side, Side, Locale) -> String,
    ) -> Result<String, JsError> {
        let [a, b]: [Compared; 2] = [from_js(a.into(), "an article")?, from_js(b.into(), "an article")?];
        let [article_a, article_b] = [self.fitting(&a.text, a.analysis)?, self.fitting(&b.text, b.analysis)?];
        let side = |article, title: Option<String>| Side { article, title: title.unwrap_or_default() };
        Ok(render(side(article_a, a.title), side(article_b, b.title), locale_of(locale)?))
    }

    fn annotated<'t>(&self, text: &'t str, analysis: JsAnalysis) -> Result<Annotated<'t>, JsError> {
        self.fitting(text, from_js(analysis.into(), "an analysis")?)
    }

    fn fitting<'t>(&self, text: &'t str, analysis: Analysis) -> Result<Annotated<'t>, JsError> {
        Annotated::new(text, analysis, self.unit).map_err(error)
    }
}

#[derive(Serialize)]
struct Corrected {
    analysis: Analysis,
    ignored: Vec<Ignored>,
}

#[derive(Deserialize)]
struct Compared {
    text: String,
    analysis: Analysis,
    #[serde(default)]
    title: Option<String>,
}

/// Puts the fragment into the page. `DOMParser` makes a document that runs no script, so even a fault in escaping could
/// not run one.
fn mount(container: &Element, fragment: &str, on_select: JsOnSelect) -> Result<(), JsError> {
    let on_select: js_sys::Function = JsValue::from(on_select).dyn_into().map_err(|_| error("onSelect is a function"))?;
    put(container, fragment, on_select).map_err(|thrown| match thrown.dyn_into::<js_sys::Error>() {
        Ok(thrown) => error(String::from(thrown.message())),
        Err(_) => error("the report could not be put into the page"),
    })
}

fn put(container: &Element, fragment: &str, on_select: js_sys::Function) -> Result<(), JsValue> {
    let parsed: Document = DomParser::new()?.parse_from_string(fragment, SupportedType::TextHtml)?;
    let parsed =
        parsed.body().and_then(|body| body.first_element_child()).ok_or_else(|| JsValue::from(js_sys::Error::new("an empty report")))?;
    let page = container.owner_document().ok_or_else(|| JsValue::from(js_sys::Error::new("the container is in no document")))?;
    let report: Element = page.import_node_with_deep(&parsed, true)?.unchecked_into();
    // Rows are links: the browser makes a click of the Enter key too. The listener lives as long as the report's element.
    let choose = Closure::<dyn FnMut(Event)>::new(move |event: Event| choose(&event, &on_select));
    report.add_event_listener_with_callback("click", choose.into_js_value().unchecked_ref())?;
    container.replace_children_with_node_1(&report);
    Ok(())
}

fn choose(event: &Event, on_select: &js_sys::Function) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(row) = target.and_then(|element| element.closest("[data-kind]").ok().flatten()) else { return };
    event.prevent_default();
    let number = |name| row.get_attribute(name).and_then(|value| value.parse::<f64>().ok());
    if let (Some(kind), Some(index), Some(start), Some(end)) =
        (row.get_attribute("data-kind"), number("data-index"), number("data-start"), number("data-end"))
    {
        let article = row.closest("[data-article]").ok().flatten().and_then(|article| article.get_attribute("data-article"));
        let arguments: js_sys::Array =
            [JsValue::from(kind), index.into(), start.into(), end.into()].into_iter().chain(article.map(JsValue::from)).collect();
        // What the callback throws is the page's to report: it stands in the console as an unhandled error there.
        if let Err(thrown) = on_select.apply(&JsValue::NULL, &arguments) {
            wasm_bindgen::throw_val(thrown);
        }
    }
}

fn locale_of(locale: JsLocale) -> Result<Locale, JsError> {
    let code = JsValue::from(locale).as_string().ok_or_else(|| error("the language is a string: `ar` or `en`"))?;
    code.parse().map_err(error)
}

/// A value of the caller's; `what` it should be stands in the error if it is not.
fn from_js<T: DeserializeOwned>(value: JsValue, what: &str) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|e| error(format!("not {what}: {e}")))
}

fn optional<T: DeserializeOwned + Default>(value: Option<impl Into<JsValue>>, what: &str) -> Result<T, JsError> {
    value.map_or_else(|| Ok(T::default()), |value| from_js(value.into(), what))
}

/// Plain objects, `null` for what is missing, numbers as numbers: what JSON would give.
fn to_js<T: JsCast>(value: &impl Serialize) -> Result<T, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer).map_err(error)?.unchecked_into())
}

fn error(problem: impl Display) -> JsError {
    JsError::new(&problem.to_string())
}
