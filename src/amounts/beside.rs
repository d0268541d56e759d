//! Little words beside a number that say what it is; see `beside_numbers.tsv`.

use crate::lexicon::{Topic, lexicon};
use crate::text::{Block, Clitics};

const BESIDE_NUMBERS: Topic = Topic::named("beside_numbers");

/// What the word at `at` says of the number behind it; empty where it says nothing.
pub(super) fn before_number(block: &Block, at: usize) -> &'static str {
    said(block, at, 0)
}

/// What the word at `at` says of the number before it, likewise.
pub(super) fn behind_number(block: &Block, at: usize) -> &'static str {
    said(block, at, 1)
}

fn said(block: &Block, at: usize, column: usize) -> &'static str {
    block.match_at(BESIDE_NUMBERS, at, Clitics::NONE).map_or("", |found| lexicon().rows(BESIDE_NUMBERS)[found.row].fields[column])
}
