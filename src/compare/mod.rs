//! Two articles on one event side by side: who speaks in which, the same sums, people and claims told differently. What belongs
//! together is found by words they share, as each table says; nothing is scored.

mod claims;
mod figures;
mod ladder;
mod officials;
mod pairing;
mod sources;
mod table;
mod words;

use crate::annotated::Annotated;
use crate::report::marked::{self, References};
use crate::report::{self, STYLE};
use crate::wording::{Locale, texts};
use maud::{Markup, html};
use table::Table;

/// One of two articles.
pub struct Side<'t> {
    /// What is compared.
    pub article: Annotated<'t>,
    /// Empty if it is to be named by its first words.
    pub title: String,
}

/// The comparison as one HTML element, without its style (which is that of the report), to be put into a page. Links are
/// those of the report; what holds them says which article they lead to, by `data-article` (`a`, `b`).
pub fn fragment(a: Side, b: Side, locale: Locale) -> String {
    Pair::of(a, b).tables(locale).into_string()
}

/// The comparison with both marked articles as a self-contained file: it loads nothing and runs nothing.
pub fn file(a: Side, b: Side, locale: Locale) -> String {
    let pair = Pair::of(a, b);
    let articles = pair.articles.each_ref().map(|article| marked::article(article, References::Plain, locale));
    let content = html! {
        main.isnad-compared {
            (pair.tables(locale))
            div.isnad-both { @for article in articles { (article) } }
        }
    };
    report::page(texts::COMPARISON.text(locale), STYLE, locale, content)
}

/// The articles and their titles, the first and the second.
struct Pair<'t> {
    articles: [Annotated<'t>; 2],
    titles: [String; 2],
}

impl<'t> Pair<'t> {
    fn of(a: Side<'t>, b: Side<'t>) -> Pair<'t> {
        let titles = [&a, &b].map(|side| report::title_of(Some(&side.title), side.article.text()));
        Pair { articles: [a.article.named("a-"), b.article.named("b-")], titles }
    }

    fn tables(&self, locale: Locale) -> Markup {
        let articles = &self.articles;
        let tables: [Table; 5] = [
            ladder::compare(articles, locale),
            sources::compare(articles, locale),
            claims::compare(articles, locale),
            figures::compare(articles, locale),
            officials::compare(articles, locale),
        ];
        html! {
            div.isnad-report.isnad-comparison lang=(locale.code()) dir=(locale.direction()) {
                header.isnad-head {
                    h1 { (texts::COMPARISON.text(locale)) }
                    p.isnad-promise { (texts::PROMISE.text(locale)) }
                    p.isnad-promise-more { (texts::COMPARISON_PROMISE.text(locale)) }
                }
                @for table in &tables { (table.render(&self.titles, locale)) }
            }
        }
    }
}
