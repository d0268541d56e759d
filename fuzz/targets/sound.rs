//! What must hold of every analysis of every text.

use isnad::analysis::{Analysis, Range};
use isnad::{Annotated, OffsetUnit, analyze};

pub const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16];

/// The analysis of a text in bytes, known to be sound, to be the same a second time, and to fit the text in every unit.
pub fn sound(text: &str) -> Analysis {
    let analysis = analyze(text, OffsetUnit::Byte);
    assert_sound(text, &analysis);
    assert!(analysis == analyze(text, OffsetUnit::Byte), "the same text gives the same result");
    for unit in UNITS {
        let outward = analyze(text, unit);
        let back = Annotated::new(text, outward.clone(), unit).expect("an analysis fits its own text");
        assert!(*back.analysis() == analysis, "{unit}: offsets come back as bytes");
        assert!(back.outward_analysis() == outward, "{unit}: bytes come back as offsets");
    }
    analysis
}

pub fn assert_sound(text: &str, analysis: &Analysis) {
    analysis.clone().for_each_range(|range| {
        let words = text.get(range.start as usize..range.end as usize);
        assert!(words.is_some_and(|words| !words.trim().is_empty()), "{range:?} holds no words: {words:?}");
        assert!(words.is_some_and(|words| !words.contains('\n')), "{range:?} crosses blocks: {words:?}");
    });
    assert_apart("sentences", analysis.sentences.iter().copied());
    assert_apart("claims", analysis.claims.iter().map(|claim| claim.range()));
    assert_apart("figures", analysis.figures.iter().map(|figure| figure.range()));
    let mut mentions: Vec<Range> = analysis.officials.iter().flat_map(|o| o.mentions.iter().map(|m| m.range())).collect();
    mentions.sort();
    assert_apart("mentions", mentions.into_iter());
    for claim in &analysis.claims {
        assert_nests("a claim", claim.range(), &analysis.sentences);
        assert!((0.0..=1.0).contains(&claim.score) && (1..=2).contains(&claim.level));
        assert!(claim.attribution.official.is_none_or(|i| i < analysis.officials.len()));
        assert!(claim.changes.is_empty());
    }
    for (at, figure) in analysis.figures.iter().enumerate() {
        assert_nests("a figure", figure.range(), &analysis.sentences);
        assert!(figure.claim.is_none_or(|i| covers(analysis.claims[i].range(), figure.range())), "a figure stands in its claim");
        assert!(figure.converts.is_none_or(|i| i < at), "what is told again was told before");
        assert_eq!(figure.min.is_some(), figure.max.is_some());
        assert!(figure.min.zip(figure.max).is_none_or(|(min, max)| min.is_finite() && max.is_finite() && min <= max));
    }
    for official in &analysis.officials {
        assert!(official.mentions.is_sorted_by_key(|mention| mention.range()) && !official.mentions.is_empty());
        for mention in &official.mentions {
            assert_nests("a mention", mention.range(), &analysis.sentences);
        }
        assert!(official.mentions.iter().any(|m| text[m.start as usize..m.end as usize] == official.name));
        for office in &official.offices {
            let stands = |m: &isnad::analysis::Mention| m.office.is_some_and(|o| text[o.start as usize..o.end as usize] == **office);
            assert!(official.mentions.iter().any(stands), "{office} is an office of a mention");
        }
    }
}

/// In order, and none reaches into the next.
fn assert_apart(what: &str, ranges: impl Iterator<Item = Range>) {
    let ranges: Vec<Range> = ranges.collect();
    for pair in ranges.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what} are in order and apart: {pair:?}");
    }
}

fn assert_nests(what: &str, range: Range, within: &[Range]) {
    assert!(within.iter().any(|&outer| covers(outer, range)), "{what} stands in one sentence: {range:?} of {within:?}");
}

fn covers(outer: Range, inner: Range) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
