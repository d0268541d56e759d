//! Who says it: cues, sources, and speakers carried on from one sentence to the next.

mod circumstance;
mod cue;
mod lexis;
mod source;
mod view;

use crate::analysis::{ReasonCode, SourceType, Stance};
use crate::document::{Document, Place};
use crate::officials::Person;
use crate::order::{pair, sort_by_number};
use crate::text::{Block, Clitics, Phrase, Span, Tokens};
use circumstance::{Circumstance, circumstance};
use cue::{Voice, Weight, main_cue};
use lexis::{Contrast, PhraseRole, lexis};
use source::{Reach, Source, source_at};
pub(crate) use view::Kind;
use view::{Named, View};

/// The attribution of one sentence (or clause) of the document.
#[derive(Clone, Debug)]
pub struct Attributed {
    /// The words it covers: a sentence, or a clause of one.
    pub scope: Place,
    pub source_type: SourceType,
    pub source: Option<Place>,
    /// The person who speaks: an index into the people of the document.
    pub person: Option<usize>,
    pub cue: Option<Place>,
    pub stance: Option<Stance>,
    pub carried: bool,
    /// The outlet that passes it on.
    pub relay: Option<Place>,
    /// Several who are not named speak at once.
    pub plural: bool,
    /// The words that withhold the source's name.
    pub anonymity: Option<Place>,
}

impl Attributed {
    /// The author's own words.
    fn author(scope: Place) -> Attributed {
        Attributed {
            scope,
            source_type: SourceType::Author,
            source: None,
            person: None,
            cue: None,
            stance: None,
            carried: false,
            relay: None,
            plural: false,
            anonymity: None,
        }
    }

    /// Why it is so, with the words that say it.
    pub fn reasons(&self) -> impl Iterator<Item = (ReasonCode, Option<Place>)> {
        let voice = (self.source_type == SourceType::Author).then_some((ReasonCode::NoSource, None));
        let cue = self.cue.map(|cue| (ReasonCode::Cue, Some(cue)));
        let source = self.source.map(|source| (ReasonCode::Source, Some(source)));
        let carried = self.carried.then_some((ReasonCode::Carried, None));
        [voice, cue, source, carried].into_iter().flatten()
    }

    /// The same words of somebody else.
    fn said_by(&self, speaker: Speaker) -> Attributed {
        Attributed { source_type: speaker.source_type, person: speaker.person, plural: speaker.plural, ..self.clone() }
    }

    /// «من المتوقع أن»: nobody in particular expects it.
    pub fn is_expectation(&self) -> bool {
        self.source_type == SourceType::Vague && self.source.is_none() && self.stance == Some(Stance::Directive)
    }
}

/// Somebody who can go on speaking in later sentences.
#[derive(Clone, Copy, Debug)]
struct Speaker {
    source_type: SourceType,
    person: Option<usize>,
    plural: bool,
}

impl Speaker {
    /// Nobody in particular.
    const VAGUE: Speaker = Speaker { source_type: SourceType::Vague, person: None, plural: false };

    fn of(source: &Source) -> Speaker {
        Speaker { source_type: source.source_type.unwrap_or(SourceType::Person), person: source.person, plural: false }
    }
}

/// Who has the floor as a document is read.
#[derive(Clone, Copy, Debug, Default)]
struct Floor {
    /// The last one who said something.
    speaker: Option<Speaker>,
    /// Who acted last, if that was after the speaker spoke.
    actor: Option<Speaker>,
    /// Who was named last before anybody spoke.
    mentioned: Option<Speaker>,
    /// Who is being interviewed, while an answer goes on.
    answering: Option<Speaker>,
}

impl Floor {
    /// Somebody speaks: whoever acted or was named before is forgotten.
    fn taken(self, speaker: Speaker) -> Floor {
        Floor { speaker: Some(speaker), actor: None, mentioned: None, ..self }
    }
}

/// The attribution of every sentence, in order: one for each, or for each of its two speakers' clauses; the author's
/// voice where nobody else speaks.
pub fn find(document: &Document, people: &[Person]) -> Vec<Attributed> {
    let named = mentions(people);
    let mut rest = &named[..];
    // The room they take is used again for the next block.
    let mut kinds = Vec::new();
    // A few sentences fall into two clauses.
    let sentences: usize = document.blocks.iter().map(|block| block.sentences.len()).sum();
    let mut found = Vec::with_capacity(sentences + sentences / 8);
    let mut floor = Floor::default();
    // People who once spoke with their office speak with it when the name stands alone.
    let mut in_office = vec![false; people.len()];
    let mut asked = false;
    for (block, read) in document.blocks.iter().enumerate() {
        let (own, later) = rest.split_at(rest.iter().take_while(|n| n.block == block).count());
        rest = later;
        let view = View::new(read, lexis(), own, people, kinds);
        let turn = turn(read);
        floor.answering = if asked && turn == Some(Turn::Statement) { floor.speaker.or(floor.mentioned) } else { None };
        asked = turn == Some(Turn::Question) || asked && read.tokens().is_empty();
        for &sentence in &read.sentences {
            let (first, second) = clauses(&view, sentence);
            for clause in [first].into_iter().chain(second) {
                let mut attributed = attribute(&view, block, clause, found.last(), &mut floor);
                if let Some(person) = attributed.person {
                    in_office[person] |= attributed.source_type == SourceType::Official;
                    if in_office[person] && attributed.source_type == SourceType::Person {
                        attributed.source_type = SourceType::Official;
                    }
                }
                found.push(attributed);
            }
        }
        kinds = view.kinds;
    }
    found
}

/// A block that is one turn of an interview: «- كم خسرتم؟», «ج: خسرنا …».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Question,
    Statement,
}

/// Turns are marked alike: with a dash, a star, or the first letter of question and answer.
fn turn(block: &Block) -> Option<Turn> {
    let last = block.tokens().len().checked_sub(1)?;
    let marked = match block.word(0) {
        "-" | "–" | "—" | "•" | "*" => true,
        "س" | "ج" => matches!(block.word_at(1), ":" | "-" | "–" | "/"),
        _ => false,
    };
    let asks = matches!(block.word(last), "؟" | "?");
    marked.then_some(if asks { Turn::Question } else { Turn::Statement })
}

/// The mentions of all people, in the order of the text.
fn mentions(people: &[Person]) -> Vec<Named> {
    let mut named = Vec::with_capacity(people.iter().map(|person| person.mentions.len()).sum());
    for (person, mention) in people.iter().enumerate().flat_map(|(i, p)| p.mentions.iter().map(move |m| (i, m))) {
        let whole = mention.whole();
        let Phrase { tokens, outside } = whole.phrase;
        named.push(Named { block: whole.block(), tokens, outside, name: mention.name().phrase.tokens, person });
    }
    sort_by_number(&mut named, |n| n.tokens.end.into());
    sort_by_number(&mut named, |n| pair(n.block as u32, n.tokens.start));
    named
}

fn attribute(view: &View, block: usize, sentence: Span<Tokens>, before: Option<&Attributed>, floor: &mut Floor) -> Attributed {
    let place = |phrase| Place::new(block, phrase);
    let author = Attributed::author(place(Phrase::whole(sentence)));
    if let Some(speaker) = floor.speaker.filter(|_| goes_on_quoting(view, sentence, before) && !speaks_anew(view, sentence)) {
        return Attributed { carried: true, ..author.said_by(speaker) };
    }
    let Some(cue) = main_cue(view, sentence) else { return without_cue(view, sentence, floor, author) };
    let said = |speaker| Attributed { cue: Some(place(cue.phrase)), stance: Some(cue.stance), ..author.said_by(speaker) };
    match cue.voice {
        Voice::Source(source) => {
            let Circumstance { relay, plural, anonymity } = circumstance(view, sentence, &cue, &source);
            let mut speaker = Speaker { plural, ..Speaker::of(&source) };
            if source.anaphoric
                && let Some(known) = floor.speaker.filter(|s| matches!(s.source_type, SourceType::Official | SourceType::Person))
            {
                speaker = known;
            }
            *floor = floor.taken(cue.teller.map_or(speaker, |teller| Speaker::of(&teller)));
            Attributed { source: Some(place(source.phrase)), relay: relay.map(place), anonymity: anonymity.map(place), ..said(speaker) }
        }
        Voice::Floor { continuing, said: in_words } => {
            let holder = if continuing { floor.speaker.or(floor.actor) } else { floor.actor.or(floor.speaker) };
            match holder.or(floor.mentioned) {
                Some(speaker) => {
                    *floor = floor.taken(speaker);
                    Attributed { carried: true, ..said(speaker) }
                }
                None if !in_words => author.clone(),
                None => said(Speaker::VAGUE),
            }
        }
        Voice::Impersonal => said(Speaker::VAGUE),
    }
}

/// In an interview whoever is asked says it; elsewhere the author does, and who acts or is named may speak next.
fn without_cue(view: &View, sentence: Span<Tokens>, floor: &mut Floor, author: Attributed) -> Attributed {
    if let Some(speaker) = floor.answering {
        return Attributed { carried: true, ..author.said_by(Speaker { plural: false, ..speaker }) };
    }
    if let Some(actor) = actor(view, sentence) {
        floor.actor = Some(actor);
    }
    if floor.speaker.is_none() {
        floor.mentioned = last_mentioned(view, sentence).or(floor.mentioned);
    }
    author
}

/// So many places where a sentence may fall apart are looked at.
const MOST_CONTRASTS: usize = 3;

/// «قال الوزير إن …، بينما نفت الشركة أن …»: where a second speaker sets something beside the first one's words, the
/// sentence falls into two clauses.
fn clauses(view: &View, sentence: Span<Tokens>) -> (Span<Tokens>, Option<Span<Tokens>>) {
    let speaks = |clause| main_cue(view, clause).filter(|cue| matches!(cue.voice, Voice::Source(_)) && cue.weight == Weight::Main);
    // Where the second clause begins, and what it says behind the word that sets it against the first.
    let contrast = |at: usize| {
        let paused = view.kind(at - 1) == Kind::Comma;
        // «…، وأشار رئيس الوزراء إلى …»
        let speaks_on = || view.verb(at).filter(|(m, _)| m.reading.clitics.has_any(Clitics::CONJUNCTION) && view.phrase(at).is_none());
        if paused && speaks_on().is_some() {
            return Some((at as u32, at as u32));
        }
        let (m, reporting) = view.phrase(at)?;
        let sets_apart = match reporting.contrast? {
            Contrast::Always => m.reading.clitics == Clitics::NONE,
            Contrast::Paused => paused && (m.reading.clitics == Clitics::NONE || reporting.role == PhraseRole::Connector),
        };
        (sets_apart && m.tokens.end < sentence.end).then_some((at as u32, m.tokens.end))
    };
    let second = |(start, verb): (u32, u32)| {
        let quoted = !view.block.quotations_over(Span::new(start, start + 1)).is_empty();
        let cue = if quoted { None } else { speaks(Span::new(verb, sentence.end)) }?;
        // Verb or subject comes first, and it says what it says itself.
        let begins = cue.phrase.tokens.start == verb || matches!(cue.voice, Voice::Source(s) if s.phrase.tokens.start == verb);
        begins.then_some(start)
    };
    let inner = sentence.start as usize + 1..sentence.end as usize;
    match inner.filter_map(contrast).take(MOST_CONTRASTS).find_map(second) {
        Some(at) if speaks(Span::new(sentence.start, at)).is_some() => (Span::new(sentence.start, at), Some(Span::new(at, sentence.end))),
        _ => (sentence, None),
    }
}

/// The sentence begins inside a quotation that an earlier one opened: in its own block, or, if it was somebody's, in one
/// before.
fn goes_on_quoting(view: &View, sentence: Span<Tokens>, before: Option<&Attributed>) -> bool {
    let quotations = &view.block.quotations;
    let begun = quotations.partition_point(|q| q.inside.start < sentence.start);
    if quotations[..begun].last().is_some_and(|q| sentence.start < q.inside.end) {
        return true;
    }
    let Some(quotation) = quotations.first().filter(|q| q.continues && sentence.start <= q.inside.start) else { return false };
    // Opened again and closed within the sentence, it can have a cue of its own: «…»، قال فلان.
    let behind = Span::<Tokens>::new(quotation.inside.end.min(sentence.end), sentence.end);
    let own = quotation.opened && behind.range().any(|i| view.block.is_word(i));
    !own && before.is_some_and(|a| a.source_type != SourceType::Author)
}

/// «وقال المدير العام …»: in a quotation whose closing mark is lost, a verb of saying and a source of its own, first in a
/// sentence and outside any mark of its own, begin another speech.
fn speaks_anew(view: &View, sentence: Span<Tokens>) -> bool {
    let first = sentence.start as usize;
    let quotations = &view.block.quotations;
    let over = view.block.quotations_over(Span::new(sentence.start, sentence.start + 1)).first();
    let lost = match over {
        Some(quotation) => !quotation.closed || !quotation.opened,
        None => quotations.first().is_some_and(|q| q.continues && !q.opened),
    };
    // «ويشار إلى أن …»
    if lost && view.has_role(first, PhraseRole::Impersonal) {
        return true;
    }
    let joined = view.verb(first).is_some_and(|(m, _)| m.reading.clitics.has_any(Clitics::CONJUNCTION));
    lost && joined
        && main_cue(view, sentence)
            .is_some_and(|cue| cue.phrase.tokens.start == sentence.start && matches!(cue.voice, Voice::Source(s) if s.speaks()))
}

/// Who acts in a sentence of the author's: a person or office right behind its first word.
fn actor(view: &View, sentence: Span<Tokens>) -> Option<Speaker> {
    let within = Span::new(sentence.start, sentence.end.min(sentence.start + 5));
    let named = view.first_named(within)?;
    let source = source_at(view, named.tokens.start as usize, sentence.end as usize, Reach::Open)?;
    Some(Speaker { source_type: source.source_type?, person: source.person, plural: false })
}

/// The last person of a sentence.
fn last_mentioned(view: &View, sentence: Span<Tokens>) -> Option<Speaker> {
    let named = view.last_named(sentence)?;
    let office = view.people[named.person].office.is_some();
    let source_type = if office { SourceType::Official } else { SourceType::Person };
    Some(Speaker { source_type, person: Some(named.person), plural: false })
}
