//! The command line.

use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    // Every article of a JSON-lines stream.
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let article: serde_json::Value = serde_json::from_str(&line?)?;
        let analysis = isnad::analyze(article["text"].as_str().unwrap_or_default(), isnad::OffsetUnit::Char);
        let mut value = serde_json::to_value(analysis)?;
        value["id"] = article["id"].clone();
        serde_json::to_writer(&mut out, &value)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
