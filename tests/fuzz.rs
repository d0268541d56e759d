//! The fuzz targets without a fuzzer: each seed as it is, then mutations of the seeds, the same ones in every run.

#[path = "../fuzz/targets/mod.rs"]
mod targets;

mod chance;

use chance::Chance;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Mutated inputs for each target.
const ROUNDS: usize = 400;
/// Bytes; longer inputs say no more and take longer.
const LONGEST: usize = 3000;

#[test]
fn fold_holds() {
    assert_holds("fold", targets::fold);
}

#[test]
fn numbers_hold() {
    assert_holds("numbers", targets::numbers);
}

#[test]
fn analysis_holds() {
    assert_holds("analysis", targets::analysis);
}

#[test]
fn boundary_holds() {
    assert_holds("boundary", targets::boundary);
}

#[test]
fn blocks_hold() {
    assert_holds("blocks", targets::blocks);
}

/// A target holds of all seeds and of mutations of them.
#[track_caller]
fn assert_holds(name: &str, target: fn(&[u8])) {
    let seeds = seeds();
    for seed in &seeds {
        target(seed);
    }
    let mut chance = Chance::new(1);
    for round in 0..ROUNDS {
        let input = mutated(&mut chance, &seeds);
        if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
            let path = std::env::temp_dir().join(format!("isnad-fuzz-{name}-{round}"));
            std::fs::write(&path, &input).expect("the temporary folder is writable");
            panic!("{name} fails on {}: mend it, and keep the input in fuzz/seeds", path.display());
        }
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the seeds").map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a seed is readable")).collect()
}

/// A seed with some pieces cut out, doubled, moved, taken from another seed, or bytes changed.
fn mutated(chance: &mut Chance, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut input = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(6) {
        let at = chance.below(input.len() + 1);
        let end = (at + 1 + chance.below(60)).min(input.len());
        match chance.below(5) {
            0 => drop(input.drain(at..end)),
            1 => {
                let piece = input[at..end].to_vec();
                let to = chance.below(input.len() + 1);
                input.splice(to..to, piece);
            }
            2 | 3 => {
                let other = &seeds[chance.below(seeds.len())];
                let from = chance.below(other.len() + 1);
                let to = (from + chance.below(200)).min(other.len());
                input.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                if let Some(byte) = input.get_mut(at) {
                    *byte = chance.below(256) as u8;
                }
            }
        }
    }
    input.truncate(LONGEST);
    input
}
