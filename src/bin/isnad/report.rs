//! `isnad report`: one self-contained HTML file.

use crate::arguments::Report;
use crate::{Failure, input, output};
use isnad::{Annotated, OffsetUnit, report};

/// Runs the command.
pub fn run(arguments: &Report) -> Result<(), Failure> {
    let text = input::text(&arguments.file)?;
    let article = Annotated::read(&text, OffsetUnit::Utf16);
    let file = report::file(&article, &arguments.origin.details(), arguments.speech.locale());
    output::write(arguments.output.as_deref(), &file)
}
