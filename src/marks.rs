//! The marks of an article one by one, for whatever lists or writes them.

use crate::analysis::{Change, MarkKind, Range};
use crate::annotated::Annotated;

/// One marked place of the text: a claim, a figure, or a mention of an official.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// In bytes.
    pub range: Range,
    pub kind: MarkKind,
    /// In the list of its kind.
    pub index: usize,
    /// Which mention of an official, from 0; 0 for all other marks.
    pub mention: usize,
}

/// All marks, dismissed ones too: claims, figures, then officials with their mentions.
pub(crate) fn marks(article: &Annotated) -> Vec<Mark> {
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
    /// What the reader changed in the claim, the figure or the official.
    pub fn changes<'a>(&self, article: &'a Annotated) -> &'a [Change] {
        let analysis = article.analysis();
        match self.kind {
            MarkKind::Claim => &analysis.claims[self.index].changes,
            MarkKind::Figure => &analysis.figures[self.index].changes,
            MarkKind::Official => &analysis.officials[self.index].changes,
        }
    }
}
