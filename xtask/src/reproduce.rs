//! `cargo xtask reproduce`: whether what is shipped depends on nothing but the sources.

use crate::{files, process};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Two folders that differ in name, length and depth.
const COPIES: [&str; 2] = ["one", "another/copy"];

/// Builds copies of the project from scratch, each in a folder of its own, and compares every shipped file, the stores' packages
/// among them.
pub fn reproduce(_: &[String]) -> Result<bool> {
    let folder = env::temp_dir().join(format!("isnad-reproduce-{}", std::process::id()));
    let mut built = Vec::new();
    for copy in COPIES {
        let root = folder.join(copy);
        copy_project(&root)?;
        process::announce(&format!("Reproduce: build in {}", root.display()));
        let mut build = process::program(env::current_exe()?);
        build.arg("package").current_dir(&root).env(process::ROOT, &root).env_remove("CARGO_TARGET_DIR");
        process::run(&mut build)?;
        built.push(shipped(&root.join("dist"))?);
    }
    fs::remove_dir_all(&folder).context("cannot remove the copies")?;
    let [one, other] = &built[..] else { unreachable!("there are two copies") };
    let names: Vec<&PathBuf> = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))).collect();
    let different: Vec<_> = names.iter().filter(|name| one.get(**name) != other.get(**name)).collect();
    for name in &different {
        println!("differs: {}", name.display());
    }
    println!("{} files, {} of them different", names.len(), different.len());
    Ok(different.is_empty())
}

/// The project's files as they are now, committed or not.
fn copy_project(to: &Path) -> Result<()> {
    for name in files::of_project(&["--cached", "--others", "--exclude-standard"])? {
        let to = to.join(&name);
        fs::create_dir_all(to.parent().expect("a file stands in a folder"))?;
        fs::copy(process::root().join(&name), &to).with_context(|| format!("cannot copy {name}"))?;
    }
    // The source package holds what git tracks, so the copy is a repository too.
    for arguments in [["init", "--quiet"], ["add", "--all"]] {
        process::run(process::program("git").args(arguments).current_dir(to))?;
    }
    Ok(())
}

/// The contents of every file below a folder, by its path from there.
fn shipped(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    files::below(folder)?.into_iter().map(|path| Ok((path.clone(), files::read(&folder.join(path))?))).collect()
}
