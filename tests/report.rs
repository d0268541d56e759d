//! The report and the explanations as a page gets them.

use isnad::analysis::{Analysis, Certainty, Range, Reason, ReasonCode};
use isnad::export::Details;
use isnad::report::Tally;
use isnad::{Annotated, Locale, OffsetUnit, analyze, explain, report};
use serde_json::{Value, json};

const ARTICLE: &str = include_str!("articles/aid.txt");
const LOCALES: [Locale; 2] = [Locale::ARABIC, Locale::ENGLISH];

/// Markup in every place where the article's words can come to stand.
const HOSTILE: &str = "<script>alert(1)</script>\nقال وزير المالية \"><img src=x onerror=alert(2)> سامر الحلبي، أمس، إن الحكومة \
    خصصت 3 ملايين دولار لدعم <b>المدارس</b> & \"المراكز'الصحية\".\n</style><svg onload=alert(3)> أكد الحلبي بلا شك ذلك.";

/// An article with an analysis of our own, so that the report's snapshot changes with the report and not with the engine.
fn told_article() -> (&'static str, Analysis) {
    let text = "منحة لقطاع المياه\nأعلن وزير المياه هشام القاسم أن نحو 45 مليون يورو ستخصص لشبكات الشمال. وبحسب مصادر مطلعة، \
        قد يتأخر المشروع. وكان القاسم قد زار المحافظة.";
    let at = |words: &str| {
        let start = text.find(words).unwrap_or_else(|| panic!("{words} is in the text"));
        json!({ "start": start, "end": start + words.len() })
    };
    let mark = |words: &str, rest: Value| {
        let mut mark = at(words);
        mark.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        mark
    };
    let analysis = json!({
        "language": { "arabic": true, "share": 1.0 },
        "sentences": [],
        "claims": [
            mark("أعلن وزير المياه هشام القاسم أن نحو 45 مليون يورو ستخصص لشبكات الشمال.", json!({
                "level": 2, "score": 0.9, "type": "quantity", "certainty": "plain", "quote": "none",
                "attribution": {
                    "source_type": "official", "source": at("وزير المياه هشام القاسم"), "official": 0, "cue": at("أعلن"),
                    "stance": "neutral", "carried": false
                },
                "reasons": [{ "code": "cue", "words": at("أعلن") }, { "code": "quantity", "words": at("45 مليون") }]
            })),
            mark("وبحسب مصادر مطلعة، قد يتأخر المشروع.", json!({
                "level": 2, "score": 0.6, "type": "prediction", "certainty": "hedged", "quote": "none",
                "attribution": {
                    "source_type": "unnamed", "source": at("مصادر مطلعة"), "official": null, "cue": at("بحسب"),
                    "stance": "neutral", "carried": false
                },
                "reasons": [{ "code": "hedge", "words": at("قد") }, { "code": "prediction", "words": at("يتأخر") }]
            })),
            mark("وكان القاسم قد زار المحافظة.", json!({
                "level": 1, "score": 0.2, "type": "event", "certainty": "plain", "quote": "none",
                "attribution": {
                    "source_type": "author", "source": null, "official": null, "cue": null, "stance": null, "carried": false
                },
                "reasons": [{ "code": "no_source", "words": null }]
            })),
        ],
        "figures": [mark("45 مليون يورو", json!({
            "min": 45e6, "max": 45e6, "currency": "EUR", "approx": at("نحو"), "kind": "funding", "donor": null,
            "recipient": at("شبكات الشمال"), "purpose": null, "period": null, "intermediary": null, "phase": "allocated", "claim": 0,
            "reasons": [{ "code": "funding", "words": at("ستخصص") }]
        }))],
        "officials": [{
            "name": "هشام القاسم", "offices": ["وزير المياه"], "kind": "state",
            "mentions": [mark("هشام القاسم", json!({ "office": at("وزير المياه") })), mark("القاسم قد", json!({ "office": null }))],
            "reasons": [{ "code": "office", "words": at("وزير المياه") }]
        }]
    });
    (text, serde_json::from_value(analysis).expect("an analysis"))
}

#[test]
fn the_report_of_an_article() {
    let (text, analysis) = told_article();
    let annotated = Annotated::new(text, analysis, OffsetUnit::Byte).expect("it fits");
    for locale in LOCALES {
        // A line a tag, so that a change shows as one.
        let lines = report::fragment(&annotated, locale).replace("><", ">\n<");
        insta::assert_snapshot!(format!("report_{}", locale.code()), lines);
    }
}

/// The analysis of a text all of whose words stand in every place the report has for words.
fn all_words_everywhere(text: &str) -> Analysis {
    let all = json!({ "start": 0, "end": text.len() });
    let with = |rest: Value| {
        let mut mark = all.clone();
        mark.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        mark
    };
    let reasons: Vec<Value> = CODES.iter().map(|code| json!({ "code": code, "words": all })).collect();
    let analysis = json!({
        "language": { "arabic": true, "share": 1.0 },
        "sentences": [],
        "claims": [with(json!({
            "level": 2, "score": 0.9, "type": "quantity", "certainty": "both", "quote": "direct", "reasons": reasons,
            "attribution": { "source_type": "person", "source": all, "official": 0, "cue": all, "stance": "neutral", "carried": true }
        }))],
        "figures": [with(json!({
            "min": null, "max": null, "currency": text, "approx": all, "kind": "funding", "donor": all, "recipient": all,
            "purpose": all, "period": all, "intermediary": all, "phase": null, "claim": 0, "reasons": reasons
        }))],
        "officials": [{
            "name": text, "offices": [text], "kind": "state", "mentions": [with(json!({ "office": all })), with(json!({ "office": null }))],
            "reasons": reasons
        }]
    });
    serde_json::from_value(analysis).expect("an analysis")
}

#[test]
fn hostile_text_never_becomes_markup() {
    never_markup(&Annotated::read(HOSTILE, OffsetUnit::Utf16));
    never_markup(&Annotated::new(HOSTILE, all_words_everywhere(HOSTILE), OffsetUnit::Byte).expect("it fits"));
}

fn never_markup(annotated: &Annotated) {
    for locale in LOCALES {
        for html in [report::fragment(annotated, locale), report::file(annotated, &Details::default(), locale)] {
            let body = html.split("</style>").last().expect("a part");
            for tag in ["<script", "<img", "<b>", "<svg onload", "<style"] {
                assert!(!body.contains(tag), "{tag}");
            }
            let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
            assert!(!title.contains('<'), "{title}");
        }
        assert!(
            report::file(annotated, &Details::default(), locale).contains("&lt;img src=x onerror=alert(2)&gt;"),
            "the words are shown as words"
        );
    }
}

/// Every word of the article stands in the marked article once, in its order.
#[test]
fn the_marked_article_is_the_article() {
    for text in [ARTICLE, HOSTILE, include_str!("articles/opinion.txt"), include_str!("articles/regional.txt")] {
        let file = report::file(&Annotated::read(text, OffsetUnit::Byte), &Details::default(), Locale::ARABIC);
        let marked = file.split("<article").nth(1).and_then(|rest| rest.split_once('>')).expect("the article").1;
        assert_eq!(squeeze(&plain(marked.split("</article>").next().expect("its end"))), squeeze(text));
    }
}

#[test]
fn a_file_says_where_the_article_is_from_and_links_only_to_the_web() {
    let annotated = Annotated::read(ARTICLE, OffsetUnit::Byte);
    let file = |address: &str| {
        let details = Details { address: Some(address.to_owned()), date: Some("2026-03-04T05:06:07Z".to_owned()), ..Details::default() };
        report::file(&annotated, &details, Locale::ENGLISH)
    };
    assert!(file("https://example.org/1").contains("href=\"https://example.org/1\""));
    assert!(file("https://example.org/1").contains("2026-03-04T05:06:07Z"));
    for other in ["javascript:alert(1)", "file:///etc/passwd", "\" onclick=\"alert(1)"] {
        assert!(!file(other).contains("rel=\"noreferrer\"") && !file(other).contains("onclick=\"alert"), "{other}");
    }
}

/// The text of HTML, without the numbers that refer to the rows of the report.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text += before;
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = if tag.starts_with("a class=\"isnad-reference\"") { after.split_once("</a>").expect("a link ends").1 } else { after };
        if tag == "/p" {
            text.push('\n');
        }
    }
    text += rest;
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn rows_say_which_mark_they_are_of() {
    let text = format!("😀 {ARTICLE}");
    let analysis = analyze(&text, OffsetUnit::Utf16);
    let html = report::fragment(&Annotated::read(&text, OffsetUnit::Utf16), Locale::ARABIC);
    for (index, claim) in analysis.claims.iter().enumerate() {
        let Range { start, end } = claim.range();
        let attributes = format!("data-kind=\"claim\" data-index=\"{index}\" data-start=\"{start}\" data-end=\"{end}\"");
        assert_eq!(html.matches(&attributes).count(), 1, "{attributes}");
    }
    for (index, figure) in analysis.figures.iter().enumerate() {
        let attributes = format!("data-kind=\"figure\" data-index=\"{index}\" data-start=\"{}\"", figure.start);
        assert_eq!(html.matches(&attributes).count(), 1, "{attributes}");
    }
    assert!(!html.contains("style="), "a page's policy may forbid style attributes");
}

#[test]
fn the_ladder_counts_every_claim_once() {
    for text in [ARTICLE, include_str!("articles/agency.txt"), include_str!("articles/opinion.txt")] {
        let annotated = Annotated::read(text, OffsetUnit::Byte);
        let tally = Tally::of(&annotated);
        assert_eq!(tally.rungs.iter().sum::<usize>(), tally.claims);
        assert_eq!(tally.claims, annotated.analysis().claims.len());
        let named: usize = tally.rungs[..4].iter().sum();
        assert!(tally.sources.iter().map(|source| source.claims).sum::<usize>() <= named);
    }
}

/// Each rung leads to the claims that stand on it, and each claim that is hedged or loaded is listed with its words.
#[test]
fn rungs_and_worded_claims_lead_to_their_claims() {
    let annotated = Annotated::read(include_str!("articles/opinion.txt"), OffsetUnit::Byte);
    let html = report::fragment(&annotated, Locale::ENGLISH);
    let part = |from: &str, to: &str| html.split(from).nth(1).and_then(|rest| rest.split(to).next()).unwrap_or_default();
    let worded = part("isnad-worded\"", "</section>");
    for (index, claim) in annotated.analysis().claims.iter().enumerate() {
        let leads_here = format!("href=\"#isnad-about-claim-{index}\"");
        let source: &str = claim.attribution.source_type.into();
        let rung = part(&format!("data-source=\"{source}\"><span class=\"isnad-rung-name\""), "</li>");
        assert!(rung.contains(&leads_here), "{index} on {source}: {rung}");
        assert_eq!(worded.contains(&leads_here), claim.certainty != Certainty::Plain, "{index}");
        assert!(html.contains(&format!("id=\"isnad-about-claim-{index}\"")));
    }
    assert!(worded.contains("href"), "the article has worded claims");
}

#[test]
fn a_text_without_arabic_and_an_empty_text_have_a_report() {
    for text in ["", "\n\n", "No Arabic here at all.", "١٢٣", "😀"] {
        let html = report::fragment(&Annotated::read(text, OffsetUnit::Utf16), Locale::ENGLISH);
        assert!(html.contains("There is too little Arabic in this text to analyse."), "{text:?}");
    }
}

const CODES: [&str; 24] = [
    "cue",
    "source",
    "carried",
    "no_source",
    "hedge",
    "booster",
    "quantity",
    "accusation",
    "causal",
    "comparison",
    "casualty",
    "law",
    "prediction",
    "conflict",
    "change",
    "denial",
    "routine",
    "evaluation",
    "call",
    "funding",
    "not_funding",
    "usual_currency",
    "office",
    "known_holder",
];

/// Whatever rule made an official's mark, the explanation has words for it and quotes the words that set it off.
#[test]
fn every_reason_is_told_in_both_languages() {
    let text = "قال وزير المالية سامر الحلبي إن الخطة جاهزة.";
    for code in CODES {
        let code: ReasonCode = serde_json::from_value(code.into()).expect("a code of the analysis");
        for locale in LOCALES {
            let told = |words: Option<Range>| {
                let mut analysis: Analysis = analyze(text, OffsetUnit::Byte);
                analysis.officials.truncate(1);
                analysis.officials[0].reasons = vec![Reason { code, words }];
                explain::explain(&Annotated::new(text, analysis, OffsetUnit::Byte).expect("it fits"), locale).officials.remove(0)
            };
            let bare = told(None);
            assert!(bare.ends_with('.') && !bare.contains('{'), "{code:?}: {bare}");
            // A name that is on a list was set off by itself.
            if code != ReasonCode::KnownHolder {
                let minister = text.find("وزير").expect("it is there") as u32;
                let quoted = told(Some(Range { start: minister, end: minister + "وزير المالية".len() as u32 }));
                assert!(quoted.contains("وزير المالية"), "{code:?}: {quoted}");
            }
        }
    }
}

#[test]
fn explanations_quote_the_words_that_caused_the_mark() {
    let text = "وبحسب مصادر مطلعة، فإن الحكومة خصصت نحو 3 ملايين دولار لدعم المدارس.";
    let annotated = Annotated::read(text, OffsetUnit::Byte);
    let arabic = explain::explain(&annotated, Locale::ARABIC);
    assert!(arabic.claims[0].starts_with("نُسب إلى مصدر غير مسمّى: «مصادر مطلعة» بعبارة «"), "{}", arabic.claims[0]);
    assert!(arabic.figures[0].contains("3,000,000"), "{}", arabic.figures[0]);
    assert!(arabic.figures[0].contains("«نحو»"), "{}", arabic.figures[0]);
    assert!(arabic.figures[0].contains("لا يذكر النص") && arabic.figures[0].contains("الفترة"), "{}", arabic.figures[0]);
    let english = explain::explain(&annotated, Locale::ENGLISH);
    assert!(english.claims[0].starts_with("Attributed to an unnamed source: "), "{}", english.claims[0]);
}

#[test]
fn a_sum_told_again_is_one_row_with_its_mentions() {
    let text = "خصصت اليابان 3 ملايين دولار لترميم المسجد.\nوتبلغ المنحة ثلاثة ملايين دولار.";
    let annotated = Annotated::read(text, OffsetUnit::Byte);
    let html = report::fragment(&annotated, Locale::ARABIC);
    let table = html.split("isnad-figures").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    assert_eq!(table.matches("role=\"rowheader\"").count(), 1);
    for index in 0..2 {
        assert!(table.contains(&format!("id=\"isnad-about-figure-{index}\"")), "a mark leads to its row");
    }
    for told in explain::explain(&annotated, Locale::ARABIC).figures {
        assert!(told.ends_with("يرد المبلغ في النص مرتين."), "{told}");
    }
}

#[test]
fn another_value_for_the_same_purpose_is_told() {
    let text = "بلغت كلفة بناء الجسر 40 مليون درهم. وبلغت كلفة بناء الجسر 55 مليون درهم.";
    let annotated = Annotated::read(text, OffsetUnit::Byte);
    assert_eq!(report::fragment(&annotated, Locale::ARABIC).matches("قيمة أخرى للغرض نفسه").count(), 2);
    let told = explain::explain(&annotated, Locale::ENGLISH).figures;
    assert!(told[0].contains("another value for the same purpose: 55,000,000"), "{}", told[0]);
    assert!(told[1].contains("another value for the same purpose: 40,000,000"), "{}", told[1]);
}
