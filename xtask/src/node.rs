//! Node and the npm packages.

use crate::process;
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

const OLDEST_NODE: u32 = 20;

/// Installs the packages of `package-lock.json` unless they are installed already.
pub fn packages() -> Result<()> {
    require_node()?;
    let wanted = fs::read(process::root().join("package-lock.json")).context("cannot read package-lock.json")?;
    // npm's own record inside node_modules is sorted otherwise; ours is a copy of the lock file that was installed from.
    let installed = process::root().join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    process::announce("npm: install packages");
    // No package we use needs its install script, so none gets to run one.
    process::run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
        .context("npm could not install the packages of package-lock.json")?;
    fs::write(installed, wanted).context("cannot write into node_modules")
}

/// `node`, to run a script of the project.
pub fn script(path: &str) -> Command {
    let mut node = process::program("node");
    node.arg(path);
    node
}

/// A command of an npm package.
pub fn tool(name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    process::program(process::root().join("node_modules/.bin").join(file))
}

/// npm itself.
pub fn npm() -> Command {
    process::program(NPM)
}

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn require_node() -> Result<()> {
    let version = process::output(process::program("node").arg("--version"));
    let major = version.as_deref().and_then(|v| v.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        Some(major) => bail!("Node {major} is too old; install Node {OLDEST_NODE} or newer (https://nodejs.org)"),
        None => bail!("Node is missing; install Node {OLDEST_NODE} or newer (https://nodejs.org), with npm"),
    }
}
