//! Sentences and who says them: `attribution.tsv` beside this file.

mod table;

use isnad::{OffsetUnit, analyze};
use table::{Checked, cases, label, words};

/// What the analysis says of a text's last sentence, in the order of the table's columns.
fn attribution(text: &str) -> [String; 5] {
    let analysis = analyze(text, OffsetUnit::Byte);
    let Some(claim) = analysis.claims.last() else { return ["no claim"; 5].map(str::to_owned) };
    let a = &claim.attribution;
    let carried = if a.carried { "yes" } else { "no" };
    [label(a.source_type), words(text, a.source).to_owned(), words(text, a.cue).to_owned(), label(a.stance), carried.to_owned()]
}

#[test]
fn sentences_are_attributed_as_the_table_says() {
    let mut checked = Checked::default();
    for case in cases(include_str!("attribution.tsv")) {
        let [wanted @ .., text] = &case[..] else { unreachable!("a line has columns") };
        assert_eq!(wanted.len(), 5, "five labels and a text: {text}");
        let got = attribution(&text.replace(" ⏎ ", "\n"));
        let right = wanted.iter().zip(&got).all(|(wanted, got)| *wanted == "-" || wanted == got);
        checked.case(right, text, wanted.join(" | "), got.join(" | "));
    }
    checked.all_right(300);
}

/// The outlet that passes it on, whether several speak, and the words that withhold the name, of a text's last sentence.
fn circumstances(text: &str) -> (&str, bool, &str) {
    let analysis = analyze(text, OffsetUnit::Byte);
    let a = &analysis.claims.last().expect("a claim").attribution;
    (words(text, a.relay), a.plural, words(text, a.anonymity))
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
