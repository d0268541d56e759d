//! Spelling that a reader does not see, or reads over, costs no measure more than a hundredth (`cargo bench --bench robustness`
//! prints what it costs).

#[path = "robustness/mod.rs"]
mod robustness;

use robustness::{DISTURBANCES, agreement};

/// The most that a measure may lose.
const LOSS: f64 = 0.01;
/// Fewer cases than these say nothing: one of them alone costs more than is allowed.
const CASES: usize = 50;

#[test]
fn spelling_that_is_read_over_costs_nothing() {
    let articles = agreement::own_articles();
    let undisturbed = agreement::measure(&articles, agreement::as_it_is);
    let mut lost = Vec::new();
    for disturbance in DISTURBANCES {
        for (before, after) in undisturbed.iter().zip(robustness::measure(&articles, disturbance, 1)) {
            let loss = if before.name.contains("error") { after.value - before.value } else { before.value - after.value };
            if loss > LOSS && before.cases >= CASES {
                lost.push(format!("{}: {} falls from {:.3} to {:.3}", disturbance.name, before.name, before.value, after.value));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
