//! One block of a document (a paragraph, a heading, a caption: a line of the text), read.

use super::fold::{Folded, fold};
use super::form::{Form, FormId, Forms, Shape, letters};
use super::language::Languages;
use super::orthography::Orthography;
use super::quotation::{Quotation, quotations};
use super::sentence::sentences;
use super::span::{Bytes, Span, Tokens};
use super::token::{Clitics, Lexed, Reading, Token, TokenKind, tokenize};
use crate::lexicon::{Beginning, Match, Topic, lexicon};
use crate::officials::Role;
use std::rc::Rc;

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
    /// Where each token stands in `source`; none if that is where it stands in the shadow.
    written: Box<[Span<Bytes>]>,
    /// Its sentences, in order.
    pub sentences: Box<[Span<Tokens>]>,
    /// What stands between quotation marks, in order.
    pub quotations: Vec<Quotation>,
    /// What its document tells apart in writing.
    pub orthography: Orthography,
}

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
    /// Reads the blocks of a document: each as it is written, and the byte of the document it starts at. Their word forms join those
    /// that are known.
    pub fn read_all(sources: impl Iterator<Item = (&'t str, u32)>, forms: &mut Rc<Forms>) -> Vec<Block<'t>> {
        let (known, lexicon) = (Rc::make_mut(forms), lexicon());
        let mut orthography = Orthography::default();
        let cut = |(source, start)| {
            let folded = fold(source);
            let mut tokens = tokenize(&folded.shadow);
            let written = match folded.runs_in_step() {
                true => Box::default(),
                false => folded.source_spans(source, tokens.iter().map(|token| token.span)),
            };
            for (at, token) in tokens.iter_mut().enumerate().filter(|(_, token)| token.kind.has_letters()) {
                let written = written.get(at).map_or(token.span.range(), |written| written.range());
                token.form = known.add(&source[written], &folded.shadow[token.span.range()], token.kind, lexicon);
                orthography = orthography.and(known.get(token.form).orthography);
            }
            (source, start, folded, tokens, written)
        };
        let cut: Vec<_> = sources.map(cut).collect();
        if known.are_too_many() {
            known.shrink();
        }
        let read = |(source, start, folded, tokens, written): (_, _, Folded, _, _)| {
            let lexed = Lexed { tokens, forms: Rc::clone(forms) };
            let sentences = sentences(&folded.shadow, &lexed);
            let quotations = quotations(&folded.shadow, &lexed);
            Block { source, start, folded, lexed, written, sentences, quotations, orthography }
        };
        cut.into_iter().map(read).collect()
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
        &self.source[self.written(at).range()]
    }

    /// Where a token stands in `source`.
    fn written(&self, at: usize) -> Span<Bytes> {
        self.written.get(at).copied().unwrap_or_else(|| Span::of(self.lexed.tokens[at].span.range()))
    }

    /// The letters of a token as they are written, without diacritics, tatweel and controls among them. A letter is one however it
    /// is encoded: with its hamza as a second character, as a presentation form, as the Persian one of the same shape.
    pub fn letters(&self, at: usize) -> impl DoubleEndedIterator<Item = char> + use<'t> {
        letters(self.source_word(at))
    }

    /// The first of a word's letters; none of a mark or number.
    pub fn first_letter(&self, at: usize) -> Option<char> {
        self.form(at).first_letter
    }

    /// The last of them.
    pub fn last_letter(&self, at: usize) -> Option<char> {
        self.form(at).last_letter
    }

    /// What is known of a token wherever it stands.
    #[inline(always)]
    pub(crate) fn form(&self, at: usize) -> &Form {
        self.lexed.forms.get(self.lexed.tokens[at].form)
    }

    /// What a token is in and around names: nothing beyond the block.
    #[inline(always)]
    pub(crate) fn role(&self, at: usize) -> &Role {
        &self.lexed.forms.get(self.lexed.tokens.get(at).map_or(FormId::NONE, |token| token.form)).role
    }

    /// The shape of a token.
    pub(crate) fn shape(&self, at: usize) -> Shape<'_> {
        let &Form { first_letter, last_letter, .. } = self.form(at);
        Shape { source: self.source_word(at), folded: self.word(at), first_letter, last_letter }
    }

    /// What each of its words shows of its language; see [`other_language`](super::other_language).
    pub(crate) fn languages(&self) -> impl Iterator<Item = Languages> {
        let words = self.lexed.tokens.iter().filter(|token| token.kind.has_letters());
        words.map(|token| self.lexed.forms.get(token.form).languages)
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

    /// There is such a token, and it is a mark.
    pub fn is_mark(&self, at: usize) -> bool {
        self.lexed.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    /// What ends a word can be an attached pronoun: neither ة, which folding makes look like ه, nor ي, in news the
    /// ending of an adjective far more often than "my".
    pub fn may_end_in_pronoun(&self, at: usize) -> bool {
        !matches!(self.last_letter(at), Some('ة' | 'ي' | 'ى'))
    }

    /// The ways to take a token apart; none beyond the block.
    pub fn readings(&self, at: usize) -> &[Reading] {
        self.lexed.tokens.get(at).map_or(&[], |token| self.lexed.forms.readings(token.form))
    }

    /// The longest phrase of `topic` that begins at token `at`; see [`crate::lexicon::Lexicon::longest_match`].
    #[inline(always)]
    pub fn match_at(&self, topic: Topic, at: usize, allowed: Clitics) -> Option<Match> {
        if self.may_begin(topic, at) { lexicon().longest_match(topic, &self.lexed, at, allowed) } else { None }
    }

    /// What the word form of token `at` begins among the phrases of `topic`, wherever it stands.
    #[inline(always)]
    pub(crate) fn beginning(&self, topic: Topic, at: usize, allowed: Clitics) -> Beginning {
        if self.may_begin(topic, at) { lexicon().beginning(topic, self.readings(at), allowed) } else { Beginning::default() }
    }

    /// Some phrase of `topic` may begin at token `at`; beyond the block none does.
    #[inline(always)]
    pub(crate) fn may_begin(&self, topic: Topic, at: usize) -> bool {
        at < self.lexed.tokens.len() && self.lexed.may_begin(topic, at)
    }

    /// Some phrase of one of the topics may begin at token `at`.
    #[inline(always)]
    pub(crate) fn may_begin_any(&self, topics: &[Topic], at: usize) -> bool {
        self.lexed.tokens.get(at).is_some_and(|token| self.lexed.forms.topics(token.form) & Topic::set(topics) != 0)
    }

    /// Where a phrase stands in the document.
    pub fn span(&self, phrase: Phrase) -> Span<Bytes> {
        let tokens = &self.lexed.tokens;
        if phrase.tokens.is_empty() {
            let at = tokens.get(phrase.tokens.start as usize).map_or(self.source.len() as u32, |t| self.folded.origin(t.span.start));
            return Span::new(self.start + at, self.start + at);
        }
        let (first, last) = (phrase.tokens.start as usize, phrase.tokens.end as usize - 1);
        let end = self.written(last).end;
        let start = match phrase.outside {
            0 => self.written(first).start,
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
