//! `cargo xtask serve`: the built page on this machine.

use crate::{build, node, process};
use anyhow::Result;

/// Serves `dist/www` until it is stopped; arguments go to the server.
pub fn serve(arguments: &[String]) -> Result<bool> {
    build::build()?;
    process::run(node::script("xtask/node/serve.mjs").arg(process::dist().join("www")).args(arguments))?;
    Ok(true)
}
