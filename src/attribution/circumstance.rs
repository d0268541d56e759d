//! What a sentence says about its source beside naming it: which outlet passes it on, whether several speak at once, and
//! why a name is withheld.

use super::cue::Cue;
use super::lexis::{PhraseRole, SpeakerClass};
use super::source::{Reach, Source, source_at};
use super::view::{Kind, View};
use crate::analysis::SourceType;
use crate::text::{Phrase, Span, Tokens};

/// The circumstances of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstance {
    /// The outlet that passes it on: نقلت الوكالة عن مسؤول, قال مسؤول لرويترز.
    pub relay: Option<Phrase>,
    /// Several who are not named speak at once: مصادر, مسؤولون.
    pub plural: bool,
    /// The words that withhold a name: طلب عدم الكشف عن هويته.
    pub anonymity: Option<Phrase>,
}

/// An outlet stands this many tokens behind a cue or its source at most.
const NEAR: usize = 4;

/// The circumstances of the source that a sentence's cue leads to.
pub fn circumstance(view: &View, sentence: Span<Tokens>, cue: &Cue, source: &Source) -> Circumstance {
    let unnamed = matches!(source.source_type, Some(SourceType::Unnamed | SourceType::Vague));
    let anonymity = if unnamed { anonymity(view, sentence) } else { None };
    // «مصدر رفض الكشف عن اسمه لـ«الصحيفة»»
    let behind = anonymity.map_or(source.end(), |words| source.end().max(words.tokens.end as usize));
    Circumstance { relay: relay(view, sentence, cue, source, behind), plural: unnamed && is_plural(view, source), anonymity }
}

/// The outlet behind a verb of passing on, or the one that is told it, `behind` the source or before it.
fn relay(view: &View, sentence: Span<Tokens>, cue: &Cue, source: &Source, behind: usize) -> Option<Phrase> {
    let end = sentence.end as usize;
    let tokens = source.phrase.tokens;
    let behind_cue = cue.phrase.tokens.end as usize;
    if cue.relays.is_some() {
        return cue.relays;
    }
    let told = |from: usize, limit: usize| {
        let hearer = (from..limit.min(from + NEAR))
            .take_while(|&i| !matches!(view.kind(i), Kind::That | Kind::Colon | Kind::Stop | Kind::Comma))
            .find(|&i| is_hearer(view, i))?;
        if view.block.word(hearer) == "ل" {
            let inside = view.quotation_at(hearer + 1)?;
            return Some(Phrase::whole(inside));
        }
        source_at(view, hearer, limit, Reach::Open).map(|outlet| outlet.phrase)
    };
    // Behind the source, or between verb and source: قال مسؤول لرويترز، قال لرويترز مسؤول.
    told(behind, end).or_else(|| told(behind_cue, tokens.start as usize))
}

/// A medium that is told something begins at a token: لرويترز، لـ«الصحيفة».
fn is_hearer(view: &View, at: usize) -> bool {
    let medium = view.hearer(at).is_some_and(|(_, noun)| noun.class == SpeakerClass::Media);
    medium || view.block.word(at) == "ل" && view.quotation_at(at + 1).is_some_and(|inside| inside.len() <= NEAR)
}

/// The noun that makes the source unnamed speaks of several.
fn is_plural(view: &View, source: &Source) -> bool {
    let head = view.speaker(source.phrase.tokens.start as usize);
    head.is_some_and(|(_, noun)| matches!(noun.class, SpeakerClass::Quantity | SpeakerClass::Unnamed | SpeakerClass::Vague) && !noun.single)
}

/// «طلب عدم الكشف عن هويته», with the verb before it.
fn anonymity(view: &View, sentence: Span<Tokens>) -> Option<Phrase> {
    let role = |at: usize, wanted: PhraseRole| view.phrase(at).filter(|(_, r)| r.role == wanted).map(|(m, _)| m.tokens);
    let whole = sentence.range().find_map(|at| {
        let withheld = role(at, PhraseRole::Withholding)?;
        Some(withheld.join(role(withheld.end as usize, PhraseRole::Identity)?))
    })?;
    let before = (whole.start as usize).checked_sub(1).filter(|&b| b >= sentence.start as usize);
    let verb = before.filter(|_| view.block.word(whole.start as usize) == "عدم").filter(|&b| view.kind(b) == Kind::Word);
    Some(Phrase::whole(Span::new(verb.map_or(whole.start, |b| b as u32), whole.end)))
}
