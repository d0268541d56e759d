//! What a claim is mainly about. Each kind gets points from the words of the main proposition, its predicate before
//! all, and fewer from what is added to it; set by hand from the guide's definitions.

use super::evidence::Evidence;
use super::words::Class;
use crate::analysis::{ClaimType, Stance};
use crate::attribution::Attributed;

/// What the choice of a kind rests on, besides the evidence.
pub(super) struct Said<'a> {
    pub attributed: &'a Attributed,
    /// The class of the word that attributes it: توقع forecasts, whatever follows.
    pub cue: Option<Class>,
    pub amounts: usize,
}

/// A number that the main proposition has or does not have is worth this much to it.
const PERCENT: i32 = 6;
const AMOUNT: i32 = 6;
/// Of percentages and sums no more count than these; of numbers, these.
const MOST_SUMS: usize = 2;
const MOST_NUMBERS: u32 = 3;

/// The kind with most points; on a tie the one that asks for more evidence.
pub(super) fn kind(evidence: &Evidence, said: &Said) -> ClaimType {
    let numbers = numbers(evidence, said.amounts);
    let candidates = [
        (ClaimType::Accusation, accusation(evidence, said)),
        (ClaimType::Quantity, quantity(evidence, numbers)),
        (ClaimType::Causal, causal(evidence)),
        (ClaimType::Prediction, prediction(evidence, said)),
        (ClaimType::Law, law(evidence, numbers)),
        (ClaimType::Event, event(evidence)),
        (ClaimType::Opinion, opinion(evidence, said, numbers)),
    ];
    // max_by_key takes the last of equals.
    candidates.into_iter().rev().max_by_key(|&(_, points)| points).map_or(ClaimType::Event, |(kind, _)| kind)
}

/// Points for what is counted, first in the main proposition.
fn numbers(evidence: &Evidence, amounts: usize) -> i32 {
    let sums = PERCENT * evidence.percents.min(MOST_SUMS as u32) as i32 + AMOUNT * amounts.min(MOST_SUMS) as i32;
    // Of an act with a number the act is the point, unless the number is only about so large.
    let counted = evidence.main.numbers > 0 || evidence.main.weight(Class::Count) > 1;
    let acts = is(evidence, &[Class::Verb, Class::Routine, Class::Law, Class::Conflict, Class::Content]);
    let shares = evidence.main.weight(Class::Comparison) > 0 || evidence.main.weight(Class::Measure) > 0;
    let counted = counted && (!acts || shares);
    sums + given(counted, 4)
        + 2 * evidence.main.numbers.min(MOST_NUMBERS) as i32
        + evidence.numbers.min(MOST_NUMBERS) as i32
        + (evidence.weight(Class::Count) / 2).min(2)
}

fn is(evidence: &Evidence, classes: &[Class]) -> bool {
    evidence.main.predicate.is_some_and(|class| classes.contains(&class))
}

/// `yes` points if something holds.
fn given(condition: bool, yes: i32) -> i32 {
    if condition { yes } else { 0 }
}

/// How much rose, fell, was lost or who was killed: the number is the point.
fn quantity(evidence: &Evidence, numbers: i32) -> i32 {
    numbers + 2 * evidence.main.weight(Class::Measure) + given(numbers > 0 && is(evidence, &[Class::Change, Class::Harm]), 8)
}

fn event(evidence: &Evidence) -> i32 {
    let main = |class| evidence.main.weight(class);
    let happens =
        is(evidence, &[Class::Harm, Class::Conflict, Class::Routine, Class::Denial, Class::Courtesy, Class::Content, Class::Purpose]);
    5 + main(Class::Harm) + main(Class::Conflict) + main(Class::Routine) + given(happens, 3) + given(is(evidence, &[Class::Verb]), 2)
}

/// A decision about a sum is a decision.
fn law(evidence: &Evidence, numbers: i32) -> i32 {
    evidence.weight(Class::Law) / 2 + given(is(evidence, &[Class::Law]), 4 + numbers.min(16))
}

fn causal(evidence: &Evidence) -> i32 {
    let main = evidence.main.weight(Class::Causal);
    let connected = if main > 1 { 3 * main } else { main };
    connected + (evidence.weight(Class::Causal) - main) + given(is(evidence, &[Class::Causal, Class::Leads]), 3)
}

fn prediction(evidence: &Evidence, said: &Said) -> i32 {
    evidence.weight(Class::Prediction) / 2
        + given(said.cue == Some(Class::Prediction) || said.attributed.is_expectation(), 14)
        + given(is(evidence, &[Class::Prediction]), 14)
        + given(evidence.main.future, 4)
        + given(evidence.hedge.is_some(), 6)
}

fn accusation(evidence: &Evidence, said: &Said) -> i32 {
    let main = evidence.main.weight(Class::Accusation);
    4 * main
        + 2 * (evidence.weight(Class::Accusation) - main)
        + given(is(evidence, &[Class::Accusation]), 4)
        + match said.attributed.stance {
            Some(Stance::Accusing) => 9,
            Some(Stance::Denying) => 3,
            _ => 0,
        }
}

fn opinion(evidence: &Evidence, said: &Said, numbers: i32) -> i32 {
    let weight = |class| evidence.weight(class);
    // «كان الحفل رائعا وناجحا»: the judgement is the predicate.
    let judges = evidence.main.predicate.is_none() && evidence.main.weight(Class::Evaluation) > 1;
    // «وصف الوزير القرار بأنه عبث», «أشاد بالنتائج»: who judges says what he thinks.
    let judged = matches!(said.cue, Some(Class::Evaluation | Class::Courtesy));
    given(judges, 4)
        + given(judged, 9)
        + weight(Class::Evaluation)
        + evidence.main.weight(Class::Evaluation)
        + 4 * weight(Class::Own)
        + 2 * weight(Class::Call)
        + weight(Class::Courtesy)
        + 3 * weight(Class::Rhetorical)
        - 2
        - numbers
}
