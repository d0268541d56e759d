//! Compiles the lexicon (`src/lexicon/*.tsv`): expands written-out forms, folds every phrase as text is folded, checks
//! the columns, and writes one list of rows for the engine to load. And the texts of the interface (`src/wording.tsv`):
//! one constant for each, so that a key that is not there does not compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code)]
#[path = "src/lexicon/inflection.rs"]
mod inflection;
#[allow(dead_code)]
#[path = "src/text/letters.rs"]
mod letters;

fn main() {
    let folder = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text/letters.rs");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("src/lexicon is readable")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();

    let mut topics = String::new();
    let mut phrases = 0;
    for file in &files {
        let name = file.file_stem().expect("a file name").to_str().expect("an ASCII file name");
        let rows = compile(file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
        phrases += rows.lines().map(|row| 1 + row.matches('|').count()).sum::<usize>();
        let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join(format!("{name}.rows"));
        fs::write(&out, rows).expect("OUT_DIR is writable");
        writeln!(topics, "    ({name:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}.rows\"))),").expect("a string");
    }
    let list = format!(
        "/// Every topic: its file's name and its compiled rows.\npub(super) static TOPICS: &[(&str, &str)] = &[\n{topics}];\n\
         /// How many phrases they have, about.\npub(super) const PHRASES: usize = {phrases};\n"
    );
    fs::write(PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("topics.rs"), list).expect("OUT_DIR is writable");

    let file = Path::new("src/wording.tsv");
    println!("cargo::rerun-if-changed={}", file.display());
    let constants = wording(file).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
    fs::write(PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("wording.rs"), constants).expect("OUT_DIR is writable");
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
/// `# columns: …` names. Phrases that share their fields stand in one row, separated by ` | `; one that begins with `@`
/// is a verb, `@past/present`, and stands for all its forms; one that begins with `~` is a nisba, with all its forms; one that begins with `^` is
/// a noun or adjective, with its indefinite accusative.
///
/// The result has one line for each row: its forms, separated by `|`, then its fields.
fn compile(file: &Path) -> Result<String, String> {
    let text = fs::read_to_string(file).map_err(|e| e.to_string())?;
    let columns =
        text.lines().find_map(|line| line.strip_prefix("# columns:")).ok_or("no line `# columns: …` in the header")?.split(',').count();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = String::new();
    for (number, line) in text.lines().enumerate().map(|(i, line)| (i + 1, line)) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        if fields.len() > columns {
            return Err(format!("line {number}: {} columns, the header names {columns}", fields.len()));
        }
        fields.resize(columns, "");
        let mut forms = Vec::new();
        for phrase in fields[0].split('|').map(str::trim) {
            let expanded = if let Some(verb) = phrase.strip_prefix('@') {
                inflection::verb_forms(verb).ok_or_else(|| format!("line {number}: {phrase}: a verb is @past/present"))?
            } else if let Some(nisba) = phrase.strip_prefix('~') {
                inflection::nisba_forms(nisba)
            } else if let Some(noun) = phrase.strip_prefix('^') {
                inflection::noun_forms(noun)
            } else {
                vec![phrase.to_owned()]
            };
            forms.extend(expanded.iter().map(|form| fold(form)));
        }
        let mut fresh = Vec::new();
        for form in forms {
            if form.is_empty() {
                return Err(format!("line {number}: an empty phrase"));
            }
            // A form met before in this file keeps its first row: files go from the particular to the general.
            if !seen.contains_key(&form) {
                seen.insert(form.clone(), number);
                fresh.push(form);
            }
        }
        if !fresh.is_empty() {
            writeln!(out, "{}\t{}", fresh.join("|"), fields[1..].join("\t")).expect("a string");
        }
    }
    Ok(out)
}

fn fold(phrase: &str) -> String {
    let mut folded = String::new();
    for c in phrase.chars() {
        match letters::fold_letter(c) {
            letters::Letter::One(image) => folded.push(image),
            letters::Letter::Many(images) => folded.push_str(images),
            letters::Letter::Mark | letters::Letter::Control => {}
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
