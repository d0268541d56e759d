//! Folding: every folded character knows its origin, and every span of the shadow is a slice of the text. Offsets come back
//! from every unit.

use isnad::OffsetUnit;
use isnad::text::{OffsetConverter, Span, fold as folded};

pub fn fold(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    spans_slice(text);
    offsets_come_back(text);
}

fn spans_slice(text: &str) {
    let once = folded(text);
    assert_eq!(folded(&once.shadow).shadow, once.shadow, "folding twice is folding once");
    let starts: Vec<u32> = once.shadow.char_indices().map(|(at, _)| at as u32).chain([once.shadow.len() as u32]).collect();
    let origins: Vec<u32> = starts.iter().map(|&at| once.origin(at)).collect();
    assert!(origins.is_sorted(), "the shadow is in the order of the text");
    assert!(origins.iter().all(|&origin| text.is_char_boundary(origin as usize)));
    // Every span of a few characters, and all from the start: both ends anywhere would be quadratic.
    for (at, &start) in starts.iter().enumerate() {
        for &(start, end) in [(start, starts[(at + 3).min(starts.len() - 1)]), (0, start)].iter() {
            let span = once.source_span(text, Span::new(start, end));
            let source = text.get(span.range()).expect("a span slices the text");
            let image = &once.shadow[start as usize..end as usize];
            // Of a ligature (لا) a part can be meant; it is shown whole.
            assert!(folded(source).shadow.contains(image), "{source:?} does not fold to {image:?}");
        }
    }
}

fn offsets_come_back(text: &str) {
    for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
        let converter = OffsetConverter::new(text, unit);
        let mut last = None;
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let offset = converter.convert(at as u32);
            assert!(last < Some(offset), "offsets rise");
            assert_eq!(converter.byte_of(offset), Some(at as u32));
            last = Some(offset);
        }
        assert_eq!(last.and_then(|last| converter.byte_of(last + 1)), None, "nothing is beyond the text");
    }
}
