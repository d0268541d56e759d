//! Who does what the money is for: the giver of a sum of which no word says who gives it.

use super::passage::Passage;
use super::subject::{begins_clause, subject_of_clause_before};
use crate::lexicon::Topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, noun_phrase};
use crate::text::{Clitics, Phrase};

/// The organisation or country of the clause of the `sum`th sum that does one of the acts of `spending_acts.tsv`. An office-holder
/// who opens or signs pays for nothing.
pub fn doer(passage: &Passage, sum: usize) -> Option<Phrase> {
    const ACTS: Topic = Topic::named("spending_acts");
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    let clitics = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::PRONOUN);
    for at in passage.clause_before(start) {
        // A feminine past is no noun, whatever else it looks like (رفعت), nor is what opens a clause before an organisation (خفض الاتحاد).
        let opens = words.at(at.wrapping_sub(1)).class != Class::Preposition && begins_clause(passage, at);
        let verb = words.at(at).class == Class::Verb
            || words.block().word(at).ends_with('ت')
            || (opens && (words.at(at + 1).kind == Some(NounKind::Body) || words.at(at + 1).class == Class::Place));
        if verb && words.block().match_at(ACTS, at, clitics).is_some() {
            return acting(passage, at).filter(|np| np.end() <= start).map(|np| np.phrase);
        }
        // «التي تبلغ كلفتها»: of how much it is, the verb says nothing about who.
        let links = passage.trigger_at(at).is_some_and(|i| passage.triggers[i].carries());
        if words.at(at).class == Class::Verb && !links {
            return None;
        }
    }
    None
}

/// The subject of a verb, behind it or before it, if it is an organisation or a country.
fn acting(passage: &Passage, verb: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let behind = noun_phrase(words, verb + 1, Extent::Name).filter(|np| !words.at(verb + 1).has_preposition() && np.head_at == verb + 1);
    let institution = |np: &NounPhrase| np.head.kind == Some(NounKind::Body) || np.head.class == Class::Place;
    match behind.filter(institution) {
        Some(np) => Some(np),
        None => {
            let had = usize::from(words.block().word_at(verb.wrapping_sub(1)) == "قد");
            subject_of_clause_before(passage, verb - had).filter(institution)
        }
    }
}
