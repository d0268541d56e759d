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

pub use block::{Block, Phrase};
pub use fold::{Folded, fold};
pub(crate) use form::FormSet;
pub use form::Forms;
pub use language::OtherLanguage;
pub(crate) use language::other_language;
pub use offsets::{OffsetConverter, OffsetUnit, UnknownUnit};
pub use orthography::Orthography;
pub(crate) use quotation::run_on;
pub use quotation::{Quotation, quotations};
pub use sentence::sentences;
pub(crate) use sentence::spells_letters;
pub use span::{Bytes, Shadow, Span, Tokens};
pub(crate) use token::letter;
pub use token::{Clitics, Lexed, Reading, Token, TokenKind};
