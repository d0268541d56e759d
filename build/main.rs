//! Compiles the lexicon (`src/lexicon/*.tsv`): checks the columns, what stands in them and the notation of every phrase, and
//! writes the tables that the engine looks words up in. The texts of the interface (`src/wording.tsv`): one constant for each, so
//! that a key that is not there does not compile. And patterns: automata, which the engine has only to search.

use regex_automata::dfa::{StartKind, dense};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use tables::Tables;

mod automaton;
#[allow(dead_code)]
#[path = "../src/text/fold.rs"]
mod fold;
#[path = "../src/amounts/grouped.rs"]
mod grouped;
#[allow(dead_code)]
#[path = "../src/lexicon/inflection.rs"]
mod inflection;
#[allow(dead_code)]
#[path = "../src/text/letters.rs"]
mod letters;
#[allow(dead_code)]
#[path = "../src/text/span.rs"]
mod span;
mod tables;
mod topics;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");
    let topics = topics::read(Path::new("src/lexicon"));
    let tables = Tables::of(&topics);
    write("topics.rs", tables::constants(&topics));
    write("tables.rs", tables.module);
    write("tables.bytes", tables.bytes);

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
