//! What goes over the boundary: plain objects, errors that say what does not fit.

use crate::{Locale, OffsetUnit, json};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Display;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "OffsetUnit")]
    pub type JsOffsetUnit;
    #[wasm_bindgen(typescript_type = "Locale")]
    pub type JsLocale;
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(text: &JsValue) -> JsValue;
}

pub fn unit_of(unit: JsOffsetUnit) -> Result<OffsetUnit, JsError> {
    let name = JsValue::from(unit).as_string().ok_or_else(|| error("the offset unit is a string: `char`, `utf16` or `byte`"))?;
    name.parse().map_err(error)
}

pub fn locale_of(locale: JsLocale) -> Result<Locale, JsError> {
    let code = JsValue::from(locale).as_string().ok_or_else(|| error("the language is a string: `ar` or `en`"))?;
    code.parse().map_err(error)
}

/// A value of the caller's; `what` it should be stands in the error if it is not.
pub fn from_js<T: DeserializeOwned>(value: JsValue, what: &str) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|e| error(format!("not {what}: {e}")))
}

/// Plain objects, `null` for what is missing, numbers as numbers. Written as JSON and read by the browser: to make each object and
/// each string of an analysis by a call of its own takes several times as long. In pieces, for memory that was needed once is kept.
pub fn to_js<T: JsCast>(value: &impl Serialize) -> Result<T, JsError> {
    let mut written = JsValue::from_str("");
    let mut add = |piece: &[u8]| written = &written + &JsValue::from_str(str::from_utf8(piece).expect("whole characters"));
    json::write(value, &mut add).map_err(error)?;
    Ok(parse(&written).unchecked_into())
}

/// A JavaScript `Error` with this message.
pub fn error(problem: impl Display) -> JsError {
    JsError::new(&problem.to_string())
}
