//! Everything that is shipped: the extension for each browser and the static page.

use crate::{dependencies, node, process, wasm};
use anyhow::Result;

/// The scripts that bundle their own folder into `dist/`.
const BUNDLERS: &[(&str, &str)] = &[("Extension: bundle", "extension/build.mjs"), ("Page: bundle", "www/build.mjs")];

/// Writes `dist/wasm`, `dist/chromium`, `dist/firefox` and `dist/www`.
pub fn build() -> Result<()> {
    wasm::build()?;
    for (what, script) in BUNDLERS {
        process::announce(what);
        process::run(&mut node::script(script))?;
    }
    dependencies::write_notices(&["chromium", "firefox", "www"])
}
