//! The source ladder in numbers: to whom the claims of a text are attributed.

use crate::analysis::{SourceType, is_dismissed};
use crate::annotated::Annotated;
use crate::short_form::ends_alike;
use crate::text::fold;
use rustc_hash::FxHashMap;

/// The rungs of the source ladder, from the top.
pub const LADDER: [SourceType; 7] = [
    SourceType::Official,
    SourceType::Person,
    SourceType::Institution,
    SourceType::Document,
    SourceType::Unnamed,
    SourceType::Vague,
    SourceType::Author,
];

/// How the claims of a text are spread over sources.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tally<'t> {
    /// All claims but dismissed ones, here as below.
    pub claims: usize,
    /// Claims of each rung, in the order of [`LADDER`].
    pub rungs: [usize; LADDER.len()],
    /// Named sources (officials, persons, institutions, documents), each once, in the order of the text.
    pub sources: Vec<NamedSource<'t>>,
    /// Claims attributed to each official, as the analysis lists them.
    pub officials: Vec<usize>,
}

/// A named source and how much it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSource<'t> {
    /// As the text names it first; an official by the name alone.
    pub name: &'t str,
    /// What it is by its first claim.
    pub source_type: SourceType,
    /// How many claims are attributed to it.
    pub claims: usize,
    /// The first claim of it, an index into the analysis' claims.
    pub first: usize,
}

impl<'t> Tally<'t> {
    /// Counts an article; what the reader dismissed counts for nothing.
    pub fn of(article: &Annotated<'t>) -> Tally<'t> {
        let analysis = article.analysis();
        let mut tally = Tally { officials: vec![0; analysis.officials.len()], ..Tally::default() };
        let mut known = KnownSources::default();
        for (index, claim) in analysis.claims.iter().enumerate().filter(|(_, claim)| !is_dismissed(&claim.changes)) {
            let a = &claim.attribution;
            tally.claims += 1;
            tally.rungs[a.source_type as usize] += 1;
            if let Some(official) = a.official {
                tally.officials[official] += 1;
            }
            if is_named(a.source_type)
                && let Some(source) = known.source_of(article, index, &mut tally.sources)
            {
                tally.sources[source].claims += 1;
            }
        }
        tally
    }

    /// How many claims stand on a rung of the ladder.
    pub fn rung(&self, source: SourceType) -> usize {
        self.rungs[source as usize]
    }

    /// Claims in the author's own voice.
    pub fn unattributed(&self) -> usize {
        self.rung(SourceType::Author)
    }

    /// Claims of sources that are hinted at and not named.
    pub fn veiled(&self) -> usize {
        self.rung(SourceType::Unnamed) + self.rung(SourceType::Vague)
    }

    /// The named source with the most claims; of several, the first.
    pub fn largest(&self) -> Option<&NamedSource<'t>> {
        self.sources.iter().rev().max_by_key(|source| source.claims)
    }
}

/// A share in whole per cent; 0 of nothing.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

/// A source of this type has a name: it is an official, a person, an institution or a document.
pub(super) fn is_named(source: SourceType) -> bool {
    source <= SourceType::Document
}

/// Which claims have one and the same named source.
#[derive(Default)]
struct KnownSources {
    officials: FxHashMap<usize, usize>,
    /// By folded words.
    words: FxHashMap<String, usize>,
    /// People by the last word of their name, with all their folded words: a second mention is shorter.
    people: FxHashMap<String, Vec<(String, usize)>>,
    /// The last source of each type, for a speaker who goes on.
    last: [Option<usize>; LADDER.len()],
}

impl KnownSources {
    /// The index of a claim's source in `sources`, where it is added if it is new; `None` if the text does not say it.
    fn source_of<'t>(&mut self, article: &Annotated<'t>, claim: usize, sources: &mut Vec<NamedSource<'t>>) -> Option<usize> {
        let a = &article.analysis().claims[claim].attribution;
        let mut new = |name: &'t str| {
            sources.push(NamedSource { name, source_type: a.source_type, claims: 0, first: claim });
            sources.len() - 1
        };
        let found = match (a.official, a.source) {
            (Some(official), source) => {
                let first = article.analysis().officials[official].mentions.first().map(|m| m.range());
                let name = first.or(source)?;
                *self.officials.entry(official).or_insert_with(|| new(article.words(name)))
            }
            (None, Some(source)) => {
                let name = article.words(source);
                let folded = fold(name).shadow;
                match a.source_type {
                    SourceType::Official | SourceType::Person => {
                        let last_word = folded.rsplit(' ').next().unwrap_or_default().to_owned();
                        let namesakes = self.people.entry(last_word).or_default();
                        match namesakes.iter().find(|(other, _)| ends_alike(other, &folded)) {
                            Some(&(_, known)) => known,
                            None => {
                                let index = new(name);
                                namesakes.push((folded, index));
                                index
                            }
                        }
                    }
                    _ => *self.words.entry(folded).or_insert_with(|| new(name)),
                }
            }
            (None, None) => self.last[a.source_type as usize]?,
        };
        self.last[a.source_type as usize] = Some(found);
        Some(found)
    }
}
