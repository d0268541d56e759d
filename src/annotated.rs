//! A text and its analysis, known to fit each other: what the explanations and the report are made from.

use crate::Engine;
use crate::analysis::{Analysis, Range};
use crate::text::{OffsetConverter, OffsetUnit};
use std::error::Error;
use std::{fmt, ops};

/// A text with its analysis. Every range of the analysis is a slice of the text, every index points to something.
pub struct Annotated<'t> {
    text: &'t str,
    /// Offsets in bytes.
    analysis: Analysis,
    outward: OffsetConverter<'t>,
    /// What tells its marks from those of another article on the same page.
    name: &'static str,
}

/// Why an analysis cannot be one of the text it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// `end` comes before `start`.
    Reversed {
        /// In the unit of the analysis, as `end`.
        start: u32,
        /// Where it is said to end.
        end: u32,
    },
    /// The offset lies beyond the text or inside a character: another text, or another unit.
    OffTheText {
        /// The first such offset.
        offset: u32,
        /// What it was taken to count.
        unit: OffsetUnit,
    },
    /// A claim names an official, or a figure a claim, that the analysis does not have.
    NoSuch {
        /// The singular of a list of the analysis.
        what: &'static str,
        /// Beyond the end of that list.
        index: usize,
    },
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misfit::Reversed { start, end } => write!(f, "a range ends at {end}, before it starts at {start}"),
            Misfit::OffTheText { offset, unit } => {
                write!(
                    f,
                    "offset {offset} ({unit}) lies beyond the text or inside a character: is this the analysis of another text, or in another unit?"
                )
            }
            Misfit::NoSuch { what, index } => write!(f, "the analysis refers to {what} {index}, which it does not have"),
        }
    }
}

impl Error for Misfit {}

impl<'t> Annotated<'t> {
    /// Analyses `text`; offsets given outward count in `unit`.
    pub fn read(text: &'t str, unit: OffsetUnit) -> Annotated<'t> {
        Engine::default().annotate(text, unit)
    }

    /// A text and the engine's analysis of it, with offsets in bytes.
    pub(crate) fn of(text: &'t str, analysis: Analysis, unit: OffsetUnit) -> Annotated<'t> {
        Annotated { text, analysis, outward: OffsetConverter::new(text, unit), name: "" }
    }

    /// Takes an analysis from outside, with offsets in `unit`, and checks that it fits `text`.
    pub fn new(text: &'t str, mut analysis: Analysis, unit: OffsetUnit) -> Result<Annotated<'t>, Misfit> {
        let outward = OffsetConverter::new(text, unit);
        let mut misfit = None;
        let mut byte = |offset: u32| {
            outward.byte_of(offset).unwrap_or_else(|| {
                misfit.get_or_insert(Misfit::OffTheText { offset, unit });
                0
            })
        };
        let mut reversed = None;
        analysis.for_each_range(|range| {
            if range.end < range.start {
                reversed.get_or_insert(Misfit::Reversed { start: range.start, end: range.end });
            }
            *range = Range { start: byte(range.start), end: byte(range.end) };
        });
        let no_official = analysis.claims.iter().filter_map(|c| c.attribution.official).find(|&i| i >= analysis.officials.len());
        let no_claim = analysis.figures.iter().filter_map(|f| f.claim).find(|&i| i >= analysis.claims.len());
        let dangling = no_official
            .map(|index| Misfit::NoSuch { what: "official", index })
            .or(no_claim.map(|index| Misfit::NoSuch { what: "claim", index }));
        match reversed.or(misfit).or(dangling) {
            Some(misfit) => Err(misfit),
            None => Ok(Annotated { text, analysis, outward, name: "" }),
        }
    }

    /// The article under a name of its own, for a page that shows another one too.
    pub(crate) fn named(self, name: &'static str) -> Annotated<'t> {
        Annotated { name, ..self }
    }

    /// The prefix given by [`named`](Self::named); empty without one.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// The text, as it was given.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The analysis, offsets in bytes of [`text`](Self::text).
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The words at a range of the analysis.
    pub fn words(&self, range: Range) -> &'t str {
        &self.text[range.start as usize..range.end as usize]
    }

    /// The lines of the text that are not blank, in bytes, without white space at their ends.
    pub(crate) fn paragraphs(&self) -> Vec<ops::Range<usize>> {
        let mut start = 0;
        let mut paragraphs = Vec::new();
        for line in self.text.split_inclusive('\n') {
            if !line.trim().is_empty() {
                paragraphs.push(start..start + line.trim_end().len());
            }
            start += line.len();
        }
        paragraphs
    }

    /// A range of the analysis in the unit the caller counts in.
    pub fn outward(&self, range: Range) -> Range {
        Range { start: self.outward.convert(range.start), end: self.outward.convert(range.end) }
    }

    /// A range in the caller's unit as one of [`text`](Self::text); `None` if it does not fit.
    pub fn inward(&self, range: Range) -> Option<Range> {
        let [start, end] = [range.start, range.end].map(|offset| self.outward.byte_of(offset));
        Some(Range { start: start?, end: end? }).filter(|range| range.start <= range.end)
    }

    /// The analysis in the unit the caller counts in.
    pub fn outward_analysis(&self) -> Analysis {
        self.turned_outward(self.analysis.clone())
    }

    /// The same where the article is not needed any more.
    pub fn into_outward_analysis(mut self) -> Analysis {
        let analysis = std::mem::take(&mut self.analysis);
        self.turned_outward(analysis)
    }

    fn turned_outward(&self, mut analysis: Analysis) -> Analysis {
        analysis.for_each_range(|range| *range = self.outward(*range));
        analysis
    }

    /// What the caller counts in.
    pub fn unit(&self) -> OffsetUnit {
        self.outward.unit()
    }

    /// The same marks with other labels.
    pub(crate) fn set_analysis(&mut self, analysis: Analysis) {
        self.analysis = analysis;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "😀 خصصت الوزارة 3 ملايين دولار.";

    #[test]
    fn what_was_analysed_fits_in_every_unit() {
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            let annotated = Annotated::new(TEXT, crate::analyze(TEXT, unit), unit).expect("it fits");
            let sentence = annotated.analysis().sentences[0];
            assert!(annotated.words(sentence).contains("خصصت الوزارة"));
            assert_eq!(annotated.outward(sentence), crate::analyze(TEXT, unit).sentences[0]);
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let refused = |start, end, unit| {
            let analysis = Analysis { sentences: vec![Range { start, end }], ..Analysis::default() };
            Annotated::new(TEXT, analysis, unit).err()
        };
        assert_eq!(refused(1, 3, OffsetUnit::Utf16), Some(Misfit::OffTheText { offset: 1, unit: OffsetUnit::Utf16 }));
        assert_eq!(refused(0, 999, OffsetUnit::Char), Some(Misfit::OffTheText { offset: 999, unit: OffsetUnit::Char }));
        assert_eq!(refused(5, 4, OffsetUnit::Char), Some(Misfit::Reversed { start: 5, end: 4 }));
        assert_eq!(refused(0, 1, OffsetUnit::Char), None);
    }

    #[test]
    fn an_official_that_is_not_there_is_refused() {
        let mut analysis = crate::analyze(TEXT, OffsetUnit::Byte);
        analysis.claims[0].attribution.official = Some(7);
        let refused = Annotated::new(TEXT, analysis, OffsetUnit::Byte).err();
        assert_eq!(refused, Some(Misfit::NoSuch { what: "official", index: 7 }));
    }
}
