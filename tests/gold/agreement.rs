//! How far the engine agrees with the people who annotated our own articles (`*.jsonl` beside this file).
//!
//! The measures are those of named entity and relation scoring: precision and recall of spans, exact or by shared
//! words; accuracy of labels; Matthews correlation where one label is much more frequent; average precision for a
//! ranking. Offsets are bytes throughout.

use isnad::analysis::{Analysis, Claim, Figure, FigureKind, Mention, Range, SourceType};
use isnad::{OffsetUnit, analyze};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// An annotated article. Offsets in the file are code points; [`articles`] turns them into bytes.
#[derive(Deserialize)]
pub struct Article {
    id: String,
    pub text: String,
    sentences: Vec<Sentence>,
    officials: Vec<Person>,
    money: Vec<Sum>,
}

#[derive(Deserialize)]
struct Sentence {
    #[serde(flatten)]
    range: Range,
    /// 0 no claim, 1 routine, 2 key.
    claim: u8,
    src: String,
    source: Option<String>,
    cue: Option<String>,
    stance: Option<String>,
    certainty: String,
    quote: String,
}

#[derive(Deserialize)]
struct Person {
    #[serde(flatten)]
    range: Range,
    office: Option<String>,
    entity: String,
    kind: String,
}

#[derive(Deserialize)]
struct Sum {
    #[serde(flatten)]
    range: Range,
    min: Option<f64>,
    max: Option<f64>,
    currency: Option<String>,
    kind: String,
    donor: Option<String>,
    recipient: Option<String>,
    purpose: Option<String>,
    period: Option<String>,
}

/// One row of the table: a measure's name, its value from 0 to 1, and how many cases it is over.
pub struct Row {
    pub name: &'static str,
    pub value: f64,
    pub cases: usize,
}

/// The files, one kind of paper each.
const FILES: [&str; 3] = [include_str!("panarab.jsonl"), include_str!("money.jsonl"), include_str!("countries.jsonl")];

/// Our own articles.
pub fn own_articles() -> Vec<Article> {
    FILES.iter().flat_map(|file| articles(file)).collect()
}

/// The articles of a file, one a line.
pub fn articles(file: &str) -> impl Iterator<Item = Article> {
    file.lines().map(read)
}

/// Measures what `analyze` makes of the articles.
pub fn measure(articles: &[Article], mut analyze: impl FnMut(&str) -> Analysis) -> Vec<Row> {
    let mut agreement = Agreement::default();
    for article in articles {
        let analysis = analyze(&article.text);
        agreement.claims(article, &analysis);
        agreement.figures(article, &analysis);
        agreement.officials(article, &analysis);
    }
    agreement.rows()
}

/// What the engine makes of a text, as it is measured.
pub fn as_it_is(text: &str) -> Analysis {
    analyze(text, OffsetUnit::Byte)
}

fn read(line: &str) -> Article {
    let mut article: Article = serde_json::from_str(line).unwrap_or_else(|problem| panic!("{problem}: {line:.60}"));
    let bytes: Vec<u32> = article.text.char_indices().map(|(at, _)| at as u32).chain([article.text.len() as u32]).collect();
    let in_bytes = |range: &mut Range| {
        let at = |point: u32| *bytes.get(point as usize).unwrap_or_else(|| panic!("{}: {point} is beyond the text", article.id));
        *range = Range { start: at(range.start), end: at(range.end) };
    };
    article.sentences.iter_mut().for_each(|s| in_bytes(&mut s.range));
    article.officials.iter_mut().for_each(|p| in_bytes(&mut p.range));
    article.money.iter_mut().for_each(|m| in_bytes(&mut m.range));
    article
}

/// Hits, false alarms, misses, and rightly left alone.
#[derive(Clone, Copy, Default)]
struct Hits {
    hit: f64,
    spurious: f64,
    missed: f64,
    left: f64,
}

impl Hits {
    fn add(&mut self, wanted: bool, got: bool) {
        *match (wanted, got) {
            (true, true) => &mut self.hit,
            (true, false) => &mut self.missed,
            (false, true) => &mut self.spurious,
            (false, false) => &mut self.left,
        } += 1.0;
    }

    fn f1(self) -> f64 {
        ratio(2.0 * self.hit, 2.0 * self.hit + self.spurious + self.missed)
    }

    fn matthews(self) -> f64 {
        let Hits { hit, spurious, missed, left } = self;
        let scale = ((hit + spurious) * (hit + missed) * (left + spurious) * (left + missed)).sqrt();
        ratio(hit * left - spurious * missed, scale)
    }

    fn wanted(self) -> usize {
        (self.hit + self.missed) as usize
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }
    fn value(self) -> f64 {
        ratio(self.sum, self.count as f64)
    }
}

/// Words that stand for a slot, found and wanted: precision over what was found, recall over what was wanted.
#[derive(Clone, Copy, Default)]
struct Words {
    found: Mean,
    wanted: Mean,
}

impl Words {
    fn add(&mut self, wanted: Option<&str>, found: Option<&str>) {
        let shared = wanted.zip(found).map_or(0.0, |(wanted, found)| shared_words(wanted, found));
        if found.is_some() {
            self.found.add(shared);
        }
        if wanted.is_some() {
            self.wanted.add(shared);
        }
    }
    fn f1(self) -> f64 {
        let (p, r) = (self.found.value(), self.wanted.value());
        ratio(2.0 * p * r, p + r)
    }
}

/// F1 of the words of two phrases, each counted as often as it stands there.
fn shared_words(wanted: &str, found: &str) -> f64 {
    let count = |phrase: &str| {
        let mut counts = HashMap::new();
        for word in phrase.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *counts.entry(word.to_owned()).or_insert(0usize) += 1;
        }
        counts
    };
    let (wanted, found) = (count(wanted), count(found));
    let shared: usize = wanted.iter().map(|(word, n)| (*n).min(*found.get(word).unwrap_or(&0))).sum();
    ratio(2.0 * shared as f64, (wanted.values().sum::<usize>() + found.values().sum::<usize>()) as f64)
}

#[derive(Default)]
struct Agreement {
    no_claim: Hits,
    key_claim: Hits,
    /// Score, and whether it is a key claim.
    ranking: Vec<(f64, bool)>,
    source_type: Mean,
    attributed: Hits,
    author: Hits,
    withheld: Hits,
    source: Mean,
    stance: Mean,
    hedged: Hits,
    loaded: Hits,
    quote: Mean,
    unattributed_error: Mean,
    money: Hits,
    value: Mean,
    funding: Hits,
    slots: [Words; 4],
    names: Hits,
    office: Words,
    same_person: Hits,
}

/// The name of a label as it stands in the JSON.
fn label(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("a label").as_str().expect("a string").to_owned()
}

fn overlap(a: Range, b: Range) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The claim that answers for an annotated sentence: of those that stand in it, the heaviest.
fn claim_of(sentence: Range, claims: &[Claim]) -> Option<&Claim> {
    claims
        .iter()
        .filter(|c| {
            let shorter = (sentence.end - sentence.start).min(c.end - c.start);
            2 * overlap(sentence, c.range()) >= shorter
        })
        .max_by(|a, b| (a.level, a.score).partial_cmp(&(b.level, b.score)).expect("scores are numbers"))
}

impl Agreement {
    fn claims(&mut self, article: &Article, analysis: &Analysis) {
        let words = |range: Range| &article.text[range.start as usize..range.end as usize];
        let (mut wanted_authors, mut got_authors, mut wanted, mut got) = (0, 0, 0, 0);
        for sentence in &article.sentences {
            let claim = claim_of(sentence.range, &analysis.claims);
            let level = claim.map_or(0, |c| c.level);
            self.no_claim.add(sentence.claim == 0, level == 0);
            self.key_claim.add(sentence.claim == 2, level == 2);
            self.ranking.push((claim.map_or(0.0, |c| c.score), sentence.claim == 2));
            if sentence.claim == 0 {
                continue;
            }
            let is_author = sentence.src == "author";
            let source_type = claim.map(|c| c.attribution.source_type);
            let named = source_type.map_or_else(|| "missed".to_owned(), label);
            self.source_type.add(f64::from(named == sentence.src));
            self.attributed.add(!is_author, source_type.is_some_and(|t| t != SourceType::Author));
            self.author.add(is_author, source_type == Some(SourceType::Author));
            self.withheld
                .add(["unnamed", "vague"].contains(&&*sentence.src), matches!(source_type, Some(SourceType::Unnamed | SourceType::Vague)));
            wanted += 1;
            wanted_authors += usize::from(is_author);
            let attribution = claim.map(|c| &c.attribution);
            if let Some(source) = &sentence.source {
                self.source.add(shared_words(source, attribution.and_then(|a| a.source).map_or("", words)));
            }
            if let (Some(cue), Some(got)) = (&sentence.cue, attribution.and_then(|a| a.cue))
                && shared_words(cue, words(got)) > 0.0
            {
                self.stance.add(f64::from(sentence.stance == attribution.and_then(|a| a.stance).map(label)));
            }
            let Some(claim) = claim else { continue };
            got += 1;
            got_authors += usize::from(source_type == Some(SourceType::Author));
            let certainty = label(claim.certainty);
            self.hedged.add(["hedged", "both"].contains(&&*sentence.certainty), ["hedged", "both"].contains(&&*certainty));
            self.loaded.add(["loaded", "both"].contains(&&*sentence.certainty), ["loaded", "both"].contains(&&*certainty));
            if sentence.quote != "none" {
                self.quote.add(f64::from(sentence.quote == label(claim.quote)));
            }
        }
        if wanted > 0 {
            let share = |part: usize, whole: usize| ratio(part as f64, whole as f64);
            self.unattributed_error.add((share(wanted_authors, wanted) - share(got_authors, got)).abs());
        }
    }

    fn figures(&mut self, article: &Article, analysis: &Analysis) {
        let words = |range: Range| &article.text[range.start as usize..range.end as usize];
        let found: BTreeMap<Range, &Figure> = analysis.figures.iter().map(|f| (f.range(), f)).collect();
        let wanted: BTreeMap<Range, &Sum> = article.money.iter().map(|m| (m.range, m)).collect();
        for figure in found.keys().filter(|range| !wanted.contains_key(range)) {
            self.money.add(false, true);
            self.funding.add(false, found[figure].kind == FigureKind::Funding);
        }
        for sum in &article.money {
            let figure = found.get(&sum.range);
            self.money.add(true, figure.is_some());
            self.funding.add(sum.kind == "funding", figure.is_some_and(|f| f.kind == FigureKind::Funding));
            if let Some(figure) = figure {
                let same = |a: Option<f64>, b: Option<f64>| a.zip(b).map_or(a == b, |(a, b)| (a - b).abs() <= 1e-6 * a.abs().max(1.0));
                let right =
                    same(sum.min, figure.min) && same(sum.max, figure.max) && (sum.currency.is_none() || sum.currency == figure.currency);
                self.value.add(f64::from(right));
            }
            if sum.kind == "funding" {
                let found = figure.map_or([None; 4], |f| [f.donor, f.recipient, f.purpose, f.period]);
                let wanted = [&sum.donor, &sum.recipient, &sum.purpose, &sum.period];
                for ((slot, wanted), found) in self.slots.iter_mut().zip(wanted).zip(found) {
                    slot.add(wanted.as_deref(), found.map(words));
                }
            }
        }
    }

    fn officials(&mut self, article: &Article, analysis: &Analysis) {
        let words = |range: Range| &article.text[range.start as usize..range.end as usize];
        // People without public office are not asked for; where one has a post elsewhere, calling him an official is let pass.
        let (public, private): (Vec<&Person>, Vec<&Person>) = article.officials.iter().partition(|p| p.kind != "other");
        let excused = |range: Range| private.iter().any(|p| p.office.is_some() && overlap(p.range, range) > 0);
        let found: BTreeMap<Range, (usize, &Mention)> = (analysis.officials.iter().enumerate())
            .flat_map(|(who, official)| official.mentions.iter().map(move |m| (m.range(), (who, m))))
            .filter(|(range, _)| !excused(*range))
            .collect();
        for (range, (_, mention)) in &found {
            if !public.iter().any(|p| p.range == *range) {
                self.names.add(false, true);
                self.office.add(None, mention.office.map(words));
            }
        }
        for (i, person) in public.iter().enumerate() {
            let mention = found.get(&person.range);
            self.names.add(true, mention.is_some());
            self.office.add(person.office.as_deref(), mention.and_then(|(_, m)| m.office).map(words));
            for other in &public[..i] {
                let same = mention.zip(found.get(&other.range)).is_some_and(|((a, _), (b, _))| a == b);
                self.same_person.add(person.entity == other.entity, same);
            }
        }
    }

    fn rows(mut self) -> Vec<Row> {
        let hits = |name, hits: Hits| Row { name, value: hits.f1(), cases: hits.wanted() };
        let mean = |name, mean: Mean| Row { name, value: mean.value(), cases: mean.count };
        let words = |name, words: Words| Row { name, value: words.f1(), cases: words.wanted.count };
        let [donor, recipient, purpose, period] = self.slots;
        let sentences = self.ranking.len();
        vec![
            hits("no claim, F1", self.no_claim),
            Row { name: "key claim, Matthews correlation", value: self.key_claim.matthews(), cases: self.key_claim.wanted() },
            Row { name: "key claims ranked, average precision", value: average_precision(&mut self.ranking), cases: sentences },
            Row { name: "    the same by chance", value: ratio(self.key_claim.wanted() as f64, sentences as f64), cases: sentences },
            hits("attributed, F1", self.attributed),
            hits("author's voice, F1", self.author),
            mean("type of source, accuracy", self.source_type),
            hits("unnamed or vague source, F1", self.withheld),
            mean("words of the source, F1", self.source),
            mean("stance of the cue, accuracy", self.stance),
            hits("hedged, F1", self.hedged),
            hits("loaded, F1", self.loaded),
            mean("kind of quotation, accuracy", self.quote),
            mean("share unattributed, mean error", self.unattributed_error),
            hits("amount of money, exact, F1", self.money),
            mean("value and currency, accuracy", self.value),
            hits("funding, F1", self.funding),
            words("donor, words F1", donor),
            words("recipient, words F1", recipient),
            words("purpose, words F1", purpose),
            words("period, words F1", period),
            hits("official's name, exact, F1", self.names),
            words("office, words F1", self.office),
            hits("same person, pairs F1", self.same_person),
        ]
    }
}

/// Mean precision at each key claim, claims in falling order of score; ties count against the engine.
fn average_precision(scored: &mut [(f64, bool)]) -> f64 {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (rank, (_, is_key)) in scored.iter().enumerate() {
        if *is_key {
            hits += 1.0;
            sum += hits / (rank + 1) as f64;
        }
    }
    ratio(sum, hits)
}
