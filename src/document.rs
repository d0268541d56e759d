//! A text and its blocks, and positions in it.

use crate::analysis::{Language, Range};
use crate::text::{Block, FormSet, Forms, Phrase, Reading, TokenKind, other_language, run_on};
use std::num::NonZeroU32;
use std::rc::Rc;

/// A text, read block by block. A block is a line: a paragraph, a heading, a caption.
pub struct Document<'t> {
    pub text: &'t str,
    pub blocks: Vec<Block<'t>>,
    /// Those of its words, and others.
    forms: Rc<Forms>,
}

/// A phrase and the block it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The number of its block, from one up: so a place that may be missing takes no more room than one that is there.
    number: NonZeroU32,
    pub phrase: Phrase,
}

impl Place {
    pub fn new(block: usize, phrase: Phrase) -> Place {
        Place { number: NonZeroU32::MIN.saturating_add(block as u32), phrase }
    }

    /// The index of its block.
    pub fn block(self) -> usize {
        self.number.get() as usize - 1
    }
}

impl<'t> Document<'t> {
    /// Reads a text; empty lines are no blocks. Its word forms join those that are known.
    pub fn read(text: &'t str, forms: &mut Rc<Forms>) -> Document<'t> {
        let mut start = 0;
        let lines = text.split('\n').map(|line| {
            let at = start;
            start += line.len() as u32 + 1;
            (line, at)
        });
        let mut blocks = Block::read_all(lines.filter(|(line, _)| !line.trim().is_empty()), forms);
        run_on(&mut blocks);
        Document { text, blocks, forms: Rc::clone(forms) }
    }

    /// The word forms of which something holds, by folded text and readings: it is found out once for each.
    pub fn forms_which(&self, holds: impl Fn(&str, &[Reading]) -> bool) -> FormSet {
        let mut which = FormSet::of(&self.forms);
        for block in &self.blocks {
            for (at, token) in block.tokens().iter().enumerate() {
                which.ask(token.form, || holds(block.word(at), block.readings(at)));
            }
        }
        which
    }

    /// The bytes of a place, without what stands outside its phrase.
    pub fn range(&self, place: Place) -> Range {
        self.blocks[place.block()].span(place.phrase).into()
    }

    /// The words at a place, as they are written.
    pub fn source(&self, place: Place) -> &'t str {
        let range = self.range(place);
        &self.text[range.start as usize..range.end as usize]
    }

    /// How much of the text is Arabic; see [`Language`].
    pub fn language(&self) -> Language {
        let (mut arabic, mut foreign, mut in_arabic_blocks) = (0, 0, 0);
        for block in &self.blocks {
            let (own, other) = letters_of(block);
            arabic += own;
            foreign += other;
            if own > other {
                in_arabic_blocks += own;
            }
        }
        let letters = arabic + foreign;
        let share = if letters == 0 { 0.0 } else { arabic as f64 / letters as f64 };
        let enough = share >= LEAST_SHARE || in_arabic_blocks >= ENOUGH_LETTERS;
        let other = if arabic >= FEWEST_LETTERS { other_language(self.blocks.iter().flat_map(Block::languages)) } else { None };
        Language { arabic: arabic >= FEWEST_LETTERS && enough && other.is_none(), share: (share * 1000.0).round() / 1000.0, other }
    }
}

/// Letters of Arabic words in a block, and letters of other scripts.
fn letters_of(block: &Block) -> (usize, usize) {
    let (mut arabic, mut foreign) = (0, 0);
    for token in block.tokens() {
        match token.kind {
            TokenKind::Word => arabic += token.span.len() / 2,
            TokenKind::Foreign => foreign += token.span.len(),
            TokenKind::Number | TokenKind::Mark => {}
        }
    }
    (arabic, foreign)
}

/// Fewer Arabic letters than these make no text worth an analysis.
const FEWEST_LETTERS: usize = 8;
/// A text with a smaller share of Arabic letters is one in another language that cites some.
const LEAST_SHARE: f64 = 0.2;
/// Paragraphs with so many Arabic letters in all are an Arabic text, whatever stands around them.
const ENOUGH_LETTERS: usize = 400;
