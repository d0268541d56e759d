//! How much a claim asks for evidence: a sum of points, set by hand from the guide's definitions, and what follows
//! from it.

use super::ending::Ending;
use super::evidence::{Evidence, MOST_OF_HEADING};
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
const KEY: i32 = 6;
/// Sentences with as many points claim something, whatever form they have.
const CLAIM: i32 = 2;
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
fn is_grave(evidence: &Evidence) -> bool {
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

/// A sentence of no more words, with a cue and a colon at its end, only announces a speech.
const LONG_ANNOUNCEMENT: u32 = 10;
/// A line that names its author or place has no more words than these.
const BYLINE: u32 = 6;
/// A question of this many words tells more than it asks.
const LONG_QUESTION: u32 = 14;

/// A longer outcry, or word of a speaker about himself, tells something.
const OUTCRY: u32 = 12;
/// A sentence of no more words without figure, fact or event is a remark: «ربما يكون محقا»، «والشعوب لا تنسى».
const REMARK: u32 = 6;

/// What a speaker says of himself in no more points than these is no claim.
const CONFESSION: i32 = KEY + 4;
/// What a word of duty weighs as a call: «يجب أن» may state a rule, «كفى» and an imperative never do.
const DUTY: i32 = 2;

/// Nothing checkable is asserted.
pub(super) fn is_no_claim(evidence: &Evidence, points: i32, attributed: &Attributed, amounts: usize) -> bool {
    let opens_with = |class| evidence.opening == Some(class);
    let says = attributed.source_type != SourceType::Author;
    let figures = amounts > 0 || evidence.percents > 0;
    // A proverb, a verse, a set phrase that leads over.
    if opens_with(Class::Maxim) && !evidence.names && !figures {
        return true;
    }
    // Nothing to check: no word, a pointer to another page, the end of a list.
    if evidence.words == 0 || opens_with(Class::Link) || (opens_with(Class::Rest) && evidence.words <= 5) {
        return true;
    }
    let question = evidence.ending == Ending::Question || (opens_with(Class::Question) && evidence.ending != Ending::Stop);
    // «تساءل: أين ذهبت 30 مليونا؟» tells what it counts.
    let tells = evidence.has(Class::Rhetorical) || says && figures;
    if question && !tells {
        let bare = !says && !figures && opens_with(Class::Question);
        return bare || evidence.words < LONG_QUESTION || points < CLAIM + 4;
    }
    // "Name – place", "place / agency".
    let names_author = opens_with(Class::Byline) || (!says && (evidence.dashes > 0 || evidence.has(Class::Byline)));
    if matches!(evidence.ending, Ending::Bare | Ending::Colon) && evidence.words <= BYLINE && names_author {
        return true;
    }
    // Headings, captions: no sentence, so nothing is said of what they name.
    let sentence = matches!(evidence.ending, Ending::Stop | Ending::Ellipsis | Ending::Question);
    let short = evidence.words <= if sentence { 3 } else { MOST_OF_HEADING };
    // «مصدر قضائي: توقيف سبعة موظفين» says it all the same.
    let announced = attributed.source.zip(attributed.cue).is_some_and(|(source, cue)| source.phrase.tokens.end == cue.phrase.tokens.start);
    let reports = announced && points >= KEY && is_grave(evidence);
    if !figures && (evidence.words <= 1 || (short && !evidence.has_verb && !reports)) {
        return true;
    }
    // «نقلا عن الوكالة»: where it is from, and nothing that is said.
    if attributed.cue.is_some() && evidence.main.is_empty() && evidence.words <= BYLINE {
        return true;
    }
    // "He said:", and what he said stands elsewhere.
    if evidence.ending == Ending::Colon && attributed.cue.is_some() && evidence.words <= LONG_ANNOUNCEMENT {
        return true;
    }
    // A speaker's own mind, an outcry, a remark, and no fact in it.
    let subjective = evidence.main.weight(Class::Own) > 0 || evidence.ending == Ending::Exclamation;
    let softened = evidence.hedge.is_some() || evidence.booster.is_some();
    let most = match attributed.cue {
        _ if subjective && attributed.source_type != SourceType::Vague => OUTCRY,
        None if !(evidence.narrates || softened || evidence.has(Class::Purpose) || evidence.has(Class::Content)) => REMARK,
        _ => 0,
    };
    if !figures && evidence.words <= most && is_light(evidence) {
        return true;
    }
    // What ought to be, not what is: a call whose object is as general as the call (دعا إلى ضبط النفس).
    let general = attributed.stance == Some(Stance::Directive) && evidence.weight(Class::Call) > 3;
    if general && !figures && is_light(evidence) {
        return true;
    }
    let own_words = !says || evidence.main.quoted;
    let only_wishes = opens_with(Class::Wish)
        || (evidence.weight(Class::Wish) > 3 && evidence.words < MOST_OF_HEADING)
        || own_words && opens_with(Class::Call);
    only_wishes && points < CLAIM || own_words && !figures && (exhorts(evidence, points) || confesses(evidence, points))
}

/// «أوقفوا هذا العبث.», «كم من وعد قتل!», «من كان عنده دليل فليقدمه»
fn exhorts(evidence: &Evidence, points: i32) -> bool {
    let opens_with = |class| evidence.opening == Some(class);
    // «أوقفوا ثلاثة مشتبه بهم»: what is counted was done.
    if evidence.commands {
        return evidence.numbers == 0 && !evidence.has(Class::Count);
    }
    let urges = opens_with(Class::Call) && evidence.weight(Class::Call) > DUTY;
    points < KEY && (urges || opens_with(Class::Wish) || evidence.exhorts)
}

/// «لا أملك عصا سحرية، ولا أثق بمن يزعم أنها معه.»: what a speaker is, has, wants or knows.
fn confesses(evidence: &Evidence, points: i32) -> bool {
    let of_himself = evidence.opening == Some(Class::Own) && evidence.main.weight(Class::Own) > 1;
    of_himself && evidence.numbers == 0 && points < CONFESSION
}

/// Of what could be checked at most one weak word speaks.
fn is_light(evidence: &Evidence) -> bool {
    use Class::{Accusation, Causal, Change, Comparison, Conflict, Count, Denial, Harm, Law, Measure, Prediction, Routine};
    let facts = [Accusation, Causal, Change, Comparison, Conflict, Count, Denial, Harm, Law, Measure, Prediction, Routine];
    evidence.numbers == 0 && facts.into_iter().map(|class| evidence.weight(class)).sum::<i32>() <= 1
}

/// 0 to 1, rising with the points; key claims have .5 or more.
pub(super) fn score(points: i32) -> f64 {
    let above = f64::from(points - KEY);
    let score = 0.5 + 0.5 * above / (above.abs() + HALF);
    (score * 1000.0).round() / 1000.0
}
