//! Sums of money: what is written in digits has its value whatever digits and separators are used, and whatever stands
//! around them breaks nothing.

use super::sound::sound;
use isnad::{OffsetUnit, analyze};

/// Latin, Arabic-Indic and Persian nought.
const NOUGHTS: [char; 3] = ['0', '٠', '۰'];
/// What groups thousands; nothing may.
const SEPARATORS: [&str; 4] = ["", ",", "٬", "\u{a0}"];
const SCALES: [(&str, f64); 4] = [("", 1.0), (" ألف", 1e3), (" مليون", 1e6), (" مليار", 1e9)];

pub fn numbers(data: &[u8]) {
    if let Some((head, rest)) = data.split_first_chunk::<7>() {
        written_in_digits(head);
        // Digits and words of numbers thrown together, between words that make them sums.
        sound(&format!("بلغت كلفة المشروع {} دولار، وفق الوزارة.", String::from_utf8_lossy(rest)));
    }
}

fn written_in_digits(&[digits, separator, scale, a, b, c, d]: &[u8; 7]) {
    let value = u32::from_le_bytes([a, b, c, d]) >> (d % 32);
    let nought = NOUGHTS[digits as usize % NOUGHTS.len()];
    let separator = SEPARATORS[separator as usize % SEPARATORS.len()];
    let (scale, times) = SCALES[scale as usize % SCALES.len()];
    // Nobody writes «0 دولار», and four digits may be a year; «1,250» alone may be a decimal fraction.
    if value < 1_000_000 && (value == 0 || value > 999 || times == 1.0) {
        return;
    }
    let number = grouped(value, nought, separator);
    let text = format!("قال وزير المالية إن بلاده خصصت {number}{scale} دولار لدعم المدارس.");
    let analysis = analyze(&text, OffsetUnit::Byte);
    let figures: Vec<_> = analysis.figures.iter().map(|f| (f.min, f.max, f.currency.as_deref())).collect();
    let value = Some(f64::from(value) * times);
    assert_eq!(figures, [(value, value, Some("USD"))], "{text}");
}

/// The digits of a number, in threes.
fn grouped(value: u32, nought: char, separator: &str) -> String {
    let digits = value.to_string();
    let mut written = String::new();
    for (at, digit) in digits.bytes().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push_str(separator);
        }
        written.extend(char::from_u32(nought as u32 + u32::from(digit - b'0')));
    }
    written
}
