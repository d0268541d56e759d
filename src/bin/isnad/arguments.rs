//! What can be said on the command line.

use clap::builder::Styles;
use clap::builder::styling::AnsiColor;
use clap::{Args, Parser, Subcommand, ValueEnum};
use isnad::{Locale, OffsetUnit};
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
}

#[derive(Args)]
pub struct Analyze {
    /// The text, UTF-8, a line a paragraph [default: standard input]
    pub file: Option<PathBuf>,
    /// Read one {"id": …, "text": …} a line, write one analysis a line, in the same order
    #[arg(long)]
    pub jsonl: bool,
    /// What offsets count: code points, UTF-16 code units, or bytes
    #[arg(long, value_enum, default_value_t = Offsets::Char, value_name = "UNIT")]
    pub offsets: Offsets,
    /// JSON for programs, or text for a person
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// The language of explanations in text
    #[arg(long, value_enum, default_value_t = Language::Ar)]
    pub language: Language,
}

#[derive(Args)]
pub struct Report {
    /// The text, UTF-8, a line a paragraph, the first its heading; `-` for standard input
    pub file: PathBuf,
    /// Where to write the report [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Ar)]
    pub language: Language,
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

impl From<Language> for Locale {
    fn from(language: Language) -> Locale {
        match language {
            Language::Ar => Locale::ARABIC,
            Language::En => Locale::ENGLISH,
        }
    }
}
