//! `isnad analyze`: one text, or a stream of them.

use crate::arguments::{Analyze, Format};
use crate::{Failure, input, output, progress, stream};
use isnad::{Annotated, OffsetUnit, report};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A text longer than this takes long enough to say that something happens.
const LONG_TEXT: usize = 2 << 20;

/// Runs the command.
pub fn run(arguments: &Analyze) -> Result<(), Failure> {
    let path = arguments.file.clone().unwrap_or_else(|| PathBuf::from("-"));
    if arguments.jsonl { stream::run(&path, arguments) } else { one(&path, arguments) }
}

fn one(path: &Path, arguments: &Analyze) -> Result<(), Failure> {
    let text = input::text(path)?;
    let spinner = (text.len() > LONG_TEXT).then(|| progress::spinner("reading"));
    let unit: OffsetUnit = arguments.offsets.into();
    let mut out = output::open(arguments.output.as_deref(), arguments.format)?;
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
    Ok(out.flush()?)
}
