//! `cargo xtask package`: what the stores take. The same files give the same bytes: names are sorted and times are fixed.

use crate::{build, process};
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
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot clear dist/packages")?;
    }
    fs::create_dir_all(&folder).context("cannot make dist/packages")?;
    for browser in ["chromium", "firefox"] {
        let root = process::dist().join(browser);
        let names = files_below(&root, "")?;
        write(&folder.join(format!("isnad-{version}-{browser}.zip")), &root, &names)?;
    }
    write(&folder.join(format!("isnad-{version}-source.zip")), &process::root(), &source_files()?)?;
    Ok(true)
}

/// The version, which stands in several files for the tools that read them and is one.
pub fn version() -> Result<String> {
    let read = |file: &str| fs::read_to_string(process::root().join(file)).with_context(|| format!("cannot read {file}"));
    let between = |text: &str, before: &str, after: &str| Some(text.split_once(before)?.1.split_once(after)?.0.to_owned());
    let told = [
        ("Cargo.toml", between(&read("Cargo.toml")?, "[workspace.package]\nversion = \"", "\"")),
        ("package.json", between(&read("package.json")?, "\"version\": \"", "\"")),
        ("package-lock.json", between(&read("package-lock.json")?, "\"version\": \"", "\"")),
        ("CHANGELOG.md", between(&read("CHANGELOG.md")?, "\n## ", "\n")),
    ];
    let version = told[0].1.clone().context("Cargo.toml tells no version")?;
    for (file, other) in told {
        ensure!(other.as_ref() == Some(&version), "{file} tells version {other:?}, Cargo.toml {version}");
    }
    Ok(version)
}

/// What git keeps of the project: whatever is needed to build it, and nothing else that lies about.
fn source_files() -> Result<Vec<String>> {
    let names = process::output(process::program("git").args(["ls-files", "-z"])).context("the source package needs git and a clone")?;
    let mut names: Vec<String> = names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    names.retain(|name| process::root().join(name).is_file());
    names.sort();
    Ok(names)
}

/// The files in a folder and those in it, with `/` between, sorted.
fn files_below(root: &Path, folder: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(folder)).with_context(|| format!("cannot read {}", root.join(folder).display()))? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file's name is not Unicode")?;
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if entry.file_type()?.is_dir() {
            names.extend(files_below(root, &path)?);
        } else {
            names.push(path);
        }
    }
    names.sort();
    Ok(names)
}

fn write(archive: &Path, root: &Path, names: &[String]) -> Result<()> {
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        files.push((name.as_str(), fs::read(root.join(name)).with_context(|| format!("cannot read {name}"))?));
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
        // The earliest that the format can tell.
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
        version().expect("all files tell the same version");
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
