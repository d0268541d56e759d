//! W3C Web Annotation: a collection with one page of annotations in JSON-LD, after <https://www.w3.org/TR/annotation-model/>.
//!
//! Each mark is an annotation. Its target is the page the article was read from (or, without an address, a name made from the
//! text), selected in two ways: by its words with what stands around them, which finds it in the page, and by its position, in code
//! points as the model has it, in the text as Isnad read it: that of the JSON export, not all of the page.
//! The same article gives the same identifiers, so that a collection loaded twice is no second one.

use super::lesson::{entry_of, extras, verdict};
use super::{Details, GENERATOR, LessonEntry};
use crate::analysis::{MarkKind, Range};
use crate::annotated::Annotated;
use crate::explain;
use crate::labels;
use crate::marks::{Mark, marks};
use crate::report::row::name;
use crate::text::{OffsetConverter, OffsetUnit};
use crate::wording::Locale;
use serde::Serialize;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Characters before and after the words, as in other programs that write annotations.
const AROUND: usize = 32;

/// An `AnnotationCollection`.
#[derive(Serialize)]
pub struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: String,
    generator: Software,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
struct Software {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Page {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
    language: &'static str,
}

#[derive(Serialize)]
struct Target {
    source: String,
    selector: [Selector; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: String, prefix: String, suffix: String },
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
}

/// The collection of all marks, and of what a student added in a lesson.
pub(super) fn collection(article: &Annotated, details: &Details, locale: Locale) -> Collection {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let address = details.address.as_deref().unwrap_or_default();
    let article_hash = fnv(fnv(BASIS, article.text()), address);
    let writer = Writer { article_hash, article, details, locale, points: OffsetConverter::new(article.text(), OffsetUnit::Char) };
    let marked = marks(article).into_iter().map(|mark| writer.mark(&mark));
    let extra = extras(article, details).into_iter().map(|(range, entry)| writer.extra(range, entry));
    let items: Vec<Annotation> = marked.chain(extra).collect();
    Collection {
        context: CONTEXT,
        id: writer.name("collection"),
        kind: "AnnotationCollection",
        label: details.title(article),
        generator: Software { kind: "Software", name: GENERATOR },
        created: details.date.clone().filter(|date| is_instant(date)),
        total: items.len(),
        first: Page { id: writer.name("page"), kind: "AnnotationPage", start_index: 0, items },
    }
}

struct Writer<'a, 't> {
    article: &'a Annotated<'t>,
    details: &'a Details,
    locale: Locale,
    points: OffsetConverter<'t>,
    article_hash: u128,
}

impl Writer<'_, '_> {
    fn mark(&self, mark: &Mark) -> Annotation {
        let mut body = vec![self.body("describing", explain::mark(self.article, mark, self.locale).to_string())];
        body.extend(self.labels(mark).into_iter().map(|label| self.body("tagging", label)));
        let changes = explain::changes(mark.changes(self.article), self.locale);
        if !changes.is_empty() {
            body.push(self.body("commenting", changes.to_string()));
        }
        body.extend(entry_of(mark, self.article, self.details).map(|entry| self.assessment(entry)));
        self.annotation("classifying", body, mark.range, &format!("{}-{}-{}", name(mark.kind), mark.index, mark.mention))
    }

    fn extra(&self, range: Range, entry: &LessonEntry) -> Annotation {
        let body = vec![self.body("tagging", labels::mark(entry.mark).text(self.locale).to_owned()), self.assessment(entry)];
        self.annotation("assessing", body, range, &format!("extra-{}-{}-{}", name(entry.mark), range.start, range.end))
    }

    fn annotation(&self, motivation: &'static str, body: Vec<Body>, range: Range, name: &str) -> Annotation {
        Annotation { id: self.name(name), kind: "Annotation", motivation, body, target: self.target(range) }
    }

    fn labels(&self, mark: &Mark) -> Vec<String> {
        let analysis = self.article.analysis();
        let of_mark = match mark.kind {
            MarkKind::Claim => {
                let claim = &analysis.claims[mark.index];
                let source = labels::source_type(claim.attribution.source_type);
                vec![labels::level(claim.level), labels::claim_type(claim.kind), source, labels::certainty(claim.certainty)]
            }
            MarkKind::Figure => vec![labels::mark(mark.kind), labels::figure_kind(analysis.figures[mark.index].kind)],
            MarkKind::Official => vec![labels::mark(mark.kind), labels::official_kind(analysis.officials[mark.index].kind)],
        };
        of_mark.into_iter().map(|label| label.text(self.locale).to_owned()).filter(|label| !label.is_empty()).collect()
    }

    fn assessment(&self, entry: &LessonEntry) -> Body {
        self.body("assessing", verdict(entry, self.locale))
    }

    fn body(&self, purpose: &'static str, value: String) -> Body {
        Body { kind: "TextualBody", purpose, value, format: "text/plain", language: self.locale.code() }
    }

    fn target(&self, range: Range) -> Target {
        let text = self.article.text();
        let (before, after) = (&text[..range.start as usize], &text[range.end as usize..]);
        let prefix = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let suffix = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        Target {
            source: self.details.address.clone().filter(|address| !address.is_empty()).unwrap_or_else(|| self.name("text")),
            selector: [
                Selector::Quote {
                    exact: self.article.words(range).to_owned(),
                    prefix: before[prefix..].to_owned(),
                    suffix: after[..suffix].to_owned(),
                },
                Selector::Position { start: self.points.convert(range.start), end: self.points.convert(range.end) },
            ],
        }
    }

    /// An identifier for a part of this article: a UUID of version 8 (RFC 9562), made from the article and the name of the part.
    fn name(&self, part: &str) -> String {
        let hash = fnv(self.article_hash, part);
        let (version, variant) = (0x8 << 76, 0b10 << 62);
        let uuid = hash & !(0xf << 76) & !(0b11 << 62) | version | variant;
        let hex = format!("{uuid:032x}");
        format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

/// FNV-1a, 128 bits: no secret, and the same on every machine, which the hashes of hash tables are not.
fn fnv(hash: u128, text: &str) -> u128 {
    const PRIME: u128 = 0x0100_0000_0000_0000_0000_013b;
    text.bytes().fold(hash, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

/// `2026-11-27T05:00:00Z`, with or without a fraction: the one form the model has for a time.
fn is_instant(date: &str) -> bool {
    const FORM: &str = "0000-00-00T00:00:00";
    let (Some(whole), Some(rest)) = (date.get(..FORM.len()), date.get(FORM.len()..)) else { return false };
    let alike = whole.chars().zip(FORM.chars()).all(|(c, form)| if form == '0' { c.is_ascii_digit() } else { c == form });
    let fraction = rest.strip_suffix('Z').map(|fraction| fraction.strip_prefix('.').unwrap_or(fraction));
    alike && fraction.is_some_and(|fraction| fraction.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_instant_is_a_time() {
        for date in ["2026-11-27T05:00:00Z", "2026-11-27T05:00:00.123Z"] {
            assert!(is_instant(date), "{date}");
        }
        for date in ["", "2026-11-27", "2026-11-27T05:00:00", "27/11/2026T05:00:00Z", "٢٠٢٦-11-27T05:00:00Z", "2026-11-27T05:00:00+01:00"]
        {
            assert!(!is_instant(date), "{date}");
        }
    }
}
