//! What may stand at the head of a sentence of news and names nobody who speaks.

use crate::attribution::lexis::PhraseRole;
use crate::attribution::view::{Kind, View};
use crate::lexicon::topic;
use crate::text::{Clitics, Span, Tokens};

/// Datelines, agency tags («واس - الرياض:»), the hour and the tag of a line of news («10:15 – عاجل |») name nobody who
/// speaks: the first token behind them.
pub(super) fn skip_provenance(view: &View, sentence: Span<Tokens>) -> usize {
    let end = sentence.end as usize;
    let start = skip_tag(view, skip_hour(view, sentence.start as usize, end), end);
    let mut dash = false;
    for at in start..end.min(start + 12) {
        match view.kind(at) {
            Kind::Dash | Kind::OpenBracket => dash = true,
            Kind::Colon if view.kind(at + 1) == Kind::Number && at > start && view.kind(at - 1) == Kind::Number => return at + 2,
            Kind::Colon
                if dash || at > start + 1 && view.matches(topic::CITIES, at - 1).is_some_and(|m| m.reading.clitics == Clitics::NONE) =>
            {
                return at + 1;
            }
            Kind::Colon | Kind::That => break,
            _ if view.verb(at).is_some() => break,
            _ => {}
        }
    }
    start
}

/// «10:15 –», «10:15 بتوقيت غرينتش –»
fn skip_hour(view: &View, start: usize, end: usize) -> usize {
    if view.kind(start) != Kind::Number {
        return start;
    }
    let behind = if view.kind(start + 1) == Kind::Colon && view.kind(start + 2) == Kind::Number { start + 3 } else { start + 1 };
    let dash = (behind..end.min(behind + 3)).find(|&i| view.kind(i) != Kind::Word);
    dash.filter(|&i| view.kind(i) == Kind::Dash).map_or(start, |i| i + 1)
}

/// «عاجل |», «بالفيديو..»
fn skip_tag(view: &View, start: usize, end: usize) -> usize {
    let Some((m, _)) = view.phrase(start).filter(|(_, r)| r.role == PhraseRole::Tag) else { return start };
    let behind = m.tokens.end as usize;
    let is_mark = |&i: &usize| matches!(view.kind(i), Kind::Dash | Kind::Colon | Kind::Stop | Kind::OtherMark | Kind::CloseBracket);
    let marks = (behind..end).take_while(is_mark).count();
    if marks == 0 { start } else { behind + marks }
}
