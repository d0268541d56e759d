//! The noun phrase that names a source, and what kind of source it is.

use super::lexis::{PhraseRole, SpeakerClass, Speaking};
use super::view::{Kind, View};
use crate::analysis::SourceType;
use crate::lexicon::Match;
use crate::phrases::Class;
use crate::text::{Clitics, Phrase, Span, Tokens};

/// A noun phrase that can be a source.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub phrase: Phrase,
    /// `None`: nothing in it says that it can speak; it is a person if what follows is speech.
    pub source_type: Option<SourceType>,
    pub person: Option<usize>,
    /// One definite person of whom only the role is said (المسؤول، الخبير): whoever spoke before, if that fits.
    pub anaphoric: bool,
}

impl Source {
    pub fn end(&self) -> usize {
        self.phrase.tokens.end as usize
    }

    /// Whoever it is, since it speaks: a person, or, behind a plural, some people.
    pub fn made_person(mut self, view: &View) -> Source {
        let (tokens, outside) = (self.phrase.tokens, usize::from(self.phrase.outside));
        let first = &view.block.word(tokens.start as usize)[outside..];
        let plural = tokens.len() == 1 && first.starts_with("ال") && first.ends_with("ون");
        self.source_type = self.source_type.or(Some(if plural { SourceType::Vague } else { SourceType::Person }));
        self
    }

    pub fn speaks(&self) -> bool {
        self.source_type.is_some()
    }
}

/// How far a phrase may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What is said begins at the limit: all before it that is no adjunct belongs to the source.
    Bounded,
    /// An object may follow: a definite phrase ends before the next indefinite noun.
    Open,
}

/// The source whose first word is at `at`, not beyond `limit`.
pub fn source_at(view: &View, at: usize, limit: usize, reach: Reach) -> Option<Source> {
    if at >= limit {
        return None;
    }
    // A name between marks: "الزهراني".
    if view.kind(at) == Kind::QuotationMark {
        let close = closing_mark(view, at, limit)?;
        let mut inner = source_at(view, at + 1, close, Reach::Bounded)?;
        inner.source_type = inner.source_type.or(Some(SourceType::Person));
        return Some(inner);
    }
    let mut start = at;
    let mut outside = view.attached(at);
    let mut head = at;
    // 3 مسؤولين، 63٪ من المشاركين
    if view.kind(head) == Kind::Number {
        let mut counted = head + 1 + usize::from(view.kind(head + 1) == Kind::OtherMark);
        counted += usize::from(view.block.word_at(counted) == "من");
        if counted < limit && view.speaker(counted).is_some() {
            head = counted;
        }
    }
    // عدد من، كل من
    while let Some((m, noun)) =
        view.speaker(head).filter(|(m, noun)| noun.class == SpeakerClass::Quantity && (m.tokens.end as usize) < limit)
    {
        if m.reading.clitics.has(Clitics::AL) {
            break;
        }
        head = m.tokens.end as usize;
        if noun.outside {
            (start, outside) = (head, view.attached(head));
        }
    }
    let end = extent(view, head, limit, reach);
    if end <= start {
        return None;
    }
    let tokens = Span::of(start..end);
    let (source_type, person, anaphoric) = classify(view, head, tokens);
    Some(Source { phrase: Phrase::new(tokens, outside), source_type, person, anaphoric })
}

fn closing_mark(view: &View, open: usize, limit: usize) -> Option<usize> {
    (open + 2..limit.min(open + 8)).find(|&i| view.kind(i) == Kind::QuotationMark)
}

/// Where the noun phrase that begins at `at` ends.
fn extent(view: &View, at: usize, limit: usize, reach: Reach) -> usize {
    let class_of_head = view.speaker(at).map(|(_, noun)| noun.class);
    let (mut i, mut definite, mut named, mut end) = (at, false, false, at);
    // «المكلف بالإعلام» is one noun.
    if let Some((m, _)) =
        view.speaker(at).filter(|(m, _)| m.tokens.len() > 1 && m.tokens.end as usize <= limit && view.named_at(at).is_none())
    {
        i = m.tokens.end as usize;
        end = i;
        definite = m.tokens.range().any(|i| view.has_article(i));
    }
    while i < limit {
        if i > at && view.kind(i) == Kind::Word && leaves_plural(view, at, i) {
            break;
        }
        // «اتهم الحزب النائب سامر الحلبي»: nobody is called by a body.
        let other = i == at + 1 && reach == Reach::Open && class_of_head == Some(SpeakerClass::Institution) && view.has_article(at);
        if let Some(mention) = view.named_at(i).filter(|m| !other && (i == at || m.outside == 0 || view.joins(i))) {
            i = (mention.tokens.end as usize).min(limit);
            (definite, named, end) = (true, true, i);
            continue;
        }
        match view.kind(i) {
            Kind::Word => {
                if i > at && (view.phrase(i).is_some_and(|(_, r)| ends_phrase(r.role)) || withholds_name(view, i)) {
                    break;
                }
                if i > at && view.joins(i) && !continues_with_and(view, i, reach) {
                    break;
                }
                if let Some(end_of_clause) = clause_of_issue(view, i, limit).filter(|_| i > at && is_document(class_of_head)) {
                    return end_of_clause;
                }
                if i > at && stops_here(view, at, i, reach, definite, named, class_of_head) {
                    break;
                }
                let place = view.place(i).map(|m| m.tokens.end as usize).filter(|&e| e <= limit);
                // A body with a foreign name: منظمة هيومن رايتس ووتش.
                let body = view.speaker(i).filter(|(m, noun)| {
                    m.tokens.len() > 1
                        && matches!(noun.class, SpeakerClass::Institution | SpeakerClass::Media)
                        && !view.has_article(m.tokens.end as usize - 1)
                        && m.tokens.end as usize <= limit
                });
                named |= body.is_some();
                definite |= view.has_article(i) || place.is_some() || body.is_some();
                i = body.map(|(m, _)| m.tokens.end as usize).or(place).unwrap_or(i + 1);
                end = i;
            }
            // «وفق الديوان 4.8 مليارات»
            Kind::Number if reach == Reach::Open && definite && !is_document(class_of_head) => break,
            Kind::Number | Kind::Foreign if i > at || view.kind(i) == Kind::Foreign => {
                i += 1;
                end = i;
            }
            Kind::OpenBracket => match (i + 1..limit.min(i + 9)).find(|&k| view.kind(k) == Kind::CloseBracket) {
                Some(close) => {
                    i = close + 1;
                    // Belongs to the source only if the source goes on behind it or it glosses the name.
                    end = i;
                }
                None => break,
            },
            // What is quoted behind a person's name is what was said.
            Kind::QuotationMark if reach == Reach::Open && (named || quotes_object(view, at, i, class_of_head)) => break,
            Kind::QuotationMark => match closing_mark(view, i, limit) {
                Some(close) => {
                    i = close + 1;
                    (definite, end) = (true, i);
                    // The gloss of a name ends it: what follows may be an object.
                    if reach == Reach::Open && view.kind(i) == Kind::Word {
                        break;
                    }
                }
                None => break,
            },
            Kind::Comma => {
                let apposition = !named && view.named_at(i + 1).is_some()
                    || reach == Reach::Bounded && is_name_between_commas(view, i + 1, limit)
                    || view.speaker(i + 1).is_some_and(|(_, noun)| noun.title)
                    || reach == Reach::Bounded
                        && named
                        && view.speaker(i + 1).is_some_and(|(_, noun)| {
                            noun.class == SpeakerClass::Office || noun.class == SpeakerClass::Quantity && noun.single
                        });
                if !apposition || i + 1 >= limit {
                    break;
                }
                i += 1;
            }
            Kind::Function(Class::Preposition) if i > at => {
                if !takes_preposition(view, i, limit, named, class_of_head) {
                    break;
                }
                // Another phrase begins behind it.
                definite = false;
                i += 1;
            }
            // تقديرات غير رسمية
            Kind::Function(Class::Negation) if i > at && view.block.word(i) == "غير" && view.kind(i + 1) == Kind::Word && i + 1 < limit =>
            {
                i += 2;
                end = i;
            }
            // التقرير الذي أصدرته المؤسسة
            Kind::Function(Class::Relative) => match clause_of_issue(view, i + 1, limit).filter(|_| is_document(class_of_head)) {
                Some(end_of_clause) => return end_of_clause,
                None => break,
            },
            // أصحاب هذه المنشورات
            Kind::Function(Class::Demonstrative)
                if i > at && view.has_article(i + 1) && i + 1 < limit && !view.has_article(i - 1) && view.named_at(i).is_none() =>
            {
                i += 1;
            }
            Kind::OtherMark if i > at => i += 1,
            // جيه.إل.إل
            Kind::Stop if i > at && view.abbreviates(i) => i += 1,
            _ => break,
        }
    }
    end
}

/// Words that begin something else: داعياً إلى، بحسب، حيث.
fn ends_phrase(role: PhraseRole) -> bool {
    use PhraseRole::*;
    matches!(role, According | As | Within | Impersonal | Participle | Opener | Connector | Speaking | Subordinate | Manner)
}

/// «طلب عدم الكشف عن هويته»، «رفض ذكر اسمه» begins at a token.
fn withholds_name(view: &View, at: usize) -> bool {
    let withholding = |at: usize| view.phrase(at).is_some_and(|(_, r)| r.role == PhraseRole::Withholding);
    withholding(at) || view.block.word_at(at + 1) == "عدم" && withholding(at + 1)
}

fn is_document(head: Option<SpeakerClass>) -> bool {
    matches!(head, Some(SpeakerClass::Document | SpeakerClass::Estimate))
}

/// What one does with a report: أصدرته المؤسسة، نشر أمس، اطلعت عليه الوكالة.
const ISSUING: [&str; 12] = ["اصدر", "صدر", "نشر", "اعد", "اجر", "اجري", "وزع", "اطلع", "حصل", "تسلم", "سرب", "اعلن"];
/// The longest clause that says where a document comes from, tokens.
const CLAUSE_OF_ISSUE: usize = 9;

/// Where the clause ends that begins at `at` and says who issued, or has seen, a document.
fn clause_of_issue(view: &View, at: usize, limit: usize) -> Option<usize> {
    let stem = view.block.word_at(at).trim_end_matches(['ه', 'ت', 'ا']);
    if !ISSUING.contains(&stem) || at >= limit {
        return None;
    }
    let ends = |&i: &usize| {
        matches!(view.kind(i), Kind::That | Kind::Comma | Kind::Colon | Kind::Stop)
            || view.block.word(i).starts_with("فان")
            || view.phrase(i).is_some_and(|(_, r)| ends_phrase(r.role))
            || view.attached(i) > 0 && view.block.word(i).starts_with("بان")
    };
    let end = (at + 1..limit + 1).take(CLAUSE_OF_ISSUE).find(|i| *i == limit || ends(i))?;
    // «الإحصاءات التي حصلت «اليوم» عليها»: a quotation in the clause is a name.
    (view.kind(end) != Kind::QuotationMark).then_some(end)
}

/// The conjunct at `at` belongs to the source.
fn continues_with_and(view: &View, at: usize, reach: Reach) -> bool {
    if view.verb(at).is_some() && view.speaker(at).is_none() && view.named_at(at).is_none() {
        return false;
    }
    view.speaker(at).is_some() || view.has_article(at) || view.place(at).is_some() || reach == Reach::Bounded
}

/// Behind a sound plural or dual (متعاملون, never in the construct state) only adjectives of the same ending go on.
fn leaves_plural(view: &View, head: usize, at: usize) -> bool {
    let sound = |i: usize| view.block.word(i).ends_with("ون") || view.block.word(i).ends_with("ين");
    let plural = view
        .speaker(head)
        .is_some_and(|(m, noun)| matches!(noun.class, SpeakerClass::Unnamed | SpeakerClass::Vague) && !noun.single && m.tokens.len() == 1);
    at == head + 1 && plural && sound(head) && !sound(at)
}

/// The word at `at` is outside the phrase that runs up to it.
fn stops_here(view: &View, start: usize, at: usize, reach: Reach, definite: bool, named: bool, head: Option<SpeakerClass>) -> bool {
    let word = view.block.word_at(at);
    // «قالت الولايات المتحدة يوم أمس»
    if matches!(word, "يوم" | "ليله" | "عشيه" | "غداه") {
        return true;
    }
    // المصادر ذاتها
    if matches!(word, "ذاته" | "ذاتها" | "ذاتهم" | "نفسه" | "نفسها" | "نفسهم" | "عينه" | "عينها") {
        return false;
    }
    let reading_with = |clitic| view.block.readings(at).iter().any(|r| r.clitics.has(clitic)) && !bare(view, at);
    // المتحدث باسم الجيش, though باسم is a name as well; المرصد السوري لحقوق الإنسان
    let for_rights = head == Some(SpeakerClass::Institution)
        && word.starts_with('ل')
        && view.place(at).is_none()
        && view.has_article(at - 1)
        && view.has_article(at + 1);
    if word == "باسم" && head == Some(SpeakerClass::Office) || for_rights && !named && view.speaker(at).is_none() {
        return false;
    }
    // البنك السعودي للتسليف
    if word.starts_with("لل")
        && !named
        && view.has_article(at - 1)
        && at > start + 1
        && (matches!(head, Some(SpeakerClass::Office | SpeakerClass::Institution | SpeakerClass::Document))
            || (start + 1..at).any(|i| view.speaker(i).is_some_and(|(_, noun)| noun.class == SpeakerClass::Institution)))
    {
        return view
            .speaker(at)
            .is_some_and(|(_, noun)| matches!(noun.class, SpeakerClass::Media | SpeakerClass::Unnamed | SpeakerClass::Vague));
    }
    // نائب الرئيس لشؤون الطاقة
    if word.starts_with("لشءون") && head == Some(SpeakerClass::Office) {
        return false;
    }
    // قال فلان لوكالة ...، أفاد مصدر لرويترز
    if reading_with(Clitics::LI) || word.starts_with("لل") {
        let (hearer, known) = match view.speaker(at) {
            Some((_, noun)) => {
                let heard = matches!(noun.class, SpeakerClass::Media | SpeakerClass::Unnamed | SpeakerClass::Vague);
                // «قال صحفي لمعالي الوزير», but «المستشار لمعالي الوزير»
                (heard || noun.title && head != Some(SpeakerClass::Office), true)
            }
            None => (false, view.place(at).is_some()),
        };
        let fresh = named || matches!(head, Some(SpeakerClass::Unnamed | SpeakerClass::Expert | SpeakerClass::Vague));
        return hearer
            || fresh && !matches!(view.block.word_at(at - 1), "التابع" | "التابعه" | "موال" | "تابع" | "تابعه") && named
            || !known && reach == Reach::Open;
    }
    if reading_with(Clitics::BI) {
        // «أدلى المتحدث بتصريح»
        let occasion = view.speaker(at).is_some_and(|(_, n)| n.occasion || n.class == SpeakerClass::Occasion);
        return occasion || reach == Reach::Open && view.place(at).is_none() && view.speaker(at).is_none();
    }
    if named && word.starts_with('ل') && view.block.readings(at).is_empty() {
        return true;
    }
    // The rest of a name that was known only in part.
    let unknown = |i: usize| view.block.readings(i).is_empty() && !view.has_article(i);
    if named && reach == Reach::Bounded && unknown(at) && (view.in_name(at - 1) || unknown(at - 1)) {
        return false;
    }
    // «فلان مدرب ريال مدريد»: an office or calling beside a name takes what it governs along.
    let governs = |i: usize| {
        !view.has_article(i)
            && view.speaker(i).is_some_and(|(_, n)| matches!(n.class, SpeakerClass::Office | SpeakerClass::Expert) && !n.title)
    };
    if named && at > start + 1 && governs(at - 1) && !view.in_name(at - 1) && !word.starts_with(['ب', 'ل']) && !view.finite(at) {
        return false;
    }
    // No name follows a body; nothing but an apposition follows a name.
    let complete = match head {
        Some(SpeakerClass::Institution | SpeakerClass::Document | SpeakerClass::Vague | SpeakerClass::Estimate) => definite,
        _ => named && !view.joins(at) && view.speaker(at).is_none_or(|(_, noun)| noun.occasion || noun.class == SpeakerClass::Occasion),
    };
    // «حارس المرمى سليم بوزيان»: behind a calling the name follows.
    let begins_name = matches!(head, Some(SpeakerClass::Office | SpeakerClass::Expert))
        && !word.starts_with(['ب', 'ل'])
        && (view.block.readings(at).is_empty() || view.block.match_at(view.lexis.names, at, Clitics::NONE).is_some());
    if (reach == Reach::Open && definite && !begins_name || complete) && !view.has_article(at)
        || view.finite(at) && !is_field(view, start, at, reach)
    {
        return true;
    }
    if at == start + 1 && !named && is_object(view, at, reach, head) {
        return true;
    }
    // «نفت مصادر أوروبية وجود خطة»: behind an adjective in ة only adjectives in ة go on.
    let adjective = at > start + 1 && view.block.word(at - 1).ends_with('ه') && view.speaker(at - 1).is_none();
    if reach == Reach::Open
        && !definite
        && adjective
        && !word.ends_with('ه')
        && !view.has_article(at + 1)
        && matches!(head, Some(SpeakerClass::Unnamed | SpeakerClass::Vague | SpeakerClass::Media | SpeakerClass::Document))
    {
        return true;
    }
    // «وزار الوزير المصنع»: a second definite noun is the object.
    if reach == Reach::Open && view.has_article(at) && !view.joins(at) {
        let noun = view.speaker(at).is_some_and(|(_, noun)| {
            !matches!(noun.class, SpeakerClass::Office | SpeakerClass::Expert | SpeakerClass::Vague | SpeakerClass::Quantity)
        });
        // Behind a word nobody knows, in a body a part of its foreign name, the object begins (هيومن رايتس ووتش الجيش).
        let unknown = head != Some(SpeakerClass::Document) && !view.has_article(at - 1) && view.block.readings(at - 1).is_empty();
        return named || noun && view.has_article(at - 1) || unknown || view.in_name(at - 1);
    }
    false
}

/// «اتهم رئيس الكتلة «جهات معروفة»»: no gloss of the body before, as in «هيئة الإذاعة «بي بي سي»».
fn quotes_object(view: &View, head: usize, mark: usize, class: Option<SpeakerClass>) -> bool {
    let body = matches!(class, Some(SpeakerClass::Institution | SpeakerClass::Media | SpeakerClass::Document));
    mark > head && view.has_article(mark - 1) && (!body || mark == head + 1)
}

/// «نفى المكتب الخبر», «وصف النائب التعيينات بأنها عبث», «اتهم الحزب النائب»: behind one definite word that speaks another one that is
/// no adjective of it.
fn is_object(view: &View, at: usize, reach: Reach, head: Option<SpeakerClass>) -> bool {
    if !view.has_article(at) || !view.has_article(at - 1) || view.joins(at) {
        return false;
    }
    let office =
        |i: usize| view.speaker(i).is_some_and(|(m, noun)| noun.class == SpeakerClass::Office && !noun.title && m.tokens.len() == 1);
    let second = || office(at) && view.named_at(at + 1).is_none();
    let things = view.block.word(at).ends_with("ات") && view.block.word(at).len() > 10;
    match head {
        Some(SpeakerClass::Office) => things || second() || reach == Reach::Open && view.is_thing(at),
        Some(SpeakerClass::Institution | SpeakerClass::Media | SpeakerClass::Document) => {
            reach == Reach::Open && (office(at) || view.is_thing(at))
        }
        _ => false,
    }
}

/// «أستاذة علم النفس»: right behind a bare calling stands its field, though it is spelt like a verb.
fn is_field(view: &View, start: usize, at: usize, reach: Reach) -> bool {
    reach == Reach::Bounded
        && at == start + 1
        && !view.has_article(start)
        && view.has_article(at + 1)
        && !view.block.word(at).ends_with('ت')
}

/// «…، سامبيت تشوبرا، أن»: a few words that nobody knows, up to what is said, are the name of the office before them.
fn is_name_between_commas(view: &View, from: usize, limit: usize) -> bool {
    const LONGEST_NAME: usize = 5;
    let to = (from..limit.min(from + LONGEST_NAME + 1)).find(|&i| view.kind(i) == Kind::Comma).unwrap_or(limit);
    let is_name = |i: usize| view.kind(i) == Kind::Word && (view.block.readings(i).is_empty() || view.in_name(i));
    to > from && to - from <= LONGEST_NAME && to + 1 >= limit && (from..to).all(is_name)
}

/// The word is known as it stands, without clitics.
fn bare(view: &View, at: usize) -> bool {
    view.block.readings(at).iter().any(|r| r.clitics.is_within(Clitics::AL))
}

/// The preposition at `at` and what it governs belong to the source: مسؤولون في الصندوق، بيان صادر عن.
fn takes_preposition(view: &View, at: usize, limit: usize, named: bool, head: Option<SpeakerClass>) -> bool {
    if at + 1 >= limit {
        return false;
    }
    let place = || {
        let next = at + 1;
        !view.speaker(next).is_some_and(|(_, noun)| noun.occasion || noun.class == SpeakerClass::Occasion)
            && !matches!(view.kind(next), Kind::Function(_) | Kind::That | Kind::Comma | Kind::Colon)
    };
    match view.block.word(at) {
        "في" | "لدي" => {
            place()
                && (!named || view.speaker(at + 1).is_some())
                && (matches!(head, Some(SpeakerClass::Office | SpeakerClass::Expert | SpeakerClass::Unnamed | SpeakerClass::Vague))
                    || head == Some(SpeakerClass::Institution) && view.place(at + 1).is_some())
        }
        "من" => {
            // مواقع مقربة من دمشق
            let near = ["مقرب", "قريب"].iter().any(|stem| view.block.word(at - 1).trim_start_matches("ال").starts_with(stem));
            // «استغرب عدد من السكان من الأمر»: the verb's.
            let unnamed = head == Some(SpeakerClass::Unnamed) && (!view.has_article(at - 1) || view.place(at + 1).is_some());
            place() && (near || view.speaker(at + 1).is_some() || unnamed)
        }
        "عن" => matches!(
            view.block.word_at(at - 1),
            "صادر"
                | "صادره"
                | "الصادر"
                | "الصادره"
                | "الدفاع"
                | "للدفاع"
                | "المسءول"
                | "المسءوله"
                | "المسءولين"
                | "مسءول"
                | "ممثل"
                | "ممثلين"
                | "ممثلون"
        ),
        "ضمن" | "داخل" | "خارج" | "قرب" => head.is_some() && !named && place(),
        "علي" => match head {
            // صفحات على «فيسبوك»
            Some(SpeakerClass::Vague | SpeakerClass::Unnamed) if !view.block.word(at - 1).contains("مطلع") => {
                view.kind(at + 1) == Kind::QuotationMark || view.speaker(at + 1).is_some()
            }
            _ => {
                let before = view.block.word(at - 1);
                view.block.word(at + 1) == "مستوي"
                    || before.starts_with("المشرف")
                    || before.starts_with("مطلع")
                    || before.starts_with("المطلع")
            }
        },
        _ => false,
    }
}

fn is_office(head: Option<(Match, &'static Speaking)>) -> bool {
    head.is_some_and(|(_, noun)| noun.class == SpeakerClass::Office)
}

fn classify(view: &View, head: usize, tokens: Span<Tokens>) -> (Option<SourceType>, Option<usize>, bool) {
    use SourceType::*;
    let is_former = |tokens: Span<Tokens>| {
        tokens.range().any(|i| matches!(view.block.word(i), "السابق" | "السابقه" | "سابق" | "سابقه" | "الاسبق" | "سابقا"))
    };
    let former = is_former(tokens);
    let head_noun = view.speaker(head);
    let private = |tokens: Span<Tokens>| tokens.range().any(|i| view.speaker(i).is_some_and(|(_, noun)| noun.private));
    // The letters of إتش.إس.بي.سي are nobody's name.
    let spelt = |name: Span<Tokens>| view.abbreviates(name.end as usize) || name.start > 0 && view.abbreviates(name.start as usize - 1);
    if let Some(mention) = view.first_named(tokens).filter(|m| !spelt(m.name)) {
        let person = &view.people[mention.person];
        let at_head = mention.tokens.start as usize == head;
        // «أحد السكان سامر الحلبي»: one of several, by name.
        let one = matches!(view.block.word(tokens.start as usize).trim_start_matches('و'), "احد" | "احدي");
        let one_of_several = one && tokens.start as usize + 2 == mention.tokens.start as usize;
        if one_of_several {
            return (Some(Person), Some(mention.person), false);
        }
        // In «مصدر مقرب من فلان» the name is not who speaks; a single word nobody calls by an office may be no name.
        let holds_head = match head_noun {
            Some((_, noun)) => matches!(noun.class, SpeakerClass::Office | SpeakerClass::Expert) && (mention.outside == 0 || at_head),
            None => at_head && (person.office.is_some() || person.name.contains(' ')),
        };
        if holds_head {
            // Of heads that make public offices the person's own record decides; others (آمر) speak for what they are.
            let by_head = is_office(head_noun) && view.matches(view.lexis.offices, head).is_none() && !private(tokens);
            let office = (person.office.is_some() || by_head) && !former;
            return (Some(if office { Official } else { Person }), Some(mention.person), false);
        }
    }
    let definite = tokens.range().any(|i| view.has_article(i) || view.place(i).is_some());
    let one_word = tokens.end as usize - head == 1;
    let Some((m, noun)) = head_noun else {
        if view.place(head).is_some() {
            return (Some(Institution), None, false);
        }
        if view.matches(view.lexis.nisbas, head).is_some() && view.block.word(head).ends_with(['ن', 'ت']) {
            return (Some(Institution), None, false);
        }
        // A name of letters is a company's: إتش.إس.بي.سي
        if tokens.range().any(|i| view.abbreviates(i)) {
            return (Some(Institution), None, false);
        }
        return (None, None, false);
    };
    let rest: Span<Tokens> = Span::new(m.tokens.end.min(tokens.end), tokens.end);
    let body = |private_only: bool| {
        rest.range().any(|i| {
            view.speaker(i).is_some_and(|(_, n)| {
                if private_only { n.private } else { matches!(n.class, SpeakerClass::Institution | SpeakerClass::Media) }
            })
        })
    };
    let media = || rest.range().any(|i| view.speaker(i).is_some_and(|(_, n)| n.class == SpeakerClass::Media));
    let title = rest.range().any(|i| view.speaker(i).is_some_and(|(_, n)| n.title));
    // Behind a definite word one without article is a name: الباحثة الاقتصادية فلانة.
    let named = title
        || rest.range().any(|i| {
            view.kind(i) == Kind::Word
                && view.has_article(i - 1)
                && !view.has_article(i)
                && !view.joins(i)
                && view.speaker(i).is_none()
                && view.place(i).is_none()
                && view.matches(view.lexis.nisbas, i).is_none()
                && !view.block.word(i).starts_with(['ب', 'ل'])
        });
    let article = m.reading.clitics.has(Clitics::AL);
    let kind = match noun.class {
        SpeakerClass::Office if noun.title => Official,
        SpeakerClass::Office if named && (former || body(true)) => Person,
        SpeakerClass::Office if named => Official,
        SpeakerClass::Office if definite && (former || body(true)) => Person,
        SpeakerClass::Office if definite => Official,
        SpeakerClass::Office => Unnamed,
        SpeakerClass::Expert if noun.title || named => Person,
        SpeakerClass::Expert if noun.press && (media() || view.block.word(head).ends_with("نا")) => Institution,
        SpeakerClass::Expert => Unnamed,
        SpeakerClass::Unnamed if media() => Institution,
        SpeakerClass::Unnamed => Unnamed,
        SpeakerClass::Vague if rest.range().any(|i| view.is(i, Class::Preposition) && view.block.word(i) != "علي") && body(false) => {
            Unnamed
        }
        SpeakerClass::Vague => Vague,
        SpeakerClass::Document => Document,
        // Estimates and opinions are their owner's.
        SpeakerClass::Estimate => match rest.range().find(|&i| view.speaker(i).is_some() || view.place(i).is_some()) {
            Some(owner) => return classify(view, owner, Span::new(owner as u32, tokens.end)),
            None => Vague,
        },
        SpeakerClass::Institution | SpeakerClass::Media => Institution,
        SpeakerClass::Quantity => Vague,
        SpeakerClass::Occasion => return (None, None, false),
    };
    let anaphoric = article && !named && (one_word || rest.len() <= 2) && matches!(noun.class, SpeakerClass::Office | SpeakerClass::Expert)
        || article && one_word && matches!(view.block.word(head), "المسءول" | "المسءوله");
    (Some(kind), None, anaphoric)
}
