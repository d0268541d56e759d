//! Who gives and who gets by an agreement: «وقعت الشركة مع البنك اتفاقية قرض», «وقعت الهيئة ووزارة التعليم اتفاقية».
//!
//! A lender lends, whichever side of the table it is named on; who orders works pays for them; of two who sign a gift
//! the first named gives, unless it is named as the one who signs «مع» the giver.

use super::frame::{Part, REACH, Role, Trigger};
use super::government::Government;
use super::passage::Passage;
use super::slots::subject_of_clause_before;
use crate::lexicon::Topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, noun_phrase};
use crate::text::{Clitics, Phrase, Span};

/// The two sides of an agreement.
pub struct Parties {
    pub donor: Phrase,
    pub recipient: Phrase,
}

/// The parties of the agreement about the `sum`th sum, if its sentence tells of one.
pub fn parties(passage: &Passage, sum: usize, government: &Government) -> Option<Parties> {
    let kind = government.chain.iter().find_map(|&i| Kind::of(&passage.triggers[i]))?;
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    let first_sum = passage.sums[0].start as usize;
    let signing = (words.start().max(start.saturating_sub(REACH))..first_sum.min(start)).rev().find(|&at| is_signing(words, at))?;
    let first = first_party(passage, signing)?;
    let limit = words.end().min(signing + REACH);
    let with = (signing + 1..limit).take_while(|&at| words.at(at).class != Class::Stop).find(|&at| words.block().word(at) == "مع");
    let (first, second, by_with) = match with.and_then(|with| noun_phrase(words, with + 1, Extent::Name)) {
        Some(second) => (first.phrase, second.phrase, true),
        None => {
            let (first, second) = two_of(words, &first)?;
            (first, second, false)
        }
    };
    let second_gives = match (lends(words, first), lends(words, second)) {
        (false, true) => true,
        (true, false) => false,
        _ => by_with && kind == Kind::Money,
    };
    Some(if second_gives { Parties { donor: second, recipient: first } } else { Parties { donor: first, recipient: second } })
}

/// What is agreed upon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A loan, a grant.
    Money,
    /// Works, or an agreement that does not say.
    Works,
}

impl Kind {
    fn of(trigger: &Trigger) -> Option<Kind> {
        if trigger.frame.li == Some(Role::Purpose) && trigger.part == Part::Noun {
            return Some(Kind::Works);
        }
        let gives = matches!(trigger.frame.bare[0], Some(Role::Giver | Role::Owner | Role::Helper));
        (gives && trigger.is_nominal()).then_some(Kind::Money)
    }
}

fn is_signing(words: &Words, at: usize) -> bool {
    let allowed = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::BI).with(Clitics::LI);
    words.block().match_at(Topic::named("signings"), at, allowed).is_some()
}

/// Who signs: behind the verb, or before it, or for «أعلن الصندوق توقيع …» the subject of the verb above.
fn first_party(passage: &Passage, signing: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let behind = noun_phrase(words, signing + 1, Extent::Name)
        .filter(|np| !words.at(signing + 1).has_preposition() && passage.trigger_at(np.head_at).is_none() && is_party(np));
    behind.or_else(|| subject_of_clause_before(passage, signing).filter(is_party))
}

fn is_party(np: &NounPhrase) -> bool {
    matches!(np.head.kind, Some(NounKind::Body | NounKind::Title)) || np.head.class == Class::Place || np.head.is_closed()
}

/// «الهيئة الخيرية ووزارة التعليم»: where the second organisation of a phrase begins.
fn two_of(words: &Words, both: &NounPhrase) -> Option<(Phrase, Phrase)> {
    let range = both.tokens().range();
    let begins = |at: &usize| {
        let word = words.at(*at);
        word.has_conjunction() && (word.kind == Some(NounKind::Body) || word.class == Class::Place)
    };
    let second = range.clone().skip(1).find(begins)?;
    let first = Phrase::new(Span::of(range.start..second), both.phrase.outside);
    Some((first, Phrase::new(Span::of(second..range.end), words.at(second).outside)))
}

/// A bank or a fund.
fn lends(words: &Words, party: Phrase) -> bool {
    const LENDERS: [&str; 6] = ["بنك", "مصرف", "صندوق", "بنوك", "مصارف", "صناديق"];
    let head = &words.block().word(party.tokens.start as usize)[usize::from(party.outside)..];
    LENDERS.contains(&head.strip_prefix("ال").unwrap_or(head))
}
