//! The pages for students: the text with its sentences numbered, tables and lines to fill in.

use super::{CLAIM_COLUMNS, LADDER_COLUMNS, OFFICIAL_COLUMNS, SUM_COLUMNS, Sheet};
use crate::labels;
use crate::report::{LADDER, ranked};
use crate::sums::sums;
use crate::wording::texts;
use maud::{Markup, html};

/// Rows of a table to fill in: enough to work with, few enough for a page.
const FEWEST_ROWS: usize = 3;
const MOST_ROWS: usize = 8;
/// Lines to write an answer on.
const LINES: usize = 3;

/// The pages for students.
pub(super) fn pages(sheet: &Sheet) -> Markup {
    let analysis = sheet.article.analysis();
    let (key, _) = ranked(analysis);
    let money = sums(sheet.article).len();
    let mut number = 0;
    let mut next = || {
        number += 1;
        number
    };
    let empty = |columns: usize, rows: usize| vec![vec![html! {}; columns]; rows.clamp(FEWEST_ROWS, MOST_ROWS)];
    html! {
        article.isnad-sheet {
            (sheet.head(texts::WORKSHEET))
            p.isnad-sheet-fields {
                @for field in [texts::FIELD_NAME, texts::FIELD_CLASS, texts::FIELD_DATE] {
                    span { (sheet.say(field)) ": " span.isnad-blank {} }
                }
            }
            p.isnad-sheet-how { (sheet.say(texts::WORKSHEET_HOW)) }
            (text(sheet))
            (sheet.task(next(), texts::TASK_CLAIMS, sheet.table("is-claims", &CLAIM_COLUMNS, &empty(CLAIM_COLUMNS.len(), key.len()))))
            (sheet.task(next(), texts::TASK_LADDER, ladder(sheet)))
            @if money > 0 {
                (sheet.task(next(), texts::TASK_SUMS, sheet.table("is-sums", &SUM_COLUMNS, &empty(SUM_COLUMNS.len(), money))))
            }
            @if !analysis.officials.is_empty() {
                (sheet.task(next(), texts::TASK_OFFICIALS, sheet.table("is-officials", &OFFICIAL_COLUMNS, &empty(OFFICIAL_COLUMNS.len(), analysis.officials.len()))))
            }
            @if !sheet.questions().is_empty() {
                (sheet.task(next(), texts::TASK_QUESTIONS, questions(sheet)))
            }
        }
    }
}

/// The text, each sentence with its number before it.
fn text(sheet: &Sheet) -> Markup {
    let text = sheet.article.text();
    let starts: Vec<usize> = sheet.article.analysis().sentences.iter().map(|sentence| sentence.start as usize).collect();
    html! {
        div.isnad-text.isnad-numbered lang="ar" dir="rtl" {
            @for paragraph in sheet.article.paragraphs() {
                p {
                    @let first = starts.partition_point(|&start| start < paragraph.start);
                    @let inside = starts[first..].iter().take_while(|&&start| start < paragraph.end).count();
                    @if inside == 0 { (&text[paragraph.clone()]) } @else { (&text[paragraph.start..starts[first]]) }
                    @for sentence in first..first + inside {
                        @let end = starts.get(sentence + 1).copied().unwrap_or(usize::MAX).min(paragraph.end);
                        span.isnad-sentence-number { (sheet.locale.number(sentence + 1)) } (&text[starts[sentence]..end])
                    }
                }
            }
        }
    }
}

fn ladder(sheet: &Sheet) -> Markup {
    let rows: Vec<Vec<Markup>> = LADDER.iter().map(|&source| vec![html! { (sheet.say(labels::source_type(source))) }, html! {}]).collect();
    sheet.table("is-ladder", &LADDER_COLUMNS, &rows)
}

fn questions(sheet: &Sheet) -> Markup {
    html! {
        ol.isnad-questions {
            @for question in sheet.questions() {
                li {
                    p dir="auto" { (question) }
                    @for _ in 0..LINES { div.isnad-line {} }
                }
            }
        }
    }
}
