//! `cargo xtask package`: what the stores take. The same files give the same bytes: names are sorted and times are fixed.

use crate::{build, files, process};
use anyhow::{Context, Result, ensure};
use std::io::{Cursor, Write};
use std::path::Path;
use std::{fs, str};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes `dist/packages/isnad-VERSION-chromium.zip`, `…-firefox.zip` and, for Firefox's reviewers, who build it again, `…-source.zip`.
pub fn package(_: &[String]) -> Result<bool> {
    let version = version()?;
    build::build()?;
    process::announce("Packages");
    let folder = process::dist().join("packages");
    files::clear(&folder)?;
    for browser in ["chromium", "firefox"] {
        let root = process::dist().join(browser);
        let names = files::below(&root)?.iter().map(|path| name_in_zip(path)).collect::<Result<Vec<_>>>()?;
        write(&folder.join(format!("isnad-{version}-{browser}.zip")), &root, &names)?;
    }
    // Only what git tracks: whatever is needed to build, and nothing else that lies about.
    write(&folder.join(format!("isnad-{version}-source.zip")), &process::root(), &files::of_project(&[])?)?;
    Ok(true)
}

/// The version. Several tools read it from files of their own; all of these must agree.
pub fn version() -> Result<String> {
    let read = |file: &str| files::read_text(&process::root().join(file));
    let between = |text: &str, before: &str, after: &str| Some(text.split_once(before)?.1.split_once(after)?.0.to_owned());
    let told = [
        ("Cargo.toml", between(&read("Cargo.toml")?, "[workspace.package]\nversion = \"", "\"")),
        ("package.json", between(&read("package.json")?, "\"version\": \"", "\"")),
        ("package-lock.json", between(&read("package-lock.json")?, "\"version\": \"", "\"")),
        ("CHANGELOG.md", between(&read("CHANGELOG.md")?, "\n## ", "\n")),
    ];
    let version = told[0].1.clone().context("Cargo.toml has no version")?;
    for (file, other) in told {
        ensure!(other.as_ref() == Some(&version), "{file} has version {other:?}, Cargo.toml {version}");
    }
    Ok(version)
}

/// A path as zip archives spell it: with `/` on every system.
fn name_in_zip(path: &Path) -> Result<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Ok(parts.with_context(|| format!("{}: the name is not Unicode", path.display()))?.join("/"))
}

fn write(archive: &Path, root: &Path, names: &[String]) -> Result<()> {
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        files.push((name.as_str(), files::read(&root.join(name))?));
    }
    let bytes = zipped(&files)?;
    fs::write(archive, &bytes).with_context(|| format!("cannot write {}", archive.display()))?;
    println!("   {}: {} files, {} KB", archive.file_name().unwrap_or_default().display(), files.len(), bytes.len().div_ceil(1000));
    Ok(())
}

fn zipped(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The earliest that the format can express.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_one() {
        version().expect("all files have the same version");
    }

    #[test]
    fn the_same_files_give_the_same_bytes_and_come_out_as_they_went_in() {
        let files = [("a/b.txt", b"text".repeat(100)), ("c", Vec::new())];
        let bytes = zipped(&files).expect("a zip");
        assert_eq!(bytes, zipped(&files).expect("a zip"));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        for (name, content) in files {
            let mut out = Vec::new();
            std::io::copy(&mut archive.by_name(name).expect("the file"), &mut out).expect("its content");
            assert_eq!(out, content);
        }
    }
}
