//! What unusual spelling costs each measure: `cargo bench --bench robustness [-- ARTICLES.jsonl]`. Prints a table in Markdown, for our own
//! articles or for annotated ones in a file, one JSON object per line as in `tests/gold`.

#[path = "../../tests/robustness/mod.rs"]
mod robustness;

use robustness::{DISTURBANCES, agreement};

/// How many random disturbances each measure is the mean of.
const SEEDS: u64 = 5;

fn main() {
    // Cargo adds arguments of its own.
    let path = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let articles = match path {
        Some(path) => agreement::articles(&std::fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{path}: {problem}"))).collect(),
        None => agreement::own_articles(),
    };
    let undisturbed = agreement::measure(&articles, agreement::as_it_is);
    print!("| measure | as it is |");
    DISTURBANCES.iter().for_each(|disturbance| print!(" {} |", disturbance.name));
    println!("\n|---|--:|{}", "--:|".repeat(DISTURBANCES.len()));
    let disturbed: Vec<_> = DISTURBANCES.iter().map(|disturbance| robustness::measure(&articles, disturbance, SEEDS)).collect();
    for (at, row) in undisturbed.iter().enumerate() {
        print!("| {} | {:.3} |", row.name.trim(), row.value);
        disturbed.iter().for_each(|rows| print!(" {} |", change(rows[at].value - row.value)));
        println!();
    }
}

/// A change with its sign; 0 without one.
fn change(by: f64) -> String {
    let written = format!("{by:+.3}");
    if written[1..] == *"0.000" { "0".to_owned() } else { written.replace('-', "−") }
}
