//! Which words govern a sum, and so what it is.
//!
//! The nearest word of the table is looked for first, leftwards; from it one climbs to the nouns it depends on (سداد ←
//! القروض), to the antecedent of a relative clause and to the verb. Of all of them the heaviest decides, among equals
//! the one highest up.

use super::cost::is_contract;
use super::frame::{Part, REACH, Role, Sense, Trigger, WEAK_NOUN, WEAK_VERB};
use super::passage::Passage;
use super::roles::is_somebody;
use crate::analysis::Phase;
use crate::phrases::{Class, Extent, NounKind, noun_phrase};
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

/// How far a word looks for the one it depends on.
const NEAR: usize = 14;

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

enum Left {
    Trigger(usize),
    /// Nothing but connecting words stands between the sum and the one before it.
    SumBefore,
    Nothing,
}

fn left_of(passage: &Passage, sum: usize) -> Left {
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    let floor = words.start().max(start.saturating_sub(REACH));
    // «90 مليون دينار لتوسيع البرنامج، بواقع 30 مليونا كل سنة»: the sum before by its parts.
    if sum > 0 && matches!(words.block().word(start - 1), "بواقع" | "بمعدل") {
        return Left::SumBefore;
    }
    let attached = words.block().word(start).starts_with('ب');
    let mut joined = attached;
    let mut at = start;
    let mut weak = None;
    let (mut nouns, mut subjects) = (0, 0);
    while at > floor {
        at -= 1;
        if passage.sum_at(at).is_some() {
            return weak.map_or(Left::SumBefore, Left::Trigger);
        }
        if let Some(i) = passage.trigger_at(at) {
            let trigger = &passage.triggers[i];
            at = trigger.start();
            match trigger.part {
                Part::Measure | Part::Link => joined = true,
                // «بتمويل من الكويت بلغ 8 ملايين».
                Part::Preposition if trigger.frame.is_funding() && joined => return Left::Trigger(i),
                Part::Preposition => {}
                Part::Exchange if at + 3 >= start && sum == 0 => return Left::Trigger(i),
                Part::Exchange => {}
                Part::Adjective => {
                    if loan_before(passage, at).is_some() {
                        return Left::Trigger(i);
                    }
                }
                _ if trigger.frame.weight <= WEAK_NOUN => {
                    let joined = joined || is_measured(passage, i);
                    if joined && weak.is_none_or(|weak| is_contract_of(passage, i, weak)) {
                        weak = Some(i);
                    }
                }
                _ => {
                    if belongs_to_sum_before(passage, i) {
                        continue;
                    }
                    // A heavier word behind a weak noun: only when it governs that noun.
                    return Left::Trigger(weak.filter(|&weak| nouns > 3 || is_contract(&passage.triggers[weak])).unwrap_or(i));
                }
            }
            continue;
        }
        let word = words.at(at);
        match word.class {
            Class::Stop if !matches!(words.block().word(at), ":" | "…" | "*" | "%" | "٪") => break,
            // A clause with a subject of its own says what it is about.
            Class::Subordinator if subjects > 0 => break,
            Class::Noun | Class::Place => {
                if word.class == Class::Noun && words.block().word(at).starts_with('ب') && at + 1 == start {
                    joined = true;
                }
                nouns += 1;
                subjects += usize::from(word.is_closed());
            }
            Class::Preposition if words.block().word(at) == "ب" => joined = true,
            _ => {}
        }
    }
    weak.map_or(Left::Nothing, Left::Trigger)
}

/// «بلغت قيمة العقد 5 ملايين»: the measure is that of the noun behind it.
fn is_measured(passage: &Passage, noun: usize) -> bool {
    let before = passage.triggers[noun].start().checked_sub(1).and_then(|at| passage.trigger_at(at));
    before.is_some_and(|i| passage.triggers[i].part == Part::Measure && !passage.triggers[i].clitics.has(Clitics::AL))
}

/// «عقد الإشراف على إنشاء الجسر», «منافسة لتجهيز المختبر»: the work is what the contract is about, not «عقد اجتماعا لبحث المشروع».
fn is_contract_of(passage: &Passage, contract: usize, work: usize) -> bool {
    let (contract, work) = (&passage.triggers[contract], &passage.triggers[work]);
    let words = &passage.words;
    let next = words.at(contract.end());
    let held = (!next.is_closed() && words.block().word_at(contract.end()).ends_with('ا'))
        || matches!(next.kind, Some(NounKind::Body | NounKind::Title | NounKind::Setting));
    let goes_on = |at: usize| !words.at(at).ends_clause() && !matches!(words.at(at).class, Class::Verb | Class::Amount | Class::Comma);
    is_contract(contract) && !is_contract(work) && next.is_nominal() && !held && (contract.end()..work.start()).all(goes_on)
}

/// «1842 مليون ريال إعانة الشعير، و268 …»: the noun stands right behind the sum before.
fn belongs_to_sum_before(passage: &Passage, trigger: usize) -> bool {
    let start = passage.triggers[trigger].start();
    let nominal = passage.triggers[trigger].is_nominal();
    let joined = Clitics::CONJUNCTION.with(Clitics::BI);
    nominal && start > 0 && passage.sum_at(start - 1).is_some() && !passage.triggers[trigger].clitics.has_any(joined)
}

/// A noun that stands right behind the sum and says what it is: «3 ملايين ريال مساعدات», «كقروض», «من أرباح».
fn right_of(passage: &Passage, sum: usize) -> Option<usize> {
    let words = &passage.words;
    let mut at = passage.sums[sum].end as usize;
    // Closing marks, and «في شكل», «على هيئة».
    while matches!(words.at(at).class, Class::Bracket | Class::Quote | Class::Adverb) {
        at += 1;
    }
    let mut explicit = false;
    if words.at(at).class == Class::Preposition && matches!(words.block().word_at(at + 1), "شكل" | "صوره" | "هيءه" | "صيغه")
    {
        at += 2;
        explicit = true;
    } else if words.at(at).class == Class::Preposition && words.block().word_at(at) == "من" {
        at += 1;
        explicit = true;
    }
    if let Some(i) = passage.trigger_at(at).filter(|&i| passage.triggers[i].part == Part::Measure) {
        at = passage.triggers[i].end();
        explicit = true;
    }
    let i = passage.trigger_at(at)?;
    let trigger = &passage.triggers[i];
    let clitics = trigger.clitics;
    let fits = trigger.is_nominal()
        && trigger.frame.weight > WEAK_NOUN
        && !clitics.has_any(Clitics::CONJUNCTION.with(Clitics::BI).with(Clitics::LI))
        && (explicit || !clitics.has(Clitics::AL));
    fits.then_some(i)
}

/// «10 ملايين دولار خصصتها الحكومة …»
fn verb_after(passage: &Passage, sum: usize) -> Option<usize> {
    let start = passage.sums[sum].end as usize;
    let mut at = start;
    while at < (start + REACH).min(passage.words.end()) {
        if passage.sum_at(at).is_some() || passage.words.at(at).class == Class::Stop {
            return None;
        }
        if let Some(i) = passage.trigger_at(at) {
            let trigger = &passage.triggers[i];
            at = trigger.end();
            if !trigger.carries() && trigger.frame.weight > WEAK_NOUN && trigger.part != Part::Exchange {
                return Some(i);
            }
            continue;
        }
        at += 1;
    }
    None
}

/// The verb of a relative clause right behind the sum: «3 مليارات يورو تحتاجها اليونان», «التي قدمتها».
fn described_by(passage: &Passage, sum: usize) -> Option<usize> {
    let words = &passage.words;
    let mut at = passage.behind_conversion(sum);
    let relative = words.at(at).class == Class::Relative;
    if relative {
        at += 1;
    }
    let i = passage.trigger_at(at)?;
    let trigger = &passage.triggers[i];
    // «1.1 مليار يورو مخصصة للإقليم»
    if trigger.part == Part::Participle && trigger.frame.phase == Some(Phase::Allocated) && !trigger.clitics.has_any(Clitics::CONJUNCTION) {
        return Some(i);
    }
    let verb = trigger.part == Part::Verb && trigger.frame.is_funding() && !trigger.clitics.has_any(Clitics::CONJUNCTION);
    // «استفاد منها المقترضون»
    let taken_up = trigger.clitics.has(Clitics::PRONOUN) || matches!(words.block().word_at(trigger.end()), "منه" | "منها" | "به" | "بها");
    // «مئتا مليون ذهبت إلى المقاولين»: the sum itself is the subject, but of «ذهب منها 5 ملايين» the next one.
    if trigger.frame.bare[0].is_none() {
        let of_it = matches!(words.block().word(trigger.end().wrapping_sub(1)), "منه" | "منها");
        return (verb && !of_it && !taken_up).then_some(i);
    }
    // «مليون دولار تصرف على دفعات»: an indefinite noun needs no relative pronoun.
    let directly = !relative && is_indefinite(passage, sum);
    (verb && (relative || taken_up || directly)).then_some(i)
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

/// Adds `from` and everything it depends on.
fn climb(passage: &Passage, from: usize, chain: &mut Vec<usize>) {
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
    } else if let Some(verb) = verb_of(passage, top.start()) {
        chain.push(verb);
    }
    // An adjective may turn a loan into a debt.
    let adjectives: Vec<usize> = chain.iter().filter_map(|&i| adjective_of(passage, i)).collect();
    chain.extend(adjectives);
}

/// The trigger whose complement this one is, and whether it stands behind a ل.
fn parent_of(passage: &Passage, child: usize) -> Option<(usize, bool)> {
    let words = &passage.words;
    let trigger = &passage.triggers[child];
    if trigger.part == Part::Verb {
        return None;
    }
    let mut at = trigger.start();
    let mut purpose = trigger.clitics.has(Clitics::LI);
    let mut through = trigger.clitics.has_any(Clitics::PREPOSITION) || matches!(trigger.part, Part::Participle | Part::Adjective);
    if trigger.clitics.has_any(Clitics::CONJUNCTION) {
        return coordinated_with(passage, child).map(|i| (i, false));
    }
    let floor = words.start().max(at.saturating_sub(NEAR));
    while at > floor {
        at -= 1;
        if passage.sum_at(at).is_some() {
            return None;
        }
        if let Some(i) = passage.trigger_at(at) {
            let parent = &passage.triggers[i];
            at = parent.start();
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
    let floor = words.start().max(relative.saturating_sub(10));
    let mut at = relative;
    while at > floor {
        at -= 1;
        if passage.sum_at(at).is_some() {
            return None;
        }
        if let Some(i) = passage.trigger_at(at) {
            let trigger = &passage.triggers[i];
            if trigger.is_nominal() && trigger.frame.weight > WEAK_NOUN {
                return Some(i);
            }
            at = trigger.start();
            if trigger.carries() || matches!(trigger.part, Part::Adjective | Part::Participle) {
                continue;
            }
            return None;
        }
        if matches!(words.at(at).class, Class::Verb | Class::Stop | Class::Subordinator | Class::Comma | Class::Relative) {
            return None;
        }
    }
    None
}

/// The verb of the table that governs a noun at `before`: the first verb to its left, if it is one of them.
fn verb_of(passage: &Passage, before: usize) -> Option<usize> {
    let words = &passage.words;
    let floor = words.start().max(before.saturating_sub(NEAR));
    let mut at = before;
    while at > floor {
        at -= 1;
        if passage.sum_at(at).is_some() {
            return None;
        }
        if let Some(i) = passage.trigger_at(at) {
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
                _ => at = trigger.start(),
            }
            continue;
        }
        if matches!(words.at(at).class, Class::Verb | Class::Stop | Class::Subordinator | Class::Relative) {
            return None;
        }
    }
    None
}

/// The phrase right behind a verbal noun ends at `end` and names somebody.
fn has_subject_up_to(passage: &Passage, masdar: &Trigger, end: usize) -> bool {
    noun_phrase(&passage.words, masdar.end(), Extent::Name).is_some_and(|np| np.end() == end && is_somebody(passage, &np))
}

/// The loan that an adjective at `before` describes.
fn loan_before(passage: &Passage, before: usize) -> Option<usize> {
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

/// The sum has no article: a verb behind it describes it.
fn is_indefinite(passage: &Passage, sum: usize) -> bool {
    !passage.words.block().word(passage.sums[sum].start as usize).starts_with("ال")
}
