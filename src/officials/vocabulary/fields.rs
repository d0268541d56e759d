//! What the fields of the tables say of their words.

use crate::analysis::OfficialKind;
use crate::lexicon::column;

column! {
    /// How many hold the office a head opens.
    pub(crate) enum Holders: "office_heads" {
        One = "one",
        Many = "many",
        /// Accusative: somebody becomes it (وزيراً).
        Role = "role",
        /// The office of somebody named before (نظيره).
        Peer = "peer",
    }
}

/// A row of `office_heads.tsv`.
pub(in crate::officials) struct Head {
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

impl Head {
    pub(super) fn read(fields: &[&str]) -> Head {
        let [holders, kind, decided_by, alone, links] = fields else { panic!("office_heads.tsv: five columns after the heads") };
        Head {
            holders: Holders::named(holders),
            kind: kind_named(kind),
            by_body: *decided_by == "body",
            alone: alone.contains("yes"),
            links_li: links.contains("li"),
            links_fi: links.contains("fi"),
            links_name: links.contains("name"),
            links_on: links.contains("on"),
            rules_place: alone.contains("ruler"),
            by_place: alone.contains("place"),
        }
    }
}

/// A row of `office_bodies.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::officials) enum Body {
    Public(OfficialKind),
    /// A company, club, university, charity or paper.
    Private,
    Field,
    Area,
    /// An area with a government of its own.
    Province,
    Plain,
}

impl Body {
    pub(super) fn named(sort: &str) -> Body {
        match sort {
            "private" => Body::Private,
            "field" => Body::Field,
            "area" => Body::Area,
            "province" => Body::Province,
            "plain" => Body::Plain,
            kind => Body::Public(kind_named(kind).expect("office_bodies.tsv names its sorts")),
        }
    }
}

column! {
    /// A row of `leading.tsv`: whoever is named behind it …
    pub(super) enum Leading: "leading" {
        /// … leads the body named before.
        Body = "",
        /// … is only present.
        Beside = "beside",
        /// … governs.
        Rule = "rule",
    }
}

column! {
    /// What a word of `around_names.tsv` does.
    pub(in crate::officials) enum Around: "around_names" {
        /// A verb follows.
        Clause = "clause",
        /// «يشغل فلان منصب …»
        Hold = "hold",
        /// Behind it stands the office somebody holds.
        Post = "post",
        /// «المعروف باسم»
        KnownAs = "known_as",
        /// «واسمه»
        Called = "called",
        /// «الحركي»
        SortOfName = "sort_of_name",
        /// «أول رئيس للمجلس»
        Rank = "rank",
        /// «، وهو وزير …»
        Being = "being",
        Also = "also",
        /// «54 عاماً»
        Years = "years",
        /// «منافسه الرئيس السابق»
        Rival = "rival",
        /// «كيلومتر»
        Distance = "distance",
    }
}

impl Around {
    /// Its place in a set.
    pub(super) fn bit(self) -> u16 {
        1 << self as u16
    }
}

column! {
    /// A row of `office_words.tsv`.
    pub(in crate::officials) enum Reach: "office_words" {
        /// «الإشراف على المستشفيات»
        Oversight = "oversight",
        /// «جنوب القوقاز»
        Region = "region",
        /// «كاليمانتان الشرقية»
        Part = "part",
        /// «أيت ملول»
        Tribe = "tribe",
        /// «الفرقة 11 مشاة»
        Arm = "arm",
    }
}

column! {
    /// A row of `titles.tsv`.
    pub(in crate::officials) enum Title: "titles" {
        Honorific = "honorific",
        Royal = "royal",
        Ruler = "ruler",
        Rank = "rank",
        Trade = "trade",
    }
}

/// The kind of office of this name; `None` if there is none.
pub(super) fn kind_named(name: &str) -> Option<OfficialKind> {
    match name {
        "state" => Some(OfficialKind::State),
        "igo" => Some(OfficialKind::Igo),
        "party" => Some(OfficialKind::Party),
        _ => None,
    }
}
