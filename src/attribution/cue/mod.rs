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

use super::lexis::PhraseRole;
use super::source::Source;
use super::view::{Kind, View};
use crate::analysis::Stance;
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
        match view.kind(at) {
            // بانو-لوغران
            Kind::Dash if view.block.tokens()[at].glued && view.block.tokens().get(at + 1).is_some_and(|t| t.glued) => {
                return (None, at + 1);
            }
            Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon => {
                self.open_clause(at + 1);
                return (None, at + 1);
            }
            Kind::QuotationMark => {
                // What stands in a longer quotation is what was said, not who says it.
                let close = view.quotation_at(at);
                if let Some(inside) = close
                    && inside.len() > 4
                    && (inside.end as usize) < self.end
                {
                    self.at_start = false;
                    return (None, inside.end as usize + 1);
                }
                return (None, at + 1);
            }
            Kind::Function(Class::Relative) => self.embedded = true,
            _ => {}
        }
        if let Some((m, reporting)) = view.phrase(at) {
            let next = m.tokens.end as usize;
            let cue = match reporting.role {
                PhraseRole::Opener => {
                    if m.reading.clitics.has_any(Clitics::CONJUNCTION) {
                        self.open_clause(at);
                    }
                    return (None, next);
                }
                PhraseRole::Connector => {
                    self.open_clause(at);
                    return (None, next);
                }
                PhraseRole::Figure => {
                    self.at_start = false;
                    return (None, next);
                }
                PhraseRole::Subordinate => {
                    self.open_clause(next);
                    self.subordinate = true;
                    return (None, next);
                }
                PhraseRole::According => self.according(m.tokens, reporting.stance),
                PhraseRole::As => self.as_said(m.tokens),
                PhraseRole::Within => self.within(m.tokens, reporting.stance),
                PhraseRole::Thus => self.thus(m.tokens),
                PhraseRole::Wherein => self.wherein(m.tokens, reporting.stance),
                PhraseRole::Impersonal
                    if self.at_start
                        || m.reading.clitics.has_any(Clitics::CONJUNCTION)
                        || at > 0 && matches!(view.kind(at - 1), Kind::CloseBracket | Kind::QuotationMark) =>
                {
                    Some(self.cue(m.tokens, reporting.stance, Voice::Impersonal))
                }
                PhraseRole::Participle => self.participle(m.tokens, reporting.stance),
                PhraseRole::Forecast => self.forecast(m.tokens, reporting.stance),
                PhraseRole::Charge if self.at_start => self.charge(m.tokens, reporting.stance),
                _ => None,
            };
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
        let adverbial = view.is(at, Class::Adverb) || view.is(at, Class::Particle) || view.is(at, Class::Auxiliary);
        if !adverbial && !view.is(at, Class::Negation) {
            self.at_start = false;
        }
        (None, at + 1)
    }

    fn open_clause(&mut self, at: usize) {
        (self.clause, self.at_start, self.subordinate, self.embedded) = (at, true, false, false);
    }

    fn cue(&self, tokens: Span<Tokens>, stance: Stance, voice: Voice) -> Cue {
        let weight = if self.subordinate { Weight::Subordinate } else { Weight::Main };
        Cue { phrase: Phrase::whole(tokens), stance, weight, voice, relays: None, teller: None }
    }
}
