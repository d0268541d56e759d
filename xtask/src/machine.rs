//! What the machine needs besides Rust and Node, installed where that is possible.

use crate::process;
use anyhow::{Context, Result};
use std::fs;

/// The compilation target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the Rust toolchain.
pub fn wasm_target() -> Result<()> {
    let libraries = process::output(process::program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    process::announce("rustup: add the wasm target");
    process::run(process::program("rustup").args(["target", "add", TARGET])).context(
        "the Rust target wasm32-unknown-unknown is missing; with rustup it is installed by `rustup target add wasm32-unknown-unknown`",
    )
}

/// Installs Debian packages; `false` if this is not Debian, not root, or apt fails.
pub fn apt_install(packages: &[&str]) -> bool {
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    let root = process::output(process::program("id").arg("-u")).as_deref() == Some("0");
    if !debian || !root {
        return false;
    }
    process::announce(&format!("apt: install {}", packages.join(", ")));
    let apt =
        |arguments: &[&str]| process::run(process::program("apt-get").env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").args(arguments));
    let install: Vec<&str> = ["install", "--yes", "--no-install-recommends"].iter().chain(packages).copied().collect();
    apt(&["update"]).and_then(|()| apt(&install)).is_ok()
}
