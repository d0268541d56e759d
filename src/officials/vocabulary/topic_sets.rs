//! Topics of the lexicon that this stage asks for together.

use crate::lexicon::{Topic, topic};

/// Words of an office or a title.
pub const OFFICE_OR_TITLE: &[Topic] = &[topic::OFFICE_HEADS, topic::TITLES, topic::OFFICE_MODIFIERS];
/// Nouns and places, before which a name ends if they have a clitic.
pub const NOUNS: &[Topic] =
    &[topic::COMMON_WORDS, topic::OFFICE_BODIES, topic::OFFICE_HEADS, topic::TITLES, topic::COUNTRIES, topic::CITIES];
/// Verbs in every form, the jussive among them («يشر»), that their stems do not show.
pub const VERB_FORMS: &[Topic] = &[topic::REPORTING_VERBS, topic::VERBS];
/// Words that are a name or may lead to one, whatever stands before them.
pub const LEADS_TO_NAME: &[Topic] =
    &[topic::NAMESAKES, topic::OFFICE_HEADS, topic::TITLES, topic::KNOWN_HOLDERS, topic::NAMES, topic::NAME_PARTICLES];
