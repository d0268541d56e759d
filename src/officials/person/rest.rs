//! The mentions that only the whole text shows: a name met before, whole or the last name alone.

use super::aliases::{Alias, Aliases};
use super::{Candidate, mention, parts_at};
use crate::document::Document;
use crate::lexicon::topic;
use crate::officials::doubtful::says_that;
use crate::officials::identity::{Parts, alike, skeleton};
use crate::officials::mention::{epithet, title_before};
use crate::officials::name::{Evidence, name_at, past_suffixes};
use crate::officials::vocabulary::{Sort, is_mark, vocabulary};
use crate::text::{Block, Clitics, Phrase, Reading, Span, Tokens};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Finds names met before, whole or the last name alone, in the words that no mention covers. `names`: the tokens of the names found in
/// each block, in order.
pub(super) fn rest_of_text<'d>(document: &'d Document, names: Vec<Vec<Span<Tokens>>>, people: &mut [Candidate<'d>]) {
    if people.is_empty() {
        return;
    }
    let known = KnownNames::of(document, people);
    let sought = document.forms_which(|word, readings| known.may_begin(word, readings));
    for (index, (block, names)) in document.blocks.iter().zip(names).enumerate() {
        // Most blocks name nobody again, or not to their end.
        let Some(last) = block.tokens().iter().rposition(|token| sought.has(token.form)) else { continue };
        let mut covered = names.into_iter().peekable();
        let (mut at, mut free) = (0, 0);
        while at <= last {
            if let Some(name) = covered.next_if(|name| name.start as usize <= at) {
                at = name.end as usize;
                free = at;
                continue;
            }
            if !block.is_word(at) {
                at += 1;
                continue;
            }
            if namesake(block, at) {
                at = name_at(block, at, at, Evidence::Strong).map_or(at + 1, |name| name.end);
                continue;
            }
            if !sought.has(block.tokens()[at].form) {
                at += 1;
                continue;
            }
            let next = covered.peek().map_or(u32::MAX, |name| name.start);
            let uncovered = Span::<Tokens>::new(free as u32, next);
            if let Some((last, person)) = known.last_name(block, at).filter(|(last, _)| last.tokens.end <= next) {
                let name = with_first_name(block, last, uncovered, || parts_at(document, people[person].fullest));
                // «العميد فلان»: by itself too short to be read as a name behind a title.
                let title = if name.outside == 0 { title_before(block, name.tokens.start as usize, free) } else { None };
                let whole = title.map_or(name, |title| Phrase::new(title.whole.tokens.join(name.tokens), title.whole.outside));
                people[person].named(mention(index, name, title.and_then(|title| title.office), whole));
                at = name.tokens.end as usize;
                if let Some((name, end)) = epithet(block, at).filter(|(name, _)| name.tokens.end <= next) {
                    people[person].named(mention(index, name, None, name));
                    at = end;
                }
                free = at;
            } else if let Some(person) = known.respelt_name(block, at) {
                let name = Phrase::whole(Span::of(at..at + 1));
                people[person].named(mention(index, name, None, name));
                at += 1;
                free = at;
            } else {
                at += 1;
            }
        }
    }
}

/// All names by which people may be named again.
struct KnownNames<'d> {
    aliases: Aliases<'d>,
    of_officials: Skeletons,
}

impl<'d> KnownNames<'d> {
    fn of(document: &'d Document, people: &[Candidate]) -> Self {
        let mut of_officials = Skeletons::default();
        let aliases = Aliases::of(document, people, |person, words| {
            if people[person].person.office.is_some() {
                of_officials.add(words, person);
            }
        });
        KnownNames { aliases, of_officials }
    }

    /// A word may be one of them, or begin one.
    fn may_begin(&self, word: &str, readings: &[Reading]) -> bool {
        let bare = || word.strip_prefix("ال").map(|bare| (0, bare.into()));
        let named = |(_, first): (usize, Cow<str>)| !self.aliases.with_first(&first).is_empty();
        self.aliases.may_end(word) && without_clitics(word).chain(bare()).any(named) || self.of_officials.respelt(word, readings).is_some()
    }

    /// The last name at `at`, and whose it is.
    fn last_name(&self, block: &Block, at: usize) -> Option<(Phrase, usize)> {
        last_name(block, at, &self.aliases).or_else(|| with_article(block, at, &self.aliases))
    }

    /// Whose last name the word at `at` is in another spelling.
    fn respelt_name(&self, block: &Block, at: usize) -> Option<usize> {
        let person = self.of_officials.respelt(block.word(at), block.readings(at))?;
        (vocabulary().sort(block, at) == Sort::Unknown).then_some(person)
    }
}

/// The consonants of last names of officials, where they tell them: at least [`TELLING`] that no other official shares.
#[derive(Default)]
struct Skeletons(FxHashMap<String, Option<usize>>);

/// Consonants, of different kinds: fewer may be any word's.
const TELLING: usize = 4;
/// Bytes: five letters.
const SHORTEST_RESPELT: usize = 10;

impl Skeletons {
    /// An official is called so.
    fn add(&mut self, [first, rest]: [&str; 2], person: usize) {
        if rest.contains(' ') {
            return;
        }
        let skeleton: String = skeleton(&[first, rest].concat()).collect();
        if skeleton.chars().count() >= TELLING {
            let of = self.0.entry(skeleton).or_insert(Some(person));
            *of = of.filter(|&other| other == person);
        }
    }

    /// «غوتيرش» for «غوتيريش»: a word the lexicon does not know at all, with the consonants of an official's last name.
    fn respelt(&self, word: &str, readings: &[Reading]) -> Option<usize> {
        if self.0.is_empty() || !readings.is_empty() || word.len() < SHORTEST_RESPELT || word.starts_with("ال") {
            return None;
        }
        *self.0.get(&skeleton(word).collect::<String>())?
    }
}

/// «وبين الجبلاوي» for «صالح جبلاوي»: a last name met without the article, behind a verb of saying.
fn with_article(block: &Block, at: usize, aliases: &Aliases) -> Option<(Phrase, usize)> {
    let v = vocabulary();
    let bare = block.word(at).strip_prefix("ال")?;
    let alias = aliases.with_first(bare).iter().find(|alias| alias.rest.is_empty() && !alias.after_saying)?;
    let said = at > 0 && v.says(block, at - 1) && v.sort(block, at) == Sort::Definite;
    said.then(|| (Phrase::whole(Span::of(at..at + 1)), alias.person as usize))
}

/// The name at `at` is that of a street, a treaty, a prize, perhaps between quotation marks: «اتفاقية "سايكس بيكو"».
fn namesake(block: &Block, at: usize) -> bool {
    let opened = at.checked_sub(1).is_some_and(|before| is_mark(block, before, &["«", "\"", "“"]));
    // «اللواء فلان» is a general, «لواء فلان» a brigade.
    let thing = |before: usize| vocabulary().is_named_after(block, before) && !block.word(before).starts_with("ال");
    at.checked_sub(1 + usize::from(opened)).is_some_and(thing)
}

/// «الأمن القومي العربي»: a last name that is an adjective as well agrees with the noun before it.
fn agrees(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let definite = |at: usize| block.readings(at).iter().any(|r| r.clitics.has(Clitics::AL));
    let adjective =
        || v.sort(block, at) == Sort::Nisba || block.match_at(topic::NISBAS, at, Clitics::AL).is_some() || v.is_quality(block.word(at));
    at > 0 && block.word(at).starts_with("ال") && definite(at - 1) && adjective()
}

/// «وقال الشيخ إن»: behind a verb of saying, and no name behind.
fn spoken_of(block: &Block, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| vocabulary().says(block, before)) && (!block.is_word(at + 1) || says_that(block, at + 1))
}

/// The first name before a last name, though spelt in another way than where it was met, and «الابن» behind it: of the words
/// that are `uncovered` by another mention.
fn with_first_name<'d>(block: &Block, last: Phrase, uncovered: Span<Tokens>, parts: impl Fn() -> Parts<'d>) -> Phrase {
    let start = last.tokens.start as usize;
    let end = past_suffixes(block, last.tokens.end as usize, (uncovered.end as usize).min(block.tokens().len()));
    let is_first = |before: usize| matches!(&parts()[..], [first, _, ..] if alike(first, block.word(before)));
    match start.checked_sub(1) {
        Some(before) if last.outside == 0 && before >= uncovered.start as usize && block.is_word(before) && is_first(before) => {
            Phrase::whole(Span::of(before..end))
        }
        _ => Phrase::new(Span::of(start..end), last.outside),
    }
}

/// What a word may be once و or ف, then ب, ل or ك are taken off, and how many bytes these take: لل stands for ل and the article.
fn without_clitics(word: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let behind = if word.starts_with(['و', 'ف']) { 2 } else { 0 };
    let rest = &word[behind..];
    let definite = rest.starts_with("لل");
    let without_preposition = rest.strip_prefix(['ب', 'ل', 'ك']).map(|stem| {
        let first = if definite { Cow::from(format!("ا{stem}")) } else { Cow::from(stem) };
        (behind + 2, first)
    });
    let without_conjunction = (behind > 0).then_some((behind, rest.into()));
    [Some((0, word.into())), without_conjunction, without_preposition].into_iter().flatten()
}

/// A last name that stands alone at `at`, perhaps behind clitics.
fn last_name(block: &Block, at: usize, aliases: &Aliases) -> Option<(Phrase, usize)> {
    for (outside, first) in without_clitics(block.word(at)) {
        for &Alias { rest, person, after_saying, .. } in aliases.with_first(&first) {
            let said = !after_saying || at.checked_sub(1).is_some_and(|before| vocabulary().says(block, before));
            // A hyphen is a token of its own.
            let length = 1 + rest.matches(' ').count() + 2 * rest.matches(['-', '‑', '–']).count();
            let tokens = Span::<Tokens>::of(at..at + length);
            let words = || block.words(tokens)[outside..].strip_prefix(&*first);
            let matches = length == 1 || tokens.end as usize <= block.tokens().len() && words() == Some(rest);
            // «السيد», «الأمين» is a title sooner than somebody's last name.
            let title = length == 1 && vocabulary().is_title(block, at) && !spoken_of(block, at);
            let of_another = || {
                let descent = first == "بن" && rest.starts_with(' ');
                descent && at > 0 && block.is_word(at - 1) && vocabulary().sort(block, at - 1) == Sort::Given
            };
            if matches && said && !title && !of_another() && !agrees(block, at) {
                return Some((Phrase::new(tokens, outside as u8), person as usize));
            }
        }
    }
    None
}
