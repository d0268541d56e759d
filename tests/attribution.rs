//! Sentences and who says them: `attribution.tsv` beside this file.

use isnad::analysis::Range;
use isnad::{OffsetUnit, analyze};

/// A value as it stands in the JSON.
fn label(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("a label").as_str().unwrap_or_default().to_owned()
}

/// What the analysis says of a text's last sentence, in the order of the table's columns.
fn attribution(text: &str) -> [String; 5] {
    let analysis = analyze(text, OffsetUnit::Byte);
    let Some(claim) = analysis.claims.last() else { return ["no claim"; 5].map(str::to_owned) };
    let words = |range: Option<Range>| range.map_or(String::new(), |r| text[r.start as usize..r.end as usize].to_owned());
    let a = &claim.attribution;
    let carried = if a.carried { "yes" } else { "no" };
    [label(a.source_type), words(a.source), words(a.cue), label(a.stance), carried.to_owned()]
}

#[test]
fn sentences_are_attributed_as_the_table_says() {
    let table = include_str!("attribution.tsv");
    let cases = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let (mut count, mut wrong) = (0, Vec::new());
    for case in cases {
        let [wanted @ .., text] = &case[..] else { panic!("an empty line") };
        assert_eq!(wanted.len(), 5, "five labels and a text: {text}");
        let got = attribution(&text.replace(" ⏎ ", "\n"));
        count += 1;
        if wanted.iter().zip(&got).any(|(wanted, got)| *wanted != "-" && wanted != got) {
            wrong.push(format!("{text}\n    wanted {wanted:?}\n    got    {got:?}"));
        }
    }
    assert!(count >= 300, "{count} cases");
    assert!(wrong.is_empty(), "{} of {count} wrong\n{}", wrong.len(), wrong.join("\n"));
}
