//! What one word of a sentence is: a noun, a verb, a preposition …

use crate::lexicon::column;
use crate::text::Clitics;

/// What a token is in its sentence. Whatever is not known to be anything else is a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A noun, an adjective or a name.
    Noun,
    /// A country or city.
    Place,
    /// A finite verb.
    Verb,
    /// في، على، من
    Preposition,
    /// و، أو، ثم: standing alone
    Conjunction,
    /// Opens a clause: أن، حيث.
    Subordinator,
    /// الذي، التي
    Relative,
    /// هو، هي
    Pronoun,
    /// هذا، تلك
    Demonstrative,
    /// لا، لم، ليس
    Negation,
    /// قد، سوف، إلا
    Particle,
    /// كان and its sisters.
    Auxiliary,
    /// A word of time or place that is no part of a name or office.
    Adverb,
    /// كل، بعض
    Quantifier,
    /// In digits or words, and no amount of money.
    Number,
    /// Part of an amount of money.
    Amount,
    /// A word in another script.
    Foreign,
    /// An opening or closing quotation mark.
    Quote,
    /// A hyphen, slash or the like between words.
    Joint,
    /// An opening or closing bracket.
    Bracket,
    /// Latin or Arabic.
    Comma,
    /// Full stop, semicolon, colon and whatever else ends a clause.
    Stop,
}

column! {
    /// What a noun says about the phrase it heads.
    pub enum NounKind: "noun_kinds" {
        /// An organisation or authority.
        Body = "body",
        /// Persons: سكان، نازحون.
        People = "people",
        /// Stands before a person's name: الرئيس، رجل الأعمال.
        Title = "title",
        /// An activity: ل before it opens a purpose.
        Activity = "masdar",
        /// An activity done to somebody: دعم، مساعدة.
        Aid = "aid",
        /// من after it names what is counted: عدد من البرامج.
        Quantity = "quantity",
        /// An organisation or a quantity, which the word behind it decides: [`super::classify`] leaves none.
        Group = "group",
        /// Its complement behind ل belongs to the phrase: الوكالة التابعة للوزارة.
        Joined = "joined",
        /// A time: العام، الأسبوع.
        Time = "time",
        /// Describes an indefinite noun and is no genitive of it: قرض جديد.
        Adjective = "adjective",
        /// Behind في no place but a circumstance: في إطار، في ظل.
        Setting = "setting",
    }
}

/// One word of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// What it is in its sentence.
    pub class: Class,
    /// What is attached to it. Of an unknown word, what its spelling suggests.
    pub clitics: Clitics,
    /// Bytes that the conjunction and the preposition take.
    pub outside: u8,
    /// Tokens of the name or expression that begins here: 1 for a word by itself, 0 inside one.
    pub tokens: u8,
    /// Of a noun that the lexicon knows as the head of something.
    pub kind: Option<NounKind>,
}

impl Word {
    /// Nothing more can follow it in the construct state: it has the article or a pronoun, or is a name.
    pub fn is_closed(self) -> bool {
        self.class == Class::Place || self.clitics.has_any(Clitics::AL.with(Clitics::PRONOUN))
    }

    /// It may head a noun phrase or stand in one.
    pub fn is_nominal(self) -> bool {
        matches!(self.class, Class::Noun | Class::Place | Class::Foreign)
    }

    /// و or ف is attached to it.
    pub fn has_conjunction(self) -> bool {
        self.clitics.has_any(Clitics::CONJUNCTION)
    }

    /// ب, ل or ك is attached to it.
    pub fn has_preposition(self) -> bool {
        self.clitics.has_any(Clitics::PREPOSITION)
    }

    /// A clause may end before it.
    pub fn ends_clause(self) -> bool {
        matches!(self.class, Class::Stop | Class::Subordinator)
    }
}
