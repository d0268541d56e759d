//! How a sentence ends.

use crate::text::{Block, Span, Tokens};

/// How a sentence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With nothing: a heading, or a line that was cut.
    Bare,
    Stop,
    /// With dots, as columnists let a thought go on.
    Ellipsis,
    Question,
    Exclamation,
    Colon,
}

/// Marks between the beginning of what is reported and its quotation.
const QUOTED_WITHIN: u32 = 3;

/// A mark inside a quotation is the sentence's own where what is `reported` begins with the quotation.
pub(super) fn ending(block: &Block, scope: Span<Tokens>, reported: Span<Tokens>) -> Ending {
    let closing = |at: &usize| matches!(block.word(*at), "»" | "”" | "\"" | "’" | ")" | "]");
    let last = scope.range().rev().find(|at| !closing(at));
    let quoted = last.and_then(|at| block.quotations_over(Span::of(at..at + 1)).first());
    if quoted.is_some_and(|q| q.closed && q.inside.start > reported.start + QUOTED_WITHIN) {
        return Ending::Stop;
    }
    let Some(last) = last else { return Ending::Bare };
    // Of several marks the first tells most: «؟!», «؟..», «!!.».
    let ends = |at: &usize| matches!(block.word(*at), "." | "…" | "!" | "؟" | "?");
    let marks = (scope.start as usize..=last).rev().take_while(ends).count();
    let run = last + 1 - marks..last + 1;
    let any = |wanted: &[&str]| run.clone().any(|at| wanted.contains(&block.word(at)));
    match marks {
        0 if block.word(last) == ":" => Ending::Colon,
        0 => Ending::Bare,
        _ if any(&["؟", "?"]) => Ending::Question,
        _ if any(&["!"]) => Ending::Exclamation,
        1 if block.word(last) == "." => Ending::Stop,
        _ => Ending::Ellipsis,
    }
}
