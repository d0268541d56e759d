//! What a word may be in a name or an office: the topics of the lexicon this stage reads, their fields parsed once, and
//! a word's sort by them, by its endings and by its shape.

mod fields;
mod forms;
mod lookup;
mod role;
mod shape;
mod sort;

use crate::analysis::OfficialKind;
use crate::lexicon::inflection::verb_forms;
use crate::lexicon::{Topic, lexicon};
use crate::text::{Block, fold};
pub(crate) use fields::Holders;
pub(super) use fields::{Around, Body, Head, Title};
use fields::{Leading, kind_named};
pub(crate) use role::Role;
use rustc_hash::FxHashSet;
pub(super) use shape::{joined, looks_common};
pub(super) use sort::{ALI, Sort};
use std::sync::LazyLock;

/// The topics this stage reads, and what their rows say, by row number.
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

/// The vocabulary, parsed at the first call.
pub(super) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

/// The rows of a topic by one reading of their fields.
fn rows<T>(topic: Topic, parse: impl Fn(&[&str]) -> T) -> Vec<T> {
    lexicon().rows(topic).iter().map(|row| parse(row.fields)).collect()
}

/// All forms of the verbs and nouns of appointing, folded.
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
}

/// The token is a mark with this text.
pub(super) fn is_mark(block: &Block, at: usize, marks: &[&str]) -> bool {
    block.is_mark(at) && marks.contains(&block.word(at))
}
