//! What stands behind a name and says more of whoever bears it: an office in apposition, another name, an age.

use super::appointment::appointed;
use super::opening::{Opening, chain, name_behind, opening_at};
use super::{Found, QUOTES};
use crate::analysis::OfficialKind;
use crate::officials::name::{Evidence, name_at};
use crate::officials::office::office_at;
use crate::officials::vocabulary::{Around, Holders, is_mark, vocabulary};
use crate::text::{Block, Clitics, Phrase, Span, TokenKind};

/// «الذي شغل من قبل منصب»: the post stands within this many tokens.
const POST_REACH: usize = 7;

/// Gives the name that ends at `from`, the last found, the office in apposition behind it; where reading goes on.
pub(super) fn apposition(block: &Block, found: &mut [Found], from: usize) -> usize {
    let Some(last) = found.last_mut() else { return from };
    let v = vocabulary();
    let separated = is_mark(block, from, &["،", ",", "(", "-", "–", "»", "\"", "”", ")", "؛"]);
    let mut at = from + usize::from(separated);
    // «(54 عاما)»
    if let Some(end) = age(block, from) {
        at = end + usize::from(is_mark(block, end, &["،", ","]));
    }
    if separated && v.does(block, at, Around::Being) {
        at += 1 + usize::from(v.does(block, at + 1, Around::Also));
    }
    // «ويشغل فلان حالياً منصب …»
    let holds = (last.whole.tokens.start as usize).checked_sub(1).is_some_and(|before| v.holds(block, before));
    let post = post_behind(block, at, holds);
    at = post.unwrap_or(at);
    // «أول رئيس دائم للمجلس»
    let ranked = v.does(block, at, Around::Rank);
    // «فلان وفلان، وزيرا الدفاع والداخلية»
    let several = |holders| separated && holders == Holders::Many;
    if let Some(office) = office_at(block, at + usize::from(ranked))
        && last.thin
        && !office.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION))
        && (office.holders == Holders::One || post.is_some() || several(office.holders))
        // «الوزير الأول»
        && (!office.bare || office.phrase.tokens.len() > 1)
    {
        let mut opening = Opening::at(at);
        let phrase = chain(block, &mut opening, office);
        // «…, قائد القوات، اللواء فلان»: the title's.
        let title_behind = || opening_at(block, opening.end + 1).is_some_and(|o| o.rank.is_some());
        let follows = name_behind(block, &opening).is_some_and(|(_, comma)| !comma || title_behind());
        if !follows {
            let (_, office) = opening.office.expect("chain sets the office");
            let holders = office.holders;
            let phrase = if ranked { Phrase::whole(Span::of(at..phrase.tokens.end as usize)) } else { phrase };
            last.office = Some(phrase);
            last.kind = last.kind.or(office.kind);
            last.of_nothing = office.of_nothing;
            // «ميا كوستانيتش، المتحدثة باسم رضائي»
            last.refers |= office.refers && last.kind.is_none();
            last.thin = false;
            let names = last.whole.tokens;
            last.whole = Phrase::new(last.whole.tokens.join(phrase.tokens), last.whole.outside);
            let (office, kind) = (last.office, last.kind);
            if several(holders) {
                share(found, names.start, office, kind);
            }
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

/// Gives the names that lead, one after the other, to the last one, its office. `from` is where that one begins.
fn share(found: &mut [Found], mut from: u32, office: Option<Phrase>, kind: Option<OfficialKind>) {
    for before in found.iter_mut().rev().skip(1) {
        if before.whole.tokens.end != from || !before.thin {
            return;
        }
        (before.office, before.kind, before.thin) = (office, before.kind.or(kind), false);
        from = before.whole.tokens.start;
    }
}

/// Adds the other name the text gives whoever was found last; where reading goes on.
pub(super) fn also_known(block: &Block, found: &mut Vec<Found>, from: usize) -> usize {
    let Some((name, end)) = epithet(block, from) else { return from };
    found.push(Found { epithet: true, thin: false, ..Found::bare(name) });
    end
}

/// «المعروف باسم فلان», «الملقب بفلان», «(أبو فلان)», «(واسمه الحركي فلان)»: the name, and where it is over.
pub(in crate::officials) fn epithet(block: &Block, at: usize) -> Option<(Phrase, usize)> {
    let bracket = is_mark(block, at, &["("]);
    let at = at + usize::from(bracket || is_mark(block, at, &["،", ","]));
    let v = vocabulary();
    let mut start = match block.word_at(at) {
        _ if v.does(block, at, Around::KnownAs) => at + 1 + usize::from(matches!(block.word_at(at + 1), "باسم" | "ب")),
        _ if v.does(block, at, Around::Called) => at + 1 + usize::from(v.does(block, at + 1, Around::SortOfName)),
        "ابو" | "ام" if bracket => at,
        _ => return None,
    };
    start += usize::from(is_mark(block, start, QUOTES) || is_mark(block, start, &["("]));
    let attached = start == at + 1 && block.word_at(start).starts_with('ب') && block.word(start).len() > 8;
    let evidence = if attached { Evidence::First } else { Evidence::Strong };
    let name = name_at(block, start, start, evidence)?;
    let end = name.end + usize::from(is_mark(block, name.end, QUOTES) || is_mark(block, name.end, &["»", ")"]));
    let end = end + usize::from(bracket && is_mark(block, end, &[")"]));
    Some((Phrase::new(Span::of(name.start..name.end), if attached { 2 } else { 0 }), end))
}

/// «، الذي يشغل منصب …», «التي تولت حقيبة …»: where the office begins.
/// `held`: a verb before the name says that whoever bears it holds one.
fn post_behind(block: &Block, at: usize, held: bool) -> Option<usize> {
    let relative = matches!(block.word_at(at), "الذي" | "التي" | "اللذان" | "اللذين");
    let limit = (at + POST_REACH).min(block.tokens().len());
    let from = if held { at } else { at + 1 };
    let post = (from..limit).take_while(|&at| block.is_word(at)).find(|&at| vocabulary().is_post(block, at));
    post.filter(|_| relative || held).map(|at| at + 1)
}

/// «(54 عاماً)» at `at`: where it ends.
fn age(block: &Block, at: usize) -> Option<usize> {
    let number = block.tokens().get(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
    let years = vocabulary().does(block, at + 2, Around::Years);
    (is_mark(block, at, &["("]) && number && years && is_mark(block, at + 3, &[")"])).then_some(at + 4)
}
