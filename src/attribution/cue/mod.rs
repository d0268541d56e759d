//! The cues of a sentence: words that attribute it, each inside the frame that makes it a cue, with the source found
//! beside it.

mod fit;
mod form;
mod marker;
mod people;
mod phrase;
mod provenance;
mod subject;
mod verb;

use super::lexis::{PhraseRole, Reporting};
use super::source::Source;
use super::view::{Kind, View};
use crate::analysis::Stance;
use crate::lexicon::Match;
use crate::phrases::Class;
use crate::text::{Clitics, Phrase, Span, Tokens};
use provenance::skip_provenance;

/// How much a cue says about its sentence: the first of the highest weight attributes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A participle behind the main clause: مشيراً إلى.
    Participle,
    /// A clause under another: حيث أوضح.
    Subordinate,
    Main,
}

/// Whom a cue attributes to.
#[derive(Clone, Copy, Debug)]
pub enum Voice {
    /// Somebody who stands in the sentence.
    Source(Source),
    /// Whoever has the floor: the subject is only inside the verb.
    Floor {
        /// The verb goes on with an earlier saying (وأضاف).
        continuing: bool,
        /// What is said follows in so many words: if nobody has the floor, it is hearsay.
        said: bool,
    },
    /// Nobody in particular.
    Impersonal,
}

/// A cue in its frame.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    pub phrase: Phrase,
    pub stance: Stance,
    pub weight: Weight,
    pub voice: Voice,
    /// The outlet that passes on what somebody else said: نقلت الوكالة عن.
    pub relays: Option<Phrase>,
    /// Who tells in his own speech what the source said, and keeps the floor.
    pub teller: Option<Source>,
}

/// Tokens looked at behind a verb for what is said: the longest titles with their bodies are shorter.
const FAR: usize = 48;

/// The cue that attributes a sentence, if one does.
pub fn main_cue(view: &View, sentence: Span<Tokens>) -> Option<Cue> {
    let end = sentence.end as usize;
    let first = skip_provenance(view, sentence);
    let mut reader = Reader { view, sentence_start: first, end, clause: first, at_start: true, subordinate: false, embedded: false };
    let mut best: Option<Cue> = reader.headline();
    let mut at = first;
    while at < end && best.is_none_or(|b| b.weight < Weight::Main) {
        let (cue, next) = reader.step(at);
        if let Some(cue) = cue
            && best.is_none_or(|b| cue.weight > b.weight)
        {
            best = Some(reader.original(cue));
        }
        at = next;
    }
    best
}

struct Reader<'v, 'a> {
    view: &'v View<'a>,
    sentence_start: usize,
    end: usize,
    /// Where the clause being read begins.
    clause: usize,
    /// Only openers stand between the clause's beginning and here.
    at_start: bool,
    /// The clause stands under another.
    subordinate: bool,
    /// A relative clause is open.
    embedded: bool,
}

impl Reader<'_, '_> {
    /// Reads one step from `at`: a cue if one stands there, and where to read on.
    fn step(&mut self, at: usize) -> (Option<Cue>, usize) {
        let view = self.view;
        if let Some(next) = self.past_mark(at) {
            return (None, next);
        }
        self.embedded |= view.is(at, Class::Relative);
        if let Some((m, reporting)) = view.phrase(at) {
            let next = m.tokens.end as usize;
            if self.opens(m, reporting.role) {
                return (None, next);
            }
            let cue = self.cue_of_phrase(m, reporting);
            if cue.is_some() {
                return (cue, next);
            }
        }
        if let Some((m, verb)) = view.verb(at) {
            if m.reading.clitics.has_any(Clitics::CONJUNCTION) {
                self.open_clause(at);
                self.subordinate = false;
            }
            let cue = self.spoken(m.tokens, m.reading.clitics, verb);
            self.at_start = false;
            return (cue, m.tokens.end as usize);
        }
        let opener = matches!(view.kind(at), Kind::Function(Class::Adverb | Class::Particle | Class::Auxiliary | Class::Negation));
        self.at_start &= opener;
        (None, at + 1)
    }

    /// Past a mark, which opens a clause, or past what it quotes.
    fn past_mark(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        match view.kind(at) {
            // بانو-لوغران
            Kind::Dash if view.block.tokens()[at].glued && view.block.tokens().get(at + 1).is_some_and(|t| t.glued) => {}
            Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon => self.open_clause(at + 1),
            Kind::QuotationMark => {
                // What stands in a longer quotation is what was said, not who says it.
                let said = view.quotation_at(at).filter(|inside| inside.len() > 4 && (inside.end as usize) < self.end);
                if let Some(inside) = said {
                    self.at_start = false;
                    return Some(inside.end as usize + 1);
                }
            }
            _ => return None,
        }
        Some(at + 1)
    }

    /// A phrase of this role is no cue, and opens a clause, or leaves its verb the first.
    fn opens(&mut self, m: Match, role: PhraseRole) -> bool {
        let (at, next) = (m.tokens.start as usize, m.tokens.end as usize);
        match role {
            PhraseRole::Opener if m.reading.clitics.has_any(Clitics::CONJUNCTION) => self.open_clause(at),
            PhraseRole::Opener => {}
            PhraseRole::Connector => self.open_clause(at),
            PhraseRole::Figure => self.at_start = false,
            PhraseRole::Subordinate => {
                self.open_clause(next);
                self.subordinate = true;
            }
            _ => return false,
        }
        true
    }

    fn cue_of_phrase(&self, m: Match, reporting: &Reporting) -> Option<Cue> {
        let Reporting { role, stance, .. } = *reporting;
        match role {
            PhraseRole::According => self.according(m.tokens, stance),
            PhraseRole::As => self.as_said(m.tokens),
            PhraseRole::Within => self.within(m.tokens, stance),
            PhraseRole::Thus => self.thus(m.tokens),
            PhraseRole::Wherein => self.wherein(m.tokens, stance),
            PhraseRole::Impersonal => self.impersonal(m, stance),
            PhraseRole::Participle => self.participle(m.tokens, stance),
            PhraseRole::Forecast => self.forecast(m.tokens, stance),
            PhraseRole::Charge if self.at_start => self.charge(m.tokens, stance),
            _ => None,
        }
    }

    fn open_clause(&mut self, at: usize) {
        (self.clause, self.at_start, self.subordinate, self.embedded) = (at, true, false, false);
    }

    fn cue(&self, tokens: Span<Tokens>, stance: Stance, voice: Voice) -> Cue {
        let weight = if self.subordinate { Weight::Subordinate } else { Weight::Main };
        Cue { phrase: Phrase::whole(tokens), stance, weight, voice, relays: None, teller: None }
    }
}
