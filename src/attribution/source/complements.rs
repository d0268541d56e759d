//! What goes on behind the head of a source and still belongs to it: conjuncts, appositions, complements with prepositions, clauses on
//! where a document comes from.

use super::Reach;
use super::extent::{Extent, ends_phrase};
use crate::attribution::lexis::{PhraseRole, SourceWord, SpeakerClass};
use crate::attribution::view::Kind;
use crate::lexicon::topic;
use crate::phrases::Class;
use crate::text::{Clitics, Span};

/// The longest clause on where a document comes from, in tokens.
const LONGEST_CLAUSE_OF_ISSUE: usize = 9;
/// The longest relative clause that closes a source, in tokens.
const LONGEST_CLAUSE: usize = 9;
/// The longest unknown name between commas, in tokens.
const LONGEST_NAME: usize = 5;

impl Extent<'_, '_> {
    /// Something else begins at a token: «داعيا إلى»، «رفض ذكر اسمه»، «طلب عدم الكشف عن هويته».
    pub(super) fn is_left(&self, at: usize) -> bool {
        let role = |at: usize| self.view.phrase(at).map(|(_, reporting)| reporting.role);
        let informed = at == self.start + 1 && self.view.source_word(at) == Some(SourceWord::Informed);
        role(at).is_some_and(|role| ends_phrase(role) && !informed || role == PhraseRole::Withholding)
            || self.view.block.word_at(at + 1) == "عدم" && role(at + 1) == Some(PhraseRole::Withholding)
    }

    /// The source is a document, and a clause on where it comes from begins at a token.
    pub(super) fn begins_clause_of_issue(&self, at: usize) -> bool {
        self.is_document() && self.end_of_issue(at).is_some()
    }

    /// Where the clause ends that begins at `at` and says what somebody did with a document: أصدرته المؤسسة، نشر أمس، اطلعت عليه الوكالة.
    pub(super) fn end_of_issue(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let stem = view.block.word_at(at).trim_end_matches(['ه', 'ت', 'ا']);
        if view.lexis.source_words.get(stem) != Some(SourceWord::Issuing) || at >= self.limit {
            return None;
        }
        let ends = |&i: &usize| {
            matches!(view.kind(i), Kind::That | Kind::Comma | Kind::Colon | Kind::Stop)
                || view.block.word(i).starts_with("فان")
                || view.phrase(i).is_some_and(|(_, r)| ends_phrase(r.role))
                || view.attached(i) > 0 && view.block.word(i).starts_with("بان")
        };
        let end = (at + 1..self.limit + 1).take(LONGEST_CLAUSE_OF_ISSUE).find(|i| *i == self.limit || ends(i))?;
        // «الإحصاءات التي حصلت «اليوم» عليها»: a quotation in the clause is a name.
        (view.kind(end) != Kind::QuotationMark).then_some(end)
    }

    /// «التحالف الذي يقاتل المتمردين أن …»: the relative clause of a nameless source runs without a pause up to what is said.
    pub(super) fn closes_with_clause(&self, relative: usize) -> bool {
        let runs = |at: usize| matches!(self.view.kind(at), Kind::Word | Kind::Function(_) | Kind::Number);
        self.reach == Reach::Bounded
            && relative > self.start
            && !self.named
            && self.limit - relative <= LONGEST_CLAUSE
            && !(self.is_document() && self.end_of_issue(relative + 1).is_some())
            && (relative..self.limit).all(runs)
    }

    /// The word at `at`, joined by و, belongs to the source.
    pub(super) fn is_conjunct(&self, at: usize) -> bool {
        let view = self.view;
        if view.verb(at).is_some() && view.speaker(at).is_none() && view.named_at(at).is_none() {
            return false;
        }
        view.speaker(at).is_some()
            || view.has_article(at)
            || view.place(at).is_some()
            || self.reach == Reach::Bounded
            || self.is_second_adjective(at)
    }

    /// «مصادر أمنية وطبية», «مسؤولون لبنانيون وسوريون»: an adjective joined to one of the same ending.
    fn is_second_adjective(&self, at: usize) -> bool {
        let word = |at: usize| self.view.block.word(at);
        at > self.start + 1
            && self.head.is_some()
            && !self.definite
            && self.view.speaker(at - 1).is_none()
            && ["يه", "يون", "يين"].iter().any(|ending| word(at - 1).ends_with(ending) && word(at).ends_with(ending))
    }

    /// What follows a comma at `at` says who the source is: a name behind an office, a title, an office behind a name.
    pub(super) fn is_apposition(&self, at: usize) -> bool {
        let view = self.view;
        let bounded = self.reach == Reach::Bounded;
        let noun = view.speaker(at).map(|(_, noun)| noun);
        let office = || noun.is_some_and(|n| n.class == SpeakerClass::Office || n.class == SpeakerClass::Quantity && n.single);
        !self.named && view.named_at(at).is_some()
            || bounded && self.is_name_between_commas(at)
            || noun.is_some_and(|noun| noun.title)
            || bounded && self.named && office()
    }

    /// «…، سامبيت تشوبرا، أن»: a few words that nobody knows, up to what is said, are the name of the office before them.
    fn is_name_between_commas(&self, from: usize) -> bool {
        let view = self.view;
        let to = (from..self.limit.min(from + LONGEST_NAME + 1)).find(|&i| view.kind(i) == Kind::Comma).unwrap_or(self.limit);
        if to <= from || to - from > LONGEST_NAME || to + 1 < self.limit {
            return false;
        }
        // Where some are first names the others are too, whatever else they mean: «عبد المنعم ضو البيت».
        let names = (from..to).any(|i| view.block.match_at(topic::NAMES, i, Clitics::AL).is_some());
        let is_name = |i: usize| view.kind(i) == Kind::Word && (names || view.block.readings(i).is_empty() || view.in_name(i));
        (from..to).all(is_name)
    }

    /// The preposition at `at` and what it governs belong to the source: مسؤولون في الصندوق، بيان صادر عن.
    pub(super) fn takes_preposition(&self, at: usize) -> bool {
        use SpeakerClass::{Document, Expert, Institution, Office, Unnamed, Vague};
        let view = self.view;
        let (before, next) = (at - 1, at + 1);
        if next >= self.limit {
            return false;
        }
        let speaker = view.speaker(next).map(|(_, noun)| noun);
        let place = || {
            !speaker.is_some_and(|noun| noun.occasion || noun.class == SpeakerClass::Occasion)
                && !matches!(view.kind(next), Kind::Function(_) | Kind::That | Kind::Comma | Kind::Colon)
        };
        match view.block.word(at) {
            "في" | "لدي" => {
                // «أكد معاليه في تعميم»
                // not so «الباحث في الدراسات السكانية»
                let field = || self.head == Some(Expert) && view.has_article(next) && view.block.word(next).ends_with("ات");
                let written = speaker.is_some_and(|noun| noun.class == Document) && !field();
                place()
                    && !written
                    && (!self.named || speaker.is_some())
                    && (matches!(self.head, Some(Office | Expert | Unnamed | Vague))
                        || matches!(self.head, Some(Institution | Document)) && view.place(next).is_some())
            }
            "من" => {
                // مواقع مقربة من دمشق
                let near = view.source_word(before) == Some(SourceWord::Near);
                // «استغرب عدد من السكان من الأمر»: the verb's.
                let unnamed = self.head == Some(Unnamed) && (!view.has_article(before) || view.place(next).is_some());
                place() && (near || speaker.is_some() || unnamed)
            }
            "عن" => matches!(view.source_word(before), Some(SourceWord::About | SourceWord::Issued | SourceWord::Responsible)),
            "ضمن" | "داخل" | "خارج" | "قرب" => self.head.is_some() && !self.named && place(),
            "علي" => match (self.head, view.source_word(before)) {
                (_, Some(SourceWord::Informed)) => true,
                // صفحات على «فيسبوك»
                (Some(Vague | Unnamed), _) => view.kind(next) == Kind::QuotationMark || speaker.is_some(),
                (_, supervising) => supervising == Some(SourceWord::Supervising) || view.block.word(next) == "مستوي",
            },
            _ => false,
        }
    }

    /// «المشرف على فريق الشباب فلان»: from a preposition inside an office on, nothing but its complement stands before the name that
    /// closes the source.
    pub(super) fn runs_to_name(&self, preposition: usize) -> bool {
        let view = self.view;
        let called = matches!(self.head, Some(SpeakerClass::Office | SpeakerClass::Expert));
        if !called || self.named || self.reach != Reach::Bounded {
            return false;
        }
        let name = view.last_named(Span::of(preposition..self.limit)).filter(|named| named.outside == 0).map(|named| named.tokens);
        let Some((start, end)) = name.map(|name| (name.start as usize, name.end as usize)) else { return false };
        let belongs = |at: usize| match view.kind(at) {
            Kind::Word => {
                !view.speaker(at).is_some_and(|(_, noun)| noun.occasion || noun.class == SpeakerClass::Occasion)
                    && (view.verb(at).is_none() || view.speaker(at).is_some() || view.has_article(at))
                    && view.phrase(at).is_none()
            }
            Kind::Function(Class::Preposition) | Kind::OtherMark => true,
            _ => false,
        };
        (end..self.limit).all(|at| view.kind(at) == Kind::Comma)
            && start > preposition + 1
            && matches!(view.kind(start - 1), Kind::Word | Kind::OtherMark)
            && (preposition..start).all(belongs)
    }
}
