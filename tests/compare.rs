//! The comparison of two articles, as a reader sees it.

use isnad::compare::{self, Side};
use isnad::{Annotated, Locale, OffsetUnit};

const A: &str = "انهيار جسر وادي الزان\nقال وزير النقل رامي الخطيب إن انهيار جسر وادي الزان أودى بحياة 14 شخصاً. وخصصت الحكومة 20 مليون دولار لإعادة بناء \
    الجسر خلال العام 2027.\nوأفاد تقرير لهيئة الطرق بأن الجسر لم يخضع لأي فحص.";
const B: &str = "حداد في المحافظة\nزعم النائب رامي الخطيب أن انهيار جسر وادي الزان أودى بحياة 14 شخصاً. وتعهدت الحكومة بمبلغ 35 مليون دولار لإعادة بناء \
    الجسر.\nوقال المهندس وائل نجم إن الطريق مغلق أمام الشاحنات.";

fn side(text: &str) -> Side<'_> {
    Side { article: Annotated::read(text, OffsetUnit::Utf16), title: String::new() }
}

/// The rows of a section, each as its text with bars between its cells.
fn rows(html: &str, section: &str) -> Vec<String> {
    let section = html.split(&format!("isnad-{section}\"")).nth(1).and_then(|rest| rest.split("</section>").next()).expect(section);
    let cells = |row: &str| {
        let row = row.replace("</th>", "|").replace("</td>", "|");
        let mut text = String::new();
        for piece in row.split('<') {
            text += piece.split_once('>').map_or(piece, |(_, text)| text);
        }
        text.trim_end_matches('|')
            .split('|')
            .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    section.split("<tr").skip(2).map(|row| cells(&format!("<tr{}", row.split("</tr>").next().expect("a row")))).collect()
}

#[test]
fn each_table_tells_what_differs() {
    let html = compare::fragment(side(A), side(B), Locale::ENGLISH);
    let claims = rows(&html, "same-claims");
    assert!(claims[0].starts_with("Claim | قال وزير النقل") && claims[0].contains("| زعم النائب"), "{claims:?}");
    assert!(claims.iter().any(|row| row == "Attributing words different | قال neutral | زعم doubting"), "{claims:?}");
    let sums = rows(&html, "same-sums");
    assert!(sums.iter().any(|row| row == "Value different | 20,000,000 USD | 35,000,000 USD"), "{sums:?}");
    assert!(sums.iter().any(|row| row.starts_with("Period different | خلال العام 2027 | not there")), "{sums:?}");
    let people = rows(&html, "people");
    assert!(
        people.iter().any(|row| row.contains("different | رامي الخطيب") && row.contains("وزير النقل") && row.contains("النائب")),
        "{people:?}"
    );
    let sources = rows(&html, "sources");
    assert!(sources[0].contains("رامي الخطيب") && !sources[0].contains("not there"), "those in both first: {sources:?}");
    assert!(sources.iter().any(|row| row.starts_with("Document | تقرير لهيئة الطرق") && row.ends_with("| not there")), "{sources:?}");
    assert_eq!(rows(&html, "ladders").len(), 7);
}

#[test]
fn an_article_does_not_differ_from_itself() {
    let html = compare::fragment(side(A), side(A), Locale::ENGLISH);
    assert!(!html.contains("is-different") && !html.contains("not there"), "{html}");
}

#[test]
fn links_say_which_article_they_lead_to() {
    let html = compare::file(side(A), side(B), Locale::ARABIC);
    for article in ["a", "b"] {
        let this = format!("data-article=\"{article}\"");
        let mut cells = html.split(&this).skip(1).filter_map(|rest| rest.split("</td>").next());
        let cell = cells.find(|cell| cell.contains("href=\"#isnad-")).expect("a link");
        let target = cell.split("href=\"#").nth(1).and_then(|rest| rest.split('"').next()).expect("a target");
        assert!(target.starts_with(&format!("isnad-{article}-")), "{target}");
        assert_eq!(html.matches(&format!("id=\"{target}\"")).count(), 1, "{target} is one place of the page");
    }
}

#[test]
fn empty_and_foreign_texts_can_be_compared() {
    for (a, b) in [("", ""), (A, ""), ("", B), ("Nothing Arabic.", A)] {
        let html = compare::fragment(side(a), side(b), Locale::ARABIC);
        assert!(html.contains("سلّم المصادر"));
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "قال وزير المالية <img src=x onerror=alert(1)> سامر الحلبي إن الموازنة بلغت 3 ملايين دولار.";
    let side = || Side { title: "<script>alert(1)</script>".to_owned(), ..side(hostile) };
    let html = compare::file(side(), side(), Locale::ARABIC);
    assert!(!html.contains("<img") && !html.contains("<script"));
}
