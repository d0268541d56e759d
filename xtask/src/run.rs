//! `cargo xtask run`: the extension on a sample article, to look at and try.

use crate::{browsers, build, node, process};
use anyhow::Result;
use std::env;

/// The article that is shown.
const SAMPLE: &str = "www/samples/aid.txt";

/// Opens a browser with the extension on a sample article and stays until it is closed; on a machine without a
/// display, or with `--headless`, saves what it would show as pictures and prints the analysis.
pub fn run(arguments: &[String]) -> Result<bool> {
    let chromium = browsers::chromium()?;
    build::build()?;
    let headless = arguments.iter().any(|argument| argument == "--headless") || !has_display();
    process::announce("Run: the sample article in Chromium");
    let mut show = node::script("xtask/node/run.mjs");
    show.env("CHROMIUM", chromium);
    if !headless {
        process::run(&mut show)?;
        return Ok(true);
    }
    process::run(show.arg("--headless"))?;
    process::announce("Run: the analysis of the same article");
    process::run(process::cargo().args(["run", "--quiet", "--package=isnad", "--", "analyze", "--format=text", SAMPLE]))?;
    Ok(true)
}

fn has_display() -> bool {
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
