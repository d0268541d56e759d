//! How a person may be named again, by the name he or she was met with.

use crate::officials::identity::Parts;
use crate::officials::name::hyphen;
use crate::officials::vocabulary::{Sort, vocabulary};
use crate::text::{Block, Phrase, Span};

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

/// Shows `each` what may mean whoever has this name, in two pieces, the first word and what stands behind it: the whole name, and the
/// last name.
pub(super) fn other_names<'d>(block: &'d Block, name: Phrase, mut each: impl FnMut([&'d str; 2])) {
    let words = block.words(name.tokens);
    let whole = &words[usize::from(name.outside).min(words.len())..];
    each(behind_first(whole));
    let last = last_words(block, name).filter(|last| *last != whole);
    last.into_iter().for_each(|last| each(behind_first(last)));
    // «دي ميستورا» is spelt «دو ميستورا» as well.
    match behind_first(last.unwrap_or(whole)) {
        ["دي", rest] if rest.starts_with(' ') => each(["دو", rest]),
        ["دو", rest] if rest.starts_with(' ') => each(["دي", rest]),
        _ => {}
    }
    let second = name.tokens.start as usize + 1;
    if name.tokens.len() == 3 && begins_last_name(block, second) {
        each(behind_first(block.words(Span::of(second..name.tokens.end as usize))));
    }
}

/// The first word of some, and what stands behind it. A hyphen is a token of its own.
fn behind_first(words: &str) -> [&str; 2] {
    words.split_at(words.find([' ', '-', '‑', '–']).unwrap_or(words.len())).into()
}

/// The first word of a last name of several: no first name, nor what only joins those.
pub(super) fn begins_last_name(block: &Block, at: usize) -> bool {
    matches!(vocabulary().sort(block, at), Sort::Unknown | Sort::Nisba | Sort::Foreign)
}

/// «تشاتشاي ساريكالايا» may go on as «تشاتشاي», as Thais, Burmese and Ethiopians do; «شي يونغ هوا» as «شي», his family's name.
/// `in_office`: so the text says where the name stands.
pub(super) fn first_name<'d>(block: &'d Block, name: Phrase, in_office: bool) -> Option<&'d str> {
    let v = vocabulary();
    let tokens = name.tokens;
    let first = tokens.start as usize;
    let word = &block.word(first)[usize::from(name.outside)..];
    let syllables = || {
        let mut words = (first..tokens.end as usize).filter(|&at| block.is_word(at));
        let unlisted = (first..tokens.end as usize).any(|at| block.is_word(at) && v.sort(block, at) == Sort::Unknown);
        let named = |at| matches!(v.sort(block, at), Sort::Unknown | Sort::Shared | Sort::Given) || block.word(at) == LI;
        let short = |at| block.word(at).len() <= LONGEST_SYLLABLE && named(at);
        unlisted && words.all(short)
    };
    let own = in_office && tokens.len() > 1 && v.sort(block, first) == Sort::Unknown && word.len() >= SHORTEST_FIRST_NAME;
    // «فريدريك العاشر» goes on as «فريدريك».
    let numbered = tokens.len() > 1 && v.sort(block, first + 1) == Sort::Regnal;
    // «لي تشيانغ» goes on as «لي», behind a verb of saying; «ما», «لو» are other words there, and so is «علي».
    let family = || tokens.len() == 2 && word.len() <= SHORTEST_FIRST_NAME && (!v.is_function(block, first) || word == LI);
    let syllabic = || in_office && (tokens.len() > 2 || family()) && syllables();
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
