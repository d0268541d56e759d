//! How words stand together: what each word of a sentence is, as far as a lexicon and its spelling tell, and how far a
//! noun phrase reaches.

mod classify;
mod noun_phrase;
mod phrase_words;
mod word;
mod words;

pub use classify::function_class;
pub use noun_phrase::{Extent, NounPhrase, is_indefinite_nisba, is_region, noun_phrase, phrase_ending_at};
pub use word::{Class, NounKind, Word};
pub use words::Words;
