//! How far a noun phrase reaches.
//!
//! An Arabic noun phrase is a noun in the construct state and its genitives, adjectives and coordinated nouns. The
//! article is the best guide: once a noun is closed (it has the article or a pronoun, or is a name), only words with
//! the article go on with it, so the next bare word begins something else (Ryding, *A Reference Grammar of Modern
//! Standard Arabic*, ch. 8).

use super::classify::is_kin;
use super::phrase_words::{PhraseWord, phrase_word, phrase_word_behind_li};
use super::word::{Class, NounKind, Word};
use super::words::Words;
use crate::text::{Clitics, Phrase, Span, Tokens};

/// What a phrase names, and so what may belong to it behind a preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Somebody: behind ل only what an organisation is for (البنك الإسلامي للتنمية).
    Name,
    /// What is done, with its object: تنفيذ مشروعات للمياه، تحسين السياج حول الموقع.
    Activity,
}

/// A noun phrase of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct NounPhrase {
    /// Without clitics attached before it.
    pub phrase: Phrase,
    /// Its first noun.
    pub head: Word,
    /// The token of its first noun, behind numbers and demonstratives.
    pub head_at: usize,
}

impl NounPhrase {
    /// The token behind its last one.
    pub fn end(&self) -> usize {
        self.phrase.tokens.end as usize
    }

    /// Its tokens whole, with whatever is attached.
    pub fn tokens(&self) -> Span<Tokens> {
        self.phrase.tokens
    }
}

/// No name or activity in the news is longer than this, tokens; what seems so is a phrase that lost its end.
const LONGEST: usize = 24;

/// The noun phrase that begins at token `start`, whose attached prepositions stay outside; `None` if none begins there.
pub fn noun_phrase(words: &Words, start: usize, extent: Extent) -> Option<NounPhrase> {
    let limit = words.end().min(start + LONGEST);
    let mut head_at = start;
    // «هذه المؤسسات», «457 يتيما», «كل الأسر», "«جمعية» …"
    while head_at < limit
        && (matches!(words.at(head_at).class, Class::Demonstrative | Class::Number | Class::Quantifier | Class::Quote)
            || is_scale(words, head_at))
    {
        head_at += 1;
    }
    // What stands between marks as a whole is shown without them.
    let is_mark = |at: usize| words.at(at).class == Class::Quote;
    let quoted = is_mark(start) || start > words.start() && is_mark(start - 1);
    let start = start + usize::from(is_mark(start) && start < head_at);
    // «عدد 457 يتيما» is 457 orphans.
    let start = if start < head_at && words.at(start).kind == Some(NounKind::Quantity) { start + 1 } else { start };
    let head = words.at(head_at);
    if head_at >= limit || !head.is_nominal() || (head_at > start && head.has_preposition()) {
        return None;
    }
    let counted = (start..head_at).any(|i| words.at(i).class == Class::Number);
    let is_body = head.kind == Some(NounKind::Body);
    let mut reach = Reach {
        words,
        extent,
        limit,
        head_at,
        quoted,
        state: State { counted, ..State::after(head, head.kind == Some(NounKind::Title)) },
        within_body: is_body,
        body_at: is_body.then_some(head_at),
        end: behind(words, head_at),
    };
    while reach.end < limit && reach.goes_on() {}
    Some(NounPhrase { phrase: Phrase::new(Span::of(start..reach.end), words.at(start).outside), head, head_at })
}

/// The token behind the name or expression that begins at `at`.
fn behind(words: &Words, at: usize) -> usize {
    at + usize::from(words.at(at).tokens.max(1))
}

/// A noun phrase, read as far as its `end`.
struct Reach<'w, 'b> {
    words: &'w Words<'b>,
    extent: Extent,
    limit: usize,
    head_at: usize,
    /// It stands between marks.
    quoted: bool,
    state: State,
    /// An organisation heads it or has been named in it.
    within_body: bool,
    /// The organisation named last: behind its adjectives ل says what it is for.
    body_at: Option<usize>,
    end: usize,
}

impl Reach<'_, '_> {
    /// Takes in what stands at its end, if that belongs to it.
    fn goes_on(&mut self) -> bool {
        let taken = self.end_behind(self.end);
        self.end = taken.unwrap_or(self.end);
        taken.is_some()
    }

    /// Where the phrase ends if the word at `at` belongs to it.
    fn end_behind(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        let (word, next) = (words.at(at), behind(words, at));
        let following = words.at(next);
        match word.class {
            Class::Noun | Class::Place | Class::Foreign if word.has_preposition() => self.takes_complement(at, word).then_some(next),
            Class::Noun | Class::Place | Class::Foreign if word.has_conjunction() => self.takes_coordinated(at, word).then_some(next),
            Class::Foreign => Some(next),
            Class::Noun | Class::Place => self.takes_noun(at, word).then_some(next),
            // A conjunction that stands by itself.
            Class::Conjunction if words.block().word(at) == "و" && following.is_nominal() && !following.has_preposition() => {
                self.state = State::after(following, self.state.titled);
                Some(behind(words, next))
            }
            // «مؤسسة محمد بن راشد آل سعيد»
            Class::Particle if words.block().word(at) == "ال" && !self.state.name && following.is_nominal() => Some(next),
            // «أسرة كل مصاب».
            Class::Quantifier if !self.state.closed && following.is_nominal() && !following.has_preposition() => Some(next),
            Class::Number if !self.state.closed && following.is_nominal() && self.extent == Extent::Activity => Some(next),
            // Quotation marks inside a name: «جمعية "نفع" الخيرية».
            Class::Quote if !self.quoted => {
                let close = closing_quote(words, at, self.limit)?;
                self.state.closed = true;
                Some(close + 1)
            }
            // «الأسر في 37 قرية»
            Class::Preposition if following.class == Class::Number && is_number_of_places(words, at) => {
                self.state = State::after(words.at(next + 1), false);
                Some(behind(words, next + 1))
            }
            // «مشاريع تتعلق بالمياه», «مشروع يستهدف تطوير الشبكة»
            Class::Verb
                if self.extent == Extent::Activity && !self.state.is_complete() && tells_object(words, at) && following.is_nominal() =>
            {
                self.state = State::after(following, false);
                Some(behind(words, next))
            }
            // «دعم خطة الرصف، وتحسين الإنارة»
            Class::Comma if self.goes_on_with_acts(at) => {
                self.state = State::after(following, false);
                Some(behind(words, next))
            }
            Class::Preposition if is_of_two_directions(words, at) => {
                self.state = State::after(following, false);
                Some(behind(words, next))
            }
            Class::Preposition if following.is_nominal() && inner_preposition(words, at, self.extent, self.state) => {
                self.state = State::after(following, false);
                Some(behind(words, next))
            }
            _ => None,
        }
    }

    /// Behind the comma at `at` the next of several things that are done: no sum of its own follows.
    fn goes_on_with_acts(&self, at: usize) -> bool {
        const NEAR: usize = 12;
        let (words, next) = (self.words, self.words.at(at + 1));
        let act = |word: Word| matches!(word.kind, Some(NounKind::Activity | NounKind::Aid));
        let clause = || (at + 2..words.end().min(at + NEAR)).take_while(|&at| !words.at(at).ends_clause());
        self.extent == Extent::Activity
            && act(words.at(self.head_at))
            && act(next)
            && next.has_conjunction()
            && !next.is_closed()
            && !words.is_barrier(at + 1, self.extent)
            && clause().all(|at| !matches!(words.at(at).class, Class::Amount | Class::Verb))
    }

    /// A noun behind a preposition written on to it.
    fn takes_complement(&mut self, at: usize, word: Word) -> bool {
        let words = self.words;
        let joined = words.at(at - 1).kind == Some(NounKind::Joined);
        let complete = self.state.is_complete() || self.extent == Extent::Activity && words.at(at - 1).kind != Some(NounKind::Activity);
        let located = word.clitics.has(Clitics::BI) && (word.class == Class::Place || is_district(words, at)) && complete;
        let belongs = match self.extent {
            // Who gets it is no part of what is done.
            Extent::Activity => {
                // «مراكز للتدريب المهني»: what they are for.
                let field = matches!(word.kind, Some(NounKind::Activity | NounKind::Aid))
                    && word.clitics.has(Clitics::AL)
                    && matches!(words.at(at - 1).kind, None | Some(NounKind::Body))
                    && !self.state.is_complete();
                word.class == Class::Noun
                    && (field
                        || !matches!(
                            word.kind,
                            Some(NounKind::Activity | NounKind::Aid | NounKind::People | NounKind::Quantity | NounKind::Time)
                        ))
            }
            Extent::Name => {
                let behind_adjective = self.body_at.filter(|&body| at > body + 1);
                // «المجلس الجماعي لجماعة أزرو»
                let council = behind_adjective.is_some_and(|body| words.bare(body) == "مجلس") && is_district(words, at);
                behind_adjective.is_some() && is_field(words, at) || council || self.within_body && is_affairs(words, at)
            }
        };
        // «مجموعة بن لادن»: no ل, a letter of the name.
        let in_a_name = is_kin(words.block().word(at - 1));
        if !(located || in_a_name || word.clitics.has(Clitics::LI) && (joined || belongs)) {
            return false;
        }
        self.state = State::after(word, self.state.titled);
        self.body_at = (word.kind == Some(NounKind::Body)).then_some(at);
        true
    }

    /// A coordinated noun; of bare ones only where what came before could go on as well. Nor is what is done, a time or «والباقي»
    /// somebody else of the same kind.
    fn takes_coordinated(&mut self, at: usize, word: Word) -> bool {
        // «صندوق الإيداع والتدبير»: an organisation may be for two things that are done.
        let of_the_body = self.within_body && self.state.closed && word.clitics.has(Clitics::AL);
        let another = match word.kind {
            Some(NounKind::Title | NounKind::Quantity | NounKind::Time) => true,
            Some(NounKind::Activity | NounKind::Aid) => self.extent == Extent::Name && !of_the_body,
            _ => self.extent == Extent::Name && word.clitics.has(Clitics::PRONOUN),
        };
        if another || self.words.is_barrier(at, self.extent) {
            return false;
        }
        self.state = State::after(word, self.state.titled);
        if word.kind == Some(NounKind::Body) {
            self.body_at = Some(at);
        }
        true
    }

    /// A genitive or an adjective.
    fn takes_noun(&mut self, at: usize, word: Word) -> bool {
        let (words, state) = (self.words, self.state);
        // «بدأت بلدية الشط تنفيذ …», «شركة سينا تشغيل …»: behind a name that no list knows, what is done is something else.
        let last = words.at(at - 1);
        let named = self.within_body && at > self.head_at + 1 && last.kind.is_none() && !last.is_closed();
        if named && self.extent == Extent::Name && word.kind == Some(NounKind::Activity) && !word.is_closed() {
            return false;
        }
        // «المشروعات الضخمة الجاري تنفيذها»: what is being done to it is a clause of its own.
        let done = words.at(at + 1);
        let of_it = done.kind == Some(NounKind::Activity) && done.clitics.has(Clitics::PRONOUN) && !done.has_conjunction();
        if word.clitics.has(Clitics::AL) && of_it {
            return false;
        }
        // «محطة الجهراء الكهربائية»
        let of_the_work = self.extent == Extent::Activity && at == self.head_at + 2 && !words.at(self.head_at).is_closed();
        let of_the_body = (self.body_at == Some(self.head_at) || of_the_work) && agrees_as_nisba(words, self.head_at, at);
        // «المؤسسات الخمس الرئيسة»: main, nobody's title.
        let main = || state.closed && !state.titled && words.block().word(at) == "الرءيسه";
        // «شركة صينية قيمتها»: a noun with its pronoun is no genitive of an adjective.
        let described = || at > self.head_at + 1 && is_indefinite_nisba(words, at - 1);
        // «النازحين داخليا»
        let in_what = state.people && state.closed && is_indefinite_nisba(words, at) && words.block().word(at).ends_with("يا");
        // «صيانة الشوارع شرق المدينة»
        let direction = self.extent == Extent::Activity && is_direction(words, at);
        if direction {
            self.state = State { closed: false, name: false, ..state };
            return true;
        }
        if !(state.goes_on_with(word) || in_what || (state.name && of_the_body) || is_specification(words, at) || main())
            || words.is_barrier(at, self.extent)
            || (word.clitics.has(Clitics::PRONOUN) && described())
        {
            return false;
        }
        self.within_body |= word.kind == Some(NounKind::Body);
        self.state = State {
            closed: state.closed || word.is_closed(),
            name: word.class == Class::Place || (state.name && !of_the_body),
            titled: state.titled || word.kind == Some(NounKind::Title),
            people: word.kind == Some(NounKind::People) || (state.people && word.kind.is_none()),
            ..state
        };
        true
    }
}

/// The noun phrase that ends right before token `end`.
pub fn phrase_ending_at(words: &Words, end: usize, extent: Extent) -> Option<NounPhrase> {
    let mut start = end;
    let floor = words.start().max(end.saturating_sub(LONGEST));
    while start > floor {
        let word = words.at(start - 1);
        if !(word.is_nominal() || matches!(word.class, Class::Quote | Class::Number | Class::Demonstrative)) {
            break;
        }
        start -= 1;
        if word.has_preposition() && words.at(start).tokens > 0 && !word.clitics.has(Clitics::LI) {
            break;
        }
    }
    while start < end {
        let phrase = noun_phrase(words, start, extent);
        match phrase {
            Some(phrase) if phrase.end() == end => return Some(phrase),
            Some(phrase) if phrase.end() < end => start = phrase.end(),
            _ => start += 1,
        }
    }
    None
}

/// What the words of a noun phrase say of what may follow.
#[derive(Clone, Copy)]
struct State {
    /// The construct state is over.
    closed: bool,
    /// The last noun is a name of a place.
    name: bool,
    /// A title stands in it: a person's name may follow.
    titled: bool,
    /// It begins with a number: its noun is indefinite.
    counted: bool,
    /// The last noun names people.
    people: bool,
}

impl State {
    /// No genitive is to come.
    fn is_complete(self) -> bool {
        self.closed || self.name
    }

    fn after(word: Word, titled: bool) -> State {
        State {
            closed: word.is_closed(),
            name: word.class == Class::Place,
            titled,
            counted: false,
            people: word.kind == Some(NounKind::People),
        }
    }

    fn goes_on_with(self, word: Word) -> bool {
        let article = word.clitics.has(Clitics::AL);
        if self.name {
            return false;
        }
        if self.closed {
            // What names somebody or a time is no adjective, except people's (المزارعين المتضررين); a place never follows a closed noun.
            return if article {
                match word.kind {
                    Some(NounKind::Body | NounKind::Time | NounKind::Title | NounKind::Quantity) => false,
                    Some(NounKind::People) => self.people,
                    _ => true,
                }
            } else {
                self.titled && word.kind.is_none()
            };
        }
        !(self.counted && word.is_closed())
    }
}

/// A nisba without the article: مالية، إنسانيا.
pub fn is_indefinite_nisba(words: &Words, at: usize) -> bool {
    let text = words.block().word(at);
    !words.at(at).is_closed() && text.len() >= 8 && (text.ends_with('ي') || text.ends_with("يه") || text.ends_with("يا"))
}

/// «457», «70 ألف», «عدد 457»: what is counted follows.
fn is_scale(words: &Words, at: usize) -> bool {
    let beside_number = words.at(at + 1).class == Class::Number || words.at(at.wrapping_sub(1)).class == Class::Number;
    words.at(at).kind == Some(NounKind::Quantity) && beside_number
}

/// «جمعية قطر الخيرية»: a definite nisba behind the name of a place describes the organisation that bears it.
fn agrees_as_nisba(words: &Words, body: usize, at: usize) -> bool {
    let (head, word) = (words.block().word(body), words.block().word(at));
    let nisba = if head.ends_with('ه') { word.ends_with("يه") } else { word.ends_with('ي') };
    nisba && words.at(at).clitics.has(Clitics::AL) && matches!(words.at(at).kind, None | Some(NounKind::Adjective))
}

/// What an organisation is for, not somebody it deals with.
fn is_field(words: &Words, at: usize) -> bool {
    let word = words.at(at);
    // «لإعادة الإعمار», «لتحفيظ القرآن»
    let of_acts = word.kind == Some(NounKind::Activity)
        && words.at(at + 1).kind == Some(NounKind::Activity)
        && words.at(at + 1).clitics.has(Clitics::AL);
    if of_acts {
        return true;
    }
    // «الاتحاد الدولي لكرة القدم»: definite by its genitive.
    let by_genitive = word.kind.is_none() && words.at(at + 1).clitics.has(Clitics::AL) && !words.at(at + 1).has_preposition();
    (word.clitics.has(Clitics::AL) || by_genitive)
        && word.class == Class::Noun
        && !matches!(word.kind, Some(NounKind::Body | NounKind::People | NounKind::Title | NounKind::Time | NounKind::Setting))
}

/// «المفوضية السامية … لشؤون اللاجئين», «اللجنة الدولية للصليب الأحمر»: a part of an organisation's name, whatever stands before it.
fn is_affairs(words: &Words, at: usize) -> bool {
    phrase_word_behind_li(words, at) == Some(PhraseWord::Cause)
}

/// حول، ضد، بين after an activity; من after a quantity (عدد من البرامج); في before the place where it is done or where
/// somebody unnamed lives (مدرسة في الريف، سكان القرى في الجنوب).
fn inner_preposition(words: &Words, at: usize, extent: Extent, state: State) -> bool {
    let activity = extent == Extent::Activity;
    match words.block().word(at) {
        "حول" | "ضد" | "بين" | "عن" => activity,
        "من" => activity && (words.at(at - 1).kind == Some(NounKind::Quantity) || is_stage(words, at)),
        // «النازحين إلى الشمال»
        "الي" => words.at(at - 1).clitics.has(Clitics::AL) && phrase_word(words, at - 1) == Some(PhraseWord::Goer),
        // «تقاطع طريق المطار مع طريق الميناء»
        "مع" => activity && (at.saturating_sub(6)..at).any(|i| words.bare(i) == "تقاطع") && words.bare(at + 1) == "طريق",
        "في" => (activity || state.people || !state.closed) && is_location(words, at + 1),
        _ => false,
    }
}

/// «المرحلة الثانية من برنامج …»: a part of what is done ends at `end`.
fn is_stage(words: &Words, end: usize) -> bool {
    let near = words.start().max(end.saturating_sub(2))..end;
    near.into_iter().any(|at| phrase_word(words, at) == Some(PhraseWord::Stage) && words.at(at).clitics.has(Clitics::AL))
}

/// «المناطق الأكثر تضررا»: the noun that says in what the elative before it is more or less (تمييز).
fn is_specification(words: &Words, at: usize) -> bool {
    let in_what = words.block().word(at).ends_with('ا') && !words.at(at).is_closed() && words.at(at - 1).clitics.has(Clitics::AL);
    in_what && phrase_word(words, at - 1) == Some(PhraseWord::Elative)
}

/// A place, or what may be one: no time, no quantity, nothing that is done.
fn is_location(words: &Words, at: usize) -> bool {
    let (word, of) = (words.at(at), words.at(at + 1));
    // «في إقليم الشط», «في بلدة سينا»: whatever it is called.
    let district = is_district(words, at) && of.class == Class::Noun && !of.has_preposition() && !of.has_conjunction();
    word.class == Class::Place
        || district && !word.has_preposition()
        || (word.class == Class::Noun && !word.has_preposition() && matches!(word.kind, None | Some(NounKind::Body)))
            && (word.is_closed() || words.at(at + 1).is_closed())
            && words.at(at + 1).class != Class::Relative
            && !is_indefinite_nisba(words, at)
}

/// «شرق أفريقيا», «غرب ووسط أفريقيا»: a part of the world.
pub fn is_region(words: &Words, np: &NounPhrase) -> bool {
    let of = np.end() - 1;
    let directions = (np.head_at..of).all(|at| is_of_two_directions(words, at) || phrase_word(words, at) == Some(PhraseWord::Direction));
    np.head_at < of && directions && words.at(of).class == Class::Place && !words.at(of).has_preposition()
}

/// «غرب ووسط أفريقيا»: a preposition that is a direction here, behind another.
fn is_of_two_directions(words: &Words, at: usize) -> bool {
    let behind_direction = || phrase_word(words, at - 1) == Some(PhraseWord::Direction);
    words.block().word(at) == "ووسط" && at > words.start() && behind_direction() && words.at(at + 1).class == Class::Place
}

/// «شرق المدينة», «غربي نابلس»: where something is done, before a definite noun.
fn is_direction(words: &Words, at: usize) -> bool {
    let of = words.at(at + 1);
    let may_be = of.is_nominal() && of.is_closed() && !of.has_preposition() && !of.has_conjunction();
    may_be && !words.at(at).clitics.has(Clitics::AL) && phrase_word(words, at) == Some(PhraseWord::Direction)
}

/// «تتعلق», «يستهدف»: a verb without anything attached that says what the noun before it is about.
fn tells_object(words: &Words, at: usize) -> bool {
    words.at(at).clitics == Clitics::NONE && phrase_word(words, at) == Some(PhraseWord::Object)
}

/// «في 37 دولة», «في 12 قرية»
fn is_number_of_places(words: &Words, at: usize) -> bool {
    words.block().word(at) == "في" && matches!(phrase_word(words, at + 2), Some(PhraseWord::Area | PhraseWord::District))
}

/// «بالمحافظة», «ببلدية الشط»: a body that is a place as well.
fn is_district(words: &Words, at: usize) -> bool {
    phrase_word(words, at) == Some(PhraseWord::District)
}

fn closing_quote(words: &Words, open: usize, limit: usize) -> Option<usize> {
    const LONGEST_NAME: usize = 7;
    // «كل المتضررين «إلى آخر درهم»»: words of somebody, no name.
    if words.at(open + 1).class == Class::Preposition {
        return None;
    }
    let close = (open + 1..limit.min(open + LONGEST_NAME)).find(|&i| words.at(i).class == Class::Quote)?;
    (close > open + 1
        && (open + 1..close).all(|i| matches!(words.at(i).class, Class::Noun | Class::Place | Class::Foreign | Class::Preposition)))
    .then_some(close)
}
