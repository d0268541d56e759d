//! Folders and the files in them.

use crate::process;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder, by their paths from there, sorted.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).expect("it is below the folder").to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The project's files as git lists them with these options, by their paths from its root, sorted.
pub fn of_project(options: &[&str]) -> Result<Vec<String>> {
    let listed = process::output(process::program("git").args(["ls-files", "-z"]).args(options));
    let listed = listed.context("git cannot list the project's files: this needs git and a clone")?;
    // A removed file stays listed until its removal is committed.
    let mut names: Vec<String> =
        listed.split('\0').filter(|name| !name.is_empty() && process::root().join(name).is_file()).map(str::to_owned).collect();
    names.sort();
    Ok(names)
}

/// A file's bytes; an error names the file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A file's text; an error names the file.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Makes sure that the folder exists and is empty.
pub fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}
