//! From a page's characters to tokens: folding, offsets, words, sentences, quotations.

mod block;
mod fold;
mod form;
mod language;
pub(crate) mod letters;
mod offsets;
mod orthography;
mod quotation;
mod sentence;
mod span;
mod token;

pub(crate) use block::{Block, Phrase};
pub use fold::{Folded, fold};
pub(crate) use form::{FormSet, Forms, Shape};
pub(crate) use language::{OtherLanguage, other_language};
pub use offsets::{OffsetConverter, OffsetUnit, UnknownUnit};
pub(crate) use quotation::run_on;
pub(crate) use sentence::spells_letters;
pub(crate) use span::Tokens;
pub use span::{Bytes, Shadow, Span};
pub(crate) use token::{Clitics, Lexed, Reading, Token, TokenKind, letter};
