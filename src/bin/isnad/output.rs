//! Where what is made goes.

use crate::Failure;
use crate::arguments::Format;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes to a file or, without one, to standard output.
pub fn write(path: Option<&Path>, content: &str) -> Result<(), Failure> {
    match path {
        Some(path) => Ok(std::fs::write(path, content).map_err(|problem| at(path, problem))?),
        None => Ok(io::stdout().lock().write_all(content.as_bytes())?),
    }
}

/// A file, made anew, or standard output, to be written piece by piece.
pub fn open(path: Option<&Path>, format: Format) -> Result<Box<dyn Write>, Failure> {
    match path {
        Some(path) => Ok(into_file(File::create(path).map_err(|problem| at(path, problem))?, format)),
        None => Ok(match format {
            Format::Json => Box::new(BufWriter::new(io::stdout().lock())),
            // Colours for a terminal alone.
            Format::Text => Box::new(BufWriter::new(anstream::stdout().lock())),
        }),
    }
}

/// An open file, to be written piece by piece, without colours.
pub fn into_file(file: File, format: Format) -> Box<dyn Write> {
    match format {
        Format::Json => Box::new(BufWriter::new(file)),
        Format::Text => Box::new(BufWriter::new(anstream::StripStream::new(file))),
    }
}

/// The problem with the file that has it.
pub fn at(path: &Path, problem: io::Error) -> io::Error {
    io::Error::new(problem.kind(), format!("{}: {problem}", path.display()))
}
