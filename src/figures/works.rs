//! Works and plans by their words.

use crate::lexicon::{lexicon, topic};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word of `works.tsv` says.
#[derive(Clone, Copy)]
struct Work {
    sort: &'static str,
    antecedent: bool,
}

/// By their spelling, folded.
static WORKS: LazyLock<FxHashMap<&'static str, Work>> = LazyLock::new(|| {
    let rows = lexicon().rows(topic::WORKS).iter();
    let words =
        rows.flat_map(|row| row.phrases.iter().map(|word| (*word, Work { sort: row.fields[0], antecedent: row.fields[1] == "yes" })));
    words.collect()
});

/// A project, a programme, a plan: no place.
pub fn is_plan(word: &str) -> bool {
    WORKS.get(word).is_some_and(|work| work.sort == "plan")
}

/// A work or plan that is named in full once and then «المشروع».
pub fn is_antecedent(word: &str) -> bool {
    WORKS.get(word).is_some_and(|work| work.antecedent)
}

/// «تنفيذ», «إنشاء»: what is done with a work.
pub fn is_carrying_out(word: &str) -> bool {
    WORKS.get(word).is_some_and(|work| work.sort == "carrying out")
}
