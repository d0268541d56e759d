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

/// The outlet that passes it on, whether several speak, and the words that withhold the name, of a text's last sentence.
fn circumstances(text: &str) -> (&str, bool, &str) {
    let analysis = analyze(text, OffsetUnit::Byte);
    let a = &analysis.claims.last().expect("a claim").attribution;
    let words = |range: Option<Range>| range.map_or("", |r| &text[r.start as usize..r.end as usize]);
    (words(a.relay), a.plural, words(a.anonymity))
}

#[test]
fn outlets_numbers_and_withheld_names_are_told() {
    for (text, wanted) in [
        ("قال مسؤول أميركي لرويترز إن المصانع توقفت عن العمل.", ("رويترز", false, "")),
        ("وقال لوكالة فرانس برس مصدر أمني إن خمسة جنود قتلوا.", ("وكالة فرانس برس", false, "")),
        ("نقلت وكالة الأنباء السورية عن مصادر عسكرية قولها إن خمسة جنود قتلوا.", ("وكالة الأنباء السورية", true, "")),
        ("وصرح مصدر رفض الكشف عن اسمه لـ«المدينة» بأن المصنع أغلق.", ("المدينة", false, "رفض الكشف عن اسمه")),
        ("وقالت مصادر طلبت عدم الكشف عن هويتها إن الشركة خسرت 40 مليون دولار.", ("", true, "طلبت عدم الكشف عن هويتها")),
        ("وقال مصدر أمني اشترط عدم ذكر اسمه إن خمسة جنود قتلوا.", ("", false, "اشترط عدم ذكر اسمه")),
        ("وقال أحد الشهود إن خمسة جنود قتلوا.", ("", false, "")),
        ("وأكد عدد من العمال أن المصنع أغلق.", ("", true, "")),
        ("أكد عمال أن خمسة قتلوا. وأضافوا أن المصنع أغلق أبوابه.", ("", true, "")),
        ("قال وزير الطاقة سامر الحلبي إن المصانع توقفت عن العمل.", ("", false, "")),
    ] {
        assert_eq!(circumstances(text), wanted, "{text}");
    }
}
