//! The WebAssembly modules: compiled, bound to JavaScript, optimised.

use crate::machine::TARGET;
use crate::{files, machine, node, process};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

/// A module.
pub struct Module {
    pub name: &'static str,
    /// The package's feature that it is built with.
    feature: &'static str,
    /// Arguments of rustc for this package.
    compilation: &'static [&'static str],
    /// Arguments of `wasm-opt`.
    optimisation: &'static [&'static str],
    /// Whether it holds the whole lexicon.
    pub has_lexicon: bool,
}

/// The engine twice, for the extension, which the browser has on its disk, and for the page that needs no installation, which comes over
/// the network and reads one article at a time; then what shows the report of a page, and what makes files, comparisons and worksheets of it.
pub const MODULES: &[Module] = &[
    Module { name: "engine", feature: "engine", compilation: FAST, optimisation: &["-O3", OUTLINED], has_lexicon: true },
    Module { name: "engine-small", feature: "engine", compilation: SMALL, optimisation: SMALLER, has_lexicon: true },
    // These run once a click.
    Module { name: "report", feature: "report", compilation: SMALL, optimisation: SMALLER, has_lexicon: false },
    Module { name: "pages", feature: "pages", compilation: SMALL, optimisation: SMALLER, has_lexicon: false },
];

/// At level 2 with its own bound of what is inlined (225) the engine is no faster, and 11 KB larger; at level "s" it takes 6 to 10 % longer for 1 KB.
const FAST: &[&str] = &["-Copt-level=2", "-Cllvm-args=-inline-threshold=50"];
/// Twice as long as [`FAST`], for 45 KB less.
const SMALL: &[&str] = &["-Copt-level=z"];
const SMALLER: &[&str] = &["-Oz", "--converge"];

/// Functions of more bytes than this are not inlined, even if they are called from one place only. Browsers compile a function at its
/// first call, in a time that grows with its size times the number of its variables.
const OUTLINED: &str = "--one-caller-inline-max-function-size=200";

/// What the oldest supported browsers can do. `wasm-opt` refuses or rewrites instructions of features it is not told of.
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

/// Writes `dist/wasm`: of each module `NAME.js`, `NAME.d.ts` and `NAME.wasm`.
pub fn build() -> Result<()> {
    machine::wasm_target()?;
    node::packages()?;
    files::clear(&folder())?;
    MODULES.iter().try_for_each(|module| module.build())
}

/// Where the modules are written.
pub fn folder() -> PathBuf {
    process::dist().join("wasm")
}

impl Module {
    /// The module as it is shipped.
    pub fn file(&self) -> PathBuf {
        folder().join(format!("{}.wasm", self.name))
    }

    /// The same with the names of its functions.
    pub fn named_file(&self) -> PathBuf {
        compiled_folder().join(format!("{}.wasm", self.name))
    }

    fn build(&self) -> Result<()> {
        process::announce(&format!("WebAssembly: compile `{}`", self.name));
        let mut cargo = process::cargo();
        cargo.args([
            "rustc",
            "--package=isnad",
            "--lib",
            // Not in Cargo.toml: a library that is also a cdylib cannot be linked into binaries with LTO.
            "--crate-type=cdylib",
            "--profile=wasm",
            &format!("--target={TARGET}"),
            "--no-default-features",
            &format!("--config={}", without_folders()),
            &format!("--features={}", self.feature),
            "--",
        ]);
        process::run(cargo.args(self.compilation))?;
        self.bind()?;
        self.optimise()
    }

    /// Writes the JavaScript side. Its caller passes the wasm file, so that no URL is built in.
    fn bind(&self) -> Result<()> {
        Bindgen::new()
            .input_path(compiled_folder().join("isnad.wasm"))
            .out_name(self.name)
            .web(true)?
            .typescript(true)
            .omit_default_module_path(true)
            .remove_producers_section(true)
            // After a trap nothing in an instance can be relied on: it is replaced by a fresh one.
            .reset_state_function(true)
            .generate(folder())
            .context("wasm-bindgen")?;
        fs::remove_file(folder().join(format!("{}_bg.wasm.d.ts", self.name))).context("cannot tidy dist/wasm")
    }

    fn optimise(&self) -> Result<()> {
        process::announce(&format!("WebAssembly: optimise `{}`", self.name));
        let bound = folder().join(format!("{}_bg.wasm", self.name));
        let mut optimise = node::tool("wasm-opt");
        optimise.args(self.optimisation).arg("--debuginfo").args(WASM_FEATURES).arg(&bound).arg("-o").arg(self.named_file());
        process::run(&mut optimise)?;
        process::run(node::tool("wasm-opt").arg("--strip-debug").args(WASM_FEATURES).arg(self.named_file()).arg("-o").arg(self.file()))?;
        fs::remove_file(bound).context("cannot tidy dist/wasm")
    }
}

/// The tables of the lexicon as last compiled.
pub fn lexicon() -> Result<Vec<u8>> {
    let mut newest = None;
    for build in fs::read_dir(compiled_folder().join("build"))? {
        let tables = build?.path().join("out").join("tables.bytes");
        if let Ok(written) = fs::metadata(&tables).and_then(|tables| tables.modified()) {
            newest = newest.max(Some((written, tables)));
        }
    }
    let (_, tables) = newest.context("the lexicon has not been compiled")?;
    Ok(fs::read(tables)?)
}

/// Keeps this machine's paths out of the modules, so that they come out the same wherever they are built: each folder is replaced by
/// a fixed name. A setting for cargo, which adds it to those of `.cargo/config.toml`.
fn without_folders() -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let folders = [("cargo", cargo), ("isnad", Some(process::root().to_owned())), ("target", Some(target_folder()))];
    let flags = folders.into_iter().filter_map(|(name, folder)| Some(format!("'--remap-path-prefix={}={name}'", folder?.display())));
    format!("target.{TARGET}.rustflags=[{}]", flags.collect::<Vec<_>>().join(","))
}

fn target_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| process::root().join("target"), |folder| process::root().join(folder))
}

/// Where cargo puts what it compiles.
fn compiled_folder() -> PathBuf {
    target_folder().join(TARGET).join("wasm")
}
