//! Single sentences and what must be said of them: `claims.tsv` beside this file.

mod table;

use isnad::{Analysis, OffsetUnit, analyze};
use table::{Checked, cases, label};

/// What the analysis says of a one-sentence text, in the order of the table's columns.
fn labels(analysis: &Analysis) -> [String; 4] {
    match analysis.claims.iter().max_by_key(|claim| claim.level) {
        Some(claim) => [claim.level.to_string(), label(claim.certainty), label(claim.quote), label(claim.kind)],
        None => ["0".to_owned(), String::new(), String::new(), String::new()],
    }
}

#[test]
fn sentences_are_judged_as_the_table_says() {
    let mut checked = Checked::default();
    for case in cases(include_str!("claims.tsv")) {
        let [wanted @ .., text] = &case[..] else { unreachable!("a line has columns") };
        assert_eq!(wanted.len(), 4, "four labels and a text: {text}");
        let got = labels(&analyze(text, OffsetUnit::Byte));
        let right = wanted.iter().zip(&got).all(|(wanted, got)| *wanted == "-" || wanted == got);
        checked.case(right, text, wanted.join(" | "), got.join(" | "));
    }
    checked.all_right(200);
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
