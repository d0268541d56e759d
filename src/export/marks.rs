//! The marks of an article one by one, with what a lesson says of them.

use super::{Details, LessonEntry, Outcome};
use crate::analysis::{Change, MarkKind, Range};
use crate::annotated::Annotated;
use crate::explain;
use crate::wording::{Locale, Prose, Wording, texts};

/// One place of the text that is marked: a claim, a figure, a mention of an official.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// In bytes.
    pub range: Range,
    pub kind: MarkKind,
    /// In the list of its kind.
    pub index: usize,
    /// Which mention of an official.
    pub mention: usize,
}

/// All marks, dismissed ones too: claims, figures, then officials with their mentions.
pub(super) fn marks(article: &Annotated) -> Vec<Mark> {
    let analysis = article.analysis();
    let claims = analysis.claims.iter().enumerate().map(|(index, c)| (c.range(), MarkKind::Claim, index, 0));
    let figures = analysis.figures.iter().enumerate().map(|(index, f)| (f.range(), MarkKind::Figure, index, 0));
    let officials = analysis.officials.iter().enumerate().flat_map(|(index, official)| {
        official.mentions.iter().enumerate().map(move |(mention, m)| (m.range(), MarkKind::Official, index, mention))
    });
    let marks = claims.chain(figures).chain(officials);
    marks.map(|(range, kind, index, mention)| Mark { range, kind, index, mention }).collect()
}

impl Mark {
    pub fn explanation<'t>(&self, article: &Annotated<'t>, locale: Locale) -> Prose<'t> {
        let analysis = article.analysis();
        match self.kind {
            MarkKind::Claim => explain::claim(article, &analysis.claims[self.index], locale),
            MarkKind::Figure => explain::figure(article, &analysis.figures[self.index], locale),
            MarkKind::Official => explain::official(article, &analysis.officials[self.index], locale),
        }
    }

    pub fn changes<'a>(&self, article: &'a Annotated) -> &'a [Change] {
        let analysis = article.analysis();
        match self.kind {
            MarkKind::Claim => &analysis.claims[self.index].changes,
            MarkKind::Figure => &analysis.figures[self.index].changes,
            MarkKind::Official => &analysis.officials[self.index].changes,
        }
    }

    /// What a lesson says of it: the entry that names it; of an official, of this mention.
    pub fn lesson<'a>(&self, article: &Annotated, details: &'a Details) -> Option<&'a LessonEntry> {
        details.lesson.as_deref().unwrap_or_default().iter().find(|entry| {
            let here = self.kind != MarkKind::Official || article.inward(entry.range()).is_none_or(|place| place.overlaps(self.range));
            entry.outcome != Outcome::Extra && entry.mark == self.kind && entry.index == Some(self.index) && here
        })
    }
}

/// What a student marked that is no mark of the analysis, with its place in bytes; only what lies in the text.
pub(super) fn extras<'a>(article: &Annotated, details: &'a Details) -> Vec<(Range, &'a LessonEntry)> {
    let lesson = details.lesson.as_deref().unwrap_or_default();
    lesson
        .iter()
        .filter(|entry| entry.outcome == Outcome::Extra)
        .filter_map(|entry| Some((article.inward(entry.range())?, entry)))
        .collect()
}

pub(super) fn outcome(outcome: Outcome) -> Wording {
    match outcome {
        Outcome::Hit => texts::LESSON_HIT,
        Outcome::Miss => texts::LESSON_MISS,
        Outcome::Extra => texts::LESSON_EXTRA,
    }
}
