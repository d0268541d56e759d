//! The labels of an analysis in the reader's language.

use crate::analysis::{Certainty, ClaimType, FigureKind, Label, MarkKind, OfficialKind, Phase, Quote, SourceType, Stance};
use crate::wording::{Wording, texts};

/// The name of a kind of mark.
pub(crate) fn mark(kind: MarkKind) -> Wording {
    match kind {
        MarkKind::Claim => texts::MARK_CLAIM,
        MarkKind::Figure => texts::MARK_FIGURE,
        MarkKind::Official => texts::MARK_OFFICIAL,
    }
}

/// The name of a rung of the source ladder.
pub(crate) fn source_type(source: SourceType) -> Wording {
    match source {
        SourceType::Official => texts::RUNG_OFFICIAL,
        SourceType::Person => texts::RUNG_PERSON,
        SourceType::Institution => texts::RUNG_INSTITUTION,
        SourceType::Document => texts::RUNG_DOCUMENT,
        SourceType::Unnamed => texts::RUNG_UNNAMED,
        SourceType::Vague => texts::RUNG_VAGUE,
        SourceType::Author => texts::RUNG_AUTHOR,
    }
}

/// The name of a type of claim.
pub(crate) fn claim_type(kind: ClaimType) -> Wording {
    match kind {
        ClaimType::Quantity => texts::TYPE_QUANTITY,
        ClaimType::Event => texts::TYPE_EVENT,
        ClaimType::Causal => texts::TYPE_CAUSAL,
        ClaimType::Law => texts::TYPE_LAW,
        ClaimType::Accusation => texts::TYPE_ACCUSATION,
        ClaimType::Prediction => texts::TYPE_PREDICTION,
        ClaimType::Opinion => texts::TYPE_OPINION,
    }
}

/// The name of a level: key from 2 on, else routine.
pub(crate) fn level(level: u8) -> Wording {
    if level >= 2 { texts::LEVEL_KEY } else { texts::LEVEL_ROUTINE }
}

/// Empty for a plain wording, which needs no label.
pub(crate) fn certainty(certainty: Certainty) -> Wording {
    match certainty {
        Certainty::Plain => texts::CERTAINTY_PLAIN,
        Certainty::Hedged => texts::CERTAINTY_HEDGED,
        Certainty::Loaded => texts::CERTAINTY_LOADED,
        Certainty::Both => texts::CERTAINTY_BOTH,
    }
}

/// The name of a stance.
pub(crate) fn stance(stance: Stance) -> Wording {
    match stance {
        Stance::Neutral => texts::STANCE_NAME_NEUTRAL,
        Stance::Assertive => texts::STANCE_NAME_ASSERTIVE,
        Stance::Presupposing => texts::STANCE_NAME_PRESUPPOSING,
        Stance::Doubtful => texts::STANCE_NAME_DOUBTFUL,
        Stance::Accusing => texts::STANCE_NAME_ACCUSING,
        Stance::Denying => texts::STANCE_NAME_DENYING,
        Stance::Directive => texts::STANCE_NAME_DIRECTIVE,
    }
}

/// Empty where nothing is quoted.
pub(crate) fn quote(quote: Quote) -> Wording {
    match quote {
        Quote::None => texts::QUOTE_NAME_NONE,
        Quote::Direct => texts::QUOTE_NAME_DIRECT,
        Quote::Mixed => texts::QUOTE_NAME_MIXED,
        Quote::Scare => texts::QUOTE_NAME_SCARE,
    }
}

/// The name of a kind of figure.
pub(crate) fn figure_kind(kind: FigureKind) -> Wording {
    match kind {
        FigureKind::Funding => texts::KIND_FUNDING,
        FigureKind::Other => texts::KIND_OTHER,
    }
}

/// How far money has come.
pub(crate) fn phase(phase: Phase) -> Wording {
    match phase {
        Phase::Pledged => texts::PHASE_PLEDGED,
        Phase::Allocated => texts::PHASE_ALLOCATED,
        Phase::Disbursed => texts::PHASE_DISBURSED,
    }
}

/// The name of a kind of office.
pub(crate) fn official_kind(kind: OfficialKind) -> Wording {
    match kind {
        OfficialKind::State => texts::KIND_STATE,
        OfficialKind::Igo => texts::KIND_IGO,
        OfficialKind::Party => texts::KIND_PARTY,
    }
}

/// What a reader can change.
pub(crate) fn label(label: Label) -> Wording {
    match label {
        Label::Dismissed => texts::SECTION_DISMISSED,
        Label::SourceType => texts::LABEL_SOURCE_TYPE,
        Label::Type => texts::LABEL_TYPE,
        Label::Level => texts::LABEL_LEVEL,
        Label::Kind => texts::LABEL_KIND,
    }
}

/// A value of a label by its name in JSON; `None` if there is none of that name.
pub(crate) fn value(label: Label, name: &str) -> Option<Wording> {
    match label {
        Label::Dismissed => None,
        Label::SourceType => name.parse().ok().map(source_type),
        Label::Type => name.parse().ok().map(claim_type),
        Label::Level => match name {
            "key" => Some(texts::LEVEL_KEY),
            "routine" => Some(texts::LEVEL_ROUTINE),
            _ => None,
        },
        Label::Kind => name.parse().ok().map(figure_kind).or_else(|| name.parse().ok().map(official_kind)),
    }
}
