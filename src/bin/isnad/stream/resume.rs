//! Going on where an earlier run stopped. Every line that is not blank has one line of answer, so the number of whole lines
//! in the output says how many lines of the input are done.

use super::line::Lines;
use crate::{Failure, input, output};
use serde::Deserialize;
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

/// What an earlier run has answered.
#[derive(Default)]
pub struct Done {
    pub lines: usize,
    /// The id in the last whole line of the output.
    last: Value,
}

/// Why the stream cannot be read on.
pub enum Problem {
    Unreadable(io::Error),
    /// The last answer in the output is not that of this line of the input.
    OtherInput {
        lines: usize,
    },
}

impl From<io::Error> for Problem {
    fn from(problem: io::Error) -> Problem {
        Problem::Unreadable(problem)
    }
}

impl Problem {
    /// The failure of the command that this is.
    pub fn failure(self, input: &Path, output: Option<&Path>) -> Failure {
        match self {
            Problem::Unreadable(problem) => input::Problem::Unreadable(input.to_owned(), problem).into(),
            Problem::OtherInput { lines } => Failure::OtherInput { output: output.unwrap_or(Path::new("-")).to_owned(), lines },
        }
    }
}

/// Opens the output. Answers that are there are never lost: without `resume`, a file that has any is refused; with it,
/// only a last line that is half written is cut off.
pub fn open(path: &Path, resume: bool) -> Result<(File, Done), Failure> {
    let at = |problem| Failure::from(output::at(path, problem));
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(at)?;
    if !resume {
        let empty = file.metadata().map_err(at)?.len() == 0;
        return if empty { Ok((file, Done::default())) } else { Err(Failure::WouldOverwrite(path.to_owned())) };
    }
    let (done, whole) = whole_lines(&file).map_err(at)?;
    file.set_len(whole).map_err(at)?;
    file.seek(SeekFrom::Start(whole)).map_err(at)?;
    Ok((file, done))
}

/// The whole lines of the output, and how many bytes they take.
fn whole_lines(file: &File) -> io::Result<(Done, u64)> {
    #[derive(Deserialize)]
    struct Answer {
        id: Value,
    }
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let (mut lines, mut read, mut start, mut end) = (0, 0u64, 0, 0);
    loop {
        let buffer = reader.fill_buf()?;
        let length = buffer.len();
        if length == 0 {
            break;
        }
        for newline in (0..length).filter(|&at| buffer[at] == b'\n') {
            (lines, start, end) = (lines + 1, end, read + newline as u64 + 1);
        }
        read += length as u64;
        reader.consume(length);
    }
    let mut last = Vec::new();
    reader.seek(SeekFrom::Start(start))?;
    reader.read_until(b'\n', &mut last)?;
    let last = serde_json::from_slice::<Answer>(&last).map_or(Value::Null, |answer| answer.id);
    Ok((Done { lines, last }, end))
}

impl Done {
    /// Reads past the lines that are done, and sees that the last of them has the id that was answered last.
    pub fn skip_in(self, lines: &mut Lines<impl BufRead>) -> Result<(), Problem> {
        let mut last = None;
        for _ in 0..self.lines {
            last = lines.next()?;
            if last.is_none() {
                return Err(Problem::OtherInput { lines: self.lines });
            }
        }
        match last {
            Some(line) if line.id() != self.last => Err(Problem::OtherInput { lines: self.lines }),
            _ => Ok(()),
        }
    }
}
