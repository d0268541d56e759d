//! How a person may be named again, by the name he or she was met with.

use crate::officials::identity::Parts;
use crate::officials::mention::Found;
use crate::officials::name::hyphen;
use crate::officials::vocabulary::{Sort, vocabulary};
use crate::text::{Block, Phrase, Span};
use std::borrow::Cow;

/// Bytes: six letters. Syllables of East Asian names are no longer.
const LONGEST_SYLLABLE: usize = 12;

/// A family's name in East Asia, and «to me».
const LI: &str = "لي";

/// Bytes: a shorter first name may be any word.
const SHORTEST_FIRST_NAME: usize = 8;

/// The words of a name to compare by: «عبد الله» is one, «بن» is none.
pub(super) fn parts_of<'d>(block: &'d Block, name: Phrase) -> Parts<'d> {
    let mut parts: Parts = Vec::new();
    let mut joins = false;
    for at in name.tokens.range() {
        if !block.is_word(at) {
            continue;
        }
        let mut word = block.word(at);
        if at == name.tokens.start as usize {
            word = &word[usize::from(name.outside).min(word.len())..];
        }
        if matches!(word, "بن" | "ابن" | "بنت" | "ال") {
            continue;
        }
        let word = if matches!(word, "العبد") { "عبد" } else { word };
        let second = matches!(word, "الله" | "الدين");
        match parts.last_mut() {
            Some(last) if joins || second => *last += word,
            _ => parts.push(word.into()),
        }
        joins = matches!(word, "عبد" | "ابو" | "ابي" | "ابا" | "ام");
    }
    parts
}

/// The whole name, and its last name.
pub(super) fn aliases<'d>(block: &'d Block, name: Phrase) -> Vec<Cow<'d, str>> {
    let words = block.words(name.tokens);
    let whole = &words[usize::from(name.outside).min(words.len())..];
    let mut aliases = vec![Cow::from(whole)];
    if let Some(last) = last_words(block, name)
        && last != whole
    {
        aliases.push(last.into());
    }
    // «دي ميستورا» is spelt «دو ميستورا» as well.
    for (of, other) in [("دي ", "دو "), ("دو ", "دي ")] {
        if let Some(behind) = aliases.last().and_then(|last| last.strip_prefix(of)) {
            aliases.push(format!("{other}{behind}").into());
            break;
        }
    }
    let second = name.tokens.start as usize + 1;
    if name.tokens.len() == 3 && begins_last_name(block, second) {
        aliases.push(block.words(Span::of(second..name.tokens.end as usize)).into());
    }
    aliases
}

/// The first word of a last name of several: no first name, nor what only joins those.
pub(super) fn begins_last_name(block: &Block, at: usize) -> bool {
    matches!(vocabulary().sort(block, at), Sort::Unknown | Sort::Nisba | Sort::Foreign)
}

/// «تشاتشاي ساريكالايا» may go on as «تشاتشاي», as Thais, Burmese and Ethiopians do; «شي يونغ هوا» as «شي», his family's name.
pub(super) fn first_name<'d>(block: &'d Block, found: &Found) -> Option<&'d str> {
    let v = vocabulary();
    let tokens = found.name.tokens;
    let first = tokens.start as usize;
    let word = &block.word(first)[usize::from(found.name.outside)..];
    let syllables = || {
        let mut words = (first..tokens.end as usize).filter(|&at| block.is_word(at));
        let unlisted = (first..tokens.end as usize).any(|at| block.is_word(at) && v.sort(block, at) == Sort::Unknown);
        let named = |at| matches!(v.sort(block, at), Sort::Unknown | Sort::Shared | Sort::Given) || block.word(at) == LI;
        let short = |at| block.word(at).len() <= LONGEST_SYLLABLE && named(at);
        unlisted && words.all(short)
    };
    let own = found.office.is_some() && tokens.len() > 1 && v.sort(block, first) == Sort::Unknown && word.len() >= SHORTEST_FIRST_NAME;
    // «فريدريك العاشر» goes on as «فريدريك».
    let numbered = tokens.len() > 1 && v.sort(block, first + 1) == Sort::Regnal;
    // «لي تشيانغ» goes on as «لي», behind a verb of saying; «ما», «لو» are other words there, and so is «علي».
    let family = || tokens.len() == 2 && word.len() <= SHORTEST_FIRST_NAME && (!v.is_function(block, first) || word == LI);
    let syllabic = || found.office.is_some() && (tokens.len() > 2 || family()) && syllables();
    (own || numbered || syllabic()).then_some(word)
}

/// The last name: its words as they would stand alone. None where it is a father's name.
fn last_words<'d>(block: &'d Block, name: Phrase) -> Option<&'d str> {
    let v = vocabulary();
    let tokens = name.tokens;
    let mut start = tokens.end as usize - 1;
    while start > tokens.start as usize && matches!(v.sort(block, start), Sort::Second | Sort::Regnal) {
        start -= 1;
    }
    // «بانو-لوغران»
    while start > tokens.start as usize + 2 && hyphen(block, start - 1) {
        start -= 2;
    }
    // «ولد اعل الشيخ»: all that follows the last «ولد».
    if let Some(descent) = (tokens.start as usize + 1..start).rfind(|&at| matches!(block.word(at), "ولد" | "منت")) {
        start = descent;
    }
    let single = tokens.len() == 1 || start == tokens.start as usize;
    while start > tokens.start as usize && matches!(v.sort(block, start - 1), Sort::Kin | Sort::Foreign) {
        start -= 1;
        // «فلان بن فلان بن فلان»: the last is a forefather. «هدى بن عامر» may be meant by «بن عامر».
        if matches!(block.word(start), "ال" | "بنت") || matches!(block.word(start), "بن" | "ابن") && tokens.len() > 3 {
            return None;
        }
    }
    // «أسامة علي»: by itself «علي» is the preposition sooner than the man.
    if !single && start + 1 == tokens.end as usize && v.is_function(block, start) {
        return None;
    }
    let words = block.words(Span::of(start..tokens.end as usize));
    Some(if single { &words[usize::from(name.outside).min(words.len())..] } else { words })
}
