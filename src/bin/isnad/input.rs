//! Where texts come from: a file or standard input.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Why there is nothing to analyse.
#[derive(Debug)]
pub enum Problem {
    Unreadable(PathBuf, io::Error),
    /// The byte at which the text stops being UTF-8.
    NotUtf8(PathBuf, usize),
    Empty(PathBuf),
    NotCorrections(PathBuf, String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Unreadable(path, problem) => write!(f, "{}: cannot read: {problem}", name(path)),
            Problem::NotUtf8(path, at) => write!(f, "{}: not UTF-8 text (at byte {at})", name(path)),
            Problem::NotCorrections(path, problem) => write!(f, "{}: no list of corrections: {problem}", name(path)),
            Problem::Empty(path) => write!(f, "{}: no text in it", name(path)),
        }
    }
}

fn name(path: &Path) -> std::borrow::Cow<'_, str> {
    if path == Path::new("-") { "standard input".into() } else { path.to_string_lossy() }
}

/// `-` is standard input, here as in most commands.
pub fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, Problem> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::with_capacity(1 << 16, io::stdin())));
    }
    let unreadable = |problem| Problem::Unreadable(path.to_owned(), problem);
    let file = File::open(path).map_err(unreadable)?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// A whole text. A byte order mark at its start belongs to the file and not to the text.
pub fn text(path: &Path) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|problem| Problem::Unreadable(path.to_owned(), problem))?;
    let text = String::from_utf8(bytes).map_err(|e| Problem::NotUtf8(path.to_owned(), e.utf8_error().valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() { Err(Problem::Empty(path.to_owned())) } else { Ok(text) }
}
