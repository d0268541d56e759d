//! Single sentences and what must be said of them: `claims.tsv` beside this file.

use isnad::{Analysis, OffsetUnit, analyze};

/// A value as it stands in the JSON.
fn label(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("a label").as_str().expect("a string").to_owned()
}

/// What the analysis says of a one-sentence text, in the order of the table's columns.
fn labels(analysis: &Analysis) -> [String; 4] {
    match analysis.claims.iter().max_by_key(|claim| claim.level) {
        Some(claim) => [claim.level.to_string(), label(claim.certainty), label(claim.quote), label(claim.kind)],
        None => ["0".to_owned(), String::new(), String::new(), String::new()],
    }
}

#[test]
fn sentences_are_judged_as_the_table_says() {
    let table = include_str!("claims.tsv");
    let cases = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let (mut count, mut wrong) = (0, Vec::new());
    for case in cases {
        let [wanted @ .., text] = &case[..] else { panic!("an empty line") };
        assert_eq!(wanted.len(), 4, "four labels and a text: {text}");
        let got = labels(&analyze(text, OffsetUnit::Byte));
        count += 1;
        if wanted.iter().zip(&got).any(|(wanted, got)| *wanted != "-" && wanted != got) {
            wrong.push(format!("{text}\n    wanted {wanted:?}\n    got    {got:?}"));
        }
    }
    assert!(count >= 200, "{count} cases");
    assert!(wrong.is_empty(), "{} of {count} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Names that look like verbs or other words to one who does not know them, beside some that do not.
const COUNTRIES: [&str; 12] =
    ["فيتنام", "سيراليون", "تونس", "توغو", "اليمن", "قطر", "الهند", "فنلندا", "المغرب", "باراغواي", "كرواتيا", "تشاد"];

#[test]
fn no_country_changes_what_a_sentence_claims() {
    let templates = [
        "انتخابات {} المقبلة",
        "اتهم المتحدث حكومة {} بتزوير النتائج.",
        "قد تنسحب {} من الاتفاق.",
        "لا شك أن {} خسرت الرهان.",
        "استقبل الوزير سفير {} في مكتبه.",
        "قال المندوب إن {} «لن تقبل بأقل من ذلك».",
        "وفي {} بلغت نسبة التضخم 14 في المئة.",
        "هل تفوز {} هذه المرة؟",
    ];
    for template in templates {
        let said = |country: &str| labels(&analyze(&template.replace("{}", country), OffsetUnit::Byte));
        let first = said(COUNTRIES[0]);
        for country in COUNTRIES {
            assert_eq!(said(country), first, "{template} with {country}");
        }
    }
}
