//! What goes over the boundary: plain objects, errors that say what does not fit.

use crate::{Locale, OffsetUnit};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Display;
use std::io::{self, Write};
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
/// each string of an analysis by a call of its own takes several times as long.
pub fn to_js<T: JsCast>(value: &impl Serialize) -> Result<T, JsError> {
    let mut json = Pieces { piece: Vec::with_capacity(PIECE), written: JsValue::from_str("") };
    serde_json::to_writer(&mut json, value).and_then(|()| json.flush().map_err(serde_json::Error::io)).map_err(error)?;
    Ok(parse(&json.written).unchecked_into())
}

/// A text on its way to JavaScript. In one piece the JSON of a long page would take several times the page, in a memory that never
/// shrinks.
struct Pieces {
    piece: Vec<u8>,
    written: JsValue,
}

/// Bytes.
const PIECE: usize = 1 << 16;

impl Write for Pieces {
    /// `bytes` are whole characters of UTF-8, as those who write JSON write them: a few at a time, so that every call counts.
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.piece.len() + bytes.len() > PIECE {
            self.flush()?;
        }
        self.piece.extend_from_slice(bytes);
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = str::from_utf8(&self.piece).map_err(io::Error::other)?;
        self.written = &self.written + &JsValue::from_str(piece);
        self.piece.clear();
        Ok(())
    }
}

/// A JavaScript `Error` with this message.
pub fn error(problem: impl Display) -> JsError {
    JsError::new(&problem.to_string())
}
