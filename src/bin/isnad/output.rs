//! Where a file that is made goes.

use crate::Failure;
use std::io::Write;
use std::path::Path;

/// Writes to a file or, without one, to standard output.
pub fn write(path: Option<&Path>, content: &str) -> Result<(), Failure> {
    match path {
        Some(path) => std::fs::write(path, content)
            .map_err(|problem| std::io::Error::new(problem.kind(), format!("{}: {problem}", path.display())).into()),
        None => Ok(std::io::stdout().lock().write_all(content.as_bytes())?),
    }
}
