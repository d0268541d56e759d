//! The names of one block, each with the office that stands with it: before it («وزير المالية سامر الحلبي»), in apposition
//! («سامر الحلبي، وزير المالية») or given by an appointment («تعيين سامر الحلبي وزيراً للمالية»).

use super::name::{Evidence, Name, clitic_before_name, initial, name_at};
use super::office::{OfficePhrase, office_at};
use super::vocabulary::{ALI, Holders, Sort, Title, is_mark, looks_common, vocabulary};
use crate::analysis::OfficialKind;
use crate::lexicon::WordId;
use crate::text::{Block, Clitics, Phrase, Span, TokenKind};

/// A name in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub name: Phrase,
    pub office: Option<Phrase>,
    pub kind: Option<OfficialKind>,
    pub whole: Phrase,
    /// An honorific, rank or calling stands before the name.
    pub titled: bool,
    /// Its office is of a body or superior named before, not in this block.
    pub refers: bool,
    /// The noun of the body of its office, which the text has named in full.
    pub body_noun: Option<WordId>,
    /// A prince or princess by title.
    pub royal: bool,
    /// Another name of whoever is named before it.
    pub epithet: bool,
    /// The office is the head alone or a rank: one in apposition says more.
    thin: bool,
}

impl Found {
    /// A name by itself: whose it is, has to be seen from elsewhere.
    fn bare(name: Phrase) -> Found {
        Found {
            name,
            office: None,
            kind: None,
            whole: name,
            titled: false,
            refers: false,
            body_noun: None,
            royal: false,
            epithet: false,
            thin: true,
        }
    }
}

/// What stands before a name: titles and offices.
struct Opening {
    start: usize,
    outside: u8,
    /// Where the name should begin.
    end: usize,
    office: Option<(Phrase, OfficePhrase)>,
    rank: Option<Phrase>,
    titled: bool,
    trade: bool,
    /// The title may be a common noun.
    noun: bool,
    /// «الأمير»
    royal: bool,
}

/// An appointed office is looked for within this many tokens behind the name.
const APPOINTMENT_REACH: usize = 30;

/// «الذي شغل من قبل منصب»: the post stands within this many tokens.
const POST_REACH: usize = 7;

/// The body somebody leads stands within this many tokens before «بقيادة».
const LED_REACH: usize = 8;

/// The body «أمينه العام» refers to stands within this many tokens before it.
const REFERRING_REACH: usize = 14;

/// The names of a block, in order; none overlap.
pub(super) fn mentions(block: &Block) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let count = block.tokens().len();
    let mut at = 0;
    while at < count {
        if !block.is_word(at) {
            at += 1;
            continue;
        }
        if let Some(name) = named_thing(block, at) {
            at = name.end;
            continue;
        }
        at = behind_opening(block, at, &mut found)
            .or_else(|| behind_appointment(block, at, &mut found))
            .or_else(|| bare_name(block, at, &mut found))
            .unwrap_or(at + 1);
    }
    found
}

/// The name a thing bears: «مطار جومو كينياتا».
fn named_thing(block: &Block, at: usize) -> Option<Name> {
    let plain = block.readings(at).iter().all(|r| !r.clitics.has(Clitics::AL));
    let bears = plain && vocabulary().is_named_after(block, at);
    bears
        .then(|| name_at(block, at + 1, at + 1, Evidence::Strong))
        .flatten()
        .filter(|name| name.units >= 2 && opening_at(block, at).is_none())
}

/// A name behind an office or a title; where reading goes on.
fn behind_opening(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let opening = opening_at(block, at)?;
    if opening.office.as_ref().is_none_or(|(_, office)| office.bare || !office.closed)
        && at.checked_sub(1).is_some_and(|before| vocabulary().is_named_after(block, before))
    {
        let name = name_behind(block, &opening);
        return name.map(|(name, _)| name.end);
    }
    let given = opening.office.as_ref().is_some_and(|(_, office)| office.holders == Holders::Role);
    let opening = with_last_word(block, opening);
    let Some((name, comma)) = name_behind(block, &opening).filter(|_| !given) else {
        return opening.office.map(|_| opening.end.max(at + 1));
    };
    if comma && found.last().is_some_and(|last| last.whole.tokens.end as usize >= at) {
        return Some(opening.end.max(at + 1));
    }
    let (office, kind, holders) = match (&opening.office, opening.rank) {
        (Some((phrase, office)), _) => (Some(*phrase), office.kind, office.holders),
        (None, Some(rank)) => (Some(rank), Some(OfficialKind::State), Holders::One),
        (None, None) => (None, None, Holders::One),
    };
    // «نظيره», «نائبه», «عضو المجلس»: what the one named before is, this one is.
    let refers = opening.office.as_ref().is_some_and(|(_, office)| office.refers && kind.is_none());
    let before = || found.iter().rev().find(|f| f.office.is_some());
    let kind = if holders == Holders::Peer || refers {
        before().map_or_else(|| kind.or_else(|| body_before(block, at, REFERRING_REACH)), |f| f.kind)
    } else if opening.office.is_none() && at > 0 {
        // «مجلس … برئاسة السيد فلان», «خلفاً للواء فلان»
        kind.or_else(|| led_kind(block, at - 1)).or_else(|| succeeds(block, at).then(|| before()?.kind).flatten())
    } else {
        kind
    };
    // «مدير كذا اللواء فلان»: a rank is an office of the state, whatever the post.
    let kind = kind.or_else(|| (opening.rank.is_some() && (!opening.noun || name.units > 1)).then_some(OfficialKind::State));
    let body_noun = opening.office.as_ref().and_then(|(_, office)| office.body_noun).filter(|_| kind.is_none());
    let thin = opening.office.as_ref().is_none_or(|(_, office)| office.bare);
    let whole = Phrase::new(Span::of(opening.start..name.end), opening.outside);
    found.push(Found {
        name: plain(name),
        office,
        kind,
        whole,
        titled: opening.titled,
        refers,
        body_noun,
        royal: opening.royal,
        epithet: false,
        thin,
    });
    let mut end = apposition(block, found, name.end);
    end = also_known(block, found, end);
    // «وزيرا الخارجية والدفاع فلان وفلان»
    if holders == Holders::Many {
        while let Some((name, outside)) = next_in_list(block, end) {
            let phrase = Phrase::new(Span::of(name.start..name.end), outside);
            found.push(Found { office, kind, thin: false, ..Found::bare(phrase) });
            end = name.end;
        }
    }
    Some(end)
}

/// «المتحدث باسم حزب بهاراتيا جاناتا، فلان فلان، …», «أمير كاورا نامودا، الحاج فلان فلان، …»: one word no list knows between an
/// office and a name with a comma on either side belongs to the office; so does one before a title («… لمكناس تافيلالت السيد فلان»).
fn with_last_word(block: &Block, mut opening: Opening) -> Opening {
    let at = opening.end;
    let comma = |at| is_mark(block, at, &["،", ","]);
    if let Some((phrase, office)) = &mut opening.office
        && !office.bare
        && (comma(at + 1) || vocabulary().is_title(block, at + 1))
        && matches!(vocabulary().sort(block, at), Sort::Unknown | Sort::Shared)
    {
        let behind = at + 1 + usize::from(comma(at + 1));
        let titles = opening_at(block, behind).filter(|o| o.office.is_none());
        let name = name_at(block, titles.as_ref().map_or(behind, |titles| titles.end), opening.start, Evidence::Strong);
        let titled = titles.is_some() && vocabulary().sort(block, at) == Sort::Unknown;
        if name.is_some_and(|name| name.units >= 2 && (titled || comma(at + 1) && comma(name.end))) {
            *phrase = Phrase::new(Span::of(phrase.tokens.start as usize..at + 1), phrase.outside);
            opening.end = at + 1;
        }
    }
    opening
}

/// Titles and offices from token `at` on.
fn opening_at(block: &Block, at: usize) -> Option<Opening> {
    let mut opening =
        Opening { start: at, outside: 0, end: at, office: None, rank: None, titled: false, trade: false, noun: false, royal: false };
    let mut outside = None;
    let mut attached = Clitics::CONJUNCTION.with(Clitics::PREPOSITION);
    loop {
        let office = office_at(block, opening.end);
        if opening.office.is_some()
            && let Some(office) = office.filter(|o| o.bare && o.clitics == Clitics::AL)
        {
            // «النائب العام المستشار فلان»: behind an office another by itself is a title.
            opening.end = office.resume;
        } else if opening.office.is_none()
            && let Some(office) = office.filter(|o| o.clitics.is_within(attached.with(Clitics::AL).with(Clitics::PRONOUN)))
        {
            let phrase = chain(block, &mut opening, office);
            outside.get_or_insert(phrase.outside);
        } else if let Some((end, title, clitics)) = title_at(block, opening.end, attached) {
            outside.get_or_insert(clitics);
            match title.0 {
                Title::Rank => {
                    opening.rank.get_or_insert(Phrase::new(Span::of(opening.end..end), clitics));
                }
                Title::Royal => opening.royal = true,
                // «صاحب الجلالة السلطان قابوس»
                Title::Ruler => {
                    opening.rank.get_or_insert(Phrase::new(Span::of(opening.end..end), clitics));
                }
                Title::Honorific => {}
                Title::Trade => opening.trade = true,
            }
            opening.noun = !opening.titled && title.1;
            opening.titled = true;
            opening.end = end;
        } else {
            break;
        }
        attached = Clitics::NONE;
    }
    if opening.end == at {
        return None;
    }
    opening.outside = outside.unwrap_or(0);
    Some(opening)
}

/// Takes the offices that go on from one another: «ولي العهد ووزير الدفاع», «مستشار الرئيس أمير المنطقة».
fn chain(block: &Block, opening: &mut Opening, first: OfficePhrase) -> Phrase {
    let mut phrase = first.phrase;
    let mut whole = first;
    opening.end = first.resume;
    while let Some(next) = chained(block, &whole, opening.end) {
        phrase = Phrase::new(phrase.tokens.join(next.phrase.tokens), phrase.outside);
        opening.end = next.resume;
        whole = OfficePhrase { phrase, bare: false, closed: next.closed, kind: whole.kind.or(next.kind), ..whole };
    }
    opening.office = Some((phrase, whole));
    phrase
}

/// The office at `at` goes on from `before`: same holder, by all signs.
fn chained(block: &Block, before: &OfficePhrase, at: usize) -> Option<OfficePhrase> {
    if before.holders != Holders::One {
        return None;
    }
    if is_mark(block, at, &["،"]) && matches!(block.word_at(at + 1), "الملك" | "الملكه") && !before.bare {
        return office_at(block, at + 1);
    }
    let next = office_at(block, at)?;
    let coordinated = next.clitics == Clitics::WA && !before.closed && !before.bare && next.holders == Holders::One;
    let king = next.bare && matches!(block.word_at(at), "الملك" | "الملكه");
    // «وكيل الوزارة المتحدث باسمها»
    let adjacent = (next.clitics == Clitics::NONE || king || next.clitics == Clitics::AL && !next.bare)
        && next.holders == Holders::One
        && !before.bare;
    let same_head = block.word_at(before.phrase.tokens.start as usize) == block.word_at(at).trim_start_matches('و');
    (coordinated && !same_head || adjacent).then_some(next)
}

/// A title at `at`: its end, what it is, whether it may be a common noun, and the bytes of its clitics. Callings and
/// ranks count only with the article.
fn title_at(block: &Block, at: usize, attached: Clitics) -> Option<(usize, (Title, bool), u8)> {
    let v = vocabulary();
    let found = block.match_at(v.titles, at, attached.with(Clitics::AL))?;
    let title = v.title(found.row);
    let definite = found.reading.clitics.has(Clitics::AL);
    let end = found.tokens.end as usize;
    if !definite && (!matches!(title, Title::Honorific | Title::Royal) || v.sort(block, at) == Sort::Shared) {
        return None;
    }
    // «زميله في الفريق», «مدرب الفريق»: a team.
    if v.is_noun_title(found.row) && at.checked_sub(1).is_some_and(|before| v.governs_noun(block, before)) {
        return None;
    }
    let abbreviated = found.tokens.len() == 1 && block.word(at).len() - usize::from(found.reading.outside) == 2;
    if abbreviated {
        // «م. ك. نايار»: initials.
        if initial(block, end + 1) && block.match_at(v.titles, end + 1, Clitics::NONE).is_none() {
            return None;
        }
        return (is_mark(block, end, &[".", "/"]) && block.tokens()[end].glued).then_some((end + 1, (title, false), found.reading.outside));
    }
    // «دولة الرئيس»: its second word is the office.
    if found.tokens.len() > 1 && office_at(block, end - 1).is_some() {
        return Some((end - 1, (title, false), found.reading.outside));
    }
    // «اللواء (م)», «العميد (ر)»: retired.
    let retired =
        title == Title::Rank && is_mark(block, end, &["("]) && block.word_at(end + 1).len() == 2 && is_mark(block, end + 2, &[")"]);
    let end = if is_mark(block, end, &["/", "\\", ":"]) && title == Title::Honorific { end + 1 } else { end };
    let end = if retired { end + 3 } else { end };
    Some((end, (title, v.is_noun_title(found.row)), found.reading.outside))
}

const QUOTES: &[&str] = &["«", "\"", "“", "”"];

/// The name an opening leads to, and whether a comma stands between.
fn name_behind(block: &Block, opening: &Opening) -> Option<(Name, bool)> {
    let mut at = opening.end;
    if let Some(aside) = block.match_at(vocabulary().asides, at, Clitics::AL) {
        at = aside.tokens.end as usize;
    }
    if is_mark(block, at, QUOTES) || is_mark(block, at, &["("]) {
        let name = name_at(block, at + 1, opening.start, Evidence::Strong)?;
        return is_mark(block, name.end, &["»", "\"", "”", ")"]).then_some((name, false));
    }
    if is_mark(block, at, &["،", ","]) {
        let office = opening.office.as_ref()?;
        if office.1.bare {
            return None;
        }
        let titles = opening_at(block, at + 1).filter(|o| o.office.as_ref().is_none_or(|(_, office)| office.bare));
        let start = titles.as_ref().map_or(at + 1, |t| t.end);
        let name = name_at(block, start, opening.start, Evidence::Strong)?;
        let between_commas = || is_mark(block, name.end, &["،", ","]);
        if titles.is_none() && (name.units < 2 || !name.known && !between_commas()) {
            return None;
        }
        return Some((name, true));
    }
    // «بان كي مون»: of words that are common ones elsewhere, but known to be a name.
    let known = || {
        let (_, phrase) = vocabulary().holder_at(block, at).filter(|(_, phrase)| phrase.outside == 0 && phrase.tokens.len() > 1)?;
        Some(Name { start: at, end: phrase.tokens.end as usize, units: phrase.tokens.len(), known: true })
    };
    let name = name_at(block, at, opening.start, Evidence::Strong).or_else(known)?;
    plausible(block, opening, &name).then_some((name, false))
}

/// One unknown word behind an office may be a noun the lexicon lacks, unless what stands around it speaks for a name.
fn plausible(block: &Block, opening: &Opening, name: &Name) -> bool {
    let v = vocabulary();
    // «أكد الوزير علي ضرورة»: the preposition, in a paper that writes no «ى».
    if name.units == 1 && block.word(name.start) == ALI {
        return !block.is_word(name.end) || v.is_function(block, name.end) || v.sort(block, name.end) == Sort::Verb;
    }
    if name.known {
        return true;
    }
    let sort = v.sort(block, name.start);
    // «الفريق جاهز»: a team.
    if opening.office.is_none() && name.units < 2 && (opening.noun || (opening.trade || opening.rank.is_some()) && sort != Sort::Definite) {
        return false;
    }
    if sort == Sort::Kin || sort == Sort::Family {
        return true;
    }
    // «الرئيس الشرعي الوحيد»: two adjectives.
    let bare = || opening.office.as_ref().is_some_and(|(_, office)| office.bare);
    if sort == Sort::Definite && name.units == 2 && !opening.titled && bare() && v.sort(block, name.end - 1) == Sort::Nisba {
        return false;
    }
    // «والأمير الهجين»: an adjective.
    if opening.royal && opening.office.is_none() && name.units == 1 && sort == Sort::Definite {
        return false;
    }
    if name.units == 1 && sort == Sort::Definite {
        // «الإمبراطور المغولي "فلان"»: an adjective.
        if is_mark(block, name.end, QUOTES) {
            return false;
        }
        // «والي ضنك الأضرار», «تفقد الوزير الأضرار»: a noun no list knows, unless it looks like a family name or speaks.
        let speaks = || block.word_at(name.end) == "ان" || v.sort(block, name.end) == Sort::Verb;
        if !opening.titled && !block.word(name.start).ends_with('ي') && !speaks() {
            return false;
        }
        // «نظيره الهلالي» is a club's.
        return opening.titled || opening.office.as_ref().is_some_and(|(_, o)| (o.bare || o.closed) && o.holders != Holders::Peer);
    }
    if name.units == 1 {
        // «الوزير الجديد مساعديه»
        let own = block.tells_ta && block.last_letter(name.start) == Some('ه') && name.end - name.start == 1;
        return opening.titled || !own && block.last_letter(name.start) != Some('ة');
    }
    true
}

/// Names after a verb or noun of appointing, which then give the office.
fn behind_appointment(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let v = vocabulary();
    if !v.appoints(block, at) {
        return None;
    }
    let titles = opening_at(block, at + 1).filter(|opening| opening.office.is_none());
    let name = name_at(block, titles.map_or(at + 1, |opening| opening.end), at + 1, Evidence::Strong)?;
    let whole = plain(name);
    let (office, kind) = match appointed_office(block, name.end) {
        Some(office) => (Some(office.phrase), office.kind),
        // «وعيّن فلاناً خلفاً لها»
        None if block.word_at(name.end) == "خلفا" => (None, found.iter().rev().find_map(|f| f.kind)),
        None => return None,
    };
    found.push(Found { office, kind, thin: false, ..Found::bare(whole) });
    Some(name.end)
}

/// The office in the accusative (وزيراً) behind a name, within its sentence, before somebody else's title or rank.
fn appointed_office(block: &Block, from: usize) -> Option<OfficePhrase> {
    let limit = (block.sentence_of(from.checked_sub(1)?).end as usize).min(from + APPOINTMENT_REACH);
    for at in from..limit {
        if let Some(office) = role_at(block, at) {
            return Some(office);
        }
        if opening_at(block, at).is_some_and(|opening| opening.titled) {
            return None;
        }
    }
    None
}

/// An office in the accusative at `at`.
fn role_at(block: &Block, at: usize) -> Option<OfficePhrase> {
    office_at(block, at).filter(|office| office.holders == Holders::Role && !office.clitics.has(Clitics::AL))
}

/// A name without office or title before it: a known name, or words behind a verb of saying or before an apposition.
fn bare_name(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if let Some(end) = known_holder(block, at, found) {
        return Some(end);
    }
    let v = vocabulary();
    let clitic = clitic_before_name(block, at).filter(|_| !opens_sentence(block, at));
    if clitic.is_none()
        && let Some(end) = joined_name(block, at, found)
    {
        return Some(end);
    }
    let sort = if clitic.is_some() { Sort::Given } else { v.sort(block, at) };
    let said = || at.checked_sub(1).is_some_and(|before| v.says(block, before) || v.leads(block, before));
    // «قال فلان فلان، رئيس كذا», «بحضور فلان فلان وزير كذا»: any word may be a name there, if it is one of two and an office follows.
    let introduced = said()
        || at
            .checked_sub(1)
            .is_some_and(|before| v.sort(block, before) == Sort::Verb || v.is_verb(block.word(before)) || v.is_beside(block, before));
    let by_place = introduced && matches!(sort, Sort::Other | Sort::Verb | Sort::Place | Sort::Foreign) && may_name(block, at);
    let opens = match sort {
        Sort::Shared if block.word(at) == ALI && !block.tells_ya => said(),
        Sort::Given | Sort::Shared => true,
        Sort::Kin => matches!(block.word(at), "عبد" | "ابو"),
        _ if initial(block, at) => said(),
        Sort::Unknown if introduced => true,
        Sort::Unknown => {
            // Behind a mark, a verb of saying, a preposition or a definite noun, as an object stands.
            at.checked_sub(1)
                .is_none_or(|before| !block.is_word(before) || v.is_function(block, before) || block.word(before).starts_with("ال"))
        }
        _ => by_place,
    };
    if !opens || is_verb_of_clause(block, at) || at.checked_sub(1).is_some_and(|before| v.is_named_after(block, before)) {
        return None;
    }
    let evidence = if clitic.is_some() || by_place {
        Evidence::First
    } else if matches!(sort, Sort::Unknown | Sort::Kin) || initial(block, at) {
        Evidence::Strong
    } else {
        Evidence::Weak
    };
    let name = name_at(block, at, at, evidence)?;
    let succeeding = succeeds(block, at) || clitic.is_some_and(|_| at > 0 && matches!(block.word(at - 1), "خلفا" | "خليفه"));
    let led = at.checked_sub(1).and_then(|before| led_kind(block, before));
    let led = led.or_else(|| succeeding.then(|| found.iter().rev().find_map(|f| f.kind)).flatten());
    let second = v.sort(block, at + 1);
    let sure = match sort {
        Sort::Given | Sort::Kin => name.units >= 2,
        Sort::Shared => {
            name.units >= 2 && (said() || matches!(second, Sort::Given | Sort::Shared | Sort::Kin | Sort::Family | Sort::Definite))
        }
        _ => name.units >= 2 && !by_place && (succeeding || said()),
    };
    let phrase = Phrase::new(Span::of(name.start..name.end), clitic.unwrap_or(0));
    found.push(Found { kind: led, ..Found::bare(phrase) });
    let end = apposition(block, found, name.end);
    let apposed = found.last().is_some_and(|last| last.office.is_some());
    if !(sure || apposed && name.units >= 2) {
        found.pop();
        return None;
    }
    Some(also_known(block, found, end))
}

/// «وطالب فلان»: a verb where a sentence begins, though it is a name elsewhere.
fn opens_sentence(block: &Block, at: usize) -> bool {
    let starts = at == 0 || is_mark(block, at - 1, &[".", "؟", "!", ":"]);
    starts && block.word(at).starts_with('و') && vocabulary().is_verb(block.word(at))
}

/// «فيما طالب فلان»: behind «فيما», «كما», «قد» a verb, though it is a name elsewhere.
fn is_verb_of_clause(block: &Block, at: usize) -> bool {
    let opens = |before| matches!(block.word(before), "فيما" | "بينما" | "كما" | "وكما" | "قد" | "وقد" | "حيث" | "اذ" | "كذلك");
    at.checked_sub(1).is_some_and(opens) && vocabulary().is_verb(block.word(at))
}

/// The word may be a name that no list knows: neither definite nor anything the lexicon has, nor in a clitic.
fn may_name(block: &Block, at: usize) -> bool {
    let v = vocabulary();
    let word = block.word(at);
    let listed = v.is_function(block, at) && word != "ان" || v.is_base_word(word) || v.is_office_word(block, at);
    !listed
        && !looks_common(block, at)
        && !word.ends_with("ته")
        && !word.starts_with("ال")
        && block.match_at(v.bodies, at, Clitics::AL).is_none()
        && !v.says(block, at)
}

/// «وفوتيس كوفيليس، رئيس الحزب»: a و before a name no list knows, shown by the office in apposition.
fn joined_name(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let v = vocabulary();
    // «وأعلن وانجيرو كاماو»
    let subject = at.checked_sub(1).is_some_and(|before| v.says(block, before) || v.leads(block, before));
    if subject || !block.word(at).starts_with('و') || !block.readings(at).is_empty() || v.sort(block, at) == Sort::Verb {
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
fn led_kind(block: &Block, at: usize) -> Option<OfficialKind> {
    let v = vocabulary();
    if !v.leads(block, at) {
        return None;
    }
    body_before(block, at, LED_REACH)
}

/// The kind of office of the nearest public body within `reach` tokens before `at`, in its sentence.
fn body_before(block: &Block, at: usize, reach: usize) -> Option<OfficialKind> {
    let from = at.saturating_sub(reach).max(block.sentence_of(at).start as usize);
    let v = vocabulary();
    // «وفد برلماني … برئاسة فلان»
    let of_public = |at| v.modifier_kind(block.match_at(v.modifiers, at, Clitics::AL)?.row);
    (from..at).rev().find_map(|body| v.public_body(block, body).map(|(_, kind)| kind).or_else(|| of_public(body)))
}

/// Before `at` stands that whoever is named there held the office before, or was given it after: «خلفاً لـ», «بدلاً من».
fn succeeds(block: &Block, at: usize) -> bool {
    let behind =
        |tokens: usize| at.checked_sub(tokens).and_then(|start| block.match_at(vocabulary().succession, start, Clitics::CONJUNCTION));
    (1..=3).any(|tokens| behind(tokens).is_some_and(|found| found.tokens.end as usize == at))
}

/// Somebody whose name alone is known for public office, unless the name goes on to be another's.
fn known_holder(block: &Block, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    let v = vocabulary();
    let (row, phrase) = v.holder_at(block, at)?;
    if at.checked_sub(1).is_some_and(|before| v.is_named_after(block, before)) {
        return None;
    }
    let evidence = if phrase.outside > 0 { Evidence::First } else { Evidence::Strong };
    // «بوش الابن»
    let mut end = phrase.tokens.end as usize;
    while matches!(v.sort(block, end), Sort::Second | Sort::Regnal) {
        end += 1;
    }
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
    Some(apposition(block, found, end))
}

/// Gives the name that ends at `from`, the last found, the office in apposition behind it; where reading goes on.
fn apposition(block: &Block, found: &mut [Found], from: usize) -> usize {
    let Some(last) = found.last_mut() else { return from };
    let separated = is_mark(block, from, &["،", ",", "(", "-", "–", "»", "\"", "”", ")", "؛"]);
    let mut at = from + usize::from(separated);
    // «(54 عاما)»
    if let Some(end) = age(block, from) {
        at = end + usize::from(is_mark(block, end, &["،", ","]));
    }
    if separated && matches!(block.word_at(at), "وهو" | "وهي" | "وكان") {
        at += 1 + usize::from(matches!(block.word_at(at + 1), "ايضا" | "كذلك"));
    }
    let post = post_behind(block, at);
    at = post.unwrap_or(at);
    // «أول رئيس دائم للمجلس»
    let ranked = matches!(block.word_at(at), "اول" | "ثاني" | "ثالث" | "اخر");
    if let Some(office) = office_at(block, at + usize::from(ranked))
        && last.thin
        && !office.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION))
        && (matches!(office.holders, Holders::One) || post.is_some())
        // «الوزير الأول»
        && (!office.bare || office.phrase.tokens.len() > 1)
    {
        let mut opening =
            Opening { start: at, outside: 0, end: at, office: None, rank: None, titled: false, trade: false, noun: false, royal: false };
        let phrase = chain(block, &mut opening, office);
        // «…, قائد القوات، اللواء فلان»: the title's.
        let title_behind = || opening_at(block, opening.end + 1).is_some_and(|o| o.rank.is_some());
        let follows = name_behind(block, &opening).is_some_and(|(_, comma)| !comma || title_behind());
        if !follows {
            let (_, office) = opening.office.expect("chain sets the office");
            let phrase = if ranked { Phrase::whole(Span::of(at..phrase.tokens.end as usize)) } else { phrase };
            last.office = Some(phrase);
            last.kind = last.kind.or(office.kind);
            last.thin = false;
            last.whole = Phrase::new(last.whole.tokens.join(phrase.tokens), last.whole.outside);
            return opening.end;
        }
    }
    if last.thin
        && let Some(role) = appointed(block, last.name, from)
    {
        last.office = Some(role.phrase);
        last.kind = last.kind.or(role.kind);
        last.thin = false;
    }
    from
}

/// Adds the other name the text gives whoever was found last; where reading goes on.
fn also_known(block: &Block, found: &mut Vec<Found>, from: usize) -> usize {
    let Some((name, end)) = epithet(block, from) else { return from };
    found.push(Found { epithet: true, thin: false, ..Found::bare(name) });
    end
}

/// «المعروف باسم فلان», «الملقب بفلان», «(أبو فلان)», «(واسمه الحركي فلان)»: the name, and where it is over.
pub(super) fn epithet(block: &Block, at: usize) -> Option<(Phrase, usize)> {
    let bracket = is_mark(block, at, &["("]);
    let at = at + usize::from(bracket || is_mark(block, at, &["،", ","]));
    let mut start = match block.word_at(at) {
        "المعروف" | "المعروفه" | "الملقب" | "الملقبه" | "المكني" | "المكناه" | "الشهير" | "الشهيره" | "المشهور" => {
            at + 1 + usize::from(matches!(block.word_at(at + 1), "باسم" | "ب"))
        }
        "واسمه" | "واسمها" | "اسمه" | "اسمها" => {
            at + 1 + usize::from(matches!(block.word_at(at + 1), "الحركي" | "الحقيقي" | "المستعار" | "الكامل"))
        }
        "ابو" | "ام" if bracket => at,
        _ => return None,
    };
    start += usize::from(is_mark(block, start, QUOTES));
    let attached = start == at + 1 && block.word_at(start).starts_with('ب') && block.word(start).len() > 8;
    let evidence = if attached { Evidence::First } else { Evidence::Strong };
    let name = name_at(block, start, start, evidence)?;
    let end = name.end + usize::from(is_mark(block, name.end, QUOTES) || is_mark(block, name.end, &["»"]));
    let end = end + usize::from(bracket && is_mark(block, end, &[")"]));
    Some((Phrase::new(Span::of(name.start..name.end), if attached { 2 } else { 0 }), end))
}

/// «، الذي يشغل منصب …», «التي تولت حقيبة …»: where the office begins.
fn post_behind(block: &Block, at: usize) -> Option<usize> {
    let relative = matches!(block.word_at(at), "الذي" | "التي" | "اللذان" | "اللذين");
    let limit = (at + POST_REACH).min(block.tokens().len());
    let post = (at + 1..limit).take_while(|&at| block.is_word(at)).find(|&at| is_post(block.word(at)));
    post.filter(|_| relative).map(|at| at + 1)
}

/// Behind it stands the office somebody holds, or wins, or leaves.
fn is_post(word: &str) -> bool {
    matches!(word.strip_prefix(['ب', 'ل']).unwrap_or(word), "منصب" | "منصبي" | "مهام" | "مناصب" | "وظيفه")
}

/// «(54 عاماً)» at `at`: where it ends.
fn age(block: &Block, at: usize) -> Option<usize> {
    let number = block.tokens().get(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
    let years = matches!(block.word_at(at + 2), "عاما" | "سنه" | "عام" | "سنوات");
    (is_mark(block, at, &["("]) && number && years && is_mark(block, at + 3, &[")"])).then_some(at + 4)
}

/// The office an appointment gives the name: its verb stands before, in the same sentence.
fn appointed(block: &Block, name: Phrase, from: usize) -> Option<OfficePhrase> {
    let start = name.tokens.start as usize;
    // «واللواء فلان رئيساً للأركان»: the verb may stand far before it.
    if let Some(office) = role_at(block, from) {
        return Some(office);
    }
    let sentence = block.sentence_of(start);
    let back = start.saturating_sub(8).max(sentence.start as usize);
    let v = vocabulary();
    (back..start).any(|at| v.appoints(block, at)).then(|| appointed_office(block, from)).flatten()
}

/// The next name of a list: «وفلان», «، فلان».
fn next_in_list(block: &Block, at: usize) -> Option<(Name, u8)> {
    if let Some(outside) = clitic_before_name(block, at) {
        return name_at(block, at, at, Evidence::First).map(|name| (name, outside));
    }
    let word = block.word_at(at);
    if block.is_word(at) && word.starts_with('و') && word.len() > 8 {
        return name_at(block, at, at, Evidence::First).filter(|name| name.units >= 2).map(|name| (name, 2));
    }
    None
}

fn plain(name: Name) -> Phrase {
    Phrase::whole(Span::of(name.start..name.end))
}
