//! Names without office or title before them: known ones, and those that what stands around them shows.

use super::Found;
use super::appointment::succeeds;
use super::apposition::{also_known, apposition};
use crate::analysis::OfficialKind;
use crate::lexicon::topic;
use crate::officials::doubtful::says_that;
use crate::officials::name::{Evidence, clitic_before_name, initial, name_at, past_suffixes};
use crate::officials::vocabulary::{ALI, Around, Body, Sort, Title, is_mark, looks_common, vocabulary};
use crate::text::{Block, Clitics, Phrase, Span, TokenKind};

/// The body somebody leads stands within this many tokens before «بقيادة».
const LED_REACH: usize = 8;

/// A name without office or title before it: a known name, or words behind a verb of saying or before an apposition.
pub(super) fn bare_name(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if let Some(end) = known_holder(block, at, found) {
        return Some(end);
    }
    let clitic = clitic_before_name(block, at).filter(|_| !opens_sentence(block, at));
    if clitic.is_none()
        && let Some(end) = joined_name(block, at, found)
    {
        return Some(end);
    }
    let opening = Opening::at(block, at, clitic.is_some())?;
    let name = name_at(block, at, at, opening.evidence(block, at))?;
    let succeeding = succeeds_another(block, at, clitic.is_some());
    let sure = name.units >= 2 && opening.is_sure(block, at, name.end, succeeding);
    let kind = led_or_ruling(block, at, name.units).or_else(|| succeeding.then(|| found.iter().rev().find_map(|f| f.kind)).flatten());
    let phrase = Phrase::new(Span::of(name.start..name.end), clitic.unwrap_or(0));
    found.push(Found { kind, ..Found::bare(phrase) });
    let end = apposition(block, found, name.end);
    let apposed = found.last().is_some_and(|last| last.office.is_some());
    if !(sure || apposed && name.units >= 2) {
        found.pop();
        return None;
    }
    Some(also_known(block, found, end))
}

/// The first word of what may be a name.
struct Opening {
    /// Its sort; behind a clitic that only a name has, that of a first name.
    sort: Sort,
    behind_clitic: bool,
    /// Any word: its place alone shows that it may be a name.
    by_place: bool,
}

/// «علي الأرجح»: a slip of the pen, since no paper spells the adverb so.
fn is_adverb(block: &Block, at: usize) -> bool {
    let phrase = |topic| block.match_at(topic, at, Clitics::NONE).is_some_and(|found| found.tokens.len() > 1);
    phrase(topic::CLAIM_WORDS) || phrase(topic::APPROXIMATORS)
}

impl Opening {
    fn at(block: &Block, at: usize, behind_clitic: bool) -> Option<Opening> {
        let v = vocabulary();
        let sort = if behind_clitic { Sort::Given } else { v.sort(block, at) };
        let other = || matches!(sort, Sort::Other | Sort::Verb | Sort::Place | Sort::Foreign);
        let by_place = other() && is_introduced(block, at) && may_name(block, at);
        let opens = match sort {
            Sort::Shared if block.word(at) == ALI && (!block.orthography.tells_ya || is_adverb(block, at)) => is_said(block, at),
            Sort::Given | Sort::Shared => true,
            Sort::Kin => matches!(block.word(at), "عبد" | "ابو"),
            _ if initial(block, at) => is_said(block, at),
            Sort::Unknown => is_introduced(block, at) || may_be_object(block, at),
            _ => by_place,
        };
        let named_after = || at.checked_sub(1).is_some_and(|before| v.is_named_after(block, before));
        (opens && !is_verb_of_clause(block, at) && !named_after()).then_some(Opening { sort, behind_clitic, by_place })
    }

    fn evidence(&self, block: &Block, at: usize) -> Evidence {
        if self.behind_clitic || self.by_place {
            Evidence::First
        } else if matches!(self.sort, Sort::Unknown | Sort::Kin) || initial(block, at) {
            Evidence::Strong
        } else {
            Evidence::Weak
        }
    }

    /// A name of two words and more that begins so and stops before `end` needs no apposition.
    fn is_sure(&self, block: &Block, at: usize, end: usize, succeeding: bool) -> bool {
        let v = vocabulary();
        match self.sort {
            Sort::Given | Sort::Kin => true,
            Sort::Shared => {
                // «إن قاسم توكاييف يسعى إلى …»
                let subject = || at.checked_sub(1).is_some_and(|before| says_that(block, before)) && v.sort(block, end) == Sort::Verb;
                let second = v.sort(block, at + 1);
                matches!(second, Sort::Given | Sort::Shared | Sort::Kin | Sort::Family | Sort::Definite)
                    || is_said(block, at)
                    || second == Sort::Unknown && subject()
            }
            _ => !self.by_place && (succeeding || is_said(block, at)),
        }
    }
}

/// Behind a verb of saying, of leading or of ruling.
fn is_said(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    at.checked_sub(1).is_some_and(|before| v.says(block, before) || v.leads(block, before) || v.is_rule(block, before))
}

/// «قال فلان فلان، رئيس كذا», «بحضور فلان فلان وزير كذا»: any word may be a name there, if it is one of two and an office follows.
fn is_introduced(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let verb = |before| v.sort(block, before) == Sort::Verb || v.is_verb(block, before) || v.is_beside(block, before);
    at.checked_sub(1).is_some_and(|before| v.may_introduce(block, before) && (is_said(block, at) || verb(before)))
}

/// Behind a mark, a preposition or a definite noun, as an object stands; not behind a number: «13 ديسمبر».
fn may_be_object(block: &Block, at: usize) -> bool {
    let counted = |before: usize| block.tokens()[before].kind == TokenKind::Number;
    at.checked_sub(1).is_none_or(|before| {
        !block.is_word(before) && !counted(before) || vocabulary().is_function(block, before) || block.word(before).starts_with("ال")
    })
}

/// Who is named has the office of the one named before: «خلفاً لفلان», «خلفاً للهولندي فلان».
fn succeeds_another(block: &Block, at: usize, behind_clitic: bool) -> bool {
    let v = vocabulary();
    let by_clitic = || behind_clitic && at > 0 && v.is_successor(block, at - 1);
    let nisba = || block.match_at(topic::NISBAS, at - 1, Clitics::LI.with(Clitics::AL)).is_some();
    succeeds(block, at) || by_clitic() || at > 1 && v.is_successor(block, at - 2) && nisba()
}

/// What the words before a name of so many `units` make its bearer: «كتيبة يقودها فلان», «في عهد فلان».
fn led_or_ruling(block: &Block, at: usize, units: usize) -> Option<OfficialKind> {
    let before = at.checked_sub(1)?;
    let ruling = || units >= 2 && vocabulary().is_rule(block, before);
    led_kind(block, before).or_else(|| ruling().then_some(OfficialKind::State))
}

/// «وطالب فلان»: a verb where a sentence begins, though it is a name elsewhere.
fn opens_sentence(block: &Block, at: usize) -> bool {
    let starts = at == 0 || is_mark(block, at - 1, &[".", "؟", "!", ":"]);
    starts && block.word(at).starts_with('و') && vocabulary().is_verb(block, at)
}

/// «فيما طالب فلان»: behind «فيما», «كما», «قد» a verb, though it is a name elsewhere.
fn is_verb_of_clause(block: &Block, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| vocabulary().does(block, before, Around::Clause)) && vocabulary().is_verb(block, at)
}

/// The word may be a name that no list knows: neither definite nor anything the lexicon has, nor in a clitic.
fn may_name(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let word = block.word(at);
    let listed = v.is_function(block, at) && word != "ان" || v.is_base_word(word) || v.is_office_word(block, at);
    // «عقدت بفندق الرشيد»
    let attached = || {
        let readings = block.readings(at);
        !readings.is_empty() && readings.iter().all(|r| r.clitics.has_any(Clitics::PREPOSITION))
    };
    !listed
        && !attached()
        && !looks_common(block.shape(at))
        && !["ته", "ها", "هم"].iter().any(|pronoun| word.ends_with(pronoun))
        && !word.starts_with("ال")
        && block.match_at(topic::OFFICE_BODIES, at, Clitics::AL).is_none()
        && !v.says(block, at)
}

/// «وفوتيس كوفيليس، رئيس الحزب»: a و before a name no list knows, shown by the office in apposition.
fn joined_name(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let v = vocabulary();
    if !v.may_be_joined(block, at) {
        return None;
    }
    // «وأعلن وانجيرو كاماو»
    if at.checked_sub(1).is_some_and(|before| v.says(block, before) || v.leads(block, before)) {
        return None;
    }
    let name = name_at(block, at, at, Evidence::First).filter(|name| name.units >= 2)?;
    let phrase = Phrase::new(Span::of(name.start..name.end), 2);
    found.push(Found::bare(phrase));
    let end = apposition(block, found, name.end);
    if found.last().is_some_and(|last| last.office.is_none()) {
        found.pop();
        return None;
    }
    Some(end)
}

/// What somebody is who is named behind token `at`, if that says that he or she leads a public body named before it: «كتيبة
/// يقودها …», «حكومة برئاسة …».
pub(super) fn led_kind(block: &Block, at: usize) -> Option<OfficialKind> {
    let v = vocabulary();
    if !v.leads(block, at) {
        return None;
    }
    body_before(block, at, LED_REACH)
}

/// The kind of office of the nearest public body within `reach` tokens before `at`, in its sentence.
pub(super) fn body_before(block: &Block, at: usize, reach: usize) -> Option<OfficialKind> {
    let from = at.saturating_sub(reach).max(block.sentence_of(at).start as usize);
    let v = vocabulary();
    // «وفد برلماني … برئاسة فلان»
    let of_public = |at| v.modifier_kind(block.match_at(topic::OFFICE_MODIFIERS, at, Clitics::AL)?.row);
    (from..at).rev().find_map(|body| v.public_body(block, body).map(|(_, kind)| kind).or_else(|| of_public(body)))
}

/// The sentence of token `at` names a body that gives no public office, and none that gives one. Of a sentence without end the
/// tokens around are asked.
pub(super) fn speaks_of_private(block: &Block, at: usize) -> bool {
    const AROUND: usize = 200;
    let v = vocabulary();
    let sentence = block.sentence_of(at);
    let near = at.saturating_sub(AROUND).max(sentence.start as usize)..(at + AROUND).min(sentence.end as usize);
    let bodies = || near.clone().filter_map(|at| v.any_body(block, at)).map(|(_, body)| body);
    bodies().any(|body| body == Body::Private) && !bodies().any(|body| matches!(body, Body::Public(_)))
}

/// Somebody whose name alone is known for public office, unless the name goes on to be another's.
fn known_holder(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let v = vocabulary();
    let (row, phrase) = v.holder_at(block, at)?;
    // «مدرب بولتون», «اليوناني ساماراس»: a club's name, another man's.
    let other = |before| {
        let calling = block.match_at(topic::TITLES, before, Clitics::NONE).is_some_and(|found| v.title(found.row) == Title::Trade);
        v.is_named_after(block, before)
            || phrase.tokens.len() == 1
                && (calling
                    || block.match_at(topic::NISBAS, before, Clitics::AL).is_some_and(|found| found.reading.clitics.has(Clitics::AL)))
    };
    // «فهد بن عبدالعزيز بن معمر»: who goes on so is another.
    if at.checked_sub(1).is_some_and(other) || block.word_at(phrase.tokens.end as usize) == "بن" {
        return None;
    }
    let evidence = if phrase.outside > 0 { Evidence::First } else { Evidence::Strong };
    // «بوش الابن»
    let end = past_suffixes(block, phrase.tokens.end as usize, block.tokens().len());
    let phrase = Phrase::new(Span::of(phrase.tokens.start as usize..end), phrase.outside);
    if phrase.tokens.len() == 1 {
        // A first name, as «بشار», is another's if any name follows; a last name, only if a known one does.
        let first_name = matches!(v.sort(block, at), Sort::Given | Sort::Shared);
        let goes_on = name_at(block, at, at, evidence).is_some_and(|name| name.end > end);
        let by_known = matches!(v.sort(block, end), Sort::Given | Sort::Kin | Sort::Family | Sort::Second | Sort::Regnal);
        if goes_on && (first_name || by_known) {
            return None;
        }
    }
    found.push(Found { kind: Some(v.holder_kind(row)), titled: true, ..Found::bare(phrase) });
    let end = apposition(block, found, end);
    Some(also_known(block, found, end))
}
