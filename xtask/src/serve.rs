//! `cargo xtask serve`: the page that needs no installation, served on this machine.

use crate::{build, node, process};
use anyhow::Result;

/// Builds and serves `dist/www` until it is stopped; arguments are passed on to the server.
pub fn serve(arguments: &[String]) -> Result<bool> {
    build::build()?;
    process::run(node::script("xtask/node/serve.mjs").arg(process::dist().join("www")).args(arguments))?;
    Ok(true)
}
