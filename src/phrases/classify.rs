//! What a word is, as far as the lexicon and, for unknown words, their spelling tell.

use super::word::{Class, NounKind, Word};
use crate::lexicon::{Topic, lexicon, topic};
use crate::text::{Block, Clitics, Reading, TokenKind};
use std::sync::LazyLock;

/// What the rows of a topic say of their words.
struct Rows {
    function_classes: Vec<Class>,
    noun_kinds: Vec<NounKind>,
    /// Of each row of `numerals.tsv`: its words count and name nothing (ثلاثة, خمسين, مئتا).
    counts: Vec<bool>,
}

static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows {
    function_classes: lexicon().rows(topic::FUNCTION_WORDS).iter().map(|row| function_class(row.fields[0])).collect(),
    noun_kinds: lexicon().rows(topic::NOUN_KINDS).iter().map(|row| NounKind::named(row.fields[0])).collect(),
    counts: lexicon().rows(topic::NUMERALS).iter().map(|row| is_counting(row.fields)).collect(),
});

/// The class that a row of `function_words.tsv` names. Panics if it names none: a word about the file, not about a text.
pub fn function_class(name: &str) -> Class {
    match name {
        "preposition" => Class::Preposition,
        "conjunction" => Class::Conjunction,
        "subordinator" => Class::Subordinator,
        "relative" => Class::Relative,
        "pronoun" => Class::Pronoun,
        "demonstrative" => Class::Demonstrative,
        "negation" => Class::Negation,
        "particle" => Class::Particle,
        "auxiliary" => Class::Auxiliary,
        "adverb" => Class::Adverb,
        "quantifier" => Class::Quantifier,
        other => panic!("function_words.tsv: no class {other}"),
    }
}

/// One is an adjective or «somebody» as often (أحد الوزراء), two and the scales are nouns of quantity or duals.
fn is_counting(fields: &[&str]) -> bool {
    match fields[0] {
        "unit" => !matches!(fields[1], "0" | "1" | "2"),
        kind => matches!(kind, "ten" | "tens" | "hundred" | "hundreds"),
    }
}

const BEFORE_FUNCTION_WORDS: Clitics = Clitics::CONJUNCTION.with(Clitics::BI).with(Clitics::LI).with(Clitics::PRONOUN);
const BEFORE_VERBS: Clitics = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::LI).with(Clitics::PRONOUN);
const BEFORE_PLACES: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION);
const BEFORE_NOUNS: Clitics = BEFORE_PLACES.with(Clitics::AL).with(Clitics::PRONOUN);

/// The word that begins at a token of a block.
pub(super) fn read_word(block: &Block, at: usize) -> Word {
    let plain = |class| Word { class, clitics: Clitics::NONE, outside: 0, tokens: 1, kind: None };
    match block.tokens()[at].kind {
        TokenKind::Number => plain(Class::Number),
        TokenKind::Foreign => plain(Class::Foreign),
        TokenKind::Mark => plain(mark_class(block.word(at))),
        TokenKind::Word => block.form(at).nature.get_or_init(|| lasting(block, at)).unwrap_or_else(|| read_arabic(block, at)),
    }
}

fn mark_class(mark: &str) -> Class {
    match mark {
        "\"" | "«" | "»" | "“" | "”" | "'" | "‘" | "’" | "„" => Class::Quote,
        "-" | "–" | "/" | "_" | "&" | "." => Class::Joint,
        "(" | ")" | "[" | "]" => Class::Bracket,
        "," | "،" => Class::Comma,
        _ => Class::Stop,
    }
}

/// What a word is wherever it stands; nothing if what follows decides: it may begin a phrase, or be a group of one sort or another.
fn lasting(block: &Block, at: usize) -> Option<Word> {
    const TOPICS: &[Topic] =
        &[topic::FUNCTION_WORDS, topic::COUNTRIES, topic::CITIES, topic::NOUN_KINDS, topic::INITIAL_LETTERS, topic::NUMERALS, topic::VERBS];
    if !block.may_begin_any(TOPICS, at) {
        return Some(guess(block.word(at)));
    }
    let going_on = block.readings(at).iter().fold(0, |topics, reading| topics | lexicon().topics_going_on(reading.word));
    let is_open = going_on & Topic::set(TOPICS) != 0;
    let kind = block.beginning(topic::NOUN_KINDS, at, BEFORE_NOUNS).alone.map(|(row, _)| ROWS.noun_kinds[row]);
    (!is_open && kind != Some(NounKind::Group)).then(|| read_arabic(block, at))
}

fn read_arabic(block: &Block, at: usize) -> Word {
    let rows = &*ROWS;
    let found = |class, m: crate::lexicon::Match, kind| Word {
        class,
        clitics: m.reading.clitics,
        outside: m.reading.outside,
        tokens: m.tokens.len() as u8,
        kind,
    };
    if let Some(m) = block.match_at(topic::FUNCTION_WORDS, at, BEFORE_FUNCTION_WORDS)
        && !is_noun_in_ta_marbuta(block, at)
        && !is_verb_by_shadda(block, at)
    {
        let class = rows.function_classes[m.row];
        // With its pronoun a preposition is complete: خلالها.
        let complete = class == Class::Preposition && (m.reading.clitics.has(Clitics::PRONOUN) || ends_in_pronoun(block.word(at)));
        return found(if complete { Class::Adverb } else { class }, m, None);
    }
    if let Some(m) = block.match_at(topic::COUNTRIES, at, BEFORE_PLACES).or_else(|| block.match_at(topic::CITIES, at, BEFORE_PLACES)) {
        return found(Class::Place, m, None);
    }
    // «المتضررة» is no «المتضرر» with a pronoun: what has the article takes none.
    let kind = block.match_at(topic::NOUN_KINDS, at, BEFORE_NOUNS).filter(|m| !m.reading.clitics.has(Clitics::AL.with(Clitics::PRONOUN)));
    if let Some(m) = kind {
        // نازحي دارفور: a plural in the construct state, not «my displaced».
        let construct = m.reading.clitics.has(Clitics::PRONOUN) && block.word(at).ends_with('ي');
        let clitics = if construct { m.reading.clitics.without(Clitics::PRONOUN) } else { m.reading.clitics };
        // A phrase (رجال الأعمال) is read word by word: only what heads it matters.
        let kind = match rows.noun_kinds[m.row] {
            NounKind::Group if is_named_group(block, at, clitics) => NounKind::Body,
            NounKind::Group => NounKind::Quantity,
            // «دعم تحفيزي»: made of a verbal noun, an adjective.
            NounKind::Activity | NounKind::Aid if construct => NounKind::Adjective,
            kind => kind,
        };
        return Word { tokens: 1, clitics, ..found(Class::Noun, m, Some(kind)) };
    }
    if let Some(m) = block.match_at(topic::INITIAL_LETTERS, at, BEFORE_NOUNS) {
        return found(Class::Noun, m, None);
    }
    // «لستمئة وخمسين ألف شخص»; «الخمسة الكبار» are somebody.
    if let Some(m) = block.match_at(topic::NUMERALS, at, BEFORE_PLACES).filter(|m| rows.counts[m.row]) {
        return Word { tokens: 1, ..found(Class::Number, m, None) };
    }
    if let Some(m) = block.match_at(topic::VERBS, at, BEFORE_VERBS).filter(|m| !is_masdar_behind_li(block.word(at), m.reading)) {
        return Word { tokens: 1, ..found(Class::Verb, m, None) };
    }
    guess(block.word(at))
}

/// The word, with nothing attached, is in the lexicon as an adjective.
pub(super) fn is_known_adjective(block: &Block, at: usize) -> bool {
    let alone = block.beginning(topic::NOUN_KINDS, at, Clitics::NONE).alone;
    alone.is_some_and(|(row, _)| ROWS.noun_kinds[row] == NounKind::Adjective)
}

/// «المجموعة», «مجموعة الأفق», «مجموعة آل سالم» against «مجموعة مشاريع», «مجموعة من …».
fn is_named_group(block: &Block, at: usize, clitics: Clitics) -> bool {
    let next = block.word_at(at + 1);
    let quoted = block.tokens().get(at + 1).is_some_and(|t| t.kind == TokenKind::Mark && mark_class(next) == Class::Quote);
    quoted || clitics.has(Clitics::AL) || next.starts_with("ال") || is_kin(next)
}

/// «بن سالم», «أبو سالم»: a family's name goes on behind it.
pub(super) fn is_kin(word: &str) -> bool {
    matches!(word, "بن" | "ابن" | "ابو")
}

/// منه, عليها, إليهم; not تجاه.
fn ends_in_pronoun(preposition: &str) -> bool {
    ["ها", "هم", "هما"].iter().any(|pronoun| preposition.ends_with(pronoun))
        || (preposition.ends_with('ه') && !preposition.ends_with("تجاه"))
}

/// آلية and آليه, written as إليه when folded: a preposition with its pronoun does not end in ة, nor begin with آ.
fn is_noun_in_ta_marbuta(block: &Block, at: usize) -> bool {
    block.word(at).ends_with("يه") && (block.last_letter(at) == Some('ة') || block.letters(at).any(|letter| letter == 'آ'))
}

/// حوّل، "transferred": the preposition حول has no shadda.
fn is_verb_by_shadda(block: &Block, at: usize) -> bool {
    const DOUBLED_WAW: &str = "و\u{651}";
    block.word(at).ends_with("حول") && block.source_word(at).contains(DOUBLED_WAW)
}

/// «لضم», not «ليضم»: ل stands before a verb only in the present.
fn is_masdar_behind_li(word: &str, reading: Reading) -> bool {
    reading.clitics.has(Clitics::LI) && !word[usize::from(reading.outside)..].starts_with(['ي', 'ت'])
}

/// What the spelling of an unknown word suggests.
fn guess(word: &str) -> Word {
    let (mut rest, mut clitics, mut outside) = (word, Clitics::NONE, 0u8);
    let letters = |s: &str| s.len() / 2;
    if let Some(after) = rest.strip_prefix('و').filter(|after| letters(after) >= 3) {
        (rest, clitics, outside) = (after, clitics.with(Clitics::WA), 2);
    } else if let Some(after) = rest.strip_prefix('ف').filter(|after| letters(after) >= 4 && after.starts_with("ال")) {
        (rest, clitics, outside) = (after, clitics.with(Clitics::FA), 2);
    }
    // With the article after it, a preposition is certain; ل before another word is likely, ب where no name begins so.
    for (prefix, preposition) in [("بال", Clitics::BI), ("كال", Clitics::KA), ("لل", Clitics::LI)] {
        if rest.strip_prefix(prefix).is_some_and(|stem| letters(stem) >= 3) {
            return noun(clitics.with(preposition).with(Clitics::AL), outside + 2, rest);
        }
    }
    if rest.strip_prefix("ال").is_some_and(|stem| letters(stem) >= 2) {
        return noun(clitics.with(Clitics::AL), outside, rest);
    }
    if rest.strip_prefix('ب').is_some_and(|stem| letters(stem) >= 4 && !stem.starts_with(['ا', 'ر', 'ل', 'و', 'ي'])) {
        return noun(clitics.with(Clitics::BI), outside + 2, rest);
    }
    if is_verb_form(rest) {
        return Word { class: Class::Verb, clitics, outside, tokens: 1, kind: None };
    }
    if rest.strip_prefix('ل').is_some_and(|stem| letters(stem) >= 3) {
        return noun(clitics.with(Clitics::LI), outside + 2, rest);
    }
    noun(clitics, outside, rest)
}

fn noun(clitics: Clitics, outside: u8, rest: &str) -> Word {
    let pronoun = ["ها", "هما", "هم"].iter().any(|p| rest.strip_suffix(p).is_some_and(|stem| stem.len() >= 6 && !stem.ends_with('ا')));
    let clitics = if pronoun { clitics.with(Clitics::PRONOUN) } else { clitics };
    Word { class: Class::Noun, clitics, outside, tokens: 1, kind: None }
}

/// A present of the third person (يعتزم, سيبلغ, ليصل), a feminine past (خصصت) or its plural (تضرروا).
fn is_verb_form(word: &str) -> bool {
    let present = word.strip_prefix('س').or_else(|| word.strip_prefix('ل')).unwrap_or(word);
    let is_present = present.starts_with('ي') && !present.starts_with("يورو") && present.len() >= 8 && !present.ends_with(['ه', 'ا']);
    let future = word.starts_with("ست") && word.len() >= 10;
    let past = word.ends_with('ت') && !word.ends_with("ات") && word.len() >= 8;
    // تضرروا
    let plural = word.ends_with("وا") && word.len() >= 10;
    is_present || past || plural || (future && !word.ends_with('ه'))
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;
    use crate::text::Span;

    #[track_caller]
    fn assert_reads(sentence: &str, expected: &[Class]) {
        let block = &Block::read_all([(sentence, 0)].into_iter(), &mut Default::default())[0];
        let words = Words::read(block, Span::of(0..block.tokens().len()));
        let got: Vec<Class> = (0..block.tokens().len()).map(|at| words.at(at).class).collect();
        assert_eq!(got, expected, "{sentence}");
    }

    #[test]
    fn nouns_are_what_nothing_else_is() {
        use Class::*;
        assert_reads("منحت اليابان لبنان قرضا", &[Verb, Place, Place, Noun]);
        assert_reads("وسيستفيد المزارعون من البرنامج", &[Verb, Noun, Preposition, Noun]);
        assert_reads("وزير الصحة في بيروت", &[Noun, Noun, Preposition, Place]);
        assert_reads("من آليه الدعم", &[Preposition, Noun, Noun]);
        assert_reads("وصل إليه", &[Verb, Adverb]);
    }
}
