//! Little words beside a number that say what it is; see `beside_numbers.tsv`.

use crate::lexicon::{lexicon, topic};
use crate::text::{Block, Clitics};

/// What the word at `at` says of the number behind it; empty where it says nothing.
pub(super) fn before_number(block: &Block, at: usize) -> &'static str {
    said(block, at, 0)
}

/// What the word at `at` says of the number before it, likewise.
pub(super) fn behind_number(block: &Block, at: usize) -> &'static str {
    said(block, at, 1)
}

fn said(block: &Block, at: usize, column: usize) -> &'static str {
    block
        .match_at(topic::BESIDE_NUMBERS, at, Clitics::NONE)
        .map_or("", |found| lexicon().rows(topic::BESIDE_NUMBERS)[found.row].fields[column])
}
