//! `cargo xtask size`: what is loaded, part by part, against the budgets; kept in `docs/size.md`.

mod parts;

use crate::wasm::{MODULES, Module};
use crate::{build, files, process, wasm};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use parts::Parts;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

/// Files that are loaded together, in one place of the product.
struct Load {
    what: &'static str,
    /// Below `dist`.
    folder: &'static str,
    /// What these import is counted too, but for dynamic `import()`.
    files: &'static [&'static str],
    /// Prefixes of file names that end in a content hash.
    parts: &'static [&'static str],
    /// The most it may weigh, in thousands of bytes after gzip.
    budget: Option<usize>,
}

const LOADS: &[Load] = &[
    Load {
        what: "the engine with its lexicon, to analyse a page",
        folder: "chromium",
        files: &["engine.wasm"],
        parts: &[],
        budget: Some(400),
    },
    Load {
        what: "the content script, in every page that is marked",
        folder: "chromium",
        files: &["content.js"],
        parts: &[],
        budget: Some(20),
    },
    Load { what: "the background", folder: "chromium", files: &["background.js"], parts: &[], budget: None },
    Load {
        what: "the side panel",
        folder: "chromium",
        files: &["panel.html", "panel.js", "panel.css", "report.css", "reader.css", "report.wasm"],
        parts: &[],
        budget: None,
    },
    Load {
        what: "the page that needs no installation, first visit",
        folder: "www",
        files: &["index.html", "main.js", "style.css", "manifest.webmanifest", "icon.svg", "offline.js", "engine.wasm", "report.wasm"],
        // The texts of the interface, and the sample that is shown first.
        parts: &["part-words-ar-", "part-agency-"],
        budget: Some(500),
    },
    Load {
        what: "what is fetched when something is saved or compared there first",
        folder: "www",
        files: &["pages.wasm"],
        parts: &["part-pages-"],
        budget: None,
    },
];

const HEAD: &str = "# Size

Written by `cargo xtask size`, which also fails if a budget is exceeded. In thousands of bytes; each file packed as by `gzip -9`.

There are three WebAssembly modules, so that nothing loads what it does not use: `engine` reads texts and holds the lexicon, `report`
shows what was found, `pages` writes files, comparisons and worksheets (`src/wasm/mod.rs`). The background loads `engine`, the panel
loads `report`, the page that needs no installation loads both; `pages` is loaded when it is first asked for. The engine is compiled twice:
for speed in the extension, for size (`engine-small`) in the page that comes over the network.
";

/// Builds everything, prints the report, and writes it.
pub fn size(_: &[String]) -> Result<bool> {
    build::build()?;
    let report = report()?;
    print!("{report}");
    fs::write(process::root().join("docs/size.md"), report).context("cannot write docs/size.md")?;
    within_budgets()
}

/// Whether what is in `dist` keeps to its budgets; reports on stderr where it does not.
pub fn within_budgets() -> Result<bool> {
    let mut within = true;
    for load in LOADS {
        let (_, packed) = load.bytes()?;
        if let Some(budget) = load.budget.filter(|budget| packed > budget * 1000) {
            eprintln!("{}: {} KB after gzip, over the budget of {budget} KB", load.what, thousands(packed));
            within = false;
        }
    }
    Ok(within)
}

impl Load {
    /// How many bytes, as they are and after gzip.
    fn bytes(&self) -> Result<(usize, usize)> {
        let folder = process::dist().join(self.folder);
        let mut names: Vec<String> = self.files.iter().map(|&name| name.to_owned()).collect();
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if self.parts.iter().any(|part| name.starts_with(part)) {
                names.push(name);
            }
        }
        let mut sum = (0, 0);
        let mut at = 0;
        while at < names.len() {
            let bytes = files::read(&folder.join(&names[at]))?;
            if names[at].ends_with(".js") {
                imported(&String::from_utf8_lossy(&bytes), &mut names);
            }
            sum = (sum.0 + bytes.len(), sum.1 + packed(&bytes)?);
            at += 1;
        }
        Ok(sum)
    }
}

/// Adds the files beside a bundled script that it imports at once: `from"./name"`, `import"./name"`.
fn imported(script: &str, names: &mut Vec<String>) {
    for opening in ["from\"./", "import\"./"] {
        for (at, _) in script.match_indices(opening) {
            let name = script[at + opening.len()..].split('"').next().unwrap_or_default();
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
}

fn report() -> Result<String> {
    let mut out = format!("{HEAD}\n## What is loaded\n\n| | KB | gzip | budget |\n|---|---|---|---|\n");
    for load in LOADS {
        let (raw, packed) = load.bytes()?;
        let budget = load.budget.map_or_else(String::new, |budget| budget.to_string());
        writeln!(out, "| {} | {} | {} | {budget} |", load.what, thousands(raw), thousands(packed))?;
    }
    for module in MODULES {
        of_module(&mut out, module)?;
    }
    Ok(out)
}

fn of_module(out: &mut String, module: &Module) -> Result<()> {
    let shipped = files::read(&module.file())?;
    let parts = Parts::of(&files::read(&module.named_file())?)?;
    let lexicon = if module.has_lexicon { wasm::lexicon()? } else { Vec::new() };
    let data = packed(&parts.data)?;
    let rest = shipped.len() - parts.code.len() - parts.data.len();
    writeln!(out, "\n## `{}.wasm`, part by part\n\n| | KB | gzip |\n|---|---|---|", module.name)?;
    let mut row = |what: &str, raw: usize, packed: usize| writeln!(out, "| {what} | {} | {} |", thousands(raw), thousands(packed));
    row("code", parts.code.len(), packed(&parts.code)?)?;
    if !lexicon.is_empty() {
        row("lexicon (`src/lexicon/*.tsv`)", lexicon.len(), packed(&lexicon)?)?;
    }
    let texts = if lexicon.is_empty() { "texts of the interface, styles, tables" } else { "other texts and tables" };
    row(texts, parts.data.len() - lexicon.len(), data.saturating_sub(packed(&lexicon)?))?;
    row("imports, exports and the rest", rest, packed(&shipped)?.saturating_sub(packed(&parts.code)? + data))?;
    row("**the module**", shipped.len(), packed(&shipped)?)?;
    writeln!(
        out,
        "\nIts code by origin (what is called from only one place is inlined and counted there: `analyze` holds the outermost steps\nof every stage):\n"
    )?;
    writeln!(out, "| | KB |\n|---|---|")?;
    let (large, small): (Vec<_>, Vec<_>) = parts.functions.iter().partition(|(_, length)| *length >= 2000);
    for (origin, length) in large {
        writeln!(out, "| {origin} | {} |", thousands(*length))?;
    }
    writeln!(out, "| {} others | {} |", small.len(), thousands(small.iter().map(|(_, length)| length).sum()))?;
    Ok(())
}

fn packed(bytes: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len())
}

fn thousands(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}
