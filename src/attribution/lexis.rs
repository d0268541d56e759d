//! The lexicon as attribution reads it: verbs of saying, reporting phrases, nouns that speak.

use crate::analysis::Stance;
use crate::lexicon::{Spelt, column, lexicon, topic};
use crate::phrases::{Class, function_class};
use std::sync::LazyLock;

/// What makes a verb of saying a cue; a set. See `reporting_verbs.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frames(u32);

impl Frames {
    /// أن، إن، a colon or a quotation follows.
    pub const THAT: Frames = Frames(1);
    /// Its bare object, beside a speaker.
    pub const OBJECT: Frames = Frames(2);
    /// A complement with عن.
    pub const ABOUT: Frames = Frames(4);
    /// A complement with ب.
    pub const BY: Frames = Frames(8);
    /// A complement with إلى.
    pub const TO: Frames = Frames(16);
    /// A complement with على.
    pub const ON: Frames = Frames(32);
    /// A complement with في.
    pub const IN: Frames = Frames(64);
    /// A complement with من.
    pub const FROM: Frames = Frames(128);
    /// Its bare object, where the speaker is a document.
    pub const DOCUMENT: Frames = Frames(256);
    /// Its bare object, in the past or behind its subject.
    pub const JUDGE: Frames = Frames(512);
    /// Its object and a word of blame.
    pub const BLAME: Frames = Frames(1024);
    /// Its object and إلى.
    pub const ATTRIBUTE: Frames = Frames(2048);
    /// The speaker of the last saying goes on: وأضاف.
    pub const CONTINUING: Frames = Frames(4096);
    /// Only where it opens its clause and أن or a quotation follows.
    pub const HOMOGRAPH: Frames = Frames(8192);
    /// No frame: its past begins with a plain alef, so that one with hamza is the first person.
    pub const PLAIN_ALIF: Frames = Frames(16384);
    /// Passes on what the one behind عن said.
    pub const RELAY: Frames = Frames(32768);
    /// A speaker right behind it is enough.
    pub const PLAIN: Frames = Frames(65536);
    /// Has it from the one behind من, or knows it.
    pub const LEARN: Frames = Frames(131072);
    pub const WHOM: Frames = Frames(262144);
    /// Its object is the writer.
    pub const US: Frames = Frames(524288);

    const NAMES: [(&str, Frames); 20] = [
        ("that", Frames::THAT),
        ("object", Frames::OBJECT),
        ("about", Frames::ABOUT),
        ("by", Frames::BY),
        ("to", Frames::TO),
        ("on", Frames::ON),
        ("in", Frames::IN),
        ("from", Frames::FROM),
        ("document", Frames::DOCUMENT),
        ("judge", Frames::JUDGE),
        ("blame", Frames::BLAME),
        ("attribute", Frames::ATTRIBUTE),
        ("continuing", Frames::CONTINUING),
        ("homograph", Frames::HOMOGRAPH),
        ("plain_alif", Frames::PLAIN_ALIF),
        ("relay", Frames::RELAY),
        ("plain", Frames::PLAIN),
        ("learn", Frames::LEARN),
        ("whom", Frames::WHOM),
        ("us", Frames::US),
    ];

    /// Only behind «بحسب ما» and the like is the verb a cue.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Has any of `frame`.
    pub fn has(self, frame: Frames) -> bool {
        self.0 & frame.0 != 0
    }

    /// The frames of both.
    pub const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    fn parse(names: &str) -> Frames {
        Frames(names.split_whitespace().fold(0, |set, name| {
            let frame = Frames::NAMES.iter().find(|(known, _)| *known == name);
            set | frame.unwrap_or_else(|| panic!("no frame {name}")).1.0
        }))
    }
}

/// A verb of saying.
#[derive(Debug)]
pub struct Verb {
    pub stance: Stance,
    pub frames: Frames,
    /// Its past, third person masculine singular, folded: أعلن as اعلن.
    pub past: &'static str,
}

column! {
    /// What a reporting phrase does. See `reporting_phrases.tsv`.
    pub enum PhraseRole: "reporting_phrases" {
        According = "according",
        As = "as",
        Within = "within",
        Impersonal = "impersonal",
        Participle = "participle",
        Forecast = "forecast",
        Revision = "revision",
        Charge = "charge",
        Levelled = "levelled",
        Opener = "opener",
        Connector = "connector",
        Speaking = "speaking",
        Manner = "manner",
        Subordinate = "subordinate",
        That = "that",
        Withholding = "withholding",
        Identity = "identity",
        Deed = "deed",
        Figure = "figure",
        Blame = "blame",
        Wherein = "wherein",
        Topic = "topic",
        Tag = "tag",
        Thus = "thus",
        Silence = "silence",
        Veil = "veil",
        List = "list",
    }
}

/// A reporting phrase.
#[derive(Debug)]
pub struct Reporting {
    pub role: PhraseRole,
    pub stance: Stance,
    pub contrast: Option<Contrast>,
}

column! {
    /// Where a phrase may set a second speaker's words beside the first one's.
    pub enum Contrast: "reporting_phrases" {
        /// Wherever it stands: بينما.
        Always = "always",
        /// Behind a comma: «…، لكن».
        Paused = "paused",
    }
}

column! {
    /// What kind of source a noun makes of its phrase. See `speakers.tsv`.
    pub enum SpeakerClass: "speakers" {
        Office = "office",
        Expert = "expert",
        Unnamed = "unnamed",
        Vague = "vague",
        Document = "document",
        Estimate = "estimate",
        Institution = "institution",
        Media = "media",
        Quantity = "quantity",
        Occasion = "occasion",
    }
}

column! {
    /// What a word does within the noun phrase of a source. See `source_words.tsv`.
    pub enum SourceWord: "source_words" {
        Time = "time",
        Same = "same",
        Former = "former",
        Belonging = "belonging",
        About = "about",
        Responsible = "responsible",
        Near = "near",
        Informed = "informed",
        Supervising = "supervising",
        Issuing = "issuing",
        Issued = "issued",
        Told = "told",
        One = "one",
        Plural = "plural",
        /// آخر، أخرى
        Other = "other",
    }
}

column! {
    /// What a small word does around a verb of saying. See `cue_words.tsv`.
    pub enum CueWord: "cue_words" {
        Unsaid = "unsaid",
        Back = "back",
        Therein = "therein",
        Saying = "saying",
        Resuming = "resuming",
        Earlier = "earlier",
        All = "all",
    }
}

/// A noun that can speak.
#[derive(Debug)]
pub struct Speaking {
    pub class: SpeakerClass,
    /// An honorific.
    pub title: bool,
    /// A body whose head is no official.
    pub private: bool,
    /// Where something was said.
    pub occasion: bool,
    /// No part of the source.
    pub outside: bool,
    /// One of them: an unnamed or vague source is several otherwise.
    pub single: bool,
    /// Speaks for the outlet it reports for.
    pub press: bool,
    /// A rule to act by rather than a report: وفق القانون attributes nothing.
    pub norm: bool,
}

/// What the rows of the topics say that attribution uses, by row number.
pub struct Lexis {
    /// Of each row of `common_words.tsv`: its words are adjectives.
    pub qualities: Vec<bool>,
    pub verb: Vec<Verb>,
    pub phrase: Vec<Reporting>,
    pub speaker: Vec<Speaking>,
    pub source_words: Spelt<SourceWord>,
    pub cue_words: Spelt<CueWord>,
    pub function: Vec<Class>,
}

/// The typed rows, parsed at the first call.
pub fn lexis() -> &'static Lexis {
    static LEXIS: LazyLock<Lexis> = LazyLock::new(Lexis::load);
    &LEXIS
}

impl Lexis {
    fn load() -> Lexis {
        let lexicon = lexicon();
        Lexis {
            qualities: lexicon.rows(topic::COMMON_WORDS).iter().map(|row| row.fields[0] == "quality").collect(),
            verb: lexicon
                .rows(topic::REPORTING_VERBS)
                .iter()
                .map(|row| Verb { stance: stance(row.fields[0]), frames: Frames::parse(row.fields[1]), past: row.phrases[0] })
                .collect(),
            phrase: lexicon
                .rows(topic::REPORTING_PHRASES)
                .iter()
                .map(|row| Reporting {
                    role: PhraseRole::named(row.fields[0]),
                    stance: stance(row.fields[1]),
                    contrast: (!row.fields[2].is_empty()).then(|| Contrast::named(row.fields[2])),
                })
                .collect(),
            speaker: lexicon
                .rows(topic::SPEAKERS)
                .iter()
                .map(|row| {
                    let marked = |mark| row.fields[1].split_whitespace().any(|m| m == mark);
                    Speaking {
                        class: SpeakerClass::named(row.fields[0]),
                        title: marked("title"),
                        private: marked("private"),
                        occasion: marked("occasion"),
                        outside: marked("outside"),
                        single: marked("single"),
                        press: marked("press"),
                        norm: marked("norm"),
                    }
                })
                .collect(),
            source_words: Spelt::read(topic::SOURCE_WORDS, |fields| SourceWord::named(fields[0])),
            cue_words: Spelt::read(topic::CUE_WORDS, |fields| CueWord::named(fields[0])),
            function: lexicon.rows(topic::FUNCTION_WORDS).iter().map(|row| function_class(row.fields[0])).collect(),
        }
    }
}

fn stance(name: &str) -> Stance {
    match name {
        "" | "neutral" => Stance::Neutral,
        "assertive" => Stance::Assertive,
        "presupposing" => Stance::Presupposing,
        "doubtful" => Stance::Doubtful,
        "accusing" => Stance::Accusing,
        "denying" => Stance::Denying,
        "directive" => Stance::Directive,
        other => panic!("no stance {other}"),
    }
}
