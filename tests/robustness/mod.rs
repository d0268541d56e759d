//! How much worse the engine does on texts spelt in ways that a reader does not see, or reads over.

#[path = "../gold/agreement.rs"]
pub mod agreement;
#[path = "../chance/mod.rs"]
mod chance;
mod disturbance;

use agreement::{Article, Row};
use chance::Chance;
pub use disturbance::{DISTURBANCES, Disturbance};

/// The measures of disturbed articles, each the mean over so many random seeds.
pub fn measure(articles: &[Article], disturbance: &Disturbance, seeds: u64) -> Vec<Row> {
    let runs: Vec<Vec<Row>> = (0..seeds)
        .map(|seed| {
            let mut chance = Chance::new(seed + 1);
            agreement::measure(articles, |text| {
                let disturbed = disturbance.of(text, &mut chance);
                disturbed.back(agreement::as_it_is(&disturbed.text))
            })
        })
        .collect();
    let mean = |at: usize| runs.iter().map(|rows| rows[at].value).sum::<f64>() / seeds as f64;
    runs[0].iter().enumerate().map(|(at, row)| Row { name: row.name, value: mean(at), cases: row.cases }).collect()
}
