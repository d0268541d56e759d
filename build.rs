//! Compiles the lexicon (`src/lexicon/*.tsv`): checks the columns, what stands in them and the notation of every phrase, and
//! writes one list of rows for the engine to load. The texts of the interface (`src/wording.tsv`): one constant for each, so
//! that a key that is not there does not compile. And patterns: automata, which the engine has only to search.

use regex::Regex;
use regex_automata::dfa::{StartKind, dense};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fold::fold;
use inflection::{Inflected, PARADIGMS, Paradigm, inflected};

#[allow(dead_code)]
#[path = "src/text/fold.rs"]
mod fold;
#[path = "src/amounts/grouped.rs"]
mod grouped;
#[allow(dead_code)]
#[path = "src/lexicon/inflection.rs"]
mod inflection;
#[allow(dead_code)]
#[path = "src/text/letters.rs"]
mod letters;
#[path = "src/lexicon/packing.rs"]
mod packing;
#[allow(dead_code)]
#[path = "src/text/span.rs"]
mod span;

fn main() {
    let folder = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("src/lexicon is readable")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();

    let (mut topics, mut each) = (String::new(), String::new());
    let (mut compiled, mut forms) = (Vec::new(), 0);
    for file in &files {
        let name = file.file_stem().expect("a file name").to_str().expect("an ASCII file name");
        let (rows, count) = compile(file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
        forms += count;
        compiled.push((name, rows));
        let constant = name.to_uppercase();
        writeln!(each, "pub(crate) const {constant}: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.rows\"));")
            .expect("a string");
        writeln!(topics, "    ({name:?}, {constant}),").expect("a string");
    }
    let letters = packing::letters(compiled.iter().map(|(_, rows)| rows.as_str()));
    for (name, rows) in &compiled {
        let packed = packing::packed(rows, &letters);
        assert!(packing::unpacked(&packed, &letters) == *rows, "{name}.tsv holds a character that cannot be packed");
        write(&format!("{name}.rows"), packed);
    }
    let list = format!(
        "{each}/// Every topic: its file's name and its compiled rows.\npub(super) static TOPICS: &[(&str, &[u8])] = &[\n{topics}];\n\
         /// The letters that bytes from 128 on stand for.\npub(super) static LETTERS: [char; {}] = {letters:?};\n\
         /// How many forms their phrases stand for.\npub(super) const FORMS: usize = {forms};\n\
         /// What stands before and behind the stems of each paradigm, folded.\n\
         pub(super) static PARADIGMS: [&[(&str, &str)]; {}] = {:?};\n",
        letters.len(),
        PARADIGMS.len(),
        PARADIGMS.map(|affixes| Slice(affixes.iter().map(|(before, behind)| (folded(before), folded(behind))).collect()))
    );
    write("topics.rs", list);

    println!("cargo::rerun-if-changed=src/amounts/grouped.rs");
    let automaton = automaton(&grouped::PATTERNS).unwrap_or_else(|problem| panic!("grouped.rs: {problem}"));
    write("grouped.dfa", automaton);

    let file = Path::new("src/wording.tsv");
    println!("cargo::rerun-if-changed={}", file.display());
    let constants = wording(file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
    write("wording.rs", constants);
}

/// A file for the package to include.
fn write(name: &str, content: impl AsRef<[u8]>) {
    let path = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(path, content).expect("OUT_DIR is writable");
}

/// Patterns as one automaton that tells which of them, the first that can, matches from where it is started; for the
/// machine the package is compiled for.
fn automaton(patterns: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
    let config = dense::Config::new().start_kind(StartKind::Anchored).accelerate(false).minimize(true);
    let dense = dense::Builder::new().configure(config).build_many(patterns)?;
    let sparse = dense.to_sparse()?;
    let big = env::var("CARGO_CFG_TARGET_ENDIAN").is_ok_and(|endian| endian == "big");
    Ok(if big { sparse.to_bytes_big_endian() } else { sparse.to_bytes_little_endian() })
}

/// Written as a reference to a slice.
struct Slice(Vec<(String, String)>);

impl std::fmt::Debug for Slice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "&{:?}", self.0)
    }
}

/// A phrase as the text it is matched with.
fn folded(phrase: &str) -> String {
    fold(phrase).shadow
}

/// The texts of the interface: `key<TAB>Arabic<TAB>English` in, `pub const KEY: Wording` out. Both texts have the same
/// blanks (`{name}`), or one language would leave something out.
fn wording(file: &Path) -> Result<String, String> {
    let text = fs::read_to_string(file).map_err(|e| e.to_string())?;
    let mut out = String::new();
    for (number, line) in text.lines().enumerate().map(|(i, line)| (i + 1, line)) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let [key, arabic, english] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("line {number}: a row is a key, Arabic, English, with tabs between"));
        };
        if blanks(arabic) != blanks(english) {
            return Err(format!("line {number}: {key}: {:?} in Arabic, {:?} in English", blanks(arabic), blanks(english)));
        }
        // Some are for the command line alone, which the browser's build has not.
        writeln!(out, "#[cfg_attr(not(feature = \"cli\"), allow(dead_code))]").expect("a string");
        writeln!(out, "pub const {}: Wording = Wording {{ arabic: {arabic:?}, english: {english:?} }};", key.to_uppercase())
            .expect("a string");
    }
    Ok(out)
}

/// The names of a text's blanks, sorted, each once.
fn blanks(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text.split('{').skip(1).map(|rest| rest.split_once('}').map_or("", |(name, _)| name)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// One file: lines of `#` are for its reader; the others are `phrases<TAB>field<TAB>field…`, as many as the line
/// `# columns: …` names; columns named in brackets, `(as of)`, are for the file's readers and are left out. A line
/// `# check NAME: PATTERN` says what may stand in a column. Phrases that share their fields stand in one row, separated by
/// ` | `; one that stands for several forms is written as [`inflected`] says.
///
/// The result has one line for each row, its phrases, folded and separated by `|`, then its fields; and how many forms they
/// stand for. These are written out when the lexicon is loaded: here they would double what a browser loads. An inflected
/// phrase is given as the number of its paradigm (one character) and its stem; a verb as several, and behind `/` what follows it.
fn compile(file: &Path) -> Result<(String, usize), String> {
    let text = fs::read_to_string(file).map_err(|e| e.to_string())?;
    let header = text.lines().find_map(|line| line.strip_prefix("# columns:")).ok_or("no line `# columns: …` in the header")?;
    let names: Vec<&str> = header.split(',').map(str::trim).collect();
    let for_engine: Vec<bool> = names.iter().map(|name| !name.starts_with('(')).collect();
    let columns = names.len();
    let checks = checks(&text, &names)?;
    let (mut out, mut count) = (String::new(), 0);
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
        let mut compiled = Vec::new();
        for phrase in fields[0].split('|').map(str::trim) {
            let inflected = inflected(phrase).filter(|inflected| inflected.stems.iter().any(|(_, stem)| !stem.trim().is_empty()));
            let Inflected { stems, rest } =
                inflected.ok_or_else(|| format!("line {number}: {phrase:?} is no word; a verb is @past/present"))?;
            for (paradigm, stem) in stems {
                count += PARADIGMS[paradigm as usize].len();
                let rest = if rest.is_empty() { String::new() } else { format!("/{}", folded(rest)) };
                let number = if paradigm == Paradigm::Plain { String::new() } else { char::from(paradigm as u8).to_string() };
                compiled.push(number + &folded(stem) + &rest);
            }
        }
        let kept: Vec<&str> = fields.iter().zip(&for_engine).skip(1).filter(|(_, kept)| **kept).map(|(field, _)| *field).collect();
        writeln!(out, "{}\t{}", compiled.join("|"), kept.join("\t")).expect("a string");
    }
    Ok((out, count))
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
