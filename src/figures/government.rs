//! Which words govern a sum, and so what it is.
//!
//! The nearest word of the table is looked for first, leftwards; from it one climbs to the nouns it depends on (سداد ←
//! القروض), to the antecedent of a relative clause and to the verb. Of all of them the heaviest decides, among equals
//! the one highest up.

use super::ascent::climb;
use super::frame::{Part, Sense, WEAK_VERB};
use super::neighbours::{Left, described_by, left_of, right_of, verb_after};
use super::passage::Passage;
use crate::phrases::{Class, NounKind};
use crate::text::Clitics;

/// The words that govern a sum.
#[derive(Clone, Debug, Default)]
pub struct Government {
    /// Numbers of triggers, the nearest first.
    pub chain: Vec<usize>,
    /// The one that decides.
    pub decisive: Option<usize>,
    pub funding: bool,
    /// It is governed as the sum before it is: a list, a conversion.
    pub inherited: bool,
}

/// What governs the `sum`th sum of the passage; `before` governs the sum before it.
pub fn govern(passage: &Passage, sum: usize, before: Option<&Government>) -> Government {
    let mut chain = Vec::new();
    let own = right_of(passage, sum);
    if let Some(own) = own {
        chain.push(own);
    }
    let left = left_of(passage, sum);
    let described = described_by(passage, sum);
    match left {
        Left::Trigger(nearest) => climb(passage, nearest, &mut chain),
        Left::SumBefore | Left::Nothing if chain.is_empty() => {
            if let (Left::SumBefore, Some(before), None) = (&left, before, described) {
                // «ومن فرنسا 4 ملايين»
                if passage.giver_before(sum).is_some() {
                    return Government { funding: true, ..Government::default() };
                }
                // «والباقي 3 ملايين لسداد ديون»
                if let Some(repayment) = repays(passage, sum) {
                    return Government { chain: vec![repayment], decisive: Some(repayment), ..Government::default() };
                }
                return Government { inherited: true, ..before.clone() };
            }
            if let Some(after) = verb_after(passage, sum) {
                climb(passage, after, &mut chain);
            }
        }
        Left::SumBefore | Left::Nothing => {}
    }
    chain.extend(described.filter(|i| !chain.contains(i)));
    if chain.is_empty() && (is_headline_of_gift(passage, sum) || passage.giver_before(sum).is_some()) {
        return Government { funding: true, ..Government::default() };
    }
    let mut government = decide(passage, chain);
    if government.funding
        && government.decisive.is_some_and(|d| passage.triggers[d].frame.weight <= WEAK_VERB)
        && let Some(price) = priced_by(passage, sum)
    {
        government.chain.push(price);
        government.decisive = Some(price);
        government.funding = false;
    }
    government
}

/// «500 مليون دولار من البنك الدولي للعراق»: a headline that begins with the sum and says no more than from whom or to whom.
fn is_headline_of_gift(passage: &Passage, sum: usize) -> bool {
    let words = &passage.words;
    let at = passage.sums[sum].end as usize;
    let from = words.at(at).class == Class::Preposition && words.block().word(at) == "من";
    let named = words.at(at + usize::from(from));
    let somebody = named.kind == Some(NounKind::Body) || named.class == Class::Place;
    sum == 0 && passage.sums[sum].start as usize == words.start() && somebody && (from || named.clitics.has(Clitics::LI))
}

/// What repays a debt stands behind ل at the sum's end: «لسداد ديون».
fn repays(passage: &Passage, sum: usize) -> Option<usize> {
    let i = passage.trigger_at(passage.sums[sum].end as usize)?;
    let trigger = &passage.triggers[i];
    // «لرواتب المعلمين»: wages are what the money is for.
    let debt = trigger.is_nominal() && trigger.frame.sense == Sense::Other && trigger.frame.itself.is_none();
    (debt && trigger.clitics.has(Clitics::LI)).then_some(i)
}

/// What is bought with it stands behind ل: «دفع 30 مليونا لشراء», «لضم».
fn priced_by(passage: &Passage, sum: usize) -> Option<usize> {
    let end = passage.sums[sum].end as usize;
    let in_reach = |at: &usize| !passage.words.at(*at).ends_clause() && !matches!(passage.words.at(*at).class, Class::Comma | Class::Verb);
    (end..end + 9).take_while(in_reach).find_map(|at| {
        let i = passage.trigger_at(at)?;
        let trigger = &passage.triggers[i];
        // «لرواتب المعلمين»: wages are no price.
        let buys = trigger.frame.sense == Sense::Other && trigger.frame.itself.is_none();
        (buys && trigger.start() == at && trigger.clitics.has(Clitics::LI) || trigger.part == Part::Exchange).then_some(i)
    })
}

fn decide(passage: &Passage, chain: Vec<usize>) -> Government {
    let mut decisive: Option<usize> = None;
    for &i in &chain {
        let weight = passage.triggers[i].frame.weight;
        if passage.triggers[i].frame.sense == Sense::None {
            continue;
        }
        if decisive.is_none_or(|d| weight >= passage.triggers[d].frame.weight) {
            decisive = Some(i);
        }
    }
    let funding = decisive.is_some_and(|d| passage.triggers[d].frame.is_funding());
    Government { chain, decisive, funding, inherited: false }
}
