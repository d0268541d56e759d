//! The pages with the answers: the marked text, the tables filled in, and what the questions can start from.

use super::{CLAIM_COLUMNS, LADDER_COLUMNS, OFFICIAL_COLUMNS, SUM_COLUMNS, Sheet};
use crate::analysis::{Claim, Range, SourceType, is_dismissed};
use crate::explain;
use crate::labels;
use crate::report::marked::{self, References};
use crate::report::{LADDER, Tally, part_of_whole, ranked};
use crate::sums::sums;
use crate::wording::texts;
use maud::{Markup, html};

/// The pages with the answers.
pub(super) fn pages(sheet: &Sheet) -> Markup {
    let mut number = 0;
    let mut next = || {
        number += 1;
        number
    };
    let money = money(sheet);
    let officials = officials(sheet);
    html! {
        article.isnad-sheet.isnad-key {
            (sheet.head(texts::WORKSHEET_KEY))
            p.isnad-sheet-how { (sheet.say(texts::WORKSHEET_KEY_HOW)) }
            (marked::article(sheet.article, References::Plain, sheet.locale))
            (sheet.task(next(), texts::TASK_CLAIMS, sheet.table("is-claims", &CLAIM_COLUMNS, &claims(sheet))))
            (sheet.task(next(), texts::TASK_LADDER, ladder(sheet)))
            @if !money.is_empty() { (sheet.task(next(), texts::TASK_SUMS, sheet.table("is-sums", &SUM_COLUMNS, &money))) }
            @if !officials.is_empty() { (sheet.task(next(), texts::TASK_OFFICIALS, sheet.table("is-officials", &OFFICIAL_COLUMNS, &officials))) }
            @if !sheet.questions().is_empty() { (sheet.task(next(), texts::TASK_QUESTIONS, questions(sheet))) }
        }
    }
}

/// The key claims in the order of the text, which is that of the students' work.
fn claims(sheet: &Sheet) -> Vec<Vec<Markup>> {
    let claims = sheet.article.analysis().claims.iter();
    claims.filter(|claim| claim.level >= 2 && !is_dismissed(&claim.changes)).map(|claim| self::claim(sheet, claim)).collect()
}

fn claim(sheet: &Sheet, claim: &Claim) -> Vec<Markup> {
    let sentence = sheet.article.analysis().sentence_at(claim.start) + 1;
    let source = claim.attribution.source_type;
    let who = html! {
        (sheet.say(labels::source_type(source)))
        @if source != SourceType::Author && let Some(words) = claim.attribution.source { ": " (self::words(sheet, words)) }
    };
    let cue = html! {
        @if let Some(cue) = claim.attribution.cue { (words(sheet, cue)) }
        @if let Some(stance) = claim.attribution.stance { " (" (sheet.say(labels::stance(stance))) ")" }
    };
    vec![html! { (sheet.locale.number(sentence)) }, words(sheet, claim.range()), who, cue]
}

fn ladder(sheet: &Sheet) -> Markup {
    let tally = Tally::of(sheet.article);
    let row = |&source: &SourceType| {
        let count = part_of_whole(tally.rung(source), tally.claims, sheet.locale);
        vec![html! { (sheet.say(labels::source_type(source))) }, html! { (count) }]
    };
    sheet.table("is-ladder", &LADDER_COLUMNS, &LADDER.iter().map(row).collect::<Vec<_>>())
}

fn money(sheet: &Sheet) -> Vec<Vec<Markup>> {
    let figures = &sheet.article.analysis().figures;
    let row = |sum: crate::sums::Sum| {
        let figure = &figures[sum.mentions[0]];
        let slots = [figure.donor, figure.recipient, figure.purpose, figure.period];
        let sum = html! {
            (words(sheet, figure.range())) br;
            bdi { (explain::value(figure, sheet.locale)) " " (figure.currency.as_deref().unwrap_or_default()) }
        };
        let told = slots.map(|slot| slot.map_or(html! { "—" }, |range| words(sheet, range)));
        [sum].into_iter().chain(told).collect()
    };
    sums(sheet.article).into_iter().map(row).collect()
}

fn officials(sheet: &Sheet) -> Vec<Vec<Markup>> {
    let officials = sheet.article.analysis().officials.iter().filter(|official| !is_dismissed(&official.changes));
    let offices = |offices: &[String]| {
        html! {
            @if offices.is_empty() { (sheet.say(texts::NO_OFFICE)) }
            @for (i, office) in offices.iter().enumerate() { @if i > 0 { br; } bdi lang="ar" { (office) } }
        }
    };
    officials.map(|official| vec![html! { bdi lang="ar" { (official.name) } }, offices(&official.offices)]).collect()
}

/// Answers to open questions are the class's; the key has the claims to begin with.
fn questions(sheet: &Sheet) -> Markup {
    /// The strongest claims, with their reasons.
    const STRONGEST: usize = 3;
    let analysis = sheet.article.analysis();
    let (key, _) = ranked(analysis);
    html! {
        ol.isnad-questions { @for question in sheet.questions() { li { p dir="auto" { (question) } } } }
        @if !key.is_empty() {
            p { (sheet.say(texts::KEY_BEGIN_WITH)) }
            ul.isnad-strongest {
                @for &index in key.iter().take(STRONGEST) {
                    @let claim = &analysis.claims[index];
                    li { (words(sheet, claim.range())) " " span.isnad-quiet { (explain::claim(sheet.article, claim, sheet.locale)) } }
                }
            }
        }
    }
}

fn words(sheet: &Sheet, range: Range) -> Markup {
    html! { bdi lang="ar" { (sheet.article.words(range)) } }
}
