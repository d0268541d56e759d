//! What a reader sets right: a mark that is none, another label. Corrections are kept with the words of their mark, so that
//! they find it again on the next visit; in the analysis each mark remembers what it was.

use crate::analysis::{Analysis, Change, Claim, Label, MarkKind, Range};
use crate::annotated::Annotated;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A reader's correction, as it is kept: names that are unknown here may come from another version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// A [`MarkKind`].
    pub mark: String,
    /// Where the mark stood, in the unit of the article it is applied to.
    #[serde(flatten)]
    pub range: Range,
    /// The words of the mark. If they stand elsewhere now, the nearest mark with the same words is meant.
    #[serde(default)]
    pub words: Option<String>,
    /// A [`Label`].
    pub what: String,
    /// What the label is to be.
    #[serde(default)]
    pub to: Option<String>,
}

/// A correction that changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ignored {
    /// In the list of corrections.
    pub index: usize,
    pub reason: Reason,
}

/// Why a correction changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No mark of that kind has these words, or stands there.
    NoSuchMark,
    /// A mark of that kind has no such label.
    NoSuchLabel,
    /// The label cannot be that.
    NoSuchValue,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::NoSuchMark => "no such mark in the text",
            Reason::NoSuchLabel => "such a mark has no such label",
            Reason::NoSuchValue => "the label has no such value",
        })
    }
}

impl<'t> Annotated<'t> {
    /// The article as the reader set it right, in the order of the corrections, and those that did not fit.
    pub fn corrected(mut self, corrections: &[Correction]) -> (Annotated<'t>, Vec<Ignored>) {
        if corrections.is_empty() {
            return (self, Vec::new());
        }
        let marks = Marks::of(&self);
        let mut analysis = self.analysis().clone();
        let mut ignored = Vec::new();
        for (index, correction) in corrections.iter().enumerate() {
            let done = marks
                .find(&self, correction)
                .ok_or(Reason::NoSuchMark)
                .and_then(|(kind, mark)| correct(&mut analysis, kind, mark, &correction.what, correction.to.as_deref()));
            if let Err(reason) = done {
                ignored.push(Ignored { index, reason });
            }
        }
        self.set_analysis(analysis);
        (self, ignored)
    }
}

/// The marks of an article by kind and words: of each its place and its index in the list of its kind.
struct Marks<'t>(FxHashMap<(MarkKind, &'t str), Vec<(Range, usize)>>);

impl<'t> Marks<'t> {
    fn of(article: &Annotated<'t>) -> Marks<'t> {
        let mut marks = Marks(FxHashMap::default());
        let mut add = |kind, range, index| marks.0.entry((kind, article.words(range))).or_default().push((range, index));
        let analysis = article.analysis();
        for (index, claim) in analysis.claims.iter().enumerate() {
            add(MarkKind::Claim, claim.range, index);
        }
        for (index, figure) in analysis.figures.iter().enumerate() {
            add(MarkKind::Figure, figure.range, index);
        }
        for (index, official) in analysis.officials.iter().enumerate() {
            for mention in &official.mentions {
                add(MarkKind::Official, mention.range, index);
            }
        }
        marks
    }

    fn find(&self, article: &Annotated<'t>, correction: &Correction) -> Option<(MarkKind, usize)> {
        let kind = MarkKind::from_str(&correction.mark).ok()?;
        let place = article.inward(correction.range);
        let words = match &correction.words {
            Some(words) => words,
            None => article.words(place?),
        };
        let marks = self.0.get(&(kind, words))?;
        let (_, index) = match (place, &correction.words) {
            (Some(place), Some(_)) => marks.iter().min_by_key(|(range, _)| range.start.abs_diff(place.start)),
            (None, Some(_)) => marks.first(),
            (_, None) => marks.iter().find(|(range, _)| Some(*range) == place),
        }?;
        Some((kind, *index))
    }
}

fn correct(analysis: &mut Analysis, kind: MarkKind, index: usize, what: &str, to: Option<&str>) -> Result<(), Reason> {
    let what = Label::from_str(what).map_err(|_| Reason::NoSuchLabel)?;
    let to = to.unwrap_or_default();
    let (changes, from) = match kind {
        MarkKind::Claim => {
            let claim = &mut analysis.claims[index];
            let from = match what {
                Label::Dismissed => None,
                Label::SourceType => Some(replace(&mut claim.attribution.source_type, to)?),
                Label::Type => Some(replace(&mut claim.kind, to)?),
                Label::Level => Some(level(claim, to)?),
                Label::Kind => return Err(Reason::NoSuchLabel),
            };
            (&mut claim.changes, from)
        }
        MarkKind::Figure => {
            let figure = &mut analysis.figures[index];
            let from = kind_or_dismissal(what, &mut figure.kind, to)?;
            (&mut figure.changes, from)
        }
        MarkKind::Official => {
            let official = &mut analysis.officials[index];
            let from = kind_or_dismissal(what, &mut official.kind, to)?;
            (&mut official.changes, from)
        }
    };
    remember(changes, what, from, to);
    Ok(())
}

/// Sets a label by its name; the result is the name of the one it was.
fn replace<L: FromStr + Copy + Into<&'static str>>(label: &mut L, to: &str) -> Result<&'static str, Reason> {
    let to = to.parse().map_err(|_| Reason::NoSuchValue)?;
    Ok(std::mem::replace(label, to).into())
}

fn kind_or_dismissal<L>(what: Label, kind: &mut L, to: &str) -> Result<Option<&'static str>, Reason>
where
    L: FromStr + Copy + Into<&'static str>,
{
    match what {
        Label::Dismissed => Ok(None),
        Label::Kind => replace(kind, to).map(Some),
        _ => Err(Reason::NoSuchLabel),
    }
}

fn level(claim: &mut Claim, to: &str) -> Result<&'static str, Reason> {
    let to = match to {
        "key" => 2,
        "routine" => 1,
        _ => return Err(Reason::NoSuchValue),
    };
    Ok(if std::mem::replace(&mut claim.level, to) >= 2 { "key" } else { "routine" })
}

/// One change a label, from what it was at first; none if it is that again.
fn remember(changes: &mut Vec<Change>, what: Label, from: Option<&str>, to: &str) {
    let known = changes.iter().position(|change| change.what == what).map(|at| changes.remove(at));
    let from = known.and_then(|change| change.from).or(from.map(str::to_owned));
    if from.as_deref() != Some(to) {
        let to = from.is_some().then(|| to.to_owned());
        changes.push(Change { what, from, to });
    }
}
