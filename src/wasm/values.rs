//! What goes over the boundary: plain objects, errors that say what does not fit.

use crate::{Locale, OffsetUnit};
use serde::de::DeserializeOwned;
use std::fmt::Display;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "OffsetUnit")]
    pub type JsOffsetUnit;
    #[wasm_bindgen(typescript_type = "Locale")]
    pub type JsLocale;
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

/// A JavaScript `Error` with this message.
pub fn error(problem: impl Display) -> JsError {
    JsError::new(&problem.to_string())
}
