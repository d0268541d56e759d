//! Named people, the offices the text gives them, and which mentions are one person.

mod doubtful;
mod identity;
mod mention;
mod name;
mod named;
pub(crate) mod office;
mod person;
mod stems;
mod vocabulary;

use crate::analysis::OfficialKind;
use crate::document::{Document, Place};
use crate::text::Phrase;
pub use named::Named;
pub(crate) use vocabulary::Role;

/// A person named in the text.
#[derive(Clone, Debug)]
pub struct Person<'t> {
    /// The fullest name the text gives, as written there.
    pub name: &'t str,
    /// `None`: a person without public office (an expert, an actor, a company's head).
    pub office: Option<OfficialKind>,
    /// In the order of the text.
    pub mentions: Vec<PersonMention>,
}

/// One mention of a person. A text may have very many.
#[derive(Clone, Debug)]
pub struct PersonMention {
    block: u32,
    name: Phrase,
    office: Option<Phrase>,
    whole: Phrase,
}

impl PersonMention {
    /// The name alone, without title, honorific or attached clitic.
    pub fn name(&self) -> Place {
        self.at(self.name)
    }

    /// The office that stands with it.
    pub fn office(&self) -> Option<Place> {
        self.office.map(|office| self.at(office))
    }

    /// Name, office and the honorifics between them.
    pub fn whole(&self) -> Place {
        self.at(self.whole)
    }

    fn at(&self, phrase: Phrase) -> Place {
        Place::new(self.block as usize, phrase)
    }
}

/// Every person of the document, in the order of their first mentions; of each, all mentions.
pub fn find<'d>(document: &'d Document) -> Vec<Person<'d>> {
    let found = document.blocks.iter().map(mention::mentions).collect();
    person::people(document, found)
}
