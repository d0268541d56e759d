//! `cargo xtask run`: the whole thing, to be looked at.

use crate::{browsers, build, node, process};
use anyhow::Result;

/// Opens a browser with the extension on a sample article and stays until it is closed; on a machine without a
/// display, saves a screenshot and prints the analysis.
pub fn run(arguments: &[String]) -> Result<bool> {
    let chromium = browsers::chromium()?;
    build::build()?;
    process::announce("Run: the sample article in Chromium");
    process::run(node::script("xtask/node/run.mjs").env("CHROMIUM", chromium).args(arguments))?;
    Ok(true)
}
