//! Reasons as noun phrases with the words that gave them: «رقم أو كمّية («3 ملايين»)».

use crate::analysis::{Range, Reason, ReasonCode};
use crate::annotated::Annotated;
use crate::wording::{Locale, Prose, Wording, texts};

/// More words than these of one kind say nothing new.
const MOST_WORDS: usize = 3;

/// The words of all reasons of one kind, each once, in the order of the analysis.
pub(super) fn words_of<'t>(article: &Annotated<'t>, reasons: &[Reason], code: ReasonCode) -> Vec<&'t str> {
    let mut found = Vec::new();
    for words in reasons.iter().filter(|r| r.code == code).filter_map(|r| r.words).map(|range: Range| article.words(range)) {
        if !found.contains(&words) && found.len() < MOST_WORDS {
            found.push(words);
        }
    }
    found
}

/// Words of the text, quoted and listed.
pub(super) fn quoted_list<'t>(words: &[&'t str], locale: Locale) -> Prose<'t> {
    Prose::all_of(locale, &words.iter().map(|words| Prose::quoted(locale, words)).collect::<Vec<_>>())
}

/// The reasons whose kind is not in `told`, each kind once, with its words.
pub(super) fn listed<'t>(article: &Annotated<'t>, reasons: &[Reason], told: &[ReasonCode], locale: Locale) -> Option<Prose<'t>> {
    let mut kinds: Vec<ReasonCode> = Vec::new();
    for code in reasons.iter().map(|r| r.code) {
        if !told.contains(&code) && !kinds.contains(&code) {
            kinds.push(code);
        }
    }
    let items: Vec<Prose> = kinds
        .into_iter()
        .map(|code| {
            let reason = Prose::ours(locale, noun(code).text(locale));
            match &words_of(article, reasons, code)[..] {
                [] => reason,
                words => texts::REASON_WITH_WORDS.fill(locale, &[("reason", reason), ("words", quoted_list(words, locale))]),
            }
        })
        .collect();
    (!items.is_empty()).then(|| Prose::all_of(locale, &items))
}

/// What a reason is.
pub(super) fn noun(code: ReasonCode) -> Wording {
    match code {
        ReasonCode::Cue => texts::REASON_CUE,
        ReasonCode::Source => texts::REASON_SOURCE,
        ReasonCode::Carried => texts::REASON_CARRIED,
        ReasonCode::NoSource => texts::REASON_NO_SOURCE,
        ReasonCode::Hedge => texts::REASON_HEDGE,
        ReasonCode::Booster => texts::REASON_BOOSTER,
        ReasonCode::Quantity => texts::REASON_QUANTITY,
        ReasonCode::Accusation => texts::REASON_ACCUSATION,
        ReasonCode::Causal => texts::REASON_CAUSAL,
        ReasonCode::Comparison => texts::REASON_COMPARISON,
        ReasonCode::Casualty => texts::REASON_CASUALTY,
        ReasonCode::Law => texts::REASON_LAW,
        ReasonCode::Prediction => texts::REASON_PREDICTION,
        ReasonCode::Conflict => texts::REASON_CONFLICT,
        ReasonCode::Change => texts::REASON_CHANGE,
        ReasonCode::Denial => texts::REASON_DENIAL,
        ReasonCode::Routine => texts::REASON_ROUTINE,
        ReasonCode::Evaluation => texts::REASON_EVALUATION,
        ReasonCode::Call => texts::REASON_CALL,
        ReasonCode::Funding => texts::REASON_FUNDING,
        ReasonCode::NotFunding => texts::REASON_NOT_FUNDING,
        ReasonCode::UsualCurrency => texts::REASON_USUAL_CURRENCY,
        ReasonCode::Office => texts::REASON_OFFICE,
        ReasonCode::KnownHolder => texts::REASON_KNOWN_HOLDER,
    }
}
