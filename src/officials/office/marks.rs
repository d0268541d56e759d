//! Marks and numbers within an office: «حزب "الأمل"», «الفرقة 11 مشاة», «سين-سان-دوني», an acronym in brackets.

use super::{AL, Expects, QUOTES, QUOTES_CLOSED, Reader};
use crate::lexicon::topic;
use crate::officials::name::hyphen;
use crate::officials::vocabulary::{Reach, is_mark, vocabulary};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// «حزب الله» between quotation marks, where a genitive is due.
    pub(super) fn quoted(&mut self) -> bool {
        if !is_mark(self.block, self.at, QUOTES) {
            return false;
        }
        // «إدارة الكوارث "آفاد" في الولاية»
        let by_the_way = self.complement && is_mark(self.block, self.at + 2, QUOTES_CLOSED) && self.block.word_at(self.at + 3) == "في";
        if self.expects == Expects::Adjective && by_the_way {
            return self.take(self.at + 3, Expects::Adjective);
        }
        if self.expects != Expects::Genitive {
            return false;
        }
        let closing = (self.at + 2..(self.at + 8).min(self.limit)).find(|&at| is_mark(self.block, at, QUOTES_CLOSED));
        let Some(closing) = closing else { return false };
        if self.body.is_none()
            && let Some(found) = self.block.match_at(topic::OFFICE_BODIES, self.at + 1, AL)
        {
            self.note_body(vocabulary().body(found.row));
        }
        self.take(closing + 1, Expects::Adjective)
    }

    /// «الفرقة 11 مشاة»: the number of a unit, and its arm.
    pub(super) fn numbered(&mut self) -> bool {
        let block = self.block;
        if self.last_body.is_none() || self.closed || block.tokens().get(self.at).is_none_or(|token| token.kind != TokenKind::Number) {
            return false;
        }
        let arm = usize::from(vocabulary().reach(block.word_at(self.at + 1)) == Some(Reach::Arm));
        self.take(self.at + 1 + arm, Expects::Adjective)
    }

    /// «محافظ سين-سان-دوني»: a place with hyphens.
    pub(super) fn hyphenated(&mut self) -> bool {
        let joins = self.closed && self.expects == Expects::Little && hyphen(self.block, self.at) && self.block.is_word(self.at + 1);
        joins && self.take(self.at + 2, Expects::Little)
    }

    /// An acronym in brackets is passed over.
    pub(super) fn bracketed(&mut self) -> bool {
        if !self.complement || !is_mark(self.block, self.at, &["("]) {
            return false;
        }
        let closing = (self.at + 2..(self.at + 5).min(self.limit)).find(|&at| is_mark(self.block, at, &[")"]));
        if let Some(closing) = closing {
            self.at = closing + 1;
            self.limit = self.at;
        }
        false
    }
}
