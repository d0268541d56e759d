//! What stands between quotation marks.

use super::block::Block;
use super::span::{Span, Tokens};
use super::token::{Lexed, TokenKind};

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the marks, without the marks.
    pub inside: Span<Tokens>,
    /// Its opening mark stands in this block.
    pub opened: bool,
    /// A closing mark was found in this block; an open quotation runs to the block's end and may go on in the next.
    pub closed: bool,
    /// It goes on with one that an earlier block opened, whether this block opens it again or not.
    pub continues: bool,
}

/// An open quotation runs over at most this many paragraphs; one that is not closed by then has lost its mark.
const LONGEST_RUN: usize = 8;

/// What a mark can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// Straight marks, and closing ones that some papers open with.
    Either,
}

/// A quotation mark, of one token or of two glued ones (`''`, `<<`).
#[derive(Clone, Copy, Debug)]
struct Mark {
    side: Side,
    /// Marks of one style pair with each other: " and “” do, ' and ‘’, « and ».
    style: Style,
    first: usize,
    /// The token behind it.
    behind: usize,
    /// Glued to what stands before it, or behind it.
    glued: (bool, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Angle,
    Double,
    Single,
}

/// The quotations of a block, in order, outermost only. A closing mark that nothing in the block opened ends a
/// quotation from the block's start; whether it is one only [`run_on`] can tell.
pub fn quotations(shadow: &str, lexed: &Lexed) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    // Marks opened within the open quotation.
    let mut inner: Option<Mark> = None;
    let mut at = 0;
    while at < lexed.tokens.len() {
        let Some(mark) = mark_at(shadow, lexed, at) else {
            at += 1;
            continue;
        };
        at = mark.behind;
        // A single mark may be anything: a real quotation puts an end to what it seemed to open.
        let Some(outer) = open.filter(|outer| outer.style != Style::Single || mark.style == Style::Single) else {
            open = None;
            if mark.opens_alone() {
                open = Some(mark);
            } else if mark.ends_words() && mark.style != Style::Single && found.is_empty() && mark.first > 0 {
                found.push(Quotation { inside: Span::of(0..mark.first), opened: false, closed: true, continues: false });
            }
            continue;
        };
        if let Some(nested) = inner {
            if nested.style == mark.style && mark.side != Side::Opens {
                inner = None;
                continue;
            }
        } else if mark.opens_within(outer) {
            inner = Some(mark);
            continue;
        }
        if mark.closes(outer) {
            found.push(Quotation { inside: Span::of(outer.behind..mark.first), opened: true, closed: true, continues: false });
            (open, inner) = (None, None);
        }
    }
    if let Some(outer) = open.filter(|outer| outer.style != Style::Single) {
        let inside = Span::of(outer.behind..lexed.tokens.len());
        let empty = lexed.tokens[inside.range()].iter().all(|t| t.kind == TokenKind::Mark);
        if !empty {
            found.push(Quotation { inside, opened: true, closed: false, continues: false });
        } else if found.is_empty() && outer.first > 0 {
            found.push(Quotation { inside: Span::of(0..outer.first), opened: false, closed: true, continues: false });
        }
    }
    found
}

/// The mark whose first token is at `at`.
fn mark_at(shadow: &str, lexed: &Lexed, at: usize) -> Option<Mark> {
    let tokens = &lexed.tokens;
    if tokens[at].kind != TokenKind::Mark {
        return None;
    }
    let text = |at: usize| &shadow[tokens[at].span.range()];
    let glued = |at: usize| tokens.get(at).is_some_and(|t| t.glued);
    let twice = glued(at + 1) && text(at + 1) == text(at);
    let (side, style, length) = match text(at) {
        "'" | "`" | "‘" | "’" if twice => (Side::Either, Style::Double, 2),
        "<" if twice => (Side::Opens, Style::Angle, 2),
        ">" if twice => (Side::Closes, Style::Angle, 2),
        "«" => (Side::Opens, Style::Angle, 1),
        "»" => (Side::Closes, Style::Angle, 1),
        "„" => (Side::Opens, Style::Double, 1),
        // Behind a digit some programs make the mark of inches of it.
        "\"" | "“" | "”" | "″" => (Side::Either, Style::Double, 1),
        "‹" => (Side::Opens, Style::Single, 1),
        "›" => (Side::Closes, Style::Single, 1),
        "'" | "‘" | "’" => (Side::Either, Style::Single, 1),
        _ => return None,
    };
    let behind = at + length;
    // In «لـ»المدينة»» the preposition is written on to the mark.
    let before = at > 0 && tokens[at].glued && !matches!(text(at - 1), "ل" | "ب" | "و" | "ك" | "ول" | "وب" | "ـ" | "(" | ":" | "،");
    Some(Mark { side, style, first: at, behind, glued: (before, glued(behind)) })
}

impl Mark {
    /// By its spaces it stands before words rather than behind them.
    fn begins_words(self) -> bool {
        self.glued == (false, true)
    }

    fn ends_words(self) -> bool {
        self.glued.0 && !self.begins_words()
    }

    /// It opens a quotation where none is open. An apostrophe opens none, nor does a » behind its words.
    fn opens_alone(self) -> bool {
        match (self.side, self.style) {
            (Side::Opens, _) => true,
            (Side::Either, Style::Double | Style::Angle) => true,
            (Side::Closes, _) | (_, Style::Single) => self.begins_words(),
        }
    }

    /// It opens a quotation inside another one of a different style.
    fn opens_within(self, outer: Mark) -> bool {
        self.style != outer.style && (self.side == Side::Opens || self.side == Side::Either && self.begins_words())
    }

    /// It closes what `outer` opened: its own pair, or any double or angle mark in its place («…").
    fn closes(self, outer: Mark) -> bool {
        match (outer.style, self.style) {
            (Style::Single, Style::Single) => self.glued.0 && !self.glued.1 || self.side == Side::Closes,
            (_, Style::Single) => false,
            // »…« and »…» open with the closing mark.
            (Style::Angle, Style::Angle) => self.side != outer.side || outer.side == Side::Closes && self.ends_words(),
            _ => self.side != Side::Opens,
        }
    }
}

/// Follows quotations from block to block: one that a block leaves open goes on in the blocks behind it, up to the one
/// that closes it, or as long as each opens it again. What no other block opened is none.
pub(crate) fn run_on(blocks: &mut [Block]) {
    let mut at = 0;
    while at < blocks.len() {
        let is_open = blocks[at].quotations.last().is_some_and(|q| !q.closed);
        let run = if is_open { run_length(&blocks[at + 1..]) } else { 0 };
        for block in &mut blocks[at + 1..at + 1 + run] {
            let whole = Span::of(0..block.lexed.tokens.len());
            match block.quotations.first_mut() {
                Some(first) => first.continues = true,
                None => block.quotations.push(Quotation { inside: whole, opened: false, closed: false, continues: true }),
            }
        }
        at += run.max(1);
    }
    for block in blocks {
        block.quotations.retain(|q| q.opened || q.continues);
    }
}

/// How many of the blocks behind an open quotation are its own.
fn run_length(following: &[Block]) -> usize {
    let mut sure = 0;
    for (i, block) in following.iter().take(LONGEST_RUN).enumerate() {
        let begins = |q: &Quotation| block.lexed.tokens[..q.inside.start as usize].iter().all(|t| t.kind == TokenKind::Mark);
        match block.quotations.first() {
            None => {}
            Some(first) if !first.opened => return i + 1,
            Some(first) if begins(first) && first.closed => return i + 1,
            Some(first) if begins(first) => sure = i + 1,
            Some(_) => return sure,
        }
    }
    sure
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    /// The words of each quotation, `…` before those that go on and behind those left open; blocks apart by `|`.
    fn quoted(text: &str) -> String {
        let document = Document::read(text, &mut Default::default());
        let blocks = document.blocks.iter().map(|block| {
            let quotations = block.quotations.iter().map(|q| {
                let (before, behind) = (if q.continues { "…" } else { "" }, if q.closed { "" } else { "…" });
                format!("{before}{}{behind}", block.words(q.inside))
            });
            quotations.collect::<Vec<_>>().join("، ")
        });
        blocks.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn every_style_pairs() {
        for (text, wanted) in [
            ("قال «لن نقبل» ومضى", "لن نقبل"),
            ("قال “لن نقبل” ومضى", "لن نقبل"),
            ("قال ”لن نقبل“ ومضى", "لن نقبل"),
            ("قال „لن نقبل“ ومضى", "لن نقبل"),
            ("قال \"لن نقبل\" ومضى", "لن نقبل"),
            ("قال 'لن نقبل' ومضى", "لن نقبل"),
            ("قال ‹لن نقبل› ومضى", "لن نقبل"),
            ("قال ''لن نقبل'' ومضى", "لن نقبل"),
            ("قال <<لن نقبل>> ومضى", "لن نقبل"),
            ("قال »لن نقبل« ومضى", "لن نقبل"),
            ("قال «لن نقبل\" ومضى", "لن نقبل"),
            ("قال \"لن نقبل» ومضى", "لن نقبل"),
            ("وقال لـ»المدينة»: تم الاتفاق", "المدينه"),
            ("قال \" لن نقبل \" ومضى \" غدا \"", "لن نقبل، غدا"),
        ] {
            assert_eq!(quoted(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_outermost_is_kept() {
        assert_eq!(quoted("قال «هذا \"عقد\" جديد» ومضى «غدا»"), "هذا \"عقد\" جديد، غدا");
        assert_eq!(quoted("قال \"هذا «عقد» جديد\" ومضى"), "هذا «عقد» جديد");
        assert_eq!(quoted("قال «هذا 'عقد' جديد» ومضى"), "هذا 'عقد' جديد");
    }

    #[test]
    fn an_apostrophe_quotes_nothing() {
        assert_eq!(quoted("زار شركة McDonald's في المدينة ثم D'Arcy ومضى"), "");
        assert_eq!(quoted("قال 'لن نقبل ومضى"), "");
        assert_eq!(quoted("منذ عام '97 قال «لن نقبل» ومضى"), "لن نقبل");
    }

    #[test]
    fn an_open_one_runs_on_until_it_is_closed() {
        assert_eq!(quoted("قال «لن نقبل\nولن نصمت\nأبدا» ومضى\nوعاد"), "لن نقبل… | …ولن نصمت… | …ابدا | ");
        assert_eq!(quoted("قال «لن نقبل\n«ولن نصمت\n«أبدا» ومضى"), "لن نقبل… | …ولن نصمت… | …ابدا");
        assert_eq!(quoted("قال \"لن نقبل\nولن نصمت\"."), "لن نقبل… | …ولن نصمت");
    }

    #[test]
    fn a_lost_mark_opens_nothing() {
        assert_eq!(quoted("قال «لن نقبل\nومضى\nوعاد «غدا» إلى بيته"), "لن نقبل… |  | غدا");
        assert_eq!(quoted("قال لن نقبل\nولن نصمت» ومضى"), " | ");
    }
}
