//! From a word that governs a sum up to the words it depends on itself: «سداد ← القروض», the antecedent of a relative clause, the verb.

use super::frame::{Part, Role, Sense, Trigger, WEAK_NOUN, WEAK_VERB};
use super::passage::{Passage, Step};
use super::roles::is_somebody;
use super::subject::is_asking;
use crate::analysis::Phase;
use crate::phrases::{Class, Extent, NounKind, noun_phrase};
use crate::text::Clitics;

/// How far a word looks for the one it depends on.
const NEAR: usize = 14;

/// Adds `from` and everything it depends on.
pub fn climb(passage: &Passage, from: usize, chain: &mut Vec<usize>) {
    let mut lowest = from;
    let mut at = from;
    chain.push(from);
    // Nouns that head this one. What stands behind the ل of a funding word is its purpose and has no say.
    // «لعوائد تتجاوز 5 ملايين»: what a verb joins to the sum says what it is, wherever it stands.
    let linked = passage.triggers.get(from + 1).is_some_and(|link| {
        let here = (passage.triggers[from].end()..link.start()).all(|at| passage.words.at(at).class != Class::Amount);
        link.part == Part::Link && here && passage.triggers[from].frame.sense == Sense::Other
    });
    while let Some((parent, purpose)) = parent_of(passage, at) {
        if purpose && !linked && passage.triggers[parent].frame.is_funding() {
            chain.retain(|&i| i != at && i != lowest);
            lowest = parent;
        }
        chain.push(parent);
        at = parent;
    }
    let top = passage.triggers[at];
    if top.part == Part::Verb {
        if let Some(antecedent) = antecedent_of(passage, &top) {
            chain.push(antecedent);
            let mut above = antecedent;
            while let Some((parent, _)) = parent_of(passage, above) {
                chain.push(parent);
                above = parent;
            }
        }
    } else if let Some(verb) = verb_of(passage, top.start()).filter(|&verb| !asks_to_act(passage, verb, &top)) {
        chain.push(verb);
    }
    // An adjective may turn a loan into a debt.
    let adjectives: Vec<usize> = chain.iter().filter_map(|&i| adjective_of(passage, i)).collect();
    chain.extend(adjectives);
}

/// «طلبت الوزارة من البنك تحويل 5 ملايين»: who asks for an act does not get what is given by it.
fn asks_to_act(passage: &Passage, verb: usize, act: &Trigger) -> bool {
    let word = passage.words.block().word(passage.triggers[verb].start()).trim_start_matches(['و', 'ف', 'س', 'ي', 'ت']);
    // … but «طلبت تونس تمويلا».
    act.part == Part::Masdar && !passage.words.block().word(act.start()).ends_with('ا') && is_asking(word)
}

/// The trigger whose complement this one is, and whether it stands behind a ل.
fn parent_of(passage: &Passage, child: usize) -> Option<(usize, bool)> {
    let words = &passage.words;
    let trigger = &passage.triggers[child];
    if trigger.part == Part::Verb {
        return None;
    }
    let mut purpose = trigger.clitics.has(Clitics::LI);
    let mut through = trigger.clitics.has_any(Clitics::PREPOSITION) || matches!(trigger.part, Part::Participle | Part::Adjective);
    if trigger.clitics.has_any(Clitics::CONJUNCTION) {
        return coordinated_with(passage, child).map(|i| (i, false));
    }
    for step in passage.leftwards(trigger.start(), NEAR) {
        let at = match step {
            Step::Sum => return None,
            Step::Token(at) => at,
            Step::Trigger(i) => {
                let parent = &passage.triggers[i];
                match parent.part {
                    Part::Preposition => {
                        through = true;
                        purpose |= parent.frame.bare[0].is_some();
                        continue;
                    }
                    Part::Measure => {
                        through |= parent.clitics.has_any(Clitics::PREPOSITION);
                        continue;
                    }
                    Part::Link | Part::Exchange | Part::Adjective | Part::Homograph | Part::Idiom => return None,
                    Part::Verb => return None,
                    // «إنشاء مصنع لسحب الألومنيوم بكلفة …»: what a work is for says nothing of its cost.
                    _ if through && is_use_of_work(passage, parent) => continue,
                    // «قرض الصندوق المقدم إلى …»: whose it is.
                    Part::Noun if through && parent.clitics == Clitics::AL && words.at(parent.start()).kind == Some(NounKind::Body) => {
                        continue;
                    }
                    Part::Noun | Part::Masdar | Part::Participle => {
                        let weak = parent.frame.weight <= WEAK_NOUN;
                        // «تمويل شراء حافلات»: what is financed has no say either.
                        let shares_out = parent.part == Part::Masdar && parent.frame.weight > WEAK_VERB;
                        // … nor what a budget is for: «مخصصات الأجور».
                        let budget = parent.frame.phase == Some(Phase::Allocated) && !through;
                        purpose |= parent.frame.is_funding() && (shares_out || budget);
                        // Two closed nouns side by side are no construct.
                        let construct = !parent.clitics.has(Clitics::AL) || through;
                        return (construct && !weak).then_some((i, purpose));
                    }
                }
            }
        };
        let word = words.at(at);
        match word.class {
            Class::Noun | Class::Place | Class::Foreign => {
                if !through && word.is_closed() {
                    return None;
                }
                if word.has_conjunction() && !through {
                    return None;
                }
                if word.has_preposition() {
                    purpose |= word.clitics.has(Clitics::LI);
                    through = true;
                }
            }
            // What something is kept from or goes along with does not head it.
            Class::Preposition if matches!(words.block().word(at), "عن" | "مع" | "الي") => return None,
            Class::Preposition => through = true,
            Class::Quantifier | Class::Demonstrative | Class::Quote | Class::Adverb | Class::Number => {}
            _ => return None,
        }
    }
    None
}

/// «مصنع لسحب الألومنيوم»
fn is_use_of_work(passage: &Passage, word: &Trigger) -> bool {
    let before = word.start().checked_sub(1).and_then(|at| passage.trigger_at(at)).map(|i| &passage.triggers[i]);
    let work = before.is_some_and(|t| t.part == Part::Noun && t.frame.itself == Some(Role::Purpose) && t.frame.weight <= WEAK_NOUN);
    work && word.clitics.has(Clitics::LI) && word.is_nominal()
}

/// The noun this one is coordinated with: «القروض الاستهلاكية وقروض الإسكان».
fn coordinated_with(passage: &Passage, second: usize) -> Option<usize> {
    let words = &passage.words;
    let first = second.checked_sub(1).filter(|&i| {
        let trigger = &passage.triggers[i];
        trigger.is_nominal() && trigger.frame.weight > WEAK_NOUN || trigger.part == Part::Participle
    })?;
    let between = passage.triggers[first].end()..passage.triggers[second].start();
    (between.len() < NEAR / 2
        && between.into_iter().all(|at| words.at(at).is_nominal() && passage.trigger_at(at).is_none_or(|i| i == first)))
    .then_some(first)
}

/// The noun of the table that a relative clause with this verb describes.
fn antecedent_of(passage: &Passage, verb: &Trigger) -> Option<usize> {
    let words = &passage.words;
    let relative = (verb.start().saturating_sub(3)..verb.start())
        .rev()
        .find(|&i| !matches!(words.at(i).class, Class::Particle | Class::Auxiliary | Class::Negation))?;
    if words.at(relative).class != Class::Relative {
        return None;
    }
    const NEAR: usize = 10;
    for step in passage.leftwards(relative, NEAR) {
        match step {
            Step::Sum => return None,
            Step::Trigger(i) => {
                let trigger = &passage.triggers[i];
                if trigger.is_nominal() && trigger.frame.weight > WEAK_NOUN {
                    return Some(i);
                }
                if !(trigger.carries() || matches!(trigger.part, Part::Adjective | Part::Participle)) {
                    return None;
                }
            }
            Step::Token(at) => {
                if matches!(words.at(at).class, Class::Verb | Class::Stop | Class::Subordinator | Class::Comma | Class::Relative) {
                    return None;
                }
            }
        }
    }
    None
}

/// The verb of the table that governs a noun at `before`: the first verb to its left, if it is one of them.
fn verb_of(passage: &Passage, before: usize) -> Option<usize> {
    for step in passage.leftwards(before, NEAR) {
        match step {
            Step::Sum => return None,
            Step::Trigger(i) => {
                let trigger = &passage.triggers[i];
                match trigger.part {
                    Part::Verb => return Some(i),
                    // «وافق على منح مصر قرضا»: whom something is given stands between the verbal noun and what is given.
                    Part::Masdar if trigger.frame.bare[1].is_some() => return Some(i),
                    // «تقديم حكومة بلاده منحة»: who gives stands there.
                    Part::Masdar if trigger.frame.bare[0] == Some(Role::Donor) && has_subject_up_to(passage, trigger, before) => {
                        return Some(i);
                    }
                    Part::Link => return None,
                    _ => {}
                }
            }
            Step::Token(at) => {
                let describes = passage.words.at(at).class == Class::Verb && describes_indefinite(passage, at);
                let ends = matches!(passage.words.at(at).class, Class::Verb | Class::Stop | Class::Subordinator | Class::Relative);
                if ends && !describes {
                    return None;
                }
            }
        }
    }
    None
}

/// «اتفاقيات وقعت بينهما», «عقود أبرمت أمس»: of an indefinite noun the verb behind it says something.
fn describes_indefinite(passage: &Passage, verb: usize) -> bool {
    let words = &passage.words;
    let before = words.at(verb.wrapping_sub(1));
    let adverb = matches!(words.at(verb + 1).class, Class::Adverb | Class::Preposition);
    before.class == Class::Noun && !before.is_closed() && !words.at(verb).has_conjunction() && adverb
}

/// The phrase right behind a verbal noun ends at `end` and names somebody.
fn has_subject_up_to(passage: &Passage, masdar: &Trigger, end: usize) -> bool {
    noun_phrase(&passage.words, masdar.end(), Extent::Name).is_some_and(|np| np.end() == end && is_somebody(passage, &np))
}

/// The loan that an adjective at `before` describes.
pub fn loan_before(passage: &Passage, before: usize) -> Option<usize> {
    let words = &passage.words;
    let mut at = before;
    while at > words.start().max(before.saturating_sub(5)) {
        at -= 1;
        if let Some(i) = passage.trigger_at(at) {
            let trigger = &passage.triggers[i];
            return (trigger.frame.sense == Sense::Loan).then_some(i);
        }
        if words.at(at).class != Class::Noun {
            return None;
        }
    }
    None
}

/// The adjective that makes this loan a debt.
fn adjective_of(passage: &Passage, loan: usize) -> Option<usize> {
    let trigger = &passage.triggers[loan];
    if trigger.frame.sense != Sense::Loan {
        return None;
    }
    (trigger.end()..trigger.end() + 5).take_while(|&at| passage.words.at(at).class == Class::Noun).find_map(|at| {
        let i = passage.trigger_at(at)?;
        (passage.triggers[i].part == Part::Adjective).then_some(i)
    })
}
