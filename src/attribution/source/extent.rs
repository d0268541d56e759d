//! Where the noun phrase that names a source ends.

use super::Reach;
use crate::attribution::lexis::{PhraseRole, SpeakerClass, Speaking};
use crate::attribution::view::{Kind, View};
use crate::lexicon::Match;
use crate::phrases::Class;
use crate::text::{Span, Tokens};

/// A noun phrase while it is read, token by token.
pub(super) struct Extent<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) start: usize,
    pub(super) limit: usize,
    pub(super) reach: Reach,
    /// What kind of source the head noun makes; `None` if it is none that speaks.
    pub(super) head: Option<SpeakerClass>,
    /// What has been read is definite, since the last preposition.
    pub(super) definite: bool,
    /// What has been read has a proper name.
    pub(super) named: bool,
    /// The end of what has been read: marks and function words belong only if the phrase goes on behind them.
    end: usize,
}

/// Where the noun phrase that begins at `start`, with a `noun` that can speak if it is one, ends: at the limit at the latest.
pub(super) fn extent(view: &View, start: usize, noun: Option<(Match, &Speaking)>, limit: usize, reach: Reach) -> usize {
    let head = noun.map(|(_, noun)| noun.class);
    let mut extent = Extent { view, start, limit, reach, head, definite: false, named: false, end: start };
    let mut at = extent.compound_head(noun.map(|(m, _)| m.tokens));
    while at < limit
        && let Some(next) = extent.step(at)
    {
        at = next;
    }
    extent.end
}

/// The mark that closes the short quotation opened at a token.
pub(super) fn closing_mark(view: &View, open: usize, limit: usize) -> Option<usize> {
    (open + 2..limit.min(open + 8)).find(|&i| view.kind(i) == Kind::QuotationMark)
}

impl Extent<'_, '_> {
    /// «المكلف بالإعلام» is one noun. Returns where to read on.
    fn compound_head(&mut self, noun: Option<Span<Tokens>>) -> usize {
        let view = self.view;
        let compound = noun.filter(|noun| noun.len() > 1 && noun.end as usize <= self.limit && view.named_at(self.start).is_none());
        if let Some(noun) = compound {
            self.end = noun.end as usize;
            self.definite = noun.range().any(|i| view.has_article(i));
        }
        self.end
    }

    /// Reads on at a token that is not beyond the limit; `None` if the phrase has ended.
    fn step(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        let inside = at > self.start;
        if inside && view.kind(at) == Kind::Word && self.leaves_plural(at) {
            return None;
        }
        // «اتهم الحزب النائب سامر الحلبي»: nobody is called by a body.
        let institution = self.reach == Reach::Open && self.head == Some(SpeakerClass::Institution);
        let other = institution && at == self.start + 1 && view.has_article(at);
        if let Some(mention) = view.named_at(at).filter(|m| !other && (!inside || m.outside == 0 || view.joins(at))) {
            (self.definite, self.named) = (true, true);
            let end = (mention.tokens.end as usize).min(self.limit);
            // «المهندس "الحلبي"»: the mark that closes the name.
            let mark = |i: usize| view.kind(i) == Kind::QuotationMark;
            let closes = end < self.limit && mark(end) && view.quotation_at(end).is_none() && (self.start..end).any(mark);
            return self.take(end + usize::from(closes));
        }
        match view.kind(at) {
            Kind::Word => self.word(at),
            // «وفق الديوان 4.8 مليارات»
            Kind::Number if self.reach == Reach::Open && self.definite && !self.is_document() => None,
            Kind::Number if inside => self.take(at + 1),
            Kind::Foreign => self.take(at + 1),
            Kind::OpenBracket => {
                let close = (at + 1..self.limit.min(at + 9)).find(|&i| view.kind(i) == Kind::CloseBracket)?;
                self.take(close + 1)
            }
            Kind::QuotationMark => self.quoted(at),
            Kind::Comma => (self.is_apposition(at + 1) && at + 1 < self.limit).then_some(at + 1),
            Kind::Function(Class::Preposition) if inside && (self.takes_preposition(at) || self.runs_to_name(at)) => {
                // Another noun phrase begins behind it.
                self.definite = false;
                Some(at + 1)
            }
            // تقديرات غير رسمية
            Kind::Function(Class::Negation)
                if inside && view.block.word(at) == "غير" && view.kind(at + 1) == Kind::Word && at + 1 < self.limit =>
            {
                self.take(at + 2)
            }
            // التقرير الذي أصدرته المؤسسة
            Kind::Function(Class::Relative) => match self.closes_with_clause(at) {
                true => self.take(self.limit),
                false => self.clause_of_issue(at + 1),
            },
            // أصحاب هذه المنشورات
            Kind::Function(Class::Demonstrative)
                if inside
                    && view.has_article(at + 1)
                    && at + 1 < self.limit
                    && !view.has_article(at - 1)
                    && view.named_at(at).is_none() =>
            {
                Some(at + 1)
            }
            Kind::OtherMark if inside => Some(at + 1),
            // جيه.إل.إل
            Kind::Stop if inside && view.abbreviates(at) => Some(at + 1),
            _ => None,
        }
    }

    /// All before `end` belongs to the phrase.
    fn take(&mut self, end: usize) -> Option<usize> {
        self.end = end;
        Some(end)
    }

    fn word(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        if at > self.start {
            if self.is_left(at) || view.joins(at) && !self.is_conjunct(at) {
                return None;
            }
            if self.begins_clause_of_issue(at) {
                return self.clause_of_issue(at);
            }
            if self.stops_at(at) {
                return None;
            }
        }
        let place = view.place(at).map(|m| m.tokens.end as usize).filter(|&end| end <= self.limit);
        // A body with a foreign name: منظمة هيومن رايتس ووتش.
        let body = view.speaker(at).filter(|(m, noun)| {
            m.tokens.len() > 1
                && matches!(noun.class, SpeakerClass::Institution | SpeakerClass::Media)
                && !view.has_article(m.tokens.end as usize - 1)
                && m.tokens.end as usize <= self.limit
        });
        self.named |= body.is_some();
        self.definite |= view.has_article(at) || place.is_some() || body.is_some();
        self.take(body.map(|(m, _)| m.tokens.end as usize).or(place).unwrap_or(at + 1))
    }

    fn quoted(&mut self, open: usize) -> Option<usize> {
        // What is quoted behind a person's name is what was said.
        if self.reach == Reach::Open && (self.named || self.quotes_object(open)) {
            return None;
        }
        let behind = closing_mark(self.view, open, self.limit)? + 1;
        self.definite = true;
        // The gloss of a name ends the source: what follows may be an object.
        let ends = self.reach == Reach::Open && self.view.kind(behind) == Kind::Word;
        self.take(behind).filter(|_| !ends)
    }

    /// The clause at `at` that says who issued, or has seen, a document: it ends the phrase, with it or, if it is no such clause, before it.
    fn clause_of_issue(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.end_of_issue(at).filter(|_| self.is_document()) {
            self.end = end;
        }
        None
    }

    /// The head noun is one of documents or estimates.
    pub(super) fn is_document(&self) -> bool {
        matches!(self.head, Some(SpeakerClass::Document | SpeakerClass::Estimate))
    }
}

/// Words that begin something else: داعياً إلى، بحسب، حيث.
pub(super) fn ends_phrase(role: PhraseRole) -> bool {
    use PhraseRole::*;
    matches!(role, According | As | Within | Impersonal | Participle | Opener | Connector | Speaking | Subordinate | Manner)
}
