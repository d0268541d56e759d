//! The pages for a class.

use isnad::worksheet::{self, Options, Pages};
use isnad::{Annotated, Locale, OffsetUnit};

const ARTICLE: &str = include_str!("articles/aid.txt");

fn sheet(text: &str, options: Options, locale: &str) -> String {
    let locale: Locale = locale.parse().expect("a locale");
    worksheet::file(&Annotated::read(text, OffsetUnit::Utf16), &options, locale)
}

#[test]
fn the_blank_pages_give_nothing_away() {
    let blank = sheet(ARTICLE, Options { pages: Some(Pages::Blank), ..Options::default() }, "ar");
    let body = blank.split("</style>").nth(1).expect("a body");
    for mark in ["isnad-claim", "isnad-figure", "isnad-official", "isnad-reference"] {
        assert!(!body.contains(mark), "{mark}");
    }
    let key = sheet(ARTICLE, Options { pages: Some(Pages::Key), ..Options::default() }, "ar");
    assert!(key.split("</style>").nth(1).expect("a body").contains("isnad-claim"));
    let both = sheet(ARTICLE, Options::default(), "ar");
    assert!(both.contains("ورقة عمل") && both.contains("ورقة الإجابات"));
}

#[test]
fn the_blank_text_is_the_text() {
    for text in [ARTICLE, include_str!("articles/regional.txt"), "قال \"<b>\" & 'x'.", "", "بلا نقطة"] {
        let blank = sheet(text, Options { pages: Some(Pages::Blank), ..Options::default() }, "en");
        let shown = blank.split("isnad-numbered\"").nth(1).and_then(|rest| rest.split_once('>')).map_or("", |(_, rest)| rest);
        let shown = shown.split("</div>").next().expect("its end");
        let mut plain = String::new();
        for piece in shown.split('<') {
            let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
            plain += if tag.contains("isnad-sentence-number") { " " } else { words };
            if tag == "/p" {
                plain.push(' ');
            }
        }
        let plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(squeeze(&plain), squeeze(text));
    }
}

#[test]
fn own_questions_stand_after_the_standard_ones_or_alone() {
    let options =
        |standard| Options {
            questions: Some(vec!["من يمول <الكاتب>؟".to_owned(), " ".to_owned()]), standard, ..Options::default()
        };
    let both = sheet(ARTICLE, options(None), "ar");
    assert_eq!(both.matches("من يمول &lt;الكاتب&gt;؟").count(), 2, "in the blank pages and in the key");
    assert!(both.contains("من كان ينبغي أن يُسأل"));
    let own = sheet(ARTICLE, options(Some(false)), "ar");
    assert!(!own.contains("من كان ينبغي أن يُسأل") && own.contains("من يمول"));
}

#[test]
fn digits_are_those_asked_for() {
    let key = sheet(ARTICLE, Options::default(), "ar-u-nu-arab");
    assert!(key.contains("٢ من ٧") && key.contains("data-digits=\"arab\""));
    assert!(sheet(ARTICLE, Options::default(), "ar").contains("2 من 7"));
}

#[test]
fn it_loads_nothing_and_runs_nothing() {
    let file = sheet("قال وزير المالية <script>alert(1)</script> إن الموازنة جاهزة.", Options::default(), "ar");
    for forbidden in ["<script", "<link", "src=", "url(", "@import", "http://", "https://"] {
        assert!(!file.contains(forbidden), "{forbidden}");
    }
}
