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
    /// In order; none where bytes are counted.
    strides: Vec<Stride>,
}

/// The units of some bytes of the text.
struct Stride {
    /// How many come before.
    before: u32,
    /// A bit for each: that of the byte its character begins with, for the second half of a surrogate pair that of the next byte.
    units: u32,
}

/// Bytes of a stride: as many as it has bits.
const STRIDE: usize = u32::BITS as usize;

impl<'t> OffsetConverter<'t> {
    /// Counts the text; nothing needs to be counted in bytes.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let pairs = match unit {
            OffsetUnit::Byte => return OffsetConverter { text, unit, strides: Vec::new() },
            OffsetUnit::Char => 0,
            OffsetUnit::Utf16 => u32::MAX,
        };
        let mut strides = Vec::with_capacity(text.len() / STRIDE + 1);
        // Whether the last character of the stride before has its second unit in this one.
        let (mut before, mut carried) = (0, 0);
        let mut stride = |bytes: [u8; STRIDE]| {
            let (begins, of_pairs) = beginnings(bytes);
            let of_pairs = of_pairs & pairs;
            let units = begins | of_pairs << 1 | carried;
            carried = of_pairs >> (STRIDE - 1);
            strides.push(Stride { before, units });
            before += units.count_ones();
        };
        let (whole, rest) = text.as_bytes().as_chunks();
        whole.iter().for_each(|&bytes| stride(bytes));
        // There is one for the end of the text too.
        let mut last = [0x80; STRIDE];
        last[..rest.len()].copy_from_slice(rest);
        stride(last);
        OffsetConverter { text, unit, strides }
    }

    /// The offset in the caller's unit of byte `byte`, which must be a character boundary of the text.
    pub fn convert(&self, byte: u32) -> u32 {
        match self.strides.get(byte as usize / STRIDE) {
            Some(stride) => stride.before + (stride.units & ((1 << (byte % STRIDE as u32)) - 1)).count_ones(),
            None => byte,
        }
    }

    /// The byte of an offset in the caller's unit; `None` beyond the text or inside a character.
    pub fn byte_of(&self, offset: u32) -> Option<u32> {
        if self.unit == OffsetUnit::Byte {
            return self.text.is_char_boundary(offset as usize).then_some(offset);
        }
        // The last stride that no more than `offset` comes before.
        let stride = self.strides.partition_point(|stride| stride.before <= offset).saturating_sub(1);
        let mut byte = self.text.ceil_char_boundary(stride * STRIDE);
        let mut count = self.convert(byte as u32);
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
    fn width(self, c: char) -> u32 {
        match self {
            OffsetUnit::Byte => c.len_utf8() as u32,
            OffsetUnit::Char => 1,
            OffsetUnit::Utf16 => c.len_utf16() as u32,
        }
    }
}

/// At which of some bytes of UTF-8 a character begins, and at which one of four bytes, a surrogate pair: by bit.
fn beginnings(bytes: [u8; STRIDE]) -> (u32, u32) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // The high bits of eight bytes, side by side: the product brings that of byte n to bit 56 + n.
    let side_by_side = |high: u64| ((high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32;
    let (mut begins, mut of_pairs) = (0, 0);
    for (at, eight) in bytes.as_chunks::<8>().0.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        // A byte that goes on is 0b10…, the first of four 0b1111….
        begins |= side_by_side(!(eight & !(eight << 1)) & HIGH) << (8 * at);
        of_pairs |= side_by_side(eight & eight << 1 & eight << 2 & eight << 3 & HIGH) << (8 * at);
    }
    (begins, of_pairs)
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
