//! Who is told to give: «طالبت النقابة الحكومة بصرف …», «إلزام الشركة بدفع …».

use super::frame::{Part, Trigger};
use super::passage::Passage;
use super::period::period_at;
use crate::lexicon::{lexicon, topic};
use crate::phrases::{Class, Extent, NounPhrase, noun_phrase};
use crate::text::Clitics;

/// What stands above an act of giving.
pub enum Above {
    /// Nobody is told to do it.
    NoCommand,
    /// Somebody is, and is named.
    Told(NounPhrase),
    /// Somebody is, and it is not said who.
    Untold,
}

/// Who is told to do what the verbal noun `act` names.
pub fn who_is_told(passage: &Passage, act: &Trigger) -> Above {
    let words = &passage.words;
    let allowed = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::BI).with(Clitics::LI);
    for at in passage.clause_before(act.start()) {
        if let Some(m) = words.block().match_at(topic::COMMANDS, at, allowed).filter(|m| m.tokens.end as usize <= act.start()) {
            let verb = lexicon().rows(topic::COMMANDS)[m.row].fields[0] == "verb";
            // «بحث الوزيران تمويل …» is no «حث».
            if !verb || !m.reading.clitics.has(Clitics::BI) {
                return told_behind(passage, m.tokens.end as usize, act.start(), verb);
            }
        }
        // «ناشدت المفوضية المانحين من أجل توفير …»
        let other_word = |i: usize| !passage.is_project(i) && passage.triggers[i].part != Part::Preposition;
        if words.at(at).class == Class::Verb || passage.trigger_at(at).is_some_and(other_word) {
            return Above::NoCommand;
        }
    }
    Above::NoCommand
}

/// The last of the phrases between the command and the act; of a verb the first of them tells.
fn told_behind(passage: &Passage, from: usize, act: usize, verb: bool) -> Above {
    let words = &passage.words;
    let (mut at, mut phrases, mut last) = (from, 0, None);
    while at < act {
        if let Some(period) = period_at(words, at) {
            at = period.end();
            continue;
        }
        if let Some(i) = passage.trigger_at(at).filter(|&i| passage.triggers[i].part == Part::Preposition) {
            at = passage.triggers[i].end();
            continue;
        }
        let of = words.at(at).class == Class::Preposition && words.block().word(at) == "من";
        let start = at + usize::from(of);
        let named = words.at(start).is_nominal() && !words.at(start).has_preposition();
        match noun_phrase(words, start, Extent::Name).filter(|np| named && np.end() <= act) {
            // «طلبت الوزارة من البنك صرف …»
            Some(np) => {
                phrases += 1;
                at = np.end();
                last = Some(np);
            }
            None => at += 1,
        }
    }
    last.filter(|_| phrases > usize::from(verb)).map_or(Above::Untold, Above::Told)
}
