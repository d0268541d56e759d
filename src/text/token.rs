//! Words, numbers and marks of a block, and the readings of each word: what the lexicon knows of it once the clitics
//! written on to it are taken off.

use super::form::{FormId, Forms};
use super::letters::ArabicSet;
use super::span::{Shadow, Span};
use crate::lexicon::{Letter, Lexicon, Topic, Ways, WordId};
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

impl TokenKind {
    /// It is made of letters.
    pub(super) fn has_letters(self) -> bool {
        matches!(self, TokenKind::Word | TokenKind::Foreign)
    }
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

/// Bytes of a token of Arabic, with what stands around it. Room is made for so many at once: a vector that grows step by step takes twice
/// what it holds in the end, and thrice meanwhile.
const USUAL_LENGTH: usize = 9;

/// Cuts a shadow (folded text without line breaks) into tokens. Their forms are not known yet.
pub(super) fn tokenize(shadow: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(shadow.len() / USUAL_LENGTH + 1);
    let (mut at, mut end_of_last) = (0, usize::MAX);
    while let Some(&byte) = shadow.as_bytes().get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        let start = at;
        at += ARABIC_LETTERS.run(&shadow.as_bytes()[at..]);
        let Some(kind) = (if at > start { Some(TokenKind::Word) } else { kind_at(shadow, &mut at) }) else { continue };
        if shadow.as_bytes().get(at) != Some(&b' ') {
            at += length_going_on(kind, &shadow[at..]);
        }
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

/// The kind of the token that begins at `at`, which goes on to behind its first character; nothing for a space.
fn kind_at(shadow: &str, at: &mut usize) -> Option<TokenKind> {
    let c = shadow[*at..].chars().next()?;
    *at += c.len_utf8();
    (!c.is_whitespace()).then(|| kind_of(c))
}

/// How many bytes of `rest`, which stands behind the first character of a token, belong to it.
fn length_going_on(kind: TokenKind, rest: &str) -> usize {
    if kind == TokenKind::Mark {
        return 0;
    }
    let mut at = 0;
    loop {
        if kind == TokenKind::Word {
            at += ARABIC_LETTERS.run(&rest.as_bytes()[at..]);
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

/// Of Unicode's block Arabic, the characters that words are made of.
static ARABIC_LETTERS: ArabicSet = {
    let mut is_letter = [false; 0x100];
    let mut at = 0;
    while at < is_letter.len() {
        is_letter[at] = is_arabic_letter(0x600 + at as u32);
        at += 1;
    }
    ArabicSet::of(is_letter)
};

const fn is_arabic_letter(c: u32) -> bool {
    matches!(c, 0x620..=0x64a | 0x66e..=0x6d3 | 0x6fa..=0x6ff | 0x750..=0x77f)
}

fn kind_of(c: char) -> TokenKind {
    match c {
        _ if is_arabic_letter(c as u32) => TokenKind::Word,
        '0'..='9' => TokenKind::Number,
        // The most frequent marks: to look them up among all alphabets takes long.
        '«' | '»' | '،' | '؛' | '؟' | '\u{2010}'..='\u{2027}' => TokenKind::Mark,
        _ if c.is_alphabetic() => TokenKind::Foreign,
        _ => TokenKind::Mark,
    }
}

/// Points, commas and the like that may stand inside one number: `2.5`, `1٬250٫5`, `2'500`.
fn separates_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '،' | '٫' | '٬' | '\'' | '’')
}

/// The letters that clitics and endings are of.
pub(crate) mod letter {
    use super::Letter;

    pub const HAMZA: Letter = Letter::of('ء');
    pub const ALEF: Letter = Letter::of('ا');
    pub const BA: Letter = Letter::of('ب');
    pub const TA: Letter = Letter::of('ت');
    pub const SIN: Letter = Letter::of('س');
    pub const FA: Letter = Letter::of('ف');
    pub const KAF: Letter = Letter::of('ك');
    pub const LAM: Letter = Letter::of('ل');
    pub const MIM: Letter = Letter::of('م');
    pub const NUN: Letter = Letter::of('ن');
    pub const HA: Letter = Letter::of('ه');
    pub const WAW: Letter = Letter::of('و');
    pub const YA: Letter = Letter::of('ي');
}
use letter::*;

/// Bytes of each of them.
const LETTER: u8 = 2;

/// Appends the readings of `word`, the one that takes least away first. `ways` are those of its letters.
pub(super) fn read_word(word: &str, kind: TokenKind, ways: &Ways, lexicon: &Lexicon, readings: &mut Vec<Reading>) {
    if kind == TokenKind::Foreign {
        readings.extend(lexicon.word(word).map(|word| Reading { word, clitics: Clitics::NONE, outside: 0 }));
        return;
    }
    let before = readings.len();
    let mut reader = WordReader { lexicon, ways, end: ways.letters().len(), ta_marbuta: None, readings };
    reader.with_conjunction(WordReader::stem);
    // «تكلفته» of «تصل تكلفته إلى» begins no phrase by itself, «كلفته» is seldom «كـ» and «لفتة»: it may still be a word with a pronoun.
    if reader.readings[before..].iter().all(|reading| lexicon.topics(reading.word) == 0 || reading.clitics.has(Clitics::KA)) {
        reader.with_pronoun();
    }
}

/// Takes a word apart.
struct WordReader<'r> {
    lexicon: &'r Lexicon,
    ways: &'r Ways<'r>,
    /// How many letters are read: not those of a pronoun.
    end: usize,
    /// The last letter, behind these, as it is written without a pronoun.
    ta_marbuta: Option<Letter>,
    readings: &'r mut Vec<Reading>,
}

impl<'r> WordReader<'r> {
    /// The letters that are read, without the first `start` of them.
    fn letters(&self, start: usize) -> &'r [Letter] {
        &self.ways.letters()[start..self.end]
    }

    /// The letters from `start` on are a word of the lexicon.
    fn whole(&mut self, start: usize, clitics: Clitics, outside: u8) {
        if let Some(word) = self.ways.word(start, self.end, self.ta_marbuta) {
            self.readings.push(Reading { word, clitics, outside });
        }
    }

    /// Reads a word as it is, and as one behind a conjunction.
    fn with_conjunction(&mut self, read: impl Fn(&mut Self, usize, Clitics, u8)) {
        read(self, 0, Clitics::NONE, 0);
        match self.letters(0) {
            [WAW, ..] => read(self, 1, Clitics::WA, LETTER),
            [FA, ..] => read(self, 1, Clitics::FA, LETTER),
            _ => {}
        }
    }

    /// Reads what stands behind a conjunction, or all of a word: the particle, the preposition and the article that it may carry.
    fn stem(&mut self, start: usize, conjunction: Clitics, outside: u8) {
        self.whole(start, conjunction, outside);
        let letters = self.letters(start);
        let preposition = match letters {
            [ALEF, LAM, ..] => return self.whole(start + 2, conjunction.with(Clitics::AL), outside),
            [SIN, ..] => return self.whole(start + 1, conjunction.with(Clitics::SA), outside),
            [BA, ..] => conjunction.with(Clitics::BI),
            [LAM, ..] => conjunction.with(Clitics::LI),
            [KAF, ..] => conjunction.with(Clitics::KA),
            _ => return,
        };
        let outside = outside + LETTER;
        self.whole(start + 1, preposition, outside);
        match letters {
            // «لل» is ل + ال. A name may have an article of its own: «للأردن» is ل + «الأردن».
            [LAM, LAM, rest @ ..] => {
                self.whole(start + 2, preposition.with(Clitics::AL), outside);
                let name = self.lexicon.behind_article(rest.iter().copied().chain(self.ta_marbuta));
                self.readings.extend(name.map(|word| Reading { word, clitics: preposition, outside }));
            }
            [BA | KAF, ALEF, LAM, ..] => self.whole(start + 3, preposition.with(Clitics::AL), outside),
            _ => {}
        }
    }

    /// Reads a word that ends in a pronoun, the longest that leaves a word.
    fn with_pronoun(&mut self) {
        let word = self.letters(0);
        for pronoun in pronouns(word).iter().filter(|pronoun| word.ends_with(pronoun)) {
            self.end = word.len() - pronoun.len();
            let before = self.readings.len();
            self.with_conjunction(WordReader::before_pronoun);
            // A noun with a pronoun has no article: العمالي is no عمال.
            let mut kept = before;
            for at in before..self.readings.len() {
                if !self.readings[at].clitics.has(Clitics::AL) {
                    self.readings[kept] = Reading { clitics: self.readings[at].clitics.with(Clitics::PRONOUN), ..self.readings[at] };
                    kept += 1;
                }
            }
            self.readings.truncate(kept);
            if kept > before {
                return;
            }
        }
    }

    /// Before a pronoun ta marbuta is written ت.
    fn before_pronoun(&mut self, start: usize, conjunction: Clitics, outside: u8) {
        if let [.., TA] = self.letters(start) {
            (self.end, self.ta_marbuta) = (self.end - 1, Some(HA));
            self.stem(start, conjunction, outside);
            (self.end, self.ta_marbuta) = (self.end + 1, None);
        }
        self.stem(start, conjunction, outside);
    }
}

/// The pronouns a word may end in, the longest first.
fn pronouns(word: &[Letter]) -> &'static [&'static [Letter]] {
    match word.last() {
        Some(&ALEF) => &[&[HA, MIM, ALEF], &[HA, ALEF], &[NUN, ALEF]],
        Some(&MIM) => &[&[HA, MIM], &[KAF, MIM]],
        Some(&NUN) => &[&[HA, NUN]],
        Some(&HA) => &[&[HA]],
        Some(&YA) => &[&[YA]],
        Some(&KAF) => &[&[KAF]],
        _ => &[],
    }
}

impl Lexed {
    /// The readings of token `at`, the one that takes least away first; none for a word the lexicon does not know.
    #[inline]
    pub fn readings(&self, at: usize) -> &[Reading] {
        self.forms.readings(self.tokens[at].form)
    }

    /// The word of the lexicon that token `at` is, with nothing attached; none behind the last token.
    #[inline(always)]
    pub(crate) fn known_word(&self, at: usize) -> Option<WordId> {
        self.forms.get(self.tokens.get(at)?.form).word
    }

    /// Some phrase of `topic` may begin at token `at`: most questions about a token end with this one.
    #[inline(always)]
    pub(crate) fn may_begin(&self, topic: Topic, at: usize) -> bool {
        self.forms.topics(self.tokens[at].form) & topic.bit() != 0
    }
}
