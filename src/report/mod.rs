//! The report: the source ladder as a picture, the key claims, how claims are worded, the sums of money, the officials, and, as a file of its
//! own, the article with its marks. Rendered here once for every place that shows it.
//!
//! Lists say that they are lists: the style takes their bullets away, and Safari then forgets it.

mod claims;
mod dismissed;
mod figures;
mod ladder;
pub(crate) mod marked;
mod officials;
pub(crate) mod row;
mod tally;
#[cfg(feature = "cli")]
mod terminal;
mod worded;

pub(crate) use claims::ranked;
pub(crate) use ladder::{bar, part_of_whole, share};
pub use tally::{LADDER, NamedSource, Tally, percent};
#[cfg(feature = "cli")]
pub use terminal::terminal;

use crate::annotated::Annotated;
use crate::export::{Details, GENERATOR};
use crate::wording::{Locale, Prose, texts};
use marked::References;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style of the report, wherever it is shown.
pub const STYLE: &str = include_str!("report.css");

/// The report as one HTML element, without its style, to be put into a page. Rows carry `data-kind` (`claim`, `figure`,
/// `official`), `data-index` (in the list of that kind), and `data-start` and `data-end` in the caller's unit.
pub fn fragment(article: &Annotated, locale: Locale) -> String {
    report(article, locale).into_string()
}

/// The report with the marked article as a self-contained file: it loads nothing and runs nothing.
pub fn file(article: &Annotated, details: &Details, locale: Locale) -> String {
    let title = texts::REPORT_OF.fill(locale, &[("title", Prose::ours(locale, details.title(article)))]).to_string();
    let marked = marked::article(article, References::Rows, locale);
    let content = html! {
        main.isnad-file { (report(article, locale)) div.isnad-article-column { (marked) (origin(details, locale)) } }
    };
    page(&title, STYLE, locale, content)
}

/// Where and when the article was read, and by which program: a file is kept longer than one remembers.
fn origin(details: &Details, locale: Locale) -> Markup {
    let told = |detail: &Option<String>| detail.clone().filter(|detail| !detail.is_empty());
    html! {
        footer.isnad-origin {
            @if let Some(address) = told(&details.address) {
                p { (texts::COLUMN_ADDRESS.text(locale)) ": " @if is_web(&address) { a href=(address) rel="noreferrer" { bdi { (address) } } } @else { bdi { (address) } } }
            }
            @if let Some(date) = told(&details.date) { p { (texts::COLUMN_DATE.text(locale)) ": " bdi { (date) } } }
            p { (texts::COLUMN_GENERATOR.text(locale)) ": " bdi { (GENERATOR) } }
        }
    }
}

/// Whether an address may be a link: others (`javascript:`, `file:`) could do more than show a page.
fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// A self-contained file.
pub(crate) fn page(title: &str, style: &str, locale: Locale, content: Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(locale.code()) dir=(locale.direction()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(GENERATOR);
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body.isnad-page { (content) }
        }
    }
    .into_string()
}

/// A title somebody gave or, without one, the first line of the text.
pub(crate) fn title_of(given: Option<&str>, text: &str) -> String {
    given.map(str::trim).filter(|title| !title.is_empty()).map_or_else(|| first_words(text), str::to_owned)
}

/// The first line of a text; of a long one, its first words.
fn first_words(text: &str) -> String {
    /// Characters; a window or a tab shows fewer.
    const LONGEST: usize = 80;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        None => line.to_owned(),
        Some((end, _)) => format!("{}…", line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words)),
    }
}

fn report(article: &Annotated, locale: Locale) -> Markup {
    let analysis = article.analysis();
    let tally = Tally::of(article);
    html! {
        div.isnad-report lang=(locale.code()) dir=(locale.direction()) {
            header.isnad-head {
                h1 { (texts::NAME.text(locale)) }
                p.isnad-promise { (texts::PROMISE.text(locale)) }
                p.isnad-promise-more { (texts::PROMISE_MORE.text(locale)) }
            }
            @if !analysis.language.arabic {
                p.isnad-none { (texts::NOT_ARABIC.text(locale)) }
            } @else if tally.claims == 0 {
                p.isnad-none { (texts::NO_CLAIMS.text(locale)) }
            } @else {
                (ladder::ladder(article, &tally, locale))
                (claims::claims(article, locale))
                (worded::worded(article, locale))
            }
            @if analysis.language.arabic {
                (figures::figures(article, locale))
                (officials::officials(article, &tally, locale))
                (dismissed::dismissed(article, locale))
            }
        }
    }
}
