//! What a sentence says first that its money is for: «لتحقيق الأمن الغذائي، قرر البنك …», «بهدف تطوير الري، خصصت الوزارة …».

use super::frame::Part;
use super::passage::Passage;
use crate::phrases::{Class, Extent, NounKind, noun_phrase};
use crate::text::{Clitics, Phrase};

/// The act behind ل or behind a word of purpose that opens the sentence and ends, with no verb between, at a comma before its first
/// sum.
pub fn opening_purpose(passage: &Passage) -> Option<Phrase> {
    /// Tokens up to the comma.
    const LONGEST: usize = 16;
    let words = &passage.words;
    let start = words.start();
    let led = passage.trigger_at(start).map(|i| &passage.triggers[i]).filter(|t| t.part == Part::Preposition && t.frame.bare[0].is_some());
    let at = led.map_or(start, |t| t.end());
    let act = noun_phrase(words, at, Extent::Activity)?;
    let done = matches!(act.head.kind, Some(NounKind::Activity | NounKind::Aid)) && act.head_at == at;
    let leads = led.is_some() || words.at(at).clitics.has(Clitics::LI);
    let first_sum = passage.sums.first()?.start as usize;
    let ends =
        (act.end()..first_sum.min(start + LONGEST)).find(|&at| !(words.at(at).is_nominal() || words.at(at).class == Class::Preposition));
    let comma = ends.is_some_and(|at| words.at(at).class == Class::Comma);
    (done && leads && comma).then_some(act.phrase)
}
