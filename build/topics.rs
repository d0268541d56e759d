//! The files of the lexicon, read and checked.

use crate::fold::fold;
use crate::inflection::forms;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the lexicon.
pub struct Topic {
    pub name: String,
    pub rows: Vec<Row>,
    /// How many phrases of a row the engine reads.
    pub phrases_kept: usize,
    /// Whether its phrases are found in texts, and its words are words of the lexicon.
    pub found: bool,
}

pub struct Row {
    /// All forms, folded as text is; none that a row before has.
    pub phrases: Vec<String>,
    pub fields: Vec<String>,
}

/// All files of a folder, by name.
pub fn read(folder: &Path) -> Vec<Topic> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("src/lexicon is readable")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    files.iter().map(|file| topic(file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()))).collect()
}

/// One file: lines of `#` are for its reader; the others are `phrases<TAB>field<TAB>field…`, as many as the line
/// `# columns: …` names; columns named in brackets, `(as of)`, are for the file's readers and are left out. A line
/// `# check NAME: PATTERN` says what may stand in a column; `# phrases: all` or `# phrases: first`, which of them the engine
/// reads in each row; `# phrases: only read`, that it reads all and finds none: such words stay unknown words of a text.
/// Phrases that share their fields stand in one row, separated by ` | `; one that stands for several forms is written as
/// [`forms`] says.
fn topic(file: &Path) -> Result<Topic, String> {
    let name = file.file_stem().and_then(|name| name.to_str()).ok_or("no name in ASCII")?.to_owned();
    let text = fs::read_to_string(file).map_err(|e| e.to_string())?;
    let header = text.lines().find_map(|line| line.strip_prefix("# columns:")).ok_or("no line `# columns: …` in the header")?;
    let names: Vec<&str> = header.split(',').map(str::trim).collect();
    let for_engine: Vec<bool> = names.iter().map(|name| !name.starts_with('(')).collect();
    let columns = names.len();
    let checks = checks(&text, &names)?;
    let (phrases_kept, found) = match text.lines().find_map(|line| line.strip_prefix("# phrases: ")) {
        None => (0, true),
        Some("first") => (1, true),
        Some("all") => (usize::MAX, true),
        Some("only read") => (usize::MAX, false),
        Some(other) => return Err(format!("`# phrases: {other}` is none of `all`, `first` and `only read`")),
    };
    let mut met = BTreeSet::new();
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().map(|(i, line)| (i + 1, line)) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        if fields.len() > columns {
            return Err(format!("line {number}: {} columns, the header names {columns}", fields.len()));
        }
        fields.resize(columns, "");
        if let Some((at, pattern)) = checks.iter().find(|(at, pattern)| !pattern.is_match(fields[*at])) {
            return Err(format!("line {number}: the column `{}` has {:?}, which is not {pattern}", names[*at], fields[*at]));
        }
        let mut phrases = Vec::new();
        for phrase in fields[0].split('|').map(str::trim) {
            let forms = forms(phrase).ok_or_else(|| format!("line {number}: {phrase:?} is no word; a verb is @past/present"))?;
            // A form met before in a topic keeps its first row: files go from the particular to the general.
            phrases.extend(forms.iter().map(|form| fold(form).shadow).filter(|form| met.insert(form.clone())));
        }
        if !phrases.is_empty() {
            let kept = fields.iter().zip(&for_engine).skip(1).filter(|(_, kept)| **kept);
            rows.push(Row { phrases, fields: kept.map(|(field, _)| (*field).to_owned()).collect() });
        }
    }
    Ok(Topic { name, rows, phrases_kept, found })
}

/// The header's lines `# check NAME: PATTERN`: a column's place, and what the whole of its field has to match.
fn checks(text: &str, columns: &[&str]) -> Result<Vec<(usize, Regex)>, String> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("# check "));
    let check = |line: &str| {
        let (name, pattern) = line.split_once(": ").ok_or_else(|| format!("`# check {line}` has no pattern"))?;
        let at = columns.iter().position(|column| *column == name).ok_or_else(|| format!("`# check {line}`: no column {name:?}"))?;
        Ok((at, Regex::new(&format!("^(?:{pattern})$")).map_err(|e| e.to_string())?))
    };
    lines.map(check).collect()
}
