//! The source ladders side by side.

use super::table::{Row, Table};
use crate::annotated::Annotated;
use crate::labels;
use crate::report::{LADDER, Tally, bar, part_of_whole, share};
use crate::wording::{Locale, texts};
use maud::html;

/// The table of both ladders; always seven rungs.
pub(super) fn compare(articles: &[Annotated; 2], locale: Locale) -> Table {
    let tallies = articles.each_ref().map(Tally::of);
    let rung = |source| {
        let cells = tallies.each_ref().map(|tally| {
            let (part, whole) = (tally.rung(source), tally.claims);
            Some(html! {
                (bar(source, part, whole, locale))
                span.isnad-rung-share { (share(part, whole, locale)) } " "
                span.isnad-rung-count { (part_of_whole(part, whole, locale)) }
            })
        });
        vec![Row::new(html! { (labels::source_type(source).text(locale)) }, cells)]
    };
    Table {
        class: "ladders",
        heading: texts::SECTION_LADDER,
        note: texts::LADDER_NOTE,
        none: texts::NO_CLAIMS,
        groups: if tallies.iter().all(|tally| tally.claims == 0) { Vec::new() } else { LADDER.into_iter().map(rung).collect() },
    }
}
