//! What can be said on the command line.

use clap::builder::Styles;
use clap::builder::styling::AnsiColor;
use clap::{Args, Parser, Subcommand, ValueEnum};
use isnad::{Locale, OffsetUnit, export, worksheet};
use std::num::NonZeroUsize;
use std::path::PathBuf;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Marks claims, cited funding figures and named officials in Arabic news, and explains every mark.
///
/// Isnad never says true or false: it shows what is claimed, who says it, and how it is worded.
#[derive(Parser)]
#[command(name = "isnad", version, styles = STYLES, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Analyse a text, or a stream of texts
    Analyze(Analyze),
    /// Write the report with the marked article as one self-contained HTML file
    Report(Report),
    /// Write an article with its marks for a spreadsheet, a text editor or another program
    Export(Export),
    /// Write a comparison of two articles on one event as one self-contained HTML file
    Compare(Compare),
    /// Write pages to print for a class: the article with tasks, and the answers
    Worksheet(Worksheet),
}

#[derive(Args)]
pub struct Analyze {
    /// The text, UTF-8, a line a paragraph [default: standard input]
    pub file: Option<PathBuf>,
    /// Read one {"id": …, "text": …} a line, write one analysis a line, in the same order
    #[arg(long)]
    pub jsonl: bool,
    /// Where to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Go on behind the answers that an earlier run left in the output
    #[arg(long, requires = "jsonl", requires = "output", conflicts_with = "format")]
    pub resume: bool,
    /// How many articles are analysed at a time [default: one for each core]
    #[arg(short, long, requires = "jsonl", value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// What offsets count: code points, UTF-16 code units, or bytes
    #[arg(long, value_enum, default_value_t = Offsets::Char, value_name = "UNIT")]
    pub offsets: Offsets,
    /// JSON for programs, or text for a person
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    #[command(flatten)]
    pub speech: Speech,
}

#[derive(Args)]
pub struct Report {
    /// The text, UTF-8, a line a paragraph, the first its heading; `-` for standard input
    pub file: PathBuf,
    /// Where to write the report [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub origin: Origin,
    #[command(flatten)]
    pub speech: Speech,
}

#[derive(Args)]
pub struct Export {
    /// The text, UTF-8, a line a paragraph; `-` for standard input
    pub file: PathBuf,
    /// CSV for spreadsheets, JSON with everything, Markdown to read, W3C Web Annotation (JSON-LD)
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// Where to write the export [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub origin: Origin,
    /// What a reader set right: JSON, a list of {"mark", "start", "end", "words", "what", "to"}
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
    /// What offsets count in JSON and in corrections: code points, UTF-16 code units, or bytes
    #[arg(long, value_enum, default_value_t = Offsets::Char, value_name = "UNIT")]
    pub offsets: Offsets,
    #[command(flatten)]
    pub speech: Speech,
}

#[derive(Args)]
pub struct Compare {
    /// The first text, UTF-8, a line a paragraph, the first its heading
    pub a: PathBuf,
    /// The second text
    pub b: PathBuf,
    /// Where to write the comparison [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub speech: Speech,
}

#[derive(Args)]
pub struct Worksheet {
    /// The text, UTF-8, a line a paragraph, the first its heading; `-` for standard input
    pub file: PathBuf,
    /// Where to write the worksheet [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// A question of your own; may be given several times
    #[arg(long = "question", value_name = "QUESTION")]
    pub questions: Vec<String>,
    /// Ask only your own questions
    #[arg(long)]
    pub no_standard: bool,
    /// The pages for students, those with the answers, or both
    #[arg(long, value_enum, default_value_t = Pages::Both)]
    pub pages: Pages,
    #[command(flatten)]
    pub speech: Speech,
}

/// What is known of an article beside its text.
#[derive(Args)]
pub struct Origin {
    #[arg(long)]
    pub title: Option<String>,
    /// The address the article was read from
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
    /// When it was read, as 2026-11-27T05:00:00Z
    #[arg(long)]
    pub date: Option<String>,
}

impl Origin {
    /// The details an export or a report is given.
    pub fn details(&self) -> export::Details {
        export::Details { title: self.title.clone(), address: self.address.clone(), date: self.date.clone(), lesson: None }
    }
}

/// How the program speaks.
#[derive(Args)]
pub struct Speech {
    /// The language of explanations
    #[arg(long, value_enum, default_value_t = Language::Ar)]
    pub language: Language,
    /// The digits of numbers that are not the article's: 1, 2, 3 or ١، ٢، ٣
    #[arg(long, value_enum, default_value_t = Digits::Latn)]
    pub digits: Digits,
}

impl Speech {
    /// The locale of what is written.
    pub fn locale(&self) -> Locale {
        let language = match self.language {
            Language::Ar => isnad::Language::Arabic,
            Language::En => isnad::Language::English,
        };
        let digits = match self.digits {
            Digits::Latn => isnad::Digits::Western,
            Digits::Arab => isnad::Digits::ArabicIndic,
        };
        Locale { language, digits }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ExportFormat {
    Csv,
    Json,
    Markdown,
    Annotation,
}

impl From<ExportFormat> for export::Format {
    fn from(format: ExportFormat) -> export::Format {
        match format {
            ExportFormat::Csv => export::Format::Csv,
            ExportFormat::Json => export::Format::Json,
            ExportFormat::Markdown => export::Format::Markdown,
            ExportFormat::Annotation => export::Format::Annotation,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Pages {
    Blank,
    Key,
    Both,
}

impl From<Pages> for worksheet::Pages {
    fn from(pages: Pages) -> worksheet::Pages {
        match pages {
            Pages::Blank => worksheet::Pages::Blank,
            Pages::Key => worksheet::Pages::Key,
            Pages::Both => worksheet::Pages::Both,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Offsets {
    Char,
    Utf16,
    Byte,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> OffsetUnit {
        match offsets {
            Offsets::Char => OffsetUnit::Char,
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Byte => OffsetUnit::Byte,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Json,
    Text,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    Ar,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Digits {
    Latn,
    Arab,
}
