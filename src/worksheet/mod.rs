//! Pages to print for a class (A4, as many as it takes): the article with tasks and room to write, and the same with the answers.
//! A self-contained file that needs nothing but a browser.

mod blank;
mod key;

use crate::annotated::Annotated;
use crate::report::{self, STYLE};
use crate::wording::{Digits, Locale, Wording, texts};
use maud::{Markup, html};
use serde::Deserialize;

/// What a worksheet holds.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Options {
    /// Without one, the first line of the text.
    #[serde(default)]
    pub title: Option<String>,
    /// The instructor's own questions.
    #[serde(default)]
    pub questions: Option<Vec<String>>,
    /// Whether the standard questions are asked too; they are unless this is `false`.
    #[serde(default)]
    pub standard: Option<bool>,
    /// Both unless this says otherwise.
    #[serde(default)]
    pub pages: Option<Pages>,
}

/// Which pages of a worksheet are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pages {
    /// For students.
    Blank,
    /// With the answers.
    Key,
    /// The pages for students, then the answers.
    Both,
}

const PRINT: &str = include_str!("worksheet.css");

/// The worksheet as a file.
pub fn file(article: &Annotated, options: &Options, locale: Locale) -> String {
    let sheet = Sheet { article, options, locale };
    let pages = options.pages.unwrap_or(Pages::Both);
    let content = html! {
        main.isnad-sheets.isnad-report data-digits=[(locale.digits == Digits::ArabicIndic).then_some("arab")] {
            @if pages != Pages::Key { (blank::pages(&sheet)) }
            @if pages != Pages::Blank { (key::pages(&sheet)) }
        }
    };
    report::page(&sheet.title(), &[STYLE, PRINT].concat(), locale, content)
}

struct Sheet<'a, 't> {
    article: &'a Annotated<'t>,
    options: &'a Options,
    locale: Locale,
}

impl Sheet<'_, '_> {
    fn say(&self, wording: Wording) -> &'static str {
        wording.text(self.locale)
    }

    fn title(&self) -> String {
        report::title_of(self.options.title.as_deref(), self.article.text())
    }

    /// The standard questions, then the instructor's own.
    fn questions(&self) -> Vec<&str> {
        const STANDARD: [Wording; 5] =
            [texts::QUESTION_EVIDENCE, texts::QUESTION_UNNAMED, texts::QUESTION_WORDING, texts::QUESTION_MONEY, texts::QUESTION_ABSENT];
        let standard = STANDARD.iter().map(|question| self.say(*question)).filter(|_| self.options.standard != Some(false));
        let own = self.options.questions.as_deref().unwrap_or_default();
        standard.chain(own.iter().map(String::as_str).filter(|question| !question.trim().is_empty())).collect()
    }

    fn head(&self, kind: Wording) -> Markup {
        html! {
            header.isnad-sheet-head {
                p.isnad-sheet-kind { (self.say(kind)) }
                h1 lang="ar" dir="auto" { (self.title()) }
            }
        }
    }

    /// A task: its number, what to do, and where to do it.
    fn task(&self, number: usize, what: Wording, room: Markup) -> Markup {
        html! {
            section.isnad-task {
                h2 { span.isnad-task-number { (self.locale.number(number)) } (self.say(what)) }
                (room)
            }
        }
    }

    fn table(&self, class: &str, columns: &[Wording], rows: &[Vec<Markup>]) -> Markup {
        html! {
            table class=(class) {
                thead { tr { @for column in columns { th scope="col" { (self.say(*column)) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}

/// What the tables ask for.
const CLAIM_COLUMNS: [Wording; 4] = [texts::COLUMN_SENTENCE, texts::MARK_CLAIM, texts::COLUMN_WHO, texts::COLUMN_CUE];
const SUM_COLUMNS: [Wording; 5] = [texts::COLUMN_SUM, texts::SLOT_DONOR, texts::SLOT_RECIPIENT, texts::SLOT_PURPOSE, texts::SLOT_PERIOD];
const OFFICIAL_COLUMNS: [Wording; 2] = [texts::COLUMN_NAME, texts::COLUMN_OFFICE];
const LADDER_COLUMNS: [Wording; 2] = [texts::LABEL_SOURCE_TYPE, texts::COLUMN_HOW_MANY];
