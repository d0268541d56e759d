//! The engine as WebAssembly: compiled, bound to JavaScript, optimised.

use crate::{machine, node, process};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

/// What the oldest browsers we ship for can do; `wasm-opt` is told, lest it refuse or undo it.
const WASM_FEATURES: &[&str] = &[
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Writes `dist/wasm/isnad.js`, `isnad.d.ts` and `isnad_bg.wasm`.
pub fn build() -> Result<()> {
    machine::wasm_target()?;
    node::packages()?;
    process::announce("Engine: compile to WebAssembly");
    process::run(process::cargo().args([
        "rustc",
        "--package=isnad",
        "--lib",
        // Not in Cargo.toml: a library that is also a cdylib cannot be linked into binaries with LTO.
        "--crate-type=cdylib",
        "--profile=wasm",
        "--target=wasm32-unknown-unknown",
        "--no-default-features",
        "--features=wasm",
    ]))?;
    let folder = process::dist().join("wasm");
    bind(&folder)?;
    optimise(&folder.join("isnad_bg.wasm"))?;
    print_size(&folder.join("isnad_bg.wasm"))
}

/// Writes the JavaScript side. Its caller names the wasm file, so that no address is built in.
fn bind(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).context("cannot clear dist/wasm")?;
    }
    Bindgen::new()
        .input_path(target_folder().join("wasm32-unknown-unknown/wasm/isnad.wasm"))
        .out_name("isnad")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen")?;
    fs::remove_file(folder.join("isnad_bg.wasm.d.ts")).context("cannot tidy dist/wasm")
}

fn optimise(wasm: &Path) -> Result<()> {
    process::announce("Engine: optimise");
    process::run(node::tool("wasm-opt").arg("-O3").args(WASM_FEATURES).arg(wasm).arg("-o").arg(wasm))
}

fn print_size(wasm: &Path) -> Result<()> {
    let bytes = fs::read(wasm)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let packed = gzip.finish()?.len();
    println!("   isnad_bg.wasm: {} KB, gzip {} KB", bytes.len().div_ceil(1000), packed.div_ceil(1000));
    Ok(())
}

fn target_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| process::root().join("target"), |folder| process::root().join(folder))
}
