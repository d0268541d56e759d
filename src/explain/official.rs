//! An official: what makes the person one, by the text.

use super::change::changes;
use super::reason::{listed, quoted_list, words_of};
use crate::analysis::{Official, OfficialKind, ReasonCode};
use crate::annotated::Annotated;
use crate::wording::{Locale, Prose, texts};

/// Explains an official of `article`. Other spellings of the name are told.
pub fn official<'t>(article: &Annotated<'t>, official: &Official, locale: Locale) -> Prose<'t> {
    let wording = match official.kind {
        OfficialKind::State => texts::OFFICIAL_STATE,
        OfficialKind::Igo => texts::OFFICIAL_IGO,
        OfficialKind::Party => texts::OFFICIAL_PARTY,
    };
    let mut prose = wording.fill(locale, &[("why", why(article, official, locale))]);
    prose.sentence(&changes(&official.changes, locale));
    prose
}

fn why<'t>(article: &Annotated<'t>, official: &Official, locale: Locale) -> Prose<'t> {
    // The plainest evidence first: an office beside the name says more than a list of ours.
    let by_rank = [
        (ReasonCode::Office, texts::WHY_OFFICE, None),
        (ReasonCode::Appointment, texts::WHY_APPOINTMENT, None),
        (ReasonCode::KnownFromText, texts::WHY_KNOWN_FROM_TEXT, Some(texts::WHY_KNOWN_FROM_TEXT_BARE)),
        (ReasonCode::KnownHolder, texts::WHY_KNOWN_HOLDER, Some(texts::WHY_KNOWN_HOLDER)),
    ];
    for (code, with_words, bare) in by_rank {
        if !official.reasons.iter().any(|r| r.code == code) {
            continue;
        }
        let words = words_of(article, &official.reasons, code);
        if !words.is_empty() {
            return with_words.fill(locale, &[("words", quoted_list(&words, locale))]);
        }
        if let Some(bare) = bare {
            return bare.fill(locale, &[]);
        }
    }
    match listed(article, &official.reasons, &[], locale) {
        Some(reasons) => texts::WHY_OTHER.fill(locale, &[("reasons", reasons)]),
        None => texts::WHY_KNOWN_FROM_TEXT_BARE.fill(locale, &[]),
    }
}
