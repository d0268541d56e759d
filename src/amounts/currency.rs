//! Names and signs of currencies, and the adjective that says whose.

use super::exact::Exact;
use crate::lexicon::{lexicon, topic};
use crate::text::{Block, Clitics, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A row of `currencies.tsv`.
#[derive(Debug)]
pub(super) struct Currency {
    /// ISO 4217 of the bare name, if it has only one meaning.
    pub default: Option<&'static str>,
    /// How many of it make one unit of the currency.
    parts: Exact,
    /// Who pays with one of that name today, and with which.
    pub shared: Vec<Issuer>,
    /// Those whose currency of that name is history; only their adjective means it.
    former: Vec<Issuer>,
    /// ISO 4217 of the bare name in an article that names no country.
    pub usual: Option<&'static str>,
    is_none: bool,
    feminine: bool,
    forms: &'static [&'static str],
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Issuer {
    pub country: &'static str,
    pub currency: &'static str,
    parts: Exact,
}

struct Currencies {
    rows: Vec<Currency>,
    /// Names that hold anything but letters (`$`, `د.إ`), by their folded text.
    signs: FxHashMap<&'static str, usize>,
    iso: FxHashSet<&'static str>,
}

static CURRENCIES: LazyLock<Currencies> = LazyLock::new(Currencies::load);

/// A currency as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct CurrencyMention {
    /// The token after it.
    pub end: usize,
    pub row: Option<&'static Currency>,
    /// ISO 4217, if the words themselves say it.
    pub code: Option<&'static str>,
    /// How many make one unit; of a bare name with several meanings, in most of them.
    pub parts: Exact,
    pub form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Singular,
    Dual,
    Plural,
    /// With the article: only after a plural scale or من (ملايين الدولارات).
    Definite,
    Sign,
}

impl Currency {
    /// Somebody pays with a currency of that name that is this one.
    pub fn may_be(&self, code: &str) -> bool {
        self.shared.iter().any(|issuer| issuer.currency == code)
    }

    /// The parts to a unit where the country's differ from most.
    pub fn parts_in(&self, code: &str) -> Exact {
        self.shared.iter().find(|i| i.currency == code).map_or(self.parts, |i| i.parts)
    }
}

impl Currencies {
    fn load() -> Currencies {
        let mut signs = FxHashMap::default();
        let mut iso = FxHashSet::default();
        let mut rows = Vec::new();
        for (at, row) in lexicon().rows(topic::CURRENCIES).iter().enumerate() {
            let [default, parts, shared, former, usual] = *row.fields else { panic!("currencies.tsv: five columns after the names") };
            for phrase in row.phrases {
                if phrase.chars().any(|c| !matches!(c, 'ء'..='ي' | ' ') && !c.is_alphanumeric()) {
                    signs.insert(*phrase, at);
                }
            }
            let currency = Currency {
                default: Some(default).filter(|code| !code.is_empty() && *code != "-"),
                parts: parse_parts(parts),
                shared: issuers(shared, parts),
                former: issuers(former, parts),
                usual: Some(usual).filter(|code| !code.is_empty()),
                is_none: default == "-",
                feminine: is_feminine(row.phrases),
                forms: row.phrases,
            };
            iso.extend(currency.default);
            iso.extend(currency.shared.iter().chain(&currency.former).map(|i| i.currency));
            rows.push(currency);
        }
        Currencies { rows, signs, iso }
    }
}

/// ليرة has the plural ليرات; جنيه only looks like it.
fn is_feminine(forms: &[&str]) -> bool {
    forms[0].strip_suffix('ه').is_some_and(|stem| forms.iter().any(|form| form.strip_suffix("ات") == Some(stem)))
}

fn parse_parts(parts: &str) -> Exact {
    let (numerator, denominator) = parts.split_once('/').unwrap_or((parts, "1"));
    let number = |digits: &str| digits.parse().unwrap_or(1);
    Exact::fraction(number(numerator), number(denominator)).expect("no division by zero")
}

fn issuers(list: &'static str, parts: &str) -> Vec<Issuer> {
    list.split_whitespace()
        .map(|issuer| {
            let (country, currency) = issuer.split_once('=').expect("currencies.tsv: country=currency");
            let (currency, own) = currency.split_once('/').unwrap_or((currency, parts));
            Issuer { country, currency, parts: parse_parts(own) }
        })
        .collect()
}

/// Whether a currency's name or sign begins at the token.
pub(super) fn begins(block: &Block, at: usize) -> bool {
    mention(block, at).is_some()
}

/// A currency's name may begin at the token.
pub(super) fn may_begin(block: &Block, at: usize) -> bool {
    block.may_begin(topic::CURRENCIES, at)
}

/// The currency named at token `at`, with the adjective behind it.
pub(super) fn mention(block: &Block, at: usize) -> Option<CurrencyMention> {
    let token = block.tokens().get(at)?;
    if let Some(sign) = sign(block, at) {
        return Some(sign);
    }
    if token.kind != TokenKind::Word { None } else { mention_of_word(block, at, Clitics::AL) }
}

/// The currency whose name begins at token `at`, perhaps with clitics.
pub(super) fn mention_of_word(block: &Block, at: usize, clitics: Clitics) -> Option<CurrencyMention> {
    let all = &*CURRENCIES;
    let found = block.match_at(topic::CURRENCIES, at, clitics)?;
    let row = &all.rows[found.row];
    if row.is_none {
        return None;
    }
    let definite = found.reading.clitics.has(Clitics::AL);
    // Clitics before the article are as long as the reading says; the article itself is two letters, or one behind ل.
    let name = &block.words(found.tokens)[usize::from(found.reading.outside)..];
    let name = if definite { name.strip_prefix("ال").or(name.strip_prefix('ل')).unwrap_or(name) } else { name };
    let form = match row.form(name) {
        Form::Dual => Form::Dual,
        _ if definite => Form::Definite,
        other => other,
    };
    let mut end = found.tokens.end as usize;
    let (mut code, mut parts) = (row.default, row.parts);
    if let Some(nisba) = block.match_at(topic::NISBAS, end, Clitics::AL)
        && nisba.reading.clitics.has(Clitics::AL) == definite
        && let Some(issuer) = row.issuer(lexicon().rows(topic::NISBAS)[nisba.row].fields[0])
    {
        (code, parts) = (Some(issuer.currency), issuer.parts);
        end = nisba.tokens.end as usize;
    }
    Some(CurrencyMention { end, row: Some(row), code, parts, form })
}

/// The country whose adjective stands behind a currency's name at token `at`, in any agreement, and the token after it.
pub(super) fn named_issuer(block: &Block, at: usize) -> Option<(&'static [&'static str], usize)> {
    let all = &*CURRENCIES;
    let found = block.match_at(topic::CURRENCIES, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL))?;
    let nisba = block.match_at(topic::NISBAS, found.tokens.end as usize, Clitics::AL)?;
    let country = &lexicon().rows(topic::NISBAS)[nisba.row].fields[0];
    all.rows[found.row].issuer(country)?;
    Some((std::slice::from_ref(country), nisba.tokens.end as usize))
}

/// A sign, an abbreviation or an ISO code.
pub(super) fn sign(block: &Block, at: usize) -> Option<CurrencyMention> {
    let all = &*CURRENCIES;
    let tokens = block.tokens();
    let token = tokens.get(at)?;
    let of = |row: usize, end: usize| {
        let row = &all.rows[row];
        Some(CurrencyMention { end, row: Some(row), code: row.default, parts: row.parts, form: Form::Sign })
    };
    let glued = |at: usize| tokens.get(at).is_some_and(|t| t.glued);
    let slice = |end: usize| &block.folded.shadow[token.span.start as usize..tokens[end - 1].span.end as usize];
    match token.kind {
        TokenKind::Mark => of(*all.signs.get(block.word(at))?, at + 1),
        TokenKind::Foreign => {
            let word = block.word(at);
            if glued(at + 1)
                && let Some(&row) = all.signs.get(slice(at + 2))
            {
                return of(row, at + 2);
            }
            let code = all.iso.get(word)?;
            Some(CurrencyMention { end: at + 1, row: None, code: Some(code), parts: Exact::whole(1), form: Form::Sign })
        }
        // د.إ: a letter, a point, a letter, and often a point again.
        TokenKind::Word if token.span.len() <= 2 && glued(at + 1) && glued(at + 2) && block.word(at + 1) == "." => {
            let row = *all.signs.get(slice(at + 3))?;
            of(row, at + 3)
        }
        _ => None,
    }
}

impl Currency {
    fn form(&self, name: &str) -> Form {
        let first = self.forms[0];
        let stem = ["ان", "ين", "ا", "ي"].iter().find_map(|ending| name.strip_suffix(ending));
        let is_first = |stem: &str| stem == first || (self.feminine && stem.strip_suffix('ت') == first.strip_suffix('ه'));
        match stem {
            _ if name == first => Form::Singular,
            Some(stem) if is_first(stem) && !self.feminine && name.ends_with('ا') && name.len() == stem.len() + 2 => Form::Singular,
            Some(stem) if is_first(stem) => Form::Dual,
            _ if name.chars().any(|c| !c.is_alphabetic()) => Form::Singular,
            _ if name.ends_with("ات") || self.forms.len() > 2 => Form::Plural,
            _ => Form::Singular,
        }
    }

    fn issuer(&self, country: &str) -> Option<Issuer> {
        self.shared.iter().chain(&self.former).find(|i| i.country == country).copied()
    }
}
