//! The topics of the lexicon that this stage reads.

use crate::lexicon::Topic;

pub const HEADS: Topic = Topic::named("office_heads");
pub const BODIES: Topic = Topic::named("office_bodies");
pub const MODIFIERS: Topic = Topic::named("office_modifiers");
/// Words between office and name that belong to neither.
pub const ASIDES: Topic = Topic::named("office_asides");
/// Words that say how far an office reaches.
pub const OFFICE_REACH: Topic = Topic::named("office_words");
pub const TITLES: Topic = Topic::named("titles");
pub const NAMES: Topic = Topic::named("names");
pub const PARTICLES: Topic = Topic::named("name_particles");
pub const DOUBTFUL_NAMES: Topic = Topic::named("doubtful_names");
pub const AROUND_NAMES: Topic = Topic::named("around_names");
pub const NAMESAKES: Topic = Topic::named("namesakes");
pub const LEADING: Topic = Topic::named("leading");
/// Behind these stands a predecessor or successor.
pub const SUCCESSION: Topic = Topic::named("succession");
pub const HOLDERS: Topic = Topic::named("known_holders");
/// Every form of the verbs and nouns of appointing.
pub const APPOINTING: Topic = Topic::named("appointing");
pub const VERBS: Topic = Topic::named("verb_stems");
pub const COMMON: Topic = Topic::named("common_words");
pub const FUNCTION: Topic = Topic::named("function_words");
pub const NUMERALS: Topic = Topic::named("numerals");
/// Names of letters: «إس».
pub const LETTERS: Topic = Topic::named("spelt_letters");
pub const COUNTRIES: Topic = Topic::named("countries");
pub const CITIES: Topic = Topic::named("cities");
/// «نيو», «سانتا»: the word behind belongs to the place.
pub const PLACE_OPENERS: Topic = Topic::named("place_openers");
pub const NISBAS: Topic = Topic::named("nisbas");

/// Words of an office or a title.
pub const OFFICE_WORDS: &[Topic] = &[HEADS, TITLES, MODIFIERS];
/// Nouns and places, before which a name ends if they have a clitic.
pub const NOUNS: &[Topic] = &[COMMON, BODIES, HEADS, TITLES, COUNTRIES, CITIES];
/// Verbs in every form, the jussive among them («يشر»), that their stems do not show.
pub const VERB_FORMS: &[Topic] = &[Topic::named("reporting_verbs"), Topic::named("verbs")];
/// Words that are a name or may lead to one, whatever stands before them.
pub const LEADS_TO_NAME: &[Topic] = &[NAMESAKES, HEADS, TITLES, HOLDERS, NAMES, PARTICLES];
