//! What shows that a verb reports speech: أن, a colon, a quotation, a preposition it governs.

use super::{FAR, Reader};
use crate::attribution::lexis::{Frames, PhraseRole, Verb};
use crate::attribution::view::Kind;
use crate::lexicon::Match;
use crate::phrases::Class;
use crate::text::Clitics;

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
        let view = self.view;
        let mut governed = None;
        let mut commas = 0;
        let mut at = from;
        while at < self.end.min(from + FAR) {
            // «أكد المشرف على الميناء فلان أن …»: no word of an office that stands with its name is the verb's.
            if let Some(named) = view.named_at(at).filter(|named| named.tokens.end > at as u32) {
                let end = named.tokens.end as usize;
                // «المهندس "الحلبي" أن»: the mark that closes the name.
                let closes = end < self.end && view.kind(end) == Kind::QuotationMark && view.quotation_at(end).is_none();
                at = end + usize::from(closes);
                continue;
            }
            match view.kind(at) {
                Kind::That | Kind::Colon if !frames.has(Frames::THAT) => return governed,
                Kind::That => {
                    let before = at.checked_sub(1).map_or("", |b| view.block.word(b));
                    if matches!(before, "بعد" | "قبل" | "منذ" | "دون" | "بدون" | "رغم" | "مع" | "لولا" | "حد" | "بعيد")
                    {
                        return governed;
                    }
                    return Some(Marker::Said(at));
                }
                Kind::Colon if at > from && view.phrase(at - 1).is_some_and(|(_, r)| r.role == PhraseRole::List) => return governed,
                Kind::Colon => return Some(governed.filter(|_| at + 1 >= self.end).unwrap_or(Marker::Said(at))),
                Kind::QuotationMark => {
                    let inside = view.quotation_at(at)?;
                    let behind = inside.end as usize + 1;
                    let gloss = at > from && (inside.len() <= 3 || matches!(view.kind(behind), Kind::That | Kind::Foreign));
                    if !(gloss || at == from && inside.len() <= 3 && self.said_soon(behind)) {
                        return Some(governed.unwrap_or(Marker::Said(at)));
                    }
                    at = behind;
                    continue;
                }
                Kind::Comma => {
                    commas += 1;
                    let participle = view.phrase(at + 1).is_some_and(|(_, r)| r.role == PhraseRole::Participle);
                    if commas > 6 || governed.is_some() || participle && at > from {
                        return governed;
                    }
                }
                // Some papers write semicolons for commas.
                Kind::Stop if view.block.word(at) == "؛" && governed.is_none() && at > from => commas += 1,
                Kind::Stop => return governed,
                Kind::OpenBracket => {
                    // Some papers quote in brackets.
                    match (at..self.end.min(at + 7)).find(|&k| view.kind(k) == Kind::CloseBracket) {
                        Some(close) => at = close,
                        None if frames.has(Frames::THAT) && at > from => return Some(Marker::Said(at)),
                        None => {}
                    }
                }
                Kind::Function(Class::Preposition) => {
                    let wanted = match view.block.word(at) {
                        "الي" => Frames::TO,
                        "عن" => Frames::ABOUT,
                        "علي" => Frames::ON,
                        "في" => Frames::IN,
                        "من" => Frames::FROM,
                        "به" | "بها" | "بهم" | "بذلك" | "بهذا" | "بهذه" => Frames::BY,
                        _ => Frames::CONTINUING,
                    };
                    if wanted != Frames::CONTINUING && frames.has(wanted) && view.kind(at + 1) != Kind::That {
                        return Some(Marker::Governed(at));
                    }
                }
                // «قال المدرب في المدينة حيث يستعد فريقه: «…»»
                Kind::Function(Class::Subordinator) if at > from && !(frames.has(Frames::PLAIN) && view.block.word(at) == "حيث") => {
                    return governed;
                }
                Kind::Word => {
                    // «أهاب المتحدث بالسائقين … مؤكدا أن …»: the second word says on its own.
                    if governed.is_some() && view.phrase(at).is_some_and(|(_, r)| r.role == PhraseRole::Participle) {
                        return governed;
                    }
                    // «عدد من», «مجلس بلدي»: what looks like a preposition is the noun's own.
                    let several_words = |m: &Match| m.tokens.len() > 1 && !m.reading.clitics.has(Clitics::BI);
                    if let Some((m, _)) = view.speaker(at).filter(|(m, _)| several_words(m)) {
                        at = m.tokens.end as usize;
                        continue;
                    }
                    if frames.has(Frames::BY) && governed.is_none() && self.attached_by(at) {
                        governed = Some(Marker::Governed(at));
                    }
                    // Another verb of saying begins: joined, or, behind a comma, after an aside (…، تحدثت إليهم، قالت إن).
                    if at > from
                        && view
                            .verb(at)
                            .is_some_and(|(m, _)| m.reading.clitics.has_any(Clitics::CONJUNCTION) || view.kind(at - 1) == Kind::Comma)
                        && view.speaker(at).is_none()
                    {
                        return governed;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        governed
    }

    /// What is said begins soon behind what may be a name in quotation marks.
    fn said_soon(&self, from: usize) -> bool {
        (from..self.end.min(from + 12))
            .take_while(|&i| self.view.kind(i) != Kind::Stop)
            .any(|i| matches!(self.view.kind(i), Kind::That | Kind::Colon))
    }

    /// The word has an attached ب: طالب الوزير بوقف …
    pub(super) fn attached_by(&self, at: usize) -> bool {
        let word = self.view.block.word(at);
        // «المجلس برئاسة فلان»: who leads it, no complement of the verb.
        if !word.starts_with('ب') || self.view.in_name(at) || self.view.matches(self.view.lexis.leading, at).is_some() {
            return false;
        }
        // بـ«احترافية», بـ 40
        if word == "ب" {
            return matches!(self.view.kind(at + 1), Kind::QuotationMark | Kind::Number);
        }
        let readings = self.view.block.readings(at);
        readings.iter().any(|r| r.clitics.has(Clitics::BI)) || readings.is_empty() && word.chars().count() > 3
    }

    /// «وأضاف لن نسمح …»: behind a verb that goes on with a saying, a clause needs no أن to be what is said.
    pub(super) fn says_on(&self, at: usize, verb: &Verb) -> bool {
        use Class::{Auxiliary, Negation, Particle, Pronoun};
        verb.frames.has(Frames::CONTINUING.or(Frames::PLAIN))
            && verb.frames.has(Frames::THAT)
            && at < self.end
            && matches!(self.view.kind(at), Kind::Function(Negation | Pronoun | Particle | Auxiliary))
    }
}
