//! Who does what the money is for: the giver of a sum of which no word says who gives it.

use super::frame::Part;
use super::passage::Passage;
use super::subject::{acted_before, begins_clause, subject_of_clause_before, topic_of};
use crate::analysis::Phase;
use crate::lexicon::{column, lexicon, topic};
use crate::phrases::{Class, Extent, NounKind, NounPhrase, noun_phrase};
use crate::text::{Clitics, Phrase};

column! {
    /// What an act of `spending_acts.tsv` has to do with money.
    pub enum Act: "spending_acts" {
        Works = "works",
        Plans = "plans",
        Sums = "sums",
        Votes = "votes",
    }
}

/// The act that the word at `at` tells of.
pub fn act_at(passage: &Passage, at: usize) -> Option<Act> {
    let words = &passage.words;
    // A feminine past is no noun, whatever else it looks like (رفعت), nor is what opens a clause before an organisation (خفض الاتحاد).
    let opens = words.at(at.wrapping_sub(1)).class != Class::Preposition && begins_clause(passage, at);
    let verb = words.at(at).class == Class::Verb
        || words.block().word(at).ends_with('ت')
        || (opens && (words.at(at + 1).kind == Some(NounKind::Body) || words.at(at + 1).class == Class::Place));
    let clitics = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::PRONOUN);
    let row = words.block().match_at(topic::SPENDING_ACTS, at, clitics).filter(|_| verb)?.row;
    Some(Act::named(lexicon().rows(topic::SPENDING_ACTS)[row].fields[0]))
}

/// The organisation or country of the clause of the `sum`th sum that does something with the money. An office-holder who opens or
/// signs pays for nothing.
pub fn doer(passage: &Passage, sum: usize) -> Option<Phrase> {
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    for at in passage.clause_before(start) {
        // «اعتمد المجلس مشروعا بتكلفة …»
        let allots = passage
            .trigger_at(at)
            .map(|i| &passage.triggers[i])
            .is_some_and(|t| t.part == Part::Verb && t.frame.phase == Some(Phase::Allocated));
        if allots || act_at(passage, at).is_some_and(|act| act != Act::Votes) {
            if topic_of(passage, at).is_some() {
                return None;
            }
            let before = || acted_before(passage, at).filter(is_institution);
            return acting(passage, at).or_else(before).filter(|np| np.end() <= start).map(|np| np.phrase);
        }
        // «التي تبلغ كلفتها»: of how much it is, the verb says nothing about who.
        // «مشروعات تدعم النهضة», «التي تخدم …»: nor does one that describes.
        let links = passage.trigger_at(at).is_some_and(|i| passage.triggers[i].carries());
        let describes = words.at(at.wrapping_sub(1)).class == Class::Relative;
        if words.at(at).class == Class::Verb && !links && !describes {
            return None;
        }
    }
    None
}

/// The subject of a verb, behind it or before it, if it is an organisation or a country.
pub fn acting(passage: &Passage, verb: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let behind = noun_phrase(words, verb + 1, Extent::Name).filter(|np| !words.at(verb + 1).has_preposition() && np.head_at == verb + 1);
    match behind.filter(is_institution) {
        Some(np) => Some(np),
        None => {
            let had = usize::from(words.block().word_at(verb.wrapping_sub(1)) == "قد");
            subject_of_clause_before(passage, verb - had).filter(is_institution)
        }
    }
}

fn is_institution(np: &NounPhrase) -> bool {
    np.head.kind == Some(NounKind::Body) || np.head.class == Class::Place
}
