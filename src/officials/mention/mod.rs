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
use crate::lexicon::WordId;
use crate::officials::vocabulary::topics::BODIES;
use crate::text::{Block, Clitics, Phrase, Span};
use alone::{bare_name, body_before, led_kind, speaks_of_private};
use appointment::{behind_appointment, succeeds};
pub(super) use apposition::epithet;
use apposition::{also_known, apposition};
pub(super) use opening::title_before;
use opening::{name_behind, opening_at, with_last_word};

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
    if opening.office.as_ref().is_none_or(|(_, office)| office.bare || !office.closed)
        && at.checked_sub(1).is_some_and(|before| vocabulary().is_named_after(block, before))
    {
        let name = name_behind(block, &opening);
        return name.map(|(name, _)| name.end);
    }
    // «عين مجلس الوزراء القاضية فلانة»: the council's.
    let of_body = |office: &OfficePhrase| {
        let body = at.checked_sub(1).and_then(|before| block.match_at(BODIES, before, Clitics::AL.with(Clitics::CONJUNCTION)));
        office.bare && office.holders == Holders::Many && body.is_some_and(|body| body.tokens.end as usize > at)
    };
    if opening.office.as_ref().is_some_and(|(_, office)| of_body(office)) {
        return None;
    }
    let given = opening.office.as_ref().is_some_and(|(_, office)| office.holders == Holders::Role);
    let opening = with_last_word(block, opening);
    let Some((name, comma)) = name_behind(block, &opening).filter(|_| !given) else {
        return opening.office.map(|_| opening.end.max(at + 1));
    };
    if comma && found.last().is_some_and(|last| last.whole.tokens.end as usize >= at) {
        return Some(opening.end.max(at + 1));
    }
    let (office, kind, holders) = match (&opening.office, opening.rank) {
        (Some((phrase, office)), _) => (Some(*phrase), office.kind, office.holders),
        (None, Some(rank)) => (Some(rank), Some(OfficialKind::State), Holders::One),
        (None, None) => (None, None, Holders::One),
    };
    // «نظيره», «نائبه», «عضو المجلس»: what the one named before is, this one is.
    let refers = opening.office.as_ref().is_some_and(|(_, office)| office.refers && kind.is_none());
    let before = || found.iter().rev().find(|f| f.office.is_some());
    let kind = if holders == Holders::Peer || refers {
        before().map_or_else(|| kind.or_else(|| body_before(block, at, REFERRING_REACH)), |f| f.kind)
    } else if opening.office.is_none() && at > 0 {
        // «مجلس … برئاسة السيد فلان», «خلفاً للواء فلان»
        kind.or_else(|| led_kind(block, at - 1)).or_else(|| succeeds(block, at).then(|| before()?.kind).flatten())
    } else {
        kind
    };
    // «منافسه الرئيس السابق فلان»: of a club, where the sentence speaks of one.
    let of_nothing = at > 0 && vocabulary().is_rival(block, at - 1) && opening.office.as_ref().is_some_and(|(_, office)| office.of_nothing);
    let kind = kind.filter(|_| !(of_nothing && speaks_of_private(block, at)));
    // «مدير كذا اللواء فلان»: a rank is an office of the state, whatever the post.
    let kind = kind.or_else(|| (opening.rank.is_some() && (!opening.noun || name.units > 1)).then_some(OfficialKind::State));
    // «… أميناً عاماً للمنظمة خلفاً لمرشدها فلان»: what the one was, the other is.
    let predecessor = opening.outside > 0 && at > 0 && vocabulary().is_successor(block, at - 1) || succeeds(block, at);
    if let Some(last) = found.last_mut().filter(|last| predecessor && last.office.is_some() && last.kind.is_none()) {
        last.kind = kind;
    }
    let body_noun = opening.office.as_ref().and_then(|(_, office)| office.body_noun);
    let thin = opening.office.as_ref().is_none_or(|(_, office)| office.bare);
    let whole = Phrase::new(Span::of(opening.start..name.end), opening.outside);
    found.push(Found {
        name: plain(name),
        office,
        kind,
        whole,
        titled: opening.titled,
        refers,
        of_nothing,
        body_noun,
        royal: opening.royal,
        epithet: false,
        thin,
    });
    let mut end = apposition(block, found, name.end);
    end = also_known(block, found, end);
    // «وزيرا الخارجية والدفاع فلان وفلان»
    if holders == Holders::Many {
        while let Some((name, outside)) = next_in_list(block, end, opening.start) {
            let phrase = Phrase::new(Span::of(name.start..name.end), outside);
            found.push(Found { office, kind, thin: false, ..Found::bare(phrase) });
            end = name.end;
        }
    }
    Some(end)
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
