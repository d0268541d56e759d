//! What a reader sets right: a mark that is none, another label. Corrections are kept with the words of their mark, so that
//! they find it again on the next visit; in the analysis each mark remembers what it was.

use crate::analysis::{Analysis, Change, Claim, Label, MarkKind, Range};
use crate::annotated::Annotated;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A reader's correction, as it is kept: names that are unknown here may come from another version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// A [`MarkKind`].
    pub mark: String,
    /// Where the mark stood, in the unit of the article it is applied to.
    pub start: u32,
    /// Where the mark had ended.
    pub end: u32,
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
    /// Why it did.
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
        let mut analysis = self.analysis().clone();
        let mut ignored = Vec::new();
        for (index, correction) in corrections.iter().enumerate() {
            let done = find(&self, correction)
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

/// The mark a correction means: of those with its words the nearest; without words the one at its very place.
/// A reader makes few corrections, so each looks through all marks of its kind.
fn find(article: &Annotated, correction: &Correction) -> Option<(MarkKind, usize)> {
    let kind = MarkKind::from_str(&correction.mark).ok()?;
    let place = article.inward(Range { start: correction.start, end: correction.end });
    let mut found: Option<(u32, usize)> = None;
    let mut look = |range: Range, index: usize| {
        let distance = match (&correction.words, place) {
            (Some(words), _) if words != article.words(range) => return,
            (Some(_), place) => place.map_or(range.start, |place| range.start.abs_diff(place.start)),
            (None, place) if place == Some(range) => 0,
            (None, _) => return,
        };
        if found.is_none_or(|(nearest, _)| distance < nearest) {
            found = Some((distance, index));
        }
    };
    let analysis = article.analysis();
    match kind {
        MarkKind::Claim => analysis.claims.iter().enumerate().for_each(|(index, claim)| look(claim.range(), index)),
        MarkKind::Figure => analysis.figures.iter().enumerate().for_each(|(index, figure)| look(figure.range(), index)),
        MarkKind::Official => {
            for (index, official) in analysis.officials.iter().enumerate() {
                official.mentions.iter().for_each(|mention| look(mention.range(), index));
            }
        }
    }
    found.map(|(_, index)| (kind, index))
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
