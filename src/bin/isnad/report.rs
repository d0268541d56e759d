//! `isnad report`: one self-contained HTML file.

use crate::arguments::Report;
use crate::{Failure, input};
use isnad::{Annotated, OffsetUnit, report};
use std::io::Write;

pub fn run(arguments: &Report) -> Result<(), Failure> {
    let text = input::text(&arguments.file)?;
    let file = report::file(&Annotated::read(&text, OffsetUnit::Utf16), arguments.language.into());
    match &arguments.output {
        Some(path) => std::fs::write(path, file)
            .map_err(|problem| std::io::Error::new(problem.kind(), format!("{}: {problem}", path.display())).into()),
        None => Ok(std::io::stdout().lock().write_all(file.as_bytes())?),
    }
}
