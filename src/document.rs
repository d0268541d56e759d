//! A text and its blocks, and positions in it.

use crate::analysis::{Language, Range};
use crate::text::{Block, Phrase, TokenKind, run_on};

/// A text, read block by block. A block is a line: a paragraph, a heading, a caption.
pub struct Document<'t> {
    pub text: &'t str,
    pub blocks: Vec<Block<'t>>,
}

/// A phrase and the block it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub block: usize,
    pub phrase: Phrase,
}

impl<'t> Document<'t> {
    /// Reads a text; empty lines are no blocks.
    pub fn read(text: &'t str) -> Document<'t> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            if !line.trim().is_empty() {
                blocks.push(Block::read(line, start));
            }
            start += line.len() as u32 + 1;
        }
        run_on(&mut blocks);
        let tells_ya = blocks.iter().all(|block| block.tells_ya);
        blocks.iter_mut().for_each(|block| block.tells_ya = tells_ya);
        Document { text, blocks }
    }

    pub fn range(&self, place: Place) -> Range {
        self.blocks[place.block].span(place.phrase).into()
    }

    /// The words at a place, as they are written.
    pub fn source(&self, place: Place) -> &'t str {
        let range = self.range(place);
        &self.text[range.start as usize..range.end as usize]
    }

    /// How much of the text is Arabic; see [`Language`].
    pub fn language(&self) -> Language {
        let (mut arabic, mut other) = (0usize, 0usize);
        for token in self.blocks.iter().flat_map(|b| b.tokens()) {
            match token.kind {
                TokenKind::Word => arabic += token.span.len() / 2,
                TokenKind::Foreign => other += token.span.len(),
                TokenKind::Number | TokenKind::Mark => {}
            }
        }
        let letters = arabic + other;
        let share = if letters == 0 { 0.0 } else { arabic as f64 / letters as f64 };
        Language { arabic: arabic >= FEWEST_LETTERS && share >= LEAST_SHARE, share: (share * 1000.0).round() / 1000.0 }
    }
}

/// Fewer Arabic letters than these make no text worth an analysis.
const FEWEST_LETTERS: usize = 8;
/// A text with a smaller share of Arabic letters is one in another language that cites some.
const LEAST_SHARE: f64 = 0.2;
