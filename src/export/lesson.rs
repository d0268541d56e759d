//! What a lesson says of the marks: which a student met, missed and added.

use super::{Details, LessonEntry, Outcome};
use crate::analysis::{MarkKind, Range};
use crate::annotated::Annotated;
use crate::labels;
use crate::marks::Mark;
use crate::wording::{Locale, Wording, texts};

/// The entry about a mark; of an official, about this mention.
pub(super) fn entry_of<'a>(mark: &Mark, article: &Annotated, details: &'a Details) -> Option<&'a LessonEntry> {
    details.lesson.as_deref().unwrap_or_default().iter().find(|entry| {
        let here = mark.kind != MarkKind::Official || article.inward(entry.range()).is_none_or(|place| place.overlaps(mark.range));
        entry.outcome != Outcome::Extra && entry.mark == mark.kind && entry.index == Some(mark.index) && here
    })
}

/// How the student did and, in parentheses, which type of source the student took it for.
pub(super) fn verdict(entry: &LessonEntry, locale: Locale) -> String {
    let outcome = outcome(entry.outcome).text(locale);
    match entry.source_type {
        Some(source) => format!("{outcome} ({})", labels::source_type(source).text(locale)),
        None => outcome.to_owned(),
    }
}

/// What the student marked beyond the analysis, with its range in bytes; only what lies in the text.
pub(super) fn extras<'a>(article: &Annotated, details: &'a Details) -> Vec<(Range, &'a LessonEntry)> {
    let lesson = details.lesson.as_deref().unwrap_or_default();
    lesson
        .iter()
        .filter(|entry| entry.outcome == Outcome::Extra)
        .filter_map(|entry| Some((article.inward(entry.range())?, entry)))
        .collect()
}

/// An outcome in words.
pub(super) fn outcome(outcome: Outcome) -> Wording {
    match outcome {
        Outcome::Hit => texts::LESSON_HIT,
        Outcome::Miss => texts::LESSON_MISS,
        Outcome::Extra => texts::LESSON_EXTRA,
    }
}
