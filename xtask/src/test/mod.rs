//! `cargo xtask test`: every check and every test, and one line that sums them up.

mod steps;
mod tally;

use crate::process;
use anyhow::Result;
use tally::Tally;

/// Runs all steps, even after one has failed, and prints `N passed, N failed` alone on the last line.
pub fn test(_: &[String]) -> Result<bool> {
    let mut total = Tally::default();
    let mut failed_steps = Vec::new();
    for step in steps::STEPS {
        process::announce(step.title);
        let tally = (step.perform)().unwrap_or_else(|problem| {
            eprintln!("{problem:#}");
            Tally::one(false)
        });
        if tally.failed > 0 {
            failed_steps.push(step.title);
        }
        total += tally;
    }
    for title in &failed_steps {
        eprintln!("failed: {title}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}
