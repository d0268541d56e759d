//! Words, numbers and marks of a block, and the readings of each word: what the lexicon knows of it once the clitics
//! written on to it are taken off.

use super::form::{FormId, Forms};
use super::letters::in_arabic_block;
use super::span::{Shadow, Span};
use crate::lexicon::{Lexicon, Topic, WordId};
use std::rc::Rc;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Arabic letters.
    Word,
    /// Letters of any other script.
    Foreign,
    /// Digits, with the points, commas and separators that stand between two of them: `2.500,5`.
    Number,
    /// One character that is neither letter, digit nor space.
    Mark,
}

/// One token of a block's shadow.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands in the shadow.
    pub span: Span<Shadow>,
    /// What it is made of.
    pub kind: TokenKind,
    /// No space stands between this token and the one before.
    pub glued: bool,
    /// The word, among all of the document.
    pub(crate) form: FormId,
}

/// One way to take a word apart: clitics, and a word of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The word of the lexicon.
    pub word: WordId,
    /// What was taken off.
    pub clitics: Clitics,
    /// Bytes of the shadow that the conjunction and the preposition take (not the article): what stays outside when
    /// the phrase that begins here is shown.
    pub outside: u8,
}

/// Clitics attached to a word, a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Clitics(u16);

impl Clitics {
    /// None at all.
    pub const NONE: Clitics = Clitics(0);
    /// The conjunction و.
    pub const WA: Clitics = Clitics(1);
    /// The conjunction ف.
    pub const FA: Clitics = Clitics(2);
    /// The preposition ب.
    pub const BI: Clitics = Clitics(4);
    /// The preposition (or particle) ل.
    pub const LI: Clitics = Clitics(8);
    /// The preposition ك.
    pub const KA: Clitics = Clitics(16);
    /// The future particle س.
    pub const SA: Clitics = Clitics(32);
    /// The article ال.
    pub const AL: Clitics = Clitics(64);
    /// A pronoun at the end (ه، ها، هم …).
    pub const PRONOUN: Clitics = Clitics(128);

    /// Those of both.
    pub const fn with(self, other: Clitics) -> Clitics {
        Clitics(self.0 | other.0)
    }
    /// Less those of the other.
    pub const fn without(self, other: Clitics) -> Clitics {
        Clitics(self.0 & !other.0)
    }
    /// It has all of the other.
    pub const fn has(self, other: Clitics) -> bool {
        self.0 & other.0 == other.0
    }
    /// It has one of the others at least.
    pub const fn has_any(self, others: Clitics) -> bool {
        self.0 & others.0 != 0
    }
    /// It has none but of the allowed ones.
    pub const fn is_within(self, allowed: Clitics) -> bool {
        self.0 & !allowed.0 == 0
    }
    /// و or ف.
    pub const CONJUNCTION: Clitics = Clitics(1 | 2);
    /// ب, ل or ك.
    pub const PREPOSITION: Clitics = Clitics(4 | 8 | 16);
}

/// The tokens of a block, and the word forms they are of.
#[derive(Clone, Debug)]
pub struct Lexed {
    /// In order.
    pub tokens: Vec<Token>,
    /// Those of the whole document.
    pub(crate) forms: Rc<Forms>,
}

/// A word longer than this (bytes) is no word; it has no reading.
const LONGEST_WORD: usize = 64;

/// Bytes of a token of Arabic, with what stands around it. Room is made for so many at once: a vector that grows step by step takes twice
/// what it holds in the end, and thrice meanwhile.
const USUAL_LENGTH: usize = 9;

/// Cuts a shadow (folded text without line breaks) into tokens. Their forms are not known yet.
pub(super) fn tokenize(shadow: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(shadow.len() / USUAL_LENGTH + 1);
    let (mut at, mut end_of_last) = (0, usize::MAX);
    while let Some(c) = shadow[at..].chars().next() {
        let start = at;
        at += c.len_utf8();
        if c == ' ' || c.is_whitespace() {
            continue;
        }
        let kind = kind_of(c);
        at += length_going_on(kind, &shadow[at..]);
        if tokens.len() == tokens.capacity() {
            // Those of the rest are as long as these, unless it is another sort of text.
            tokens.reserve_exact(tokens.len() * (shadow.len() - start) / start.max(1) + 1);
        }
        tokens.push(Token { span: Span::of(start..at), kind, glued: end_of_last == start, form: FormId::NONE });
        end_of_last = at;
    }
    // Not for a little: what is shrunk is there twice for a while.
    if tokens.len() < tokens.capacity() / 8 * 7 {
        tokens.shrink_to_fit();
    }
    tokens
}

/// How many bytes of `rest`, which stands behind the first character of a token, belong to it.
fn length_going_on(kind: TokenKind, rest: &str) -> usize {
    if kind == TokenKind::Mark {
        return 0;
    }
    let mut at = 0;
    loop {
        if kind == TokenKind::Word {
            at += arabic_letters(&rest.as_bytes()[at..]);
        }
        let mut chars = rest[at..].chars();
        let Some(next) = chars.next() else { return at };
        let separates = kind == TokenKind::Number && separates_digits(next) && chars.next().is_some_and(|d| d.is_ascii_digit());
        if kind_of(next) != kind && !separates {
            return at;
        }
        at += next.len_utf8();
    }
}

/// How many bytes `text` (of UTF-8) begins with that are the most frequent letters of Arabic words.
fn arabic_letters(text: &[u8]) -> usize {
    let mut at = 0;
    while let [lead @ 0xd8..=0xdb, trail, ..] = text[at..]
        && IS_ARABIC_LETTER[in_arabic_block(lead, trail)]
    {
        at += 2;
    }
    at
}

/// Of Unicode's block Arabic, the characters that words are made of.
static IS_ARABIC_LETTER: [bool; 0x100] = {
    let mut is_letter = [false; 0x100];
    let mut at = 0;
    while at < is_letter.len() {
        is_letter[at] = matches!(at, 0x20..=0x4a | 0x6e..=0xd3 | 0xfa..=0xff);
        at += 1;
    }
    is_letter
};

fn kind_of(c: char) -> TokenKind {
    match c {
        '\u{600}'..='\u{6ff}' if IS_ARABIC_LETTER[c as usize - 0x600] => TokenKind::Word,
        '\u{750}'..='\u{77f}' => TokenKind::Word,
        '0'..='9' => TokenKind::Number,
        _ if c.is_alphabetic() => TokenKind::Foreign,
        _ => TokenKind::Mark,
    }
}

/// Points, commas and the like that may stand inside one number: `2.5`, `1٬250٫5`, `2'500`.
fn separates_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '،' | '٫' | '٬' | '\'' | '’')
}

/// Prefixes, the clitics they are, and the bytes that stay outside a mark.
type Prefixes = &'static [(&'static str, Clitics, u8)];

/// The prefixes of clitics an Arabic word may carry, by the letter they begin with, the shortest first. `لل` is ل + ال.
fn prefixes(word: &str) -> Prefixes {
    const AL: Prefixes = &[("ال", Clitics::AL, 0)];
    const BI: Prefixes = &[("ب", Clitics::BI, 2), ("بال", Clitics::BI.with(Clitics::AL), 2)];
    const LI: Prefixes = &[("ل", Clitics::LI, 2), ("لل", Clitics::LI.with(Clitics::AL), 2)];
    const KA: Prefixes = &[("ك", Clitics::KA, 2), ("كال", Clitics::KA.with(Clitics::AL), 2)];
    match word.chars().next() {
        Some('ا') => AL,
        Some('ب') => BI,
        Some('ل') => LI,
        Some('ك') => KA,
        _ => &[],
    }
}
const FUTURE: (&str, Clitics) = ("س", Clitics::SA);
const CONJUNCTIONS: [(&str, Clitics); 2] = [("و", Clitics::WA), ("ف", Clitics::FA)];

/// The pronouns a word may end in, by the letter they end with, the longest first.
fn pronouns(word: &str) -> &'static [&'static str] {
    match word.chars().next_back() {
        Some('ا') => &["هما", "ها", "نا"],
        Some('م') => &["هم", "كم"],
        Some('ن') => &["هن"],
        Some('ه') => &["ه"],
        Some('ي') => &["ي"],
        Some('ك') => &["ك"],
        _ => &[],
    }
}

/// Appends the readings of `word`, the one that takes least away first.
pub(super) fn read_word(word: &str, kind: TokenKind, lexicon: &Lexicon, readings: &mut Vec<Reading>) {
    if word.len() > LONGEST_WORD {
        return;
    }
    if kind == TokenKind::Foreign {
        readings.extend(lexicon.word(word).map(|word| Reading { word, clitics: Clitics::NONE, outside: 0 }));
        return;
    }
    let before = readings.len();
    read_stem(word, Clitics::NONE, 0, lexicon, readings);
    for (letter, clitic) in CONJUNCTIONS {
        if let Some(rest) = word.strip_prefix(letter) {
            read_stem(rest, clitic, letter.len() as u8, lexicon, readings);
        }
    }
    // «تكلفته» of «تصل تكلفته إلى» begins no phrase by itself, «كلفته» is seldom «كـ» and «لفتة»: it may still be a word with a pronoun.
    if readings[before..].iter().all(|reading| lexicon.topics(reading.word) == 0 || reading.clitics.has(Clitics::KA)) {
        read_with_pronoun(word, lexicon, readings);
    }
}

fn read_stem(word: &str, conjunction: Clitics, outside: u8, lexicon: &Lexicon, readings: &mut Vec<Reading>) {
    readings.extend(lexicon.word(word).map(|word| Reading { word, clitics: conjunction, outside }));
    for &(prefix, clitics, prepositions) in prefixes(word) {
        if let Some(stem) = word.strip_prefix(prefix)
            && let Some(word) = lexicon.word(stem)
        {
            readings.push(Reading { word, clitics: conjunction.with(clitics), outside: outside + prepositions });
        }
    }
    // A name with the article of its own: للأردن is ل + الأردن.
    if let Some(stem) = word.strip_prefix("لل").filter(|stem| stem.len() <= LONGEST_WORD) {
        let mut buffer = [0u8; LONGEST_WORD + 4];
        buffer[..4].copy_from_slice("ال".as_bytes());
        buffer[4..4 + stem.len()].copy_from_slice(stem.as_bytes());
        let with_article = std::str::from_utf8(&buffer[..4 + stem.len()]).expect("two strings of UTF-8 in a row");
        if let Some(word) = lexicon.word(with_article) {
            readings.push(Reading { word, clitics: conjunction.with(Clitics::LI), outside: outside + 2 });
        }
    }
    if let Some(stem) = word.strip_prefix(FUTURE.0)
        && let Some(word) = lexicon.word(stem)
    {
        readings.push(Reading { word, clitics: conjunction.with(FUTURE.1), outside });
    }
}

fn read_with_pronoun(word: &str, lexicon: &Lexicon, readings: &mut Vec<Reading>) {
    for &pronoun in pronouns(word) {
        let Some(stem) = word.strip_suffix(pronoun) else { continue };
        let before = readings.len();
        for (letter, clitic) in [("", Clitics::NONE), CONJUNCTIONS[0], CONJUNCTIONS[1]] {
            let Some(rest) = stem.strip_prefix(letter) else { continue };
            // Before a pronoun ta marbuta is written ت.
            if let Some(base) = rest.strip_suffix('ت') {
                let mut buffer = [0u8; LONGEST_WORD + 2];
                buffer[..base.len()].copy_from_slice(base.as_bytes());
                buffer[base.len()..base.len() + 2].copy_from_slice("ه".as_bytes());
                let with_ta = std::str::from_utf8(&buffer[..base.len() + 2]).expect("two strings of UTF-8 in a row");
                read_stem(with_ta, clitic, letter.len() as u8, lexicon, readings);
            }
            read_stem(rest, clitic, letter.len() as u8, lexicon, readings);
        }
        // A noun with a pronoun has no article: العمالي is no عمال.
        let mut kept = before;
        for at in before..readings.len() {
            if !readings[at].clitics.has(Clitics::AL) {
                readings[kept] = Reading { clitics: readings[at].clitics.with(Clitics::PRONOUN), ..readings[at] };
                kept += 1;
            }
        }
        readings.truncate(kept);
        if kept > before {
            return;
        }
    }
}

impl Lexed {
    /// The readings of token `at`, the one that takes least away first; none for a word the lexicon does not know.
    #[inline]
    pub fn readings(&self, at: usize) -> &[Reading] {
        self.forms.readings(self.tokens[at].form)
    }

    /// Some phrase of `topic` may begin at token `at`: most questions about a token end with this one.
    #[inline(always)]
    pub(crate) fn may_begin(&self, topic: Topic, at: usize) -> bool {
        self.forms.get(self.tokens[at].form).topics & topic.bit() != 0
    }
}
