//! What a column of a table may say, as an enum: each value once, beside its name in the file.

macro_rules! column {
    ($(#[$attribute:meta])* $visible:vis enum $Column:ident: $file:literal { $($(#[$note:meta])* $Value:ident = $name:literal,)+ }) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $Column {
            $($(#[$note])* $Value,)+
        }

        impl $Column {
            /// The value of this name. Panics if there is none: a word about the file, not about a text.
            $visible fn named(name: &str) -> $Column {
                match name {
                    $($name => $Column::$Value,)+
                    other => $crate::lexicon::unknown_value($file, other),
                }
            }
        }
    };
}
pub(crate) use column;

#[cold]
pub(crate) fn unknown_value(file: &str, name: &str) -> ! {
    panic!("{file}.tsv: no value {name:?}")
}
