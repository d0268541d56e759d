//! What the form of a word says of it as a verb: its tense, or that it is a call.

use super::words::{Class, is_common_verb, is_past_in_ta, is_reporting_verb, word_at};
use crate::text::{Block, Clitics};

/// The word is a call by its form: a jussive (فليخرج، وليقل), or, where speech opens, an imperative of the plural (أوقفوا،
/// أعطونا): reports put their verbs before their subjects, in the singular.
pub(super) fn calls(block: &Block, at: usize, opens: bool) -> bool {
    let word = block.word(at);
    let letters = word.len() / 2;
    let jussive = letters > 4
        && (["فلي", "فلت", "فلن"].iter().any(|call| word.starts_with(call))
            || ["ولي", "ولت"].iter().any(|call| word.starts_with(call)) && (opens || at > 0 && block.word(at - 1) == "،"))
        && block.readings(at).iter().all(|r| r.clitics.has(Clitics::LI));
    let imperative = opens
        && letters > 3
        && ["وا", "ونا", "وني", "وهم"].iter().any(|ending| word.ends_with(ending))
        && (word.starts_with('ا') || letters == 4)
        && !is_reporting_verb(block, at);
    (jussive || imperative) && word_at(block, at).is_none_or(|found| found.class != Class::Call)
}

/// A verb of the present stands at `at`, a negation before it or not: after قد it makes a hedge.
pub(super) fn is_present(block: &Block, at: usize) -> bool {
    let at = at + usize::from(block.word_at(at) == "لا");
    let class = word_at(block, at).map(|f| f.class);
    let word = block.word_at(at);
    class != Some(Class::Noun)
        && !is_past_in_ta(block, at)
        && word.len() > 2 * 2
        && (word.starts_with('ي') || (word.starts_with('ت') && !word.ends_with('ت')))
}

/// A verb of the past stands at `at`: one that the lexicon knows and no present, or one in the feminine by its shape.
/// `verb`: claim words have it as one.
pub(super) fn is_past(block: &Block, at: usize, verb: bool) -> bool {
    let word = block.word(at);
    let stem = without_conjunction(word);
    let known = verb || is_common_verb(block, at) || is_reporting_verb(block, at);
    let present = stem.starts_with(['ي', 'ن', 'س']) && stem.len() > 3 * 2;
    if word == "لم" || word == "ولم" {
        return true;
    }
    let past = known && !present && (!stem.starts_with('ت') || is_past_in_ta(block, at));
    past || block.readings(at).is_empty() && has_shape_of_verb(word) && stem.ends_with('ت')
}

/// A word that the lexicon does not know looks like a finite verb: present (يتصدر), future (ستعلن) or past feminine
/// (طالبت).
pub(super) fn has_shape_of_verb(word: &str) -> bool {
    let stem = without_conjunction(word);
    let is_past = stem.ends_with('ت') && !stem.ends_with("ات") && !stem.starts_with("ال");
    stem.len() >= 4 * 2 && (is_past || has_shape_of_present(word))
}

/// Third person of the present (يتصدر) or the future (سيعلن، ستعلن).
pub(super) fn has_shape_of_present(word: &str) -> bool {
    let stem = without_conjunction(word);
    stem.len() >= 4 * 2 && (stem.starts_with('ي') || stem.starts_with("سي") || stem.starts_with("ست"))
}

/// The future: سيعلن، ستعلن.
pub(super) fn has_shape_of_future(word: &str) -> bool {
    let stem = without_conjunction(word);
    stem.len() >= 4 * 2 && (stem.starts_with("سي") || stem.starts_with("ست"))
}

/// أن، إن and the like: what they open is the proposition itself.
pub(super) fn opens_report(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    ["ان", "بان", "انه", "بانه", "انها", "بانها", "انهم", "بانهم", "اننا", "انني"].contains(&word)
}

pub(super) fn without_conjunction(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4 * 2).unwrap_or(word)
}
