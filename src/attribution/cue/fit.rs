//! Whether a phrase can be the subject of a verb of saying.

use super::Reader;
use super::form::Form;
use super::marker::Marker;
use crate::analysis::{SourceType, Stance};
use crate::attribution::lexis::{CueWord, Frames, PhraseRole, Verb};
use crate::attribution::source::Source;
use crate::attribution::view::Kind;
use crate::lexicon::{Match, topic};
use crate::phrases::Class;
use crate::text::Clitics;

impl Reader<'_, '_> {
    /// The phrase behind the verb can be its subject.
    pub(super) fn fits(&self, source: &Source, form: Form, verb: &Verb, marker: Option<Marker>, start: usize) -> bool {
        let first = source.phrase.tokens.start as usize;
        // «توقع إدارة المطار عقداً»: a masculine verb does not stand before a feminine noun; this is another verb.
        if form.masculine && !source.anaphoric && verb.past == "توقع" && source.is_feminine_body(self.view) {
            return false;
        }
        match marker {
            Some(Marker::Said(at)) if verb.frames.has(Frames::HOMOGRAPH) => {
                (source.speaks() || self.names_somebody(source, start))
                    && self.adjuncts(source.end(), at)
                    && (self.view.kind(source.end()) != Kind::Comma || self.view.kind(source.end() + 1) != Kind::Word)
            }
            Some(Marker::Said(at)) => source.speaks() || self.names_somebody(source, start) && self.adjuncts(source.end(), at),
            // «أقر البرلمان موازنة بقيمة …» is an act: the ب of a confession stands beside its subject.
            Some(Marker::Governed(at))
                if self.attached_by(at)
                    && matches!(verb.stance, Stance::Neutral | Stance::Presupposing | Stance::Assertive)
                    && (!self.adjuncts(source.end(), at) || self.object_between(source.end(), at)) =>
            {
                false
            }
            Some(Marker::Governed(at)) if verb.frames.has(Frames::WHOM) && self.is_alone_before(source.end(), at) => false,
            Some(Marker::Governed(_)) => {
                source.speaks() || source.phrase.tokens.len() <= 6 && self.names_somebody(source, start) && verb.frames.has(Frames::THAT)
            }
            None if self.view.cue_word(first - 1) == Some(CueWord::Back) => source.speaks(),
            // «…، يقول الخبير.»
            None if self.across_comma(start)
                && verb.frames.has(Frames::THAT)
                && (source.end() + 1 >= self.end || self.view.kind(start.saturating_sub(2)) == Kind::QuotationMark) =>
            {
                source.speaks() || self.names_somebody(source, start)
            }
            None => {
                source.speaks()
                    && source.end() < self.end
                    && (verb.frames.has(Frames::OBJECT)
                        || verb.frames.has(Frames::PLAIN) && (self.at_start || self.clause == start)
                        || self.says_on(source.end(), verb)
                        || verb.frames.has(Frames::JUDGE) && form.past
                        || verb.frames.has(Frames::BLAME) && self.mentions_blame(source.end())
                        || verb.frames.has(Frames::ATTRIBUTE) && form.past
                        || self.documents(source, verb))
            }
        }
    }

    /// Right behind a verb of saying that opens its clause, a short phrase of whatever words names somebody.
    fn names_somebody(&self, source: &Source, start: usize) -> bool {
        let tokens = source.phrase.tokens;
        let first = tokens.start as usize;
        // «وعن الأسعار أكدت فلانة أن …»
        let behind_topic = self.view.is(self.clause, Class::Preposition) && tokens.len() <= 4 && self.view.kind(source.end()) == Kind::That;
        // «قدرت ثروته»: what is somebody's is nobody.
        let owned = tokens.len() == 1 && ["ته", "تها", "هم", "تهم"].iter().any(|ending| self.view.block.word(first).ends_with(ending));
        tokens.len() <= 12
            && !owned
            && (self.at_start || self.clause == start || behind_topic)
            && self.view.kind(first) == Kind::Word
            // ب before a word that is known is a preposition; before any other it is the first letter of a name.
            && !self.view.block.readings(first).iter().any(|r| r.clitics.has(Clitics::BI))
            && (self.common(first).is_none() || tokens.range().skip(1).any(|i| self.view.in_name(i)))
    }

    /// A common word as it stands or with the article: كجوك is no ك, جو and ك.
    fn common(&self, at: usize) -> Option<Match> {
        let affixed = Clitics::PREPOSITION.with(Clitics::PRONOUN);
        self.view.matches(topic::COMMON_WORDS, at).filter(|m| !m.reading.clitics.has_any(affixed))
    }

    /// Nothing but adjuncts (where, when, to whom) stands between a subject and what is said.
    fn adjuncts(&self, from: usize, to: usize) -> bool {
        from == to
            || !matches!(self.view.kind(from), Kind::Word | Kind::That)
            || self.attached_by(from)
            || self.view.block.word(from).starts_with('ل')
    }

    /// No other noun stands between a phrase and what the verb governs, adverbs aside.
    fn is_alone_before(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.view.kind(at) != Kind::Word || self.view.phrase(at).is_some())
    }

    /// «أقر المجلس في مارس الماضي إنشاء صندوق بـ …»: behind a definite word a bare one begins another phrase, which no
    /// preposition governs.
    fn object_between(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        (from..to).take_while(|&at| !view.is(at, Class::Relative)).skip(1).any(|at| {
            view.kind(at) == Kind::Word
                && view.has_article(at - 1)
                && !(view.has_article(at) || self.attached_by(at) || view.block.word(at).starts_with('ل'))
                && view.place(at).is_none()
                && !view.in_name(at)
        })
    }

    /// A word of blame stands in the clause behind a charging verb and its subject.
    pub(super) fn mentions_blame(&self, from: usize) -> bool {
        let view = self.view;
        (from..self.end.min(from + 14))
            .take_while(|&i| view.kind(i) != Kind::Stop)
            .any(|i| view.phrase(i).is_some_and(|(_, r)| matches!(r.role, PhraseRole::Blame | PhraseRole::Charge)))
    }

    /// «استعرض التقرير مكونات القروض»
    pub(super) fn documents(&self, source: &Source, verb: &Verb) -> bool {
        verb.frames.has(Frames::DOCUMENT) && source.source_type == Some(SourceType::Document)
    }
}
