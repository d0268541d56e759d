//! The steps of `cargo xtask test`, in order: what is quick and fails most often comes first.

use super::tally::Tally;
use crate::{browsers, build, dependencies, files, node, process, size};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

/// A step of the test command.
pub struct Step {
    pub title: &'static str,
    /// An error means that the step could not be done; it counts as a failure.
    pub perform: fn() -> Result<Tally>,
}

/// All steps.
pub const STEPS: &[Step] = &[
    Step { title: "Rust: format", perform: || check(process::cargo().args(["fmt", "--all", "--check"])) },
    Step { title: "Rust: clippy", perform: clippy },
    Step { title: "Rust: documentation", perform: documentation },
    Step { title: "Rust: tests", perform: cargo_tests },
    Step { title: "Dependencies: licences and sources", perform: || dependencies::check().map(|()| Tally::one(true)) },
    Step { title: "Build", perform: || build::build().map(|()| Tally::one(true)) },
    Step { title: "Size: budgets", perform: || size::within_budgets().map(Tally::one) },
    Step { title: "TypeScript: types", perform: || check(node::tool("tsc").args(["--noEmit", "--pretty"])) },
    Step { title: "Extension and page: unit tests", perform: unit_tests },
    Step { title: "Engine in WebAssembly: boundary tests", perform: boundary_tests },
    Step { title: "Extension: lint", perform: lint },
    Step { title: "Browsers", perform: browser_tests },
];

fn clippy() -> Result<Tally> {
    check(process::cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"]))
}

/// Its links lead somewhere.
fn documentation() -> Result<Tally> {
    let rustdoc = ("RUSTDOCFLAGS", "--deny=warnings");
    check(process::cargo().args(["doc", "--package=isnad", "--lib", "--no-deps", "--document-private-items"]).envs([rustdoc]))
}

/// Package by package: tested together they would unify features, and this program's own dependencies would be built again.
fn cargo_tests() -> Result<Tally> {
    let mut total = Tally::default();
    for package in ["isnad", "xtask"] {
        total += tests_of(package)?;
    }
    Ok(total)
}

fn tests_of(package: &str) -> Result<Tally> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--no-fail-fast", "--package", package]);
    let mut running = cargo.stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let mut output = String::new();
    for line in BufReader::new(running.stdout.take().expect("stdout is piped")).lines() {
        let line = line?;
        println!("{line}");
        output.push_str(&line);
        output.push('\n');
    }
    Ok(Tally::of_cargo(&output).with_exit(running.wait()?.success()))
}

fn unit_tests() -> Result<Tally> {
    node_tests(&["extension", "www"], ".test.ts", &[])
}

fn boundary_tests() -> Result<Tally> {
    node_tests(&["tests/boundary"], ".test.ts", &[])
}

/// Warnings count as errors: they are what a store's reviewer sees.
fn lint() -> Result<Tally> {
    check(node::tool("web-ext").args(["lint", "--source-dir=dist/firefox", "--warnings-as-errors", "--no-config-discovery"]))
}

fn browser_tests() -> Result<Tally> {
    let browsers = browsers::both()?;
    node_tests(&["tests/browser"], ".test.mjs", &browsers.environment())
}

/// Runs every test file below the folders; TypeScript is compiled as it is loaded.
fn node_tests(folders: &[&str], ending: &str, environment: &[(&str, &Path)]) -> Result<Tally> {
    let mut tests = Vec::new();
    for folder in folders {
        let folder = process::root().join(folder);
        let names = files::below(&folder)?.into_iter().filter(|name| name.to_string_lossy().ends_with(ending));
        tests.extend(names.map(|name| folder.join(name)));
    }
    let record = env::temp_dir().join(format!("isnad-tests-{}.tap", std::process::id()));
    let mut node = process::program("node");
    // One file at a time: several browsers at once slow each other down until tests time out.
    node.args(["--import=tsx", "--test", "--test-concurrency=1"]);
    node.args(["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"]);
    node.arg(format!("--test-reporter-destination={}", record.display()));
    node.args(&tests).envs(environment.iter().copied());
    let status = node.status().context("cannot start node")?;
    let tally = Tally::of_tap(&fs::read_to_string(&record).unwrap_or_default()).with_exit(status.success());
    // A record left behind in the temporary folder does no harm.
    let _ = fs::remove_file(&record);
    Ok(tally)
}

fn check(command: &mut Command) -> Result<Tally> {
    process::run(command)?;
    Ok(Tally::one(true))
}
