//! What must hold of any input whatever, one function a part of the engine. Each takes bytes and panics where something does
//! not hold. libFuzzer drives them (`bins/`), and so does `tests/fuzz.rs`, over the seeds and mutations of them.

mod analysis;
mod blocks;
mod boundary;
mod fold;
mod numbers;
mod sound;

pub use analysis::analysis;
pub use blocks::blocks;
pub use boundary::boundary;
pub use fold::fold;
pub use numbers::numbers;
