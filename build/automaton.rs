//! Minimal acyclic automata: of all that accept the same sequences the one with the fewest states (a DAWG). As Revuz has it, "Minimisation
//! of acyclic deterministic automata in linear time" (1992): states are made from the ends of the sequences to their beginnings, each once.

use std::collections::{BTreeMap, VecDeque};

/// What it is worth to stop here, and where each symbol leads.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct State<V> {
    /// The default where no sequence ends.
    pub value: V,
    /// Ascending symbols, and the states they lead to.
    pub edges: Vec<(u16, usize)>,
}

/// The states, the first one first; every edge leads to a later one.
pub fn minimal<V: Clone + Ord + Default>(sequences: &BTreeMap<Vec<u16>, V>) -> Vec<State<V>> {
    let sequences: Vec<(&[u16], &V)> = sequences.iter().map(|(sequence, value)| (&sequence[..], value)).collect();
    let mut made = Made { states: Vec::new(), known: BTreeMap::new() };
    made.state(&sequences, 0);
    in_order(&made.states)
}

struct Made<V> {
    states: Vec<State<V>>,
    known: BTreeMap<State<V>, usize>,
}

impl<V: Clone + Ord + Default> Made<V> {
    /// The state for what follows the first `depth` symbols of these sequences.
    fn state(&mut self, sequences: &[(&[u16], &V)], depth: usize) -> usize {
        let (value, longer) = match sequences.split_first() {
            Some(((sequence, value), longer)) if sequence.len() == depth => ((*value).clone(), longer),
            _ => (V::default(), sequences),
        };
        let alike = longer.chunk_by(|(a, _), (b, _)| a[depth] == b[depth]);
        let edges = alike.map(|alike| (alike[0].0[depth], self.state(alike, depth + 1))).collect();
        let state = State { value, edges };
        *self.known.entry(state).or_insert_with_key(|state| {
            self.states.push(state.clone());
            self.states.len() - 1
        })
    }
}

/// Numbers the states anew: each when the last edge to it is met. The first one is made last.
fn in_order<V: Clone>(states: &[State<V>]) -> Vec<State<V>> {
    let mut edges_to = vec![0; states.len()];
    states.iter().flat_map(|state| &state.edges).for_each(|&(_, to)| edges_to[to] += 1);
    let mut numbers = vec![0; states.len()];
    let mut order = Vec::with_capacity(states.len());
    let mut met = VecDeque::from([states.len() - 1]);
    while let Some(old) = met.pop_front() {
        numbers[old] = order.len();
        order.push(old);
        for &(_, to) in &states[old].edges {
            edges_to[to] -= 1;
            if edges_to[to] == 0 {
                met.push_back(to);
            }
        }
    }
    let renumbered = |&(symbol, to): &(u16, usize)| (symbol, numbers[to]);
    let state = |&old: &usize| State { value: states[old].value.clone(), edges: states[old].edges.iter().map(renumbered).collect() };
    order.iter().map(state).collect()
}
