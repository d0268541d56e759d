//! The whole analysis of our own articles in readable lines: a change to the engine shows as a diff of these. Accept one that is right
//! with `cargo insta review` (or `INSTA_UPDATE=always cargo test`).

use isnad::analysis::{Analysis, FigureKind, Range};
use isnad::{OffsetUnit, analyze};
use std::fmt::Write;

#[test]
fn articles() {
    insta::glob!("articles/*.txt", |path| {
        let text = std::fs::read_to_string(path).expect("an article is readable");
        insta::assert_snapshot!(told(&text, &analyze(&text, OffsetUnit::Byte)));
    });
}

/// The analysis in lines: claims, figures, officials, each in the order of the text.
fn told(text: &str, analysis: &Analysis) -> String {
    let words = |range: Range| &text[range.start as usize..range.end as usize];
    let maybe = |range: Option<Range>| range.map_or("-", words);
    let mut out = String::new();
    for claim in &analysis.claims {
        let a = &claim.attribution;
        writeln!(out, "[{}] {:?} {:?} {:?} | {}", claim.level, claim.kind, claim.certainty, claim.quote, words(claim.range())).unwrap();
        writeln!(
            out,
            "    {:?}{}: {} | cue: {} {:?}",
            a.source_type,
            if a.carried { ", carried" } else { "" },
            maybe(a.source),
            maybe(a.cue),
            a.stance
        )
        .unwrap();
    }
    for figure in &analysis.figures {
        let currency = figure.currency.as_deref().unwrap_or("?");
        writeln!(
            out,
            "{:?} {} = {:?}..{:?} {currency}, approx: {}",
            figure.kind,
            words(figure.range()),
            figure.min,
            figure.max,
            maybe(figure.approx)
        )
        .unwrap();
        if figure.kind == FigureKind::Funding {
            let slots = [figure.donor, figure.recipient, figure.purpose, figure.period].map(maybe);
            writeln!(out, "    donor: {} | recipient: {} | purpose: {} | period: {}", slots[0], slots[1], slots[2], slots[3]).unwrap();
        }
    }
    for official in &analysis.officials {
        writeln!(out, "{} ({:?}): {}", official.name, official.kind, official.offices.join(" · ")).unwrap();
        for mention in &official.mentions {
            writeln!(out, "    {} | {}", words(mention.range()), maybe(mention.office)).unwrap();
        }
    }
    out
}
