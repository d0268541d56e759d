//! The rows of a topic as `build/` writes them: a line each, `phrase|phrase<TAB>field<TAB>field…`.

use super::Row;

/// The rows, split. They stay for as long as the program runs.
pub(super) fn read(rows: &'static str) -> Vec<Row> {
    let (mut phrases, mut fields) = (Vec::new(), Vec::new());
    let mut bounds = Vec::new();
    for line in rows.lines() {
        let (kept, columns) = line.split_once('\t').unwrap_or((line, ""));
        phrases.extend(split(kept));
        fields.extend(columns.split('\t'));
        bounds.push((phrases.len(), fields.len()));
    }
    let (phrases, fields): (&'static [&str], &'static [&str]) = (phrases.leak(), fields.leak());
    let mut from = (0, 0);
    let row = |to: (usize, usize)| {
        let row = Row { phrases: &phrases[from.0..to.0], fields: &fields[from.1..to.1] };
        from = to;
        row
    };
    bounds.into_iter().map(row).collect()
}

/// All phrases of a topic's rows, where nothing else of the lexicon is needed: a build without the engine is without the rest.
pub(crate) fn phrases(rows: &'static str) -> impl Iterator<Item = &'static str> {
    rows.lines().flat_map(|line| split(line.split_once('\t').map_or(line, |(kept, _)| kept)))
}

fn split(phrases: &str) -> impl Iterator<Item = &str> {
    phrases.split('|').filter(|phrase| !phrase.is_empty())
}
