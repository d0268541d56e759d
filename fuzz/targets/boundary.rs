//! What JavaScript calls, behind the conversion of its objects: texts with analyses that may be those of other texts, other
//! units, or nobody's; corrections that fit or do not.

use super::sound::{UNITS, assert_sound};
use isnad::analysis::{Analysis, Range};
use isnad::compare::{self, Side};
use isnad::corrections::Correction;
use isnad::export::{Content, Details, Format, export};
use isnad::worksheet::{self, Options};
use isnad::{Annotated, Digits, Language, Locale, analyze, explain, report};

pub fn boundary(data: &[u8]) {
    let Some((control, data)) = data.split_first_chunk::<8>() else { return };
    let text = &*String::from_utf8_lossy(data);
    let unit = UNITS[control[0] as usize % UNITS.len()];
    let locale = Locale {
        language: if control[1] & 1 == 0 { Language::Arabic } else { Language::English },
        digits: if control[1] & 2 == 0 { Digits::Western } else { Digits::ArabicIndic },
    };
    let analysis = analyze(text, unit);
    let own = Annotated::new(text, analysis.clone(), unit).expect("an analysis fits its own text");
    everything_made_of(&own, locale, control[2]);
    corrected(own, text, control);
    // One that came from elsewhere fits or is refused; if it fits, all that is made of it can be made.
    if let Ok(strange) = Annotated::new(text, tampered(analysis, control), unit) {
        everything_made_of(&strange, locale, control[2]);
    }
}

fn everything_made_of(article: &Annotated, locale: Locale, which: u8) {
    let explanations = explain::explain(article, locale);
    assert_eq!(explanations.claims.len(), article.analysis().claims.len());
    assert_eq!(explanations.figures.len(), article.analysis().figures.len());
    assert_eq!(explanations.officials.len(), article.analysis().officials.len());
    let details = Details { title: Some("<script>".to_owned()), ..Details::default() };
    let page = match which % 6 {
        0 => report::file(article, &details, locale),
        1 => worksheet::file(article, &Options::default(), locale),
        2 => compare::file(side(article), side(article), locale),
        3..=5 => report::fragment(article, locale),
        _ => unreachable!(),
    };
    assert!(!page.contains("<script"), "no text becomes markup");
    for format in [Format::Csv, Format::Json, Format::Markdown, Format::Annotation] {
        if let Content::Data(data) = export(article, &details, format, locale) {
            serde_json::to_string(&data).expect("an export can be written");
        }
    }
}

fn side<'t>(article: &Annotated<'t>) -> Side<'t> {
    let article = Annotated::new(article.text(), article.outward_analysis(), article.unit()).expect("what fits, fits again");
    Side { article, title: "<script>".to_owned() }
}

/// What a reader sets right leaves an analysis that fits and is as sound, apart from the labels.
fn corrected(own: Annotated, text: &str, control: &[u8; 8]) {
    const MARKS: [&str; 4] = ["claim", "figure", "official", "verse"];
    const LABELS: [(&str, Option<&str>); 6] = [
        ("dismissed", None),
        ("source_type", Some("vague")),
        ("type", Some("opinion")),
        ("level", Some("routine")),
        ("kind", Some("party")),
        ("kind", Some("funding")),
    ];
    let mut ranges = Vec::new();
    own.outward_analysis().for_each_range(|range| ranges.push(*range));
    let corrections: Vec<Correction> = (0..control[3] % 4)
        .map(|n| {
            let at = usize::from(control[4]) + usize::from(n);
            let (what, to) = LABELS[at % LABELS.len()];
            let range = ranges.get(at * 7 % ranges.len().max(1)).copied().unwrap_or(Range { start: at as u32, end: u32::MAX });
            Correction {
                mark: MARKS[at % MARKS.len()].to_owned(),
                start: range.start,
                end: range.end,
                words: None,
                what: what.to_owned(),
                to: to.map(str::to_owned),
            }
        })
        .collect();
    let unit = own.unit();
    let (right, _) = own.corrected(&corrections);
    let back = Annotated::new(text, right.outward_analysis(), unit).expect("a corrected analysis fits");
    let mut plain = back.analysis().clone();
    plain.claims.iter_mut().for_each(|claim| claim.changes.clear());
    assert_sound(text, &plain);
}

/// The analysis with one number changed.
fn tampered(mut analysis: Analysis, control: &[u8; 8]) -> Analysis {
    let value = u32::from_le_bytes([control[4], control[5], control[6], control[7]]);
    let mut at = u32::from(control[3]);
    let index = Some(value as usize % 9);
    match control[2] % 5 {
        0 => analysis.claims.iter_mut().for_each(|claim| claim.attribution.official = index),
        1 => analysis.figures.iter_mut().for_each(|figure| figure.claim = index),
        2 => analysis.figures.iter_mut().for_each(|figure| figure.converts = index),
        3 => analysis.claims.iter_mut().for_each(|claim| claim.score = f64::from_bits(u64::from(value) << 32)),
        _ => analysis.for_each_range(|range| {
            if at == 0 {
                *range = Range { start: value & 0xffff, end: value >> 16 };
            }
            at = at.wrapping_sub(1);
        }),
    }
    analysis
}
