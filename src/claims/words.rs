//! The words that tell what a sentence claims, as typed rows of `claim_words.tsv`.

use crate::lexicon::{column, lexicon, topic};
use crate::text::{Clitics, Reading};
use std::sync::LazyLock;

column! {
    /// What a word does in a claim; see the head of `claim_words.tsv`.
    #[repr(u8)]
    pub(super) enum Class: "claim_words" {
        Hedge = "hedge",
        Qad = "qad",
        Booster = "booster",
        Neither = "neither",
        Accusation = "accusation",
        Harm = "harm",
        Conflict = "conflict",
        Causal = "causal",
        Leads = "leads",
        Change = "change",
        Measure = "measure",
        Count = "count",
        Comparison = "comparison",
        Law = "law",
        Prediction = "prediction",
        Denial = "denial",
        Routine = "routine",
        Courtesy = "courtesy",
        Evaluation = "evaluation",
        Purpose = "purpose",
        Content = "content",
        Call = "call",
        Wish = "wish",
        Question = "question",
        Rhetorical = "rhetorical",
        Link = "link",
        Byline = "byline",
        Rest = "rest",
        Maxim = "maxim",
        Own = "self",
        Verb = "verb",
        Noun = "noun",
        Titled = "titled",
        Date = "date",
    }
}

/// How many classes there are; `Date` is the last.
pub(super) const CLASSES: usize = Class::Date as usize + 1;

impl Class {
    /// Its words say what the claim is about.
    pub fn gives_type(self) -> bool {
        use Class::*;
        matches!(self, Accusation | Harm | Conflict | Causal | Change | Law | Prediction | Denial | Routine | Content)
    }

    /// The clitics its words may carry, if they are no finite verbs.
    pub fn clitics(self) -> Clitics {
        use Class::*;
        let prefixed = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);
        match self {
            Qad | Neither | Booster | Question | Rhetorical | Wish | Link | Byline | Rest | Maxim | Own => Clitics::CONJUNCTION,
            Comparison | Count => Clitics::CONJUNCTION.with(Clitics::PREPOSITION),
            Hedge | Noun | Titled | Date | Call => prefixed,
            _ => prefixed.with(Clitics::PRONOUN),
        }
    }
}

/// A row of `claim_words.tsv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub class: Class,
    pub weight: u8,
    /// It is a finite verb.
    pub verb: bool,
    pub title: Title,
}

/// What a noun has in quotation marks behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    No,
    /// A name: منظمة، باسم.
    Name,
    /// The title of a work, behind the article too: «الفيلم «…»».
    Work,
}

/// The rows of the topics that claims use, by row number.
pub(super) struct Lexis {
    /// Those of [`topic::CLAIM_WORDS`].
    pub entries: Vec<Entry>,
    /// Those of [`topic::FUNCTION_WORDS`].
    joints: Vec<Option<Joint>>,
}

pub(super) static LEXIS: LazyLock<Lexis> = LazyLock::new(|| {
    let entries = lexicon().rows(topic::CLAIM_WORDS).iter().map(|row| Entry {
        class: Class::named(row.fields[0]),
        weight: row.fields[1].parse().unwrap_or_else(|_| panic!("claim_words.tsv: {} is no weight", row.fields[1])),
        verb: row.fields[2] == "v",
        title: match row.fields[2] {
            "t" => Title::Name,
            "w" => Title::Work,
            _ => Title::No,
        },
    });
    let joints = lexicon().rows(topic::FUNCTION_WORDS).iter().map(|row| Joint::named(row.fields[0]));
    Lexis { entries: entries.collect(), joints: joints.collect() }
});

impl Lexis {
    /// What the function word of a row does to its clause, and whether a conjunction is written on to it.
    pub fn joint(&self, row: usize, reading: Reading) -> Option<(Joint, bool)> {
        self.joints[row].map(|joint| (joint, reading.clitics.has_any(Clitics::CONJUNCTION)))
    }
}

/// What a closed-class word does to the clause it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// It opens a clause that is asserted (أن، إن، لكن، بينما).
    Opens,
    /// It opens a clause that only describes a noun (الذي، ما).
    Describes,
    Pronoun,
    /// It helps another word to be a predicate (كان، أصبح).
    Helps,
}

impl Joint {
    /// That of a class of `function_words.tsv`.
    fn named(class: &str) -> Option<Joint> {
        match class {
            "subordinator" | "conjunction" => Some(Joint::Opens),
            "relative" => Some(Joint::Describes),
            "pronoun" => Some(Joint::Pronoun),
            "auxiliary" => Some(Joint::Helps),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_typed() {
        assert!(LEXIS.entries.iter().all(|e| (1..=4).contains(&e.weight)));
    }
}
