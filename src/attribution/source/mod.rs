//! The noun phrase that names a source, and what kind of source it is.
//!
//! Its extent is not that of [`noun_phrase`](crate::phrases::noun_phrase), which goes by parts of speech alone: a source ends where the
//! object of a verb of saying, the hearer or the speech begins, which depends on who can speak, on names, and on where the cue's frame says
//! that speech begins.

mod classify;
mod complements;
mod extent;
mod stops;

use super::lexis::SpeakerClass;
use super::view::{Kind, View};
use crate::analysis::SourceType;
use crate::text::{Clitics, Phrase, Span};
use classify::{Classified, classify};
use extent::{closing_mark, extent};

/// A noun phrase that can be a source.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub phrase: Phrase,
    /// `None`: nothing in it says that it can speak; it is a person if what follows is speech.
    pub source_type: Option<SourceType>,
    pub person: Option<usize>,
    /// One definite person of whom only the role is said (المسؤول، الخبير): whoever spoke before, if that fits.
    pub anaphoric: bool,
}

impl Source {
    /// The token behind it.
    pub fn end(&self) -> usize {
        self.phrase.tokens.end as usize
    }

    /// Whoever it is, since it speaks: a person, or, behind a plural, some people.
    pub fn made_person(mut self, view: &View) -> Source {
        let (tokens, outside) = (self.phrase.tokens, usize::from(self.phrase.outside));
        let first = &view.block.word(tokens.start as usize)[outside..];
        let plural = first.ends_with("ون");
        // «المؤلفون», «المعنيون بالملف»
        let these = || plural && (tokens.len() == 1 || first.starts_with("الم")) && first.starts_with("ال");
        // «مزارعون», «مزارعو المنطقة»: a sound plural, indefinite or before a definite noun.
        let some = || {
            let second = tokens.start as usize + 1;
            let governs = || tokens.len() > 1 && first.ends_with('و') && (view.has_article(second) || view.place(second).is_some());
            first.chars().count() > 4 && (plural || governs()) && !first.starts_with("ال") && !view.in_name(tokens.start as usize)
        };
        let whoever = || if some() { SourceType::Unnamed } else { SourceType::Person };
        self.source_type = self.source_type.or_else(|| Some(if these() { SourceType::Vague } else { whoever() }));
        self
    }

    /// It is a body with a feminine name: no masculine verb or participle speaks for it.
    pub fn is_feminine_body(&self, view: &View) -> bool {
        self.source_type == Some(SourceType::Institution) && view.block.word(self.phrase.tokens.start as usize).ends_with('ه')
    }

    /// Something in it says that it can speak.
    pub fn speaks(&self) -> bool {
        self.source_type.is_some()
    }
}

/// How far a phrase may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Reported speech begins at the limit: whatever stands before it belongs to the source, adjuncts apart.
    Bounded,
    /// An object may follow: a definite phrase ends before the next indefinite noun.
    Open,
}

/// The source whose first word is at `at` and that ends by `limit`.
pub fn source_at(view: &View, at: usize, limit: usize, reach: Reach) -> Option<Source> {
    if at >= limit {
        return None;
    }
    // A name between marks: "الزهراني".
    if view.kind(at) == Kind::QuotationMark {
        let close = closing_mark(view, at, limit)?;
        let mut inner = source_at(view, at + 1, close, Reach::Bounded)?;
        inner.source_type = inner.source_type.or(Some(SourceType::Person));
        return Some(inner);
    }
    let (mut start, mut head) = (at, at);
    let mut noun = view.speaker(head);
    let mut outside = view.attached_to(at, noun);
    // 3 مسؤولين، 63٪ من المشاركين
    if view.kind(head) == Kind::Number {
        let mut counted = head + 1 + usize::from(view.kind(head + 1) == Kind::OtherMark);
        counted += usize::from(view.block.word_at(counted) == "من");
        if let Some(found) = view.speaker(counted).filter(|_| counted < limit) {
            (head, noun) = (counted, Some(found));
        }
    }
    // عدد من، كل من
    while let Some((m, quantity)) = noun
        && quantity.class == SpeakerClass::Quantity
        && (m.tokens.end as usize) < limit
        && !m.reading.clitics.has(Clitics::AL)
    {
        head = m.tokens.end as usize;
        noun = view.speaker(head);
        if quantity.outside {
            (start, outside) = (head, view.attached_to(head, noun));
        }
    }
    let end = extent(view, head, noun, limit, reach);
    if end <= start {
        return None;
    }
    let tokens = Span::of(start..end);
    let Classified { source_type, person, anaphoric } = classify(view, head, noun, tokens);
    Some(Source { phrase: Phrase::new(tokens, outside), source_type, person, anaphoric })
}
