//! The form of a verb of saying.

use crate::attribution::lexis::{Frames, Verb};
use crate::text::Clitics;

/// The form of a verb, as far as its spelling tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) past: bool,
    pub(super) first_person: bool,
    /// Third person masculine singular past.
    pub(super) masculine: bool,
    /// A present without subject that is rather a passive: يُعتبر، تبيّن.
    pub(super) passive_present: bool,
    /// An object pronoun is attached.
    pub(super) with_pronoun: bool,
    /// Third person of the masculine dual of the past, or a verbal noun in the accusative: ردا.
    pub(super) dual: bool,
    /// Third person feminine singular.
    pub(super) feminine: bool,
    /// Third person of the masculine plural.
    pub(super) plural: bool,
}

impl Form {
    /// The form of a verb that stands as `word`, folded, with these clitics attached.
    pub(super) fn of(word: &str, clitics: Clitics, verb: &Verb) -> Form {
        let mut word = word;
        for (clitic, letter) in [(Clitics::WA, 'و'), (Clitics::FA, 'ف'), (Clitics::SA, 'س')] {
            if clitics.has(clitic) {
                word = word.strip_prefix(letter).unwrap_or(word);
            }
        }
        let stem = verb.past.strip_suffix(['ي', 'ا']).unwrap_or(verb.past);
        let us = verb.frames.has(Frames::US);
        let past = us || word.starts_with(stem) && !(stem.starts_with('ا') && word.len() < stem.len());
        let first_person = if us {
            false
        } else if past {
            word.ends_with("نا") && word.len() > verb.past.len() + 2
        } else {
            word.starts_with(['ن', 'ا'])
        };
        Form {
            past,
            first_person,
            masculine: word == verb.past,
            with_pronoun: clitics.has(Clitics::PRONOUN),
            dual: past && word.strip_suffix('ا') == Some(verb.past),
            feminine: if past { word.ends_with('ت') } else { word.starts_with('ت') },
            plural: past && word.ends_with("وا") || !past && word.ends_with("ون"),
            passive_present: !past && verb.frames.has(Frames::JUDGE) || word == "تبين",
        }
    }
}
