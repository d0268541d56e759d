//! Minimal acyclic automata (DAWGs): of all automata that accept the same sequences, the one with the fewest states. After Revuz,
//! "Minimisation of acyclic deterministic automata in linear time" (1992): states are built from the ends of the sequences to their
//! beginnings, and equal states only once.

use std::collections::{BTreeMap, VecDeque};

/// A state: the value of the sequence that ends here, and its transitions.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct State<V> {
    /// The default if no sequence ends here.
    pub value: V,
    /// Symbols, ascending, and the states they lead to.
    pub edges: Vec<(u16, usize)>,
}

/// The states of the automaton. The initial state is the first; every edge leads to a later one.
pub fn minimal<V: Clone + Ord + Default>(sequences: &BTreeMap<Vec<u16>, V>) -> Vec<State<V>> {
    let sequences: Vec<(&[u16], &V)> = sequences.iter().map(|(sequence, value)| (&sequence[..], value)).collect();
    let mut builder = Builder { states: Vec::new(), known: BTreeMap::new() };
    builder.state(&sequences, 0);
    in_order(&builder.states)
}

struct Builder<V> {
    states: Vec<State<V>>,
    known: BTreeMap<State<V>, usize>,
}

impl<V: Clone + Ord + Default> Builder<V> {
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

/// Renumbers the states topologically: each gets its number when the last edge to it has been met. The initial state was built last.
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
