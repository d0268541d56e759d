//! What kind of source a noun phrase is.

use crate::analysis::SourceType;
use crate::attribution::lexis::{SourceWord, SpeakerClass, Speaking};
use crate::attribution::view::{Kind, View};
use crate::lexicon::{Match, topic};
use crate::officials::office::office_at;
use crate::phrases::Class;
use crate::text::{Clitics, Span, Tokens};

/// What the words of a noun phrase say of it as a source; see [`Source`](super::Source).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Classified {
    pub(super) source_type: Option<SourceType>,
    pub(super) person: Option<usize>,
    pub(super) anaphoric: bool,
}

impl Classified {
    fn of(source_type: SourceType) -> Classified {
        Classified { source_type: Some(source_type), ..Classified::default() }
    }
}

/// Classifies the phrase of these tokens, whose head is at `head`; `noun`: it is one that can speak.
pub(super) fn classify(view: &View, head: usize, noun: Option<(Match, &Speaking)>, tokens: Span<Tokens>) -> Classified {
    let one = view.source_word(tokens.start as usize) == Some(SourceWord::One);
    let counted = one || head > tokens.start as usize;
    if let Some(named) = by_name(view, head, tokens, noun, counted) {
        return named;
    }
    match noun {
        // «أحد الوزراء»
        Some((_, noun)) if one && noun.class == SpeakerClass::Office && !noun.title => Classified::of(SourceType::Unnamed),
        Some((m, noun)) => by_noun(view, head, tokens, m, noun),
        // «أحد الكنديين», «إحدى الطبيبات»
        None if counted && (is_people(view, head) || is_sound_plural(view, head)) => Classified::of(SourceType::Unnamed),
        // «وقال آخر إن …»
        None if tokens.len() == 1 && view.source_word(head) == Some(SourceWord::Other) => Classified::of(SourceType::Unnamed),
        None if is_nameless_institution(view, head, tokens) => Classified::of(SourceType::Institution),
        None => Classified::default(),
    }
}

/// A person whose name, with or without an office, is the phrase.
/// `counted`: the phrase begins with what counts its head (عدد من), or picks one out (أحد).
fn by_name(view: &View, head: usize, tokens: Span<Tokens>, noun: Option<(Match, &Speaking)>, counted: bool) -> Option<Classified> {
    // The letters of إتش.إس.بي.سي are nobody's name.
    let spelt = |name: Span<Tokens>| view.abbreviates(name.end as usize) || name.start > 0 && view.abbreviates(name.start as usize - 1);
    let mention = view.first_named(tokens).filter(|m| !spelt(m.name))?;
    let person = &view.people[mention.person];
    let at_head = mention.tokens.start as usize == head;
    // In «مصدر مقرب من فلان» the name is not who speaks; a single word nobody calls by an office may be no name.
    let holds_head = match noun {
        // «أحد المواطنين فلان»
        Some(_) if counted && mention.outside == 0 && view.kind(mention.tokens.start as usize - 1) == Kind::Word => true,
        Some((_, noun)) => {
            // «شاهد العيان فلان», «المسؤول الأمني فلان»; not so «مصدر مقرب من فلان»
            let apposed = || {
                noun.class == SpeakerClass::Unnamed
                    && noun.single
                    && (at_head || mention.tokens.start as usize > head && view.has_article(mention.tokens.start as usize - 1))
                    && !tokens.range().any(|i| view.is(i, Class::Preposition))
            };
            let called = matches!(noun.class, SpeakerClass::Office | SpeakerClass::Expert) || apposed();
            let titled = called && (mention.outside == 0 || at_head);
            // «وأوضح الدولة»: a last name that is a noun elsewhere.
            titled || at_head && mention.tokens == tokens && person.office.is_some()
        }
        None => at_head && (person.office.is_some() || person.name.contains(' ')),
    };
    if !holds_head {
        return None;
    }
    // Of heads that make public offices the person's own record decides; others (آمر) speak for what they are.
    let private = || tokens.range().any(|i| view.speaker(i).is_some_and(|(_, noun)| noun.private));
    let is_office = noun.is_some_and(|(_, noun)| noun.class == SpeakerClass::Office);
    let by_head = is_office && view.matches(topic::OFFICE_HEADS, head).is_none() && !private();
    let office = (person.office.is_some() || by_head) && !is_former(view, tokens);
    let source_type = if office { SourceType::Official } else { SourceType::Person };
    Some(Classified { person: Some(mention.person), ..Classified::of(source_type) })
}

/// «مدير الفندق»: the post of a body that is no public one, as it is with a name («مدير الفندق فلان»).
fn is_private_post(view: &View, head: usize) -> bool {
    office_at(view.block, head).is_some_and(|office| office.kind.is_none() && !office.of_nothing && !office.refers)
}

/// «الوزير السابق»
fn is_former(view: &View, tokens: Span<Tokens>) -> bool {
    tokens.range().any(|i| view.source_word(i) == Some(SourceWord::Former))
}

/// A head that no list of speakers has: a country, its people («الأميركيون»), a company named by letters (إتش.إس.بي.سي).
fn is_nameless_institution(view: &View, head: usize, tokens: Span<Tokens>) -> bool {
    view.place(head).is_some() || is_people(view, head) || tokens.range().any(|i| view.abbreviates(i))
}

/// «الأميركيون», «الفرنسيات»
fn is_people(view: &View, at: usize) -> bool {
    view.matches(topic::NISBAS, at).is_some() && view.block.word(at).ends_with(['ن', 'ت'])
}

/// «الطبيبات», «النحالين»
fn is_sound_plural(view: &View, at: usize) -> bool {
    view.has_article(at) && ["ات", "ين"].iter().any(|ending| view.block.word(at).ends_with(ending))
}

/// By the head noun and what stands behind it.
fn by_noun(view: &View, head: usize, tokens: Span<Tokens>, m: Match, noun: &Speaking) -> Classified {
    use SourceType::*;
    let rest = Span::<Tokens>::new(m.tokens.end.min(tokens.end), tokens.end);
    let has = |test: fn(&Speaking) -> bool| rest.range().any(|i| view.speaker(i).is_some_and(|(_, noun)| test(noun)));
    let body = || has(|noun| matches!(noun.class, SpeakerClass::Institution | SpeakerClass::Media));
    let media = || has(|noun| noun.class == SpeakerClass::Media);
    let private = || has(|noun| noun.private);
    let quoted = || !rest.is_empty() && view.kind(rest.start as usize) == Kind::QuotationMark;
    let calling = matches!(noun.class, SpeakerClass::Office | SpeakerClass::Expert);
    let named = calling && (has(|noun| noun.title) || rest.range().any(|i| is_name_by_position(view, i)));
    // «عضو في اللجنة» is any of them: what makes an office known stands before its preposition.
    let belongs = |&i: &usize| !(view.is(i, Class::Preposition) && matches!(view.block.word(i), "في" | "من" | "لدي"));
    let definite = || tokens.range().take_while(belongs).any(|i| view.has_article(i) || view.place(i).is_some());
    let definite_head = view.has_article(head);
    let source_type = match noun.class {
        SpeakerClass::Office if noun.title => Official,
        SpeakerClass::Office if named || definite() => {
            if is_former(view, tokens) || private() || is_private_post(view, head) {
                Person
            } else {
                Official
            }
        }
        // «سيدة من سكان الحي»
        SpeakerClass::Expert
            if noun.title && !named && !definite_head && (rest.is_empty() || view.is(rest.start as usize, Class::Preposition)) =>
        {
            Unnamed
        }
        SpeakerClass::Expert if noun.title || named => Person,
        // «مراسل «الصحيفة»»
        SpeakerClass::Expert if noun.press && (media() || quoted() || view.block.word(head).ends_with("نا")) => Institution,
        // «مراسلو الوكالة»; not so «مصادر الوكالة»
        SpeakerClass::Unnamed if noun.press && media() => Institution,
        SpeakerClass::Office | SpeakerClass::Expert | SpeakerClass::Unnamed => Unnamed,
        SpeakerClass::Vague if rest.range().any(|i| view.is(i, Class::Preposition) && view.block.word(i) != "علي") && body() => Unnamed,
        SpeakerClass::Vague | SpeakerClass::Quantity => Vague,
        SpeakerClass::Document => Document,
        // Estimates and opinions are their owner's.
        SpeakerClass::Estimate => match rest.range().find(|&i| view.speaker(i).is_some() || view.place(i).is_some()) {
            Some(owner) => return classify(view, owner, view.speaker(owner), Span::new(owner as u32, tokens.end)),
            None => Vague,
        },
        SpeakerClass::Institution | SpeakerClass::Media => Institution,
        SpeakerClass::Occasion => return Classified::default(),
    };
    let one_word = tokens.end as usize - head == 1;
    let role_alone = calling && !named && (one_word || rest.len() <= 2);
    let anaphoric =
        m.reading.clitics.has(Clitics::AL) && (role_alone || one_word && view.source_word(head) == Some(SourceWord::Responsible));
    Classified { anaphoric, ..Classified::of(source_type) }
}

/// Behind a definite word one without article is a name: الباحثة الاقتصادية فلانة.
fn is_name_by_position(view: &View, at: usize) -> bool {
    view.kind(at) == Kind::Word
        && view.has_article(at - 1)
        && !view.has_article(at)
        && !view.joins(at)
        && view.speaker(at).is_none()
        && view.place(at).is_none()
        && view.matches(topic::NISBAS, at).is_none()
        && !view.block.word(at).starts_with(['ب', 'ل'])
}
