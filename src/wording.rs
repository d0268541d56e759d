//! What the program says to a reader, in Arabic and English: the texts of `wording.tsv`, and how blanks in them are
//! filled, lists joined and counts agreed with.

use maud::{Markup, Render, html};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// Every text, one constant for each row of `wording.tsv`.
pub(crate) mod texts {
    use super::Wording;
    include!(concat!(env!("OUT_DIR"), "/wording.rs"));
}

/// The language of the interface; the text read is Arabic either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// العربية
    #[default]
    Arabic,
    /// English
    English,
}

/// The digits of the interface; words of the text keep theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Digits {
    /// 1,234.5
    #[default]
    Western,
    /// ١٬٢٣٤٫٥
    ArabicIndic,
}

/// How the interface speaks. Written as in BCP 47: `ar`, `en`, and with digits `ar-u-nu-arab`, `ar-u-nu-latn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Locale {
    /// What it speaks.
    pub language: Language,
    /// What it counts with.
    pub digits: Digits,
}

impl Locale {
    /// Arabic with Western digits, as in most news.
    pub const ARABIC: Locale = Locale { language: Language::Arabic, digits: Digits::Western };
    /// English with Western digits.
    pub const ENGLISH: Locale = Locale { language: Language::English, digits: Digits::Western };

    /// The language code: `ar` or `en`.
    pub fn code(self) -> &'static str {
        match self.language {
            Language::Arabic => "ar",
            Language::English => "en",
        }
    }

    /// The direction its text runs, as HTML's `dir` says it.
    pub fn direction(self) -> &'static str {
        match self.language {
            Language::Arabic => "rtl",
            Language::English => "ltr",
        }
    }

    /// A number in its digits, with the signs that go with them. `number` is written as in English: `1,234.5`, `12%`.
    pub(crate) fn number(self, number: impl ToString) -> String {
        let number = number.to_string();
        match self.digits {
            Digits::Western => number,
            Digits::ArabicIndic => number.chars().map(arabic_indic).collect(),
        }
    }
}

fn arabic_indic(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32('\u{660}' as u32 + c as u32 - '0' as u32).unwrap_or(c),
        ',' => '\u{66c}',
        '.' => '\u{66b}',
        '%' => '\u{66a}',
        _ => c,
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(code: &str) -> Result<Locale, UnknownLocale> {
        let (language, digits) = code.split_once("-u-nu-").unwrap_or((code, "latn"));
        let language = match language {
            "ar" => Language::Arabic,
            "en" => Language::English,
            _ => return Err(UnknownLocale(code.to_owned())),
        };
        let digits = match digits {
            "latn" => Digits::Western,
            "arab" => Digits::ArabicIndic,
            _ => return Err(UnknownLocale(code.to_owned())),
        };
        Ok(Locale { language, digits })
    }
}

/// A code of another language or of other digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLocale(String);

impl fmt::Display for UnknownLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown language `{}`: expected `ar` or `en`, for Arabic-Indic digits `ar-u-nu-arab` or `en-u-nu-arab`", self.0)
    }
}

impl std::error::Error for UnknownLocale {}

/// One text in both languages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording {
    pub arabic: &'static str,
    pub english: &'static str,
}

impl Wording {
    /// The text in the language of the locale.
    pub fn text(self, locale: Locale) -> &'static str {
        match locale.language {
            Language::Arabic => self.arabic,
            Language::English => self.english,
        }
    }

    /// The text with its blanks filled: `("name", what stands for {name})`. A blank that nothing fills stays empty.
    pub fn fill<'t>(self, locale: Locale, blanks: &[(&str, Prose<'t>)]) -> Prose<'t> {
        let mut prose = Prose::new(locale);
        let mut rest = self.text(locale);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            prose.push(before);
            if let Some((_, filling)) = blanks.iter().find(|(blank, _)| *blank == name) {
                prose.append(filling);
            }
            rest = after;
        }
        prose.push(rest);
        prose
    }

    /// The form that agrees with `n`, with `n` in it.
    pub fn count(self, locale: Locale, n: usize) -> String {
        let forms: Vec<&str> = self.text(locale).split(" | ").collect();
        let form = match locale.language {
            Language::Arabic => arabic_plural(n),
            Language::English => usize::from(n != 1),
        };
        forms[form.min(forms.len() - 1)].replace("{n}", &locale.number(n))
    }
}

/// The plural category of CLDR for Arabic, by its place in a row: zero, one, two, few, many, other.
fn arabic_plural(n: usize) -> usize {
    match (n, n % 100) {
        (0..=2, _) => n,
        (_, 3..=10) => 3,
        (_, 11..=99) => 4,
        _ => 5,
    }
}

/// Running text that quotes the article: told apart so that a page can set quoted words off, and so that words of
/// another direction do not turn the sentence around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose<'t> {
    locale: Locale,
    pieces: Vec<Piece<'t>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Ours(Cow<'static, str>),
    /// Words of the article.
    Theirs(&'t str),
}

impl<'t> Prose<'t> {
    /// No text yet.
    pub(crate) fn new(locale: Locale) -> Prose<'t> {
        Prose { locale, pieces: Vec::new() }
    }

    /// Words of ours.
    pub(crate) fn ours(locale: Locale, text: impl Into<Cow<'static, str>>) -> Prose<'t> {
        Prose { locale, pieces: vec![Piece::Ours(text.into())] }
    }

    /// Words of the article between quotation marks.
    pub(crate) fn quoted(locale: Locale, words: &'t str) -> Prose<'t> {
        let words = Prose { locale, pieces: vec![Piece::Theirs(words)] };
        texts::QUOTED.fill(locale, &[("words", words)])
    }

    /// A list with what stands between two items alone, between the first of several, and before the last of several.
    fn list(locale: Locale, items: &[Prose<'t>], [two, several, last]: [Wording; 3]) -> Prose<'t> {
        let mut prose = Prose::new(locale);
        for (i, item) in items.iter().enumerate() {
            let between = match i {
                0 => "",
                1 if items.len() == 2 => two.text(locale),
                _ if i + 1 == items.len() => last.text(locale),
                _ => several.text(locale),
            };
            prose.push(between);
            prose.append(item);
        }
        prose
    }

    /// `أ، وب، وج` / `a, b and c`.
    pub(crate) fn all_of(locale: Locale, items: &[Prose<'t>]) -> Prose<'t> {
        Prose::list(locale, items, [texts::AND_TWO, texts::AND_SEVERAL, texts::AND_LAST])
    }

    /// `أ ولا ب ولا ج` / `a, b or c`.
    pub(crate) fn none_of(locale: Locale, items: &[Prose<'t>]) -> Prose<'t> {
        Prose::list(locale, items, [texts::NOR_TWO, texts::NOR_SEVERAL, texts::NOR_LAST])
    }

    /// Nothing has been said.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds words of ours.
    pub(crate) fn push(&mut self, text: impl Into<Cow<'static, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.pieces.push(Piece::Ours(text));
        }
    }

    /// Adds other prose as it is.
    pub(crate) fn append(&mut self, other: &Prose<'t>) {
        self.pieces.extend(other.pieces.iter().cloned());
    }

    /// Adds a sentence, after a space if there is one before.
    pub(crate) fn sentence(&mut self, other: &Prose<'t>) {
        if other.pieces.is_empty() {
            return;
        }
        if !self.pieces.is_empty() {
            self.push(" ");
        }
        self.append(other);
    }
}

/// Plain text. Words of the article that run against the sentence are wrapped in first-strong isolates (UAX #9), so
/// that the sentence keeps its order wherever it is shown.
impl fmt::Display for Prose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in &self.pieces {
            match piece {
                Piece::Ours(text) => f.write_str(text)?,
                Piece::Theirs(words) if runs_along(words, self.locale) => f.write_str(words)?,
                Piece::Theirs(words) => write!(f, "\u{2068}{words}\u{2069}")?,
            }
        }
        Ok(())
    }
}

/// Whether words have no letter of the other direction. Numbers count as of the other: they run left to right.
fn runs_along(words: &str, locale: Locale) -> bool {
    let arabic = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    words.chars().filter(|c| c.is_alphanumeric()).all(|c| arabic(c) == (locale.language == Language::Arabic))
}

impl Render for Prose<'_> {
    fn render(&self) -> Markup {
        html! {
            @for piece in &self.pieces {
                @match piece {
                    Piece::Ours(text) => (text),
                    Piece::Theirs(words) => bdi lang="ar" { (words) },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree() {
        let count = |n| texts::CLAIMS_COUNTED.count(Locale::ARABIC, n);
        assert_eq!(count(1), "ادّعاء واحد");
        assert_eq!(count(2), "ادّعاءان");
        assert_eq!(count(7), "7 ادّعاءات");
        assert_eq!(count(25), "25 ادّعاءً");
        assert_eq!(count(100), "100 ادّعاء");
        assert_eq!(count(103), "103 ادّعاءات");
        assert_eq!(texts::CLAIMS_COUNTED.count(Locale::ENGLISH, 1), "1 claim");
        assert_eq!(texts::CLAIMS_COUNTED.count(Locale::ENGLISH, 0), "0 claims");
    }

    #[test]
    fn digits_are_a_choice_of_their_own() {
        let locale: Locale = "ar-u-nu-arab".parse().expect("a locale");
        assert_eq!(texts::CLAIMS_COUNTED.count(locale, 25), "٢٥ ادّعاءً");
        assert_eq!(locale.number("1,234.5"), "١٬٢٣٤٫٥");
        assert_eq!(locale.number("12%"), "١٢٪");
        assert_eq!("ar-u-nu-latn".parse(), Ok(Locale::ARABIC));
        assert_eq!("en".parse(), Ok(Locale::ENGLISH));
        for unknown in ["fr", "", "ar-u-nu-", "ar-u-nu-beng", "AR", "ar-u-nu-latn-u-nu-arab"] {
            assert!(unknown.parse::<Locale>().is_err(), "{unknown}");
        }
    }

    #[test]
    fn quoted_words_keep_the_order_of_the_sentence() {
        let said = |locale, words| texts::LOADED_BY.fill(locale, &[("words", Prose::quoted(locale, words))]).to_string();
        assert_eq!(said(Locale::ARABIC, "صراحة"), "تقوّيه عبارة «صراحة».");
        assert_eq!(said(Locale::ENGLISH, "صراحة"), "Strengthened by “\u{2068}صراحة\u{2069}”.");
        assert_eq!(said(Locale::ARABIC, "USAID"), "تقوّيه عبارة «\u{2068}USAID\u{2069}».");
    }

    #[test]
    fn quoted_words_are_never_markup() {
        let prose = Prose::quoted(Locale::ARABIC, "<img src=x onerror=alert(1)>");
        assert_eq!(prose.render().into_string(), "«<bdi lang=\"ar\">&lt;img src=x onerror=alert(1)&gt;</bdi>»");
    }

    #[test]
    fn words_with_braces_are_no_blanks() {
        let prose = texts::SAID_BY_SOURCE.fill(
            Locale::ENGLISH,
            &[("source", Prose::ours(Locale::ENGLISH, "{words}")), ("words", Prose::quoted(Locale::ENGLISH, "{source}"))],
        );
        assert_eq!(prose.to_string(), "Attributed to {words}: “{source}”.");
    }
}
