//! Funding or other, and the slots of funding figures: the sentences of `figures.tsv`, through the public function.

use isnad::analysis::{FigureKind, Range};
use isnad::{OffsetUnit, analyze};

const CASES: &str = include_str!("figures.tsv");

/// What the table says of one amount: kind, donor, recipient, purpose, period; `-` for none.
fn read_case(line: &str) -> (String, &str, Vec<&str>) {
    let mut columns = line.split('\t');
    let text = columns.next().expect("a text").replace('¶', "\n");
    let amount = columns.next().expect("an amount");
    (text, amount, columns.collect())
}

#[test]
fn figures_are_framed_as_the_table_says() {
    let mut wrong = Vec::new();
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, amount, expected) = read_case(line);
        let analysis = analyze(&text, OffsetUnit::Byte);
        let cut = |range: Option<Range>| range.map_or("-", |r| &text[r.start as usize..r.end as usize]);
        // The last figure of these words is meant.
        let Some(figure) = analysis.figures.iter().rev().find(|f| cut(Some(f.range())) == amount) else {
            wrong.push(format!("{text}\n  no figure {amount}"));
            continue;
        };
        let kind = if figure.kind == FigureKind::Funding { "funding" } else { "other" };
        let got = vec![kind, cut(figure.donor), cut(figure.recipient), cut(figure.purpose), cut(figure.period)];
        if got != expected {
            wrong.push(format!("{text}\n  {amount}\n  want {expected:?}\n  got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_figure_says_which_words_make_it_funding() {
    let text = "رصدت الوزارة 3 ملايين دينار للترميم، وبلغت خسائر المزارعين 9 ملايين دينار.";
    let analysis = analyze(text, OffsetUnit::Byte);
    let words: Vec<&str> =
        analysis.figures.iter().map(|f| f.reasons[0].words.map_or("", |r| &text[r.start as usize..r.end as usize])).collect();
    assert_eq!(words, ["رصدت", "خسائر"]);
}

#[test]
fn money_goes_through_an_intermediary() {
    let text = "خصصت اليابان 5 ملايين دولار للنازحين عبر برنامج الأغذية العالمي.";
    let figure = &analyze(text, OffsetUnit::Byte).figures[0];
    let through = figure.intermediary.map(|r| &text[r.start as usize..r.end as usize]);
    assert_eq!(through, Some("برنامج الأغذية العالمي"));
}
