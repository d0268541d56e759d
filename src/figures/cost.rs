//! What a cost is of: the work, project or plan of its clause.

use super::frame::{REACH, Role, Trigger};
use super::passage::Passage;
use crate::phrases::{Class, Extent, noun_phrase};
use crate::text::{Clitics, Phrase};

/// What a cost without a genitive is of: the first project, work or plan of its clause («تنفيذ مشروعات … بتكلفة»).
pub fn what_it_costs(passage: &Passage, cost: usize) -> Option<Phrase> {
    let is_work = |t: &&Trigger| t.frame.itself == Some(Role::Purpose) && !t.clitics.has(Clitics::PRONOUN);
    let mut work = clause_up_to(passage, cost).iter().filter(is_work);
    let first = work.next()?;
    // «عقد إنشاء الطريق»: not the contract, the work.
    let trigger = work.next().filter(|_| is_contract(first)).unwrap_or(first);
    // «ستة مشروعات».
    let counted = trigger.start() > passage.words.start() && passage.words.at(trigger.start() - 1).class == Class::Number;
    if counted && trigger.outside == 0 {
        return noun_phrase(&passage.words, trigger.start() - 1, Extent::Activity).map(|np| np.phrase);
    }
    noun_phrase(&passage.words, trigger.start(), Extent::Activity).map(|np| Phrase::new(np.tokens(), trigger.outside))
}

/// What is shared out at that cost: «توزيع السلال على الأسر بتكلفة».
pub fn shared_out<'p>(passage: &'p Passage, cost: usize) -> Option<&'p Trigger> {
    clause_up_to(passage, cost).iter().rev().find(|t| t.frame.ala == Some(Role::Recipient))
}

/// The words of the table from the beginning of the clause to the `last`th.
fn clause_up_to<'p>(passage: &'p Passage, last: usize) -> &'p [Trigger] {
    let words = &passage.words;
    let mut start = passage.triggers[last].start();
    let floor = words.start().max(start.saturating_sub(REACH));
    while start > floor && !words.at(start - 1).ends_clause() && words.at(start - 1).class != Class::Amount {
        start -= 1;
    }
    &passage.triggers[passage.triggers.partition_point(|t| t.start() < start)..=last]
}

pub fn is_contract(trigger: &Trigger) -> bool {
    trigger.frame.li == Some(Role::Purpose)
}
