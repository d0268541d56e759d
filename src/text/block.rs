//! One block of a document (a paragraph, a heading, a caption: a line of the text), read.

use super::fold::{Folded, fold};
use super::letters::drawn_letters;
use super::quotation::{Quotation, quotations};
use super::sentence::sentences;
use super::span::{Bytes, Span, Tokens};
use super::token::Clitics;
use super::token::{Lexed, Reading, Token, TokenKind, tokenize};
use crate::lexicon::{Match, Topic, lexicon};

/// A block with all that can be read from it alone.
#[derive(Clone, Debug)]
pub struct Block<'t> {
    /// The block as it is written.
    pub source: &'t str,
    /// Where it starts in the document, bytes.
    pub start: u32,
    /// Its shadow, on which everything is matched, and the way back.
    pub folded: Folded,
    /// Its tokens and their readings.
    pub lexed: Lexed,
    /// Where each token stands in `source`.
    written: Vec<Span<Bytes>>,
    /// Its sentences, in order.
    pub sentences: Vec<Span<Tokens>>,
    /// What stands between quotation marks, in order.
    pub quotations: Vec<Quotation>,
    /// Final ي and ى are told apart. Papers of Egypt write «فى», others «الي»: then «على» may be a name, «علي» a
    /// preposition. A document goes by what any of its blocks shows.
    pub tells_ya: bool,
    /// Writes ة with its dots: what ends in ه has a pronoun then. As before, a document goes by what any block shows.
    pub tells_ta: bool,
}

/// Bytes: «الجيه» and shorter may be anything.
const SHORTEST_FEMININE: usize = 10;

/// Tokens to be shown as one mark: from the first, less the clitics attached before it, to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// The tokens, the first of them less `outside`.
    pub tokens: Span<Tokens>,
    /// Bytes of the first token's shadow that stay outside (an attached و, ف, ب, ل, ك).
    pub outside: u8,
}

impl Phrase {
    /// Tokens less so many bytes of the first one.
    pub fn new(tokens: Span<Tokens>, outside: u8) -> Phrase {
        Phrase { tokens, outside }
    }
    /// The tokens whole, with whatever is attached.
    pub fn whole(tokens: Span<Tokens>) -> Phrase {
        Phrase { tokens, outside: 0 }
    }
}

impl<'t> Block<'t> {
    /// Reads a block that starts at byte `start` of the document.
    pub fn read(source: &'t str, start: u32) -> Block<'t> {
        let folded = fold(source);
        let lexed = tokenize(&folded.shadow, lexicon());
        let sentences = sentences(&folded.shadow, &lexed);
        let quotations = quotations(&folded.shadow, &lexed);
        let written = folded.source_spans(source, lexed.tokens.iter().map(|token| token.span));
        let mut block = Block { source, start, folded, lexed, written, sentences, quotations, tells_ya: true, tells_ta: true };
        block.tells_ya = !(0..block.tokens().len()).any(|at| block.confuses_ya(at));
        block.tells_ta = !(0..block.tokens().len()).any(|at| block.confuses_ta(at));
        block
    }

    /// «الدوليه»: no word with the article has a pronoun as well.
    fn confuses_ta(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > SHORTEST_FEMININE && word.starts_with("ال") && word.ends_with("يه") && self.last_letter(at) == Some('ه')
    }

    /// A frequent word that ends in ي has ى here, or the other way round.
    /// The Persian ya, drawn like ى, may mean either.
    fn confuses_ya(&self, at: usize) -> bool {
        if self.source_word(at).contains(['ی', 'ے']) {
            return false;
        }
        match self.word(at) {
            "في" | "الذي" | "التي" | "هي" => self.last_letter(at) == Some('ى'),
            "الي" | "حتي" | "لدي" => self.last_letter(at) == Some('ي'),
            _ => false,
        }
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.lexed.tokens
    }

    /// A token's folded text.
    pub fn word(&self, at: usize) -> &str {
        &self.folded.shadow[self.lexed.tokens[at].span.range()]
    }

    /// A token as it is written.
    pub fn source_word(&self, at: usize) -> &'t str {
        &self.source[self.written[at].range()]
    }

    /// The letters of a token as they are written, without diacritics, tatweel and controls among them. A letter is one however it
    /// is encoded: with its hamza as a second character, as a presentation form, as the Persian one of the same shape.
    pub fn letters(&self, at: usize) -> impl DoubleEndedIterator<Item = char> + use<'t> {
        let word = self.source_word(at);
        word.char_indices().flat_map(move |(at, c)| drawn_letters(c, &word[at + c.len_utf8()..]).into_iter().flatten())
    }

    /// The last of these letters.
    pub fn last_letter(&self, at: usize) -> Option<char> {
        self.letters(at).next_back()
    }

    /// A token's folded text, or "" beyond the block.
    pub fn word_at(&self, at: usize) -> &str {
        if at < self.lexed.tokens.len() { self.word(at) } else { "" }
    }

    /// The folded text from the first to the last of some tokens, with what stands between.
    pub fn words(&self, tokens: Span<Tokens>) -> &str {
        if tokens.is_empty() {
            return "";
        }
        let all = &self.lexed.tokens;
        &self.folded.shadow[all[tokens.start as usize].span.start as usize..all[tokens.end as usize - 1].span.end as usize]
    }

    /// There is such a token, and it is of Arabic letters.
    pub fn is_word(&self, at: usize) -> bool {
        self.lexed.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// What ends a word can be an attached pronoun: neither ة, which folding makes look like ه, nor ي, in news the
    /// ending of an adjective far more often than "my".
    pub fn may_end_in_pronoun(&self, at: usize) -> bool {
        !matches!(self.last_letter(at), Some('ة' | 'ي' | 'ى'))
    }

    /// The ways to take a token apart; none beyond the block.
    pub fn readings(&self, at: usize) -> &[Reading] {
        if at < self.lexed.tokens.len() { self.lexed.readings(at) } else { &[] }
    }

    /// The longest phrase of `topic` that begins at token `at`; see [`Lexicon::longest_match`](crate::lexicon::Lexicon).
    #[inline(always)]
    pub fn match_at(&self, topic: Topic, at: usize, allowed: Clitics) -> Option<Match> {
        let may_begin = self.lexed.tokens.get(at).is_some_and(|token| token.may_begin(topic));
        if may_begin { lexicon().longest_match(topic, &self.lexed, at, allowed) } else { None }
    }

    /// Where a phrase stands in the document.
    pub fn span(&self, phrase: Phrase) -> Span<Bytes> {
        let tokens = &self.lexed.tokens;
        if phrase.tokens.is_empty() {
            let at = tokens.get(phrase.tokens.start as usize).map_or(self.source.len() as u32, |t| self.folded.origin(t.span.start));
            return Span::new(self.start + at, self.start + at);
        }
        let (first, last) = (phrase.tokens.start as usize, phrase.tokens.end as usize - 1);
        let end = self.written[last].end;
        let start = match phrase.outside {
            0 => self.written[first].start,
            outside => self.folded.origin((tokens[first].span.start + u32::from(outside)).min(tokens[last].span.end)),
        };
        Span::new(self.start + start, self.start + end.max(start))
    }

    /// The quotations that overlap some tokens.
    pub fn quotations_over(&self, tokens: Span<Tokens>) -> &[Quotation] {
        // They stand in the order of the text and do not overlap each other.
        let first = self.quotations.partition_point(|q| q.inside.end <= tokens.start);
        let count = self.quotations[first..].partition_point(|q| q.inside.start < tokens.end);
        &self.quotations[first..first + count]
    }

    /// The sentence a token stands in.
    pub fn sentence_of(&self, at: usize) -> Span<Tokens> {
        let i = self.sentences.partition_point(|s| s.end as usize <= at);
        self.sentences[i]
    }
}
