//! Offices that are given: «تعيين سامر الحلبي وزيراً للمالية», «خلفاً لسامر الحلبي».

use super::opening::opening_at;
use super::{Found, plain};
use crate::officials::name::{Evidence, name_at};
use crate::officials::office::{OfficePhrase, office_at};
use crate::officials::vocabulary::{Holders, vocabulary};
use crate::text::{Block, Clitics, Phrase};

/// An appointed office is looked for within this many tokens behind the name.
const APPOINTMENT_REACH: usize = 30;

/// Names after a verb or noun of appointing, which then give the office.
pub(super) fn behind_appointment(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let v = vocabulary();
    if !v.appoints(block, at) {
        return None;
    }
    let titles = opening_at(block, at + 1).filter(|opening| opening.office.is_none());
    let name = name_at(block, titles.map_or(at + 1, |opening| opening.end), at + 1, Evidence::Strong)?;
    let whole = plain(name);
    let mut refers = false;
    let (office, kind) = match appointed_office(block, name.end) {
        Some(office) => {
            refers = office.refers;
            (Some(office.phrase), office.kind)
        }
        // «وعيّن فلاناً خلفاً لها»
        None if vocabulary().is_successor(block, name.end) => (None, found.iter().rev().find_map(|f| f.kind)),
        None => return None,
    };
    found.push(Found { office, kind, refers, thin: false, ..Found::bare(whole) });
    Some(name.end)
}

/// The office in the accusative (وزيراً) behind a name, within its sentence, before somebody else's title or rank.
fn appointed_office(block: &Block, from: usize) -> Option<OfficePhrase> {
    let limit = (block.sentence_of(from.checked_sub(1)?).end as usize).min(from + APPOINTMENT_REACH);
    for at in from..limit {
        if let Some(office) = role_at(block, at) {
            return Some(office);
        }
        if opening_at(block, at).is_some_and(|opening| opening.titled) {
            return None;
        }
    }
    None
}

/// An office in the accusative at `at`.
fn role_at(block: &Block, at: usize) -> Option<OfficePhrase> {
    office_at(block, at).filter(|office| office.holders == Holders::Role && !office.clitics.has(Clitics::AL))
}

/// The office an appointment gives the name: its verb stands before, in the same sentence.
pub(super) fn appointed(block: &Block, name: Phrase, from: usize) -> Option<OfficePhrase> {
    let start = name.tokens.start as usize;
    // «واللواء فلان رئيساً للأركان»: the verb may stand far before it.
    if let Some(office) = role_at(block, from) {
        return Some(office);
    }
    let sentence = block.sentence_of(start);
    let back = start.saturating_sub(8).max(sentence.start as usize);
    let v = vocabulary();
    (back..start).any(|at| v.appoints(block, at)).then(|| appointed_office(block, from)).flatten()
}

/// Before `at` stands that whoever is named there held the office before, or was given it after: «خلفاً لـ», «بدلاً من».
pub(super) fn succeeds(block: &Block, at: usize) -> bool {
    let behind = |tokens: usize| at.checked_sub(tokens).and_then(|start| vocabulary().succession_at(block, start));
    (1..=3).any(|tokens| behind(tokens).is_some_and(|found| found.tokens.end as usize == at))
}
