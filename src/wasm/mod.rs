//! The boundary to JavaScript: plain objects in and out, no logic. Nothing here panics on what a caller passes; what
//! does not fit is a JavaScript `Error` that says why.
//!
//! There are three WebAssembly modules, each with a feature of the package, so that nobody loads what is not used there: the
//! `engine` reads texts and has the lexicon, for the background and whatever marks an article; `report` shows what was found,
//! beside the article; `pages` writes what is made of it when somebody asks: files, comparisons, worksheets.

#[cfg(any(feature = "report", feature = "pages"))]
mod article;
#[cfg(feature = "engine")]
mod engine;
#[cfg(any(feature = "report", feature = "pages"))]
mod mount;
#[cfg(feature = "engine")]
mod packed;
#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "report")]
mod report;
mod values;

use wasm_bindgen::prelude::*;

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
