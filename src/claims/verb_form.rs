//! What the form of a word says of it as a verb: its tense, or that it is a call.

use super::sense::{Found, Sense, is_past_in_ta, word_at};
use super::words::Class;
use crate::text::{Block, Clitics, Reading};

/// What the letters of a word show, a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    /// It shows nothing.
    pub const NONE: Signs = Signs(0);
    /// The lexicon does not know it.
    pub const UNKNOWN: Signs = Signs(1);
    /// A finite verb by its shape: present (يتصدر), future (ستعلن) or past feminine (طالبت).
    pub const VERB: Signs = Signs(2);
    /// Third person of the present (يتصدر) or the future (سيعلن، ستعلن).
    pub const PRESENT: Signs = Signs(4);
    /// The future: سيعلن، ستعلن.
    pub const FUTURE: Signs = Signs(8);
    /// If it is a verb, it is one of the past, unless it begins with ت.
    pub const MAY_BE_PAST: Signs = Signs(16);
    /// It begins with ت, a conjunction aside.
    pub const IN_TA: Signs = Signs(32);
    /// It makes the past (لم), or nobody knows it and it looks like one in the feminine.
    pub const PAST: Signs = Signs(64);
    /// A jussive behind ف: فليخرج.
    pub const JUSSIVE: Signs = Signs(128);
    /// One behind و where a clause begins: وليقل.
    pub const JUSSIVE_AHEAD: Signs = Signs(256);
    /// Where speech opens, an imperative of the plural: أوقفوا، أعطونا.
    pub const IMPERATIVE: Signs = Signs(512);
    /// أن، إن and the like.
    pub const REPORT: Signs = Signs(1024);

    /// Those of a word of these readings, folded.
    pub fn of(word: &str, readings: &[Reading]) -> Signs {
        let start = three(word.chars());
        let end = three(word.chars().rev());
        let joined = matches!(start[0], 'و' | 'ف') && word.len() >= 5 * LETTER;
        let [first, second] = if joined { [start[1], start[2]] } else { [start[0], start[1]] };
        let [last, before_last, _] = end;
        let long = joined || word.len() >= 4 * LETTER;
        let future = long && first == 'س' && matches!(second, 'ي' | 'ت');
        let present = future || long && first == 'ي';
        let feminine = long && last == 'ت' && before_last != 'ا' && (first, second) != ('ا', 'ل');
        let unknown = readings.is_empty();
        let with_li = || readings.iter().all(|r| r.clitics.has(Clitics::LI));
        Signs::NONE
            .and(Signs::UNKNOWN, unknown)
            .and(Signs::VERB, present || feminine)
            .and(Signs::PRESENT, present)
            .and(Signs::FUTURE, future)
            .and(Signs::MAY_BE_PAST, !(long && matches!(first, 'ي' | 'ن' | 'س')))
            .and(Signs::IN_TA, first == 'ت')
            .and(Signs::PAST, matches!(word, "لم" | "ولم") || unknown && (present || feminine) && last == 'ت')
            .with(jussive(start).filter(|_| word.len() > 4 * LETTER && with_li()).unwrap_or(Signs::NONE))
            .and(Signs::IMPERATIVE, is_imperative_ending(end) && (word.len() == 4 * LETTER || word.len() > 4 * LETTER && start[0] == 'ا'))
            .and(Signs::REPORT, is_report(word))
    }

    /// Those of both.
    pub const fn with(self, others: Signs) -> Signs {
        Signs(self.0 | others.0)
    }

    /// It may be a call.
    #[inline]
    fn may_call(self) -> bool {
        self.0 & Signs::JUSSIVE.with(Signs::JUSSIVE_AHEAD).with(Signs::IMPERATIVE).0 != 0
    }

    fn and(self, sign: Signs, shown: bool) -> Signs {
        if shown { Signs(self.0 | sign.0) } else { self }
    }

    /// It has all of the others.
    #[inline]
    pub fn have(self, others: Signs) -> bool {
        self.0 & others.0 == others.0
    }
}

/// Bytes.
const LETTER: usize = 2;

/// The first three of some letters; a space where there is none.
#[inline]
fn three(mut letters: impl Iterator<Item = char>) -> [char; 3] {
    let mut next = || letters.next().unwrap_or(' ');
    [next(), next(), next()]
}

/// فليخرج، وليقل
fn jussive(start: [char; 3]) -> Option<Signs> {
    match start {
        ['ف', 'ل', 'ي' | 'ت' | 'ن'] => Some(Signs::JUSSIVE),
        ['و', 'ل', 'ي' | 'ت'] => Some(Signs::JUSSIVE_AHEAD),
        _ => None,
    }
}

/// أوقفوا، أعطونا، أخبروني، خذوهم; `end`: from the last letter on.
fn is_imperative_ending(end: [char; 3]) -> bool {
    matches!(end, ['ا', 'و', _] | ['ا' | 'ي', 'ن', 'و'] | ['م', 'ه', 'و'])
}

/// أن، إن and the like: what they open is the proposition itself.
fn is_report(word: &str) -> bool {
    matches!(word, "ان" | "بان" | "انه" | "بانه" | "انها" | "بانها" | "انهم" | "بانهم" | "اننا" | "انني")
}

/// The word of this sense at `at` is a call by its form: a jussive, or, where speech opens, an imperative of the plural: reports put their
/// verbs before their subjects, in the singular. `word`: what it is among the words of claims.
pub(super) fn calls(block: &Block, at: usize, sense: &Sense, word: Option<Found>, opens: bool) -> bool {
    let (signs, class) = (sense.signs, word.map(|found| found.class));
    let is_call = || {
        signs.have(Signs::JUSSIVE)
            || signs.have(Signs::JUSSIVE_AHEAD) && (opens || at > 0 && block.word(at - 1) == "،")
            || signs.have(Signs::IMPERATIVE) && opens && !sense.is_reporting_verb(block, at, || class)
    };
    opens && forbids(block, at) || signs.may_call() && !matches!(class, Some(Class::Call | Class::Link)) && is_call()
}

/// «لا تصدقوا»
fn forbids(block: &Block, at: usize) -> bool {
    let verb = || block.word_at(at + 1);
    matches!(block.word_at(at), "لا" | "ولا" | "فلا") && verb().starts_with('ت') && verb().ends_with("وا")
}

/// A verb of the present stands at `at`, a negation before it or not: after قد it makes a hedge.
pub(super) fn is_present(block: &Block, at: usize) -> bool {
    let at = at + usize::from(block.word_at(at) == "لا");
    let class = word_at(block, at).map(|f| f.class);
    let word = block.word_at(at);
    class != Some(Class::Noun)
        && !is_past_in_ta(block, at)
        && word.len() > 2 * LETTER
        && (word.starts_with('ي') || (word.starts_with('ت') && !word.ends_with('ت')))
}

/// The word of this sense at `at` is a verb of the past: one that the lexicon knows and no present, or one in the feminine by its shape.
/// `word`: what it is among the words of claims.
pub(super) fn is_past(block: &Block, at: usize, sense: &Sense, word: Option<Found>) -> bool {
    let signs = sense.signs;
    let is_verb = || {
        word.is_some_and(|found| found.verb)
            || sense.is_common_verb(block, at)
            || sense.is_reporting_verb(block, at, || word.map(|found| found.class))
    };
    signs.have(Signs::PAST) || signs.have(Signs::MAY_BE_PAST) && is_verb() && (!signs.have(Signs::IN_TA) || sense.is_past_in_ta(block, at))
}
