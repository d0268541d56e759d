//! The same person with the offices that either article gives.

use super::pairing::matched;
use super::table::{Row, Table, place};
use crate::analysis::{MarkKind, Official, is_dismissed};
use crate::annotated::Annotated;
use crate::short_form::{ends_alike, one_in_other};
use crate::text::fold;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// The table of officials, those in both articles first.
pub(super) fn compare(articles: &[Annotated; 2], locale: Locale) -> Table {
    let [a, b] = articles.each_ref().map(|article| {
        let officials = article.analysis().officials.iter().enumerate();
        officials.filter(|(_, official)| !is_dismissed(&official.changes)).collect::<Vec<_>>()
    });
    let offices = |official: &Official| -> Markup {
        html! {
            @for office in &official.offices { div.isnad-office { bdi lang="ar" { (office) } } }
            @if official.offices.is_empty() { span.isnad-missing { (texts::NO_OFFICE.text(locale)) } }
        }
    };
    let cell = |article: &Annotated, &(index, official): &(usize, &Official)| -> Option<Markup> {
        let mention = official.mentions.first()?;
        Some(html! {
            (place(article, MarkKind::Official, index, mention.range(), html! { bdi lang="ar" { (official.name) } }))
            (offices(official))
        })
    };
    let row = |(of_a, of_b): (Option<usize>, Option<usize>)| {
        let (of_a, of_b) = (of_a.map(|i| &a[i]), of_b.map(|i| &b[i]));
        let name = of_a.or(of_b).map_or("", |(_, official)| &official.name);
        let cells = [of_a.and_then(|o| cell(&articles[0], o)), of_b.and_then(|o| cell(&articles[1], o))];
        let differs = of_a.zip(of_b).is_some_and(|((_, a), (_, b))| other_offices(a, b));
        vec![Row { differs, ..Row::new(html! { bdi lang="ar" { (name) } }, cells) }]
    };
    Table {
        class: "people",
        heading: texts::SECTION_OFFICIALS,
        note: texts::OFFICIALS_COMPARED_NOTE,
        none: texts::NO_OFFICIALS,
        groups: matched(&a, &b, |(_, a), (_, b)| same(a, b)).into_iter().map(row).collect(),
    }
    .differences_first()
}

fn same(a: &Official, b: &Official) -> bool {
    ends_alike(&fold(&a.name).shadow, &fold(&b.name).shadow)
}

/// Both give offices, and no office of one is also one, in full or in short, of the other.
fn other_offices(a: &Official, b: &Official) -> bool {
    let [a, b] = [a, b].map(|official| official.offices.iter().map(|office| fold(office).shadow).collect::<Vec<_>>());
    !a.is_empty() && !b.is_empty() && !a.iter().any(|one| b.iter().any(|other| one_in_other(one, other)))
}
