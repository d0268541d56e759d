//! Markdown (CommonMark with GitHub's tables), to be read or to go on writing in: what the report shows, then the text with the
//! numbers of its claims. Words of the article are escaped, so that none of them becomes markup.

use super::lesson::outcome;
use super::{Details, GENERATOR};
use crate::analysis::{Certainty, Figure, FigureKind, Range, is_dismissed};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::marks::marks;
use crate::report::{LADDER, Tally, part_of_whole, ranked, share};
use crate::sums::sums;
use crate::wording::{Locale, Wording, texts};
use std::fmt::Write;

/// The whole document as text.
pub(super) fn write(article: &Annotated, details: &Details, locale: Locale) -> String {
    let mut page = Page { out: String::new(), article, locale };
    page.head(details);
    let tally = Tally::of(article);
    if tally.claims > 0 {
        page.ladder(&tally);
        page.claims();
    }
    page.figures();
    page.officials(&tally);
    page.changes();
    page.lesson(details);
    page.text();
    page.out
}

struct Page<'a, 't> {
    out: String,
    article: &'a Annotated<'t>,
    locale: Locale,
}

impl Page<'_, '_> {
    fn line(&mut self, line: impl AsRef<str>) {
        self.out.push_str(line.as_ref());
        self.out.push('\n');
    }

    fn heading(&mut self, heading: Wording) {
        let heading = heading.text(self.locale);
        write!(self.out, "\n## {heading}\n\n").expect("a string takes all");
    }

    fn say(&self, wording: Wording) -> &'static str {
        wording.text(self.locale)
    }

    fn head(&mut self, details: &Details) {
        self.line(format!("# {}\n", escaped(&details.title(self.article))));
        for (label, detail) in [(texts::COLUMN_ADDRESS, &details.address), (texts::COLUMN_DATE, &details.date)] {
            if let Some(detail) = detail.as_deref().filter(|detail| !detail.is_empty()) {
                self.line(format!("- {}: {}", self.say(label), escaped(detail)));
            }
        }
        self.line(format!("- {GENERATOR}: {}. {}", self.say(texts::PROMISE), self.say(texts::PROMISE_MORE)));
        if !self.article.analysis().language.arabic {
            self.line(format!("\n{}", self.say(texts::NOT_ARABIC)));
        }
    }

    fn ladder(&mut self, tally: &Tally) {
        self.heading(texts::SECTION_LADDER);
        self.table([texts::LABEL_SOURCE_TYPE, texts::SECTION_ALL_CLAIMS, texts::COLUMN_SHARE]);
        for source in LADDER {
            let (part, whole) = (tally.rung(source), tally.claims);
            let cells = [
                self.say(labels::source_type(source)).to_owned(),
                part_of_whole(part, whole, self.locale),
                share(part, whole, self.locale),
            ];
            self.row(&cells);
        }
    }

    fn claims(&mut self) {
        let (key, routine) = ranked(self.article.analysis());
        for (heading, indices) in [(texts::SECTION_CLAIMS, key), (texts::SECTION_ROUTINE, routine)] {
            if !indices.is_empty() {
                self.heading(heading);
            }
            for index in indices {
                let claim = &self.article.analysis().claims[index];
                let mut labels = vec![labels::source_type(claim.attribution.source_type), labels::claim_type(claim.kind)];
                if claim.certainty != Certainty::Plain {
                    labels.push(labels::certainty(claim.certainty));
                }
                let labels: Vec<&str> = labels.into_iter().map(|label| self.say(label)).collect();
                let why = escaped(&explain::claim(self.article, claim, self.locale).to_string());
                let words = escaped(self.article.words(claim.range()));
                self.line(format!("- **\\[{}\\]** {words}  \n  *{}*  \n  {why}", self.locale.number(index + 1), labels.join(" · ")));
            }
        }
    }

    fn figures(&mut self) {
        let sums = sums(self.article);
        if sums.is_empty() {
            return;
        }
        self.heading(texts::SECTION_FIGURES);
        let slots = [texts::SLOT_DONOR, texts::SLOT_RECIPIENT, texts::SLOT_PURPOSE, texts::SLOT_PERIOD];
        let [donor, recipient, purpose, period] = slots;
        self.table([texts::COLUMN_SUM, texts::COLUMN_VALUE, texts::COLUMN_KIND, donor, recipient, purpose, period]);
        for sum in sums {
            let figures = &self.article.analysis().figures;
            let figure = &figures[sum.mentions[0]];
            let value = explain::value(figure, self.locale).to_string();
            let told = |slot: fn(&Figure) -> Option<Range>| match sum.tells(figures, slot) {
                Some(range) => escaped(self.article.words(range)),
                None if figure.kind == FigureKind::Funding => self.say(texts::NOT_TOLD).to_owned(),
                None => String::new(),
            };
            let cells = [
                escaped(self.article.words(figure.range())),
                escaped(&format!("{value} {}", figure.currency.as_deref().unwrap_or_default())),
                self.say(labels::figure_kind(figure.kind)).to_owned(),
                told(|f| f.donor),
                told(|f| f.recipient),
                told(|f| f.purpose),
                told(|f| f.period),
            ];
            self.row(&cells);
        }
    }

    fn officials(&mut self, tally: &Tally) {
        let officials = &self.article.analysis().officials;
        if officials.iter().all(|official| is_dismissed(&official.changes)) {
            return;
        }
        self.heading(texts::SECTION_OFFICIALS);
        for (official, &attributed) in officials.iter().zip(&tally.officials).filter(|(official, _)| !is_dismissed(&official.changes)) {
            let offices =
                if official.offices.is_empty() { self.say(texts::NO_OFFICE).to_owned() } else { escaped(&official.offices.join("، ")) };
            let counts = [
                texts::MENTIONS_COUNTED.count(self.locale, official.mentions.len()),
                texts::ATTRIBUTED_COUNTED.count(self.locale, attributed),
            ];
            let kind = self.say(labels::official_kind(official.kind));
            self.line(format!("- **{}**: {offices}  \n  *{kind} · {}*", escaped(&official.name), counts.join(" · ")));
        }
    }

    /// What the reader changed, dismissed marks too.
    fn changes(&mut self) {
        let marks = marks(self.article);
        let changed: Vec<_> = marks.iter().filter(|mark| mark.mention == 0 && !mark.changes(self.article).is_empty()).collect();
        if changed.is_empty() {
            return;
        }
        self.heading(texts::COLUMN_READER);
        for mark in changed {
            let told = explain::changes(mark.changes(self.article), self.locale).to_string();
            self.line(format!(
                "- {}: {}  \n  {}",
                self.say(labels::mark(mark.kind)),
                escaped(self.article.words(mark.range)),
                escaped(&told)
            ));
        }
    }

    fn lesson(&mut self, details: &Details) {
        let Some(lesson) = details.lesson.as_deref().filter(|lesson| !lesson.is_empty()) else { return };
        self.heading(texts::COLUMN_LESSON);
        self.table([texts::COLUMN_MARK, texts::COLUMN_WORDS, texts::COLUMN_LESSON, texts::LABEL_SOURCE_TYPE]);
        for entry in lesson {
            let Some(place) = self.article.inward(entry.range()) else { continue };
            let source = entry.source_type.map_or("", |source| self.say(labels::source_type(source)));
            let cells = [
                self.say(labels::mark(entry.mark)).to_owned(),
                escaped(self.article.words(place)),
                self.say(outcome(entry.outcome)).to_owned(),
                source.to_owned(),
            ];
            self.row(&cells);
        }
    }

    /// The text with the number of each claim behind it.
    fn text(&mut self) {
        self.heading(texts::SECTION_ARTICLE);
        let text = self.article.text();
        // Claims are in the order of the text.
        let ends =
            self.article.analysis().claims.iter().enumerate().filter(|(_, c)| !is_dismissed(&c.changes)).map(|(i, c)| (c.end as usize, i));
        let mut ends = ends.peekable();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let (mut from, end) = (at, at + line.len());
            at = end;
            let mut written = String::new();
            while let Some((claim_end, index)) = ends.next_if(|&(claim_end, _)| claim_end <= end) {
                written += &escaped(&text[from.min(claim_end)..claim_end]);
                write!(written, " **\\[{}\\]**", self.locale.number(index + 1)).expect("a string takes all");
                if !text[claim_end..end].trim().is_empty() {
                    written.push(' ');
                }
                from = claim_end.max(from);
            }
            written += &escaped(&text[from..end]);
            if !written.trim().is_empty() {
                self.line(format!("{}\n", paragraph(written.trim())));
            }
        }
    }

    fn table<const N: usize>(&mut self, columns: [Wording; N]) {
        self.row(&columns.map(|column| self.say(column).to_owned()));
        self.line(format!("|{}", " --- |".repeat(N)));
    }

    fn row(&mut self, cells: &[String]) {
        self.line(format!("| {} |", cells.join(" | ")));
    }
}

/// Whatever has a meaning in Markdown, in HTML, in tables or in formulas (`$`) loses it; line breaks become spaces.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (i, word) in words.split_whitespace().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// What makes a list, a rule or a heading at the start of a line only.
fn paragraph(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if line.starts_with(['+', '-', '=']) {
        format!("\\{line}")
    } else if digits > 0 && line[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(escaped("<b>*[a](b)*</b>\n|x| $1$ &lt;"), "\\<b\\>\\*\\[a\\](b)\\*\\</b\\> \\|x\\| \\$1\\$ \\&lt;");
        assert_eq!(paragraph("1. قال"), "1\\. قال");
        assert_eq!(paragraph("- قال"), "\\- قال");
        assert_eq!(paragraph("2026 عام"), "2026 عام");
    }
}
