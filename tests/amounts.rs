//! Amounts of money, through the public interface: a table of cases, and numbers written out in words by a writer that
//! lives here and read back.

use isnad::analysis::{Bound, Figure};
use isnad::{OffsetUnit, analyze};
use proptest::prelude::*;

/// The cases: a text with its amounts between ⟦ and ⟧, a tab, and what they come to, separated by semicolons (see the
/// head of the file).
const CASES: &str = include_str!("amounts.tsv");

#[test]
fn every_case_of_the_table() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, line) in CASES.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let (marked, expected) = line.split_once('\t').unwrap_or((line, ""));
        let (text, spans) = unmark(marked);
        let figures = analyze(&text, OffsetUnit::Byte).figures;
        let found: Vec<String> = figures.iter().map(|f| format!("{} = {}", &text[f.start as usize..f.end as usize], value(f))).collect();
        let wanted: Vec<String> = spans
            .iter()
            .zip(expected.split(';').map(str::trim))
            .map(|(&(start, end), value)| format!("{} = {value}", &text[start..end]))
            .collect();
        let at: Vec<(usize, usize)> = figures.iter().map(|f| (f.start as usize, f.end as usize)).collect();
        if found != wanted || at != spans {
            wrong.push(format!("line {}: {text}\n  wanted {wanted:?}\n  found  {found:?}", number + 1));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 400, "{count} cases");
}

/// A text without the marks ⟦ and ⟧, and where the stretches between them lie.
fn unmark(marked: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => spans.push((start, text.len())),
            _ => text.push(c),
        }
    }
    (text, spans)
}

fn value(figure: &Figure) -> String {
    let number = match (figure.min, figure.max) {
        (Some(min), Some(max)) if min == max => format!("{min}"),
        (Some(min), Some(max)) => format!("{min}..{max}"),
        _ => "?".to_owned(),
    };
    format!("{number} {}", figure.currency.as_deref().unwrap_or("?"))
}

#[test]
fn bounds_have_their_meaning() {
    for (words, approx, bound) in [
        ("نحو", Some("نحو"), Some(Bound::About)),
        ("أكثر من", Some("أكثر من"), Some(Bound::Over)),
        ("ما لا يقل عن", Some("ما لا يقل عن"), Some(Bound::AtLeast)),
        ("أقل من", Some("أقل من"), Some(Bound::Under)),
        ("ما لا يتجاوز", Some("ما لا يتجاوز"), Some(Bound::AtMost)),
        ("ما يصل إلى", Some("ما يصل إلى"), Some(Bound::UpTo)),
        ("ما قيمته تتجاوز", Some("تتجاوز"), Some(Bound::Over)),
        ("بنحو", Some("نحو"), Some(Bound::About)),
        ("مبلغ", None, None),
    ] {
        let text = format!("خصصت البلدية {words} 5 ملايين دولار.");
        let figures = analyze(&text, OffsetUnit::Byte).figures;
        assert_eq!(figures.len(), 1, "{text}");
        assert_eq!(figures[0].approx.map(|a| &text[a.start as usize..a.end as usize]), approx, "{text}");
        assert_eq!(figures[0].bound, bound, "{text}");
    }
}

/// How a number is written out: everything that grammar or habit leaves open.
#[derive(Clone, Copy, Debug)]
struct Style {
    /// Nominative (عشرون، مليونان) or the oblique cases (عشرين، مليونين).
    nominative: bool,
    /// What is counted is feminine (ليرة): ثلاث ليرات, not ثلاثة.
    feminine: bool,
    /// مئة, مائة or مية.
    hundred: usize,
    /// ثلاث مئة in two words.
    apart: bool,
    /// Hundreds before ones and twos of a scale: مئة ألف وألفان, not مئة واثنان ألف.
    repeats_scale: bool,
    /// بليون for مليار.
    billion: bool,
    /// A diacritic behind this many letters; 0 for none.
    diacritics: usize,
}

const UNITS: [&str; 11] = ["", "واحد", "اثن", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];

/// 3 to 10 before a noun: with ة before a masculine one.
fn few(n: u64, feminine: bool) -> String {
    match (n, feminine) {
        (3..=10, true) => UNITS[n as usize].to_owned(),
        (3..=10, false) => format!("{}ة", UNITS[n as usize]),
        _ => unreachable!("{n} is none of them"),
    }
}

/// 1 to 99, to be followed by what is counted.
fn below_hundred(n: u64, feminine: bool, style: Style) -> String {
    let two = if style.nominative { "ا" } else { "ي" };
    match n {
        1 => if feminine { "واحدة" } else { "واحد" }.to_owned(),
        2 => format!("اثن{}{two}ن", if feminine { "ت" } else { "" }),
        3..=10 => few(n, feminine),
        11 => if feminine { "إحدى عشرة" } else { "أحد عشر" }.to_owned(),
        12 => {
            if feminine {
                format!("اثنت{two} عشرة")
            } else {
                format!("اثن{two} عشر")
            }
        }
        13..=19 => format!("{} {}", few(n - 10, feminine), if feminine { "عشرة" } else { "عشر" }),
        _ => {
            let ending = if style.nominative { "ون" } else { "ين" };
            let stem = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"][(n / 10) as usize];
            match n % 10 {
                0 => format!("{stem}{ending}"),
                1 => format!("{} و{stem}{ending}", if feminine { "إحدى" } else { "واحد" }),
                unit => format!("{} و{stem}{ending}", below_hundred(unit, feminine, style)),
            }
        }
    }
}

/// The hundreds of a number; of two hundred the construct state, if nothing comes between it and the noun.
fn hundreds(n: u64, construct: bool, style: Style) -> String {
    let hundred = ["مئة", "مائة", "مية"][style.hundred];
    let stem = ["مئ", "مائ", "مئ"][style.hundred];
    match n {
        1 => hundred.to_owned(),
        2 => format!("{stem}ت{}{}", if style.nominative { "ا" } else { "ي" }, if construct { "" } else { "ن" }),
        _ => {
            let unit = match n {
                8 if !style.apart => "ثمان",
                _ => UNITS[n as usize],
            };
            format!(
                "{unit}{}{}",
                if style.apart { " " } else { "" },
                if style.apart { hundred } else { ["مئة", "مائة", "مئة"][style.hundred] }
            )
        }
    }
}

/// 1 to 999, to be followed by what is counted.
fn below_thousand(n: u64, feminine: bool, style: Style) -> String {
    match (n / 100, n % 100) {
        (0, rest) => below_hundred(rest, feminine, style),
        (h, 0) => hundreds(h, true, style),
        (h, rest) => format!("{} و{}", hundreds(h, false, style), below_hundred(rest, feminine, style)),
    }
}

/// The singular, plural and dual stem of a scale.
fn scale_words(power: u32, style: Style) -> (&'static str, &'static str) {
    match (power, style.billion) {
        (3, _) => ("ألف", "آلاف"),
        (6, _) => ("مليون", "ملايين"),
        (9, false) => ("مليار", "مليارات"),
        (9, true) => ("بليون", "بلايين"),
        (12, _) => ("تريليون", "تريليونات"),
        _ => unreachable!("no scale of 10^{power}"),
    }
}

/// A scale with its number, 1 to 1000; `last`: the noun follows.
fn counted_scale(n: u64, power: u32, last: bool, style: Style) -> String {
    let (one, many) = scale_words(power, style);
    let pair = format!("{one}{}{}", if style.nominative { "ا" } else { "ي" }, if last { "" } else { "ن" });
    match n {
        1 => one.to_owned(),
        2 => pair,
        1000 => format!("ألف {one}"),
        _ => match n % 100 {
            1 | 2 if style.repeats_scale => {
                format!("{} و{}", counted_scale(n / 100 * 100, power, true, style), counted_scale(n % 100, power, last, style))
            }
            3..=10 => format!("{} {many}", below_thousand(n, false, style)),
            11..=99 => format!("{} {one}ا", below_thousand(n, false, style)),
            _ => format!("{} {one}", below_thousand(n, false, style)),
        },
    }
}

/// A number and the noun it counts.
fn written_out(n: u64, style: Style) -> String {
    let (one, accusative, many, dual) = if style.feminine {
        ("ليرة", "ليرة", "ليرات", if style.nominative { "ليرتان" } else { "ليرتين" })
    } else {
        ("دولار", "دولارا", "دولارات", if style.nominative { "دولاران" } else { "دولارين" })
    };
    if n == 1 {
        return format!("{one} {}", below_hundred(1, style.feminine, style));
    }
    if n == 2 {
        return dual.to_owned();
    }
    let mut parts = Vec::new();
    for power in [12, 9, 6, 3] {
        let count = if power == 12 { n / 10u64.pow(12) } else { n / 10u64.pow(power) % 1000 };
        if count > 0 {
            parts.push(counted_scale(count, power, n.is_multiple_of(10u64.pow(power)), style));
        }
    }
    if !n.is_multiple_of(1000) {
        parts.push(below_thousand(n % 1000, style.feminine, style));
    }
    let noun = match n % 100 {
        3..=10 => many,
        11..=99 => accusative,
        _ => one,
    };
    let words = format!("{} {noun}", parts.join(" و"));
    with_diacritics(&words, style.diacritics)
}

/// A diacritic behind every letter whose number is a multiple of `every`.
fn with_diacritics(words: &str, every: usize) -> String {
    const MARKS: [char; 6] = ['\u{64e}', '\u{64f}', '\u{650}', '\u{652}', '\u{651}', '\u{64b}'];
    let mut marked = String::new();
    for (i, c) in words.chars().enumerate() {
        marked.push(c);
        if every > 0 && c.is_alphabetic() && i % every == 0 {
            marked.push(MARKS[i % MARKS.len()]);
        }
    }
    marked
}

fn any_style() -> impl Strategy<Value = Style> {
    (any::<bool>(), any::<bool>(), 0..3usize, any::<bool>(), any::<bool>(), any::<bool>(), 0..4usize).prop_map(
        |(nominative, feminine, hundred, apart, repeats_scale, billion, diacritics)| Style {
            nominative,
            feminine,
            hundred,
            apart,
            repeats_scale,
            billion,
            diacritics,
        },
    )
}

/// Numbers of every length, many of them with zeros inside.
fn any_number() -> impl Strategy<Value = u64> {
    prop_oneof![
        1u64..=1_000,
        1u64..=1_000_000,
        1u64..=1_000_000_000_000_000,
        (1u64..=1000, proptest::sample::select(vec![1u64, 1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000]))
            .prop_map(|(n, scale)| n * scale),
        (1u64..1000, 1u64..1000, 0u32..4, 0u32..4)
            .prop_map(|(a, b, i, j)| a * 1000u64.pow(i.max(j) + 1) + b * 1000u64.pow(i.min(j)))
            .prop_filter("no more than 10^15", |&n| n <= 1_000_000_000_000_000),
    ]
}

/// The one amount of a sentence around `words`, checked to be exactly them.
#[track_caller]
fn read_back(words: &str) -> Figure {
    let text = format!("بلغت الكلفة في لبنان {words}، وفق البيان.");
    let figures = analyze(&text, OffsetUnit::Byte).figures;
    let found: Vec<&str> = figures.iter().map(|f| &text[f.start as usize..f.end as usize]).collect();
    assert_eq!(found, [words]);
    figures.into_iter().next().expect("one")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn a_number_in_words_reads_back(n in any_number(), style in any_style()) {
        let figure = read_back(&written_out(n, style));
        prop_assert_eq!(figure.min, Some(n as f64));
        prop_assert_eq!(figure.max, Some(n as f64));
        prop_assert_eq!(figure.currency.as_deref(), Some(if style.feminine { "LBP" } else { "USD" }));
    }

    #[test]
    fn a_number_with_a_fraction_reads_back(n in 3u64..=999, power in proptest::sample::select(vec![3u32, 6, 9, 12]), fraction in 0..5usize, form in 0..4usize, style in any_style()) {
        let (one, many) = scale_words(power, style);
        let (word, numerator, denominator) =
            [("نصف", 1, 2), ("ربع", 1, 4), ("ثلث", 1, 3), ("ثلاثة أرباع", 3, 4), ("خمسي", 2, 5)][fraction];
        let scale = 10u64.pow(power);
        let (words, whole) = match form {
            0 => (format!("{word} {one} دولار"), 0),
            1 => (format!("{one} و{word} ال{one} دولار"), 1),
            2 => (format!("{n} {one} و{word} ال{one} دولار"), n),
            _ => (format!("{} {} و{word} {one} دولار", few(3 + n % 8, false), many), 3 + n % 8),
        };
        let exact = (whole * scale * denominator + numerator * scale) as f64 / denominator as f64;
        let figure = read_back(&with_diacritics(&words, style.diacritics));
        prop_assert_eq!(figure.min, Some(exact), "{}", words);
    }

    #[test]
    fn a_number_with_parts_of_the_unit_reads_back(n in 3u64..=999_999, cents in 3u64..=99, in_digits in any::<bool>(), style in any_style()) {
        let style = Style { feminine: false, ..style };
        let noun = |n: u64| match n % 100 { 3..=10 => "سنتات", 11..=99 => "سنتا", _ => "سنت" };
        let parts = if in_digits { format!("{cents} {}", noun(cents)) } else { format!("{} {}", below_hundred(cents, false, style), noun(cents)) };
        let words = format!("{} و{}", written_out(n, Style { diacritics: 0, ..style }), parts);
        let figure = read_back(&with_diacritics(&words, style.diacritics));
        prop_assert_eq!(figure.min, Some((n * 100 + cents) as f64 / 100.0), "{}", words);
    }

    #[test]
    fn a_number_with_a_fraction_of_the_unit_reads_back(n in 1u64..=99_999, fraction in 0..4usize, named in any::<bool>(), style in any_style()) {
        let (word, numerator, denominator) = [("نصف", 1, 2), ("ربع", 1, 4), ("ثلث", 1, 3), ("ثلاثة أرباع", 3, 4)][fraction];
        let style = Style { feminine: false, ..style };
        let counted = if n == 1 { "دولار".to_owned() } else { written_out(n, Style { diacritics: 0, ..style }) };
        // Behind a scale «ونصف» alone is half of that.
        prop_assume!(named || !n.is_multiple_of(1000));
        let words = format!("{counted} و{word}{}", if named { " الدولار" } else { "" });
        let figure = read_back(&with_diacritics(&words, style.diacritics));
        prop_assert_eq!(figure.min, Some((n * denominator + numerator) as f64 / denominator as f64), "{}", words);
    }

    #[test]
    fn a_negative_number_reads_back(n in 1u64..=1_000_000, word in proptest::sample::select(vec!["-", "−", "ناقص ", "سالب "])) {
        let figure = read_back(&format!("{word}{n} دولار"));
        prop_assert_eq!(figure.min, Some(-(n as f64)));
    }

    #[test]
    fn digits_read_back(whole in 0u64..=999_999, behind in 0u64..100, scale in 0..4usize, digits in 0..3usize) {
        let (word, factor) = [("", 1), ("ألف ", 1_000), ("مليون ", 1_000_000), ("مليار ", 1_000_000_000)][scale];
        let zero = ['0', '\u{660}', '\u{6f0}'][digits];
        let number: String = format!("{whole}.{behind:02}")
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(zero as u32 + d).expect("a digit")))
            .collect();
        let hundredths = (whole * 100 + behind) * factor;
        let exact = if factor > 1 { (hundredths / 100) as f64 } else { hundredths as f64 / 100.0 };
        let figure = read_back(&format!("{number} {word}دولار"));
        prop_assert_eq!(figure.min, Some(exact));
    }

    #[test]
    fn digits_of_any_length_never_lie(digits in "[1-9][0-9]{0,60}", word in proptest::sample::select(vec!["", "مليون ", "تريليون "])) {
        let figure = read_back(&format!("{digits} {word}دولار"));
        if let Some(value) = figure.min {
            let zeros = match word { "" => 0, "مليون " => 6, _ => 12 };
            let written = format!("{digits}{}", "0".repeat(zeros));
            prop_assert_eq!(format!("{value}"), written);
        }
    }
}
