//! The dependencies: where they come from, under which licences, and the notices that are shipped with them.

use crate::machine::TARGET as WASM;
use crate::{files, process};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, iter};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The file of notices in everything that is shipped.
const NOTICES: &str = "THIRD-PARTY.txt";

/// A crate that cargo has resolved.
struct Package {
    name: String,
    version: String,
    /// An SPDX expression.
    license: String,
    folder: String,
}

/// Checks that every crate has a licence that `deny.toml` allows, and that both lock files name only the registries and hold a checksum
/// of each package. Quick and offline: the rest is in `cargo xtask audit`.
pub fn check() -> Result<()> {
    let allowed = allowed_licences()?;
    let mut packages = BTreeMap::new();
    for platform in [host()?, WASM.to_owned()] {
        for package in resolved(&["--filter-platform", &platform])? {
            packages.insert(format!("{} {}", package.name, package.version), package.license);
        }
    }
    let refused: Vec<_> = packages.iter().filter(|(_, license)| !is_allowed(license, &allowed)).collect();
    ensure!(refused.is_empty(), "licences that deny.toml does not allow: {refused:?}");
    let crates = check_cargo_lock(&read("Cargo.lock")?)?;
    let npm = check_package_lock(&read("package-lock.json")?)?;
    println!(
        "   {} crates with allowed licences; {crates} crates and {npm} npm packages with checksums, from their registries",
        packages.len()
    );
    Ok(())
}

/// Writes the names, versions, licences and notices of the crates that are part of the WebAssembly modules. No npm package is shipped.
pub fn write_notices(folders: &[&str]) -> Result<()> {
    let notices = notices()?;
    for folder in folders {
        fs::write(process::dist().join(folder).join(NOTICES), &notices).with_context(|| format!("cannot write into dist/{folder}"))?;
    }
    Ok(())
}

fn notices() -> Result<String> {
    let mut text = String::from(
        "Isnad is licensed under MIT or Apache 2.0, as you prefer. Its WebAssembly modules contain these crates, and the Rust standard library\n\
         (https://www.rust-lang.org, MIT or Apache 2.0). Each stands under the licence that is named; the notices follow Isnad's own.\n\n",
    );
    let packages = resolved(&["--filter-platform", WASM, "--no-default-features", "--features", "isnad/engine,isnad/report,isnad/pages"])?;
    for package in &packages {
        writeln!(text, "{} {}: {}", package.name, package.version, package.license)?;
    }
    // Many crates share a text: it is printed once, with their names.
    let mut by_text: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for package in &packages {
        for notice in notices_in(Path::new(&package.folder))? {
            by_text.entry(notice).or_default().push(&package.name);
        }
    }
    let own = (read("LICENSE-MIT")?, vec!["Isnad"]);
    for (notice, names) in iter::once(own).chain(by_text) {
        write!(text, "\n{}\n{}\n\n{}\n", "=".repeat(80), names.join(", "), notice.trim())?;
    }
    Ok(text)
}

/// The licence texts in a crate's folder. Where there is a choice, the MIT licence is taken: it is the shortest.
fn notices_in(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|start| name.to_uppercase().starts_with(start)))
        .collect();
    names.sort();
    if names.iter().any(|name| name.to_uppercase().contains("MIT")) {
        names.retain(|name| !["APACHE", "UNLICENSE", "COPYING"].iter().any(|other| name.to_uppercase().contains(other)));
    }
    names.iter().map(|name| Ok(fs::read_to_string(folder.join(name))?.replace("\r\n", "\n"))).collect()
}

/// Everything the library and the tools depend on, sorted by name, without the members of this workspace; with `--no-default-features`
/// only what the library itself links.
fn resolved(arguments: &[&str]) -> Result<Vec<Package>> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--format-version=1", "--locked"]).args(arguments);
    let output = process::output(&mut cargo).context("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&output).context("cargo metadata is not JSON")?;
    let linked = arguments.contains(&"--no-default-features").then(|| linked(&metadata));
    let mut packages: Vec<Package> = list(&metadata["packages"])
        .filter(|package| package["source"] == CRATES_IO)
        .filter(|package| linked.as_ref().is_none_or(|linked| linked.contains(text(&package["id"]))))
        .map(|package| Package {
            name: text(&package["name"]).to_owned(),
            version: text(&package["version"]).to_owned(),
            license: text(&package["license"]).to_owned(),
            folder: text(&package["manifest_path"]).trim_end_matches("Cargo.toml").to_owned(),
        })
        .collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    ensure!(!packages.is_empty(), "cargo metadata lists no crate");
    Ok(packages)
}

/// The ids of the crates the library links: no procedural macros, no build or dev dependencies.
fn linked(metadata: &Value) -> BTreeSet<&str> {
    let is_macro = |id: &str| {
        list(&metadata["packages"]).any(|p| p["id"] == id && list(&p["targets"]).any(|t| list(&t["kind"]).any(|k| k == "proc-macro")))
    };
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let library = list(&metadata["packages"]).find(|package| package["name"] == "isnad").map_or("", |package| text(&package["id"]));
    let mut found = BTreeSet::new();
    let mut open = vec![library];
    while let Some(id) = open.pop() {
        if !found.insert(id) {
            continue;
        }
        let normal = list(&nodes[id]["deps"]).filter(|dep| list(&dep["dep_kinds"]).any(|kind| kind["kind"].is_null()));
        open.extend(normal.map(|dep| text(&dep["pkg"])).filter(|id| !is_macro(id)));
    }
    found
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn read(file: &str) -> Result<String> {
    files::read_text(&process::root().join(file))
}

fn host() -> Result<String> {
    let version = process::output(process::program("rustc").arg("-vV")).context("rustc does not print its version")?;
    Ok(version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not print its host")?.to_owned())
}

/// The list `allow` of `deny.toml`.
fn allowed_licences() -> Result<BTreeSet<String>> {
    let file = read("deny.toml")?;
    let list = file.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']')).context("deny.toml has no list `allow`")?.0;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// Whether an SPDX expression can be fulfilled with allowed licences. `/` is how older crates write OR.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let holds = any_of(&mut words, allowed);
    holds == Some(true) && words.next().is_none()
}

type Words<'a> = iter::Peekable<std::str::SplitWhitespace<'a>>;

/// `a OR b`; `None` if it is not an expression.
fn any_of(words: &mut Words, allowed: &BTreeSet<String>) -> Option<bool> {
    let mut holds = all_of(words, allowed)?;
    while words.next_if_eq(&"OR").is_some() {
        holds |= all_of(words, allowed)?;
    }
    Some(holds)
}

/// `a AND b`.
fn all_of(words: &mut Words, allowed: &BTreeSet<String>) -> Option<bool> {
    let mut holds = one(words, allowed)?;
    while words.next_if_eq(&"AND").is_some() {
        holds &= one(words, allowed)?;
    }
    Some(holds)
}

/// A licence, with or without an exception, or an expression in parentheses.
fn one(words: &mut Words, allowed: &BTreeSet<String>) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let holds = any_of(words, allowed)?;
        return words.next_if_eq(&")").map(|_| holds);
    }
    let name = match words.next_if_eq(&"WITH") {
        Some(_) => format!("{word} WITH {}", words.next()?),
        None => word.to_owned(),
    };
    Some(allowed.contains(&name))
}

/// Every crate but our own comes from crates.io and has a checksum. Returns how many there are.
fn check_cargo_lock(lock: &str) -> Result<usize> {
    let mut count = 0;
    for package in lock.split("\n[[package]]\n").skip(1) {
        let field = |name: &str| package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        let name = field("name").unwrap_or_default();
        match field("source") {
            None => ensure!(["\"isnad\"", "\"xtask\""].contains(&name), "Cargo.lock: {name} comes from a folder"),
            Some(source) => {
                ensure!(source.trim_matches('"') == CRATES_IO, "Cargo.lock: {name} comes from {source}");
                ensure!(field("checksum").is_some_and(|sum| sum.len() == 66), "Cargo.lock: {name} has no checksum");
                count += 1;
            }
        }
    }
    ensure!(count > 0, "Cargo.lock lists no crate");
    Ok(count)
}

/// Every npm package is named without a URL, so that it comes from the registry npm is set to, and has a strong checksum and a licence.
/// Returns how many there are.
fn check_package_lock(lock: &str) -> Result<usize> {
    let lock: Value = serde_json::from_str(lock).context("package-lock.json is not JSON")?;
    let Some(packages) = lock["packages"].as_object() else { bail!("package-lock.json lists no package") };
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        ensure!(package["resolved"].is_null(), "package-lock.json: {path} comes from {}", package["resolved"]);
        ensure!(text(&package["integrity"]).starts_with("sha512-"), "package-lock.json: {path} has no strong checksum");
        ensure!(package["license"].is_string(), "package-lock.json: {path} has no licence");
    }
    Ok(packages.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_allowed_if_it_can_be_fulfilled() {
        let allowed = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
        for expression in
            ["MIT", "GPL-3.0 OR MIT", "MIT/GPL-3.0", "(GPL-3.0 OR MIT) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception OR GPL-2.0"]
        {
            assert!(is_allowed(expression, &allowed), "{expression}");
        }
        for expression in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-2.0", "Apache-2.0", "MIT GPL-3.0", "(MIT", "MIT OR", "AND"]
        {
            assert!(!is_allowed(expression, &allowed), "{expression}");
        }
    }

    #[test]
    fn a_crate_from_elsewhere_or_without_a_checksum_is_refused() {
        let lock = |source: &str| format!("version = 4\n\n[[package]]\nname = \"evil\"\nversion = \"1.0.0\"\n{source}\n");
        let sum = format!("checksum = \"{}\"", "0".repeat(64));
        assert!(check_cargo_lock(&lock(&format!("source = \"{CRATES_IO}\"\n{sum}"))).is_ok());
        assert!(check_cargo_lock(&lock(&format!("source = \"{CRATES_IO}\""))).is_err());
        assert!(check_cargo_lock(&lock(&format!("source = \"git+https://example.org/evil\"\n{sum}"))).is_err());
        assert!(check_cargo_lock(&lock("")).is_err());
    }

    #[test]
    fn an_npm_package_from_elsewhere_or_without_a_checksum_is_refused() {
        let lock = |package: &str| format!("{{\"packages\": {{\"\": {{}}, \"node_modules/evil\": {package}}}}}");
        let fine = "{\"version\": \"1.0.0\", \"integrity\": \"sha512-x\", \"license\": \"MIT\"}";
        assert_eq!(check_package_lock(&lock(fine)).ok(), Some(1));
        for (from, to) in [("version", "resolved"), ("sha512", "sha1"), ("license", "price")] {
            assert!(check_package_lock(&lock(&fine.replace(from, to))).is_err(), "{to}");
        }
    }
}
