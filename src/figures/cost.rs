//! What a cost is of: the work, project or plan of its clause.

use super::figure_words::{FigureWord, figure_word};
use super::frame::{Part, REACH, Role, Trigger};
use super::passage::Passage;
use super::period::period_at;
use super::roles::is_somebody;
use crate::lexicon::topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Phrase};

/// What a cost without a genitive is of: the first project, work or plan of its clause («تنفيذ مشروعات … بتكلفة»).
pub fn what_it_costs(passage: &Passage, cost: usize) -> Option<Phrase> {
    let is_work = |t: &&Trigger| t.frame.itself == Some(Role::Purpose) && !t.clitics.has(Clitics::PRONOUN) && !says_where(passage, t);
    let mut work = clause_up_to(passage, cost).iter().filter(is_work);
    let Some(first) = work.next() else { return named_before(passage, &passage.triggers[cost]) };
    if let Some(contents) = contents_of(passage, first, passage.triggers[cost].start()) {
        return Some(contents);
    }
    // «عقد إنشاء الطريق»: not the contract, the work.
    let trigger = work.next().filter(|_| is_contract(first)).unwrap_or(first);
    // «ستة مشروعات».
    let counted = trigger.start() > passage.words.start() && passage.words.at(trigger.start() - 1).class == Class::Number;
    if counted && trigger.outside == 0 {
        return noun_phrase(&passage.words, trigger.start() - 1, Extent::Activity).map(|np| np.phrase);
    }
    noun_phrase(&passage.words, trigger.start(), Extent::Activity).map(|np| Phrase::new(np.tokens(), trigger.outside))
}

/// «وتشمل الخطة إنشاء ثلاث مدارس بتكلفة …»: what a plan holds, not the plan.
fn contents_of(passage: &Passage, plan: &Trigger, end: usize) -> Option<Phrase> {
    let words = &passage.words;
    let verb = words.block().match_at(topic::CONTAINING, plan.start().wrapping_sub(1), Clitics::CONJUNCTION.with(Clitics::SA));
    let plan = noun_phrase(words, plan.start(), Extent::Name).filter(|_| plan.start() > words.start() && verb.is_some())?;
    let contents = noun_phrase(words, plan.end(), Extent::Activity).filter(|_| !words.at(plan.end()).has_preposition());
    contents.filter(|np| np.end() <= end && !is_somebody(passage, np)).map(|np| np.phrase)
}

/// «شيدت الأمانة ثلاثة جسور بتكلفة …», «سوقا بلغت كلفته …»: the phrase that ends where the cost is joined to it, if it is an object.
fn named_before(passage: &Passage, cost: &Trigger) -> Option<Phrase> {
    let words = &passage.words;
    let verb = cost.start().checked_sub(1).filter(|&at| passage.trigger_at(at).is_some_and(|i| passage.triggers[i].part == Part::Link));
    let end = match verb {
        Some(verb) if cost.clitics.has(Clitics::PRONOUN) => verb,
        _ if cost.clitics.has(Clitics::BI) => cost.start(),
        _ => return None,
    };
    let np = phrase_ending_at(words, end, Extent::Activity)?;
    let start = np.tokens().start as usize;
    let object = !words.at(start).has_preposition() && words.at(start.wrapping_sub(1)).class != Class::Preposition;
    (object && !is_somebody(passage, &np) && period_at(words, start).is_none()).then_some(np.phrase)
}

/// «في مدينة جدة», «بطريق الملك»: a building, road or town that only says where something is done.
pub fn says_where(passage: &Passage, work: &Trigger) -> bool {
    let words = &passage.words;
    let plan = words.at(work.start()).kind == Some(NounKind::Activity) || figure_word(words.bare(work.start())) == Some(FigureWord::Plan);
    let before = work.start().wrapping_sub(1);
    let behind_in =
        words.at(before).class == Class::Preposition && matches!(words.block().word(before), "في" | "من" | "الي" | "علي" | "بين");
    let word = &words.block().word(work.start())[usize::from(work.outside)..];
    let town = word == "مدينه" && words.at(work.end()).class == Class::Place;
    let works = work.frame.itself == Some(Role::Purpose) && work.part == Part::Noun && !is_contract(work);
    works && !plan && (behind_in || town || work.clitics.has(Clitics::BI))
}

/// What is shared out at that cost: «توزيع السلال على الأسر بتكلفة».
pub fn shared_out<'p>(passage: &'p Passage, cost: usize) -> Option<&'p Trigger> {
    clause_up_to(passage, cost).iter().rev().find(|t| t.frame.ala == Some(Role::Recipient))
}

/// The words of the table from the beginning of the clause to the `last`th.
fn clause_up_to<'p>(passage: &'p Passage, last: usize) -> &'p [Trigger] {
    let end = passage.triggers[last].start();
    let start = passage.clause_before(end).last().unwrap_or(end);
    passage.triggers_in(start..end + 1)
}

pub fn is_contract(trigger: &Trigger) -> bool {
    trigger.frame.li == Some(Role::Purpose)
}

/// What a sum of a list is put to: «استبدال الصمامات بـ8 ملايين، والمبنى الرئيس بـ15 مليونا»: the phrase that opens its item.
pub fn listed_item(passage: &Passage, sum: usize) -> Option<Phrase> {
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    let by = words.block().word(start).starts_with('ب') || (start > words.start() && words.block().word(start - 1) == "ب");
    if let Some(item) = item_before_bracket(passage, start) {
        return Some(item);
    }
    if !by {
        return None;
    }
    let floor = words.start().max(start.saturating_sub(REACH));
    let ends = |at: usize| matches!(words.at(at).class, Class::Comma | Class::Stop | Class::Amount | Class::Subordinator | Class::Verb);
    let item = (floor..start).rev().find(|&at| ends(at))? + 1;
    let listed = words.at(item - 1).class != Class::Verb && words.at(item).is_nominal() && !words.at(item).has_preposition();
    // «مقارنة بـ5 ملايين»: one bare word names nothing.
    let names = |np: &NounPhrase| np.tokens().len() > 1 || np.head.is_closed();
    // «الأول بقيمة … والثاني بـ…»: one of those named before.
    let ordinal = figure_word(words.bare(item)) == Some(FigureWord::Ordinal);
    let np = noun_phrase(words, item, Extent::Activity).filter(|np| listed && !ordinal && np.end() <= start && names(np));
    np.map(|np| np.phrase)
}

/// «محطة تحلية (بقيمة 30 مليونا)، ومدرسة (مليون دولار)»: what stands before the bracket of its sum.
fn item_before_bracket(passage: &Passage, sum: usize) -> Option<Phrase> {
    let words = &passage.words;
    let measured =
        sum.checked_sub(1).and_then(|at| passage.trigger_at(at)).map(|i| &passage.triggers[i]).filter(|t| t.part == Part::Measure);
    let open = measured.map_or(sum, Trigger::start).checked_sub(1).filter(|&at| words.block().word_at(at) == "(")?;
    let np = phrase_ending_at(words, open, Extent::Activity)?;
    let start = np.tokens().start as usize;
    let opens = words.at(start).has_conjunction()
        || matches!(words.at(start.wrapping_sub(1)).class, Class::Comma | Class::Stop | Class::Conjunction);
    (opens && !is_somebody(passage, &np) && period_at(words, start).is_none()).then_some(np.phrase)
}

/// «ومشروع تأهيل السوق وتبلغ قيمة العقد …»: the work before the contract that was named for it, or what that is for («العقد الثاني
/// لتسمية الشوارع وتبلغ قيمة العقد …»).
pub fn contracted_before(passage: &Passage, contract: usize) -> Option<Phrase> {
    let here = &passage.triggers[contract];
    if !is_contract(here) || !here.clitics.has(Clitics::AL) {
        return None;
    }
    let words = &passage.words;
    // «…، العقد الأول»: an item of its own; not «مشروع السوق، الذي تبلغ قيمة العقد …».
    let opens = |at: &usize| words.at(*at).class == Class::Comma && words.at(at + 1).class != Class::Relative;
    let item = passage.clause_before(here.start()).find(opens).unwrap_or(words.start());
    let before = clause_up_to(passage, contract).split_last()?.1.iter().filter(|t| t.start() >= item);
    let mut works = before.filter(|t| t.frame.itself == Some(Role::Purpose) && !t.clitics.has(Clitics::PRONOUN) && !says_where(passage, t));
    let first = works.next()?;
    let whole = |at: usize| noun_phrase(words, at, Extent::Activity).filter(|np| np.end() <= here.start());
    if !is_contract(first) {
        return whole(first.start()).map(|np| Phrase::new(np.tokens(), first.outside));
    }
    let behind = (first.end()..here.start()).find(|&at| words.at(at).clitics.has(Clitics::LI))?;
    whole(behind).map(|np| np.phrase)
}
