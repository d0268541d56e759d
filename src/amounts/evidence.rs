//! Whose riyal a bare «ريال» is: the countries, peoples and cities that the article names decide.

use super::currency::{self, Currency};
use crate::document::Document;
use crate::lexicon::{lexicon, topic};
use crate::text::Clitics;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Where the article names a country, in the order of the text.
pub(super) struct Evidence {
    mentions: Vec<CountryMention>,
    /// What all mentions of a country come to.
    totals: FxHashMap<&'static str, Total>,
}

struct Total {
    weight: u32,
    /// The first mention: block and token.
    first: (usize, usize),
}

struct CountryMention {
    block: usize,
    token: usize,
    /// Codes as in `countries.tsv`; of several (the kingdom) each is meant as far as it goes.
    countries: &'static [&'static str],
    weight: u32,
}

/// Of each row of institutions, the countries that have one of that name.
static INSTITUTION_COUNTRIES: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| lexicon().rows(topic::NATIONAL_INSTITUTIONS).iter().map(|row| row.fields[0].split_whitespace().collect()).collect());

/// What a country's adjective beside a currency weighs, where its name anywhere weighs two.
const NAMED_WITH_CURRENCY: u32 = 8;
const PREFIXES: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);

impl Evidence {
    pub fn of(document: &Document) -> Evidence {
        let mut mentions = Vec::new();
        for (number, block) in document.blocks.iter().enumerate() {
            let mut at = 0;
            while at < block.tokens().len() {
                if !block
                    .may_begin_any(&[topic::CURRENCIES, topic::COUNTRIES, topic::NISBAS, topic::CITIES, topic::NATIONAL_INSTITUTIONS], at)
                {
                    at += 1;
                    continue;
                }
                // «ريال سعودي» once says most about every riyal of the article.
                if let Some((country, after)) = currency::named_issuer(block, at) {
                    mentions.push(CountryMention { block: number, token: at, countries: country, weight: NAMED_WITH_CURRENCY });
                    at = after;
                    continue;
                }
                let first = mentions.len();
                let mut end = at + 1;
                // One word may be of several topics: «عمان» is a country and a capital.
                for (topic, weight) in [(topic::COUNTRIES, 2), (topic::NISBAS, 2), (topic::CITIES, 1)] {
                    if let Some(found) = block.match_at(topic, at, PREFIXES) {
                        let countries = std::slice::from_ref(&lexicon().rows(topic)[found.row].fields[0]);
                        mentions.push(CountryMention { block: number, token: at, countries, weight });
                        end = end.max(found.tokens.end as usize);
                    }
                }
                if mentions.len() == first
                    && let Some(found) = block.match_at(topic::NATIONAL_INSTITUTIONS, at, PREFIXES)
                {
                    let countries = &INSTITUTION_COUNTRIES[found.row];
                    mentions.push(CountryMention { block: number, token: at, countries, weight: 1 });
                    end = found.tokens.end as usize;
                }
                at = end;
            }
        }
        let mut totals: FxHashMap<&'static str, Total> = FxHashMap::default();
        for mention in &mentions {
            for country in mention.countries {
                totals.entry(country).or_insert(Total { weight: 0, first: (mention.block, mention.token) }).weight += mention.weight;
            }
        }
        Evidence { mentions, totals }
    }

    /// The currency that a bare name means at a place: that of the country named most often, where the same sentence counts
    /// four times and the same block twice; of two named as often, the one named first: there an
    /// article says where it is.
    pub fn currency_at(&self, document: &Document, currency: &Currency, block: usize, token: usize) -> Option<&'static str> {
        let mut candidates: Vec<Candidate> = Vec::new();
        for issuer in &currency.shared {
            let Some(&Total { weight, first }) = self.totals.get(issuer.country) else { continue };
            match candidates.iter_mut().find(|c| c.currency == issuer.currency) {
                Some(candidate) => {
                    candidate.weight += weight;
                    candidate.first = candidate.first.min(first);
                }
                None => candidates.push(Candidate { currency: issuer.currency, weight, first }),
            }
        }
        if candidates.len() > 1 {
            let sentence = document.blocks[block].sentence_of(token);
            for mention in self.around(block, token) {
                let bonus = if sentence.contains(mention.token as u32) { 3 } else { 1 };
                for issuer in currency.shared.iter().filter(|i| mention.countries.contains(&i.country)) {
                    let candidate = candidates.iter_mut().find(|c| c.currency == issuer.currency);
                    let candidate = candidate.expect("every country mentioned is in the totals");
                    candidate.weight += mention.weight * bonus;
                }
            }
        }
        candidates.into_iter().max_by(|a, b| a.weight.cmp(&b.weight).then(b.first.cmp(&a.first))).map(|c| c.currency)
    }

    /// The mentions next to a place, in its block.
    fn around(&self, block: usize, token: usize) -> impl Iterator<Item = &CountryMention> {
        let here = self.mentions.partition_point(|m| (m.block, m.token) < (block, token));
        let near = &self.mentions[here.saturating_sub(NEIGHBOURS)..self.mentions.len().min(here + NEIGHBOURS)];
        near.iter().filter(move |mention| mention.block == block)
    }
}

struct Candidate {
    currency: &'static str,
    weight: u32,
    /// Where its country is first named: block and token.
    first: (usize, usize),
}

/// How many mentions on either side may count as near: enough for a sentence, few enough to keep the whole linear.
const NEIGHBOURS: usize = 24;
