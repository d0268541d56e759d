//! A claim: who says it, how sure it is made to sound, what is quoted, and why a reader should ask for evidence.

use super::change::changes;
use super::reason::{listed, quoted_list, words_of};
use crate::analysis::{Certainty, Claim, Quote, ReasonCode, SourceType, Stance};
use crate::annotated::Annotated;
use crate::labels;
use crate::wording::{Locale, Prose, Wording, texts};

/// The kinds of reasons that the sentences on source, certainty and quotation tell.
const TOLD_ELSEWHERE: [ReasonCode; 6] =
    [ReasonCode::Cue, ReasonCode::Source, ReasonCode::Carried, ReasonCode::NoSource, ReasonCode::Hedge, ReasonCode::Booster];

/// What asks for less evidence, and so is no reason why a claim is a key one.
const LESSENING: [ReasonCode; 3] = [ReasonCode::Routine, ReasonCode::Evaluation, ReasonCode::Call];

/// Explains a claim of `article`.
pub fn claim<'t>(article: &Annotated<'t>, claim: &Claim, locale: Locale) -> Prose<'t> {
    let mut prose = who(article, claim, locale);
    for circumstance in circumstances(article, claim, locale) {
        prose.sentence(&circumstance);
    }
    prose.sentence(&certainty(article, claim, locale));
    prose.sentence(&quote(claim.quote).fill(locale, &[]));
    prose.sentence(&why(article, claim, locale));
    prose.sentence(&changes(&claim.changes, locale));
    prose
}

fn who<'t>(article: &Annotated<'t>, claim: &Claim, locale: Locale) -> Prose<'t> {
    let a = &claim.attribution;
    let cue = a.cue.map(|cue| article.words(cue));
    let named = a.source.map(|source| article.words(source));
    // The official's name is the analysis's own string: it stands in the text where its first mention does.
    let speaker = a.official.and_then(|i| article.analysis().officials[i].mentions.first()).map(|m| article.words(m.range()));
    let (wording, words) = match (a.source_type, named) {
        (SourceType::Author, _) => (by(cue, texts::SAID_BY_AUTHOR_AND_CUE, texts::SAID_BY_AUTHOR), None),
        (_, Some(_)) => (by(cue, texts::SAID_BY_SOURCE_AND_CUE, texts::SAID_BY_SOURCE), named),
        (_, None) if a.carried && speaker.is_some() => (by(cue, texts::CARRIED_FROM_NAME_BY_CUE, texts::CARRIED_FROM_NAME), speaker),
        (_, None) if a.carried => (by(cue, texts::CARRIED_BY_CUE, texts::CARRIED), None),
        (_, None) => (by(cue, texts::SAID_BY_CUE, texts::SAID_BY_NOBODY_QUOTED), None),
    };
    let quoted = |words: Option<&'t str>| words.map_or(Prose::new(locale), |words| Prose::quoted(locale, words));
    let stance = a.stance.map_or("", |stance| stance_of(stance).text(locale));
    wording.fill(
        locale,
        &[
            ("source", Prose::ours(locale, source(a.source_type).text(locale))),
            ("words", quoted(words)),
            ("cue", quoted(cue)),
            ("stance", Prose::ours(locale, stance)),
        ],
    )
}

/// Who passes it on, how many speak, why no name stands there.
fn circumstances<'t>(article: &Annotated<'t>, claim: &Claim, locale: Locale) -> impl Iterator<Item = Prose<'t>> {
    let a = &claim.attribution;
    let with_words = |wording: Wording, range| wording.fill(locale, &[("words", Prose::quoted(locale, article.words(range)))]);
    let relay = a.relay.map(|range| with_words(texts::RELAYED_BY, range));
    let plural = a.plural.then(|| texts::SEVERAL_UNNAMED.fill(locale, &[]));
    let anonymity = a.anonymity.map(|range| with_words(texts::NAME_WITHHELD, range));
    [relay, plural, anonymity].into_iter().flatten()
}

fn by(cue: Option<&str>, with: Wording, without: Wording) -> Wording {
    if cue.is_some() { with } else { without }
}

fn certainty<'t>(article: &Annotated<'t>, claim: &Claim, locale: Locale) -> Prose<'t> {
    let boosters = words_of(article, &claim.reasons, ReasonCode::Booster);
    let hedges = words_of(article, &claim.reasons, ReasonCode::Hedge);
    let quoted = |words: &[&'t str]| quoted_list(words, locale);
    match claim.certainty {
        Certainty::Plain => Prose::new(locale),
        Certainty::Hedged if hedges.is_empty() => texts::HEDGED.fill(locale, &[]),
        Certainty::Hedged => texts::HEDGED_BY.fill(locale, &[("words", quoted(&hedges))]),
        Certainty::Loaded if boosters.is_empty() => texts::LOADED.fill(locale, &[]),
        Certainty::Loaded => texts::LOADED_BY.fill(locale, &[("words", quoted(&boosters))]),
        Certainty::Both if hedges.is_empty() || boosters.is_empty() => texts::LOADED_AND_HEDGED.fill(locale, &[]),
        Certainty::Both => texts::LOADED_AND_HEDGED_BY.fill(locale, &[("boosters", quoted(&boosters)), ("hedges", quoted(&hedges))]),
    }
}

fn why<'t>(article: &Annotated<'t>, claim: &Claim, locale: Locale) -> Prose<'t> {
    let key = claim.level >= 2;
    let left_out = if key { [&TOLD_ELSEWHERE[..], &LESSENING].concat() } else { TOLD_ELSEWHERE.to_vec() };
    match listed(article, &claim.reasons, &left_out, locale) {
        Some(reasons) => {
            let wording = if key { texts::KEY_FOR_REASONS } else { texts::ROUTINE_WITH_REASONS };
            wording.fill(locale, &[("reasons", reasons)])
        }
        None if key => texts::KEY_BY_TYPE.fill(locale, &[("type", Prose::ours(locale, labels::claim_type(claim.kind).text(locale)))]),
        None => texts::ROUTINE.fill(locale, &[]),
    }
}

/// What a type of source is called inside a sentence.
pub(crate) fn source(source: SourceType) -> Wording {
    match source {
        SourceType::Official => texts::SOURCE_OFFICIAL,
        SourceType::Person => texts::SOURCE_PERSON,
        SourceType::Institution => texts::SOURCE_INSTITUTION,
        SourceType::Document => texts::SOURCE_DOCUMENT,
        SourceType::Unnamed => texts::SOURCE_UNNAMED,
        SourceType::Vague => texts::SOURCE_VAGUE,
        SourceType::Author => texts::SOURCE_AUTHOR,
    }
}

fn stance_of(stance: Stance) -> Wording {
    match stance {
        Stance::Neutral => texts::STANCE_NEUTRAL,
        Stance::Assertive => texts::STANCE_ASSERTIVE,
        Stance::Presupposing => texts::STANCE_PRESUPPOSING,
        Stance::Doubtful => texts::STANCE_DOUBTFUL,
        Stance::Accusing => texts::STANCE_ACCUSING,
        Stance::Denying => texts::STANCE_DENYING,
        Stance::Directive => texts::STANCE_DIRECTIVE,
    }
}

fn quote(quote: Quote) -> Wording {
    match quote {
        Quote::None => texts::QUOTE_NONE,
        Quote::Direct => texts::QUOTE_DIRECT,
        Quote::Mixed => texts::QUOTE_MIXED,
        Quote::Scare => texts::QUOTE_SCARE,
    }
}
