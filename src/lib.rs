//! Isnad (إسناد, "attribution") reads Arabic news and marks claims with who says them, cited funding figures and named
//! officials. It never says true or false: it shows what is claimed, who says it, and how it is worded.
//!
//! ```
//! let text = "قال وزير المالية سامر الحلبي إن بلاده خصصت 3 ملايين دولار للإغاثة.";
//! let analysis = isnad::analyze(text, isnad::OffsetUnit::Byte);
//! assert_eq!(analysis.sentences.len(), 1);
//! ```

#![warn(missing_docs)]
// What binds the modules to JavaScript is written by wasm-bindgen.
#![cfg_attr(not(feature = "wasm"), forbid(unsafe_code))]

mod amounts;
pub mod analysis;
mod annotated;
mod assemble;
mod attribution;
mod claims;
pub mod compare;
pub mod corrections;
mod document;
mod engine;
pub mod explain;
pub mod export;
mod figures;
mod labels;
mod lexicon;
mod marks;
mod officials;
mod order;
mod phrases;
pub mod report;
mod short_form;
mod sums;
pub mod text;
#[cfg(feature = "wasm")]
mod wasm;
mod wording;
pub mod worksheet;

pub use analysis::Analysis;
pub use annotated::{Annotated, Misfit};
pub use engine::Engine;
pub use text::OffsetUnit;
pub use wording::{Digits, Language, Locale, Prose, UnknownLocale};

/// Analyses a text. Its lines are its blocks (paragraphs, headings, captions); offsets in the result count in `unit`.
///
/// Never fails: a text without Arabic has an empty result, and says so in [`Analysis::language`].
pub fn analyze(text: &str, unit: OffsetUnit) -> Analysis {
    Engine::default().analyze(text, unit)
}
