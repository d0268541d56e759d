//! Funding or other, and the slots of funding figures: the sentences of `figures.tsv`, through the public function.

mod table;

use isnad::analysis::{Figure, FigureKind};
use isnad::{OffsetUnit, analyze};
use table::{Checked, cases, words};

/// Kind, donor, recipient, purpose and period, in the order of the table's columns; `-` for none.
fn frame<'t>(text: &'t str, figure: &Figure) -> Vec<&'t str> {
    let kind = if figure.kind == FigureKind::Funding { "funding" } else { "other" };
    let slots = [figure.donor, figure.recipient, figure.purpose, figure.period];
    [kind].into_iter().chain(slots.map(|slot| slot.map_or("-", |range| words(text, Some(range))))).collect()
}

#[test]
fn figures_are_framed_as_the_table_says() {
    let mut checked = Checked::default();
    for case in cases(include_str!("figures.tsv")) {
        let [text, amount, expected @ ..] = &case[..] else { panic!("a text and an amount: {case:?}") };
        let text = text.replace('¶', "\n");
        let analysis = analyze(&text, OffsetUnit::Byte);
        // The last figure of these words is meant.
        let figure = analysis.figures.iter().rev().find(|figure| words(&text, Some(figure.range())) == *amount);
        let got = figure.map_or(vec!["no figure"], |figure| frame(&text, figure));
        checked.case(got == expected, &format!("{text}\n    {amount}"), expected.join(" | "), got.join(" | "));
    }
    checked.all_right(100);
}

#[test]
fn a_figure_says_which_words_make_it_funding() {
    let text = "رصدت الوزارة 3 ملايين دينار للترميم، وبلغت خسائر المزارعين 9 ملايين دينار.";
    let analysis = analyze(text, OffsetUnit::Byte);
    let triggers: Vec<&str> = analysis.figures.iter().map(|figure| words(text, figure.reasons[0].words)).collect();
    assert_eq!(triggers, ["رصدت", "خسائر"]);
}

#[test]
fn money_goes_through_an_intermediary() {
    let text = "خصصت اليابان 5 ملايين دولار للنازحين عبر برنامج الأغذية العالمي.";
    let figure = &analyze(text, OffsetUnit::Byte).figures[0];
    assert_eq!(words(text, figure.intermediary), "برنامج الأغذية العالمي");
}
