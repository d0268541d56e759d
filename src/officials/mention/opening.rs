//! What opens a name: offices that go on from one another, titles, and whether a name follows them.

use super::QUOTES;
use crate::lexicon::topic;
use crate::officials::name::{Evidence, Name, begins_name, initial, name_at};
use crate::officials::office::{OfficePhrase, office_at};
use crate::officials::vocabulary::{ALI, Holders, Sort, Title, is_mark, vocabulary};
use crate::text::{Block, Clitics, Phrase, Span};

/// What stands before a name: titles and offices.
pub(super) struct Opening {
    pub(super) start: usize,
    pub(super) outside: u8,
    /// Where the name should begin.
    pub(super) end: usize,
    pub(super) office: Option<(Phrase, OfficePhrase)>,
    pub(super) rank: Option<Phrase>,
    pub(super) titled: bool,
    trade: bool,
    /// The title may be a common noun.
    pub(super) noun: bool,
    /// «الأمير»
    pub(super) royal: bool,
}

impl Opening {
    /// Nothing read yet.
    pub(super) fn at(at: usize) -> Opening {
        Opening { start: at, outside: 0, end: at, office: None, rank: None, titled: false, trade: false, noun: false, royal: false }
    }
}

/// Titles and offices from token `at` on.
pub(super) fn opening_at(block: &Block, at: usize) -> Option<Opening> {
    if !block.may_begin_any(&[topic::OFFICE_HEADS, topic::TITLES], at) {
        return None;
    }
    let mut opening = Opening::at(at);
    let mut outside = None;
    let mut attached = Clitics::CONJUNCTION.with(Clitics::PREPOSITION);
    loop {
        let office = office_at(block, opening.end);
        if let Some((_, first)) = &mut opening.office
            && let Some(office) = office.filter(|o| o.bare && o.clitics == Clitics::AL)
        {
            // «النائب العام المستشار فلان»: behind an office another by itself is a title, which may say what the office is.
            first.kind = first.kind.or(office.kind);
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
        } else if let Some(end) = joined_trade(block, &opening) {
            opening.end = end;
            opening.titled = true;
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

/// What stands right before a name that is known by itself: a title or an office, and both together.
#[derive(Clone, Copy)]
pub(in crate::officials) struct TitleBefore {
    pub office: Option<Phrase>,
    pub whole: Phrase,
}

/// Titles and ranks have at most so many words.
const TITLE_REACH: usize = 3;

/// The titles and the bare office that end right before token `name`, from token `free` on: «العميد», «الرئيس».
pub(in crate::officials) fn title_before(block: &Block, name: usize, free: usize) -> Option<TitleBefore> {
    let from = name.saturating_sub(TITLE_REACH).max(free);
    (from..name).find_map(|at| {
        // «المتحدثة باسم فلان»: another's.
        let opening = opening_at(block, at).filter(|opening| opening.end == name && block.word(name - 1) != "باسم")?;
        let bare = opening.office.as_ref().is_none_or(|(_, office)| office.bare);
        let office = opening.office.as_ref().map(|(phrase, _)| *phrase).or(opening.rank);
        bare.then(|| TitleBefore { office, whole: Phrase::new(Span::of(at..name), opening.outside) })
    })
}

/// «النائب السابق والخبير الاقتصادي»: what else somebody is whose office says of nothing what; behind «وزير المالية» it would be
/// somebody else.
fn joined_trade(block: &Block, opening: &Opening) -> Option<usize> {
    let v = vocabulary();
    let (_, office) = opening.office.as_ref().filter(|(phrase, office)| office.of_nothing && phrase.tokens.len() > 1)?;
    let trade = block.match_at(topic::TITLES, opening.end, Clitics::WA.with(Clitics::AL))?;
    let joined = trade.reading.clitics == Clitics::WA.with(Clitics::AL) && v.title(trade.row) == Title::Trade;
    let mut end = trade.tokens.end as usize;
    // «المائي»: whatever adjective it is.
    end += usize::from(block.word_at(end).starts_with("ال") && !v.is_title(block, end) && !begins_name(block, end));
    (joined && office.holders == Holders::One && (begins_name(block, end) || v.is_title(block, end))).then_some(end)
}

/// Takes the offices that go on from one another: «ولي العهد ووزير الدفاع», «مستشار الرئيس أمير المنطقة».
pub(super) fn chain(block: &Block, opening: &mut Opening, first: OfficePhrase) -> Phrase {
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
    let found = block.match_at(topic::TITLES, at, attached.with(Clitics::AL))?;
    let title = v.title(found.row);
    let definite = found.reading.clitics.has(Clitics::AL);
    let end = found.tokens.end as usize;
    if !definite && (!matches!(title, Title::Honorific | Title::Royal) || v.opens_name(found.reading.word)) {
        return None;
    }
    // «الشيخ ولد فلان»: a first name, as «المختار» is.
    if title == Title::Honorific && matches!(block.word_at(end), "ولد" | "منت") {
        return None;
    }
    // «زميله في الفريق», «مدرب الفريق»: a team.
    if v.is_noun_title(found.row) && at.checked_sub(1).is_some_and(|before| v.governs_noun(block, before)) {
        return None;
    }
    let abbreviated = found.tokens.len() == 1 && block.word(at).len() - usize::from(found.reading.outside) == 2;
    if abbreviated {
        // «م. ك. نايار»: initials.
        if initial(block, end + 1) && block.match_at(topic::TITLES, end + 1, Clitics::NONE).is_none() {
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
    // «اللواء المتقاعد»
    let service = if title == Title::Rank { v.service_end(block, end) } else { None };
    // «الفريق» alone may be a team.
    let noun = v.is_noun_title(found.row) && service.is_none();
    Some((service.unwrap_or(end), (title, noun), found.reading.outside))
}

/// «المتحدث باسم حزب بهاراتيا جاناتا، فلان فلان، …», «أمير كاورا نامودا، الحاج فلان فلان، …»: one word no list knows between an
/// office and a name with a comma on either side belongs to the office; so does one before a title («… لمكناس تافيلالت السيد فلان»).
pub(super) fn with_last_word(block: &Block, mut opening: Opening) -> Opening {
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
        let titled = titles.as_ref().filter(|_| vocabulary().sort(block, at) == Sort::Unknown);
        if name.is_some_and(|name| name.units >= 2 && (titled.is_some() || comma(at + 1) && comma(name.end))) {
            *phrase = Phrase::new(Span::of(phrase.tokens.start as usize..at + 1), phrase.outside);
            (opening.end, opening.titled) = match titled {
                Some(titles) if !comma(at + 1) => (titles.end, true),
                _ => (at + 1, opening.titled),
            };
        }
    }
    opening
}

/// The name an opening leads to, and whether a comma stands between.
pub(super) fn name_behind(block: &Block, opening: &Opening) -> Option<(Name, bool)> {
    let mut at = opening.end;
    if let Some(aside) = block.match_at(topic::OFFICE_ASIDES, at, Clitics::AL) {
        at = aside.tokens.end as usize;
    }
    if let Some(name) = behind_copula(block, opening, at) {
        return Some((name, false));
    }
    if is_mark(block, at, QUOTES) || is_mark(block, at, &["("]) {
        let name = name_at(block, at + 1, opening.start, Evidence::Strong).filter(|name| plausible(block, opening, name))?;
        return is_mark(block, name.end, &["»", "\"", "”", ")"]).then_some((name, false));
    }
    if is_mark(block, at, &["،", ","]) {
        let office = opening.office.as_ref()?;
        if office.1.bare {
            return None;
        }
        // «…، واللواء فلان»: another person.
        let titles = opening_at(block, at + 1).filter(|o| o.outside == 0 && o.office.as_ref().is_none_or(|(_, office)| office.bare));
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

/// «القنصل العام هو الدبلوماسي التونسي فلان فلان»: a known name behind «هو».
fn behind_copula(block: &Block, opening: &Opening, at: usize) -> Option<Name> {
    if !matches!(block.word_at(at), "هو" | "هي") || opening.office.as_ref().is_none_or(|(_, office)| office.bare) {
        return None;
    }
    let titles = opening_at(block, at + 1).filter(|titles| titles.office.is_none());
    let titled = titles.is_some();
    let start = titles.map_or(at + 1, |titles| titles.end);
    let nisba = start > at + 1 && block.match_at(topic::NISBAS, start, Clitics::AL).is_some();
    name_at(block, start + usize::from(nisba), at, Evidence::Strong).filter(|name| (name.known || titled) && name.units >= 2)
}

/// One unknown word behind an office may be a noun the lexicon lacks, unless what stands around it speaks for a name.
fn plausible(block: &Block, opening: &Opening, name: &Name) -> bool {
    let v = vocabulary();
    // «أكد الوزير علي ضرورة»: the preposition, in a paper that writes no «ى».
    if name.units == 1 && block.word(name.start) == ALI {
        return !block.is_word(name.end) || v.is_function(block, name.end) || v.sort(block, name.end) == Sort::Verb;
    }
    // «ثمّن السفير "الدور المحوري"»: a noun and its adjective.
    let quoted = name.start.checked_sub(1).is_some_and(|before| is_mark(block, before, QUOTES));
    if quoted && name.units == 2 && !opening.titled && [name.start, name.end - 1].iter().all(|&at| block.word(at).starts_with("ال")) {
        return false;
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
        let own = block.orthography.tells_ta && block.last_letter(name.start) == Some('ه') && name.end - name.start == 1;
        return opening.titled || !own && block.last_letter(name.start) != Some('ة');
    }
    true
}
