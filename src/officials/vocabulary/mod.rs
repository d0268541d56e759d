//! What a word may be in a name or an office: the topics of the lexicon this stage reads, their fields parsed once, and
//! a word's sort by them, by its endings and by its shape.

mod fields;
mod forms;
mod lookup;
mod role;
mod shape;
mod sort;
mod topic_sets;

use crate::analysis::OfficialKind;
use crate::lexicon::{Spelt, Topic, lexicon, topic};
use crate::text::Block;
pub(crate) use fields::Holders;
pub(super) use fields::{Around, Body, Head, Reach, Title};
use fields::{Leading, kind_named};
pub(crate) use role::Role;
use rustc_hash::FxHashSet;
pub(super) use shape::{joined, looks_common};
pub(super) use sort::{ALI, Sort};
use std::sync::LazyLock;

/// What the rows of the topics say that this stage reads, by row number.
pub(super) struct Vocabulary {
    heads: Vec<Head>,
    bodies: Vec<Body>,
    /// Bodies with a name of their own: no genitive follows.
    proper_bodies: Vec<bool>,
    /// Nouns by which a body with a name of its own goes on: «المنظمة».
    general_bodies: Vec<bool>,
    /// Of each row of `numerals.tsv`: a number below ten.
    units: Vec<bool>,
    /// Modifiers that say of what kind of body an office is.
    modifier_kinds: Vec<Option<OfficialKind>>,
    /// Modifiers that only a soldier has: «المتقاعد».
    service: Vec<bool>,
    titles: Vec<Title>,
    /// Titles that are common nouns as well.
    noun_titles: Vec<bool>,
    particles: Vec<Sort>,
    names: Vec<Sort>,
    /// Verbs of saying.
    saying: Vec<bool>,
    /// Every form of the verbs and nouns of appointing, folded.
    appointing: FxHashSet<&'static str>,
    /// Common words that are adjectives.
    qualities: Vec<bool>,
    leading: Vec<Leading>,
    /// Of each row of `around_names.tsv`, what its words do: a set, by bit.
    around: Vec<u16>,
    /// «خلفاً»: what somebody becomes.
    roles: Vec<bool>,
    holder_kinds: Vec<OfficialKind>,
    /// What words say of how far an office reaches.
    reaches: Spelt<Reach>,
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

impl Vocabulary {
    fn load() -> Vocabulary {
        Vocabulary {
            heads: rows(topic::OFFICE_HEADS, Head::read),
            bodies: rows(topic::OFFICE_BODIES, |f| Body::named(f[0])),
            proper_bodies: rows(topic::OFFICE_BODIES, |f| f[1] == "proper"),
            general_bodies: rows(topic::OFFICE_BODIES, |f| f[1] == "general"),
            units: rows(topic::NUMERALS, |f| f[0] == "unit"),
            modifier_kinds: rows(topic::OFFICE_MODIFIERS, |f| kind_named(f[0])),
            service: rows(topic::OFFICE_MODIFIERS, |f| f[0] == "service"),
            titles: rows(topic::TITLES, |f| Title::named(f[0])),
            noun_titles: rows(topic::TITLES, |f| f[1] == "noun"),
            particles: rows(topic::NAME_PARTICLES, |f| Sort::of_particle(f[0])),
            names: rows(topic::NAMES, |f| Sort::of_name(f[0])),
            saying: rows(topic::VERB_STEMS, |f| f[0] == "say"),
            appointing: lexicon().rows(topic::APPOINTING).iter().flat_map(|row| row.phrases).copied().collect(),
            qualities: rows(topic::COMMON_WORDS, |f| f[0] == "quality"),
            leading: rows(topic::LEADING, |f| Leading::named(f[0])),
            around: rows(topic::AROUND_NAMES, |f| f[0].split(' ').fold(0, |sorts, name| sorts | Around::named(name).bit())),
            roles: rows(topic::SUCCESSION, |f| f[0] == "role"),
            reaches: Spelt::read(topic::OFFICE_WORDS, |f| Reach::named(f[0])),
            holder_kinds: rows(topic::KNOWN_HOLDERS, |f| kind_named(f[0]).expect("known_holders.tsv names its kinds")),
        }
    }
}

/// The token is a mark with this text.
#[inline]
pub(super) fn is_mark(block: &Block, at: usize, marks: &[&str]) -> bool {
    block.is_mark(at) && marks.contains(&block.word(at))
}
