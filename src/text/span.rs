//! Half-open ranges that know what they count, so that a range of tokens is never used as a range of characters.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Range;

/// Bytes of the original text (the whole document).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {}
/// Bytes of one block's folded text (see [`fold`](super::fold)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shadow {}
/// Tokens of one block, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tokens {}

/// A half-open range `start..end`, counted in `Unit`. Positions are 32 bits wide: a document holds less than 4 GiB.
pub struct Span<Unit> {
    pub start: u32,
    pub end: u32,
    unit: PhantomData<Unit>,
}

impl<U> Span<U> {
    pub const fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Span { start, end, unit: PhantomData }
    }
    pub fn of(range: Range<usize>) -> Self {
        Span::new(range.start as u32, range.end as u32)
    }
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
    pub const fn contains(self, position: u32) -> bool {
        self.start <= position && position < self.end
    }
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
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
