//! Blocks. What a block is made of (its sentences, where its sums stand) is read from it alone; names, speakers who go on, frames and
//! the manner of spelling cross blocks.

use super::sound::sound;
use isnad::analysis::{Analysis, Range};

pub fn blocks(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let whole = sound(text);
    blank_lines_change_nothing(text, &whole);
    if whole.language.other.is_none() {
        one_by_one(text, &whole);
        changed_in_place(text, &whole);
    }
}

/// Each block, and where it starts.
fn blocks_of(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut start = 0;
    text.split('\n').map(move |block| {
        let at = start;
        start += block.len() as u32 + 1;
        (at, block)
    })
}

/// Everything but how the lines are divided is as before: empty lines, and lines ended as on Windows.
fn blank_lines_change_nothing(text: &str, whole: &Analysis) {
    let spread: String = blocks_of(text).map(|(_, block)| format!("\n \t\n{block}\r\n")).collect();
    let mut expected = whole.clone();
    let starts: Vec<u32> = blocks_of(text).map(|(start, _)| start).collect();
    expected.for_each_range(|range| {
        let block = starts.partition_point(|&start| start <= range.start) as u32;
        // Four bytes before each block and one behind it, where the text has its line's end alone.
        let shift = 4 * block + (block - 1);
        *range = Range { start: range.start + shift, end: range.end + shift };
    });
    assert!(isnad::analyze(&spread, isnad::OffsetUnit::Byte) == expected, "blank lines change something in {text:?}");
}

fn one_by_one(text: &str, whole: &Analysis) {
    let mut sentences = Vec::new();
    for (start, block) in blocks_of(text) {
        let alone = isnad::analyze(block, isnad::OffsetUnit::Byte);
        // Of another language: by itself it has nothing, among Arabic ones it has sentences.
        if alone.language.other.is_some() {
            return;
        }
        sentences.extend(alone.sentences.iter().map(|range| Range { start: range.start + start, end: range.end + start }));
    }
    assert_eq!(sentences, whole.sentences, "sentences of the blocks are those of the whole");
}

/// The longest block is exchanged for another: the sentences of all others stay.
fn changed_in_place(text: &str, whole: &Analysis) {
    const OTHER: &str = "وصل القطار إلى المحطة.";
    let Some((start, block)) = blocks_of(text).max_by_key(|(_, block)| block.len()) else { return };
    let end = start + block.len() as u32;
    let changed = format!("{}{OTHER}{}", &text[..start as usize], &text[end as usize..]);
    let analysis = sound(&changed);
    if analysis.language.other.is_some() {
        return;
    }
    let grown = OTHER.len() as i64 - block.len() as i64;
    let moved = |range: &Range| {
        if range.start >= end {
            Range { start: (i64::from(range.start) + grown) as u32, end: (i64::from(range.end) + grown) as u32 }
        } else {
            *range
        }
    };
    let kept: Vec<Range> = whole.sentences.iter().filter(|range| range.end <= start || range.start >= end).map(moved).collect();
    let changed_end = start + OTHER.len() as u32;
    let now: Vec<Range> = analysis.sentences.iter().copied().filter(|range| range.end <= start || range.start >= changed_end).collect();
    assert_eq!(now, kept, "a changed block changes no sentence of another");
}
