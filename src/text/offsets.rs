//! From bytes to the unit the caller counts in.

use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// What the numbers in `start` and `end` count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-8 code units: what Rust slices by.
    #[default]
    Byte,
    /// Unicode code points: what Python slices by.
    Char,
    /// UTF-16 code units: what JavaScript and the DOM slice by.
    Utf16,
}

/// Counts a text once, then converts any byte offset of it in constant time.
pub struct OffsetConverter<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// By each `STRIDE`th byte, the width of all characters that begin before it.
    marks: Vec<u32>,
}

/// Bytes between two marks: a conversion walks at most this many.
const STRIDE: usize = 64;

impl<'t> OffsetConverter<'t> {
    /// Counts the text; nothing needs to be counted in bytes.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut marks = Vec::new();
        if unit != OffsetUnit::Byte {
            let mut count = 0;
            for stride in text.as_bytes().chunks(STRIDE) {
                marks.push(count);
                count += unit.width_of(stride);
            }
        }
        OffsetConverter { text, unit, marks }
    }

    /// The offset in the caller's unit of byte `byte`, which must be a character boundary of the text.
    pub fn convert(&self, byte: u32) -> u32 {
        if self.unit == OffsetUnit::Byte || self.marks.is_empty() {
            return byte;
        }
        let byte = byte as usize;
        let mark = (byte / STRIDE).min(self.marks.len() - 1);
        self.marks[mark] + self.unit.width_of(&self.text.as_bytes()[mark * STRIDE..byte])
    }

    /// The byte of an offset in the caller's unit; `None` beyond the text or inside a character.
    pub fn byte_of(&self, offset: u32) -> Option<u32> {
        if self.unit == OffsetUnit::Byte {
            return self.text.is_char_boundary(offset as usize).then_some(offset);
        }
        // The last mark that counts no more than `offset`: several are equal where characters are longer than a stride.
        let mark = self.marks.partition_point(|&count| count <= offset).saturating_sub(1);
        let mut byte = self.text.ceil_char_boundary(mark * STRIDE);
        let mut count = self.marks.get(mark).copied().unwrap_or(0);
        let mut rest = self.text[byte..].chars();
        while count < offset {
            let c = rest.next()?;
            count += self.unit.width(c);
            byte += c.len_utf8();
        }
        (count == offset).then_some(byte as u32)
    }

    /// What converted offsets count.
    pub fn unit(&self) -> OffsetUnit {
        self.unit
    }
}

impl fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            OffsetUnit::Byte => "byte",
            OffsetUnit::Char => "char",
            OffsetUnit::Utf16 => "utf16",
        })
    }
}

impl FromStr for OffsetUnit {
    type Err = UnknownUnit;

    fn from_str(name: &str) -> Result<OffsetUnit, UnknownUnit> {
        match name {
            "byte" => Ok(OffsetUnit::Byte),
            "char" => Ok(OffsetUnit::Char),
            "utf16" => Ok(OffsetUnit::Utf16),
            _ => Err(UnknownUnit(name.to_owned())),
        }
    }
}

/// A name that is none of `byte`, `char`, `utf16`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownUnit(String);

impl fmt::Display for UnknownUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown offset unit `{}`: expected `char`, `utf16` or `byte`", self.0)
    }
}

impl Error for UnknownUnit {}

impl OffsetUnit {
    /// The width of all characters that begin in some bytes of UTF-8.
    fn width_of(self, bytes: &[u8]) -> u32 {
        let count = |begins: fn(&u8) -> bool| bytes.iter().map(|byte| u32::from(begins(byte))).sum::<u32>();
        match self {
            OffsetUnit::Byte => bytes.len() as u32,
            OffsetUnit::Char => count(|byte| byte & 0xc0 != 0x80),
            // Characters of four bytes are surrogate pairs.
            OffsetUnit::Utf16 => count(|byte| byte & 0xc0 != 0x80) + count(|byte| *byte >= 0xf0),
        }
    }

    fn width(self, c: char) -> u32 {
        match self {
            OffsetUnit::Byte => c.len_utf8() as u32,
            OffsetUnit::Char => 1,
            OffsetUnit::Utf16 => c.len_utf16() as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn units_agree(text in "[\u{600}-\u{6ff}a-z \r\n\u{200f}\u{64b}😀🇸🇦]{0,200}") {
            let utf16: Vec<u16> = text.encode_utf16().collect();
            let chars: Vec<char> = text.chars().collect();
            let (to_utf16, to_char) = (OffsetConverter::new(&text, OffsetUnit::Utf16), OffsetConverter::new(&text, OffsetUnit::Char));
            for at in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
                let head = &text[..at];
                prop_assert_eq!(String::from_utf16(&utf16[..to_utf16.convert(at as u32) as usize]).unwrap(), head);
                prop_assert_eq!(chars[..to_char.convert(at as u32) as usize].iter().collect::<String>(), head);
                prop_assert_eq!(to_utf16.byte_of(to_utf16.convert(at as u32)), Some(at as u32));
                prop_assert_eq!(to_char.byte_of(to_char.convert(at as u32)), Some(at as u32));
            }
            prop_assert_eq!(to_utf16.byte_of(utf16.len() as u32 + 1), None);
            prop_assert_eq!(to_char.byte_of(chars.len() as u32 + 1), None);
        }
    }

    #[test]
    fn an_offset_inside_a_character_is_no_byte() {
        let text = "أ😀ب";
        assert_eq!(OffsetConverter::new(text, OffsetUnit::Utf16).byte_of(2), None, "between two surrogates");
        assert_eq!(OffsetConverter::new(text, OffsetUnit::Byte).byte_of(1), None);
        assert_eq!(OffsetConverter::new(text, OffsetUnit::Byte).byte_of(99), None);
        assert_eq!(OffsetConverter::new("", OffsetUnit::Char).byte_of(0), Some(0));
        assert_eq!(OffsetConverter::new("", OffsetUnit::Char).byte_of(1), None);
    }
}
