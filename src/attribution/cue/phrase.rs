//! Cues that are no verbs: who speaks before a colon, «بحسب», «جاء في», participles, charges.

use super::{Cue, FAR, Reader, Voice, Weight};
use crate::analysis::{SourceType, Stance};
use crate::attribution::lexis::{CueWord, Frames, PhraseRole, SourceWord, SpeakerClass};
use crate::attribution::source::{Reach, Source, source_at};
use crate::attribution::view::Kind;
use crate::lexicon::{Match, topic};
use crate::phrases::Class;
use crate::text::{Clitics, Phrase, Span, Tokens};

impl Reader<'_, '_> {
    /// «بلينكن: …», «دراسة: …», «الوزير على منصة إكس: …»: a speaker, a colon, what is said. «رويترز عن مسؤول: …»: who
    /// told it speaks.
    pub(super) fn headline(&self) -> Option<Cue> {
        let view = self.view;
        let start = self.sentence_start;
        let colon = (start..self.end.min(start + 14)).find(|&i| view.kind(i) == Kind::Colon)?;
        // A place before a colon is where it happened.
        if colon + 1 >= self.end || view.place(start).is_some() {
            return None;
        }
        let speaker = source_at(view, start, colon, Reach::Bounded).filter(Source::speaks).or_else(|| self.bare_ministry(start, colon))?;
        let end = speaker.end();
        if end == colon || self.is_where(end, colon) {
            return Some(self.cue(Span::of(colon..colon + 1), Stance::Neutral, Voice::Source(speaker)));
        }
        let original = (view.block.word(end) == "عن").then(|| source_at(view, end + 1, colon, Reach::Bounded)).flatten()?;
        (original.speaks() && original.end() == colon).then(|| {
            let cue = self.cue(Span::of(end..end + 1), Stance::Neutral, Voice::Source(original));
            Cue { relays: Some(speaker.phrase), ..cue }
        })
    }

    /// «الدفاع الروسية: …»: the ministry goes without saying.
    fn bare_ministry(&self, start: usize, colon: usize) -> Option<Source> {
        let view = self.view;
        let feminine = |at: usize| view.matches(topic::NISBAS, at).is_some() && view.block.word(at).ends_with('ه');
        (colon == start + 2 && view.has_article(start) && !view.block.word(start).ends_with('ه') && feminine(start + 1)).then(|| Source {
            phrase: Phrase::whole(Span::of(start..colon)),
            source_type: Some(SourceType::Institution),
            person: None,
            anaphoric: false,
        })
    }

    /// Where or to whom somebody speaks: على منصة إكس، لرويترز، في بيان.
    fn is_where(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        let opens = match view.block.word_at(from) {
            "علي" | "في" | "عبر" | "خلال" | "امام" | "لدي" => true,
            _ => self.past_hearer(from).is_some(),
        };
        opens && (from + 1..to).all(|i| view.verb(i).is_none() || view.speaker(i).is_some() || view.has_article(i))
    }

    /// بحسب مصادر عسكرية
    pub(super) fn according(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.end as usize;
        // «نجح الخبراء في تقدير عمر اللوحة»: what opens no clause tells nobody's view.
        let inside = view.block.word_at(tokens.start as usize).ends_with("في") && !self.at_start;
        if inside || view.speaker(at).is_some_and(|(_, noun)| noun.norm) {
            return None;
        }
        let voice = if self.is_own_saying(at) {
            self.actor(tokens.start as usize, false).map_or(Voice::Floor { continuing: true, said: true }, Voice::Source)
        } else {
            let source = source_at(view, at, self.end, Reach::Open).filter(Source::speaks).or_else(|| self.behind_announced(at))?;
            Voice::Source(source)
        };
        Some(Cue { weight: Weight::Main, ..self.cue(tokens, stance, voice) })
    }

    /// «بحسب قوله», «وفق تقديراتها»: whose they are stands elsewhere.
    fn is_own_saying(&self, at: usize) -> bool {
        let view = self.view;
        let said = view
            .speaker(at)
            .is_some_and(|(m, noun)| m.tokens.len() == 1 && matches!(noun.class, SpeakerClass::Estimate | SpeakerClass::Occasion));
        let owned = ["ه", "ها", "هم"].iter().any(|pronoun| view.block.word_at(at).ends_with(pronoun));
        said && owned && view.block.last_letter(at) != Some('ة')
    }

    /// «وفق السعر المعلن من المؤسسة», «بحسب التفاصيل الواردة في النشرة»: who told it stands behind the preposition.
    fn behind_announced(&self, at: usize) -> Option<Source> {
        let view = self.view;
        let is_announced = |&i: &usize| matches!(view.source_word(i), Some(SourceWord::Told | SourceWord::Issued)) && view.has_article(i);
        let announced = (at + 1..self.end.min(at + 4)).find(is_announced)?;
        let preposition =
            (announced + 1..self.end.min(announced + 4)).find(|&i| matches!(view.block.word(i), "من" | "في" | "عن" | "لدي"))?;
        source_at(view, preposition + 1, self.end, Reach::Open).filter(Source::speaks)
    }

    /// حسب ما أعلن المصدر
    pub(super) fn as_said(&self, tokens: Span<Tokens>) -> Option<Cue> {
        let end = tokens.end as usize;
        // «بحسب ما سبق أن أعلن عنه المجلس»
        let earlier = self.view.cue_word(end) == Some(CueWord::Earlier) && self.view.kind(end + 1) == Kind::That;
        let at = if earlier { end + 2 } else { end };
        if let Some((m, reporting)) = self.view.phrase(at).filter(|(_, r)| r.role == PhraseRole::Within) {
            let whole = tokens.join(m.tokens);
            return self.within(whole, reporting.stance);
        }
        let (m, verb) = self.view.verb(at)?;
        let whole = tokens.join(m.tokens);
        // حسبما نقلت الوكالة عن مسؤول
        if verb.frames.has(Frames::RELAY.or(Frames::LEARN)) {
            let preposition = if verb.frames.has(Frames::LEARN) { "من" } else { "عن" };
            let end = m.tokens.end as usize;
            let from = (end..self.end.min(end + 12)).find(|&i| self.view.block.word(i) == preposition);
            let told = from.and_then(|from| source_at(self.view, from + 1, self.end, Reach::Open)).filter(Source::speaks);
            if let Some((told, from)) = told.zip(from) {
                let relays = source_at(self.view, end, from, Reach::Bounded).map(|o| o.phrase);
                return Some(Cue { weight: Weight::Main, relays, ..self.cue(whole, verb.stance, Voice::Source(told)) });
            }
        }
        let subject = self.subject_start(m.tokens.end as usize);
        let voice = match source_at(self.view, subject, self.end, Reach::Open) {
            Some(source) if source.speaks() => Voice::Source(source),
            // «تعتزم الشركة …، وفق ما أفصحت عنه»
            _ => match self.actor(tokens.start as usize, false).filter(|_| tokens.start as usize > self.sentence_start) {
                Some(source) => Voice::Source(source),
                None => Voice::Floor { continuing: false, said: true },
            },
        };
        Some(Cue { weight: Weight::Main, ..self.cue(whole, verb.stance, voice) })
    }

    /// جاء في الوثيقة
    pub(super) fn within(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let mut source = source_at(self.view, tokens.end as usize, self.end, Reach::Open)?;
        let document = self.view.speaker(tokens.end as usize).is_some_and(|(_, n)| n.class == SpeakerClass::Document || n.occasion);
        if !source.speaks() && !document || self.embedded && !self.at_start {
            return None;
        }
        source.source_type = source.source_type.or(Some(SourceType::Document));
        Some(self.cue(tokens, stance, Voice::Source(source)))
    }

    /// «…»، هكذا رد الوزير
    pub(super) fn thus(&self, tokens: Span<Tokens>) -> Option<Cue> {
        let view = self.view;
        let verb = tokens.end as usize;
        let quoted = (self.sentence_start.max((tokens.start as usize).saturating_sub(FAR))..tokens.start as usize)
            .any(|i| view.kind(i) == Kind::QuotationMark);
        if !quoted || view.kind(verb) != Kind::Word || verb + 1 >= self.end {
            return None;
        }
        let source = source_at(view, verb + 1, self.end, Reach::Open).filter(Source::speaks)?;
        let (whole, stance) = match view.verb(verb) {
            Some((m, verb)) => (m.tokens, verb.stance),
            None => (Span::of(verb..verb + 1), Stance::Neutral),
        };
        Some(self.cue(whole, stance, Voice::Source(source)))
    }

    /// صدر بلاغ جاء فيه أن …
    pub(super) fn wherein(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let (view, at) = (self.view, tokens.start as usize);
        // «على ما جاء فيها»: nothing is told.
        if at > self.sentence_start && view.is(at - 1, Class::Relative) {
            return None;
        }
        let document = (self.sentence_start.max(at.saturating_sub(FAR))..at)
            .rev()
            .find(|&i| view.speaker(i).is_some_and(|(_, noun)| noun.class == SpeakerClass::Document))?;
        let source = source_at(view, document, at, Reach::Bounded)?;
        Some(self.cue(tokens, stance, Voice::Source(source)))
    }

    /// «يذكر أن …»: where a clause begins, or a dateline or a quotation ends.
    pub(super) fn impersonal(&self, m: Match, stance: Stance) -> Option<Cue> {
        let before = (m.tokens.start as usize).checked_sub(1).map(|before| self.view.kind(before));
        let begins = self.at_start
            || m.reading.clitics.has_any(Clitics::CONJUNCTION)
            || matches!(before, Some(Kind::CloseBracket | Kind::QuotationMark));
        // «…، حيث من المتوقع أن …» leaves the main clause to the author; not so «فيما يقال إن …».
        let beside = self.subordinate && self.clause > self.sentence_start + 1;
        (begins && !beside).then(|| self.cue(m.tokens, stance, Voice::Impersonal))
    }

    /// مؤكداً أن …: who acts in the main clause says it too.
    pub(super) fn participle(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.end as usize;
        let says = (at..self.end.min(at + 4)).any(|i| matches!(view.kind(i), Kind::That | Kind::Colon | Kind::QuotationMark));
        let governs = matches!(view.block.word_at(at), "الي" | "علي" | "عن" | "من" | "النظر") || view.block.word_at(at).starts_with('ب');
        if !(says || governs || stance != Stance::Neutral)
            || view.is(tokens.start as usize - usize::from(tokens.start > 0), Class::Auxiliary)
        {
            return None;
        }
        let start = tokens.start as usize;
        // «متهمة بـ» is a predicate unless a pause comes before it; the masculine accusative (متهماً) is none.
        let pause = start == self.sentence_start || matches!(view.kind(start - 1), Kind::Comma | Kind::Stop | Kind::Dash);
        // «واختتم الوزير كلمته بقوله: …»
        let saying = view.block.word(start).starts_with('ب');
        if !pause && !saying && view.block.word(start).ends_with(['ه', 'ن']) {
            return None;
        }
        let voice = if start == self.sentence_start {
            Voice::Floor { continuing: true, said: false }
        } else {
            match self.actor(start, !saying && view.block.word(start).ends_with('ا')) {
                Some(source) => Voice::Source(source),
                None => Voice::Floor { continuing: false, said: false },
            }
        };
        Some(Cue { weight: Weight::Participle, ..self.cue(tokens, stance, voice) })
    }

    /// خفض الصندوق توقعاته
    pub(super) fn forecast(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.start as usize;
        let verb = (self.sentence_start.max(at.saturating_sub(FAR))..at).find(|&i| view.has_role(i, PhraseRole::Revision))?;
        let source = source_at(view, verb + 1, at, Reach::Open)?;
        source.speaks().then(|| self.cue(tokens, stance, Voice::Source(source)))
    }

    /// انتقادات وجهها فلان، تهم روسية
    pub(super) fn charge(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.end as usize;
        if let Some(nisba) = view.matches(topic::NISBAS, at) {
            let source =
                Source { phrase: Phrase::whole(nisba.tokens), source_type: Some(SourceType::Vague), person: None, anaphoric: false };
            return Some(self.cue(tokens, stance, Voice::Source(source)));
        }
        let by = (at..self.end.min(at + 4)).find(|&i| view.has_role(i, PhraseRole::Levelled))?;
        let source = source_at(view, by + 1, self.end, Reach::Open)?;
        source.speaks().then(|| self.cue(tokens, stance, Voice::Source(source)))
    }
}
