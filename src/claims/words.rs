//! The words that tell what a sentence claims, as typed rows of `claim_words.tsv`.

use crate::lexicon::{Topic, lexicon};
use crate::text::{Block, Clitics, Span, Tokens};
use std::sync::LazyLock;

/// What a word does in a claim; see the head of `claim_words.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Class {
    Hedge,
    Qad,
    Booster,
    Neither,
    Accusation,
    Harm,
    Conflict,
    Causal,
    Leads,
    Change,
    Measure,
    Count,
    Comparison,
    Law,
    Prediction,
    Denial,
    Routine,
    Courtesy,
    Evaluation,
    Purpose,
    Content,
    Call,
    Wish,
    Question,
    Rhetorical,
    Link,
    Byline,
    Rest,
    Own,
    Verb,
    Noun,
    Titled,
    Date,
}

/// Every class with its name in the file, in the order of [`Class`].
const NAMES: [(&str, Class); CLASSES] = [
    ("hedge", Class::Hedge),
    ("qad", Class::Qad),
    ("booster", Class::Booster),
    ("neither", Class::Neither),
    ("accusation", Class::Accusation),
    ("harm", Class::Harm),
    ("conflict", Class::Conflict),
    ("causal", Class::Causal),
    ("leads", Class::Leads),
    ("change", Class::Change),
    ("measure", Class::Measure),
    ("count", Class::Count),
    ("comparison", Class::Comparison),
    ("law", Class::Law),
    ("prediction", Class::Prediction),
    ("denial", Class::Denial),
    ("routine", Class::Routine),
    ("courtesy", Class::Courtesy),
    ("evaluation", Class::Evaluation),
    ("purpose", Class::Purpose),
    ("content", Class::Content),
    ("call", Class::Call),
    ("wish", Class::Wish),
    ("question", Class::Question),
    ("rhetorical", Class::Rhetorical),
    ("link", Class::Link),
    ("byline", Class::Byline),
    ("rest", Class::Rest),
    ("self", Class::Own),
    ("verb", Class::Verb),
    ("noun", Class::Noun),
    ("titled", Class::Titled),
    ("date", Class::Date),
];
/// How many classes there are; `Date` is the last.
pub(super) const CLASSES: usize = Class::Date as usize + 1;

impl Class {
    /// Its words say what the claim is about.
    pub fn gives_type(self) -> bool {
        use Class::*;
        matches!(self, Accusation | Harm | Conflict | Causal | Change | Law | Prediction | Denial | Routine | Content)
    }

    /// The clitics its words may carry, if they are no finite verbs.
    fn clitics(self) -> Clitics {
        use Class::*;
        let prefixed = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL);
        match self {
            Qad | Neither | Booster | Question | Rhetorical | Wish | Link | Byline | Rest | Own => Clitics::CONJUNCTION,
            Comparison | Count => Clitics::CONJUNCTION.with(Clitics::PREPOSITION),
            Hedge | Noun | Titled | Date | Call => prefixed,
            _ => prefixed.with(Clitics::PRONOUN),
        }
    }
}

/// A row of the lexicon.
#[derive(Clone, Copy, Debug)]
struct Entry {
    class: Class,
    weight: i32,
    verb: bool,
}

struct Words {
    topic: Topic,
    entries: Vec<Entry>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let topic = Topic::named("claim_words");
    let entries = lexicon().rows(topic).iter().map(|row| {
        let named = |name| NAMES.iter().find(|(n, _)| *n == name).map(|&(_, class)| class);
        Entry {
            class: named(row.fields[0]).unwrap_or_else(|| panic!("claim_words.tsv: no class {}", row.fields[0])),
            weight: row.fields[1].parse().unwrap_or_else(|_| panic!("claim_words.tsv: {} is no weight", row.fields[1])),
            verb: row.fields[2] == "v",
        }
    });
    Words { topic, entries: entries.collect() }
});

/// A word or phrase of the lexicon, found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub class: Class,
    pub weight: i32,
    /// It is a finite verb.
    pub verb: bool,
    pub tokens: Span<Tokens>,
    pub clitics: Clitics,
    /// Bytes of the conjunction and preposition before it.
    pub outside: u8,
}

/// The longest phrase that begins at a token.
pub(super) fn word_at(block: &Block, at: usize) -> Option<Found> {
    let words = &*WORDS;
    let found = block.match_at(words.topic, at, ANY)?;
    let entry = words.entries[found.row];
    let clitics = found.reading.clitics;
    let allowed = if entry.verb { ON_VERBS } else { entry.class.clitics() };
    let pronoun_fits = !clitics.has(Clitics::PRONOUN) || (block.may_end_in_pronoun(at) && !is_noun_of_unit(block, at, entry));
    // The future's س stands before the present only (سلام is no لام).
    let stem = &block.word(at)[found.reading.outside as usize..];
    let future_fits = !clitics.has(Clitics::SA) || FUTURE.iter().any(|future| stem.starts_with(future));
    // ف on a bare noun is nearly always its first letter (فنية is no نية).
    let fa_fits = entry.verb || !clitics.has(Clitics::FA) || clitics.has(Clitics::AL) || found.tokens.len() > 1;
    let fits = clitics.is_within(allowed) && pronoun_fits && future_fits && fa_fits;
    fits.then_some(Found {
        class: entry.class,
        weight: entry.weight,
        verb: entry.verb,
        tokens: found.tokens,
        clitics,
        outside: found.reading.outside,
    })
}

/// رحلته is "his journey" before "she deported him"; only of violence and blame is the verb as likely as the noun.
fn is_noun_of_unit(block: &Block, at: usize, entry: Entry) -> bool {
    entry.verb
        && !matches!(entry.class, Class::Accusation | Class::Harm)
        && ["ته", "تها", "تهم"].iter().any(|ending| block.word(at).ends_with(ending))
}

/// How a verb in the future begins.
const FUTURE: [&str; 4] = ["سي", "ست", "سن", "سا"];
/// What a finite verb may carry.
const ON_VERBS: Clitics = Clitics::CONJUNCTION.with(Clitics::LI).with(Clitics::SA).with(Clitics::PRONOUN);

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

static JOINTS: LazyLock<(Topic, Vec<Option<Joint>>)> = LazyLock::new(|| {
    let topic = Topic::named("function_words");
    let joints = lexicon().rows(topic).iter().map(|row| match row.fields[0] {
        "subordinator" | "conjunction" => Some(Joint::Opens),
        "relative" => Some(Joint::Describes),
        "pronoun" => Some(Joint::Pronoun),
        "auxiliary" => Some(Joint::Helps),
        _ => None,
    });
    (topic, joints.collect())
});

/// What the word at a token does to its clause, and whether a conjunction is written on to it.
pub(super) fn joint_at(block: &Block, at: usize) -> Option<(Joint, bool)> {
    let (topic, joints) = &*JOINTS;
    let found = block.match_at(*topic, at, Clitics::CONJUNCTION)?;
    joints[found.row].map(|joint| (joint, found.reading.clitics.has_any(Clitics::CONJUNCTION)))
}

/// A colon, أن, إن and the like: what is said follows.
pub(super) fn introduces(block: &Block, at: usize) -> bool {
    block.word(at) == ":" || matches!(joint_at(block, at), Some((Joint::Opens, false)))
}

static REPORTING: LazyLock<Topic> = LazyLock::new(|| Topic::named("reporting_verbs"));

/// The word at a token is a form of a verb of saying.
pub(super) fn is_reporting_verb(block: &Block, at: usize) -> bool {
    block.match_at(*REPORTING, at, Clitics::CONJUNCTION.with(Clitics::SA)).is_some()
        && word_at(block, at).is_none_or(|found| found.class != Class::Noun)
}

static COMMON: LazyLock<Topic> = LazyLock::new(|| Topic::named("verbs"));

/// The word at a token is a common verb that no list of claim words has.
pub(super) fn is_common_verb(block: &Block, at: usize) -> bool {
    block.match_at(*COMMON, at, Clitics::CONJUNCTION.with(Clitics::SA)).is_some()
}

static PAST: LazyLock<Topic> = LazyLock::new(|| Topic::named("past_in_ta"));

/// The word at a token begins with ت, and is a verb in the past.
pub(super) fn is_past_in_ta(block: &Block, at: usize) -> bool {
    block.match_at(*PAST, at, Clitics::NONE).is_some()
}

const ANY: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL).with(Clitics::SA).with(Clitics::PRONOUN);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_stand_in_the_order_of_their_names() {
        assert!(NAMES.iter().enumerate().all(|(i, (_, class))| *class as usize == i));
    }

    #[test]
    fn every_row_is_typed() {
        assert!(WORDS.entries.iter().all(|e| (1..=4).contains(&e.weight)));
    }
}
