//! Tables of cases: a case a line, its columns between tabs. Empty lines and lines of `#` are for the reader.

use isnad::analysis::Range;
use std::fmt::Display;

/// The columns of each case.
pub fn cases(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// The words at a range in bytes; empty for none.
#[allow(dead_code)]
pub fn words(text: &str, range: Option<Range>) -> &str {
    range.map_or("", |range| &text[range.start as usize..range.end as usize])
}

/// A label by its name in JSON; empty for none.
#[allow(dead_code)]
pub fn label(label: impl serde::Serialize) -> String {
    serde_json::to_value(label).expect("a label").as_str().unwrap_or_default().to_owned()
}

/// The cases that are not as the table has them: all are reported together, since one change to the engine touches many.
#[derive(Default)]
pub struct Checked {
    count: usize,
    wrong: Vec<String>,
}

impl Checked {
    /// Notes a case. `wanted` and `got` are shown if it is not right.
    pub fn case(&mut self, right: bool, text: &str, wanted: impl Display, got: impl Display) {
        self.count += 1;
        if !right {
            self.wrong.push(format!("{text}\n    wanted {wanted}\n    got    {got}"));
        }
    }

    /// Fails if a case was wrong, or if there were fewer cases than `least`: a table that is not read proves nothing.
    #[track_caller]
    pub fn all_right(self, least: usize) {
        assert!(self.count >= least, "{} cases", self.count);
        assert!(self.wrong.is_empty(), "{} of {} wrong:\n{}", self.wrong.len(), self.count, self.wrong.join("\n"));
    }
}
