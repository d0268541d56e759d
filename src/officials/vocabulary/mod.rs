//! What a word may be in a name or an office: the topics of the lexicon this stage reads, their fields parsed once, and
//! a word's sort by them, by its endings and by its shape.

mod forms;
mod role;
mod shape;
mod sort;

use super::stems::row_of_stem;
use crate::analysis::OfficialKind;
use crate::lexicon::inflection::verb_forms;
use crate::lexicon::{Match, Topic, WordId, lexicon};
use crate::text::{Block, Clitics, Phrase, fold};
pub(crate) use role::Role;
use rustc_hash::FxHashSet;
pub(super) use shape::{joined, looks_common};
pub(super) use sort::{ALI, Sort};
use std::sync::LazyLock;

/// How many hold the office a head opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Holders {
    One,
    Many,
    /// Accusative: somebody becomes it (وزيراً).
    Role,
    /// The office of somebody named before (نظيره).
    Peer,
}

/// A row of `office_heads.tsv`.
pub(super) struct Head {
    pub holders: Holders,
    pub kind: Option<OfficialKind>,
    /// The body or office behind it outranks its own kind.
    pub by_body: bool,
    /// With the article, an office without anything behind it.
    pub alone: bool,
    pub links_li: bool,
    pub links_fi: bool,
    pub links_name: bool,
    pub links_on: bool,
    /// What follows is a place, even one the lexicon does not know.
    pub rules_place: bool,
    /// A known place behind it makes it an office of the state: «أمين جدة».
    pub by_place: bool,
}

/// A row of `office_bodies.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Body {
    Public(OfficialKind),
    /// A company, club, university, charity or paper.
    Private,
    Field,
    Area,
    /// An area with a government of its own.
    Province,
    Plain,
}

/// A row of `leading.tsv`: whoever is named behind it …
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Leading {
    /// … leads the body named before.
    Body,
    /// … is only present.
    Beside,
    /// … governs.
    Rule,
}

/// What a word of `around_names.tsv` does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Around {
    /// A verb follows.
    Clause,
    /// «يشغل فلان منصب …»
    Hold,
    /// Behind it stands the office somebody holds.
    Post,
    /// «المعروف باسم»
    KnownAs,
    /// «واسمه»
    Called,
    /// «الحركي»
    SortOfName,
    /// «أول رئيس للمجلس»
    Rank,
    /// «، وهو وزير …»
    Being,
    Also,
    /// «54 عاماً»
    Years,
    /// «منافسه الرئيس السابق»
    Rival,
    /// «كيلومتر»
    Distance,
}

impl Around {
    fn named(name: &str) -> Option<Around> {
        Some(match name {
            "clause" => Around::Clause,
            "hold" => Around::Hold,
            "post" => Around::Post,
            "known_as" => Around::KnownAs,
            "called" => Around::Called,
            "sort_of_name" => Around::SortOfName,
            "rank" => Around::Rank,
            "being" => Around::Being,
            "also" => Around::Also,
            "years" => Around::Years,
            "rival" => Around::Rival,
            "distance" => Around::Distance,
            _ => return None,
        })
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A row of `titles.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Title {
    Honorific,
    Royal,
    Ruler,
    Rank,
    Trade,
}

pub(super) struct Vocabulary {
    pub heads: Topic,
    head_rows: Vec<Head>,
    pub bodies: Topic,
    body_rows: Vec<Body>,
    /// Bodies with a name of their own: no genitive follows.
    proper_rows: Vec<bool>,
    /// Nouns by which a body with a name of its own goes on: «المنظمة».
    general_rows: Vec<bool>,
    pub modifiers: Topic,
    numerals: Topic,
    /// Of each row of `numerals.tsv`: a number below ten.
    unit_rows: Vec<bool>,
    /// Modifiers that say of what kind of body an office is.
    modifier_kinds: Vec<Option<OfficialKind>>,
    /// Modifiers that only a soldier has: «المتقاعد».
    service_rows: Vec<bool>,
    pub titles: Topic,
    title_rows: Vec<Title>,
    /// Titles that are common nouns as well.
    noun_titles: Vec<bool>,
    particles: Topic,
    particle_rows: Vec<Sort>,
    names: Topic,
    name_rows: Vec<Sort>,
    /// Verbs in every form, the jussive among them («يشر»), that their stems do not show.
    verb_forms: [Topic; 2],
    verbs: Topic,
    say_rows: Vec<bool>,
    /// Every form of the verbs and nouns of appointing, folded. Each word of a text is looked up here.
    appointing: FxHashSet<String>,
    common: Topic,
    quality_rows: Vec<bool>,
    function: Topic,
    pub countries: Topic,
    pub cities: Topic,
    pub nisbas: Topic,
    /// Words between office and name that belong to neither.
    pub asides: Topic,
    /// «نيو», «سانتا»: the word behind belongs to the place.
    pub place_openers: Topic,
    /// Names of letters: «إس».
    pub letters: Topic,
    namesakes: Topic,
    leading: Topic,
    leading_rows: Vec<Leading>,
    doubtful_names: Topic,
    around_names: Topic,
    /// Of each row of `around_names.tsv`, what its words do: a set, by bit.
    around_rows: Vec<u16>,
    /// Behind these stands a predecessor or successor.
    succession: Topic,
    /// «خلفاً»: what somebody becomes.
    role_rows: Vec<bool>,
    holders: Topic,
    holder_kinds: Vec<OfficialKind>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::load);

pub(super) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

fn kind_named(name: &str) -> Option<OfficialKind> {
    match name {
        "state" => Some(OfficialKind::State),
        "igo" => Some(OfficialKind::Igo),
        "party" => Some(OfficialKind::Party),
        _ => None,
    }
}

/// The rows of a topic by one reading of their fields.
fn rows<T>(topic: Topic, parse: impl Fn(&[&str]) -> T) -> Vec<T> {
    lexicon().rows(topic).iter().map(|row| parse(row.fields)).collect()
}

fn appointing(verbs: Topic) -> FxHashSet<String> {
    let rows = lexicon().rows(verbs);
    let mut forms = FxHashSet::default();
    for (word, _) in lexicon().words_of(verbs).filter(|&(_, row)| rows[row].fields[0] == "appoint") {
        let stem = lexicon().spelling(word);
        // The notation wants a past and a present: a present may stand for both, a past gets one whose forms are dropped.
        let present = if stem.starts_with('ي') { &stem } else { "ي" };
        let all = verb_forms(&format!("{stem}/{present}")).unwrap_or_default();
        forms.extend(
            all.into_iter().filter(|form| present == stem || form.chars().next() == stem.chars().next()).map(|form| fold(&form).shadow),
        );
    }
    forms
}

impl Vocabulary {
    fn load() -> Vocabulary {
        let heads = Topic::named("office_heads");
        let bodies = Topic::named("office_bodies");
        let modifiers = Topic::named("office_modifiers");
        let numerals = Topic::named("numerals");
        let titles = Topic::named("titles");
        let particles = Topic::named("name_particles");
        let names = Topic::named("names");
        let verbs = Topic::named("verb_stems");
        let common = Topic::named("common_words");
        Vocabulary {
            heads,
            head_rows: rows(heads, |f| Head {
                holders: match f[0] {
                    "many" => Holders::Many,
                    "role" => Holders::Role,
                    "peer" => Holders::Peer,
                    _ => Holders::One,
                },
                kind: kind_named(f[1]),
                by_body: f[2] == "body",
                alone: f[3].contains("yes"),
                links_li: f[4].contains("li"),
                links_fi: f[4].contains("fi"),
                links_name: f[4].contains("name"),
                links_on: f[4].contains("on"),
                rules_place: f[3].contains("ruler"),
                by_place: f[3].contains("place"),
            }),
            bodies,
            body_rows: rows(bodies, |f| match f[0] {
                "private" => Body::Private,
                "field" => Body::Field,
                "area" => Body::Area,
                "province" => Body::Province,
                "plain" => Body::Plain,
                kind => Body::Public(kind_named(kind).expect("office_bodies.tsv names its sorts")),
            }),
            proper_rows: rows(bodies, |f| f[1] == "proper"),
            general_rows: rows(bodies, |f| f[1] == "general"),
            modifiers,
            numerals,
            unit_rows: rows(numerals, |f| f[0] == "unit"),
            modifier_kinds: rows(modifiers, |f| kind_named(f[0])),
            service_rows: rows(modifiers, |f| f[0] == "service"),
            titles,
            title_rows: rows(titles, |f| match f[0] {
                "ruler" => Title::Ruler,
                "royal" => Title::Royal,
                "rank" => Title::Rank,
                "trade" => Title::Trade,
                _ => Title::Honorific,
            }),
            noun_titles: rows(titles, |f| f[1] == "noun"),
            particles,
            particle_rows: rows(particles, |f| match f[0] {
                "kin" => Sort::Kin,
                "foreign" => Sort::Foreign,
                "regnal" => Sort::Regnal,
                _ => Sort::Second,
            }),
            names,
            name_rows: rows(names, |f| match f[0] {
                "given" => Sort::Given,
                "shared" => Sort::Shared,
                _ => Sort::Family,
            }),
            verb_forms: [Topic::named("reporting_verbs"), Topic::named("verbs")],
            verbs,
            say_rows: rows(verbs, |f| f[0] == "say"),
            appointing: appointing(verbs),
            common,
            quality_rows: rows(common, |f| f[0] == "quality"),
            function: Topic::named("function_words"),
            countries: Topic::named("countries"),
            cities: Topic::named("cities"),
            nisbas: Topic::named("nisbas"),
            asides: Topic::named("office_asides"),
            place_openers: Topic::named("place_openers"),
            letters: Topic::named("spelt_letters"),
            namesakes: Topic::named("namesakes"),
            leading: Topic::named("leading"),
            leading_rows: rows(Topic::named("leading"), |f| match f[0] {
                "beside" => Leading::Beside,
                "rule" => Leading::Rule,
                _ => Leading::Body,
            }),
            doubtful_names: Topic::named("doubtful_names"),
            around_names: Topic::named("around_names"),
            around_rows: rows(Topic::named("around_names"), |f| {
                f[0].split(' ').fold(0, |sorts, name| sorts | Around::named(name).expect("around_names.tsv names its sorts").bit())
            }),
            succession: Topic::named("succession"),
            role_rows: rows(Topic::named("succession"), |f| f[0] == "role"),
            holders: Topic::named("known_holders"),
            holder_kinds: rows(Topic::named("known_holders"), |f| kind_named(f[0]).expect("known_holders.tsv names its kinds")),
        }
    }

    pub fn head(&self, row: usize) -> &Head {
        &self.head_rows[row]
    }

    pub fn body(&self, row: usize) -> Body {
        self.body_rows[row]
    }

    pub fn is_proper(&self, row: usize) -> bool {
        self.proper_rows[row]
    }

    /// A body with a name of its own may be called by this word when it is named again.
    pub fn is_general(&self, noun: WordId) -> bool {
        lexicon().row_of(self.bodies, noun).is_some_and(|row| self.general_rows[row])
    }

    pub fn modifier_kind(&self, row: usize) -> Option<OfficialKind> {
        self.modifier_kinds[row]
    }

    /// Behind the modifier at `at` that goes with a rank: «المتقاعد».
    pub fn service_end(&self, block: &Block, at: usize) -> Option<usize> {
        let found = block.match_at(self.modifiers, at, Clitics::AL)?;
        (found.reading.clitics.has(Clitics::AL) && self.service_rows[found.row]).then_some(found.tokens.end as usize)
    }

    pub fn title(&self, row: usize) -> Title {
        self.title_rows[row]
    }

    /// «الفريق» is a team more often than a general.
    pub fn is_noun_title(&self, row: usize) -> bool {
        self.noun_titles[row]
    }

    /// «خمس», «ثلاثة».
    pub fn is_unit(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.numerals, at, Clitics::NONE).is_some_and(|found| found.tokens.len() == 1 && self.unit_rows[found.row])
    }

    /// A thing that bears somebody's name: «شارع», «جائزة», «جامعة».
    pub fn is_named_after(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.namesakes, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL)).is_some()
    }

    /// A preposition, or a noun in construct, before a common noun: «في الفريق», «مدرب الفريق».
    pub fn governs_noun(&self, block: &Block, at: usize) -> bool {
        let named = |topic| block.match_at(topic, at, Clitics::CONJUNCTION).is_some();
        matches!(block.word(at), "في" | "داخل" | "ضمن") || self.is_noun(block.word(at)) || named(self.titles) || named(self.bodies)
    }

    /// Says that whoever is named next leads what is named before: «بقيادة», «يتزعمها».
    pub fn leads(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, Leading::Body)
    }

    /// Says that whoever is named next is present: «بحضور».
    pub fn is_beside(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, Leading::Beside)
    }

    /// «في عهد»: who is named next governs.
    pub fn is_rule(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, Leading::Rule)
    }

    fn introduces(&self, block: &Block, at: usize, whom: Leading) -> bool {
        let clitics = Clitics::CONJUNCTION.with(if whom == Leading::Rule { Clitics::PREPOSITION } else { Clitics::NONE });
        let found = block.match_at(self.leading, at, clitics);
        found.is_some_and(|found| found.tokens.len() == 1 && self.leading_rows[found.row] == whom)
    }

    /// A name too, though something else far more often.
    pub fn is_doubtful_name(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.doubtful_names, at, Clitics::NONE).is_some()
    }

    /// What the word at `at` does around a name.
    pub fn does(&self, block: &Block, at: usize, around: Around) -> bool {
        let found = block.is_word(at).then(|| block.match_at(self.around_names, at, Clitics::NONE)).flatten();
        found.is_some_and(|found| self.around_rows[found.row] & around.bit() != 0)
    }

    /// «يشغل», «وشغل»: who is named next holds a post.
    pub fn holds(&self, block: &Block, at: usize) -> bool {
        let found = block.match_at(self.around_names, at, Clitics::CONJUNCTION);
        found.is_some_and(|found| self.around_rows[found.row] & Around::Hold.bit() != 0)
    }

    /// «منافسه», «لمنافسها»: who is named next holds what somebody named before does, or seeks it.
    pub fn is_rival(&self, block: &Block, at: usize) -> bool {
        let found = block.match_at(self.around_names, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION));
        found.is_some_and(|found| self.around_rows[found.row] & Around::Rival.bit() != 0)
    }

    /// «منصب», «بمنصب»: behind it stands an office.
    pub fn is_post(&self, block: &Block, at: usize) -> bool {
        let found = block.match_at(self.around_names, at, Clitics::BI.with(Clitics::LI));
        found.is_some_and(|found| self.around_rows[found.row] & Around::Post.bit() != 0)
    }

    /// «خلفاً لـ», «بدلاً من» at `at`: behind it stands a predecessor or successor.
    pub fn succession_at(&self, block: &Block, at: usize) -> Option<Match> {
        block.match_at(self.succession, at, Clitics::CONJUNCTION).filter(|found| !self.role_rows[found.row])
    }

    /// «خلفاً»: what somebody becomes.
    pub fn is_successor(&self, block: &Block, at: usize) -> bool {
        let found = block.is_word(at).then(|| block.match_at(self.succession, at, Clitics::NONE)).flatten();
        found.is_some_and(|found| self.role_rows[found.row])
    }

    /// The body at `at`, with clitics or without.
    pub fn any_body(&self, block: &Block, at: usize) -> Option<(Match, Body)> {
        let found = block.match_at(self.bodies, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL))?;
        Some((found, self.body(found.row)))
    }

    /// A public body at `at`, and the kind of office it gives.
    pub fn public_body(&self, block: &Block, at: usize) -> Option<(Match, OfficialKind)> {
        match self.any_body(block, at)? {
            (found, Body::Public(kind)) => Some((found, kind)),
            _ => None,
        }
    }

    /// A known office-holder named at `at`, with clitics or without: his or her row, the tokens, the bytes of clitics.
    pub fn holder_at(&self, block: &Block, at: usize) -> Option<(usize, Phrase)> {
        let found = block.match_at(self.holders, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION))?;
        Some((found.row, Phrase::new(found.tokens, found.reading.outside)))
    }

    pub fn holder_kind(&self, row: usize) -> OfficialKind {
        self.holder_kinds[row]
    }

    /// A name or a particle of names may begin at the token, its clitics taken off.
    pub fn may_name(&self, block: &Block, at: usize) -> bool {
        block.may_begin_any(&[self.names, self.particles], at)
    }

    /// The word, its clitics taken off, is a name that may open one.
    pub fn opens_name(&self, word: WordId) -> bool {
        lexicon().row_of(self.names, word).is_some_and(|row| self.name_rows[row] != Sort::Family)
            || lexicon().row_of(self.particles, word).is_some_and(|row| self.particle_rows[row] == Sort::Kin)
    }

    /// A common noun without article or clitic.
    pub fn is_noun(&self, word: &str) -> bool {
        self.common_row(word).is_some_and(|row| !self.quality_rows[row])
    }

    /// The plural in ات of a noun, with the article.
    pub fn is_noun_plural(&self, word: &str) -> bool {
        word.strip_prefix("ال").is_some_and(|stem| self.common_row(stem).is_some())
    }

    /// A word of an office or a title.
    pub fn is_office_word(&self, block: &Block, at: usize) -> bool {
        [self.heads, self.titles, self.modifiers].iter().any(|&topic| block.match_at(topic, at, Clitics::AL).is_some())
    }

    /// An honorific, a rank or a calling, with the article.
    pub fn is_title(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.titles, at, Clitics::AL).is_some_and(|title| title.reading.clitics.has(Clitics::AL))
    }

    /// A title with the article, that no list has as a family name.
    pub fn is_title_only(&self, block: &Block, at: usize) -> bool {
        self.is_office_word(block, at) && block.match_at(self.names, at, Clitics::NONE).is_none()
    }

    /// «الأمين»: with the article, and a first name without it.
    pub fn is_name_with_article(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.names, at, Clitics::AL).is_some()
    }

    /// A common noun or adjective as the lexicon has it, without any ending.
    pub fn is_base_word(&self, word: &str) -> bool {
        row_of_stem(self.common, word).is_some()
    }

    /// An adjective without article.
    pub fn is_bare_quality(&self, word: &str) -> bool {
        row_of_stem(self.common, word).is_some_and(|row| self.quality_rows[row])
    }

    /// An adjective with the article that may belong to an office.
    pub fn is_quality(&self, word: &str) -> bool {
        let Some(stem) = word.strip_prefix("ال") else { return false };
        self.common_row(stem).is_some_and(|row| self.quality_rows[row])
    }
}

// No ي: «الحربي», «القرني» are family names though «حرب», «قرن» are nouns.
/// The token is a mark with this text.
pub(super) fn is_mark(block: &Block, at: usize, marks: &[&str]) -> bool {
    block.is_mark(at) && marks.contains(&block.word(at))
}
