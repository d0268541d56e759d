//! The names of one block, each with the office that stands with it: before it («وزير المالية سامر الحلبي»), in apposition
//! («سامر الحلبي، وزير المالية») or given by an appointment («تعيين سامر الحلبي وزيراً للمالية»).

mod alone;
mod appointment;
mod apposition;
mod opening;

use super::name::{Evidence, Name, clitic_before_name, initial, name_at};
use super::office::OfficePhrase;
use super::vocabulary::{Holders, vocabulary};
use crate::analysis::OfficialKind;
use crate::lexicon::{WordId, topic};
use crate::text::{Block, Clitics, Phrase, Span};
use alone::{bare_name, body_before, led_kind, speaks_of_private};
use appointment::{behind_appointment, succeeds};
pub(super) use apposition::epithet;
use apposition::{also_known, apposition};
pub(super) use opening::title_before;
use opening::{Opening, name_behind, opening_at, with_last_word};

/// A name in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub name: Phrase,
    pub office: Option<Phrase>,
    pub kind: Option<OfficialKind>,
    pub whole: Phrase,
    /// An honorific, rank or calling stands before the name.
    pub titled: bool,
    /// Its office is of a body or superior named before, not in this block.
    pub refers: bool,
    /// Its office stands behind the name and says nothing of what: «الرئيس السابق».
    pub of_nothing: bool,
    /// The noun of the body of its office, which the text has named in full.
    pub body_noun: Option<WordId>,
    /// A prince or princess by title.
    pub royal: bool,
    /// Another name of whoever is named before it.
    pub epithet: bool,
    /// The office is the head alone or a rank: one in apposition says more.
    thin: bool,
}

impl Found {
    /// A name by itself: whose it is, has to be seen from elsewhere.
    fn bare(name: Phrase) -> Found {
        Found {
            name,
            office: None,
            kind: None,
            whole: name,
            titled: false,
            refers: false,
            of_nothing: false,
            body_noun: None,
            royal: false,
            epithet: false,
            thin: true,
        }
    }
}

const QUOTES: &[&str] = &["«", "\"", "“", "”"];

/// The body «أمينه العام» refers to stands within this many tokens before it.
const REFERRING_REACH: usize = 14;

/// The names of a block, in order; none overlap.
pub(super) fn mentions(block: &Block) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let count = block.tokens().len();
    let mut at = 0;
    while at < count {
        if !block.is_word(at) || !vocabulary().may_open(block, at) && !initial(block, at) {
            at += 1;
            continue;
        }
        if let Some(name) = named_thing(block, at) {
            at = name.end;
            continue;
        }
        at = behind_opening(block, at, &mut found)
            .or_else(|| behind_appointment(block, at, &mut found))
            .or_else(|| bare_name(block, at, &mut found))
            .unwrap_or(at + 1);
    }
    found
}

/// The name a thing bears: «مطار جومو كينياتا».
fn named_thing(block: &Block, at: usize) -> Option<Name> {
    let plain = || block.readings(at).iter().all(|r| !r.clitics.has(Clitics::AL));
    (vocabulary().is_named_after(block, at) && plain())
        .then(|| name_at(block, at + 1, at + 1, Evidence::Strong))
        .flatten()
        .filter(|name| name.units >= 2 && opening_at(block, at).is_none())
}

/// A name behind an office or a title; where reading goes on.
fn behind_opening(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let opening = opening_at(block, at)?;
    let office = opening.office.as_ref().map(|(_, office)| office);
    if office.is_none_or(|office| office.bare || !office.closed)
        && at.checked_sub(1).is_some_and(|before| vocabulary().is_named_after(block, before))
    {
        return name_behind(block, &opening).map(|(name, _)| name.end);
    }
    if office.is_some_and(|office| is_of_body(block, at, office)) {
        return None;
    }
    let given = office.is_some_and(|office| office.holders == Holders::Role);
    let opening = with_last_word(block, opening);
    let Some((name, comma)) = name_behind(block, &opening).filter(|_| !given) else {
        return opening.office.map(|_| opening.end.max(at + 1));
    };
    if comma && found.last().is_some_and(|last| last.whole.tokens.end as usize >= at) {
        return Some(opening.end.max(at + 1));
    }
    let new = opened(block, &opening, name, found);
    // «… أميناً عاماً للمنظمة خلفاً لمرشدها فلان»: what the one was, the other is.
    let predecessor = opening.outside > 0 && at > 0 && vocabulary().is_successor(block, at - 1) || succeeds(block, at);
    if let Some(last) = found.last_mut().filter(|last| predecessor && last.office.is_some() && last.kind.is_none()) {
        last.kind = new.kind;
    }
    found.push(new);
    let mut end = apposition(block, found, name.end);
    end = also_known(block, found, end);
    // «وزيرا الخارجية والدفاع فلان وفلان»
    if opening.office.is_some_and(|(_, office)| office.holders == Holders::Many) {
        while let Some((name, outside)) = next_in_list(block, end, opening.start) {
            let phrase = Phrase::new(Span::of(name.start..name.end), outside);
            found.push(Found { office: new.office, kind: new.kind, thin: false, ..Found::bare(phrase) });
            end = name.end;
        }
    }
    Some(end)
}

/// «عين مجلس الوزراء القاضية فلانة»: the ministers at `at` are the council's.
fn is_of_body(block: &Block, at: usize, office: &OfficePhrase) -> bool {
    let body = || block.match_at(topic::OFFICE_BODIES, at.checked_sub(1)?, Clitics::AL.with(Clitics::CONJUNCTION));
    office.bare && office.holders == Holders::Many && body().is_some_and(|body| body.tokens.end as usize > at)
}

/// The name that an opening leads to, behind those that were found before it.
fn opened(block: &Block, opening: &Opening, name: Name, before: &[Found]) -> Found {
    let at = opening.start;
    let v = vocabulary();
    let office = opening.office.as_ref().map(|(_, office)| office);
    let phrase = opening.office.as_ref().map(|(phrase, _)| *phrase).or(opening.rank);
    let own = office.map_or(opening.rank.map(|_| OfficialKind::State), |office| office.kind);
    let in_office = || before.iter().rev().find(|f| f.office.is_some());
    // «نظيره», «نائبه», «عضو المجلس»: what the one named before is, this one is.
    let refers = office.is_some_and(|office| office.refers && office.kind.is_none());
    let kind = if refers || office.is_some_and(|office| office.holders == Holders::Peer) {
        in_office().map_or_else(|| own.or_else(|| body_before(block, at, REFERRING_REACH)), |f| f.kind)
    } else if office.is_none() && at > 0 {
        // «مجلس … برئاسة السيد فلان», «خلفاً للواء فلان»
        own.or_else(|| led_kind(block, at - 1)).or_else(|| succeeds(block, at).then(|| in_office()?.kind).flatten())
    } else {
        own
    };
    // «منافسه الرئيس السابق فلان»: of a club, where the sentence speaks of one.
    let of_nothing = at > 0 && v.is_rival(block, at - 1) && office.is_some_and(|office| office.of_nothing);
    let kind = kind.filter(|_| !(of_nothing && speaks_of_private(block, at)));
    // «مدير كذا اللواء فلان»: a rank is an office of the state, whatever the post.
    let kind = kind.or_else(|| (opening.rank.is_some() && (!opening.noun || name.units > 1)).then_some(OfficialKind::State));
    Found {
        name: plain(name),
        office: phrase,
        kind,
        whole: Phrase::new(Span::of(opening.start..name.end), opening.outside),
        titled: opening.titled,
        refers,
        of_nothing,
        body_noun: office.and_then(|office| office.body_noun),
        royal: opening.royal,
        epithet: false,
        thin: office.is_none_or(|office| office.bare),
    }
}

/// The next name of a list: «وفلان». `from` is where its office begins.
fn next_in_list(block: &Block, at: usize, from: usize) -> Option<(Name, u8)> {
    if let Some(outside) = clitic_before_name(block, at) {
        return name_at(block, at, from, Evidence::First).map(|name| (name, outside));
    }
    let word = block.word_at(at);
    if block.is_word(at) && word.starts_with('و') && word.len() > 8 {
        return name_at(block, at, from, Evidence::First).filter(|name| name.units >= 2).map(|name| (name, 2));
    }
    None
}

fn plain(name: Name) -> Phrase {
    Phrase::whole(Span::of(name.start..name.end))
}
