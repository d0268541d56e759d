//! Who speaks in both articles, and who in one alone.

use super::pairing::matched;
use super::table::{Row, Table, place};
use super::words::content_words;
use crate::analysis::{MarkKind, SourceType};
use crate::annotated::Annotated;
use crate::labels;
use crate::report::{NamedSource, Tally};
use crate::short_form::ends_alike;
use crate::text::fold;
use crate::wording::{Locale, texts};
use maud::{Markup, html};

/// The table of named sources, those in both articles first.
pub(super) fn compare(articles: &[Annotated; 2], locale: Locale) -> Table {
    let [a, b] = articles.each_ref().map(|article| Tally::of(article).sources);
    let cell = |article: &Annotated, source: &NamedSource| -> Markup {
        let claim = article.analysis().claims[source.first].range();
        html! {
            (place(article, MarkKind::Claim, source.first, claim, html! { bdi lang="ar" { (source.name) } })) " "
            span.isnad-quiet { (texts::CLAIMS_COUNTED.count(locale, source.claims)) }
        }
    };
    let row = |(of_a, of_b): (Option<usize>, Option<usize>)| {
        let cells = [of_a.map(|i| cell(&articles[0], &a[i])), of_b.map(|i| cell(&articles[1], &b[i]))];
        let kind = of_a.map(|i| a[i].source_type).or(of_b.map(|i| b[i].source_type));
        let label = kind.map_or("", |kind| labels::source_type(kind).text(locale));
        vec![Row::new(html! { (label) }, cells)]
    };
    Table {
        class: "sources",
        heading: texts::SECTION_SOURCES,
        note: texts::SOURCES_NOTE,
        none: texts::NO_NAMED_SOURCE,
        groups: matched(&a, &b, same).into_iter().map(row).collect(),
    }
}

/// By name: people by how their names end, others if all words of one, two at least, are words of the other.
fn same(a: &NamedSource, b: &NamedSource) -> bool {
    let person = |source: SourceType| matches!(source, SourceType::Official | SourceType::Person);
    let [folded_a, folded_b] = [a.name, b.name].map(|name| fold(name).shadow);
    if folded_a == folded_b {
        return true;
    }
    if person(a.source_type) && person(b.source_type) {
        return ends_alike(&folded_a, &folded_b);
    }
    let [words_a, words_b] = [a.name, b.name].map(content_words);
    let (small, large) = if words_a.len() <= words_b.len() { (words_a, words_b) } else { (words_b, words_a) };
    (small.len() >= 2 || small.len() == large.len()) && small.len() > 0 && small.is_within(&large)
}
