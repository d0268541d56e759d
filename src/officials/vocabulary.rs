//! What a word may be in a name or an office: the topics of the lexicon this stage reads, their fields parsed once, and
//! a word's sort by them, by its endings and by its shape.

use super::stems::Stems;
use crate::analysis::OfficialKind;
use crate::lexicon::inflection::verb_forms;
use crate::lexicon::{Match, Topic, WordId, lexicon};
use crate::text::{Block, Clitics, Phrase, Reading, TokenKind, fold};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// How many hold the office a head opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Holders {
    One,
    Many,
    /// Accusative: somebody becomes it (وزيراً).
    Role,
    /// The office of somebody named before (نظيره).
    Peer,
}

/// A row of `office_heads.tsv`.
pub(super) struct Head {
    pub holders: Holders,
    pub kind: Option<OfficialKind>,
    /// The body or office behind it outranks its own kind.
    pub by_body: bool,
    /// With the article, an office without anything behind it.
    pub alone: bool,
    pub links_li: bool,
    pub links_fi: bool,
    pub links_name: bool,
    /// What follows is a place, even one the lexicon does not know.
    pub rules_place: bool,
    /// A known place behind it makes it an office of the state: «أمين جدة».
    pub by_place: bool,
}

/// A row of `office_bodies.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Body {
    Public(OfficialKind),
    /// A company, club, university, charity or paper.
    Private,
    Field,
    Area,
    /// An area with a government of its own.
    Province,
    Plain,
}

/// A row of `titles.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Title {
    Honorific,
    Royal,
    Ruler,
    Rank,
    Trade,
}

/// What a word is where a name may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// A name that opens a name anywhere.
    Given,
    /// A name that is also a common word.
    Shared,
    /// A name that closes one.
    Family,
    /// بن، أبو، آل، عبد: the next word belongs to it.
    Kin,
    /// فون، دي: between two words of a transliterated name.
    Foreign,
    /// الدين، الله: closes a compound.
    Second,
    /// الثالث, عشر, الابن: closes the name of a ruler, or of a namesake's son.
    Regnal,
    /// With the article, and nothing the lexicon knows: a family name, if a name stands here.
    Definite,
    /// Nothing the lexicon knows.
    Unknown,
    /// A nisba of a country, or another adjective that may be a family name.
    Nisba,
    Place,
    Verb,
    /// Anything else: function words, common nouns, titles, offices, names with a clitic, marks, numbers.
    Other,
}

pub(super) struct Vocabulary {
    pub heads: Topic,
    head_rows: Vec<Head>,
    pub bodies: Topic,
    body_rows: Vec<Body>,
    /// Bodies with a name of their own: no genitive follows.
    proper_rows: Vec<bool>,
    pub modifiers: Topic,
    numerals: Topic,
    /// Of each row of `numerals.tsv`: a number below ten.
    unit_rows: Vec<bool>,
    /// Modifiers that say of what kind of body an office is.
    modifier_kinds: Vec<Option<OfficialKind>>,
    pub titles: Topic,
    title_rows: Vec<Title>,
    /// Titles that are common nouns as well.
    noun_titles: Vec<bool>,
    particles: Topic,
    particle_rows: Vec<Sort>,
    names: Topic,
    name_rows: Vec<Sort>,
    /// Verbs in every form, the jussive among them («يشر»), that their stems do not show.
    verb_forms: [Topic; 2],
    verbs: Stems,
    say_rows: Vec<bool>,
    /// Every form of the verbs and nouns of appointing, folded. Each word of a text is looked up here.
    appointing: FxHashSet<String>,
    /// The topic, and its words.
    common: (Topic, Stems),
    quality_rows: Vec<bool>,
    function: Topic,
    pub countries: Topic,
    pub cities: Topic,
    pub nisbas: Topic,
    /// Words between office and name that belong to neither.
    pub asides: Topic,
    /// «نيو», «سانتا»: the word behind belongs to the place.
    pub place_openers: Topic,
    /// Names of letters: «إس».
    pub letters: Topic,
    namesakes: Topic,
    leading: Topic,
    /// «بحضور»: who is named next is only there.
    beside_rows: Vec<bool>,
    /// Behind these stands a predecessor or successor.
    pub succession: Topic,
    holders: Topic,
    holder_kinds: Vec<OfficialKind>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::load);

pub(super) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

fn kind_named(name: &str) -> Option<OfficialKind> {
    match name {
        "state" => Some(OfficialKind::State),
        "igo" => Some(OfficialKind::Igo),
        "party" => Some(OfficialKind::Party),
        _ => None,
    }
}

/// The rows of a topic by one reading of their fields.
fn rows<T>(topic: Topic, parse: impl Fn(&[&str]) -> T) -> Vec<T> {
    lexicon().rows(topic).iter().map(|row| parse(row.fields)).collect()
}

fn appointing(verbs: Topic) -> FxHashSet<String> {
    let rows = lexicon().rows(verbs).iter().filter(|row| row.fields[0] == "appoint");
    let mut forms = FxHashSet::default();
    for stem in rows.flat_map(|row| row.phrases.iter().copied()) {
        // The notation wants a past and a present: a present may stand for both, a past gets one whose forms are dropped.
        let present = if stem.starts_with('ي') { stem } else { "ي" };
        let all = verb_forms(&format!("{stem}/{present}")).unwrap_or_default();
        forms.extend(
            all.into_iter().filter(|form| present == stem || form.chars().next() == stem.chars().next()).map(|form| fold(&form).shadow),
        );
    }
    forms
}

impl Vocabulary {
    fn load() -> Vocabulary {
        let heads = Topic::named("office_heads");
        let bodies = Topic::named("office_bodies");
        let modifiers = Topic::named("office_modifiers");
        let numerals = Topic::named("numerals");
        let titles = Topic::named("titles");
        let particles = Topic::named("name_particles");
        let names = Topic::named("names");
        let verbs = Topic::named("verb_stems");
        let common = Topic::named("common_words");
        Vocabulary {
            heads,
            head_rows: rows(heads, |f| Head {
                holders: match f[0] {
                    "many" => Holders::Many,
                    "role" => Holders::Role,
                    "peer" => Holders::Peer,
                    _ => Holders::One,
                },
                kind: kind_named(f[1]),
                by_body: f[2] == "body",
                alone: f[3] == "yes",
                links_li: f[4].contains("li"),
                links_fi: f[4].contains("fi"),
                links_name: f[4].contains("name"),
                rules_place: f[3] == "ruler",
                by_place: f[3] == "place",
            }),
            bodies,
            body_rows: rows(bodies, |f| match f[0] {
                "private" => Body::Private,
                "field" => Body::Field,
                "area" => Body::Area,
                "province" => Body::Province,
                "plain" => Body::Plain,
                kind => Body::Public(kind_named(kind).expect("office_bodies.tsv names its sorts")),
            }),
            proper_rows: rows(bodies, |f| f[1] == "proper"),
            modifiers,
            numerals,
            unit_rows: rows(numerals, |f| f[0] == "unit"),
            modifier_kinds: rows(modifiers, |f| kind_named(f[0])),
            titles,
            title_rows: rows(titles, |f| match f[0] {
                "ruler" => Title::Ruler,
                "royal" => Title::Royal,
                "rank" => Title::Rank,
                "trade" => Title::Trade,
                _ => Title::Honorific,
            }),
            noun_titles: rows(titles, |f| f[1] == "noun"),
            particles,
            particle_rows: rows(particles, |f| match f[0] {
                "kin" => Sort::Kin,
                "foreign" => Sort::Foreign,
                "regnal" => Sort::Regnal,
                _ => Sort::Second,
            }),
            names,
            name_rows: rows(names, |f| match f[0] {
                "given" => Sort::Given,
                "shared" => Sort::Shared,
                _ => Sort::Family,
            }),
            verb_forms: [Topic::named("reporting_verbs"), Topic::named("verbs")],
            verbs: Stems::of(verbs),
            say_rows: rows(verbs, |f| f[0] == "say"),
            appointing: appointing(verbs),
            common: (common, Stems::of(common)),
            quality_rows: rows(common, |f| f[0] == "quality"),
            function: Topic::named("function_words"),
            countries: Topic::named("countries"),
            cities: Topic::named("cities"),
            nisbas: Topic::named("nisbas"),
            asides: Topic::named("office_asides"),
            place_openers: Topic::named("place_openers"),
            letters: Topic::named("spelt_letters"),
            namesakes: Topic::named("namesakes"),
            leading: Topic::named("leading"),
            beside_rows: rows(Topic::named("leading"), |f| f[0] == "beside"),
            succession: Topic::named("succession"),
            holders: Topic::named("known_holders"),
            holder_kinds: rows(Topic::named("known_holders"), |f| kind_named(f[0]).expect("known_holders.tsv names its kinds")),
        }
    }

    pub fn head(&self, row: usize) -> &Head {
        &self.head_rows[row]
    }

    pub fn body(&self, row: usize) -> Body {
        self.body_rows[row]
    }

    pub fn is_proper(&self, row: usize) -> bool {
        self.proper_rows[row]
    }

    pub fn modifier_kind(&self, row: usize) -> Option<OfficialKind> {
        self.modifier_kinds[row]
    }

    pub fn title(&self, row: usize) -> Title {
        self.title_rows[row]
    }

    /// «الفريق» is a team more often than a general.
    pub fn is_noun_title(&self, row: usize) -> bool {
        self.noun_titles[row]
    }

    /// The sort of a word in a place where a name may begin or go on.
    pub fn sort(&self, block: &Block, at: usize) -> Sort {
        if !block.is_word(at) {
            return Sort::Other;
        }
        let word = block.word(at);
        let readings = block.readings(at);
        let whole = readings.iter().find(|r| r.clitics == Clitics::NONE).map(|r| r.word);
        if let Some(id) = whole {
            // «ابنه», spelt like «ابنة», is no particle.
            if word == "ابنه" && block.tells_ta && block.last_letter(at) == Some('ه') {
                return Sort::Other;
            }
            if let Some(row) = lexicon().row_of(self.particles, id) {
                // «فإن» is no «فان», «آبي» no «أبي».
                if word == "ابي" && block.letters(at).next() == Some('آ') {
                    return Sort::Unknown;
                }
                return if block.letters(at).any(|letter| letter == 'إ') { Sort::Other } else { self.particle_rows[row] };
            }
            // «التقى» is no «تقي» with an article.
            if word.starts_with("الت") && self.verbs.row(word).is_some() {
                return Sort::Verb;
            }
            if let Some(row) = lexicon().row_of(self.names, id) {
                let sort = self.name_rows[row];
                // «على» is a preposition, «علي» a name; folded they are one.
                return if word == ALI && block.tells_ya && block.last_letter(at) == Some('ى') { Sort::Other } else { sort };
            }
        }
        let definite = word.starts_with("ال") && word.len() > 6 && !matches!(block.letters(at).next(), Some('أ' | 'إ' | 'آ'));
        for reading in readings {
            // No noun has article and pronoun: «القرني» is not «قرن» with one, nor «طرابلسي» «طرابلس».
            let pronoun = reading.clitics.has(Clitics::PRONOUN);
            if pronoun && reading.clitics.has_any(Clitics::AL.with(Clitics::KA)) || reading.clitics.has(Clitics::SA) {
                continue;
            }
            // «فال» is no ف with an «ال».
            let clitic = reading.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION));
            if clitic && !pronoun && word.len() - usize::from(reading.outside) <= SHORTEST_BEHIND_CLITIC && !self.is_function(block, at) {
                continue;
            }
            let id = reading.word;
            let has = |topic| lexicon().has(topic, id);
            // News hardly says "my": «رفيعي», «ديري» are names, but «ممثلي» is a plural.
            if pronoun && word.ends_with('ي') && ![self.function, self.heads].into_iter().any(has) {
                continue;
            }
            // «آلان» is no «الآن», «آن» no «أن».
            let first = block.letters(at).next();
            let madda = first == Some('آ') || word.starts_with("ال") && first == Some('أ');
            if has(self.function) && !madda || has(self.namesakes) {
                return Sort::Other;
            }
            if reading.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION)) {
                // A name, a place or a noun with a clitic: whatever stood before it ends.
                if has(self.names) && !reading.clitics.has(Clitics::KA)
                    || has(self.nisbas) && reading.clitics.has(Clitics::AL)
                    || has(self.common.0)
                    || has(self.bodies)
                    || has(self.heads)
                    || has(self.titles)
                    || has(self.countries)
                    || has(self.cities)
                    // «لوصف»
                    || reading.clitics.has(Clitics::LI) && self.verb_forms.into_iter().any(has)
                {
                    return Sort::Other;
                }
            } else {
                if has(self.heads) || has(self.titles) || has(self.modifiers) || has(self.bodies) {
                    return Sort::Other;
                }
                // «ليبيا» is no «ليبي» in the accusative.
                if reading.clitics == Clitics::NONE && has(self.countries) {
                    return Sort::Place;
                }
                if has(self.nisbas) {
                    return Sort::Nisba;
                }
                if reading.clitics.has(Clitics::AL) && has(self.names) {
                    // «الفيصل», «الصباح».
                    return Sort::Family;
                }
                if has(self.common.0) {
                    return self.noun_sort(word);
                }
                if !pronoun && (has(self.countries) || has(self.cities)) {
                    return Sort::Place;
                }
            }
        }
        if joined(block, at) {
            return Sort::Other;
        }
        let is_form = |reading: &&Reading| self.verb_forms.iter().any(|&topic| lexicon().has(topic, reading.word));
        if self.verb_row(word).is_some() || readings.iter().filter(|r| r.clitics.is_within(Clitics::CONJUNCTION)).any(|r| is_form(&r)) {
            return Sort::Verb;
        }
        if self.is_common(word) {
            return self.noun_sort(word);
        }
        if looks_common(block, at) {
            return Sort::Other;
        }
        if definite { Sort::Definite } else { Sort::Unknown }
    }

    /// «خمس», «ثلاثة».
    pub fn is_unit(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.numerals, at, Clitics::NONE).is_some_and(|found| found.tokens.len() == 1 && self.unit_rows[found.row])
    }

    /// A word that ends every name: preposition, conjunction, pronoun and the like.
    pub fn is_function(&self, block: &Block, at: usize) -> bool {
        // «سالم» is no «ألم» to come.
        block.readings(at).iter().any(|r| !r.clitics.has(Clitics::SA) && lexicon().has(self.function, r.word))
    }

    /// A thing that bears somebody's name: «شارع», «جائزة», «جامعة».
    pub fn is_named_after(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.namesakes, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL)).is_some()
    }

    /// A preposition, or a noun in construct, before a common noun: «في الفريق», «مدرب الفريق».
    pub fn governs_noun(&self, block: &Block, at: usize) -> bool {
        let named = |topic| block.match_at(topic, at, Clitics::CONJUNCTION).is_some();
        matches!(block.word(at), "في" | "داخل" | "ضمن") || self.is_noun(block.word(at)) || named(self.titles) || named(self.bodies)
    }

    /// Says that whoever is named next leads what is named before: «بقيادة», «يتزعمها».
    pub fn leads(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, false)
    }

    /// Says that whoever is named next is present: «بحضور».
    pub fn is_beside(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, true)
    }

    fn introduces(&self, block: &Block, at: usize, beside: bool) -> bool {
        let found = block.match_at(self.leading, at, Clitics::CONJUNCTION);
        found.is_some_and(|found| found.tokens.len() == 1 && self.beside_rows[found.row] == beside)
    }

    /// A public body at `at`, and the kind of office it gives.
    pub fn public_body(&self, block: &Block, at: usize) -> Option<(Match, OfficialKind)> {
        let found = block.match_at(self.bodies, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL))?;
        match self.body(found.row) {
            Body::Public(kind) => Some((found, kind)),
            _ => None,
        }
    }

    /// A known office-holder named at `at`, with clitics or without: his or her row, the tokens, the bytes of clitics.
    pub fn holder_at(&self, block: &Block, at: usize) -> Option<(usize, Phrase)> {
        let found = block.match_at(self.holders, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION))?;
        Some((found.row, Phrase::new(found.tokens, found.reading.outside)))
    }

    pub fn holder_kind(&self, row: usize) -> OfficialKind {
        self.holder_kinds[row]
    }

    /// The word, its clitics taken off, is a name that may open one.
    pub fn opens_name(&self, word: WordId) -> bool {
        lexicon().row_of(self.names, word).is_some_and(|row| self.name_rows[row] != Sort::Family)
            || lexicon().row_of(self.particles, word).is_some_and(|row| self.particle_rows[row] == Sort::Kin)
    }

    /// «الغربي», «الأحمر» is an adjective, and a family name behind a first name.
    fn noun_sort(&self, word: &str) -> Sort {
        let quality = self.is_quality(word) || word.ends_with('ي') && self.common_row(word).is_some_and(|row| self.quality_rows[row]);
        if quality { Sort::Nisba } else { Sort::Other }
    }

    /// A verb of saying, in any person, with a conjunction or without.
    pub fn says(&self, block: &Block, at: usize) -> bool {
        block.is_word(at) && self.verb_row(block.word(at)).is_some_and(|row| self.say_rows[row])
    }

    /// A verb or noun of appointing.
    pub fn appoints(&self, block: &Block, at: usize) -> bool {
        let word = block.word(at);
        block.is_word(at)
            && (self.appointing.contains(word)
                || word.strip_prefix(['و', 'ف', 'ب', 'ل', 'س']).is_some_and(|rest| self.appointing.contains(rest)))
    }

    /// A form of a verb, with a conjunction or without.
    pub fn is_verb(&self, word: &str) -> bool {
        self.verb_row(word).is_some()
    }

    /// A common noun without article or clitic.
    pub fn is_noun(&self, word: &str) -> bool {
        self.common_row(word).is_some_and(|row| !self.quality_rows[row])
    }

    /// The plural in ات of a noun, with the article.
    pub fn is_noun_plural(&self, word: &str) -> bool {
        word.strip_prefix("ال").is_some_and(|stem| self.common_row(stem).is_some())
    }

    /// A word of an office or a title.
    pub fn is_office_word(&self, block: &Block, at: usize) -> bool {
        [self.heads, self.titles, self.modifiers].iter().any(|&topic| block.match_at(topic, at, Clitics::AL).is_some())
    }

    /// An honorific, a rank or a calling, with the article.
    pub fn is_title(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.titles, at, Clitics::AL).is_some_and(|title| title.reading.clitics.has(Clitics::AL))
    }

    /// A title with the article, that no list has as a family name.
    pub fn is_title_only(&self, block: &Block, at: usize) -> bool {
        self.is_office_word(block, at) && block.match_at(self.names, at, Clitics::NONE).is_none()
    }

    /// «الأمين»: with the article, and a first name without it.
    pub fn is_name_with_article(&self, block: &Block, at: usize) -> bool {
        block.match_at(self.names, at, Clitics::AL).is_some()
    }

    /// A common noun or adjective as the lexicon has it, without any ending.
    pub fn is_base_word(&self, word: &str) -> bool {
        self.common.1.row(word).is_some()
    }

    /// An adjective without article.
    pub fn is_bare_quality(&self, word: &str) -> bool {
        self.common.1.row(word).is_some_and(|row| self.quality_rows[row])
    }

    /// An adjective with the article that may belong to an office.
    pub fn is_quality(&self, word: &str) -> bool {
        let Some(stem) = word.strip_prefix("ال") else { return false };
        self.common_row(stem).is_some_and(|row| self.quality_rows[row])
    }

    /// The row of the verb a word is a form of; see `verb_stems.tsv`.
    fn verb_row(&self, word: &str) -> Option<usize> {
        let present = |word: &str| present(word, &self.verbs);
        let bases = [Some(word), word.strip_prefix('و'), word.strip_prefix('ف')];
        for base in bases.into_iter().flatten() {
            let found = if self.verbs.may_open("", base) { self.verbs.row(base).or_else(|| past(base, &self.verbs)) } else { None };
            let found = found.or_else(|| present(base)).or_else(|| base.strip_prefix(['س', 'ل']).and_then(present));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn common_row(&self, word: &str) -> Option<usize> {
        let stems = &self.common.1;
        if !stems.may_open("", word) {
            return None;
        }
        if let Some(found) = stems.row(word) {
            return Some(found);
        }
        for ending in NOUN_ENDINGS {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST_STEM) else { continue };
            if let Some(found) = stems.row(stem) {
                return Some(found);
            }
            if let Some(found) = stems.row_of_joined(["", stem, "ه"]) {
                return Some(found);
            }
        }
        None
    }

    /// A common noun or adjective with clitics or endings the tokenizer does not take off.
    fn is_common(&self, word: &str) -> bool {
        // No pronoun behind an article: «البحرة» is not «بحر» with one.
        if let Some(stem) = word.strip_prefix("ال")
            && let Some(masculine) = stem.strip_suffix('ه')
        {
            let exact = |stem: &str| self.common.1.row(stem);
            return exact(stem).is_some() || exact(masculine).is_some_and(|row| self.quality_rows[row]);
        }
        // «سعيدان» is a name: where one may stand, an indefinite dual does not.
        if word.ends_with("ان") && self.common.1.row(word).is_none() && !word.starts_with("ال") {
            return false;
        }
        NOUN_PREFIXES
            .iter()
            .filter_map(|prefix| word.strip_prefix(prefix))
            .any(|stem| stem.len() >= SHORTEST_STEM && self.common_row(stem).is_some())
    }
}

/// Bytes: two letters.
const SHORTEST_BEHIND_CLITIC: usize = 4;
/// Folded, the name «علي» and the preposition «على» are one word.
pub(super) const ALI: &str = "علي";
/// Letters. What is longer is no word.
const LONGEST_WORD: usize = 32;
/// Bytes: three letters.
const SHORTEST_STEM: usize = 6;
const NOUN_PREFIXES: [&str; 12] = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "وب", "ول"];
// No ي: «الحربي», «القرني» are family names though «حرب», «قرن» are nouns.
const NOUN_ENDINGS: [&str; 14] = ["ه", "ات", "ا", "ين", "ون", "ان", "ها", "هم", "تها", "ته", "تهم", "نا", "اته", "اتها"];

fn past(word: &str, verbs: &Stems) -> Option<usize> {
    const ENDINGS: [&str; 14] = ["تهم", "تها", "ته", "ت", "وا", "تا", "ها", "هم", "نا", "ه", "ا", "ن", "وه", "ني"];
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() >= 4).find_map(|stem| {
        if stem.len() >= SHORTEST_STEM
            && let Some(found) = verbs.row(stem)
        {
            return Some(found);
        }
        // نفت from نفى, دعت from دعا.
        ["ي", "ا"].into_iter().find_map(|weak| verbs.row_of_joined(["", stem, weak]))
    })
}

fn present(word: &str, verbs: &Stems) -> Option<usize> {
    const ENDINGS: [&str; 9] = ["", "ون", "وا", "ان", "ين", "ن", "ها", "ه", "هم"];
    let rest = word.strip_prefix(['ي', 'ت', 'ن', 'ا'])?;
    if !verbs.may_open("ي", rest) {
        return None;
    }
    ENDINGS
        .iter()
        .filter_map(|ending| rest.strip_suffix(ending))
        .filter(|stem| stem.len() >= 4)
        .find_map(|stem| ["", "ي", "و"].into_iter().find_map(|weak| verbs.row_of_joined(["ي", stem, weak])))
}

/// Shapes of verbal nouns and plurals that no name has.
pub(super) fn looks_common(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let mut buffer = ['\0'; LONGEST_WORD];
    let mut count = 0;
    for letter in bare.chars() {
        let Some(place) = buffer.get_mut(count) else { return false };
        *place = letter;
        count += 1;
    }
    let letters = &buffer[..count];
    match *letters {
        // استقبال
        ['ا', 'س', 'ت', _, _, ..] => true,
        // تعزيز
        ['ت', _, _, 'ي', last] => last != 'ا' && last != 'ن',
        // إغلاق
        ['ا', _, _, 'ا', _] => block.letters(at).nth(word.chars().count() - letters.len()) == Some('إ'),
        // انتشار، اجتماع
        ['ا', second, 'ت', _, 'ا', _] => second != 'ي',
        // مهدداً, منتقداً, with its tanwin or without. Names from elsewhere in م go on with a vowel.
        ['م', x, y, z, 'ا'] if word.len() == bare.len() => ![x, y, z].iter().any(|c| matches!(c, 'ا' | 'و' | 'ي')),
        ['م', 'ت', _, _, _, .., 'ا'] | ['م', 'س', 'ت', _, _, _, 'ا'] | ['م', 'ن', _, _, _, 'ا'] | ['م', _, 'ت', _, _, 'ا']
            if word.len() == bare.len() =>
        {
            true
        }
        // يسترجع، المستضيف
        ['ي' | 'ت', 'س', 'ت', _, _, ..] => word.len() == bare.len(),
        ['م', 'س', 'ت', _, _, _, ..] => word.len() > bare.len(),
        // لتغدو
        ['ل', 'ت', _, _, ..] if word.len() == bare.len() => true,
        // بتغريم
        ['ب', 'ت', _, _, 'ي', _] => true,
        // الفريحات, العبيدات: clans.
        [first, _, 'ي', _, 'ا', 'ت'] if word.len() > bare.len() => first == 'ت',
        // علاقات
        [.., 'ا', 'ت'] => letters.len() >= if word.len() > bare.len() { 6 } else { 7 },
        // خصوصية
        [.., 'ي', 'ه'] => letters.len() >= if word.len() > bare.len() { 5 } else { 6 } && block.last_letter(at) == Some('ة'),
        // الفائزين
        [first, second, .., 'ي' | 'و', 'ن'] => word.len() > bare.len() && letters.len() >= 6 && (first == 'م' || second == 'ا'),
        // زملاءه
        [_, _, .., 'ا', 'ء', 'ه'] => block.last_letter(at) == Some('ه'),
        // مشروعيتها، شعاراتهم
        [.., 'ه', 'ا' | 'م'] => letters.len() >= 6,
        _ => word.strip_prefix(['ب', 'ل', 'و', 'ف']).is_some_and(|rest| rest.starts_with("است") && rest.len() > 10),
    }
}

/// A conjunction or preposition is written on to it: «والأدباء», «للمدينة», «ودوق». Names in و go on with a vowel.
pub(super) fn joined(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    let second = block.letters(at).nth(1);
    // «بإرجاع», «لأداء»
    if word.starts_with(['ب', 'ل', 'ك', 'ف']) && matches!(second, Some('أ' | 'إ')) {
        return true;
    }
    let vowel = matches!(second, Some('ا' | 'ي' | 'و'));
    word.starts_with("لل")
        || word.starts_with("وال")
        || word.starts_with("بال")
        || word.starts_with("فال")
        || word.starts_with('و') && word.len() >= 8 && !vowel
}

/// The token is a mark with this text.
pub(super) fn is_mark(block: &Block, at: usize, marks: &[&str]) -> bool {
    block.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Mark) && marks.contains(&block.word(at))
}
