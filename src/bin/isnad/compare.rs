//! `isnad compare`: two articles side by side.

use crate::arguments::Compare;
use crate::{Failure, input, output};
use isnad::compare::{self, Side};
use isnad::{Annotated, OffsetUnit};

/// Runs the command.
pub fn run(arguments: &Compare) -> Result<(), Failure> {
    let (a, b) = (input::text(&arguments.a)?, input::text(&arguments.b)?);
    let side = |text| Side { article: Annotated::read(text, OffsetUnit::Utf16), title: String::new() };
    output::write(arguments.output.as_deref(), &compare::file(side(&a), side(&b), arguments.speech.locale()))
}
