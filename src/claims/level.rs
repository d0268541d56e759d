//! How much a claim asks for evidence: a sum of points, set by hand from the guide's definitions, and what follows
//! from it.

use super::evidence::Evidence;
use super::words::Class;
use crate::analysis::{SourceType, Stance};
use crate::attribution::Attributed;

/// What a class of words adds to the points of a claim: each word its weight times `each`, all of them at most `most`.
struct Worth {
    class: Class,
    each: i32,
    most: i32,
}

const fn worth(class: Class, each: i32, most: i32) -> Worth {
    Worth { class, each, most }
}

/// Accusations, harm and figures first ("who says so, on what evidence?"); ceremonies, thanks, descriptions last.
const WORTHS: [Worth; 18] = [
    worth(Class::Accusation, 2, 12),
    worth(Class::Harm, 2, 10),
    worth(Class::Causal, 2, 8),
    worth(Class::Change, 2, 8),
    worth(Class::Denial, 2, 6),
    worth(Class::Comparison, 2, 8),
    worth(Class::Conflict, 2, 8),
    worth(Class::Law, 2, 6),
    worth(Class::Prediction, 2, 6),
    worth(Class::Measure, 1, 4),
    worth(Class::Count, 2, 8),
    worth(Class::Routine, -2, -12),
    worth(Class::Courtesy, -2, -8),
    worth(Class::Evaluation, -2, -6),
    worth(Class::Purpose, -1, -4),
    worth(Class::Content, -1, -4),
    worth(Class::Call, -2, -6),
    worth(Class::Wish, -2, -6),
];

/// Money, percentages and counted things.
const MONEY: i32 = 8;
const PERCENT: i32 = 6;
const NUMBER: i32 = 3;
/// What is said as if it were proved.
const BOOSTED: i32 = 3;
/// No number of figures outweighs more than this.
const MOST_OF_FIGURES: i32 = 16;
/// Claims with at least as many points are key claims.
pub(super) const KEY: i32 = 6;
/// What a columnist says in his own voice is a view until some sign says more.
pub(super) const IN_ARGUMENT: i32 = -4;
/// The mean points of a text that is neither heavy nor light.
const TYPICAL: i32 = 6;
/// The company counts no more than this.
const COMPANY: i32 = 4;
/// A sentence without any sign is a plain statement of fact: two in three of those in news ask for evidence.
const BASE: i32 = 3;
/// What nobody in particular expects is a timetable, unless a figure or a grave word makes it more.
const TIMETABLE: i32 = -4;
/// Where half of the scale is passed, points above [`KEY`].
const HALF: f64 = 12.0;

/// The points of a claim.
pub(super) fn points(evidence: &Evidence, attributed: &Attributed, amounts: usize) -> i32 {
    let words: i32 = WORTHS
        .iter()
        .map(|worth| {
            let sum = worth.each * evidence.weight(worth.class);
            if worth.most < 0 { sum.max(worth.most) } else { sum.min(worth.most) }
        })
        .sum();
    let numbers = (evidence.numbers as i32 - amounts as i32).max(0);
    let figures = (MONEY * amounts as i32 + PERCENT * evidence.percents as i32 + NUMBER * numbers).min(MOST_OF_FIGURES);
    let strengthened = if evidence.booster.is_some() { BOOSTED } else { 0 };
    let timetable = if attributed.is_expectation() && figures == 0 && !is_grave(evidence) { TIMETABLE } else { 0 };
    BASE + strengthened + timetable + words + figures + source(attributed.source_type) + attributed.stance.map_or(0, stance)
}

/// Harm, blame, strife or an effect is spoken of.
pub(super) fn is_grave(evidence: &Evidence) -> bool {
    [Class::Accusation, Class::Harm, Class::Conflict, Class::Causal].into_iter().any(|class| evidence.has(class))
}

/// Statistics come from documents, delicate facts from those who are not named; people with a name and no office are
/// mostly asked about programmes and impressions.
fn source(source: SourceType) -> i32 {
    match source {
        SourceType::Document | SourceType::Unnamed => 5,
        SourceType::Institution | SourceType::Vague => 2,
        SourceType::Official => 1,
        SourceType::Author => 0,
        SourceType::Person => -1,
    }
}

fn stance(stance: Stance) -> i32 {
    match stance {
        Stance::Accusing => 8,
        Stance::Denying => 5,
        Stance::Doubtful => 4,
        Stance::Presupposing => 1,
        Stance::Neutral | Stance::Assertive | Stance::Directive => 0,
    }
}

/// What the other claims of a text tell of each: among battles and balance sheets a bare statement is more often a key
/// claim, among ceremonies it is less. A few claims tell little.
pub(super) fn company(points: impl Iterator<Item = i32>) -> i32 {
    let (mut sum, mut count) = (0, 0);
    for points in points {
        sum += points.clamp(-8, 18) - TYPICAL;
        count += 1;
    }
    (sum / (2 * (count + 3))).clamp(-COMPANY, COMPANY)
}

/// 2 for a key claim, 1 for another.
pub(super) fn level(points: i32) -> u8 {
    if points >= KEY { 2 } else { 1 }
}

/// 0 to 1, rising with the points; key claims have .5 or more.
pub(super) fn score(points: i32) -> f64 {
    let above = f64::from(points - KEY);
    let score = 0.5 + 0.5 * above / (above.abs() + HALF);
    (score * 1000.0).round() / 1000.0
}
