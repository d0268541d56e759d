//! The article with its marks: claims as spans, figures and officials as spans inside them.

use super::claims::strongest;
use super::row::{line, mark_id, row_id};
use crate::analysis::{MarkKind, is_dismissed};
use crate::annotated::Annotated;
use crate::explain;
use crate::order::{pair, sort_by_number};
use crate::wording::{Locale, texts};
use maud::{Markup, html};
use std::ops::Range;

/// A span of the article to be marked, in bytes.
struct Mark {
    range: Range<usize>,
    kind: MarkKind,
    index: usize,
    /// Which mention of an official; `None` is the office beside a name.
    mention: Option<usize>,
}

/// A first line of more characters is a paragraph and no headline.
const LONGEST_HEADLINE: usize = 140;

/// Where the numbers behind the claims lead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum References {
    /// To the rows of the report beside the article.
    Rows,
    /// Nowhere: they only number.
    Plain,
}

/// The text, a line a paragraph, a short first line as its headline, with a key to the marks.
pub(crate) fn article(article: &Annotated, references: References, locale: Locale) -> Markup {
    let marked = Marked {
        article,
        references,
        locale,
        claims: disjoint(claim_marks(article)),
        inner: disjoint(inner_marks(article)),
        strongest: strongest(article.analysis()),
    };
    html! {
        div.isnad-article {
            header { h2 { (texts::SECTION_ARTICLE.text(locale)) } (legend(locale)) }
            article.isnad-text lang="ar" dir="rtl" {
                @for (nth, paragraph) in article.paragraphs().into_iter().enumerate() {
                    @let headline = nth == 0 && article.text()[paragraph.clone()].chars().count() <= LONGEST_HEADLINE;
                    p class=[headline.then_some("isnad-headline")] { (marked.paragraph(paragraph)) }
                }
            }
        }
    }
}

fn legend(locale: Locale) -> Markup {
    let entries = [
        ("isnad-claim is-named", texts::LEGEND_NAMED),
        ("isnad-claim is-veiled", texts::LEGEND_VEILED),
        ("isnad-claim is-author", texts::LEGEND_AUTHOR),
        ("isnad-claim is-named is-strong", texts::LEGEND_STRONG),
        ("isnad-figure", texts::LEGEND_FIGURE),
        ("isnad-official", texts::LEGEND_OFFICIAL),
    ];
    html! {
        ul.isnad-legend aria-label=(texts::LEGEND.text(locale)) {
            @for (class, words) in entries { li { span class=(class) { (words.text(locale)) } } }
        }
    }
}

fn claim_marks(article: &Annotated) -> Vec<Mark> {
    let mark = |(index, claim): (usize, &crate::analysis::Claim)| Mark {
        range: claim.range().start as usize..claim.range().end as usize,
        kind: MarkKind::Claim,
        index,
        mention: None,
    };
    article.analysis().claims.iter().enumerate().filter(|(_, claim)| !is_dismissed(&claim.changes)).map(mark).collect()
}

fn inner_marks(article: &Annotated) -> Vec<Mark> {
    let analysis = article.analysis();
    let mut marks = Vec::new();
    let mut add = |range: crate::analysis::Range, kind, index, mention| {
        marks.push(Mark { range: range.start as usize..range.end as usize, kind, index, mention });
    };
    for (index, figure) in analysis.figures.iter().enumerate().filter(|(_, figure)| !is_dismissed(&figure.changes)) {
        add(figure.range(), MarkKind::Figure, index, Some(0));
    }
    for (index, official) in analysis.officials.iter().enumerate().filter(|(_, official)| !is_dismissed(&official.changes)) {
        for (nth, mention) in official.mentions.iter().enumerate() {
            add(mention.range(), MarkKind::Official, index, Some(nth));
            if let Some(office) = mention.office {
                add(office, MarkKind::Official, index, None);
            }
        }
    }
    marks
}

/// Marks in order, none reaching into the next: what overlaps one before it is cut. So spans never cross, whatever
/// analysis the report is made from.
fn disjoint(mut marks: Vec<Mark>) -> Vec<Mark> {
    sort_by_number(&mut marks, |m| pair(m.range.start as u32, !(m.range.end as u32)));
    let mut end = 0;
    marks.retain_mut(|mark| {
        mark.range.start = mark.range.start.max(end);
        end = end.max(mark.range.end);
        mark.range.start < mark.range.end
    });
    marks
}

/// A piece of a range of the text.
enum Stretch<'m> {
    Between(Range<usize>),
    /// A mark, cut to the range.
    Marked(&'m Mark, Range<usize>),
}

/// A range of the text, cut where marks begin and end.
fn stretches(marks: &[Mark], range: Range<usize>) -> Vec<Stretch<'_>> {
    let first = marks.partition_point(|m| m.range.end <= range.start);
    let mut found = Vec::new();
    let mut at = range.start;
    for mark in marks[first..].iter().take_while(|m| m.range.start < range.end) {
        let cut = mark.range.start.max(range.start)..mark.range.end.min(range.end);
        if at < cut.start {
            found.push(Stretch::Between(at..cut.start));
        }
        at = cut.end;
        found.push(Stretch::Marked(mark, cut));
    }
    if at < range.end {
        found.push(Stretch::Between(at..range.end));
    }
    found
}

struct Marked<'a, 't> {
    article: &'a Annotated<'t>,
    references: References,
    locale: Locale,
    claims: Vec<Mark>,
    inner: Vec<Mark>,
    strongest: Vec<bool>,
}

impl Marked<'_, '_> {
    fn paragraph(&self, paragraph: Range<usize>) -> Markup {
        html! {
            @for stretch in stretches(&self.claims, paragraph) {
                @match stretch {
                    Stretch::Between(range) => (self.inside(range)),
                    Stretch::Marked(mark, range) => (self.claim(mark, range)),
                }
            }
        }
    }

    fn claim(&self, mark: &Mark, range: Range<usize>) -> Markup {
        let claim = &self.article.analysis().claims[mark.index];
        let strong = if self.strongest[mark.index] { " is-strong" } else { "" };
        let (begins, ends) = (range.start == mark.range.start, range.end == mark.range.end);
        html! {
            span id=[begins.then(|| mark_id(self.article, MarkKind::Claim, mark.index, 0))]
                class={ "isnad-claim is-" (line(claim.attribution.source_type)) (strong) }
                title=(explain::claim(self.article, claim, self.locale).to_string()) { (self.inside(range)) }
            @let number = self.locale.number(mark.index + 1);
            @match self.references {
                References::Rows if ends => a.isnad-reference href={ "#" (row_id(MarkKind::Claim, mark.index)) } { (number) },
                References::Plain if ends => sup.isnad-reference { (number) },
                _ => {}
            }
        }
    }

    /// Text outside claims, or inside one: with its figures and officials.
    fn inside(&self, range: Range<usize>) -> Markup {
        let text = self.article.text();
        html! {
            @for stretch in stretches(&self.inner, range) {
                @match stretch {
                    Stretch::Between(range) => (&text[range]),
                    Stretch::Marked(mark, range) => {
                        @let begins = range.start == mark.range.start;
                        span id=[mark.mention.filter(|_| begins).map(|nth| mark_id(self.article, mark.kind, mark.index, nth))] class=(inner_class(mark)) {
                            (&text[range])
                        }
                    }
                }
            }
        }
    }
}

fn inner_class(mark: &Mark) -> &'static str {
    match (mark.kind, mark.mention) {
        (MarkKind::Official, None) => "isnad-office-mark",
        (MarkKind::Official, Some(_)) => "isnad-official",
        _ => "isnad-figure",
    }
}
