//! The words of a sentence, and what the stages that read it have found out about them.

use super::classify::{is_known_adjective, read_word};
use super::noun_phrase::Extent;
use super::word::{Class, NounKind, Word};
use crate::text::{Block, Clitics, Span, Tokens};

/// The words of a sentence, by the token numbers of its block.
pub struct Words<'b> {
    block: &'b Block<'b>,
    span: Span<Tokens>,
    words: Vec<Word>,
    /// Tokens no noun phrase reaches into, though they look like nouns, and whether that is so of names only; ascending.
    barriers: Vec<(u32, bool)>,
}

impl<'b> Words<'b> {
    /// Reads the words of `span`, a sentence of `block`.
    pub fn read(block: &'b Block<'b>, span: Span<Tokens>) -> Words<'b> {
        let mut words = Vec::with_capacity(span.len());
        let mut at = span.start as usize;
        while at < span.end as usize {
            let mut word = read_word(block, at);
            // «الحكومة السعودية»: behind a definite noun the country's name is its nisba.
            let nisba = word.class == Class::Place && word.tokens == 1 && !word.has_preposition() && block.word(at).ends_with("يه");
            if nisba && words.last().is_some_and(|before: &Word| before.class == Class::Noun && before.clitics.has(Clitics::AL)) {
                word = Word { class: Class::Noun, clitics: word.clitics.with(Clitics::AL), ..word };
            }
            let tokens = usize::from(word.tokens).clamp(1, span.end as usize - at);
            words.push(Word { tokens: tokens as u8, ..word });
            words.extend((1..tokens).map(|_| Word { clitics: Clitics::NONE, outside: 0, tokens: 0, ..word }));
            at += tokens;
        }
        Words { block, span, words, barriers: Vec::new() }
    }

    /// The block they stand in.
    pub fn block(&self) -> &'b Block<'b> {
        self.block
    }

    /// The token of the first word.
    pub fn start(&self) -> usize {
        self.span.start as usize
    }

    /// The token behind the last word.
    pub fn end(&self) -> usize {
        self.span.end as usize
    }

    /// Says that some tokens are a person's name: nouns, whatever they mean as words.
    pub fn mark_name(&mut self, name: Span<Tokens>) {
        let start = self.start();
        for (i, at) in name.range().enumerate() {
            let Some(word) = at.checked_sub(start).and_then(|at| self.words.get_mut(at)) else { continue };
            // What is attached to the first is attached to the name.
            let attached = i == 0 && word.class == Class::Noun;
            let (clitics, outside) =
                if attached { (word.clitics.without(Clitics::AL.with(Clitics::PRONOUN)), word.outside) } else { (Clitics::NONE, 0) };
            *word = Word { class: Class::Noun, clitics, outside, tokens: 1, kind: None };
        }
    }

    /// Says that the word at `at` is a verb.
    pub fn mark_verb(&mut self, at: usize) {
        let i = at - self.start();
        self.words[i].class = Class::Verb;
    }

    /// Says that the word at `at` is a noun, and what is attached to it.
    pub fn mark_noun(&mut self, at: usize, clitics: Clitics, outside: u8) {
        let i = at - self.start();
        self.words[i] = Word { class: Class::Noun, clitics, outside, ..self.words[i] };
    }

    /// The lexicon has the word at `at`, as it stands, for an adjective, whatever it is here: «مالي».
    pub fn may_be_adjective(&self, at: usize) -> bool {
        is_known_adjective(self.block, at)
    }

    /// Says that the word at `at` is an adjective, and of no country.
    pub fn mark_adjective(&mut self, at: usize) {
        let i = at - self.start();
        self.words[i] = Word { class: Class::Noun, kind: Some(NounKind::Adjective), ..self.words[i] };
    }

    /// Says that no noun phrase reaches into the word at `at`. In ascending order.
    pub fn mark_barrier(&mut self, at: usize) {
        self.barriers.push((at as u32, false));
    }

    /// Says that the word at `at` belongs to no name, though perhaps to what is done. In ascending order with the barriers.
    pub fn mark_barrier_of_names(&mut self, at: usize) {
        self.barriers.push((at as u32, true));
    }

    /// A phrase of this extent does not reach into the word at `at`.
    pub(super) fn is_barrier(&self, at: usize, extent: Extent) -> bool {
        self.barriers.binary_search_by_key(&(at as u32), |&(at, _)| at).is_ok_and(|i| !self.barriers[i].1 || extent == Extent::Name)
    }

    /// Says that some tokens are an amount of money: no noun phrase reaches into it. It may reach out of the sentence.
    pub fn mark_amount(&mut self, amount: Span<Tokens>) {
        let start = self.start();
        let inside = amount.range().filter_map(|at| at.checked_sub(start));
        for i in inside.take_while(|&i| i < self.span.len()) {
            self.words[i] = Word { class: Class::Amount, clitics: Clitics::NONE, outside: 0, tokens: 1, kind: None };
        }
    }

    /// The word at token `at`, folded, without what is attached before it and without its article; nothing outside the block.
    pub fn bare(&self, at: usize) -> &'b str {
        let Word { outside, clitics, .. } = self.at(at);
        let word = self.block.word_at(at).get(usize::from(outside)..).unwrap_or_default();
        // «للبلدية»: ل takes the alef of the article away.
        let article = if clitics.has(Clitics::LI.with(Clitics::AL)) { "ل" } else { "ال" };
        word.strip_prefix(article).unwrap_or(word)
    }

    /// The word at token `at` of the block; a full stop outside the sentence.
    pub fn at(&self, at: usize) -> Word {
        const BEYOND: Word = Word { class: Class::Stop, clitics: Clitics::NONE, outside: 0, tokens: 1, kind: None };
        at.checked_sub(self.start()).and_then(|i| self.words.get(i)).copied().unwrap_or(BEYOND)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_word_has_neither_clitics_nor_article() {
        let block = &Block::read_all([("وبالبلدية للبلدية لبلدية البلدية بلدية", 0)].into_iter(), &mut Default::default())[0];
        let words = Words::read(block, Span::of(0..block.tokens().len()));
        let bare: Vec<&str> = (0..6).map(|at| words.bare(at)).collect();
        assert_eq!(bare, ["بلديه", "بلديه", "بلديه", "بلديه", "بلديه", ""]);
    }
}
