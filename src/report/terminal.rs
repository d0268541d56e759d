//! The report for a terminal: the same numbers, rows and reasons in lines of text.

use super::claims::{ranked, strongest};
use super::ladder::{part_of_whole, share};
use super::row::line;
use super::tally::{LADDER, Tally};
use crate::analysis::{Certainty, FigureKind, SourceType, is_dismissed};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::wording::{Locale, Wording, texts};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;

/// Columns of a full bar.
const BAR: usize = 28;
const TITLE: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const STRONG: Style = AnsiColor::Yellow.on_default().bold();
const FIGURE: Style = AnsiColor::Green.on_default().bold();
const OFFICIAL: Style = AnsiColor::Cyan.on_default().bold();

/// The report as text with terminal styles (ANSI escapes), which a writer to anything but a terminal has to strip.
/// Control characters of the article, which could drive the terminal, are left out.
pub fn terminal(article: &Annotated, locale: Locale) -> String {
    let mut page = Page { out: String::new(), locale };
    let text = |wording: Wording| wording.text(locale);
    page.line(&[(TITLE, text(texts::NAME)), (QUIET, " · "), (Style::new(), text(texts::PROMISE))]);
    let analysis = article.analysis();
    if !analysis.language.arabic {
        page.line(&[(Style::new(), text(texts::NOT_ARABIC))]);
        return page.out;
    }
    let tally = Tally::of(article);
    page.ladder(&tally);
    page.claims(article);
    page.figures(article);
    page.officials(article, &tally);
    page.out
}

struct Page {
    out: String,
    locale: Locale,
}

impl Page {
    /// A line of styled pieces.
    fn line(&mut self, pieces: &[(Style, &str)]) {
        for (style, text) in pieces {
            write!(self.out, "{style}{}{style:#}", harmless(text)).expect("a string takes all");
        }
        self.out.push('\n');
    }

    fn heading(&mut self, heading: Wording, count: String) {
        self.out.push('\n');
        self.line(&[(TITLE, heading.text(self.locale)), (QUIET, " · "), (QUIET, &count)]);
    }

    fn ladder(&mut self, tally: &Tally) {
        let locale = self.locale;
        self.heading(texts::SECTION_LADDER, texts::CLAIMS_COUNTED.count(locale, tally.claims));
        for source in LADDER {
            let part = tally.rung(source);
            let length = if tally.claims == 0 { 0 } else { (part * BAR).div_ceil(tally.claims) };
            let bar = stroke(source).repeat(length);
            let share = format!("  {:>4}  {part:>3}  ", share(part, tally.claims, locale));
            let rest = " ".repeat(BAR - length);
            self.line(&[
                (colour(source), &format!("  {bar}")),
                (QUIET, &rest),
                (QUIET, &share),
                (Style::new(), labels::source_type(source).text(locale)),
            ]);
        }
        let of_all = |part| format!("{} ({})", share(part, tally.claims, locale), part_of_whole(part, tally.claims, locale));
        let largest = tally.largest().map_or(texts::NO_NAMED_SOURCE.text(locale).to_owned(), |source| {
            format!("{} ({})", share(source.claims, tally.claims, locale), source.name)
        });
        self.out.push('\n');
        for (measure, value) in [
            (texts::MEASURE_UNATTRIBUTED, of_all(tally.unattributed())),
            (texts::MEASURE_VEILED, of_all(tally.veiled())),
            (texts::MEASURE_SOURCES, locale.number(tally.sources.len())),
            (texts::MEASURE_LARGEST, largest),
        ] {
            self.line(&[(QUIET, &format!("  {}: ", measure.text(locale))), (Style::new(), &value)]);
        }
    }

    fn claims(&mut self, article: &Annotated) {
        let locale = self.locale;
        let (key, routine) = ranked(article.analysis());
        let strong = strongest(article.analysis());
        self.heading(texts::SECTION_CLAIMS, texts::KEY_CLAIMS_COUNTED.count(locale, key.len()));
        for index in key {
            self.claim(article, index, strong[index]);
        }
        if !routine.is_empty() {
            self.heading(texts::SECTION_ROUTINE, texts::CLAIMS_COUNTED.count(locale, routine.len()));
            for index in routine {
                self.claim(article, index, false);
            }
        }
    }

    fn claim(&mut self, article: &Annotated, index: usize, strong: bool) {
        let locale = self.locale;
        let claim = &article.analysis().claims[index];
        let source = claim.attribution.source_type;
        let number = format!("{:>3}  ", index + 1);
        self.line(&[(if strong { STRONG } else { QUIET }, &number), (Style::new(), article.words(claim.range()))]);
        let mut labels = format!(" · {}", labels::claim_type(claim.kind).text(locale));
        if claim.certainty != Certainty::Plain {
            write!(labels, " · {}", labels::certainty(claim.certainty).text(locale)).expect("a string takes all");
        }
        self.line(&[
            (colour(source), &format!("     {} {}", stroke(source).repeat(2), labels::source_type(source).text(locale))),
            (QUIET, &labels),
        ]);
        self.line(&[(QUIET, &format!("     {}", explain::claim(article, claim, locale)))]);
    }

    fn figures(&mut self, article: &Annotated) {
        let locale = self.locale;
        let figures = &article.analysis().figures;
        self.heading(texts::SECTION_FIGURES, texts::FIGURES_COUNTED.count(locale, figures.len()));
        for figure in figures.iter().filter(|figure| !is_dismissed(&figure.changes)) {
            let style = if figure.kind == FigureKind::Funding { FIGURE } else { TITLE };
            self.line(&[(QUIET, "  •  "), (style, article.words(figure.range()))]);
            self.line(&[(QUIET, &format!("     {}", explain::figure(article, figure, locale)))]);
        }
    }

    fn officials(&mut self, article: &Annotated, tally: &Tally) {
        let locale = self.locale;
        let officials = &article.analysis().officials;
        self.heading(texts::SECTION_OFFICIALS, texts::OFFICIALS_COUNTED.count(locale, officials.len()));
        for (official, &attributed) in officials.iter().zip(&tally.officials).filter(|(official, _)| !is_dismissed(&official.changes)) {
            let counts = format!(
                " · {} · {} · {}",
                labels::official_kind(official.kind).text(locale),
                texts::MENTIONS_COUNTED.count(locale, official.mentions.len()),
                texts::ATTRIBUTED_COUNTED.count(locale, attributed),
            );
            self.line(&[(QUIET, "  •  "), (OFFICIAL, &official.name), (QUIET, &counts)]);
            self.line(&[(QUIET, &format!("     {}", explain::official(article, official, locale)))]);
        }
    }
}

/// The line of a source, as in the marks: solid, dashed, dotted.
fn stroke(source: SourceType) -> &'static str {
    match line(source) {
        "named" => "━",
        "veiled" => "╍",
        _ => "┉",
    }
}

fn colour(source: SourceType) -> Style {
    match line(source) {
        "named" => AnsiColor::Blue.on_default(),
        "veiled" => AnsiColor::Yellow.on_default(),
        _ => AnsiColor::Magenta.on_default(),
    }
}

/// Without characters that drive a terminal: an article cannot clear the screen or set a title.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OffsetUnit;

    #[test]
    fn an_article_cannot_drive_the_terminal() {
        let text = "قال وزير المالية إن\u{1b}]0;title\u{7} الموازنة ارتفعت\u{1b}[2J بنسبة 5 بالمئة.";
        let shown = terminal(&Annotated::read(text, OffsetUnit::Byte), Locale::ARABIC);
        assert!(!shown.contains("\u{1b}]") && !shown.contains("\u{1b}[2J") && !shown.contains('\u{7}'));
        assert!(shown.contains("وزير المالية"));
    }
}
