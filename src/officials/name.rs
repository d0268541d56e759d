//! Where a name ends. It goes on over words that are names, particles of names, and words the lexicon does not know; it
//! ends at verbs, function words, common nouns, titles, clitics and marks.

use super::doubtful::{SoFar, belongs, counts, is_circumstance, is_due_form, is_due_verb, is_object, says_that};
use super::office::office_at;
use super::vocabulary::{ALI, Around, Sort, is_mark, vocabulary};
use crate::lexicon::topic;
use crate::text::{Block, Clitics, TokenKind};

/// How sure it is, before its words are looked at, that a name stands here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Evidence {
    /// Behind an office, a title or a verb of appointing: unknown words are names.
    Strong,
    /// Nothing but the words: the first must be a known name.
    Weak,
    /// Something else stood for the first word (a clitic taken off it).
    First,
}

/// A name: its tokens are `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub start: usize,
    pub end: usize,
    /// Words of it, a particle and what it joins counting as one.
    pub units: usize,
    /// Its first word is a name of the lexicon.
    pub known: bool,
}

/// No name is longer than this many tokens.
const LONGEST_NAME: usize = 14;
/// A name without Arabic particles has at most this many words.
const MOST_UNITS: usize = 6;

/// Bytes: three letters. A preposition and its pronoun are hardly longer.
const SHORTEST_DESCENT: usize = 6;

/// What the last word of the name allows after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Open,
    /// A family name with the article: only particles and known names follow.
    Family,
    /// Two of them.
    Closed,
}

/// Reads a name that begins at token `start`; `from` is where its office or its titles begin, `start` if it has none.
pub(super) fn name_at(block: &Block, start: usize, from: usize, evidence: Evidence) -> Option<Name> {
    let mut reader = NameReader {
        block,
        start,
        from,
        evidence,
        limit: (start + LONGEST_NAME).min(block.tokens().len()),
        at: start,
        end: start,
        units: 0,
        ends: Ends::Open,
        kin: false,
        known: false,
        last: Sort::Other,
    };
    while reader.at < reader.limit && reader.step() {}
    reader.name()
}

/// A name while it is read.
struct NameReader<'r, 't> {
    block: &'r Block<'t>,
    start: usize,
    from: usize,
    evidence: Evidence,
    limit: usize,
    at: usize,
    /// Behind the last word that belongs to it.
    end: usize,
    units: usize,
    ends: Ends,
    /// A particle of kinship stands in it.
    kin: bool,
    known: bool,
    /// What the word before is.
    last: Sort,
}

impl NameReader<'_, '_> {
    fn name(self) -> Option<Name> {
        let NameReader { block, start, mut end, mut units, known, .. } = self;
        if units > 1 && block.word(end - 1) == ALI && block.is_word(end) && is_preposition(block, end, units) {
            (end, units) = (end - 1, units - 1);
        }
        (units > 0 && end > start).then_some(Name { start, end, units, known })
    }

    fn is_first(&self) -> bool {
        self.units == 0
    }

    /// Reads on by one token or some that belong together; false where the name ends.
    fn step(&mut self) -> bool {
        let (block, at) = (self.block, self.at);
        if !block.is_word(at) {
            return self.join();
        }
        // «قال ضابط فضل عدم ذكر اسمه»
        if block.word(at) == "فضل" && block.word_at(at + 1) == "عدم" {
            return false;
        }
        let stands_for = at == self.start && self.evidence == Evidence::First;
        let sort = if stands_for { Sort::Given } else { vocabulary().sort(block, at) };
        if at == self.start {
            self.known = matches!(sort, Sort::Given | Sort::Shared) || block.word(at) == "عبد";
        }
        if initial(block, at) {
            (self.units, self.at, self.end) = (self.units + 1, at + 1, at + 1);
            return true;
        }
        let sort = self.sort_here(sort);
        self.take(sort)
    }

    /// A hyphen, or the point behind an initial: بان كي-مون، ج. د. فانس
    fn join(&mut self) -> bool {
        let (block, at) = (self.block, self.at);
        let v = vocabulary();
        let joins = self.units > 0
            && (hyphen(block, at) || is_mark(block, at, &["."]) && initial(block, at - 1))
            && block.is_word(at + 1)
            && (nameable(v.sort(block, at + 1)) || initial(block, at + 1) || hyphen(block, at));
        if !joins {
            return false;
        }
        self.at += 1;
        // «مون جيه-إن», «فرانك-فالتر»: whatever word it is.
        if hyphen(block, at) && !initial(block, at + 1) {
            if v.is_office_word(block, at + 1) {
                return false;
            }
            self.at += 1;
            self.end = self.at;
        }
        true
    }

    /// What the word is in this name, which is of this sort anywhere.
    fn sort_here(&self, sort: Sort) -> Sort {
        let (block, at, first) = (self.block, self.at, self.is_first());
        let v = vocabulary();
        let next = || block.word_at(at + 1);
        match sort {
            Sort::Other | Sort::Verb | Sort::Place => self.sort_of_other(sort),
            // «الملكة ماري المولودة في …»: what she is.
            Sort::Definite if !first && block.word(at).starts_with("الم") && block.word(at).ends_with('ه') => Sort::Other,
            // «مكناس السيد فلان»: an honorific before somebody else, unless a known first name opened this one.
            Sort::Family if !first && !self.known && v.is_title(block, at) && nameable(v.sort(block, at + 1)) => Sort::Other,
            // «الأمير»: no family name by itself.
            Sort::Family if !first && v.is_title_only(block, at) && !self.belongs(Sort::Other) => Sort::Other,
            // «مهنا بن سيف»: whatever word it is.
            Sort::Nisba if first && self.evidence == Evidence::Strong && (has_father(block, at) || self.belongs(sort)) => Sort::Unknown,
            // «مسرور بارزاني صادق على المشروع»: a verb is due, and the word is one as well.
            Sort::Given | Sort::Shared if self.units > 1 && is_due_form(block, at, self.so_far()) => Sort::Verb,
            Sort::Shared if self.units == 1 && office_at(block, at).is_some_and(|o| !o.bare) && self.belongs(Sort::Other) => Sort::Given,
            // «فلان الشريف فهد بن سعد», «فلان كارباتوف فهد بن سعد»: behind a family's name another person begins.
            Sort::Given | Sort::Shared if self.units > 1 && (self.last != Sort::Given || !self.known) && next() == "بن" => Sort::Other,
            Sort::Kin if self.units > 1 && self.last != Sort::Given && block.word(at) == "عبد" && block.word_at(at + 2) == "بن" => {
                Sort::Other
            }
            Sort::Unknown if self.is_no_name() => Sort::Other,
            _ => sort,
        }
    }

    /// The same of a word that is something else elsewhere.
    fn sort_of_other(&self, sort: Sort) -> Sort {
        let (block, at) = (self.block, self.at);
        let v = vocabulary();
        let opens = self.is_first() && self.evidence == Evidence::Strong && sort != Sort::Place;
        match sort {
            // «أوفوري-أتا»: what a hyphen binds is part of it.
            _ if !self.is_first() && !block.is_word(at - 1) && !v.is_function(block, at) => Sort::Unknown,
            Sort::Other if before_descent(block, at) => Sort::Family,
            // «تشو مي-إيه», «أن لو-هي»: half of a double name.
            Sort::Other | Sort::Verb if self.evidence != Evidence::Weak && hyphen(block, at + 1) && may_be_half(block, at) => Sort::Unknown,
            // «سامر خلف الهباهبة»: between two names no preposition.
            Sort::Other
                if self.known && self.units == 1 && self.from < self.start && block.word(at) == "خلف" && closes_name(block, at + 1) =>
            {
                Sort::Shared
            }
            // «فتح الله»
            _ if opens && v.is_doubtful_name(block, at) && v.sort(block, at + 1) == Sort::Second => Sort::Given,
            // «مهنا بن سيف»: whatever word it is.
            _ if opens && has_father(block, at) => Sort::Unknown,
            // «بحضور غادة والى وزيرة التضامن»: between a known name and an office.
            _ if (self.evidence != Evidence::Weak || self.units == 1 && self.known && apposed(block, at + 1)) && self.belongs(sort) => {
                Sort::Unknown
            }
            _ => sort,
        }
    }

    /// A word that no list knows, and no part of the name by what stands around it.
    fn is_no_name(&self) -> bool {
        let (block, at) = (self.block, self.at);
        if self.is_first() {
            // «شكر الوزير لبذل الجهود»
            return governs(block, at);
        }
        // «شيري رحمان لبي بي سي»: to whom she says it.
        addresses(block, at)
            || is_masdar_with_clitic(block, at)
            || self.units > 1 && is_manner(block, at)
            || is_elative(block, at)
            || is_object(block, at, self.so_far())
            || is_circumstance(block, at, self.units)
            || is_due_verb(block, at, self.so_far())
            || counts(block, at)
    }

    fn so_far(&self) -> SoFar {
        SoFar { from: self.from, opened: self.from < self.start, units: self.units, known: self.known }
    }

    fn belongs(&self, sort: Sort) -> bool {
        belongs(self.block, self.at, sort, self.so_far())
    }

    /// Takes a word of this sort into the name, if it may stand there.
    fn take(&mut self, sort: Sort) -> bool {
        let (block, at, first) = (self.block, self.at, self.is_first());
        let v = vocabulary();
        match sort {
            _ if first && self.evidence == Evidence::Weak && sort != Sort::Given && sort != Sort::Shared => return false,
            Sort::Kin => return self.take_kin(),
            // Behind a family name only one that opened the name may be followed by another first name, or «عواد الملا خضر،».
            Sort::Given | Sort::Shared if self.ends != Ends::Open && self.units > 1 => {
                if self.ends == Ends::Closed || self.units > 2 || !bounded(block, at + 1) {
                    return false;
                }
                self.ends = Ends::Closed;
            }
            // «سعاد فارس أمينة عامة …»
            Sort::Given if !first && v.sort(block, at) != Sort::Shared && office_at(block, at).is_some() => return false,
            // «أمين عام …», «حاكم المصرف»: an office begins.
            Sort::Shared if !first && (self.ends == Ends::Closed || office_at(block, at).is_some()) => return false,
            Sort::Given | Sort::Shared => self.ends = Ends::Open,
            Sort::Second if !first => {
                (self.at, self.end) = (at + 1, at + 1);
                return true;
            }
            Sort::Regnal if !first && block.word_at(at + 1) != "من" => {
                self.take_number();
                return false;
            }
            Sort::Foreign if !first || self.evidence == Evidence::Strong => {
                // «دي لا كروز»: between particle and name «لا» is the Romance article.
                let article = usize::from(block.word_at(at + 1) == "لا");
                if !block.is_word(at + 1 + article) || !nameable(v.sort(block, at + 1 + article)) {
                    return false;
                }
                self.at += article;
            }
            Sort::Family | Sort::Definite if self.ends != Ends::Closed => {
                let behind_family = self.ends == Ends::Family;
                if sort == Sort::Definite && behind_family && !block.word(at).ends_with('ي') && !bounded(block, at + 1) {
                    return false;
                }
                self.ends = if behind_family { Ends::Closed } else { Ends::Family };
            }
            // «إبراهيما سوري سيلا»: without article it is a name, and no last one where another follows.
            Sort::Nisba if !block.word(at).starts_with("ال") && v.sort(block, at + 1) == Sort::Unknown => {}
            Sort::Nisba if self.units == 1 || self.units < 4 && self.ends == Ends::Open && self.closes_as_nisba() => {
                self.ends = Ends::Closed;
            }
            // A noun with ta marbuta is rarely a name.
            Sort::Unknown if self.ends == Ends::Open && (self.kin || !self.is_feminine_noun()) => {}
            // «السعيد بوقرة،»: first names with the article, as Algerians have.
            Sort::Unknown if self.ends == Ends::Family && self.units == 1 && !self.kin && closes(block, at + 1) => self.ends = Ends::Closed,
            _ => return false,
        }
        self.units += 1;
        self.at += 1;
        self.last = if sort == Sort::Shared { Sort::Given } else { sort };
        if sort != Sort::Foreign {
            self.end = self.at;
        }
        self.units < MOST_UNITS || self.kin
    }

    /// A particle of kinship, and the word that belongs to it.
    fn take_kin(&mut self) -> bool {
        let Some(next) = kin_end(self.block, self.at, self.limit) else { return false };
        let family = self.block.word(next - 1).starts_with("ال") && self.block.word(next - 2) != "عبد";
        (self.at, self.end, self.units) = (next, next, self.units + 1);
        self.ends = if family { Ends::Family } else { Ends::Open };
        (self.last, self.kin) = (Sort::Given, true);
        true
    }

    /// «تشارلز الثالث», «لويس الرابع عشر», «مارغريتي الثانية»: nothing belongs to the name behind its number.
    fn take_number(&mut self) {
        let sort = |at| vocabulary().sort(self.block, at);
        let numbers = (self.at..self.limit).take_while(|&at| sort(at) == Sort::Regnal).count();
        let behind = self.at + numbers;
        // «كارل السادس عشر غوستاف»
        self.end = behind + usize::from(sort(behind) == Sort::Given);
        self.units += 1;
    }

    /// An adjective of origin may be the last name here.
    fn closes_as_nisba(&self) -> bool {
        bounded(self.block, self.at + 1) && !self.block.word(self.at).ends_with('ن')
    }

    /// It ends in ta marbuta, and no name follows it as in «كهينة آيت حمو».
    fn is_feminine_noun(&self) -> bool {
        let (block, at, first) = (self.block, self.at, self.is_first());
        let opens = || first && matches!(vocabulary().sort(block, at + 1), Sort::Given | Sort::Kin);
        block.last_letter(at) == Some('ة') && (first || self.units > 1 && !closes(block, at + 1)) && !opens()
    }
}

/// «علي» before token `next`, behind so many `units` of a name, is «على», as papers write it that do not tell the two apart. Behind a full
/// name it is so in any text where a noun is governed: «أجبر الرئيس سامر بن منصور علي الرحيل», «علي بعد مئة كيلومتر».
fn is_preposition(block: &Block, next: usize, units: usize) -> bool {
    let v = vocabulary();
    let noun = || block.word(next).starts_with("ال") && v.sort(block, next) == Sort::Other && !v.is_office_word(block, next);
    let far =
        || block.word(next) == "بعد" && (next + 2..next + 4).any(|at| at < block.tokens().len() && v.does(block, at, Around::Distance));
    !block.orthography.tells_ya && v.sort(block, next) != Sort::Verb || units > 2 && (noun() || far())
}

/// An office stands in apposition at `at`, perhaps behind a comma.
fn apposed(block: &Block, at: usize) -> bool {
    let at = at + usize::from(is_mark(block, at, &["،", ","]));
    office_at(block, at).is_some_and(|office| !office.bare && !office.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION)))
}

/// A body with ل attached: «لبي بي سي».
fn addresses(block: &Block, at: usize) -> bool {
    block.match_at(topic::OFFICE_BODIES, at, Clitics::LI).is_some_and(|found| found.reading.clitics.has(Clitics::LI))
}

/// Before a hyphen: no common noun, title or definite word.
fn may_be_half(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let word = block.word(at);
    !word.starts_with("ال") && !v.is_noun(word) && !v.is_bare_quality(word) && !v.is_office_word(block, at)
}

/// «هانز فيتسل بحل البرلمان», «… لبحث الأزمة»: ب or ل before two or three consonants, and a definite noun behind.
fn is_masdar_with_clitic(block: &Block, at: usize) -> bool {
    let Some(stem) = block.word(at).strip_prefix(['ب', 'ل', 'ك']) else { return false };
    let definite = block.word_at(at + 1).starts_with("ال") && !vocabulary().is_function(block, at + 1);
    matches!(stem.chars().count(), 2 | 3) && !stem.contains(['ا', 'و', 'ي']) && definite
}

/// «بفارق كبير»: ب before a noun that no list knows, and its adjective.
fn is_manner(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let noun = block.word(at).strip_prefix('ب').is_some_and(|noun| noun.chars().count() > 3);
    noun && block.is_word(at + 1) && !block.word(at + 1).starts_with("ال") && v.is_bare_quality(block.word(at + 1))
}

/// A masdar behind ب, ل or ك where a name may begin: no family's name follows it, as «الراشدي» follows a first name that no list knows.
fn governs(block: &Block, at: usize) -> bool {
    is_masdar_with_clitic(block, at)
        && matches!(vocabulary().sort(block, at + 1), Sort::Other | Sort::Definite if !block.word(at + 1).ends_with('ي'))
}

/// «أبعد من ذلك», «أسمى آيات الشكر»: no name, though no list knows the word.
fn is_elative(block: &Block, at: usize) -> bool {
    let next = || block.is_word(at + 1) && vocabulary().sort(block, at + 1) == Sort::Other && !vocabulary().is_function(block, at + 1);
    block.first_letter(at) == Some('أ') && block.word(at).chars().count() == 4 && (block.word_at(at + 1) == "من" || next())
}

/// Before «بن», no conjunction or preposition attached.
fn has_father(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let attached = |r: &crate::text::Reading| r.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION));
    matches!(block.word_at(at + 1), "بن" | "بنت" | "ولد") && !v.is_function(block, at) && !block.readings(at).iter().any(attached)
}

/// A phrase ends before `at`: a mark, what is said, a conjunction.
fn closes(block: &Block, at: usize) -> bool {
    !block.is_word(at) || says_that(block, at) || block.word(at).starts_with('و') || vocabulary().is_function(block, at)
}

/// Nothing that could go with a noun at `at - 1` follows it: a mark, the verb's «أن», or a verb.
fn bounded(block: &Block, at: usize) -> bool {
    !block.is_word(at) || says_that(block, at) || vocabulary().sort(block, at) == Sort::Verb
}

/// «محمد الأمين ولد …»: what stands before a particle of descent is a name, an office though it may be elsewhere.
fn before_descent(block: &Block, at: usize) -> bool {
    block.word(at).starts_with("ال")
        && matches!(block.word_at(at + 1), "ولد" | "بن" | "بنت" | "ابن")
        && !vocabulary().is_function(block, at)
}

/// A name may begin at token `at`, or behind a comma there.
pub(super) fn begins_name(block: &Block, at: usize) -> bool {
    let at = at + usize::from(is_mark(block, at, &["،", ","]));
    matches!(vocabulary().sort(block, at), Sort::Given | Sort::Shared | Sort::Unknown | Sort::Kin)
        && name_at(block, at, at, Evidence::Strong).is_some_and(|name| name.units >= 2)
}

/// A last name may stand at `at`: no noun with an adjective behind it («خلف الأبواب المغلقة»).
fn closes_name(block: &Block, at: usize) -> bool {
    match vocabulary().sort(block, at) {
        Sort::Given | Sort::Family => true,
        Sort::Definite => !block.word_at(at + 1).starts_with("ال"),
        _ => false,
    }
}

/// A word of this sort may be one of a name.
pub(super) fn nameable(sort: Sort) -> bool {
    matches!(sort, Sort::Given | Sort::Shared | Sort::Family | Sort::Definite | Sort::Unknown | Sort::Foreign | Sort::Kin)
}

/// A letter, or the name of one, and a point that ends no sentence: «ج. د. فانس», «إس. كيه. ياداف»; «إتش.إس.بي.سي» is an
/// abbreviation.
#[inline]
pub(super) fn initial(block: &Block, at: usize) -> bool {
    if !block.is_mark(at + 1) {
        return false;
    }
    let tokens = block.tokens();
    let point = is_mark(block, at + 1, &["."]) && tokens[at + 1].glued && block.is_word(at + 2);
    let spelt = || block.match_at(topic::SPELT_LETTERS, at, Clitics::NONE).is_some_and(|letter| letter.tokens.len() == 1);
    let in_sentence = || block.sentence_of(at).end as usize > at + 2;
    point && (block.word_at(at).len() == 2 || !tokens[at + 2].glued && spelt()) && in_sentence()
}

/// Behind the suffixes of a name that ends at `end`, «الابن», «الثاني», up to `limit`: they belong to it whoever bears it.
pub(super) fn past_suffixes(block: &Block, end: usize, limit: usize) -> usize {
    let suffixes = (end..limit).take_while(|&at| matches!(vocabulary().sort(block, at), Sort::Second | Sort::Regnal));
    end + suffixes.count()
}

/// A hyphen between two words of one name.
pub(super) fn hyphen(block: &Block, at: usize) -> bool {
    is_mark(block, at, &["-", "‑", "–"]) && block.tokens()[at].glued && block.tokens().get(at + 1).is_some_and(|t| t.glued)
}

/// Behind a particle of kinship and the word that belongs to it: «بن عبد العزيز», «أبو قرنين», «عبد الله», «آل الشيخ».
fn kin_end(block: &Block, mut at: usize, limit: usize) -> Option<usize> {
    let v = vocabulary();
    let mut servant = false;
    while at < limit && v.sort(block, at) == Sort::Kin {
        servant = block.word(at) == "عبد";
        at += 1;
    }
    if at >= limit || block.tokens()[at].kind != TokenKind::Word {
        return None;
    }
    let word = block.word(at);
    if servant {
        return (word.starts_with("ال") || matches!(word, "رب" | "ربه" | "مناف")).then_some(at + 1);
    }
    // After «بن» even a common word is a name; after it no name ends at a function word or verb. «ولد بايه»: whatever it is.
    let descent = matches!(block.word(at - 1), "ولد" | "منت") && word.len() > SHORTEST_DESCENT;
    (!v.is_function(block, at) || word == ALI || descent).then_some(at + 1)
}

/// Token `at` is a name of the lexicon behind an attached و, ف, ب, ل or ك; how many bytes these take.
pub(super) fn clitic_before_name(block: &Block, at: usize) -> Option<u8> {
    let v = vocabulary();
    if !v.may_name(block, at) || block.readings(at).iter().any(|r| r.clitics == Clitics::NONE) {
        return None;
    }
    let reading = block.readings(at).iter().find(|r| !r.clitics.has_any(Clitics::AL.with(Clitics::PRONOUN).with(Clitics::SA)))?;
    v.opens_name(reading.word).then_some(reading.outside)
}
