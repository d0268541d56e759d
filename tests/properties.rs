//! What must hold of any text whatever: spans slice the text, units agree, nothing panics, and spelling that a reader
//! does not see changes nothing.

use isnad::analysis::{Analysis, Range};
use isnad::{OffsetUnit, analyze};
use proptest::prelude::*;

const ARTICLES: [&str; 8] = [
    include_str!("articles/agency.txt"),
    include_str!("articles/aid.txt"),
    include_str!("articles/economy.txt"),
    include_str!("articles/liveblog.txt"),
    include_str!("articles/maghreb.txt"),
    include_str!("articles/opinion.txt"),
    include_str!("articles/regional.txt"),
    include_str!("articles/science.txt"),
];

fn ranges(analysis: &Analysis) -> Vec<Range> {
    let mut all = Vec::new();
    analysis.clone().for_each_range(|range| all.push(*range));
    all
}

/// Every range is well-formed, indices point at something, marks of one kind are in order, claims do not overlap.
fn assert_sound(text: &str, analysis: &Analysis) {
    for range in ranges(analysis) {
        assert!(range.start <= range.end, "{range:?}");
        assert!(text.get(range.start as usize..range.end as usize).is_some(), "{range:?} does not slice");
    }
    assert!(analysis.sentences.is_sorted());
    assert!(analysis.claims.windows(2).all(|pair| pair[0].end <= pair[1].start), "claims overlap");
    assert!(analysis.figures.windows(2).all(|pair| pair[0].end <= pair[1].start), "figures overlap");
    for claim in &analysis.claims {
        assert!((0.0..=1.0).contains(&claim.score) && (1..=2).contains(&claim.level));
        assert!(claim.attribution.official.is_none_or(|i| i < analysis.officials.len()));
    }
    for figure in &analysis.figures {
        assert!(figure.claim.is_none_or(|i| i < analysis.claims.len()));
        assert!(figure.min.is_none_or(f64::is_finite) && figure.max.is_none_or(f64::is_finite));
    }
    assert!(analysis.officials.iter().all(|official| !official.mentions.is_empty()));
}

/// Words and pieces from which texts are thrown together.
fn any_piece() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> = ARTICLES.iter().flat_map(|article| article.split_inclusive([' ', '\n'])).collect();
    prop_oneof![
        8 => proptest::sample::select(known).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => "[\u{600}-\u{6ff}0-9\u{660}-\u{669}.,٫٬%$€«»\"“”():؛،\u{200e}\u{200f}\u{202b}\u{64b}-\u{652}ـ \r\n😀]{0,12}",
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(any_piece(), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_text_has_a_sound_analysis(text in any_text()) {
        assert_sound(&text, &analyze(&text, OffsetUnit::Byte));
    }

    #[test]
    fn units_slice_the_same_words(text in any_text()) {
        let bytes = ranges(&analyze(&text, OffsetUnit::Byte));
        let chars = ranges(&analyze(&text, OffsetUnit::Char));
        let utf16 = ranges(&analyze(&text, OffsetUnit::Utf16));
        let code_points: Vec<char> = text.chars().collect();
        let code_units: Vec<u16> = text.encode_utf16().collect();
        prop_assert!(bytes.len() == chars.len() && bytes.len() == utf16.len());
        for ((b, c), u) in bytes.iter().zip(&chars).zip(&utf16) {
            let words = &text[b.start as usize..b.end as usize];
            prop_assert_eq!(&code_points[c.start as usize..c.end as usize].iter().collect::<String>(), words);
            prop_assert_eq!(&String::from_utf16(&code_units[u.start as usize..u.end as usize]).unwrap(), words);
        }
    }

    #[test]
    fn diacritics_tatweel_and_controls_change_no_label(
        article in proptest::sample::select(&ARTICLES[..]),
        marks in proptest::collection::vec((0usize..4000, proptest::sample::select(&['\u{64e}', '\u{651}', '\u{652}', 'ـ', '\u{200f}', '\u{200b}'][..])), 1..60),
    ) {
        let disturbed = sprinkled(article, &marks);
        let (before, after) = (analyze(article, OffsetUnit::Byte), analyze(&disturbed, OffsetUnit::Byte));
        let labels = |analysis: &Analysis| -> Vec<String> {
            let claims = analysis.claims.iter().map(|c| {
                let a = &c.attribution;
                format!("{} {:?} {:?} {:?} {:?} {:?} {}", c.level, c.kind, c.certainty, c.quote, a.source_type, a.stance, a.carried)
            });
            let figures = analysis.figures.iter().map(|f| format!("{:?} {:?} {:?} {:?}", f.kind, f.min, f.max, f.currency));
            let officials = analysis.officials.iter().map(|o| format!("{:?} {} {}", o.kind, o.mentions.len(), o.offices.len()));
            claims.chain(figures).chain(officials).collect()
        };
        prop_assert_eq!(labels(&before), labels(&after), "{}", disturbed);
    }
}

/// The text with each mark put behind the Arabic letter nearest to its place.
fn sprinkled(text: &str, marks: &[(usize, char)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for &(at, mark) in marks {
        let letter = (at % chars.len()..chars.len())
            .find(|&i| ('ب'..='ي').contains(&chars[i]) && chars.get(i + 1).is_some_and(|c| ('ا'..='ي').contains(c)));
        if let Some(i) = letter {
            chars.insert(i + 1, mark);
        }
    }
    chars.into_iter().collect()
}

#[test]
fn a_text_without_arabic_is_told_apart() {
    for text in ["", "\n\n", "Plain English, nothing else.", "12 345", "😀😀"] {
        let analysis = analyze(text, OffsetUnit::Utf16);
        assert!(!analysis.language.arabic, "{text:?}");
    }
    assert!(analyze("قالت الوزارة إن العمل مستمر.", OffsetUnit::Utf16).language.arabic);
}

#[test]
fn the_same_text_gives_the_same_result() {
    for article in ARTICLES {
        let once = serde_json::to_string(&analyze(article, OffsetUnit::Utf16)).unwrap();
        let again = serde_json::to_string(&analyze(article, OffsetUnit::Utf16)).unwrap();
        assert_eq!(once, again);
    }
}
