//! Where texts come from: a file or standard input, whole or line by line.

use serde::Deserialize;
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
pub fn open(path: &Path) -> Result<Box<dyn BufRead>, Problem> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
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

/// One article of a stream.
#[derive(Deserialize)]
pub struct Article {
    /// Handed back as it came.
    #[serde(default)]
    pub id: serde_json::Value,
    pub text: String,
}

/// Reads one line of a stream: `None` at its end. What is wrong with a line is said in words; the next can still be read.
pub struct Lines<'r> {
    reader: &'r mut dyn BufRead,
    line: Vec<u8>,
    /// The number of the line last read, from 1.
    pub number: usize,
    /// Bytes read so far.
    pub bytes: u64,
}

impl<'r> Lines<'r> {
    pub fn of(reader: &'r mut dyn BufRead) -> Lines<'r> {
        Lines { reader, line: Vec::new(), number: 0, bytes: 0 }
    }

    pub fn next(&mut self) -> io::Result<Option<Result<Article, String>>> {
        loop {
            self.line.clear();
            let length = self.reader.read_until(b'\n', &mut self.line)?;
            if length == 0 {
                return Ok(None);
            }
            self.number += 1;
            self.bytes += length as u64;
            if !self.line.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(article(&self.line)));
            }
        }
    }
}

fn article(line: &[u8]) -> Result<Article, String> {
    let line = std::str::from_utf8(line).map_err(|e| format!("not UTF-8 text (at byte {} of the line)", e.valid_up_to()))?;
    serde_json::from_str(line).map_err(|e| format!("not a line {{\"id\": …, \"text\": …}}: {e}"))
}
