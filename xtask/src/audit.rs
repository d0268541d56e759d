//! `cargo xtask audit`: licences, sources and known vulnerabilities of the dependencies.

use crate::{dependencies, node, process};
use anyhow::{Context, Result};

/// Checks licences, sources, checksums and bans, and known vulnerabilities where their databases can be reached. `false` if any check
/// fails; what could not be checked is reported and fails nothing.
pub fn audit(_: &[String]) -> Result<bool> {
    process::announce("Dependencies: licences and lock files");
    dependencies::check()?;
    let crates = cargo_deny()?;
    let npm = npm_audit()?;
    Ok(crates && npm)
}

fn cargo_deny() -> Result<bool> {
    process::announce("Crates: cargo deny");
    if process::output(process::cargo().args(["deny", "--version"])).is_none() {
        println!("   not checked: cargo-deny is not installed (`cargo install cargo-deny --locked`)");
        return Ok(true);
    }
    let rest =
        process::cargo().args(["deny", "check", "licenses", "bans", "sources"]).status().context("cannot start cargo deny")?.success();
    let advisories = process::cargo().args(["deny", "check", "advisories"]).output().context("cannot start cargo deny")?;
    let told = String::from_utf8_lossy(&advisories.stderr);
    print!("{told}");
    if !advisories.status.success() && told.contains("failed to fetch advisory database") {
        println!("   not checked: known vulnerabilities of crates, because the RustSec database cannot be reached");
        return Ok(rest);
    }
    Ok(rest && advisories.status.success())
}

fn npm_audit() -> Result<bool> {
    process::announce("npm packages: npm audit");
    let answer = node::npm().args(["audit", "--package-lock-only"]).output().context("cannot start npm")?;
    let (found, told) = (String::from_utf8_lossy(&answer.stdout), String::from_utf8_lossy(&answer.stderr));
    if told.contains("audit endpoint returned an error") || told.contains("ENOTFOUND") || told.contains("ECONNREFUSED") {
        println!("   not checked: known vulnerabilities of npm packages, because this registry answers no audit");
        return Ok(true);
    }
    print!("{found}{told}");
    Ok(answer.status.success())
}
