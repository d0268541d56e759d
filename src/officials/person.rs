//! Which mentions are one person, and the mentions that only the whole text shows: a last name alone.

use super::doubtful::says_that;
use super::identity::{NamesMet, Parts, alike, skeleton};
use super::mention::{Found, epithet, title_before};
use super::name::{Evidence, hyphen, name_at, past_suffixes};
use super::vocabulary::{Body, Sort, is_mark, vocabulary};
use super::{Person, PersonMention};
use crate::analysis::OfficialKind;
use crate::document::{Document, Place};
use crate::lexicon::{Match, WordId};
use crate::order::{pair, sort_by_number};
use crate::text::{Block, Clitics, Phrase, Reading, Span, Tokens};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::OnceCell;

struct Candidate<'d> {
    person: Person<'d>,
    /// Of the fullest spelling.
    parts: Parts<'d>,
    /// Words that mean this person wherever they stand: the name as it was met, and its last words alone.
    aliases: Vec<Cow<'d, str>>,
    /// A first name that no list knows: alone behind a verb of saying it means this person.
    first_name: Option<&'d str>,
    /// A prince or princess, whom the text gives no post outside the state.
    royal: bool,
    /// Has a post that is no public office.
    private: bool,
}

/// Words that may stand for a person.
struct Alias<'a> {
    words: &'a str,
    person: usize,
    after_saying: bool,
}

/// Bytes: six letters. Syllables of East Asian names are no longer.
const LONGEST_SYLLABLE: usize = 12;

/// A family's name in East Asia, and «to me».
const LI: &str = "لي";

/// Bytes: a shorter first name may be any word.
const SHORTEST_FIRST_NAME: usize = 8;

/// Ties the names of all blocks together; then finds what is left of them in the text.
pub(super) fn people<'d>(document: &'d Document, found: Vec<Vec<Found>>) -> Vec<Person<'d>> {
    let mut met = Met::default();
    let bodies = Bodies::of(document);
    for (block, names) in found.iter().enumerate() {
        for name in names {
            met.add(document, &bodies, block, name);
        }
    }
    for (person, mention) in rest_of_text(document, &found, &met.candidates) {
        met.candidates[person].person.mentions.push(mention);
    }
    let mut people: Vec<Person> = met
        .candidates
        .into_iter()
        .map(|candidate| {
            let mut person = candidate.person;
            if candidate.royal && !candidate.private {
                person.office = person.office.or(Some(OfficialKind::State));
            }
            sort_by_number(&mut person.mentions, |m| m.name.order());
            person
        })
        .collect();
    sort_by_number(&mut people, |p| p.mentions.first().map_or(0, |m| m.name.order()));
    people
}

/// The bodies a document names in full. Read when first asked for: few documents need them.
struct Bodies<'d> {
    document: &'d Document<'d>,
    named: OnceCell<BodiesNamed>,
}

/// Where bodies are named, in the order of the text, and what kind of office each gives; `None` for a club or company.
type Places = Vec<(u64, Option<OfficialKind>)>;

#[derive(Default)]
struct BodiesNamed {
    by_noun: FxHashMap<WordId, Places>,
    /// International ones by names of their own: «اليونسكو».
    proper: Places,
}

impl<'d> Bodies<'d> {
    fn of(document: &'d Document<'d>) -> Self {
        Bodies { document, named: OnceCell::new() }
    }

    /// What kind of office the body gives that was last named by this noun before a place in the text, or that the noun stands for
    /// in general; `None` where none was.
    fn kind_before(&self, noun: WordId, place: u64) -> Option<Option<OfficialKind>> {
        let named = self.named.get_or_init(|| self.read());
        let last = |places: &Places| Some(places[places.partition_point(|(at, _)| *at < place).checked_sub(1)?].1);
        let general = || if vocabulary().is_general(noun) { last(&named.proper) } else { None };
        named.by_noun.get(&noun).and_then(last).or_else(general)
    }

    fn read(&self) -> BodiesNamed {
        let v = vocabulary();
        let mut named = BodiesNamed::default();
        for (index, block) in self.document.blocks.iter().enumerate() {
            for at in 0..block.tokens().len() {
                let Some((found, body)) = v.any_body(block, at) else { continue };
                let end = found.tokens.end as usize;
                let place = Place { block: index, phrase: Phrase::whole(found.tokens) }.order();
                let kind = match body {
                    Body::Public(kind) if v.is_proper(found.row) => {
                        if kind == OfficialKind::Igo {
                            named.proper.push((place, Some(kind)));
                        }
                        continue;
                    }
                    Body::Public(kind) if found.tokens.len() > 1 => Some(kind),
                    // «منظمة أطباء بلا حدود», «بعثة المنتخب»
                    Body::Plain | Body::Private if names_private(block, body, &found) => match v.any_body(block, end) {
                        Some((_, Body::Public(kind))) => Some(kind),
                        _ => None,
                    },
                    _ => continue,
                };
                named.by_noun.entry(found.reading.word).or_default().push((place, kind));
            }
        }
        named
    }
}

/// A noun in construct with what makes it one club, company or charity, or a body's.
fn names_private(block: &Block, body: Body, noun: &Match) -> bool {
    let v = vocabulary();
    let end = noun.tokens.end as usize;
    if noun.tokens.len() > 1 || noun.reading.clitics.has(Clitics::AL) || !block.is_word(end) {
        return false;
    }
    match v.any_body(block, end) {
        Some((_, Body::Public(_) | Body::Private)) => true,
        _ => body == Body::Private && v.is_general(noun.reading.word) && block.match_at(v.nisbas, end, Clitics::NONE).is_none(),
    }
}

/// Everybody met so far.
#[derive(Default)]
struct Met<'d> {
    candidates: Vec<Candidate<'d>>,
    names: NamesMet,
    /// Of those in office the one met last.
    last_official: Option<usize>,
    /// Whoever was named last.
    last: Option<usize>,
    /// The office named last is no public one.
    last_private: bool,
}

impl<'d> Met<'d> {
    fn add(&mut self, document: &'d Document, bodies: &Bodies, block: usize, found: &Found) {
        let read = &document.blocks[block];
        let parts = parts_of(read, found.name);
        if parts.is_empty() {
            return;
        }
        // «ماتيلد بانو-لوغران» goes on as «بانو-لوغران», «محمود رضائي نجاد» as «رضائي نجاد».
        let first = found.name.tokens.start as usize;
        let double = found.name.tokens.len() == 3 && hyphen(read, first + 1) || parts.len() > 1 && begins_last_name(read, first);
        // «مدير مكتبه», «عضو اللجنة»: of the same sort as whoever was named last.
        let referred = || self.candidates[self.last_official?].person.office;
        let named = found.body_noun.and_then(|noun| bodies.kind_before(noun, Place { block, phrase: found.name }.order()));
        // «رئيس النادي فلان، وفلان الرئيس السابق»: of the same thing.
        let kind = found.kind.filter(|_| !(found.of_nothing && self.last_private));
        let kind = named.map_or(kind, |named| named.and(kind).or(named)).or_else(|| found.refers.then(referred).flatten());
        let private = found.office.is_some() && kind.is_none();
        if found.office.is_some() {
            self.last_private = private;
        }
        let name = document.source(Place { block, phrase: found.name });
        let mention = mention(block, found.name, found.office, found.whole);
        let known = || self.names.find(&parts, found.titled, double, |at| &self.candidates[at].parts);
        let at = match if found.epithet { self.last } else { known() } {
            Some(at) => {
                let candidate = &mut self.candidates[at];
                candidate.person.office = candidate.person.office.or(kind);
                candidate.royal |= found.royal;
                candidate.private |= private;
                candidate.person.mentions.push(mention);
                for alias in aliases(read, found.name) {
                    if !candidate.aliases.contains(&alias) {
                        candidate.aliases.push(alias);
                    }
                }
                if parts.len() > candidate.parts.len() && !found.epithet {
                    self.names.add(&parts, at);
                    candidate.person.name = name;
                    candidate.parts = parts;
                }
                at
            }
            None => {
                self.names.add(&parts, self.candidates.len());
                self.candidates.push(Candidate {
                    person: Person { name, office: kind, mentions: vec![mention] },
                    aliases: aliases(read, found.name),
                    first_name: first_name(read, found),
                    royal: found.royal,
                    private,
                    parts,
                });
                self.candidates.len() - 1
            }
        };
        self.last = Some(at);
        if self.candidates[at].person.office.is_some() {
            self.last_official = self.last_official.max(Some(at));
        }
    }
}

/// The words of a name to compare by: «عبد الله» is one, «بن» is none.
fn parts_of<'d>(block: &'d Block, name: Phrase) -> Parts<'d> {
    let mut parts: Parts = Vec::new();
    let mut joins = false;
    for at in name.tokens.range() {
        if !block.is_word(at) {
            continue;
        }
        let mut word = block.word(at);
        if at == name.tokens.start as usize {
            word = &word[usize::from(name.outside).min(word.len())..];
        }
        if matches!(word, "بن" | "ابن" | "بنت" | "ال") {
            continue;
        }
        let word = if matches!(word, "العبد") { "عبد" } else { word };
        let second = matches!(word, "الله" | "الدين");
        match parts.last_mut() {
            Some(last) if joins || second => *last += word,
            _ => parts.push(word.into()),
        }
        joins = matches!(word, "عبد" | "ابو" | "ابي" | "ابا" | "ام");
    }
    parts
}

/// The whole name, and its last name.
fn aliases<'d>(block: &'d Block, name: Phrase) -> Vec<Cow<'d, str>> {
    let words = block.words(name.tokens);
    let whole = &words[usize::from(name.outside).min(words.len())..];
    let mut aliases = vec![Cow::from(whole)];
    if let Some(last) = last_words(block, name)
        && last != whole
    {
        aliases.push(last.into());
    }
    // «دي ميستورا» is spelt «دو ميستورا» as well.
    for (of, other) in [("دي ", "دو "), ("دو ", "دي ")] {
        if let Some(behind) = aliases.last().and_then(|last| last.strip_prefix(of)) {
            aliases.push(format!("{other}{behind}").into());
            break;
        }
    }
    let second = name.tokens.start as usize + 1;
    if name.tokens.len() == 3 && begins_last_name(block, second) {
        aliases.push(block.words(Span::of(second..name.tokens.end as usize)).into());
    }
    aliases
}

/// The first word of a last name of several: no first name, nor what only joins those.
fn begins_last_name(block: &Block, at: usize) -> bool {
    matches!(vocabulary().sort(block, at), Sort::Unknown | Sort::Nisba | Sort::Foreign)
}

/// «تشاتشاي ساريكالايا» may go on as «تشاتشاي», as Thais, Burmese and Ethiopians do; «شي يونغ هوا» as «شي», his family's name.
fn first_name<'d>(block: &'d Block, found: &Found) -> Option<&'d str> {
    let v = vocabulary();
    let tokens = found.name.tokens;
    let first = tokens.start as usize;
    let word = &block.word(first)[usize::from(found.name.outside)..];
    let syllables = || {
        let mut words = (first..tokens.end as usize).filter(|&at| block.is_word(at));
        let unlisted = (first..tokens.end as usize).any(|at| block.is_word(at) && v.sort(block, at) == Sort::Unknown);
        let named = |at| matches!(v.sort(block, at), Sort::Unknown | Sort::Shared | Sort::Given) || block.word(at) == LI;
        let short = |at| block.word(at).len() <= LONGEST_SYLLABLE && named(at);
        unlisted && words.all(short)
    };
    let own = found.office.is_some() && tokens.len() > 1 && v.sort(block, first) == Sort::Unknown && word.len() >= SHORTEST_FIRST_NAME;
    // «فريدريك العاشر» goes on as «فريدريك».
    let numbered = tokens.len() > 1 && v.sort(block, first + 1) == Sort::Regnal;
    // «لي تشيانغ» goes on as «لي», behind a verb of saying; «ما», «لو» are other words there, and so is «علي».
    let family = || tokens.len() == 2 && word.len() <= SHORTEST_FIRST_NAME && (!v.is_function(block, first) || word == LI);
    let syllabic = || found.office.is_some() && (tokens.len() > 2 || family()) && syllables();
    (own || numbered || syllabic()).then_some(word)
}

/// The last name: its words as they would stand alone. None where it is a father's name.
fn last_words<'d>(block: &'d Block, name: Phrase) -> Option<&'d str> {
    let v = vocabulary();
    let tokens = name.tokens;
    let mut start = tokens.end as usize - 1;
    while start > tokens.start as usize && matches!(v.sort(block, start), Sort::Second | Sort::Regnal) {
        start -= 1;
    }
    // «بانو-لوغران»
    while start > tokens.start as usize + 2 && hyphen(block, start - 1) {
        start -= 2;
    }
    // «ولد اعل الشيخ»: all that follows the last «ولد».
    if let Some(descent) = (tokens.start as usize + 1..start).rfind(|&at| matches!(block.word(at), "ولد" | "منت")) {
        start = descent;
    }
    let single = tokens.len() == 1 || start == tokens.start as usize;
    while start > tokens.start as usize && matches!(v.sort(block, start - 1), Sort::Kin | Sort::Foreign) {
        start -= 1;
        // «فلان بن فلان بن فلان»: the last is a forefather. «هدى بن عامر» may be meant by «بن عامر».
        if matches!(block.word(start), "ال" | "بنت") || matches!(block.word(start), "بن" | "ابن") && tokens.len() > 3 {
            return None;
        }
    }
    // «أسامة علي»: by itself «علي» is the preposition sooner than the man.
    if !single && start + 1 == tokens.end as usize && v.is_function(block, start) {
        return None;
    }
    let words = block.words(Span::of(start..tokens.end as usize));
    Some(if single { &words[usize::from(name.outside).min(words.len())..] } else { words })
}

/// Names met before, whole or the last name alone, in the words that no mention covers: of whom they are, and where.
fn rest_of_text(document: &Document, found: &[Vec<Found>], candidates: &[Candidate]) -> Vec<(usize, PersonMention)> {
    let mut by_first: FxHashMap<&str, Vec<Alias>> = FxHashMap::default();
    for (person, candidate) in candidates.iter().enumerate() {
        let first_names = candidate.first_name.map(|words| (words, true));
        for (words, after_saying) in candidate.aliases.iter().map(|words| (&**words, false)).chain(first_names) {
            let first = words.split([' ', '-', '‑', '–']).next().unwrap_or_default();
            // Most stand alone.
            by_first.entry(first).or_insert_with(|| Vec::with_capacity(1)).push(Alias { words, person, after_saying });
        }
    }
    // The longest first; of two people with one last name, who has an office before who has none, then the one met last.
    for people in by_first.values_mut() {
        sort_by_number(people, |alias| {
            let official = candidates[alias.person].person.office.is_some();
            !pair(2 * alias.words.len() as u32 + u32::from(official), alias.person as u32)
        });
    }
    let by_skeleton = skeletons(candidates);
    let mut further = Vec::new();
    let bare = |word: &str| word.strip_prefix("ال").is_some_and(|bare| by_first.contains_key(bare));
    let named = |word: &str| bare(word) || without_clitics(word).any(|(_, first)| by_first.contains_key(&*first));
    let sought = document.forms_which(|word, readings| named(word) || respelt(word, readings, &by_skeleton).is_some());
    for (index, block) in document.blocks.iter().enumerate() {
        let mut covered = found[index].iter().map(|f| f.name.tokens).peekable();
        let (mut at, mut free) = (0, 0);
        while at < block.tokens().len() {
            if let Some(name) = covered.peek().filter(|name| name.start as usize <= at) {
                at = name.end as usize;
                free = at;
                covered.next();
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
            let next_found = covered.peek().map_or(u32::MAX, |name| name.start);
            let uncovered = Span::<Tokens>::new(free as u32, next_found);
            let last = || last_name(block, at, &by_first).or_else(|| with_article(block, at, &by_first));
            if let Some((phrase, person)) = last().filter(|(p, _)| p.tokens.end <= next_found) {
                let phrase = with_first_name(block, phrase, uncovered, &candidates[person].parts);
                // «العميد فلان»: by itself too short to be read as a name behind a title.
                let title = if phrase.outside == 0 { title_before(block, phrase.tokens.start as usize, free) } else { None };
                let whole = title.map_or(phrase, |title| Phrase::new(title.whole.tokens.join(phrase.tokens), title.whole.outside));
                further.push((person, mention(index, phrase, title.and_then(|title| title.office), whole)));
                at = phrase.tokens.end as usize;
                if let Some((name, end)) = epithet(block, at).filter(|(name, _)| name.tokens.end <= next_found) {
                    further.push((person, mention(index, name, None, name)));
                    at = end;
                }
                free = at;
            } else if let Some(person) = respelt(block.word(at), block.readings(at), &by_skeleton)
                && vocabulary().sort(block, at) == Sort::Unknown
            {
                let phrase = Phrase::whole(Span::of(at..at + 1));
                further.push((person, mention(index, phrase, None, phrase)));
                at += 1;
                free = at;
            } else {
                at += 1;
            }
        }
    }
    further
}

/// The consonants of last names of officials, where they tell them: at least [`TELLING`] that no other official shares.
fn skeletons(candidates: &[Candidate]) -> FxHashMap<String, Option<usize>> {
    let mut skeletons: FxHashMap<String, Option<usize>> = FxHashMap::default();
    let officials = candidates.iter().enumerate().filter(|(_, candidate)| candidate.person.office.is_some());
    for (person, candidate) in officials {
        for alias in candidate.aliases.iter().filter(|alias| !alias.contains(' ')) {
            let skeleton = skeleton(alias);
            if skeleton.chars().count() >= TELLING {
                let of = skeletons.entry(skeleton).or_insert(Some(person));
                *of = of.filter(|&other| other == person);
            }
        }
    }
    skeletons
}

/// Consonants, of different kinds: fewer may be any word's.
const TELLING: usize = 4;
/// Bytes: five letters.
const SHORTEST_RESPELT: usize = 10;

/// «غوتيرش» for «غوتيريش»: a word the lexicon does not know at all, with the consonants of an official's last name.
fn respelt(word: &str, readings: &[Reading], skeletons: &FxHashMap<String, Option<usize>>) -> Option<usize> {
    if skeletons.is_empty() || !readings.is_empty() || word.len() < SHORTEST_RESPELT || word.starts_with("ال") {
        return None;
    }
    *skeletons.get(&skeleton(word))?
}

/// «وبين الجبلاوي» for «صالح جبلاوي»: a last name met without the article, behind a verb of saying.
fn with_article(block: &Block, at: usize, by_first: &FxHashMap<&str, Vec<Alias>>) -> Option<(Phrase, usize)> {
    let v = vocabulary();
    let bare = block.word(at).strip_prefix("ال")?;
    let alias = by_first.get(bare)?.iter().find(|alias| alias.words == bare && !alias.after_saying)?;
    let said = at > 0 && v.says(block, at - 1) && v.sort(block, at) == Sort::Definite;
    said.then(|| (Phrase::whole(Span::of(at..at + 1)), alias.person))
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
        || v.sort(block, at) == Sort::Nisba || block.match_at(v.nisbas, at, Clitics::AL).is_some() || v.is_quality(block.word(at));
    at > 0 && block.word(at).starts_with("ال") && definite(at - 1) && adjective()
}

/// «وقال الشيخ إن»: behind a verb of saying, and no name behind.
fn spoken_of(block: &Block, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| vocabulary().says(block, before)) && (!block.is_word(at + 1) || says_that(block, at + 1))
}

/// The first name before a last name, though spelt in another way than where it was met, and «الابن» behind it: of the words
/// that are `uncovered` by another mention.
fn with_first_name(block: &Block, last: Phrase, uncovered: Span<Tokens>, parts: &[Cow<str>]) -> Phrase {
    let start = last.tokens.start as usize;
    let end = past_suffixes(block, last.tokens.end as usize, (uncovered.end as usize).min(block.tokens().len()));
    match (start.checked_sub(1), parts) {
        (Some(before), [first, _, ..])
            if last.outside == 0 && before >= uncovered.start as usize && block.is_word(before) && alike(first, block.word(before)) =>
        {
            Phrase::whole(Span::of(before..end))
        }
        _ => Phrase::new(Span::of(start..end), last.outside),
    }
}

fn mention(block: usize, name: Phrase, office: Option<Phrase>, whole: Phrase) -> PersonMention {
    let place = |phrase| Place { block, phrase };
    PersonMention { name: place(name), office: office.map(place), whole: place(whole) }
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
fn last_name(block: &Block, at: usize, by_first: &FxHashMap<&str, Vec<Alias>>) -> Option<(Phrase, usize)> {
    for (outside, first) in without_clitics(block.word(at)) {
        let Some(people) = by_first.get(&*first) else { continue };
        for Alias { words, person, after_saying } in people {
            let said = !after_saying || at.checked_sub(1).is_some_and(|before| vocabulary().says(block, before));
            // A hyphen is a token of its own.
            let length = words.split(' ').count() + 2 * words.matches(['-', '‑', '–']).count();
            let tokens = Span::<Tokens>::of(at..at + length);
            let matches = length == 1 || tokens.end as usize <= block.tokens().len() && block.words(tokens)[outside..] == **words;
            // «السيد», «الأمين» is a title sooner than somebody's last name.
            let title = length == 1 && vocabulary().is_title(block, at) && !spoken_of(block, at);
            let of_another = words.starts_with("بن ") && at > 0 && block.is_word(at - 1) && vocabulary().sort(block, at - 1) == Sort::Given;
            if matches && said && !title && !of_another && !agrees(block, at) {
                return Some((Phrase::new(tokens, outside as u8), *person));
            }
        }
    }
    None
}
