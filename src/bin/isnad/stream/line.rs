//! One line of a stream, and the line that answers it.

use super::Manner;
use crate::arguments::Format;
use isnad::{Analysis, Engine, report};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, Read};

/// A longer line is reported and passed over: an analysis takes up to thirty times its text. News articles have some thousand bytes.
pub const LONGEST: usize = 8 << 20;

/// A line that is not blank.
pub struct Line {
    /// From 1; blank lines count.
    pub number: usize,
    /// Bytes of the input up to its end.
    pub end: u64,
    /// Bytes of it that are kept.
    pub length: usize,
    content: Content,
}

enum Content {
    Whole(Vec<u8>),
    TooLong,
}

/// What is written for a line, and what was wrong with it.
pub struct Answer {
    pub text: Vec<u8>,
    pub problem: Option<String>,
}

#[derive(Deserialize)]
struct Article {
    /// Handed back as it came.
    #[serde(default)]
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Analysed<'a> {
    id: &'a Value,
    #[serde(flatten)]
    analysis: Analysis,
}

/// In place of an analysis: every line has its answer, so that the fifth line of the one belongs to the fifth of the other.
#[derive(Serialize)]
struct Unread<'a> {
    id: Value,
    line: usize,
    error: &'a str,
}

impl Line {
    /// The analysis as a line of JSON or as text for a person. For a bad line there is an error record in JSON.
    pub fn answer(&self, engine: &mut Engine, manner: Manner) -> Answer {
        match self.article() {
            Ok(article) => Answer { text: analysed(&article, engine, manner), problem: None },
            Err(problem) => {
                let text = match manner.format {
                    Format::Json => json_line(&Unread { id: self.id(), line: self.number, error: &problem }),
                    Format::Text => Vec::new(),
                };
                Answer { text, problem: Some(problem) }
            }
        }
    }

    /// The id its answer has: what the line says, `null` where that cannot be read.
    pub fn id(&self) -> Value {
        #[derive(Deserialize)]
        struct Named {
            #[serde(default)]
            id: Value,
        }
        match &self.content {
            Content::Whole(line) => serde_json::from_slice::<Named>(line).map_or(Value::Null, |named| named.id),
            Content::TooLong => Value::Null,
        }
    }

    fn article(&self) -> Result<Article, String> {
        let Content::Whole(line) = &self.content else {
            return Err(format!("longer than {} MiB: passed over", LONGEST >> 20));
        };
        let line = std::str::from_utf8(line).map_err(|e| format!("not UTF-8 text (at byte {} of the line)", e.valid_up_to()))?;
        serde_json::from_str(line).map_err(|e| format!("not a line {{\"id\": …, \"text\": …}}: {e}"))
    }
}

fn analysed(article: &Article, engine: &mut Engine, manner: Manner) -> Vec<u8> {
    match manner.format {
        Format::Json => json_line(&Analysed { id: &article.id, analysis: engine.analyze(&article.text, manner.unit) }),
        Format::Text => {
            let id = article.id.as_str().map_or_else(|| article.id.to_string(), str::to_owned);
            format!("{id}\n\n{}\n", report::terminal(&engine.annotate(&article.text, manner.unit), manner.locale)).into_bytes()
        }
    }
}

fn json_line(record: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(record).expect("an analysis can be written as JSON");
    line.push(b'\n');
    line
}

/// Reads line by line, none of them longer than [`LONGEST`] in memory.
pub struct Lines<R> {
    reader: R,
    number: usize,
    bytes: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a reader, from its first.
    pub fn of(reader: R) -> Lines<R> {
        Lines { reader, number: 0, bytes: 0 }
    }

    /// The next line that is not blank; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut line = Vec::new();
            let read = (&mut self.reader).take(LONGEST as u64 + 1).read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(None);
            }
            let too_long = read > LONGEST && line.last() != Some(&b'\n');
            let rest = if too_long { self.reader.skip_until(b'\n')? } else { 0 };
            self.number += 1;
            self.bytes += (read + rest) as u64;
            // A byte order mark belongs to the file and not to its first line.
            if self.number == 1 && line.starts_with("\u{feff}".as_bytes()) {
                line.drain(.."\u{feff}".len());
            }
            let content = if too_long {
                Content::TooLong
            } else if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            } else {
                Content::Whole(line)
            };
            let length = match &content {
                Content::Whole(line) => line.len(),
                Content::TooLong => 0,
            };
            return Ok(Some(Line { number: self.number, end: self.bytes, length, content }));
        }
    }
}
