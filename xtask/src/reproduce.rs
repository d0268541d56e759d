//! `cargo xtask reproduce`: whether what is shipped depends on nothing but the sources.

use crate::process;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Two folders that differ in name, length and depth.
const COPIES: [&str; 2] = ["one", "another/copy"];

/// Builds copies of the project from nothing, each in a folder of its own, and compares all files that are shipped, the stores'
/// packages among them.
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
        built.push(files(&root.join("dist"))?);
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

/// The files that belong to the project, changed ones as they are now.
fn copy_project(to: &Path) -> Result<()> {
    let listed = process::output(process::program("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]));
    for name in listed.context("git cannot list the project's files")?.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (process::root().join(name), to.join(name));
        // One that has been removed is listed as long as that is not committed.
        if from.is_file() {
            fs::create_dir_all(to.parent().expect("a file stands in a folder"))?;
            fs::copy(&from, &to).with_context(|| format!("cannot copy {name}"))?;
        }
    }
    // The source package has the files that git keeps.
    for arguments in [["init", "--quiet"], ["add", "--all"]] {
        process::run(process::program("git").args(arguments).current_dir(to))?;
    }
    Ok(())
}

/// Everything below a folder, by its name there.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it is below the folder").to_owned();
                found.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(found)
}
