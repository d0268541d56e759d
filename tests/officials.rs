//! Officials in sentences of our own: `officials.tsv`, through the public interface.

use isnad::analysis::Analysis;
use isnad::{OffsetUnit, analyze};

const CASES: &str = include_str!("officials.tsv");

/// `kind name @ office, name @ - ; …`, as the table writes it.
fn told(text: &str, analysis: &Analysis) -> String {
    let people = analysis.officials.iter().map(|official| {
        let mentions = official.mentions.iter().map(|mention| {
            let office = mention.office.map_or("-", |office| &text[office.start as usize..office.end as usize]);
            format!("{} @ {office}", &text[mention.range.start as usize..mention.range.end as usize])
        });
        format!("{} {}", format!("{:?}", official.kind).to_lowercase(), mentions.collect::<Vec<_>>().join(", "))
    });
    people.collect::<Vec<_>>().join(" ; ")
}

fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split_once('\t').unwrap_or((line, "")))
}

#[test]
fn every_case_of_the_table() {
    let wrong: Vec<String> = cases()
        .filter_map(|(text, expected)| {
            let found = told(text, &analyze(text, OffsetUnit::Byte));
            (found != expected.trim()).then(|| format!("{text}\n  expected: {expected}\n  found:    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases().count(), wrong.join("\n"));
}
