//! CSV after RFC 4180, for spreadsheets: a row a mark, everything known of it in columns. It begins with a byte order mark,
//! without which Excel takes Arabic for another encoding. Written here because the `csv` crate would add 24 KB (gzip) to what a
//! browser loads; the tests read it with that crate.

use super::lesson::{entry_of, extras, verdict};
use super::{Details, GENERATOR, LessonEntry};
use crate::analysis::{MarkKind, Range};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::marks::{Mark, marks};
use crate::text::{OffsetConverter, OffsetUnit};
use crate::wording::{Locale, Wording, texts};

/// The columns, in their order.
#[derive(Clone, Copy)]
enum Column {
    Mark,
    Number,
    Sentence,
    Words,
    Level,
    Type,
    SourceType,
    Source,
    Cue,
    Stance,
    Certainty,
    Quote,
    Least,
    Most,
    Currency,
    Approximator,
    Kind,
    Phase,
    Donor,
    Recipient,
    Purpose,
    Period,
    Through,
    Name,
    Office,
    Reason,
    Reader,
    Lesson,
    Start,
    End,
    Title,
    Address,
    Date,
    Generator,
}

const HEADINGS: [Wording; Column::Generator as usize + 1] = [
    texts::COLUMN_MARK,
    texts::COLUMN_NUMBER,
    texts::COLUMN_SENTENCE,
    texts::COLUMN_WORDS,
    texts::LABEL_LEVEL,
    texts::LABEL_TYPE,
    texts::LABEL_SOURCE_TYPE,
    texts::COLUMN_SOURCE,
    texts::COLUMN_CUE,
    texts::COLUMN_STANCE,
    texts::COLUMN_CERTAINTY,
    texts::COLUMN_QUOTE,
    texts::COLUMN_LEAST,
    texts::COLUMN_MOST,
    texts::COLUMN_CURRENCY,
    texts::COLUMN_APPROXIMATOR,
    texts::COLUMN_KIND,
    texts::COLUMN_PHASE,
    texts::SLOT_DONOR,
    texts::SLOT_RECIPIENT,
    texts::SLOT_PURPOSE,
    texts::SLOT_PERIOD,
    texts::SLOT_INTERMEDIARY,
    texts::COLUMN_NAME,
    texts::COLUMN_OFFICE,
    texts::COLUMN_REASON,
    texts::COLUMN_READER,
    texts::COLUMN_LESSON,
    texts::COLUMN_START,
    texts::COLUMN_END,
    texts::COLUMN_TITLE,
    texts::COLUMN_ADDRESS,
    texts::COLUMN_DATE,
    texts::COLUMN_GENERATOR,
];

/// The whole table as text.
pub(super) fn write(article: &Annotated, details: &Details, locale: Locale) -> String {
    let table = Table { article, details, locale, points: OffsetConverter::new(article.text(), OffsetUnit::Char) };
    let mut out = String::from("\u{feff}");
    record(&mut out, &HEADINGS.map(|heading| heading.text(locale).to_owned()));
    for mark in marks(article) {
        record(&mut out, &table.row(&mark).0);
    }
    for (range, entry) in extras(article, details) {
        record(&mut out, &table.extra(range, entry).0);
    }
    out
}

struct Table<'a, 't> {
    article: &'a Annotated<'t>,
    details: &'a Details,
    locale: Locale,
    /// Places are told in code points: what most programs that read CSV slice by.
    points: OffsetConverter<'t>,
}

/// The cells of one row.
struct Row([String; HEADINGS.len()]);

impl Row {
    /// Words from anywhere, made harmless.
    fn text(&mut self, column: Column, words: impl AsRef<str>) {
        self.0[column as usize] = harmless(words.as_ref());
    }

    /// A number of ours, in digits every spreadsheet reads as one.
    fn number(&mut self, column: Column, number: impl ToString) {
        self.0[column as usize] = number.to_string();
    }
}

impl Table<'_, '_> {
    fn row(&self, mark: &Mark) -> Row {
        let mut row = self.place(mark.kind, mark.range);
        row.number(Column::Number, mark.index + 1);
        row.text(Column::Reason, explain::mark(self.article, mark, self.locale).to_string());
        row.text(Column::Reader, explain::changes(mark.changes(self.article), self.locale).to_string());
        match mark.kind {
            MarkKind::Claim => self.claim(&mut row, mark.index),
            MarkKind::Figure => self.figure(&mut row, mark.index),
            MarkKind::Official => self.official(&mut row, mark),
        }
        if let Some(entry) = entry_of(mark, self.article, self.details) {
            row.text(Column::Lesson, verdict(entry, self.locale));
        }
        row
    }

    fn extra(&self, range: Range, entry: &LessonEntry) -> Row {
        let mut row = self.place(entry.mark, range);
        row.text(Column::Lesson, verdict(entry, self.locale));
        row
    }

    /// What every row has.
    fn place(&self, kind: MarkKind, range: Range) -> Row {
        let mut row = Row([const { String::new() }; HEADINGS.len()]);
        row.text(Column::Mark, labels::mark(kind).text(self.locale));
        row.text(Column::Words, self.article.words(range));
        let analysis = self.article.analysis();
        let sentence = analysis.sentence_at(range.start);
        if sentence < analysis.sentences.len() {
            row.number(Column::Sentence, sentence + 1);
        }
        row.number(Column::Start, self.points.convert(range.start));
        row.number(Column::End, self.points.convert(range.end));
        let Details { title, address, date, .. } = self.details;
        for (column, detail) in [(Column::Title, title), (Column::Address, address), (Column::Date, date)] {
            row.text(column, detail.as_deref().unwrap_or_default());
        }
        row.text(Column::Generator, GENERATOR);
        row
    }

    fn claim(&self, row: &mut Row, index: usize) {
        let claim = &self.article.analysis().claims[index];
        let a = &claim.attribution;
        self.label(row, Column::Level, labels::level(claim.level));
        self.label(row, Column::Type, labels::claim_type(claim.kind));
        self.label(row, Column::SourceType, labels::source_type(a.source_type));
        self.words(row, Column::Source, a.source);
        self.words(row, Column::Cue, a.cue);
        if let Some(stance) = a.stance {
            self.label(row, Column::Stance, labels::stance(stance));
        }
        self.label(row, Column::Certainty, labels::certainty(claim.certainty));
        self.label(row, Column::Quote, labels::quote(claim.quote));
        if let Some(official) = a.official {
            row.text(Column::Name, &self.article.analysis().officials[official].name);
        }
    }

    fn figure(&self, row: &mut Row, index: usize) {
        let figure = &self.article.analysis().figures[index];
        for (column, value) in [(Column::Least, figure.min), (Column::Most, figure.max)] {
            if let Some(value) = value {
                row.number(column, value);
            }
        }
        row.text(Column::Currency, figure.currency.as_deref().unwrap_or_default());
        self.label(row, Column::Kind, labels::figure_kind(figure.kind));
        if let Some(phase) = figure.phase {
            self.label(row, Column::Phase, labels::phase(phase));
        }
        self.words(row, Column::Approximator, figure.approx);
        self.words(row, Column::Donor, figure.donor);
        self.words(row, Column::Recipient, figure.recipient);
        self.words(row, Column::Purpose, figure.purpose);
        self.words(row, Column::Period, figure.period);
        self.words(row, Column::Through, figure.intermediary);
    }

    fn official(&self, row: &mut Row, mark: &Mark) {
        let official = &self.article.analysis().officials[mark.index];
        self.label(row, Column::Kind, labels::official_kind(official.kind));
        row.text(Column::Name, &official.name);
        self.words(row, Column::Office, official.mentions[mark.mention].office);
    }

    fn label(&self, row: &mut Row, column: Column, label: Wording) {
        row.text(column, label.text(self.locale));
    }

    fn words(&self, row: &mut Row, column: Column, range: Option<Range>) {
        row.text(column, range.map_or("", |range| self.article.words(range)));
    }
}

/// What a spreadsheet takes for a formula if a cell begins with it, with the wide forms that some take for the same.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// An article could have a formula among its words, which would run on the reader's machine: an apostrophe before it makes it text.
fn harmless(words: &str) -> String {
    if words.starts_with(FORMULA) { format!("'{words}") } else { words.to_owned() }
}

/// One line. Cells with a separator, a quotation mark or a line break stand in quotation marks, which are doubled inside.
fn record(out: &mut String, cells: &[String]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_text() {
        for words in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert_eq!(harmless(words), format!("'{words}"));
        }
        for words in ["", "قال", "3 ملايين", "'=1", " =1"] {
            assert_eq!(harmless(words), words);
        }
    }

    proptest! {
        /// Whatever a cell holds, a reader of CSV finds it there.
        #[test]
        fn cells_are_read_back(rows in prop::collection::vec(prop::collection::vec("[اب,;\"\r\n =a]{0,8}", 3), 1..5)) {
            let mut out = String::new();
            rows.iter().for_each(|row| record(&mut out, row));
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes());
            let read: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            prop_assert_eq!(read, rows);
        }
    }
}
