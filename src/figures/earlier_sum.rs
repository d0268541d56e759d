//! What a sum takes over from the one before it in its sentence.

use super::frame::{Part, Role, Trigger};
use super::government::Government;
use super::passage::Passage;
use super::slots::{Slots, fill_listed};
use crate::phrases::{Class, NounKind};
use crate::text::{Clitics, Phrase};

/// Completes the `slots` of the `sum`th sum, which `government` governs, by the `earlier` ones of the sum before it, which `above`
/// governs.
pub fn take_over(passage: &Passage, sum: usize, government: &Government, above: &Government, earlier: &Slots, slots: &mut Slots) {
    if government.inherited {
        *slots = listed(passage, sum, government, earlier);
    } else {
        go_on(passage, sum, government, above, earlier, slots);
    }
}

/// An item of a list: «3 ملايين للصحة و5 ملايين للتعليم».
fn listed(passage: &Passage, sum: usize, government: &Government, earlier: &Slots) -> Slots {
    let mut listed = fill_listed(passage, sum, government);
    // «410 ملايين لنادي الشط و290 مليونا للنصر»: the second is what the first is.
    if earlier.recipient.is_some() && earlier.purpose.is_none() && listed.purpose.is_some_and(|p| is_name(passage, p)) {
        listed.recipient = listed.recipient.or(listed.purpose.take());
    }
    // Somebody or something of its own sets the sum apart from the one before; another purpose only from that one's.
    let apart = listed.recipient.is_some() || names_another(passage, sum);
    let recipient = earlier.recipient.filter(|_| !apart);
    let purpose = earlier.purpose.filter(|_| !apart && listed.purpose.is_none());
    listed.complete(&Slots { recipient, purpose, ..*earlier });
    listed
}

/// The sentence goes on about the same money: its time, and of the same kind of money its donor. Somebody else gives at a time of
/// his own, and so does each work of a list take its own.
fn go_on(passage: &Passage, sum: usize, government: &Government, above: &Government, earlier: &Slots, slots: &mut Slots) {
    let differ = |a: Option<Phrase>, b: Option<Phrase>| a.zip(b).is_some_and(|(a, b)| a != b);
    let other_work = government.decisive.is_some_and(|d| passage.is_project(d)) && differ(slots.recipient, earlier.recipient);
    if !differ(slots.donor, earlier.donor) && !other_work {
        slots.period = slots.period.or(earlier.period);
    }
    // «رصدت الوزارة 10 ملايين …، ويصرف للبلديات مليونان»: nobody else is said to give.
    let passive = |t: &Trigger| t.part == Part::Verb && t.frame.bare[0] == Some(Role::Donor) && t.clitics.has_any(Clitics::CONJUNCTION);
    if government.decisive.is_some_and(|d| passive(&passage.triggers[d])) {
        slots.donor = slots.donor.or(earlier.donor);
    }
    if is_part_of(passage, sum) {
        slots.donor = slots.donor.or(earlier.donor);
        slots.recipient = slots.recipient.or(earlier.recipient);
    }
    let decisive = |g: &Government| g.decisive.map(|i| &passage.triggers[i]);
    if decisive(above).map(|t| t.row) == decisive(government).map(|t| t.row) {
        slots.donor = slots.donor.or(earlier.donor);
        if decisive(government).is_some_and(|t| t.clitics.has(Clitics::AL) && slots.purpose.is_none()) {
            slots.complete(earlier);
        }
    }
}

/// One definite word that is not known to be a thing or an act: somebody's name, for all that is known.
fn is_name(passage: &Passage, phrase: Phrase) -> bool {
    let at = phrase.tokens.start as usize;
    let word = passage.words.at(at);
    phrase.tokens.len() == 1 && word.kind.is_none() && word.clitics.has(Clitics::AL) && passage.trigger_at(at).is_none()
}

/// «منها», «من بينها» between a sum and the one before: a part of that.
fn is_part_of(passage: &Passage, sum: usize) -> bool {
    let between = passage.sums[sum - 1].end as usize..passage.sums[sum].start as usize;
    between.into_iter().any(|at| matches!(passage.words.block().word(at), "منه" | "منها" | "ومنها" | "بينها" | "ضمنها"))
}

/// «40 ألفا للأول، والثاني على 30 ألفا», «وخزانات بـ5 ملايين»: a noun of its own stands between the sum and the one before.
fn names_another(passage: &Passage, sum: usize) -> bool {
    let before = passage.sums[sum - 1].end as usize..passage.sums[sum].start as usize;
    before.into_iter().any(|at| {
        let word = passage.words.at(at);
        let named = word.class == Class::Noun && !word.clitics.has(Clitics::PRONOUN);
        // «والثاني» is somebody or something, «وجديدة» describes.
        let describes = word.kind == Some(NounKind::Adjective) && !word.clitics.has(Clitics::AL);
        let measures = matches!(word.kind, Some(NounKind::Time | NounKind::Quantity));
        named && word.has_conjunction() && !describes && !measures && passage.trigger_at(at).is_none()
    })
}
