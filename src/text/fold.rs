//! The shadow string: the text as it is matched, with a way back to the text as it is written.

use super::letters::{Image, fold_letter, unchanged};
use super::span::{Bytes, Shadow, Span};
use std::ops::Range;

/// A block's text folded for matching, and where each folded character came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub shadow: String,
    /// Where the distance between shadow and origin changes, ascending. Between two of these, and before the first, both run in step.
    steps: Vec<Step>,
    /// Length of the original, bytes.
    origin_len: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Step {
    shadow: u32,
    origin: u32,
}

/// Written on و or ي by those who encode ؤ and ئ as two characters. On alef it changes nothing: folding makes all alefs one.
const HAMZA_ABOVE: char = '\u{654}';

/// Folds `text` for matching, a character at a time (`src/text/letters.rs` says to what), with the way back to each of them.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded { shadow: String::with_capacity(text.len()), steps: Vec::new(), origin_len: text.len() as u32 };
    let mut at = 0;
    loop {
        // Most letters stay what they are: they are taken over a run at a time.
        let run = at..at + unchanged(&text.as_bytes()[at..]);
        at = run.end;
        folded.take_over(text, run);
        let Some(c) = text[at..].chars().next() else { return folded };
        match fold_letter(c) {
            Image::One(image) => {
                folded.step(at);
                folded.shadow.push(image);
            }
            // Every letter of a ligature comes from the same place.
            Image::Many(images) => images.chars().for_each(|image| {
                folded.step(at);
                folded.shadow.push(image);
            }),
            Image::Mark if c == HAMZA_ABOVE && folded.shadow.ends_with(['و', 'ي']) => {
                // Both characters together are ؤ or ئ; what they fold to is as long as their first.
                folded.shadow.pop();
                folded.shadow.push('ء');
            }
            Image::Mark | Image::Control => {}
        }
        at += c.len_utf8();
    }
}

impl Folded {
    /// Appends letters that stay what they are.
    fn take_over(&mut self, text: &str, run: Range<usize>) {
        if !run.is_empty() {
            self.step(run.start);
            self.shadow.push_str(&text[run]);
        }
    }

    /// What is appended next comes from `origin`.
    fn step(&mut self, origin: usize) {
        let (shadow, origin) = (self.shadow.len() as u32, origin as u32);
        let last = self.last_of(self.steps.len());
        if origin - last.origin != shadow - last.shadow {
            self.steps.push(Step { shadow, origin });
        }
    }

    /// The last of the first `count` steps.
    fn last_of(&self, count: usize) -> Step {
        count.checked_sub(1).map_or(Step::default(), |last| self.steps[last])
    }

    /// Where the folded character that starts at `shadow` (a byte of [`shadow`](Self::shadow)) comes from: a byte of
    /// the original. The end of the shadow comes from the end of the original.
    pub fn origin(&self, shadow: u32) -> u32 {
        if shadow as usize >= self.shadow.len() {
            return self.origin_len;
        }
        let step = self.last_of(self.steps.partition_point(|s| s.shadow <= shadow));
        step.origin + (shadow - step.shadow)
    }

    /// The part of `text` (the block this was folded from) that a range of the shadow came from: from its first
    /// letter to its last, with the marks written on that last letter and without invisible controls around them.
    pub fn source_span(&self, text: &str, span: Span<Shadow>) -> Span<Bytes> {
        let start = self.origin(span.start) as usize;
        if span.is_empty() {
            return Span::of(start..start);
        }
        Span::of(start..self.source_end(text, span))
    }

    /// Nothing has another length than what it comes from, from the first character to the last: the way back is no way.
    pub fn runs_in_step(&self) -> bool {
        self.steps.is_empty() && self.shadow.len() == self.origin_len as usize
    }

    /// [`source_span`](Self::source_span) of many ranges, ascending, none of them empty.
    pub fn source_spans(&self, text: &str, spans: impl Iterator<Item = Span<Shadow>>) -> Box<[Span<Bytes>]> {
        let mut taken = 0;
        let spans = spans.map(|span| {
            let mut origin = |shadow| {
                while self.steps.get(taken).is_some_and(|next| next.shadow <= shadow) {
                    taken += 1;
                }
                let step = self.last_of(taken);
                step.origin + (shadow - step.shadow)
            };
            let start = origin(span.start);
            // Where shadow and origin run in step beyond its end, nothing is written on its last letter.
            let last = origin(span.end - 1);
            let in_step = span.end < self.shadow.len() as u32 && self.steps.get(taken).is_none_or(|next| next.shadow > span.end);
            Span::new(start, if in_step { last + 1 } else { self.source_end(text, span) as u32 })
        });
        spans.collect()
    }

    /// Where the last letter of a range of the shadow ends in `text`, with the marks written on it.
    fn source_end(&self, text: &str, span: Span<Shadow>) -> usize {
        let last = self.shadow[span.range()].chars().next_back().map_or(0, char::len_utf8) as u32;
        let last_start = self.origin(span.end - last) as usize;
        let mut end = last_start;
        for (i, c) in text[last_start..].char_indices() {
            match fold_letter(c) {
                Image::Mark => end = last_start + i + c.len_utf8(),
                Image::Control => {}
                _ if i == 0 => end = last_start + c.len_utf8(),
                _ => break,
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_folds_to(text: &str, shadow: &str) {
        assert_eq!(fold(text).shadow, shadow);
    }

    #[test]
    fn spelling_variants_meet() {
        assert_folds_to("الأميركيّة", "الاميركيه");
        assert_folds_to("مسؤول مسئول", "مسءول مسءول");
        assert_folds_to("مسو\u{654}ول مسي\u{654}ول أ\u{654}", "مسءول مسءول ا");
        assert_folds_to("عـلـى", "علي");
        assert_folds_to("ﻻجئ ﷲ", "لاجء الله");
        assert_folds_to("١٢۳ کردی", "123 كردي");
        assert_folds_to("𝟏𝟚９ ﺷﺌﺔ", "129 شءه");
    }

    #[test]
    fn a_span_takes_the_marks_of_its_last_letter_and_no_control() {
        let text = "\u{200f}دولارٍ\u{200f} واحد";
        let folded = fold(text);
        let end = folded.shadow.find(' ').unwrap();
        let span = folded.source_span(text, Span::of(0..end));
        assert_eq!(&text[span.range()], "دولارٍ");
    }

    proptest! {
        #[test]
        fn every_folded_character_knows_its_origin(text in "[\u{600}-\u{6ff}\u{fb50}-\u{fdff}\u{fe70}-\u{feff}a-z0-9 \u{200f}😀\u{301}]{0,40}") {
            let folded = fold(&text);
            for (at, image) in folded.shadow.char_indices() {
                let origin = folded.origin(at as u32) as usize;
                let source = text[origin..].chars().next().unwrap();
                // A hamza written as a character of its own changes the letter it is written on, and that one only.
                let is_image = |c: char| c == image || image == 'ء' && "وي".contains(c) && text[origin..].contains(HAMZA_ABOVE);
                match fold_letter(source) {
                    Image::One(c) => prop_assert!(is_image(c), "{:?} folds to {:?}", source, image),
                    Image::Many(s) => prop_assert!(s.chars().any(is_image), "{:?} folds to {:?}", source, image),
                    other => prop_assert!(false, "{:?} cannot be an origin", other),
                }
            }
        }

        #[test]
        fn a_hamza_of_its_own_folds_as_the_letter_it_makes(before in "[ا-ي ]{0,6}", after in "[ا-ي ]{0,6}", marks in "[\u{64b}-\u{652}]{0,2}", waw: bool) {
            let (seat, whole) = if waw { ('و', 'ؤ') } else { ('ي', 'ئ') };
            let apart = fold(&format!("{before}{seat}{marks}{HAMZA_ABOVE}{after}"));
            prop_assert_eq!(&apart.shadow, &fold(&format!("{before}{whole}{marks}{after}")).shadow);
            prop_assert_eq!(apart.origin(fold(&before).shadow.len() as u32) as usize, before.len());
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text).shadow;
            prop_assert_eq!(&fold(&once).shadow, &once);
        }
    }
}
