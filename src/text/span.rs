//! Half-open ranges that know what they count, so that a range of tokens is never used as a range of characters.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Range;

/// Bytes of the original text (the whole document).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {}
/// Bytes of one block's folded text (see [`fold`](super::fold())).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shadow {}
/// Tokens of one block, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tokens {}

/// A half-open range `start..end`, counted in `Unit`. Positions are 32 bits wide: a document holds less than 4 GiB.
pub struct Span<Unit> {
    /// Where it begins.
    pub start: u32,
    /// Where it has ended: the first position that is no longer of it.
    pub end: u32,
    unit: PhantomData<Unit>,
}

impl<U> Span<U> {
    /// From `start` up to `end`, which is no smaller.
    pub const fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Span { start, end, unit: PhantomData }
    }
    /// A range of positions as a span.
    pub fn of(range: Range<usize>) -> Self {
        Span::new(range.start as u32, range.end as u32)
    }
    /// How many positions it has.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    /// It has none.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// To slice by.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
    /// The position is one of its own.
    pub const fn contains(self, position: u32) -> bool {
        self.start <= position && position < self.end
    }
    /// All positions of the other are its own.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// They share a position.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The smallest span that covers both.
    pub fn join(self, other: Self) -> Self {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

// Derived impls would ask for the same of the phantom unit.
impl<U> Clone for Span<U> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<U> Copy for Span<U> {}
impl<U> PartialEq for Span<U> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<U> Eq for Span<U> {}
impl<U> PartialOrd for Span<U> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<U> Ord for Span<U> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<U> Hash for Span<U> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state)
    }
}
impl<U> fmt::Debug for Span<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
