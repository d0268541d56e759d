//! JSON, byte for byte as `serde_json` writes it, in a fraction of the time. More than half of an analysis in JSON is names of fields and
//! of variants, which `serde_json` searches for something to escape, and marks, which it writes one by one. Here what stands between two
//! values is written at once. Numbers with decimals and texts with something to escape are left to it.

use serde::{Serialize, ser};
use serde_json::Error;
use std::io::{self, Write};

/// Bytes that are handed over at a time.
const PIECE: usize = 1 << 14;

/// Writes a value and hands over one piece of its JSON after the other, of whole characters: all of it may take several times the text
/// that was analysed.
pub fn write(value: &(impl Serialize + ?Sized), hand_over: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
    let mut json = Json { piece: vec![0; PIECE], length: 0, hand_over };
    value.serialize(&mut json)?;
    json.make_room(0);
    Ok(())
}

/// What is written.
struct Json<'h> {
    /// The piece, and room behind it.
    piece: Vec<u8>,
    length: usize,
    hand_over: &'h mut dyn FnMut(&[u8]),
}

impl Json<'_> {
    /// The next bytes, to be filled with whole characters.
    #[inline]
    fn next(&mut self, count: usize) -> &mut [u8] {
        if self.piece.len() - self.length < count {
            self.make_room(count);
        }
        let start = self.length;
        self.length += count;
        &mut self.piece[start..self.length]
    }

    #[cold]
    fn make_room(&mut self, count: usize) {
        (self.hand_over)(&self.piece[..self.length]);
        self.length = 0;
        if self.piece.len() < count {
            self.piece.resize(count, 0);
        }
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        self.next(1)[0] = byte;
    }

    #[inline]
    fn text(&mut self, text: &str) {
        copy(text.as_bytes(), self.next(text.len()));
    }

    /// A text in which nothing is to escape.
    #[inline]
    fn quoted(&mut self, text: &str) {
        let [first, inner @ .., last] = self.next(text.len() + 2) else { return };
        (*first, *last) = (b'"', b'"');
        copy(text.as_bytes(), inner);
    }

    /// The name of a field or variant, with the mark before it and the colon behind.
    #[inline]
    fn name(&mut self, before: u8, name: &str) {
        let [first, second, inner @ .., third, last] = self.next(name.len() + 4) else { return };
        (*first, *second, *third, *last) = (before, b'"', b'"', b':');
        copy(name.as_bytes(), inner);
    }
}

/// Copies a text to a place of its length. Short ones by their ends, which may overlap: to call what copies any number of bytes takes
/// longer, most of all in a browser.
#[inline]
fn copy(text: &[u8], to: &mut [u8]) {
    fn ends<const N: usize>(text: &[u8], to: &mut [u8]) {
        if let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) {
            to[..N].copy_from_slice(first);
            let rest = to.len() - N;
            to[rest..].copy_from_slice(last);
        }
    }
    match text.len() {
        0 => {}
        1 => to[0] = text[0],
        2..4 => ends::<2>(text, to),
        4..8 => ends::<4>(text, to),
        8..=16 => ends::<8>(text, to),
        17..=32 => ends::<16>(text, to),
        _ => to.copy_from_slice(text),
    }
}

/// What `serde_json` writes: whole characters.
impl Write for Json<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        copy(bytes, self.next(bytes.len()));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A list or an object that is being written.
struct Compound<'j, 'h> {
    json: &'j mut Json<'h>,
    /// What stands before the next of its members: the opening bracket, then a comma.
    before: u8,
    /// What stands behind the last.
    closing: &'static str,
}

impl<'j, 'h> Compound<'j, 'h> {
    fn list(json: &'j mut Json<'h>) -> Compound<'j, 'h> {
        Compound { json, before: b'[', closing: "]" }
    }

    fn object(json: &'j mut Json<'h>) -> Compound<'j, 'h> {
        Compound { json, before: b'{', closing: "}" }
    }

    #[inline]
    fn member(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.json.byte(std::mem::replace(&mut self.before, b','));
        value.serialize(&mut *self.json)
    }

    #[inline]
    fn field(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.json.name(std::mem::replace(&mut self.before, b','), name);
        value.serialize(&mut *self.json)
    }

    #[inline]
    fn close(self) -> Result<(), Error> {
        if self.before != b',' {
            self.json.byte(self.before);
        }
        self.json.text(self.closing);
        Ok(())
    }
}

macro_rules! integers {
    ($($method:ident($integer:ty)),*) => {
        $(fn $method(self, value: $integer) -> Result<(), Error> {
            self.text(itoa::Buffer::new().format(value));
            Ok(())
        })*
    };
}

impl<'j, 'h> ser::Serializer for &'j mut Json<'h> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'j, 'h>;
    type SerializeTuple = Compound<'j, 'h>;
    type SerializeTupleStruct = Compound<'j, 'h>;
    type SerializeTupleVariant = Compound<'j, 'h>;
    type SerializeMap = Compound<'j, 'h>;
    type SerializeStruct = Compound<'j, 'h>;
    type SerializeStructVariant = Compound<'j, 'h>;

    integers!(
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64)
    );

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.text(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        serde_json::to_writer(self, &value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        serde_json::to_writer(self, &value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        if value.bytes().fold(false, |any, byte| any | (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
            return serde_json::to_writer(self, value);
        }
        self.quoted(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.text("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.quoted(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut object = Compound::object(self);
        object.field(variant, value)?;
        object.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'j, 'h>, Error> {
        Ok(Compound::list(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'j, 'h>, Error> {
        Ok(Compound::list(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'j, 'h>, Error> {
        Ok(Compound::list(self))
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Compound<'j, 'h>, Error> {
        self.name(b'{', variant);
        Ok(Compound { closing: "]}", ..Compound::list(self) })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'j, 'h>, Error> {
        Ok(Compound::object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'j, 'h>, Error> {
        Ok(Compound::object(self))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Compound<'j, 'h>, Error> {
        self.name(b'{', variant);
        Ok(Compound { closing: "}}", ..Compound::object(self) })
    }
}

macro_rules! compounds {
    ($($kind:ident: $add:ident = $member:ident($($name:ident)?)),* $(,)?) => {
        $(impl ser::$kind for Compound<'_, '_> {
            type Ok = ();
            type Error = Error;

            #[inline]
            fn $add<T: Serialize + ?Sized>(&mut self, $($name: &'static str,)? value: &T) -> Result<(), Error> {
                self.$member($($name,)? value)
            }

            #[inline]
            fn end(self) -> Result<(), Error> {
                self.close()
            }
        })*
    };
}

compounds!(
    SerializeSeq: serialize_element = member(),
    SerializeTuple: serialize_element = member(),
    SerializeTupleStruct: serialize_field = member(),
    SerializeTupleVariant: serialize_field = member(),
    SerializeStruct: serialize_field = field(name),
    SerializeStructVariant: serialize_field = field(name),
);

impl ser::SerializeMap for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    /// Only texts and names of variants are keys here.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.member(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.json.byte(b':');
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, OffsetUnit, analyze, explain};
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[track_caller]
    fn assert_same(value: &(impl Serialize + ?Sized)) {
        let mut written = String::new();
        write(value, &mut |piece| written.push_str(str::from_utf8(piece).expect("whole characters"))).expect("JSON");
        assert_eq!(written, serde_json::to_string(value).expect("JSON"));
    }

    #[test]
    fn analyses_are_written_as_by_serde_json() {
        let text = include_str!("../tests/articles/aid.txt");
        assert_same(&analyze(text, OffsetUnit::Utf16));
        assert_same(&explain::explain(&crate::Annotated::read(text, OffsetUnit::Utf16), Locale::ARABIC));
        // Longer than a piece.
        assert_same(&analyze(&text.repeat(40), OffsetUnit::Char));
    }

    #[test]
    fn whatever_serde_has_is_written_as_by_serde_json() {
        #[derive(Serialize)]
        enum Any {
            Unit,
            New(u8),
            Pair(i8, Option<char>),
            Fields { a: (), b: [f32; 2] },
        }
        #[derive(Serialize)]
        struct Empty {}
        #[derive(Serialize)]
        struct Tuple(i64, u64);
        assert_same(&(Any::Unit, Any::New(0), Any::Pair(-7, Some('"')), Any::Fields { a: (), b: [0.5, f32::NAN] }));
        assert_same(&(Empty {}, [0u8; 0], Tuple(i64::MIN, u64::MAX), (1u32 << 31, -1i32, u32::MAX, 1u64 << 32), "a".repeat(PIECE + 1)));
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(|value| json!(value)),
            any::<i64>().prop_map(|value| json!(value)),
            any::<u64>().prop_map(|value| json!(value)),
            any::<f64>().prop_map(|value| json!(value)),
            any::<String>().prop_map(|value| json!(value)),
            "[a-zء-ي\"\\\\\n\u{7f}😀]{0,40}".prop_map(|value| json!(value)),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(|list| json!(list)),
                prop::collection::btree_map(any::<String>(), inner, 0..6).prop_map(|fields| json!(fields)),
            ]
        })
    }

    proptest! {
        #[test]
        fn all_json_is_written_as_by_serde_json(value in any_json()) {
            assert_same(&value);
        }
    }
}
