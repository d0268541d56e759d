//! The cues of a sentence: words that attribute it, each inside the frame that makes it a cue, with the source found
//! beside it.

use super::lexis::{Frames, PhraseRole, SpeakerClass, Verb};
use super::source::{Reach, Source, source_at};
use super::view::{Kind, View};
use crate::analysis::{SourceType, Stance};
use crate::lexicon::Match;
use crate::phrases::Class;
use crate::text::{Clitics, Phrase, Span, Tokens};

/// How much a cue says about its sentence: the first of the highest weight attributes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A participle behind the main clause: مشيراً إلى.
    Participle,
    /// A clause under another: حيث أوضح.
    Subordinate,
    Main,
}

/// Whom a cue attributes to.
#[derive(Clone, Copy, Debug)]
pub enum Voice {
    /// Somebody who stands in the sentence.
    Source(Source),
    /// Whoever has the floor: the subject is only inside the verb.
    Floor {
        /// The verb goes on with an earlier saying (وأضاف).
        continuing: bool,
        /// What is said follows in so many words: if nobody has the floor, it is hearsay.
        said: bool,
    },
    /// Nobody in particular.
    Impersonal,
}

/// A cue in its frame.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    pub phrase: Phrase,
    pub stance: Stance,
    pub weight: Weight,
    pub voice: Voice,
    /// The outlet that passes on what somebody else said: نقلت الوكالة عن.
    pub relays: Option<Phrase>,
}

/// What shows that a verb reports speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    /// أن، a colon, a quotation: everything before it that is no adjunct is the subject.
    Said(usize),
    /// A preposition the verb governs.
    Governed(usize),
}

/// Tokens looked at behind a verb for what is said: the longest titles with their bodies are shorter.
const FAR: usize = 48;

/// Between a refusal and what is refused stands the subject with its title.
const SILENT_WITHIN: usize = 10;

/// The cue that attributes a sentence, if one does.
pub fn main_cue(view: &View, sentence: Span<Tokens>) -> Option<Cue> {
    let end = sentence.end as usize;
    let first = skip_provenance(view, sentence);
    let mut reader = Reader { view, sentence_start: first, end, clause: first, at_start: true, subordinate: false, embedded: false };
    let mut best: Option<Cue> = reader.headline();
    let mut at = first;
    while at < end && best.is_none_or(|b| b.weight < Weight::Main) {
        let (cue, next) = reader.step(at);
        if let Some(cue) = cue
            && best.is_none_or(|b| cue.weight > b.weight)
        {
            best = Some(reader.original(cue));
        }
        at = next;
    }
    best
}

/// Datelines, agency tags («واس - الرياض:»), the hour and the tag of a line of news («10:15 – عاجل |») name nobody who
/// speaks: the first token behind them.
fn skip_provenance(view: &View, sentence: Span<Tokens>) -> usize {
    let end = sentence.end as usize;
    let start = skip_tag(view, skip_hour(view, sentence.start as usize, end), end);
    let mut dash = false;
    for at in start..end.min(start + 12) {
        match view.kind(at) {
            Kind::Dash | Kind::OpenBracket => dash = true,
            Kind::Colon if view.kind(at + 1) == Kind::Number && at > start && view.kind(at - 1) == Kind::Number => return at + 2,
            Kind::Colon
                if dash
                    || at > start + 1 && view.matches(view.lexis.cities, at - 1).is_some_and(|m| m.reading.clitics == Clitics::NONE) =>
            {
                return at + 1;
            }
            Kind::Colon | Kind::That => break,
            _ if view.verb(at).is_some() => break,
            _ => {}
        }
    }
    start
}

/// «10:15 –», «10:15 بتوقيت غرينتش –»
fn skip_hour(view: &View, start: usize, end: usize) -> usize {
    if view.kind(start) != Kind::Number {
        return start;
    }
    let behind = if view.kind(start + 1) == Kind::Colon && view.kind(start + 2) == Kind::Number { start + 3 } else { start + 1 };
    let dash = (behind..end.min(behind + 3)).find(|&i| view.kind(i) != Kind::Word);
    dash.filter(|&i| view.kind(i) == Kind::Dash).map_or(start, |i| i + 1)
}

/// «عاجل |», «بالفيديو..»
fn skip_tag(view: &View, start: usize, end: usize) -> usize {
    let Some((m, _)) = view.phrase(start).filter(|(_, r)| r.role == PhraseRole::Tag) else { return start };
    let behind = m.tokens.end as usize;
    let is_mark = |&i: &usize| matches!(view.kind(i), Kind::Dash | Kind::Colon | Kind::Stop | Kind::OtherMark | Kind::CloseBracket);
    let marks = (behind..end).take_while(is_mark).count();
    if marks == 0 { start } else { behind + marks }
}

struct Reader<'v, 'a> {
    view: &'v View<'a>,
    sentence_start: usize,
    end: usize,
    /// Where the clause being read begins.
    clause: usize,
    /// Only openers stand between the clause's beginning and here.
    at_start: bool,
    /// The clause stands under another.
    subordinate: bool,
    /// A relative clause is open.
    embedded: bool,
}

impl Reader<'_, '_> {
    /// Reads one step from `at`: a cue if one stands there, and where to read on.
    fn step(&mut self, at: usize) -> (Option<Cue>, usize) {
        let view = self.view;
        match view.kind(at) {
            // بانو-لوغران
            Kind::Dash if view.block.tokens()[at].glued && view.block.tokens().get(at + 1).is_some_and(|t| t.glued) => {
                return (None, at + 1);
            }
            Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon => {
                self.open_clause(at + 1);
                return (None, at + 1);
            }
            Kind::QuotationMark => {
                // What stands in a longer quotation is what was said, not who says it.
                let close = view.quotation_at(at);
                if let Some(inside) = close
                    && inside.len() > 4
                    && (inside.end as usize) < self.end
                {
                    self.at_start = false;
                    return (None, inside.end as usize + 1);
                }
                return (None, at + 1);
            }
            Kind::Function(Class::Relative) => self.embedded = true,
            _ => {}
        }
        if let Some((m, reporting)) = view.phrase(at) {
            let next = m.tokens.end as usize;
            let cue = match reporting.role {
                PhraseRole::Opener => {
                    if m.reading.clitics.has_any(Clitics::CONJUNCTION) {
                        self.open_clause(at);
                    }
                    return (None, next);
                }
                PhraseRole::Connector => {
                    self.open_clause(at);
                    return (None, next);
                }
                PhraseRole::Figure => {
                    self.at_start = false;
                    return (None, next);
                }
                PhraseRole::Subordinate => {
                    self.open_clause(next);
                    self.subordinate = true;
                    return (None, next);
                }
                PhraseRole::According => self.according(m.tokens, reporting.stance),
                PhraseRole::As => self.as_said(m.tokens),
                PhraseRole::Within => self.within(m.tokens, reporting.stance),
                PhraseRole::Thus => self.thus(m.tokens),
                PhraseRole::Wherein => self.wherein(m.tokens, reporting.stance),
                PhraseRole::Impersonal
                    if self.at_start
                        || m.reading.clitics.has_any(Clitics::CONJUNCTION)
                        || at > 0 && matches!(view.kind(at - 1), Kind::CloseBracket | Kind::QuotationMark) =>
                {
                    Some(self.cue(m.tokens, reporting.stance, Voice::Impersonal))
                }
                PhraseRole::Participle => self.participle(m.tokens, reporting.stance),
                PhraseRole::Forecast => self.forecast(m.tokens, reporting.stance),
                PhraseRole::Charge if self.at_start => self.charge(m.tokens, reporting.stance),
                _ => None,
            };
            if cue.is_some() {
                return (cue, next);
            }
        }
        if let Some((m, verb)) = view.verb(at) {
            if m.reading.clitics.has_any(Clitics::CONJUNCTION) {
                self.open_clause(at);
                self.subordinate = false;
            }
            let cue = self.spoken(m.tokens, m.reading.clitics, verb);
            self.at_start = false;
            return (cue, m.tokens.end as usize);
        }
        let adverbial = view.is(at, Class::Adverb) || view.is(at, Class::Particle) || view.is(at, Class::Auxiliary);
        if !adverbial && !view.is(at, Class::Negation) {
            self.at_start = false;
        }
        (None, at + 1)
    }

    fn open_clause(&mut self, at: usize) {
        (self.clause, self.at_start, self.subordinate, self.embedded) = (at, true, false, false);
    }

    fn cue(&self, tokens: Span<Tokens>, stance: Stance, voice: Voice) -> Cue {
        let weight = if self.subordinate { Weight::Subordinate } else { Weight::Main };
        Cue { phrase: Phrase::whole(tokens), stance, weight, voice, relays: None }
    }

    /// «بلينكن: …», «دراسة: …», «الوزير على منصة إكس: …»: a speaker, a colon, what is said. «رويترز عن مسؤول: …»: who
    /// told it speaks.
    fn headline(&self) -> Option<Cue> {
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
        let feminine = |at: usize| view.matches(view.lexis.nisbas, at).is_some() && view.block.word(at).ends_with('ه');
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
    fn according(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.end as usize;
        if view.speaker(at).is_some_and(|(_, noun)| noun.norm) {
            return None;
        }
        let source = source_at(view, at, self.end, Reach::Open).filter(Source::speaks).or_else(|| self.behind_announced(at))?;
        Some(Cue { weight: Weight::Main, ..self.cue(tokens, stance, Voice::Source(source)) })
    }

    /// «وفق السعر المعلن من المؤسسة», «بحسب التفاصيل الواردة في النشرة»: who told it stands behind the preposition.
    fn behind_announced(&self, at: usize) -> Option<Source> {
        let view = self.view;
        let is_announced = |&i: &usize| {
            let word = view.block.word(i).trim_start_matches("ال").trim_end_matches('ه');
            view.has_article(i) && ["معلن", "منشور", "وارد", "مذكور", "صادر", "متاح", "مقدم", "مدرج"].contains(&word)
        };
        let announced = (at + 1..self.end.min(at + 4)).find(is_announced)?;
        let preposition =
            (announced + 1..self.end.min(announced + 4)).find(|&i| matches!(view.block.word(i), "من" | "في" | "عن" | "لدي"))?;
        source_at(view, preposition + 1, self.end, Reach::Open).filter(Source::speaks)
    }

    /// حسب ما أعلن المصدر
    fn as_said(&self, tokens: Span<Tokens>) -> Option<Cue> {
        let at = tokens.end as usize;
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
            _ => match self.actor(tokens.start as usize).filter(|_| tokens.start as usize > self.sentence_start) {
                Some(source) => Voice::Source(source),
                None => Voice::Floor { continuing: false, said: true },
            },
        };
        Some(Cue { weight: Weight::Main, ..self.cue(whole, verb.stance, voice) })
    }

    /// جاء في الوثيقة
    fn within(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let mut source = source_at(self.view, tokens.end as usize, self.end, Reach::Open)?;
        let document = self.view.speaker(tokens.end as usize).is_some_and(|(_, n)| n.class == SpeakerClass::Document || n.occasion);
        if !source.speaks() && !document || self.embedded && !self.at_start {
            return None;
        }
        source.source_type = source.source_type.or(Some(SourceType::Document));
        Some(self.cue(tokens, stance, Voice::Source(source)))
    }

    /// «…»، هكذا رد الوزير
    fn thus(&self, tokens: Span<Tokens>) -> Option<Cue> {
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
    fn wherein(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let (view, at) = (self.view, tokens.start as usize);
        let document = (self.sentence_start.max(at.saturating_sub(FAR))..at)
            .rev()
            .find(|&i| view.speaker(i).is_some_and(|(_, noun)| noun.class == SpeakerClass::Document))?;
        let source = source_at(view, document, at, Reach::Bounded)?;
        Some(self.cue(tokens, stance, Voice::Source(source)))
    }

    /// مؤكداً أن …: who acts in the main clause says it too.
    fn participle(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
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
        if !pause && view.block.word(start).ends_with(['ه', 'ن']) {
            return None;
        }
        let voice = if start == self.sentence_start {
            Voice::Floor { continuing: true, said: false }
        } else {
            // A masculine participle does not speak for a body whose name is feminine.
            let agrees = |s: &Source| {
                s.source_type != Some(SourceType::Institution)
                    || !(view.block.word(s.phrase.tokens.start as usize).ends_with('ه') && view.block.word(start).ends_with('ا'))
            };
            match self.actor(start).filter(agrees) {
                Some(source) => Voice::Source(source),
                None => Voice::Floor { continuing: false, said: false },
            }
        };
        Some(Cue { weight: Weight::Participle, ..self.cue(tokens, stance, voice) })
    }

    /// Who acts in the sentence before `limit`: the phrase behind its first verb, or that it begins with.
    fn actor(&self, limit: usize) -> Option<Source> {
        let view = self.view;
        let from = self.sentence_start;
        for at in from..limit.min(from + 12) {
            if at > from && view.kind(at - 1) == Kind::Function(Class::Preposition) && view.verb(at - 1).is_none() {
                continue;
            }
            let attached = view.attached(at);
            if (view.named_at(at).is_some()
                || view.speaker(at).is_some_and(|(_, n)| n.class != SpeakerClass::Quantity && n.class != SpeakerClass::Occasion))
                && (attached == 0 || at == from)
                && let Some(source) = source_at(view, at, limit, Reach::Open)
                && matches!(
                    source.source_type,
                    Some(SourceType::Official | SourceType::Person | SourceType::Institution | SourceType::Document | SourceType::Unnamed)
                )
            {
                return Some(source);
            }
        }
        None
    }

    /// خفض الصندوق توقعاته
    fn forecast(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.start as usize;
        let verb = (self.sentence_start.max(at.saturating_sub(FAR))..at)
            .find(|&i| view.phrase(i).is_some_and(|(_, r)| r.role == PhraseRole::Revision))?;
        let source = source_at(view, verb + 1, at, Reach::Open)?;
        source.speaks().then(|| self.cue(tokens, stance, Voice::Source(source)))
    }

    /// انتقادات وجهها فلان، تهم روسية
    fn charge(&self, tokens: Span<Tokens>, stance: Stance) -> Option<Cue> {
        let view = self.view;
        let at = tokens.end as usize;
        if let Some(nisba) = view.matches(view.lexis.nisbas, at) {
            let source =
                Source { phrase: Phrase::whole(nisba.tokens), source_type: Some(SourceType::Vague), person: None, anaphoric: false };
            return Some(self.cue(tokens, stance, Voice::Source(source)));
        }
        let by = (at..self.end.min(at + 4)).find(|&i| view.phrase(i).is_some_and(|(_, r)| r.role == PhraseRole::Levelled))?;
        let source = source_at(view, by + 1, self.end, Reach::Open)?;
        source.speaks().then(|| self.cue(tokens, stance, Voice::Source(source)))
    }

    /// A verb of saying at `tokens`.
    fn spoken(&self, tokens: Span<Tokens>, clitics: Clitics, verb: &Verb) -> Option<Cue> {
        let view = self.view;
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let hamza = verb.frames.has(Frames::PLAIN_ALIF) && view.has_hamza(start, clitics);
        let form = Form::of(view.block.word(start), clitics, verb);
        // «لا أنكر أن …»: behind a negation the form with أ is the first person.
        let negated = start > self.sentence_start && view.is(start - 1, Class::Negation);
        // آمل، آسف
        let madda = view.block.letters(start).find(|letter| !matches!(letter, 'و' | 'ف')) == Some('آ');
        if form.first_person || hamza || madda || negated && form.past && view.has_hamza(start, clitics) {
            return None;
        }
        let joined = clitics.has_any(Clitics::CONJUNCTION);
        let opens = self.at_start || joined;
        let before = start.checked_sub(1).filter(|&b| b >= self.sentence_start);
        // «ويمكن ذكر أهم المؤشرات»: a verbal noun that is spelt like the past.
        if before.is_some_and(|b| view.phrase(b).is_some_and(|(_, r)| r.role == PhraseRole::Deed)) {
            return None;
        }
        if verb.frames.has(Frames::RELAY.or(Frames::LEARN)) {
            return self.relayed(tokens, verb);
        }
        // «رفض المتحدث التعليق»: who says nothing.
        if verb.stance == Stance::Denying
            && (end..self.end.min(end + SILENT_WITHIN)).any(|i| view.phrase(i).is_some_and(|(_, r)| r.role == PhraseRole::Silence))
        {
            return None;
        }
        let subject = self.subject_start(end);
        let marker = self.marker(subject, verb.frames);
        let said = matches!(marker, Some(Marker::Said(_)));
        let quoted = matches!(marker, Some(Marker::Said(at)) if !matches!(view.kind(at), Kind::That | Kind::Colon));
        // «عبر الوزير عن قلقه»
        let about = verb.frames.has(Frames::ABOUT) && matches!(marker, Some(Marker::Governed(at)) if at > subject);
        if verb.frames.has(Frames::HOMOGRAPH) && (!(opens && (said || about)) || quoted && !verb.frames.has(Frames::CONTINUING))
            || before.is_some_and(|b| view.is(b, Class::Negation)) && !said
        {
            return None;
        }
        if before.is_some_and(|b| self.describes_noun(b, form)) {
            return None;
        }
        // «وسبق للوزير أن أكد …»
        if let Some(source) = before.filter(|&b| view.kind(b) == Kind::That).and_then(|b| self.before_now(b)) {
            return Some(self.cue(tokens, verb.stance, Voice::Source(source)));
        }
        if let Some(before) = before.filter(|&b| self.closes_off(b)) {
            return self.continuing_relative(tokens, verb, before, marker);
        }
        // «خطابٌ قال فيه»: whoever gave the speech.
        if matches!(view.block.word_at(end), "فيه" | "فيها" | "خلاله" | "خلالها" | "خلالهما") {
            let tells = said || verb.frames.has(Frames::ABOUT) || verb.stance == Stance::Directive && verb.frames.has(Frames::BY);
            let source = tells.then(|| self.giver(start)).flatten()?;
            return Some(Cue { weight: Weight::Main, ..self.cue(tokens, verb.stance, Voice::Source(source)) });
        }
        // «الوزير يتهم الحكومة»: a subject right before the verb leaves what follows to be its object.
        let ahead = self.subject_ahead(start, joined, form, verb, marker);
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

    /// Who said something earlier, between «سبق» at the head of the clause and its أن.
    fn before_now(&self, that: usize) -> Option<Source> {
        let view = self.view;
        let earlier = (self.clause..self.end.min(self.clause + 3)).find(|&i| matches!(view.block.word(i), "سبق" | "وسبق" | "فسبق"))?;
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
                || matches!(view.block.word(i), "قوله" | "قولها" | "قولهم")
        })?;
        let preposition = if learns { "من" } else { "عن" };
        let outlet =
            |limit: usize| source_at(view, end, limit, Reach::Bounded).filter(|o| o.speaks() || view.kind(end) == Kind::QuotationMark);
        let Some(from) = (end..said.min(end + 16)).find(|&i| view.block.word(i) == preposition) else {
            // An outlet that names nobody knows it of itself; anybody else who «knows» says nothing.
            let mut outlet = outlet(said).filter(|_| learns && self.is_outlet(end))?;
            outlet.source_type = Some(SourceType::Institution);
            return Some(self.cue(tokens, verb.stance, Voice::Source(outlet)));
        };
        let mut source = source_at(view, from + 1, said, Reach::Bounded)?;
        source.source_type = source.source_type.or(Some(SourceType::Person));
        let relays = outlet(from).map(|o| o.phrase);
        Some(Cue { relays, ..self.cue(tokens, verb.stance, Voice::Source(source)) })
    }

    /// A medium stands at `at`, or a name in quotation marks.
    fn is_outlet(&self, at: usize) -> bool {
        let view = self.view;
        view.kind(at) == Kind::QuotationMark || view.speaker(at).is_some_and(|(_, noun)| noun.class == SpeakerClass::Media)
    }

    /// «أفادت قناة نقلا عن مصدر بأن …»: whoever stands behind نقلا عن speaks, and the one before passes it on.
    fn original(&self, cue: Cue) -> Cue {
        let view = self.view;
        let Voice::Source(outlet) = cue.voice else { return cue };
        let at = outlet.end() + usize::from(view.kind(outlet.end()) == Kind::Comma);
        let Some((m, _)) = view.phrase(at).filter(|(m, _)| view.block.words(m.tokens) == "نقلا عن") else { return cue };
        match source_at(view, m.tokens.end as usize, self.end, Reach::Open) {
            Some(source) if source.speaks() => Cue { voice: Voice::Source(source), relays: Some(outlet.phrase), ..cue },
            _ => cue,
        }
    }

    /// «ودعا جميع الأطراف إلى …»: all of them are called upon, and call on nobody.
    fn is_all(&self, at: usize, verb: &Verb) -> bool {
        verb.stance == Stance::Directive && matches!(self.view.block.word_at(at), "جميع" | "كل" | "كافه" | "ساءر")
    }

    /// The subject that follows the verb.
    fn subject_behind(&self, subject: usize, start: usize, form: Form, verb: &Verb, marker: Option<Marker>) -> Option<Source> {
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
            Some(Marker::Said(at)) if view.block.word(at).starts_with("با") && addresses(verb) => (at, Reach::Open),
            // «أشار التقرير إلى أن …»: the preposition is the verb's.
            Some(Marker::Said(at)) if at > subject + 1 && view.is(at - 1, Class::Preposition) => (at - 1, Reach::Bounded),
            Some(Marker::Said(at)) => (at, Reach::Bounded),
            // «أشار التقرير الذي أصدرته الشركة إلى»
            Some(Marker::Governed(at)) if view.is(at, Class::Preposition) && !addresses(verb) && !verb.frames.has(Frames::OBJECT) => {
                (at, Reach::Bounded)
            }
            Some(Marker::Governed(at)) => (at, Reach::Open),
            // كما أشار فلان، فإن …
            None if like_as => {
                ((subject..self.end.min(subject + FAR)).find(|&i| view.kind(i) == Kind::Comma).unwrap_or(self.end), Reach::Bounded)
            }
            None => (self.end, Reach::Open),
        };
        let mut source = source_at(view, subject, limit, reach)?;
        if like_as && (source.end() == limit || self.view.kind(source.end()) == Kind::Stop) || self.fits(&source, form, verb, marker, start)
        {
            source.source_type = source.source_type.or(Some(SourceType::Person));
            return Some(source);
        }
        None
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
            && view.matches(view.lexis.common_words, first).is_some_and(|m| m.reading.clitics.is_within(Clitics::CONJUNCTION))
    }

    /// The subject that stands before the verb.
    fn subject_ahead(&self, start: usize, joined: bool, form: Form, verb: &Verb, marker: Option<Marker>) -> Option<Source> {
        let view = self.view;
        // «وكان الوزير يشير إلى» explains what was said before; it says nothing itself.
        let explains = !form.past && !matches!(marker, Some(Marker::Said(_))) && view.is(self.clause, Class::Auxiliary);
        let across = self.across_comma(start);
        // «أما الوزير فقال», «أما الوزير فقد قال»
        let topic = view.phrase(self.sentence_start).is_some_and(|(_, r)| r.role == PhraseRole::Topic);
        if explains || !(topic || !joined && (start > self.clause || across)) {
            return None;
        }
        let from = if start > self.clause && !across && !topic { self.clause } else { self.sentence_start };
        // «كان المجلس قد أقر موازنة بقيمة …» is an act.
        let acts = matches!(marker, Some(Marker::Governed(at)) if self.attached_by(at) && verb.stance == Stance::Presupposing && at != self.subject_start(start + 1));
        // «وكانت الحكومة قد اشترت أجهزة كشف»: the verb has its subject's gender.
        let agrees = |s: &Source| {
            let feminine = view.block.word(s.phrase.tokens.start as usize).ends_with('ه');
            !(form.masculine && feminine && s.source_type == Some(SourceType::Institution))
        };
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
    fn subject_inside(
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
            Some(Marker::Governed(_)) if self.is_all(subject, verb) => true,
            Some(Marker::Governed(at)) => at == subject || view.is(subject, Class::Preposition) && at - subject <= 6,
            None if subject == end && joined && self.says_on(end, verb) => true,
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
        let floor = Voice::Floor { continuing: verb.frames.has(Frames::CONTINUING), said };
        if start <= self.sentence_start + 1 || !(joined || self.subordinate) {
            return Some(floor);
        }
        // «فيما يعتقد أنه …»: he who was spoken of, not who acted first.
        if self.subordinate && !joined && !form.past {
            return None;
        }
        match self.actor(start).or_else(|| self.giver(start).filter(|_| self.subordinate)) {
            Some(source) => Some(Voice::Source(source)),
            // In the midst of a sentence a present without subject goes on with a clause that was no saying.
            None => (form.past || verb.frames.has(Frames::CONTINUING)).then_some(floor),
        }
    }

    /// «وأضاف لن نسمح …»: behind a verb that goes on with a saying, a clause needs no أن to be what is said.
    fn says_on(&self, at: usize, verb: &Verb) -> bool {
        use Class::{Auxiliary, Negation, Particle, Pronoun};
        verb.frames.has(Frames::CONTINUING.or(Frames::PLAIN))
            && verb.frames.has(Frames::THAT)
            && at < self.end
            && matches!(self.view.kind(at), Kind::Function(Negation | Pronoun | Particle | Auxiliary))
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
        at.checked_sub(1).is_some_and(|before| {
            before >= self.sentence_start && matches!(view.block.word(before), "وهو" | "هو" | "وهذا" | "هذا" | "وذلك") && opens(before)
        })
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

    /// Past the adverbs, openers and hearers between a verb and its subject: قال أمس، وقال لرويترز.
    fn subject_start(&self, mut at: usize) -> usize {
        let view = self.view;
        loop {
            if view.is(at, Class::Adverb) || points_back(view.block.word_at(at)) {
                at += 1;
            } else if let Some((m, _)) = view.phrase(at).filter(|(_, r)| matches!(r.role, PhraseRole::Opener | PhraseRole::Manner)) {
                at = m.tokens.end as usize;
            } else if let Some(next) = self.past_hearer(at) {
                at = next;
            } else {
                return at;
            }
        }
    }

    /// Past a medium that is told something: لرويترز، لـ«الصحيفة».
    fn past_hearer(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let medium = view.speaker(at).filter(|(m, n)| (n.class == SpeakerClass::Media || n.press) && m.reading.clitics.has(Clitics::LI));
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

    /// What shows that a verb whose complement may begin at `from` reports speech.
    fn marker(&self, from: usize, frames: Frames) -> Option<Marker> {
        let view = self.view;
        let mut governed = None;
        let mut commas = 0;
        let mut at = from;
        while at < self.end.min(from + FAR) {
            match view.kind(at) {
                Kind::That | Kind::Colon if !frames.has(Frames::THAT) => return governed,
                Kind::That => {
                    let before = at.checked_sub(1).map_or("", |b| view.block.word(b));
                    if matches!(before, "بعد" | "قبل" | "منذ" | "دون" | "بدون" | "رغم" | "مع" | "لولا" | "حد" | "بعيد")
                    {
                        return governed;
                    }
                    return Some(Marker::Said(at));
                }
                Kind::Colon => return Some(governed.filter(|_| at + 1 >= self.end).unwrap_or(Marker::Said(at))),
                Kind::QuotationMark => {
                    let inside = view.quotation_at(at)?;
                    let behind = inside.end as usize + 1;
                    let gloss = at > from && (inside.len() <= 3 || matches!(view.kind(behind), Kind::That | Kind::Foreign));
                    if !(gloss || at == from && inside.len() <= 3 && self.said_soon(behind)) {
                        return Some(governed.unwrap_or(Marker::Said(at)));
                    }
                    at = behind;
                    continue;
                }
                Kind::Comma => {
                    commas += 1;
                    let participle = view.phrase(at + 1).is_some_and(|(_, r)| r.role == PhraseRole::Participle);
                    if commas > 6 || governed.is_some() || participle && at > from {
                        return governed;
                    }
                }
                // Some papers write semicolons for commas.
                Kind::Stop if view.block.word(at) == "؛" && governed.is_none() && at > from => commas += 1,
                Kind::Stop => return governed,
                Kind::OpenBracket => {
                    // Some papers quote in brackets.
                    match (at..self.end.min(at + 7)).find(|&k| view.kind(k) == Kind::CloseBracket) {
                        Some(close) => at = close,
                        None if frames.has(Frames::THAT) && at > from => return Some(Marker::Said(at)),
                        None => {}
                    }
                }
                Kind::Function(Class::Preposition) => {
                    let wanted = match view.block.word(at) {
                        "الي" => Frames::TO,
                        "عن" => Frames::ABOUT,
                        "علي" => Frames::ON,
                        "في" => Frames::IN,
                        "من" => Frames::FROM,
                        "به" | "بها" | "بهم" | "بذلك" | "بهذا" | "بهذه" => Frames::BY,
                        _ => Frames::CONTINUING,
                    };
                    if wanted != Frames::CONTINUING && frames.has(wanted) && view.kind(at + 1) != Kind::That {
                        return Some(Marker::Governed(at));
                    }
                }
                // «قال المدرب في المدينة حيث يستعد فريقه: «…»»
                Kind::Function(Class::Subordinator) if at > from && !(frames.has(Frames::PLAIN) && view.block.word(at) == "حيث") => {
                    return governed;
                }
                Kind::Word => {
                    if frames.has(Frames::BY) && governed.is_none() && self.attached_by(at) {
                        governed = Some(Marker::Governed(at));
                    }
                    // Another verb of saying begins: joined, or, behind a comma, after an aside (…، تحدثت إليهم، قالت إن).
                    if at > from
                        && view
                            .verb(at)
                            .is_some_and(|(m, _)| m.reading.clitics.has_any(Clitics::CONJUNCTION) || view.kind(at - 1) == Kind::Comma)
                        && view.speaker(at).is_none()
                    {
                        return governed;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        governed
    }

    /// What is said begins soon behind what may be a name in quotation marks.
    fn said_soon(&self, from: usize) -> bool {
        (from..self.end.min(from + 12))
            .take_while(|&i| self.view.kind(i) != Kind::Stop)
            .any(|i| matches!(self.view.kind(i), Kind::That | Kind::Colon))
    }

    /// The word has an attached ب: طالب الوزير بوقف …
    fn attached_by(&self, at: usize) -> bool {
        let word = self.view.block.word(at);
        if !word.starts_with('ب') || self.view.in_name(at) {
            return false;
        }
        // بـ«احترافية», بـ 40
        if word == "ب" {
            return matches!(self.view.kind(at + 1), Kind::QuotationMark | Kind::Number);
        }
        let readings = self.view.block.readings(at);
        readings.iter().any(|r| r.clitics.has(Clitics::BI)) || readings.is_empty() && word.chars().count() > 3
    }

    /// The phrase behind the verb can be its subject.
    fn fits(&self, source: &Source, form: Form, verb: &Verb, marker: Option<Marker>, start: usize) -> bool {
        let first = source.phrase.tokens.start as usize;
        // «توقع إدارة المطار عقداً»: a masculine verb does not stand before a feminine noun; this is another verb.
        if form.masculine
            && !source.anaphoric
            && source.source_type == Some(SourceType::Institution)
            && verb.past == "توقع"
            && self.view.block.word(first).ends_with('ه')
        {
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
                    && !self.adjuncts(source.end(), at) =>
            {
                false
            }
            Some(Marker::Governed(_)) => {
                source.speaks() || source.phrase.tokens.len() <= 6 && self.names_somebody(source, start) && verb.frames.has(Frames::THAT)
            }
            None if points_back(self.view.block.word_at(first - 1)) => source.speaks(),
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
        self.view.matches(self.view.lexis.common_words, at).filter(|m| !m.reading.clitics.has_any(affixed))
    }

    /// Nothing but adjuncts (where, when, to whom) stands between a subject and what is said.
    fn adjuncts(&self, from: usize, to: usize) -> bool {
        from == to
            || !matches!(self.view.kind(from), Kind::Word | Kind::That)
            || self.attached_by(from)
            || self.view.block.word(from).starts_with('ل')
    }

    /// A word of blame stands in the clause behind a charging verb and its subject.
    fn mentions_blame(&self, from: usize) -> bool {
        let view = self.view;
        (from..self.end.min(from + 14))
            .take_while(|&i| view.kind(i) != Kind::Stop)
            .any(|i| view.phrase(i).is_some_and(|(_, r)| matches!(r.role, PhraseRole::Blame | PhraseRole::Charge)))
    }

    /// «استعرض التقرير مكونات القروض»
    fn documents(&self, source: &Source, verb: &Verb) -> bool {
        verb.frames.has(Frames::DOCUMENT) && source.source_type == Some(SourceType::Document)
    }

    /// The verb follows a comma and no و: its subject may stand before the comma. Particles may stand between
    /// («الوزير، وهو طبيب، قد حذر»).
    fn across_comma(&self, start: usize) -> bool {
        let view = self.view;
        let is_particle = |at: usize| {
            view.is(at, Class::Particle)
                || view.is(at, Class::Negation)
                || view.phrase(at).is_some_and(|(_, r)| r.role == PhraseRole::Opener)
        };
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

    /// The last person or office before `limit`: the giver of a speech in which something is said.
    fn giver(&self, limit: usize) -> Option<Source> {
        let view = self.view;
        let within = Span::of(self.sentence_start..limit);
        let last = view.last_named(within);
        let at = match last {
            Some(named) => named.tokens.start as usize,
            None => within
                .range()
                .take(FAR)
                .find(|&i| view.speaker(i).is_some_and(|(_, n)| matches!(n.class, SpeakerClass::Office | SpeakerClass::Institution)))?,
        };
        source_at(view, at, limit, Reach::Bounded).filter(Source::speaks)
    }
}

/// The verb has somebody or something for its object before what is said of it: اتهم، حذر، وصف.
fn addresses(verb: &Verb) -> bool {
    matches!(verb.stance, Stance::Accusing | Stance::Directive) || verb.frames.has(Frames::JUDGE)
}

/// What was said, said again in a word: أوضح ذلك الوزير، بحسب ما أفاد به المتحدث.
fn points_back(word: &str) -> bool {
    matches!(word, "ذلك" | "بذلك" | "به" | "بها" | "عنه" | "عنها" | "اليه" | "اليها")
}

/// The form of a verb, as far as its spelling tells.
#[derive(Clone, Copy, Debug)]
struct Form {
    past: bool,
    first_person: bool,
    /// Third person masculine singular past.
    masculine: bool,
    /// A present without subject that is rather a passive: يُعتبر، تبيّن.
    passive_present: bool,
    /// An object pronoun is attached.
    with_pronoun: bool,
    /// Third person of the masculine plural.
    plural: bool,
}

impl Form {
    fn of(word: &str, clitics: Clitics, verb: &Verb) -> Form {
        let mut word = word;
        for (clitic, letter) in [(Clitics::WA, 'و'), (Clitics::FA, 'ف'), (Clitics::SA, 'س')] {
            if clitics.has(clitic) {
                word = word.strip_prefix(letter).unwrap_or(word);
            }
        }
        let stem = verb.past.strip_suffix(['ي', 'ا']).unwrap_or(verb.past);
        let past = word.starts_with(stem) && !(stem.starts_with('ا') && word.len() < stem.len());
        let first_person = if past { word.ends_with("نا") && word.len() > verb.past.len() + 2 } else { word.starts_with(['ن', 'ا']) };
        Form {
            past,
            first_person,
            masculine: word == verb.past,
            with_pronoun: clitics.has(Clitics::PRONOUN),
            plural: past && word.ends_with("وا") || !past && word.ends_with("ون"),
            passive_present: !past && verb.frames.has(Frames::JUDGE) || word == "تبين",
        }
    }
}
