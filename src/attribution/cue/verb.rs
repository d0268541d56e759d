//! Verbs of saying: which of their occurrences report speech.

use super::form::Form;
use super::marker::Marker;
use super::{Cue, FAR, Reader, Voice, Weight};
use crate::analysis::{SourceType, Stance};
use crate::attribution::lexis::{CueWord, Frames, PhraseRole, SpeakerClass, Verb};
use crate::attribution::source::{Reach, Source, source_at};
use crate::attribution::view::Kind;
use crate::lexicon::Match;
use crate::phrases::Class;
use crate::text::{Clitics, Span, Tokens};

/// Between a refusal and what is refused stands the subject with its title.
const SILENT_WITHIN: usize = 10;

impl Reader<'_, '_> {
    /// A verb of saying at `tokens`.
    pub(super) fn spoken(&self, tokens: Span<Tokens>, clitics: Clitics, verb: &Verb) -> Option<Cue> {
        let view = self.view;
        let tokens = self.with_second_verb(tokens, verb);
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let form = Form::of(view.block.word(start), clitics, verb);
        let before = start.checked_sub(1).filter(|&b| b >= self.sentence_start);
        if verb.frames.is_empty() || self.is_other_form(start, clitics, form, verb) {
            return None;
        }
        if verb.frames.has(Frames::RELAY.or(Frames::LEARN)) {
            // «في تقرير نقلته عن مجلة»
            if form.with_pronoun && before.is_some_and(|b| !view.has_article(b) && view.kind(b) == Kind::Word) {
                return None;
            }
            return self.relayed(tokens, verb);
        }
        if self.is_silent(end, verb) {
            return None;
        }
        let subject = self.subject_start(end);
        let marker = self.marker(subject, verb.frames);
        let joined = clitics.has_any(Clitics::CONJUNCTION);
        if self.is_homograph(subject, joined, verb, marker)
            // «لم تستبعد المصادر هجوما» says something.
            || verb.past != "استبعد" && before.is_some_and(|b| view.is(b, Class::Negation)) && !matches!(marker, Some(Marker::Said(_)))
            || before.is_some_and(|b| self.describes_noun(b, form))
        {
            return None;
        }
        // «وسبق للوزير أن أكد …»
        if let Some(source) = before.filter(|&b| view.kind(b) == Kind::That).and_then(|b| self.before_now(b)) {
            return Some(self.cue(tokens, verb.stance, Voice::Source(source)));
        }
        if let Some(before) = before.filter(|&b| self.closes_off(b)) {
            return self.continuing_relative(tokens, verb, before, marker);
        }
        if view.cue_word(end) == Some(CueWord::Therein) {
            return self.said_therein(tokens, verb, marker);
        }
        // «الوزير يتهم الحكومة»: a subject right before the verb leaves what follows to be its object.
        let ahead = self.subject_ahead(start, joined, form, verb, marker);
        if form.dual && ahead.is_none() {
            return None;
        }
        let particle = |at: usize| view.is(at, Class::Particle) || view.kind(at) == Kind::Comma;
        let source =
            ahead.filter(|s| (s.end()..start).all(particle)).or_else(|| self.subject_behind(subject, start, form, verb, marker)).or(ahead);
        if let Some(source) = source {
            // «ادعى النائب العام على»: who is set against somebody charges him.
            let against = verb.stance == Stance::Doubtful && matches!(marker, Some(Marker::Governed(_)));
            let stance = if against { Stance::Accusing } else { verb.stance };
            return Some(self.cue(tokens, stance, Voice::Source(source)));
        }
        // «كتب مؤكداً: …» is one cue.
        let adjacent = view.phrase(subject).filter(|(_, r)| r.role == PhraseRole::Participle && subject == end);
        let (tokens, stance) = match adjacent {
            Some((m, r)) => (tokens.join(m.tokens), if r.stance == Stance::Neutral { verb.stance } else { r.stance }),
            None => (tokens, verb.stance),
        };
        let voice = self.subject_inside(subject, end, start, joined, form, verb, marker)?;
        Some(self.cue(tokens, stance, voice))
    }

    /// «ومضى يقول», «وتابع يشرح»: what goes on is itself a saying, and both are one cue.
    fn with_second_verb(&self, tokens: Span<Tokens>, verb: &Verb) -> Span<Tokens> {
        if !verb.frames.has(Frames::CONTINUING) {
            return tokens;
        }
        let view = self.view;
        let is_present = |m: &Match, verb: &Verb| !Form::of(view.block.word(m.tokens.start as usize), Clitics::NONE, verb).past;
        let second = view.verb(tokens.end as usize).filter(|(m, verb)| m.reading.clitics == Clitics::NONE && is_present(m, verb));
        second.map_or(tokens, |(m, _)| tokens.join(m.tokens))
    }

    /// What is spelt like the verb at `start` is its first person, a participle, or its verbal noun.
    fn is_other_form(&self, start: usize, clitics: Clitics, form: Form, verb: &Verb) -> bool {
        let view = self.view;
        let hamza = || view.has_hamza(start, clitics);
        // «لا أنكر أن …»: behind a negation the form with أ is the first person.
        let negated = || start > self.sentence_start && view.is(start - 1, Class::Negation);
        // آمل، آسف
        let madda = || view.block.letters(start).find(|letter| !matches!(letter, 'و' | 'ف')) == Some('آ');
        // «ويمكن ذكر أهم المؤشرات»: a verbal noun that is spelt like the past.
        let noun = || start > self.sentence_start && view.has_role(start - 1, PhraseRole::Deed);
        // «علمنا من مصدر أن …»
        let learnt = verb.frames.has(Frames::LEARN) && form.past;
        form.first_person && !learnt
            || verb.frames.has(Frames::PLAIN_ALIF) && hamza()
            || madda()
            || form.past && negated() && hamza()
            || noun()
    }

    /// «رفض المتحدث التعليق»: who says nothing.
    fn is_silent(&self, end: usize, verb: &Verb) -> bool {
        let is_refused = |at: usize| self.view.has_role(at, PhraseRole::Silence);
        verb.stance == Stance::Denying && (end..self.end.min(end + SILENT_WITHIN)).any(is_refused)
    }

    /// A verb that is more often another word reports speech only where it opens its clause and what is said follows.
    fn is_homograph(&self, subject: usize, joined: bool, verb: &Verb, marker: Option<Marker>) -> bool {
        let opens = self.at_start || joined;
        let reports = match marker {
            Some(Marker::Said(at)) => {
                let quoted = !matches!(self.view.kind(at), Kind::That | Kind::Colon);
                opens && (!quoted || verb.frames.has(Frames::CONTINUING))
            }
            // «عبر الوزير عن قلقه»
            Some(Marker::Governed(at)) => opens && verb.frames.has(Frames::ABOUT) && at > subject,
            None => false,
        };
        verb.frames.has(Frames::HOMOGRAPH) && !reports
    }

    /// «خطابٌ قال فيه»: whoever gave the speech; «مؤتمرٌ قال خلاله فلان»: whoever is named behind.
    fn said_therein(&self, tokens: Span<Tokens>, verb: &Verb, marker: Option<Marker>) -> Option<Cue> {
        let view = self.view;
        let named = |said: usize| {
            let behind = self.subject_start(tokens.end as usize + 1);
            source_at(view, behind, said, Reach::Bounded).filter(|s| s.speaks() && s.end() == said)
        };
        let said = match marker {
            Some(Marker::Said(at)) => Some(at),
            _ => None,
        };
        let tells = said.is_some() || verb.frames.has(Frames::ABOUT) || verb.stance == Stance::Directive && verb.frames.has(Frames::BY);
        let giver = || tells.then(|| self.giver(tokens.start as usize)).flatten();
        let source = said.and_then(named).or_else(giver)?;
        Some(Cue { weight: Weight::Main, ..self.cue(tokens, verb.stance, Voice::Source(source)) })
    }

    /// Who said something earlier, between «سبق» at the head of the clause and its أن.
    fn before_now(&self, that: usize) -> Option<Source> {
        let view = self.view;
        let earlier = (self.clause..self.end.min(self.clause + 3)).find(|&i| view.cue_word(i) == Some(CueWord::Earlier))?;
        source_at(view, earlier + 1, that, Reach::Bounded).filter(|s| s.speaks() && s.end() == that)
    }

    /// «نقلت الوكالة عن الوزير قوله إن …», «علمت الصحيفة من مصدر أن …»: the one behind the preposition speaks.
    fn relayed(&self, tokens: Span<Tokens>, verb: &Verb) -> Option<Cue> {
        let view = self.view;
        let end = tokens.end as usize;
        let learns = verb.frames.has(Frames::LEARN);
        let said = (end..self.end.min(end + FAR)).find(|&i| {
            matches!(view.kind(i), Kind::That | Kind::Colon)
                || view.kind(i) == Kind::QuotationMark && view.quotation_at(i).is_some_and(|inside| inside.len() > 3)
                || view.cue_word(i) == Some(CueWord::Saying)
        })?;
        let preposition = if learns { "من" } else { "عن" };
        let outlet =
            |limit: usize| source_at(view, end, limit, Reach::Bounded).filter(|o| o.speaks() || view.kind(end) == Kind::QuotationMark);
        let Some(from) = (end..said.min(end + 16)).find(|&i| view.block.word(i) == preposition) else {
            // «ونقل شهود أن …»: nobody stands behind them.
            if !learns {
                let teller = outlet(said).filter(|teller| teller.end() == said && view.kind(said) == Kind::That)?;
                return Some(self.cue(tokens, verb.stance, Voice::Source(teller)));
            }
            // An outlet that names nobody knows it of itself; anybody else who «knows» says nothing.
            let mut outlet = outlet(said).filter(|_| self.is_outlet(end))?;
            outlet.source_type = Some(SourceType::Institution);
            return Some(self.cue(tokens, verb.stance, Voice::Source(outlet)));
        };
        let source = source_at(view, from + 1, said, Reach::Bounded)?.made_person(view);
        let relays = outlet(from).map(|o| o.phrase);
        Some(Cue { relays, ..self.cue(tokens, verb.stance, Voice::Source(source)) })
    }

    /// A medium stands at `at`, or a name in quotation marks.
    fn is_outlet(&self, at: usize) -> bool {
        let view = self.view;
        view.kind(at) == Kind::QuotationMark || view.speaker(at).is_some_and(|(_, noun)| noun.class == SpeakerClass::Media)
    }

    /// «أفادت قناة نقلا عن مصدر بأن …»: whoever stands behind نقلا عن speaks, and the one before passes it on.
    pub(super) fn original(&self, cue: Cue) -> Cue {
        let view = self.view;
        let Voice::Source(outlet) = cue.voice else { return cue };
        if let Some(inner) = self.within_report(&cue, &outlet) {
            return Cue { relays: Some(outlet.phrase), teller: Some(outlet), ..inner };
        }
        let at = outlet.end() + usize::from(view.kind(outlet.end()) == Kind::Comma);
        let Some((m, _)) = view.phrase(at).filter(|(m, _)| view.block.words(m.tokens) == "نقلا عن") else { return cue };
        match source_at(view, m.tokens.end as usize, self.end, Reach::Open) {
            Some(source) if source.speaks() => Cue { voice: Voice::Source(source), relays: Some(outlet.phrase), ..cue },
            _ => cue,
        }
    }

    /// «قال متحدث إن الوزير أكد أن …», «أوضح المدير أنه وفقا للتقرير …»: who is quoted in the first words of a report, with his
    /// own cue.
    fn within_report(&self, cue: &Cue, outlet: &Source) -> Option<Cue> {
        let view = self.view;
        let behind = outlet.end().max(cue.phrase.tokens.end as usize);
        let that = (behind..self.end.min(behind + 3)).find(|&at| view.kind(at) == Kind::That)?;
        let first = that + 1;
        if let Some((m, reporting)) = view.phrase(first).filter(|(_, r)| r.role == PhraseRole::According) {
            return self.according(m.tokens, reporting.stance);
        }
        let within = (first + 1..self.end.min(first + FAR)).find(|&at| view.verb(at).is_some())?;
        let (m, verb) = view.verb(within)?;
        let speaker = source_at(view, first, within, Reach::Bounded).filter(|s| s.speaks() && s.end() == within)?;
        let says = matches!(self.marker(m.tokens.end as usize, verb.frames), Some(Marker::Said(_)));
        (says && verb.frames.has(Frames::PLAIN)).then(|| self.cue(m.tokens, verb.stance, Voice::Source(speaker)))
    }

    /// «مواقع التواصل، والتي تشير إلى …»: a relative clause that goes on with a sentence of its own.
    fn continuing_relative(&self, tokens: Span<Tokens>, verb: &Verb, before: usize, marker: Option<Marker>) -> Option<Cue> {
        let view = self.view;
        // «وهو ما نفته الشركة»
        if view.block.word(before) == "ما" && self.resumes(before) {
            let source = source_at(view, self.subject_start(tokens.end as usize), self.end, Reach::Open).filter(Source::speaks)?;
            return Some(self.cue(tokens, verb.stance, Voice::Source(source)));
        }
        let comma = before.checked_sub(1).filter(|&c| view.kind(c) == Kind::Comma)?;
        if !view.is(before, Class::Relative) || !view.block.word(before).starts_with('و') || marker.is_none() {
            return None;
        }
        let heads = (self.sentence_start.max(comma.saturating_sub(8))..comma).filter(|&i| view.speaker(i).is_some());
        let source = heads.filter_map(|i| source_at(view, i, comma, Reach::Bounded)).find(|s| s.speaks() && s.end() == comma)?;
        Some(Cue { weight: Weight::Subordinate, ..self.cue(tokens, verb.stance, Voice::Source(source)) })
    }

    /// «وهو ما»، «وهذا ما» opens the clause: what was said before is taken up.
    fn resumes(&self, at: usize) -> bool {
        let view = self.view;
        let opens = |at: usize| at == self.sentence_start || matches!(view.kind(at - 1), Kind::Comma | Kind::Stop);
        at.checked_sub(1)
            .is_some_and(|before| before >= self.sentence_start && view.cue_word(before) == Some(CueWord::Resuming) && opens(before))
    }

    /// The token before a verb puts it into a clause of its own: الذي قال، ما أعلنته، بعد أن رأت.
    fn closes_off(&self, before: usize) -> bool {
        let view = self.view;
        let mut at = before;
        while at > self.sentence_start && (view.is(at, Class::Negation) || view.is(at, Class::Particle) || view.is(at, Class::Auxiliary)) {
            at -= 1;
        }
        matches!(view.kind(at), Kind::That | Kind::Function(Class::Relative | Class::Preposition))
    }

    /// «في محاكمة وصفتها منظمة بأنها …», «في خطوة نفت الحكومة علمها بها»: the verb only describes the indefinite noun before
    /// it. Behind «وفي بيان» and the like it is the main verb.
    fn describes_noun(&self, before: usize, form: Form) -> bool {
        let view = self.view;
        let said_in =
            view.speaker(before).is_some_and(|(_, n)| n.occasion || matches!(n.class, SpeakerClass::Occasion | SpeakerClass::Document));
        let indefinite =
            view.kind(before) == Kind::Word && !view.has_article(before) && view.speaker(before).is_none() && view.place(before).is_none();
        let governed = before > self.sentence_start + 1 && view.is(before - 1, Class::Preposition) && view.block.word(before - 1) == "في";
        let begins = before <= self.sentence_start + 1;
        indefinite
            && !said_in
            && !begins
            && !view.in_name(before)
            && governed
            && (form.with_pronoun || view.kind(before - 2) == Kind::Comma)
    }
}
