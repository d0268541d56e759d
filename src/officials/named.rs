//! Where the people of a document are named.

use super::Person;
use crate::document::Place;
use crate::order::{pair, sort_by_number};
use crate::text::{Span, Tokens};

/// The names of people, in the order of the text: block and tokens. What they mean as words tells nothing.
pub struct Named(Vec<(usize, Span<Tokens>)>);

impl Named {
    /// Where these people are named.
    pub fn of<'p>(people: impl IntoIterator<Item = &'p Person<'p>>) -> Named {
        let mentions = people.into_iter().flat_map(|person| &person.mentions);
        let mut names: Vec<_> = mentions.map(|m| (m.block as usize, m.name.tokens)).collect();
        sort_by_number(&mut names, |(block, tokens)| pair(*block as u32, tokens.start));
        Named(names)
    }

    /// The names that begin within a place.
    pub fn within(&self, scope: Place) -> &[(usize, Span<Tokens>)] {
        let tokens = scope.phrase.tokens;
        let first = self.0.partition_point(|(block, name)| (*block, name.start) < (scope.block(), tokens.start));
        let count = self.0[first..].partition_point(|(block, name)| (*block, name.start) < (scope.block(), tokens.end));
        &self.0[first..first + count]
    }
}
