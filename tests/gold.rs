//! The engine against our own annotated articles (`gold/*.jsonl`): no measure may fall below what was reached.
//! `cargo bench --bench accuracy` prints them all.

#[path = "gold/agreement.rs"]
mod agreement;

/// What each measure has reached, less two hundredths: a sentence more or less is no regression.
const FLOORS: &[(&str, f64)] = &[
    ("no claim, F1", 0.81),
    ("key claim, Matthews correlation", 0.62),
    ("key claims ranked, average precision", 0.94),
    ("attributed, F1", 0.95),
    ("author's voice, F1", 0.92),
    ("type of source, accuracy", 0.89),
    ("unnamed or vague source, F1", 0.87),
    ("words of the source, F1", 0.89),
    ("stance of the cue, accuracy", 0.98),
    ("kind of quotation, accuracy", 0.78),
    ("amount of money, exact, F1", 0.97),
    ("value and currency, accuracy", 0.97),
    ("funding, F1", 0.91),
    ("donor, words F1", 0.63),
    ("recipient, words F1", 0.70),
    ("purpose, words F1", 0.68),
    ("period, words F1", 0.85),
    ("official's name, exact, F1", 0.89),
    ("office, words F1", 0.87),
    ("same person, pairs F1", 0.96),
];

#[test]
fn no_measure_falls() {
    let rows = agreement::measure(&agreement::own_articles(), agreement::as_it_is);
    let value = |name: &str| rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("no measure {name}")).value;
    let fallen: Vec<String> = FLOORS
        .iter()
        .filter(|(name, floor)| value(name) < *floor)
        .map(|(name, floor)| format!("{name}: {:.3} is below {floor:.2}", value(name)))
        .collect();
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
    assert!(rows.iter().filter(|row| !row.name.contains("error")).all(|row| row.cases > 0), "a measure over nothing says nothing");
}
