//! The words beside a sum that may govern it: left of it, right behind it, in a clause that describes it.

use super::ascent::loan_before;
use super::cost::{is_contract, says_where};
use super::figure_words::{FigureWord, figure_word};
use super::frame::{Part, REACH, WEAK_NOUN};
use super::passage::{Passage, Step};
use crate::analysis::Phase;
use crate::phrases::{Class, NounKind, Words};
use crate::text::Clitics;

/// What stands left of a sum and may govern it.
pub enum Left {
    Trigger(usize),
    /// Nothing but connecting words stands between the sum and the one before it.
    SumBefore,
    Nothing,
}

/// The nearest word left of the sum that may govern it.
pub fn left_of(passage: &Passage, sum: usize) -> Left {
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    // «90 مليون دينار لتوسيع البرنامج، بواقع 30 مليونا كل سنة»: the sum before by its parts.
    if sum > 0 && matches!(words.block().word(start - 1), "بواقع" | "بمعدل") {
        return Left::SumBefore;
    }
    let attached = words.block().word(start).starts_with('ب');
    let mut joined = attached;
    let mut weak = None;
    let mut aside = false;
    let (mut nouns, mut subjects) = (0, 0);
    for step in passage.leftwards(start, REACH) {
        let at = match step {
            Step::Sum => return weak.map_or(Left::SumBefore, Left::Trigger),
            Step::Token(at) => at,
            // «مشروع صيانة الطريق (المرحلة الثانية) بمبلغ …»: what stands in brackets is an aside.
            Step::Trigger(_) if aside => continue,
            Step::Trigger(i) => {
                let trigger = &passage.triggers[i];
                let at = trigger.start();
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
                        let joined = (joined || is_measured(passage, i)) && !says_where(passage, trigger);
                        if joined && weak.is_none_or(|weak| is_contract_of(passage, i, weak)) {
                            weak = Some(i);
                        }
                    }
                    _ => {
                        if belongs_to_sum_before(passage, i) || goes_along(passage, i) || joined && is_of_a_work(passage, i) {
                            continue;
                        }
                        // A heavier word behind a weak noun: only when it governs that noun.
                        return Left::Trigger(weak.filter(|&weak| nouns > 3 || is_contract(&passage.triggers[weak])).unwrap_or(i));
                    }
                }
                continue;
            }
        };
        let word = words.at(at);
        match word.class {
            Class::Bracket => aside = !aside && words.block().word(at) == ")" && opens_near(words, at),
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

/// «بلغت قيمة العقد 5 ملايين», «القيمة الإجمالية لهذا المشروع»: the measure is that of the noun behind it.
fn is_measured(passage: &Passage, noun: usize) -> bool {
    const NEAR: usize = 4;
    let words = &passage.words;
    let start = passage.triggers[noun].start();
    let of_this = |at: usize| matches!(words.block().word(at), "لهذا" | "لهذه" | "لهذين");
    let between = |at: &usize| {
        let word = words.at(*at);
        let adjective = matches!(word.kind, None | Some(NounKind::Adjective)) && word.clitics.has(Clitics::AL);
        of_this(*at) || word.class == Class::Demonstrative || adjective && passage.trigger_at(*at).is_none()
    };
    let first = (words.start().max(start.saturating_sub(NEAR))..start).rev().take_while(between).last().unwrap_or(start);
    let of = passage.triggers[noun].clitics.has(Clitics::LI) || (first..start).any(of_this);
    let before = first.checked_sub(1).and_then(|at| passage.trigger_at(at)).map(|i| &passage.triggers[i]);
    before.is_some_and(|t| t.part == Part::Measure && (of || (first == start && !t.clitics.has(Clitics::AL))))
}

/// «عقد الإشراف على إنشاء الجسر», «منافسة لتجهيز المختبر»: the work is what the contract is about, not «عقد اجتماعا لبحث المشروع».
fn is_contract_of(passage: &Passage, contract: usize, work: usize) -> bool {
    let (contract, work) = (&passage.triggers[contract], &passage.triggers[work]);
    let words = &passage.words;
    let next = words.at(contract.end());
    let held = (!next.is_closed() && words.block().word_at(contract.end()).ends_with('ا'))
        || matches!(next.kind, Some(NounKind::Body | NounKind::Title | NounKind::Setting));
    let goes_on = |at: usize| !words.at(at).ends_clause() && !matches!(words.at(at).class, Class::Verb | Class::Amount | Class::Comma);
    is_contract(contract)
        && !is_contract(work)
        && (next.is_nominal() || next.class == Class::Number)
        && !held
        && (contract.end()..work.start()).all(goes_on)
}

/// The bracket that closes at `close` opens a few words before.
fn opens_near(words: &Words, close: usize) -> bool {
    const LONGEST: usize = 8;
    (words.start().max(close.saturating_sub(LONGEST))..close).any(|at| words.block().word(at) == "(")
}

/// «ليبلغ مجموع المساعدات مع القرض الجديد …»: the sum is that of what it is added to.
fn goes_along(passage: &Passage, trigger: usize) -> bool {
    let trigger = &passage.triggers[trigger];
    let before = passage.words.block().word_at(trigger.start().wrapping_sub(1));
    before == "مع" && trigger.clitics.has(Clitics::AL) && trigger.is_nominal()
}

/// «مشروع تأمين معدات بـ5 ملايين»: what the work is.
fn is_of_a_work(passage: &Passage, trigger: usize) -> bool {
    let work = trigger.checked_sub(1).filter(|&work| passage.is_project(work)).map(|work| &passage.triggers[work]);
    let trigger = &passage.triggers[trigger];
    let bare = trigger.part == Part::Masdar && trigger.clitics == Clitics::NONE;
    bare && work.is_some_and(|work| work.end() == trigger.start() && !work.clitics.has(Clitics::AL) && !is_contract(work))
}

/// «1842 مليون ريال إعانة الشعير، و268 …»: the noun stands right behind the sum before.
fn belongs_to_sum_before(passage: &Passage, trigger: usize) -> bool {
    let start = passage.triggers[trigger].start();
    let nominal = passage.triggers[trigger].is_nominal();
    let joined = Clitics::CONJUNCTION.with(Clitics::BI);
    nominal && start > 0 && passage.sum_at(start - 1).is_some() && !passage.triggers[trigger].clitics.has_any(joined)
}

/// A noun that stands right behind the sum and says what it is: «3 ملايين ريال مساعدات», «كقروض», «من أرباح».
pub fn right_of(passage: &Passage, sum: usize) -> Option<usize> {
    let words = &passage.words;
    let mut at = passage.sums[sum].end as usize;
    // Closing marks, and «في شكل», «على هيئة».
    while matches!(words.at(at).class, Class::Bracket | Class::Quote | Class::Adverb) {
        at += 1;
    }
    let mut explicit = false;
    if words.at(at).class == Class::Preposition && figure_word(words.block().word_at(at + 1)) == Some(FigureWord::Form) {
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
pub fn verb_after(passage: &Passage, sum: usize) -> Option<usize> {
    let start = passage.sums[sum].end as usize;
    let mut at = start;
    while at < (start + REACH).min(passage.words.end()) {
        // «المبلغ يكفي شهرا، مضيفا أن المفوضية ستطلب …»: another clause.
        if passage.sum_at(at).is_some() || passage.words.at(at).ends_clause() {
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
pub fn described_by(passage: &Passage, sum: usize) -> Option<usize> {
    let words = &passage.words;
    let mut at = passage.behind_conversion(sum);
    // «مبلغ 5 ملايين، الذي طلبته الوكالة»
    at += usize::from(words.at(at).class == Class::Comma && words.at(at + 1).class == Class::Relative);
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

/// The sum has no article: a verb behind it describes it.
fn is_indefinite(passage: &Passage, sum: usize) -> bool {
    !passage.words.block().word(passage.sums[sum].start as usize).starts_with("ال")
}
