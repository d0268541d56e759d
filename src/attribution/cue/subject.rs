//! Who says it: the subject behind a verb of saying, before it, or inside it.

use super::form::Form;
use super::marker::Marker;
use super::{FAR, Reader, Voice};
use crate::analysis::{SourceType, Stance};
use crate::attribution::lexis::{CueWord, Frames, PhraseRole, SpeakerClass, Verb};
use crate::attribution::source::{Reach, Source, source_at};
use crate::attribution::view::Kind;
use crate::lexicon::topic;
use crate::phrases::Class;
use crate::text::Clitics;

impl Reader<'_, '_> {
    /// «ودعا جميع الأطراف إلى …»: all of them are called upon, and call on nobody.
    fn is_all(&self, at: usize, verb: &Verb) -> bool {
        verb.stance == Stance::Directive && self.view.cue_word(at) == Some(CueWord::All)
    }

    /// The subject that follows the verb.
    pub(super) fn subject_behind(&self, subject: usize, start: usize, form: Form, verb: &Verb, marker: Option<Marker>) -> Option<Source> {
        let view = self.view;
        // A verb in the plural has its subject inside, or before it.
        if !self.begins_phrase(subject)
            || form.plural
            || !form.past && !matches!(marker, Some(Marker::Said(_))) && self.opens_with_noun(start)
        {
            return None;
        }
        if self.is_all(subject, verb) {
            return None;
        }
        let like_as = start > 0 && view.block.word(start - 1).ends_with("كما") && !matches!(marker, Some(Marker::Said(_)));
        let (limit, reach) = match marker {
            // «اتهم الحزب الحكومة بأنها …»: somebody else may stand before what is said.
            // «أبلغ مسؤول الصحيفة أن …»: nobody but him who is told.
            Some(Marker::Said(at)) if verb.frames.has(Frames::WHOM) || view.block.word(at).starts_with("با") && addresses(verb) => {
                (at, Reach::Open)
            }
            // «أشار التقرير إلى أن …»: the preposition is the verb's.
            Some(Marker::Said(at)) if at > subject + 1 && view.is(at - 1, Class::Preposition) => (at - 1, Reach::Bounded),
            // «تقاطعت المصادر على القول إن …»
            Some(Marker::Said(at)) if at > subject + 2 && view.block.word(at - 1) == "القول" => (at - 2, Reach::Bounded),
            Some(Marker::Said(at)) => (at, Reach::Bounded),
            // «أشار التقرير الذي أصدرته الشركة إلى»
            Some(Marker::Governed(at)) if view.is(at, Class::Preposition) && !addresses(verb) && self.leaves_no_object(at, verb) => {
                (at, Reach::Bounded)
            }
            Some(Marker::Governed(at)) => (at, Reach::Open),
            // كما أشار فلان، فإن …; not so «كما أكد المصدر مقتل …»
            None if like_as && !verb.frames.has(Frames::OBJECT) => {
                ((subject..self.end.min(subject + FAR)).find(|&i| view.kind(i) == Kind::Comma).unwrap_or(self.end), Reach::Bounded)
            }
            None => (self.end, Reach::Open),
        };
        let source = source_at(view, subject, limit, reach)?;
        if like_as && (source.end() == limit || self.view.kind(source.end()) == Kind::Stop) || self.fits(&source, form, verb, marker, start)
        {
            return Some(if source.source_type.is_none() && self.is_called_as_body(&source, form) {
                Source { source_type: Some(SourceType::Institution), ..source }
            } else {
                source.made_person(view)
            });
        }
        None
    }

    /// «قالت سامسونغ»: of a single word that nobody knows a verb in the feminine tells that it names a body; women's names are
    /// known better.
    fn is_called_as_body(&self, source: &Source, form: Form) -> bool {
        let view = self.view;
        let head = source.phrase.tokens.start as usize;
        let a_name = || view.in_name(head) || view.block.match_at(topic::NAMES, head, Clitics::NONE).is_some();
        // «ذكرت صحة المدينة»: a noun that is known as such is no woman's name, however the phrase goes on.
        let noun = || view.block.match_at(topic::COMMON_WORDS, head, Clitics::NONE).is_some();
        form.feminine && !a_name() && (source.phrase.tokens.len() == 1 || noun() && view.first_named(source.phrase.tokens).is_none())
    }

    /// Before the preposition at `at` no object stands: the verb has none beside it, or announces by عن («كشف الوزير، …، عن»; not
    /// «كشف الوزير النقاب عن»).
    fn leaves_no_object(&self, at: usize, verb: &Verb) -> bool {
        let view = self.view;
        let idiom = || view.has_role(at - 1, PhraseRole::Veil);
        !verb.frames.has(Frames::OBJECT) || verb.frames.has(Frames::ABOUT) && view.block.word(at) == "عن" && !idiom()
    }

    /// «احتجاجات في المدينة تتهم المصارف»: before a verb in the present an indefinite noun that opens the clause is its
    /// subject, though nobody knows it as one that speaks.
    fn opens_with_noun(&self, start: usize) -> bool {
        let (view, first) = (self.view, self.clause);
        first < start
            && view.kind(first) == Kind::Word
            && !view.has_article(first)
            && view.verb(first).is_none()
            && view.phrase(first).is_none()
            && view.matches(topic::COMMON_WORDS, first).is_some_and(|m| m.reading.clitics.is_within(Clitics::CONJUNCTION))
    }

    /// The subject that stands before the verb.
    pub(super) fn subject_ahead(&self, start: usize, joined: bool, form: Form, verb: &Verb, marker: Option<Marker>) -> Option<Source> {
        let view = self.view;
        // «وكان الوزير يشير إلى» explains what was said before; it says nothing itself.
        // Not so a forecast: «وكان المحللون يتوقعون تراجع الأرباح».
        let forecasts = verb.stance == Stance::Directive && verb.frames.has(Frames::OBJECT);
        let explains = !form.past && !forecasts && !matches!(marker, Some(Marker::Said(_))) && view.is(self.clause, Class::Auxiliary);
        let across = self.across_comma(start);
        // «أما الوزير فقال», «أما الوزير فقد قال»
        let topic = view.has_role(self.sentence_start, PhraseRole::Topic);
        if explains || !(topic || !joined && (start > self.clause || across)) {
            return None;
        }
        let from = if start > self.clause && !across && !topic { self.clause } else { self.sentence_start };
        // «كان المجلس قد أقر موازنة بقيمة …» is an act.
        let acts = matches!(marker, Some(Marker::Governed(at)) if self.attached_by(at) && verb.stance == Stance::Presupposing && at != self.subject_start(start + 1));
        // «وكانت الحكومة قد اشترت أجهزة كشف»: the verb has its subject's gender.
        let agrees = |s: &Source| !(form.masculine && s.is_feminine_body(view));
        let source = self.subject_before(from, start).filter(|s| !acts && agrees(s))?;
        let bare = Frames::OBJECT.or(Frames::JUDGE);
        (marker.is_some()
            || verb.frames.has(bare)
            || self.documents(&source, verb)
            || verb.frames.has(Frames::BLAME) && self.mentions_blame(start + 1))
        .then_some(source)
    }

    /// The subject inside the verb: whoever has the floor, or acts earlier in the sentence.
    #[expect(clippy::too_many_arguments)]
    pub(super) fn subject_inside(
        &self,
        subject: usize,
        end: usize,
        start: usize,
        joined: bool,
        form: Form,
        verb: &Verb,
        marker: Option<Marker>,
    ) -> Option<Voice> {
        let view = self.view;
        let follows = self.begins_phrase(subject);
        let object = verb.frames.has(Frames::OBJECT);
        let says = match marker {
            Some(Marker::Said(at)) if follows => object && at - subject <= 6,
            Some(Marker::Said(at)) => {
                let adverb = view.phrase(subject).is_some_and(|(_, r)| matches!(r.role, PhraseRole::Participle | PhraseRole::Speaking));
                // «وأضاف، خلال الجلسة، أن …»
                let aside = view.kind(subject) == Kind::Comma && view.is(subject + 1, Class::Preposition);
                at == subject || adverb || aside || view.is(subject, Class::Preposition)
            }
            Some(Marker::Governed(_)) if self.is_all(subject, verb) || verb.frames.has(Frames::WHOM) => true,
            Some(Marker::Governed(at)) => at == subject || view.is(subject, Class::Preposition) && at - subject <= 6,
            None if subject == end && joined && self.says_on(end, verb) => true,
            // «بعد الانفتاح وكشف زيفها»: in the midst, a verb of three letters is rather its verbal noun.
            None if form.masculine && is_spelt_like_noun(verb) && start > self.sentence_start + 1 => false,
            None => {
                object && joined && form.past && (follows || view.block.word_at(subject) == "ما") && subject == end && !form.with_pronoun
            }
        };
        // «وعن الخسائر قال: …»
        let behind_topic = self.view.is(self.clause, Class::Preposition) && matches!(marker, Some(Marker::Said(at)) if at == end);
        if !(self.at_start || joined || behind_topic) || !says || self.embedded || form.passive_present {
            return None;
        }
        let said = matches!(marker, Some(Marker::Said(_)));
        // «صمت الحكومة، …، يشير إلى نية»: the predicate of what stands before the comma.
        if !(said || joined || form.past || self.clause == self.sentence_start) {
            return None;
        }
        // «إن التحكيم، وفق القواعد، يشترط أن …»: a present has its subject before the comma, unless something else was put first
        // («وعن الأسعار، يقول إن …»).
        let put_first = view.is(self.sentence_start, Class::Preposition) || view.kind(self.clause.saturating_sub(2)) == Kind::QuotationMark;
        if !(joined || form.past || self.clause == self.sentence_start || put_first || verb.frames.has(Frames::CONTINUING)) {
            return None;
        }
        let floor = Voice::Floor { continuing: verb.frames.has(Frames::CONTINUING), said };
        if start <= self.sentence_start + 1 || !(joined || self.subordinate) {
            return Some(floor);
        }
        // «فيما يعتقد أنه …»: he who was spoken of, not who acted first.
        if self.subordinate && !joined && !form.past {
            return None;
        }
        match self.actor(start, form.masculine).or_else(|| self.giver(start).filter(|_| self.subordinate)) {
            Some(source) => Some(Voice::Source(source)),
            // In the midst of a sentence a present without subject goes on with a clause that was no saying.
            None => (form.past || verb.frames.has(Frames::CONTINUING)).then_some(floor),
        }
    }

    /// A noun phrase can begin at `at`.
    fn begins_phrase(&self, at: usize) -> bool {
        at < self.end
            && !self
                .view
                .phrase(at)
                .is_some_and(|(_, r)| matches!(r.role, PhraseRole::Participle | PhraseRole::Speaking | PhraseRole::According))
            && match self.view.kind(at) {
                Kind::Word | Kind::Foreign => true,
                // «وأضاف "الزهراني" أنه»
                Kind::QuotationMark => self.view.quotation_at(at).is_some_and(|inside| inside.len() <= 4),
                // «قال 63٪ من المشاركين إن»
                Kind::Number => (at + 1..self.end.min(at + 4)).any(|i| self.view.speaker(i).is_some()),
                Kind::Function(class) => matches!(class, Class::Quantifier),
                _ => false,
            }
    }

    /// Past the adverbs, openers and hearers between a verb and its subject: قال أمس، وقال لرويترز.
    pub(super) fn subject_start(&self, mut at: usize) -> usize {
        let view = self.view;
        loop {
            if view.is(at, Class::Adverb) || view.cue_word(at) == Some(CueWord::Back) {
                at += 1;
            } else if let Some((m, _)) = view.phrase(at).filter(|(_, r)| matches!(r.role, PhraseRole::Opener | PhraseRole::Manner)) {
                at = m.tokens.end as usize;
            } else if let Some(next) = self.past_hearer(at) {
                at = next;
            // «وأضاف، الدكتور فلان، أن …»
            } else if view.kind(at) == Kind::Comma && view.named_at(at + 1).is_some_and(|n| view.kind(n.tokens.end as usize) == Kind::Comma)
            {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// The verb follows a comma and no و: its subject may stand before the comma. Particles may stand between
    /// («الوزير، وهو طبيب، قد حذر»).
    pub(super) fn across_comma(&self, start: usize) -> bool {
        let view = self.view;
        let is_particle = |at: usize| view.is(at, Class::Particle) || view.is(at, Class::Negation) || view.has_role(at, PhraseRole::Opener);
        (self.clause..start).all(is_particle) && self.clause > self.sentence_start && view.kind(self.clause - 1) == Kind::Comma
    }

    /// A subject that begins at `from` and runs, with its relative clauses, to the verb at `verb`.
    fn subject_before(&self, from: usize, verb: usize) -> Option<Source> {
        use PhraseRole::{Connector, Opener, Topic};
        let view = self.view;
        let mut at = from;
        let from = loop {
            match view.phrase(at) {
                Some((m, r)) if matches!(r.role, Opener | Connector | Topic) => at = m.tokens.end as usize,
                _ if matches!(view.kind(at), Kind::Function(Class::Auxiliary | Class::Particle | Class::Adverb) | Kind::Comma) => at += 1,
                _ => break at,
            }
        };
        if from >= verb || verb - from > FAR {
            return None;
        }
        let source = source_at(view, from, verb, Reach::Bounded)?;
        // An indefinite noun may be described by a clause of its own: «لكن مصدرا شارك في الاجتماع قال».
        let described = source.source_type == Some(SourceType::Unnamed);
        let gap = described || (source.end()..verb).all(|i| view.verb(i).is_none() || view.speaker(i).is_some());
        let outside = source.phrase.outside > 0 && !view.block.word(from).starts_with(['و', 'ف']);
        (source.speaks() && gap && !outside).then_some(source)
    }

    /// Past a medium that is told something: لرويترز، لـ«الصحيفة».
    pub(super) fn past_hearer(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let medium = view.hearer(at).filter(|(_, n)| n.class == SpeakerClass::Media || n.press);
        let mut next = match medium {
            // لوكالة فرانس برس، لوكالة الأنباء: up to who tells it
            Some((m, _)) => {
                let behind = m.tokens.end as usize;
                let end = source_at(view, at, self.end, Reach::Open).map_or(behind, |hearer| hearer.end());
                let tells = |i: usize| {
                    view.named_at(i).is_some()
                        || view
                            .speaker(i)
                            .is_some_and(|(_, n)| !matches!(n.class, SpeakerClass::Media | SpeakerClass::Vague | SpeakerClass::Institution))
                };
                (behind..end).find(|&i| tells(i)).unwrap_or(end)
            }
            // «أكدت لنا مصادر أن …»
            None if matches!(view.block.word_at(at), "لنا" | "لي") => return (at + 1 < self.end).then_some(at + 1),
            None if view.block.word_at(at) == "ل" => at + 1,
            None => return None,
        };
        if let Some(inside) = view.quotation_at(next) {
            next = inside.end as usize + 1;
        } else if medium.is_none() {
            return None;
        }
        (next < self.end).then_some(next)
    }
}

/// The past of three sound letters is spelt like the verbal noun: كشف، رفض; not دعا، نفى.
fn is_spelt_like_noun(verb: &Verb) -> bool {
    verb.past.chars().count() == 3 && !verb.past.contains('ا') && !verb.past.ends_with('ي')
}

/// The verb has somebody or something for its object before what is said of it: اتهم، حذر، وصف.
fn addresses(verb: &Verb) -> bool {
    matches!(verb.stance, Stance::Accusing | Stance::Directive) || verb.frames.has(Frames::JUDGE)
}
