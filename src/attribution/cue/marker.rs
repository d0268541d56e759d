//! What shows that a verb reports speech: أن, a colon, a quotation, a preposition it governs.

use super::{FAR, Reader};
use crate::attribution::lexis::{CueWord, Frames, PhraseRole, Verb};
use crate::attribution::view::Kind;
use crate::lexicon::{Match, lexicon, topic};
use crate::phrases::Class;
use crate::text::Clitics;
use std::ops::ControlFlow::{self, Break, Continue};

/// What shows that a verb reports speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// أن، a colon, a quotation: everything before it that is no adjunct is the subject.
    Said(usize),
    /// A preposition the verb governs.
    Governed(usize),
}

impl Reader<'_, '_> {
    /// What shows that a verb whose complement may begin at `from` reports speech.
    pub(super) fn marker(&self, from: usize, frames: Frames) -> Option<Marker> {
        let mut search = Search { reader: self, frames, from, governed: None, commas: 0 };
        let mut at = from;
        while at < self.end.min(from + FAR) {
            match search.read(at) {
                Continue(next) => at = next,
                Break(marker) => return marker,
            }
        }
        search.governed
    }

    /// The word has an attached ب: طالب الوزير بوقف …
    pub(super) fn attached_by(&self, at: usize) -> bool {
        let word = self.view.block.word(at);
        // «المجلس برئاسة فلان»: who leads it, no complement of the verb.
        if !word.starts_with('ب') || self.view.in_name(at) || self.view.matches(topic::LEADING, at).is_some() {
            return false;
        }
        // بـ«احترافية», بـ 40
        if word == "ب" {
            return matches!(self.view.kind(at + 1), Kind::QuotationMark | Kind::Number);
        }
        let readings = self.view.block.readings(at);
        readings.iter().any(|r| r.clitics.has(Clitics::BI)) || readings.is_empty() && word.chars().count() > 3
    }

    /// «وأضاف لن نسمح …», «وتابع استقبلنا …»: behind a verb that goes on with a saying, a clause needs no أن to be what is said.
    pub(super) fn says_on(&self, at: usize, verb: &Verb) -> bool {
        use Class::{Auxiliary, Negation, Particle, Pronoun};
        verb.frames.has(Frames::CONTINUING.or(Frames::PLAIN))
            && verb.frames.has(Frames::THAT)
            && at < self.end
            && (matches!(self.view.kind(at), Kind::Function(Negation | Pronoun | Particle | Auxiliary))
                || verb.frames.has(Frames::CONTINUING) && self.is_own_deed(at))
    }

    /// What somebody tells of himself and his own, or announces: استقبلنا، نسعى، سنفتتح، سيبدأ.
    fn is_own_deed(&self, at: usize) -> bool {
        let (view, block) = (self.view, self.view.block);
        let (word, readings) = (block.word(at), block.readings(at));
        if view.kind(at) != Kind::Word || view.in_name(at) || view.has_article(at) || view.speaker(at).is_some() {
            return false;
        }
        let unknown = readings.is_empty();
        let is_of = |topic| block.match_at(topic, at, Clitics::NONE).is_some();
        let verb_of_claims = |found: Match| lexicon().rows(topic::CLAIM_WORDS)[found.row].fields[2] == "v";
        let is_verb = || {
            let of_claims = block.match_at(topic::CLAIM_WORDS, at, Clitics::NONE).is_some_and(verb_of_claims);
            of_claims || is_of(topic::VERBS) || is_of(topic::REPORTING_VERBS)
        };
        let long = word.chars().count() > 4;
        let ours = word.starts_with('ن') && is_verb() || long && word.ends_with("نا") && (unknown || is_verb());
        let future = ["سن", "سا", "سي", "ست"].iter().any(|future| word.starts_with(future));
        ours || long && future && (unknown || readings.iter().all(|r| r.clitics.has(Clitics::SA)))
    }
}

/// The search for a marker, token by token.
struct Search<'r, 'v, 'a> {
    reader: &'r Reader<'v, 'a>,
    frames: Frames,
    from: usize,
    /// A preposition that the verb governs was met.
    governed: Option<Marker>,
    commas: usize,
}

/// Where to read on, or how the search ends.
type Step = ControlFlow<Option<Marker>, usize>;

/// Behind so many commas nothing is the verb's any more.
const MOST_COMMAS: usize = 6;
/// Tokens between brackets at most; what is longer, and not closed, is quoted.
const LONGEST_ASIDE: usize = 7;
/// A quotation of so many tokens may be a name.
const LONGEST_NAME: usize = 3;

impl Search<'_, '_, '_> {
    fn read(&mut self, at: usize) -> Step {
        let view = self.reader.view;
        if let Some(end) = self.end_of_name(at) {
            return Continue(end);
        }
        match view.kind(at) {
            Kind::That | Kind::Colon if !self.frames.has(Frames::THAT) => Break(self.governed),
            Kind::That => Break(self.at_that(at)),
            Kind::Colon => Break(self.at_colon(at)),
            Kind::QuotationMark => self.at_quotation(at),
            Kind::Comma => self.at_comma(at),
            // Some papers write semicolons for commas.
            Kind::Stop if view.block.word(at) == "؛" && self.governed.is_none() && at > self.from => {
                self.commas += 1;
                Continue(at + 1)
            }
            Kind::Stop => Break(self.governed),
            Kind::OpenBracket => self.at_bracket(at),
            Kind::Function(Class::Preposition) if self.governs(at) => Break(Some(Marker::Governed(at))),
            // «قال المدرب في المدينة حيث يستعد فريقه: «…»»
            Kind::Function(Class::Subordinator) if at > self.from && !(self.frames.has(Frames::PLAIN) && view.block.word(at) == "حيث") => {
                Break(self.governed)
            }
            Kind::Word => self.at_word(at),
            _ => Continue(at + 1),
        }
    }

    /// «أكد المشرف على الميناء فلان أن …»: no word of an office that stands with its name is the verb's.
    fn end_of_name(&self, at: usize) -> Option<usize> {
        let view = self.reader.view;
        let end = view.named_at(at).map(|named| named.tokens.end as usize).filter(|&end| end > at)?;
        // «المهندس "الحلبي" أن»: the mark that closes the name.
        let closes = end < self.reader.end && view.kind(end) == Kind::QuotationMark && view.quotation_at(end).is_none();
        Some(end + usize::from(closes))
    }

    fn at_that(&self, at: usize) -> Option<Marker> {
        let unsaid = at.checked_sub(1).is_some_and(|before| self.reader.view.cue_word(before) == Some(CueWord::Unsaid));
        if unsaid { self.governed } else { Some(Marker::Said(at)) }
    }

    fn at_colon(&self, at: usize) -> Option<Marker> {
        if at > self.from && self.reader.view.has_role(at - 1, PhraseRole::List) {
            return self.governed;
        }
        self.governed.filter(|_| at + 1 >= self.reader.end).or(Some(Marker::Said(at)))
    }

    fn at_quotation(&self, at: usize) -> Step {
        let view = self.reader.view;
        let Some(inside) = view.quotation_at(at) else { return Break(None) };
        let behind = inside.end as usize + 1;
        let short = inside.len() <= LONGEST_NAME;
        let name = match at > self.from {
            true => short || matches!(view.kind(behind), Kind::That | Kind::Foreign),
            false => short && self.is_said_soon(behind),
        };
        if name { Continue(behind) } else { Break(self.governed.or(Some(Marker::Said(at)))) }
    }

    /// What is said begins soon behind what may be a name in quotation marks.
    fn is_said_soon(&self, from: usize) -> bool {
        (from..self.reader.end.min(from + 12))
            .take_while(|&i| self.reader.view.kind(i) != Kind::Stop)
            .any(|i| matches!(self.reader.view.kind(i), Kind::That | Kind::Colon))
    }

    fn at_comma(&mut self, at: usize) -> Step {
        self.commas += 1;
        let participle = at > self.from && self.reader.view.has_role(at + 1, PhraseRole::Participle);
        if self.commas > MOST_COMMAS || self.governed.is_some() || participle { Break(self.governed) } else { Continue(at + 1) }
    }

    /// Some papers quote in brackets.
    fn at_bracket(&self, at: usize) -> Step {
        let closes = |&i: &usize| self.reader.view.kind(i) == Kind::CloseBracket;
        match (at..self.reader.end.min(at + LONGEST_ASIDE)).find(closes) {
            Some(close) => Continue(close + 1),
            None if self.frames.has(Frames::THAT) && at > self.from => Break(Some(Marker::Said(at))),
            None => Continue(at + 1),
        }
    }

    /// The preposition at `at` is one that the verb governs.
    fn governs(&self, at: usize) -> bool {
        let view = self.reader.view;
        let frame = match view.block.word(at) {
            "الي" => Frames::TO,
            "عن" => Frames::ABOUT,
            "علي" => Frames::ON,
            "في" => Frames::IN,
            "من" => Frames::FROM,
            "به" | "بها" | "بهم" | "بذلك" | "بهذا" | "بهذه" => Frames::BY,
            _ => return false,
        };
        self.frames.has(frame) && view.kind(at + 1) != Kind::That
    }

    fn at_word(&mut self, at: usize) -> Step {
        let view = self.reader.view;
        // «أهاب المتحدث بالسائقين … مؤكدا أن …»: the second word says on its own.
        if self.governed.is_some() && view.has_role(at, PhraseRole::Participle) {
            return Break(self.governed);
        }
        let speaker = view.speaker(at).map(|(m, _)| m);
        // «عدد من», «مجلس بلدي»: what looks like a preposition is the noun's own.
        if let Some(noun) = speaker.filter(|m| m.tokens.len() > 1 && !m.reading.clitics.has(Clitics::BI)) {
            return Continue(noun.tokens.end as usize);
        }
        if self.frames.has(Frames::BY) && self.governed.is_none() && self.reader.attached_by(at) {
            self.governed = Some(Marker::Governed(at));
        }
        // Another verb of saying begins: joined, or, behind a comma, after an aside (…، تحدثت إليهم، قالت إن).
        let begins = |clitics: Clitics| clitics.has_any(Clitics::CONJUNCTION) || view.kind(at - 1) == Kind::Comma;
        // «وأكد مسؤول، طلب عدم كشف اسمه، أن …»
        let withheld = || (at..at + 2).any(|i| view.has_role(i, PhraseRole::Withholding));
        let anew = at > self.from && speaker.is_none() && view.verb(at).is_some_and(|(m, _)| begins(m.reading.clitics)) && !withheld();
        if anew { Break(self.governed) } else { Continue(at + 1) }
    }
}
