//! `isnad worksheet`: pages to print for a class.

use crate::arguments::Worksheet;
use crate::{Failure, input, output};
use isnad::worksheet::{self, Options};
use isnad::{Annotated, OffsetUnit};

/// Runs the command.
pub fn run(arguments: &Worksheet) -> Result<(), Failure> {
    let text = input::text(&arguments.file)?;
    let options = Options {
        title: None,
        questions: Some(arguments.questions.clone()),
        standard: Some(!arguments.no_standard),
        pages: Some(arguments.pages.into()),
    };
    let file = worksheet::file(&Annotated::read(&text, OffsetUnit::Utf16), &options, arguments.speech.locale());
    output::write(arguments.output.as_deref(), &file)
}
