//! Which mentions are one person.

mod aliases;
mod bodies;
mod names;
mod rest;

use super::identity::{NamesMet, Parts, Sounds};
use super::mention::Found;
use super::name::hyphen;
use super::{Person, PersonMention};
use crate::analysis::OfficialKind;
use crate::document::{Document, Place};
use crate::order::sort_by_number;
use crate::text::Phrase;
use bodies::Bodies;
use names::{begins_last_name, parts_of};
use rest::rest_of_text;

/// A person while a document is read.
struct Candidate<'d> {
    person: Person<'d>,
    /// The fullest spelling of the name.
    fullest: Place,
    /// How many words that has to compare by.
    words: usize,
    /// A prince or princess, whom the text gives no post outside the state.
    royal: bool,
    /// Has a post that is no public office.
    private: bool,
}

impl Candidate<'_> {
    /// The text names this person once more.
    fn named(&mut self, mention: PersonMention) {
        let mentions = &mut self.person.mentions;
        // Most people are named once or twice.
        if mentions.len() < 4 {
            mentions.reserve_exact(1);
        }
        mentions.push(mention);
    }
}

/// Ties the names of all blocks together; then finds what is left of them in the text.
pub(super) fn people<'d>(document: &'d Document, found: Vec<Vec<Found>>) -> Vec<Person<'d>> {
    let mut candidates = everybody(document, &found);
    let names = found.into_iter().map(|names| names.iter().map(|found| found.name.tokens).collect());
    rest_of_text(document, names.collect(), &mut candidates);
    let mut people: Vec<Person> = candidates
        .into_iter()
        .map(|candidate| {
            let mut person = candidate.person;
            if candidate.royal && !candidate.private {
                person.office = person.office.or(Some(OfficialKind::State));
            }
            sort_by_number(&mut person.mentions, |m| m.name().order());
            person
        })
        .collect();
    sort_by_number(&mut people, |p| p.mentions.first().map_or(0, |m| m.name().order()));
    people
}

/// Everybody whose name was found, each once.
fn everybody<'d>(document: &'d Document, found: &[Vec<Found>]) -> Vec<Candidate<'d>> {
    let mut met = Met::default();
    let bodies = Bodies::of(document);
    for (block, names) in found.iter().enumerate() {
        for name in names {
            met.add(document, &bodies, block, name);
        }
    }
    met.candidates
}

/// Everybody met so far.
#[derive(Default)]
struct Met<'d> {
    candidates: Vec<Candidate<'d>>,
    names: NamesMet,
    /// Of those in office the one met last.
    last_official: Option<usize>,
    /// Whoever was named last.
    last: Option<usize>,
    /// The office named last is no public one.
    last_private: bool,
}

impl<'d> Met<'d> {
    fn add(&mut self, document: &'d Document, bodies: &Bodies, block: usize, found: &Found) {
        let read = &document.blocks[block];
        let place = Place::new(block, found.name);
        let parts = parts_of(read, found.name);
        if parts.is_empty() {
            return;
        }
        // «ماتيلد بانو-لوغران» goes on as «بانو-لوغران», «محمود رضائي نجاد» as «رضائي نجاد».
        let first = found.name.tokens.start as usize;
        let double = found.name.tokens.len() == 3 && hyphen(read, first + 1) || parts.len() > 1 && begins_last_name(read, first);
        // «مدير مكتبه», «عضو اللجنة»: of the same sort as whoever was named last.
        let referred = || self.candidates[self.last_official?].person.office;
        let named = found.body_noun.and_then(|noun| bodies.kind_before(noun, place.order()));
        // «رئيس النادي فلان، وفلان الرئيس السابق»: of the same thing.
        let kind = found.kind.filter(|_| !(found.of_nothing && self.last_private));
        let kind = named.map_or(kind, |named| named.and(kind).or(named)).or_else(|| found.refers.then(referred).flatten());
        let private = found.office.is_some() && kind.is_none();
        if found.office.is_some() {
            self.last_private = private;
        }
        let name = document.source(place);
        let mention = mention(block, found.name, found.office, found.whole);
        let sounds = Sounds::of(&parts);
        let fullest = |at: usize| parts_at(document, self.candidates[at].fullest);
        let known = || self.names.find(&parts, &sounds, found.titled, double, fullest);
        let at = match if found.epithet { self.last } else { known() } {
            Some(at) => {
                let candidate = &mut self.candidates[at];
                candidate.person.office = candidate.person.office.or(kind);
                candidate.royal |= found.royal;
                candidate.private |= private;
                candidate.named(mention);
                if parts.len() > candidate.words && !found.epithet {
                    self.names.add(&sounds, at);
                    candidate.person.name = name;
                    (candidate.fullest, candidate.words) = (place, parts.len());
                }
                at
            }
            None => {
                self.names.add(&sounds, self.candidates.len());
                let person = Person { name, office: kind, mentions: vec![mention] };
                self.candidates.push(Candidate { person, fullest: place, words: parts.len(), royal: found.royal, private });
                self.candidates.len() - 1
            }
        };
        self.last = Some(at);
        if self.candidates[at].person.office.is_some() {
            self.last_official = self.last_official.max(Some(at));
        }
    }
}

/// The words to compare by of the name at a place.
fn parts_at<'d>(document: &'d Document, name: Place) -> Parts<'d> {
    parts_of(&document.blocks[name.block()], name.phrase)
}

fn mention(block: usize, name: Phrase, office: Option<Phrase>, whole: Phrase) -> PersonMention {
    PersonMention { block: block as u32, name, office, whole }
}
