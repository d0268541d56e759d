//! What the fields of the tables say of their words.

use crate::analysis::OfficialKind;

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

/// A row of `leading.tsv`: whoever is named behind it …
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Leading {
    /// … leads the body named before.
    Body,
    /// … is only present.
    Beside,
    /// … governs.
    Rule,
}

/// What a word of `around_names.tsv` does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::officials) enum Around {
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
    /// By its name in the table.
    pub(super) fn named(name: &str) -> Option<Around> {
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

    /// Its place in a set.
    pub(super) fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A row of `office_words.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::officials) enum Reach {
    /// «الإشراف على المستشفيات»
    Oversight,
    /// «جنوب القوقاز»
    Region,
    /// «كاليمانتان الشرقية»
    Part,
    /// «أيت ملول»
    Tribe,
    /// «الفرقة 11 مشاة»
    Arm,
}

impl Reach {
    /// By its name in the table.
    pub(super) fn named(name: &str) -> Option<Reach> {
        Some(match name {
            "oversight" => Reach::Oversight,
            "region" => Reach::Region,
            "part" => Reach::Part,
            "tribe" => Reach::Tribe,
            "arm" => Reach::Arm,
            _ => return None,
        })
    }
}

/// A row of `titles.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::officials) enum Title {
    Honorific,
    Royal,
    Ruler,
    Rank,
    Trade,
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
