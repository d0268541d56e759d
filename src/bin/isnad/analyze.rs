//! `isnad analyze`: one text, or a stream of them.

use crate::arguments::{Analyze, Format};
use crate::input::{Article, Lines};
use crate::{Failure, input, progress};
use isnad::{Analysis, Annotated, OffsetUnit, report};
use serde::Serialize;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A text longer than this takes long enough to say that something happens.
const LONG_TEXT: usize = 2 << 20;

pub fn run(arguments: &Analyze) -> Result<(), Failure> {
    let path = arguments.file.clone().unwrap_or_else(|| PathBuf::from("-"));
    if arguments.jsonl { stream(&path, arguments) } else { one(&path, arguments) }
}

fn one(path: &Path, arguments: &Analyze) -> Result<(), Failure> {
    let text = input::text(path)?;
    let spinner = (text.len() > LONG_TEXT).then(|| progress::spinner("reading"));
    let unit: OffsetUnit = arguments.offsets.into();
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Json => {
            let analysis = isnad::analyze(&text, unit);
            spinner.inspect(|s| s.finish_and_clear());
            serde_json::to_writer_pretty(&mut out, &analysis).map_err(std::io::Error::from)?;
            out.write_all(b"\n")?;
        }
        Format::Text => {
            let annotated = Annotated::read(&text, unit);
            spinner.inspect(|s| s.finish_and_clear());
            out.write_all(report::terminal(&annotated, arguments.speech.locale()).as_bytes())?;
        }
    }
    Ok(())
}

/// One line of the result: the article's id, then its analysis.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a serde_json::Value,
    #[serde(flatten)]
    analysis: Analysis,
}

/// Line by line in bounded memory. A bad line is reported and left out; the rest is done.
fn stream(path: &Path, arguments: &Analyze) -> Result<(), Failure> {
    let mut reader = input::open(path)?;
    let mut lines = Lines::of(&mut *reader);
    let mut out = BufWriter::new(anstream::stdout().lock());
    let bar = progress::over(path);
    let (mut done, mut bad) = (0usize, 0usize);
    while let Some(line) = lines.next().map_err(|problem| input::Problem::Unreadable(path.to_owned(), problem))? {
        match line {
            Ok(article) => {
                write(&mut out, &article, arguments)?;
                // A reader at the other end of a pipe may wait for this answer before it sends the next text.
                out.flush()?;
                done += 1;
            }
            Err(problem) => {
                bad += 1;
                bar.suspend(|| anstream::eprintln!("isnad: line {}: {problem}", lines.number));
            }
        }
        bar.set_position(lines.bytes);
        bar.set_message(format!("{done} articles"));
    }
    bar.finish_and_clear();
    match (done, bad) {
        (0, 0) => Err(input::Problem::Empty(path.to_owned()).into()),
        (_, 0) => Ok(()),
        _ => Err(Failure::BadLines(bad)),
    }
}

fn write(out: &mut impl Write, article: &Article, arguments: &Analyze) -> Result<(), Failure> {
    let unit: OffsetUnit = arguments.offsets.into();
    match arguments.format {
        Format::Json => {
            let line = Line { id: &article.id, analysis: isnad::analyze(&article.text, unit) };
            serde_json::to_writer(&mut *out, &line).map_err(std::io::Error::from)?;
            out.write_all(b"\n")?;
        }
        Format::Text => {
            let locale = arguments.speech.locale();
            let id = article.id.as_str().map_or_else(|| article.id.to_string(), str::to_owned);
            writeln!(out, "{id}\n\n{}", report::terminal(&Annotated::read(&article.text, unit), locale))?;
        }
    }
    Ok(())
}
