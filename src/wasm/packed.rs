//! Values on their way to JavaScript as rows of 32-bit words, of which `unpack.js` makes objects. As JSON, numbers and names would be spelt out
//! only to be read again letter by letter: a fifth of an analysis.
//!
//! A value is a word, with its [`Kind`] in the lowest bits and what the kind says in the others; what belongs to it follows. Strings stand one
//! behind the other in a text beside the words, names, which occur over and over, in a table that is told last.

use super::values::error;
use rustc_hash::FxHashMap;
use serde::de::value::Error;
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/wasm/unpack.js")]
extern "C" {
    type Unpacker;
    #[wasm_bindgen(constructor)]
    fn new() -> Unpacker;
    /// A piece of a value: words, and the strings that belong to them.
    #[wasm_bindgen(method)]
    fn keep(this: &Unpacker, words: &[u32], text: &str);
    /// The value, with its last piece, and the names that were not told before, each with a line end behind it.
    #[wasm_bindgen(method)]
    fn unpack(this: &Unpacker, words: &[u32], text: &str, names: &str) -> JsValue;
}

/// What a word is; `unpack.js` has the same numbers.
#[derive(Clone, Copy)]
enum Kind {
    /// [`NULL`], [`ABSENT`], [`FALSE`] or [`TRUE`].
    Constant,
    /// A whole number that has room in the word.
    Whole,
    /// Any other number: the lower and the higher half of its bits follow.
    Float,
    /// A name, by its line in the table.
    Name,
    /// A string, by its length in UTF-16 code units.
    String,
    /// So many values follow.
    List,
    /// Its fields follow. In the table it has their names, with spaces between them.
    Object,
}

const NULL: u32 = 0;
/// A field that is left out.
const ABSENT: u32 = 1;
const FALSE: u32 = 2;
const TRUE: u32 = 3;

const KIND_BITS: u32 = 3;

/// A value of more words goes over in pieces. In one, that of a long page would take half as much as its text, in a memory that never shrinks.
const PIECE: usize = 1 << 14;

/// What takes values over, one after the other. A name is told once.
pub struct Packer {
    words: Vec<u32>,
    text: String,
    names: Names,
    unpacker: Unpacker,
}

impl Default for Packer {
    fn default() -> Packer {
        Packer { words: Vec::new(), text: String::new(), names: Names::default(), unpacker: Unpacker::new() }
    }
}

impl Packer {
    /// Plain objects, lists, strings, numbers and booleans; `null` for `None`, nothing for a field that is skipped. An error if anything else
    /// is in it: a map, a tuple, a variant that holds something.
    pub fn to_js<T: JsCast>(&mut self, value: &impl Serialize) -> Result<T, JsError> {
        if let Err(problem) = value.serialize(&mut *self) {
            *self = Packer::default();
            return Err(error(problem));
        }
        let value = self.unpacker.unpack(&self.words, &self.text, &self.names.untold());
        self.empty();
        Ok(value.unchecked_into())
    }

    fn put(&mut self, kind: Kind, what: u32) -> Result<(), Error> {
        self.push(kind as u32 | what << KIND_BITS);
        Ok(())
    }

    fn push(&mut self, word: u32) {
        if self.words.len() == PIECE {
            self.unpacker.keep(&self.words, &self.text);
            self.empty();
        }
        self.words.push(word);
    }

    fn empty(&mut self) {
        self.words.clear();
        self.text.clear();
    }
}

/// The names of variants and, for each struct, those of its fields.
#[derive(Default)]
struct Names {
    table: Vec<Cow<'static, str>>,
    places: FxHashMap<&'static str, u32>,
    /// How many JavaScript knows.
    told: usize,
}

impl Names {
    /// Its place in the table, and whether it is new there.
    fn place(&mut self, name: &'static str) -> (u32, bool) {
        let next = self.table.len() as u32;
        let place = *self.places.entry(name).or_insert(next);
        if place == next {
            self.table.push(Cow::Borrowed(name));
        }
        (place, place == next)
    }

    /// Those that JavaScript does not know yet, each with a line end behind it.
    fn untold(&mut self) -> String {
        let untold = self.table[self.told..].iter().flat_map(|name| [name, "\n"]).collect();
        self.told = self.table.len();
        untold
    }
}

/// All numbers are what they are in JavaScript.
macro_rules! numbers {
    ($($serialize:ident($number:ty))*) => {
        $(fn $serialize(self, number: $number) -> Result<(), Error> {
            self.serialize_f64(number as f64)
        })*
    };
}

macro_rules! unfit {
    ($($serialize:ident($($argument:ty),*) -> $returned:ty;)*) => {
        $(fn $serialize(self, $(_: $argument),*) -> Result<$returned, Error> {
            Err(Error::custom(concat!(stringify!($serialize), ": no value of this kind goes over the boundary")))
        })*
    };
}

impl<'a> Serializer for &'a mut Packer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeStruct = Fields<'a>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(Kind::Constant, if value { TRUE } else { FALSE })
    }

    numbers! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_f32(f32)
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        let whole = number as u32;
        if f64::from(whole) == number && whole < 1 << (u32::BITS - KIND_BITS) {
            return self.put(Kind::Whole, whole);
        }
        let bits = number.to_bits();
        self.put(Kind::Float, 0)?;
        self.push(bits as u32);
        self.push((bits >> u32::BITS) as u32);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.put(Kind::String, text.encode_utf16().count() as u32)?;
        self.text.push_str(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.put(Kind::Constant, NULL)
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Error> {
        let (place, _) = self.names.place(name);
        self.put(Kind::Name, place)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Error> {
        let length = length.ok_or_else(|| Error::custom("a list of unknown length"))?;
        self.put(Kind::List, length as u32)?;
        Ok(self)
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'a>, Error> {
        let (place, is_new) = self.names.place(name);
        self.put(Kind::Object, place)?;
        Ok(Fields { packer: self, place, names: is_new.then(Vec::new) })
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(self, _: &'static str, _: u32, name: &'static str, _: &T) -> Result<(), Error> {
        self.serialize_tuple_variant("", 0, name, 1).map(|_| ())
    }

    unfit! {
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

impl SerializeSeq for &mut Packer {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

/// An object on its way.
pub struct Fields<'a> {
    packer: &'a mut Packer,
    /// Where the table has the names of its fields.
    place: u32,
    /// These, if it is the first of its kind.
    names: Option<Vec<&'static str>>,
}

impl SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.names.iter_mut().for_each(|names| names.push(name));
        value.serialize(&mut *self.packer)
    }

    fn skip_field(&mut self, name: &'static str) -> Result<(), Error> {
        self.names.iter_mut().for_each(|names| names.push(name));
        self.packer.put(Kind::Constant, ABSENT)
    }

    fn end(self) -> Result<(), Error> {
        if let Some(names) = self.names {
            self.packer.names.table[self.place as usize] = Cow::Owned(names.join(" "));
        }
        Ok(())
    }
}
