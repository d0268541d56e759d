//! The phrases of the lexicon: a minimal acyclic automaton over words, which `build/` writes. A node stands for the words read
//! so far; node 0, for those that begin no phrase.

use super::tables::{END_ROWS, END_TOPICS, INNER_ENDS, LEAVES, STEP_COUNTS, STEPS};
use super::{Topic, WordId};

/// With the topic of a row that is the last of a list.
const LAST: u8 = 0x80;

/// The nodes: first the inner ones, with their steps or without, then the leaves.
pub(super) struct Phrases {
    nodes: Vec<Node>,
}

pub(super) struct Node {
    /// The topics, by bit, that have a phrase ending here.
    pub ending: u64,
    /// Those that have one going on from here.
    pub going_on: u64,
    /// The first of the rows that end here, one for each topic, ascending.
    ends: u16,
    /// The first of the steps from here: numbers of words, ascending, and the nodes they lead to.
    steps: u16,
    step_count: u8,
}

impl Phrases {
    pub fn load() -> Phrases {
        let mut nodes = Vec::with_capacity(INNER_ENDS.len() + LEAVES);
        let mut steps = 0;
        for (&ends, &step_count) in INNER_ENDS.iter().zip(&STEP_COUNTS) {
            nodes.push(Node { ending: ending(ends), going_on: 0, ends, steps, step_count });
            steps += u16::from(step_count);
        }
        // The lists of the leaves stand in their order.
        let mut ends = 0;
        for _ in 0..LEAVES {
            let ending = ending(ends);
            nodes.push(Node { ending, going_on: 0, ends, steps, step_count: 0 });
            ends += ending.count_ones() as u16;
        }
        // Steps lead to later nodes only.
        for at in (0..INNER_ENDS.len()).rev() {
            let onward = |set, &(_, to): &(u16, u16)| set | nodes[usize::from(to)].ending | nodes[usize::from(to)].going_on;
            nodes[at].going_on = nodes[at].steps().iter().fold(0, onward);
        }
        Phrases { nodes }
    }

    #[inline]
    pub fn node(&self, node: u16) -> &Node {
        &self.nodes[usize::from(node)]
    }
}

/// The topics of a list of rows.
fn ending(ends: u16) -> u64 {
    let list = END_TOPICS.get(usize::from(ends)..).unwrap_or_default();
    let length = list.iter().position(|topic| topic & LAST != 0).map_or(0, |last| last + 1);
    list[..length].iter().fold(0, |set, topic| set | 1 << (topic & !LAST))
}

impl Node {
    /// The row of `topic` that ends here.
    #[inline]
    pub fn row(&self, topic: Topic) -> Option<usize> {
        let before = (self.ending & (topic.bit() - 1)).count_ones();
        (self.ending & topic.bit() != 0).then(|| END_ROWS[usize::from(self.ends) + before as usize].into())
    }

    /// The node that a word leads to.
    pub fn step(&self, word: WordId) -> Option<u16> {
        let steps = self.steps();
        let at = steps.binary_search_by_key(&word.number, |&(number, _)| number).ok()?;
        Some(steps[at].1)
    }

    fn steps(&self) -> &'static [(u16, u16)] {
        &STEPS[usize::from(self.steps)..][..usize::from(self.step_count)]
    }
}
