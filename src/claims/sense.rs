//! What a token is among the words that claims look for.

use super::verb_form::Signs;
use super::words::{Class, Entry, Joint, LEXIS, Title};
use crate::lexicon::{Beginning, Match, Topic, topic};
use crate::text::{Block, Clitics, Reading, Span, TokenKind, Tokens};

/// A word or phrase of the lexicon, found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub class: Class,
    pub weight: i32,
    /// It is a finite verb.
    pub verb: bool,
    pub title: Title,
    pub tokens: Span<Tokens>,
    pub clitics: Clitics,
    /// Bytes of the conjunction and preposition before it.
    pub outside: u8,
}

/// The row of a word or phrase, and how its first word was taken apart.
#[derive(Clone, Copy, Debug)]
struct Known {
    entry: Entry,
    clitics: Clitics,
    outside: u8,
}

impl Known {
    /// The `row` that a phrase of so many `tokens` is of, which begins at token `at`, if its clitics fit.
    fn fitting(block: &Block, at: usize, tokens: usize, row: usize, reading: Reading) -> Option<Known> {
        let entry = LEXIS.entries[row];
        let Reading { clitics, outside, .. } = reading;
        let allowed = if entry.verb { ON_VERBS } else { entry.class.clitics() };
        let pronoun_fits = || !clitics.has(Clitics::PRONOUN) || (block.may_end_in_pronoun(at) && !is_noun_of_unit(block, at, entry));
        // The future's س stands before the present only (سلام is no لام).
        let stem = || &block.word(at)[outside as usize..];
        let future_fits = || !clitics.has(Clitics::SA) || FUTURE.iter().any(|future| stem().starts_with(future));
        // ف on a bare noun is nearly always its first letter (فنية is no نية).
        let fa_fits = entry.verb || !clitics.has(Clitics::FA) || clitics.has(Clitics::AL) || tokens > 1;
        (clitics.is_within(allowed) && fa_fits && pronoun_fits() && future_fits()).then_some(Known { entry, clitics, outside })
    }

    fn found(self, tokens: Span<Tokens>) -> Found {
        let Known { entry, clitics, outside } = self;
        Found { class: entry.class, weight: entry.weight.into(), verb: entry.verb, title: entry.title, tokens, clitics, outside }
    }
}

/// What a word form is among the words that claims look for, wherever it stands: found out once for each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    word: Alone<Option<Known>>,
    joint: Alone<Option<(Joint, bool)>>,
    reporting_verb: Alone<bool>,
    common_verb: Alone<bool>,
    past_in_ta: Alone<bool>,
    /// What its letters show.
    pub(super) signs: Signs,
}

/// What a word form is by itself.
#[derive(Clone, Copy, Debug)]
enum Alone<T> {
    Is(T),
    /// Phrases of several words begin with it: what follows decides.
    GoesOn,
}

impl Alone<bool> {
    /// Whether a phrase begins with it, of one word or of more.
    fn begins(beginning: Beginning) -> Alone<bool> {
        match beginning {
            Beginning { alone: None, goes_on: true } => Alone::GoesOn,
            Beginning { alone, .. } => Alone::Is(alone.is_some()),
        }
    }

    /// Whether a phrase of the topic begins with token `at`, which is of this form.
    #[inline]
    fn or_begins(self, block: &Block, topic: Topic, at: usize, allowed: Clitics) -> bool {
        match self {
            Alone::Is(begins) => begins,
            Alone::GoesOn => block.match_at(topic, at, allowed).is_some(),
        }
    }
}

impl<T> Alone<Option<T>> {
    /// The row that it is of.
    fn of(beginning: Beginning, row: impl FnOnce(usize, Reading) -> Option<T>) -> Alone<Option<T>> {
        if beginning.goes_on { Alone::GoesOn } else { Alone::Is(beginning.alone.and_then(|(number, reading)| row(number, reading))) }
    }
}

impl Sense {
    /// That of a mark, and of a word that the lexicon does not know.
    const NONE: Sense = Sense {
        word: Alone::Is(None),
        joint: Alone::Is(None),
        reporting_verb: Alone::Is(false),
        common_verb: Alone::Is(false),
        past_in_ta: Alone::Is(false),
        signs: Signs::NONE,
    };

    /// That of a token; beyond the block there are but marks.
    #[inline]
    pub fn at<'b>(block: &'b Block, at: usize) -> &'b Sense {
        match block.tokens().get(at) {
            Some(token) if matches!(token.kind, TokenKind::Word | TokenKind::Foreign) => {
                block.form(at).sense.get_or_init(|| Sense::of(block, at))
            }
            _ => &Sense::NONE,
        }
    }

    /// The longest phrase that begins at token `at`, whose sense this is.
    #[inline]
    pub(super) fn word(&self, block: &Block, at: usize) -> Option<Found> {
        match self.word {
            Alone::Is(known) => Some(known?.found(Span::of(at..at + 1))),
            Alone::GoesOn => phrase_at(block, at),
        }
    }

    /// What that token does to its clause, and whether a conjunction is written on to it.
    #[inline]
    pub(super) fn joint(&self, block: &Block, at: usize) -> Option<(Joint, bool)> {
        match self.joint {
            Alone::Is(joint) => joint,
            Alone::GoesOn => block.match_at(topic::FUNCTION_WORDS, at, ON_JOINTS).and_then(|m| LEXIS.joint(m.row, m.reading)),
        }
    }

    /// That token is a form of a verb of saying; `class`: that of its word among those of claims.
    #[inline]
    pub(super) fn is_reporting_verb(&self, block: &Block, at: usize, class: impl FnOnce() -> Option<Class>) -> bool {
        self.reporting_verb.or_begins(block, topic::REPORTING_VERBS, at, ON_SAYING) && class() != Some(Class::Noun)
    }

    /// That token is a common verb that no list of claim words has.
    #[inline]
    pub(super) fn is_common_verb(&self, block: &Block, at: usize) -> bool {
        self.common_verb.or_begins(block, topic::VERBS, at, ON_SAYING)
    }

    /// That token begins with ت, and is a verb in the past.
    #[inline]
    pub(super) fn is_past_in_ta(&self, block: &Block, at: usize) -> bool {
        self.past_in_ta.or_begins(block, topic::PAST_IN_TA, at, Clitics::NONE)
    }

    /// The lexicon does not know it, and it has these signs.
    #[inline]
    pub(super) fn is_unknown_with(&self, signs: Signs) -> bool {
        self.signs.have(Signs::UNKNOWN.with(signs))
    }

    fn of(block: &Block, at: usize) -> Sense {
        let signs = Signs::of(block.word(at), block.readings(at));
        if !block.may_begin_any(&[topic::CLAIM_WORDS, topic::FUNCTION_WORDS, topic::REPORTING_VERBS, topic::VERBS, topic::PAST_IN_TA], at) {
            return Sense { signs, ..Sense::NONE };
        }
        let beginning = |topic, allowed| block.beginning(topic, at, allowed);
        Sense {
            word: Alone::of(beginning(topic::CLAIM_WORDS, ANY), |row, reading| Known::fitting(block, at, 1, row, reading)),
            joint: Alone::of(beginning(topic::FUNCTION_WORDS, ON_JOINTS), |row, reading| LEXIS.joint(row, reading)),
            reporting_verb: Alone::begins(beginning(topic::REPORTING_VERBS, ON_SAYING)),
            common_verb: Alone::begins(beginning(topic::VERBS, ON_SAYING)),
            past_in_ta: Alone::begins(beginning(topic::PAST_IN_TA, Clitics::NONE)),
            signs,
        }
    }
}

/// The longest phrase that begins at a token.
pub(super) fn word_at(block: &Block, at: usize) -> Option<Found> {
    Sense::at(block, at).word(block, at)
}

fn phrase_at(block: &Block, at: usize) -> Option<Found> {
    let Match { tokens, row, reading } = block.match_at(topic::CLAIM_WORDS, at, ANY)?;
    Some(Known::fitting(block, at, tokens.len(), row, reading)?.found(tokens))
}

/// رحلته is "his journey" before "she deported him"; only of violence and blame is the verb as likely as the noun.
fn is_noun_of_unit(block: &Block, at: usize, entry: Entry) -> bool {
    entry.verb
        && !matches!(entry.class, Class::Accusation | Class::Harm)
        && ["ته", "تها", "تهم"].iter().any(|ending| block.word(at).ends_with(ending))
}

/// How a verb in the future begins.
const FUTURE: [&str; 4] = ["سي", "ست", "سن", "سا"];
/// What any of the words may carry.
const ANY: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL).with(Clitics::SA).with(Clitics::PRONOUN);
/// What a finite verb may carry.
const ON_VERBS: Clitics = Clitics::CONJUNCTION.with(Clitics::LI).with(Clitics::SA).with(Clitics::PRONOUN);
/// What a verb of saying and a common verb may.
const ON_SAYING: Clitics = Clitics::CONJUNCTION.with(Clitics::SA);
/// What joins clauses may carry.
const ON_JOINTS: Clitics = Clitics::CONJUNCTION;

/// What the word at a token does to its clause, and whether a conjunction is written on to it.
pub(super) fn joint_at(block: &Block, at: usize) -> Option<(Joint, bool)> {
    Sense::at(block, at).joint(block, at)
}

/// A colon, أن, إن and the like: what is said follows.
pub(super) fn introduces(block: &Block, at: usize) -> bool {
    matches!(joint_at(block, at), Some((Joint::Opens, false))) || block.word(at) == ":"
}

/// The word at a token is a form of a verb of saying.
pub(super) fn is_reporting_verb(block: &Block, at: usize) -> bool {
    let sense = Sense::at(block, at);
    sense.is_reporting_verb(block, at, || sense.word(block, at).map(|found| found.class))
}

/// The word at a token is a common verb that no list of claim words has.
pub(super) fn is_common_verb(block: &Block, at: usize) -> bool {
    Sense::at(block, at).is_common_verb(block, at)
}

/// The word at a token begins with ت, and is a verb in the past.
pub(super) fn is_past_in_ta(block: &Block, at: usize) -> bool {
    Sense::at(block, at).is_past_in_ta(block, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_what_the_lexicon_has_at_its_token() {
        let articles = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles")).expect("the articles");
        for article in articles.map(|entry| entry.expect("an article").path()) {
            let text = std::fs::read_to_string(article).expect("a text");
            for block in &Block::read_all(text.lines().map(|line| (line, 0)), &mut Default::default()) {
                for at in 0..block.tokens().len() {
                    let known = |found: Option<Found>| found.map(|f| (f.class, f.weight, f.verb, f.tokens, f.clitics, f.outside));
                    let joint = block.match_at(topic::FUNCTION_WORDS, at, ON_JOINTS).and_then(|m| LEXIS.joint(m.row, m.reading));
                    assert_eq!(known(word_at(block, at)), known(phrase_at(block, at)), "{}", block.word(at));
                    assert_eq!(joint_at(block, at), joint, "{}", block.word(at));
                    assert_eq!(is_common_verb(block, at), block.match_at(topic::VERBS, at, ON_SAYING).is_some(), "{}", block.word(at));
                    assert_eq!(
                        is_past_in_ta(block, at),
                        block.match_at(topic::PAST_IN_TA, at, Clitics::NONE).is_some(),
                        "{}",
                        block.word(at)
                    );
                }
            }
        }
    }
}
