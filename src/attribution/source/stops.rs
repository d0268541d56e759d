//! Which words end the noun phrase of a source. First come rules for one kind of word each, which say whether the phrase stops before it or
//! goes on; the first one that knows decides. Of any other word it is asked whether it begins something else.

use super::Reach;
use super::extent::Extent;
use crate::attribution::lexis::{SourceWord, SpeakerClass, Speaking};
use crate::lexicon::{Match, topic};
use crate::text::Clitics;

impl Extent<'_, '_> {
    /// The word at `at`, which is not the first, is outside the phrase that runs up to it.
    pub(super) fn stops_at(&self, at: usize) -> bool {
        self.at_time_or_self(at)
            .or_else(|| self.at_complement_of_title(at))
            .or_else(|| self.at_li(at))
            .or_else(|| self.at_bi(at))
            .or_else(|| self.at_rest_of_name(at))
            .or_else(|| self.at_complement_of_calling(at))
            .unwrap_or_else(|| {
                self.once_complete(at) || self.at_another_definite(at) || self.behind_adjective(at) || self.at_accusative(at)
            })
    }

    /// Behind a sound plural or dual (متعاملون, never in the construct state) only adjectives of the same ending go on.
    pub(super) fn leaves_plural(&self, at: usize) -> bool {
        let view = self.view;
        let sound = |i: usize| view.block.word(i).ends_with("ون") || view.block.word(i).ends_with("ين");
        let plural = || {
            view.speaker(self.start).is_some_and(|(m, noun)| {
                matches!(noun.class, SpeakerClass::Unnamed | SpeakerClass::Vague) && !noun.single && m.tokens.len() == 1
            })
        };
        // «مسؤولين كبار», «مسؤولون أكراد»
        let adjective = || view.source_word(at) == Some(SourceWord::Plural);
        // «أحد المواطنين فلان»
        let one = || self.start > 0 && view.source_word(self.start - 1) == Some(SourceWord::One) && view.named_at(at).is_some();
        at == self.start + 1 && plural() && sound(self.start) && !sound(at) && !adjective() && !one()
    }

    /// «قالت الولايات المتحدة يوم أمس», «المصادر ذاتها»
    fn at_time_or_self(&self, at: usize) -> Option<bool> {
        match self.view.source_word(at)? {
            SourceWord::Time => Some(true),
            SourceWord::Same => Some(false),
            _ => None,
        }
    }

    /// «المتحدث باسم الجيش», though باسم is a name as well; «المرصد السوري لحقوق الإنسان»
    fn at_complement_of_title(&self, at: usize) -> Option<bool> {
        let view = self.view;
        let word = view.block.word_at(at);
        let for_rights = self.head == Some(SpeakerClass::Institution)
            && word.starts_with('ل')
            && view.place(at).is_none()
            && view.has_article(at - 1)
            && view.has_article(at + 1);
        let belongs = word == "باسم" && self.head == Some(SpeakerClass::Office) || for_rights && !self.named && view.speaker(at).is_none();
        belongs.then_some(false)
    }

    fn at_li(&self, at: usize) -> Option<bool> {
        let view = self.view;
        let word = view.block.word_at(at);
        let speaker = view.speaker(at).map(|(_, noun)| noun);
        let heard = speaker.is_some_and(|noun| matches!(noun.class, SpeakerClass::Media | SpeakerClass::Unnamed | SpeakerClass::Vague));
        // البنك السعودي للتسليف
        if word.starts_with("لل") && !self.named && view.has_article(at - 1) && at > self.start + 1 && self.is_body(at) {
            return Some(heard);
        }
        // نائب الرئيس لشؤون الطاقة، المفوضية العليا لشؤون اللاجئين
        if word.starts_with("لشءون") && !self.named {
            return Some(false);
        }
        // قال فلان لوكالة ...، أفاد مصدر لرويترز
        if self.has_preposition(at, Clitics::LI) || word.starts_with("لل") {
            // «قال صحفي لمعالي الوزير», but «المستشار لمعالي الوزير»
            let hearer = heard || speaker.is_some_and(|noun| noun.title && self.head != Some(SpeakerClass::Office));
            let known = speaker.is_some() || view.place(at).is_some();
            let belonging = view.source_word(at - 1) == Some(SourceWord::Belonging);
            return Some(hearer || self.named && !belonging || !known && self.reach == Reach::Open);
        }
        None
    }

    /// The phrase that runs up to `at` names an office, a body or a document.
    fn is_body(&self, at: usize) -> bool {
        matches!(self.head, Some(SpeakerClass::Office | SpeakerClass::Institution | SpeakerClass::Document))
            || (self.start + 1..at).any(|i| self.view.speaker(i).is_some_and(|(_, noun)| noun.class == SpeakerClass::Institution))
    }

    /// «أدلى المتحدث بتصريح»
    fn at_bi(&self, at: usize) -> Option<bool> {
        if !self.has_preposition(at, Clitics::BI) {
            return None;
        }
        let speaker = self.view.speaker(at).map(|(_, noun)| noun);
        let occasion = speaker.is_some_and(|noun| noun.occasion || noun.class == SpeakerClass::Occasion);
        Some(occasion || self.reach == Reach::Open && self.view.place(at).is_none() && speaker.is_none())
    }

    /// The word has this preposition attached, and is not known as it stands.
    fn has_preposition(&self, at: usize, clitic: Clitics) -> bool {
        let readings = self.view.block.readings(at);
        readings.iter().any(|r| r.clitics.has(clitic)) && !readings.iter().any(|r| r.clitics.is_within(Clitics::AL))
    }

    /// The rest of a name that is known only in part.
    fn at_rest_of_name(&self, at: usize) -> Option<bool> {
        let view = self.view;
        if self.named && view.block.word_at(at).starts_with('ل') && view.block.readings(at).is_empty() {
            return Some(true);
        }
        let unknown = |i: usize| view.block.readings(i).is_empty() && !view.has_article(i);
        (self.named && self.reach == Reach::Bounded && unknown(at) && (view.in_name(at - 1) || unknown(at - 1))).then_some(false)
    }

    /// «فلان مدرب ريال مدريد»: an office or calling beside a name takes what it governs along.
    fn at_complement_of_calling(&self, at: usize) -> Option<bool> {
        let view = self.view;
        let governs = |i: usize| {
            !view.has_article(i)
                && view.speaker(i).is_some_and(|(_, n)| matches!(n.class, SpeakerClass::Office | SpeakerClass::Expert) && !n.title)
        };
        let belongs = self.named
            && at > self.start + 1
            && governs(at - 1)
            && !view.in_name(at - 1)
            && !view.block.word_at(at).starts_with(['ب', 'ل'])
            && !view.finite(at);
        belongs.then_some(false)
    }

    /// No name follows a body, nothing but an apposition follows a name, and no noun phrase goes on over a finite verb.
    fn once_complete(&self, at: usize) -> bool {
        let view = self.view;
        let complete = match self.head {
            Some(SpeakerClass::Institution | SpeakerClass::Document | SpeakerClass::Vague | SpeakerClass::Estimate) => self.definite,
            _ => {
                let noun = view.speaker(at).map(|(_, noun)| noun);
                self.named && !view.joins(at) && noun.is_none_or(|noun| noun.occasion || noun.class == SpeakerClass::Occasion)
            }
        };
        // «حارس المرمى سليم بوزيان»: behind a calling the name follows.
        let begins_name = matches!(self.head, Some(SpeakerClass::Office | SpeakerClass::Expert))
            && !view.block.word_at(at).starts_with(['ب', 'ل'])
            && (view.block.readings(at).is_empty() || view.block.match_at(topic::NAMES, at, Clitics::NONE).is_some());
        (self.reach == Reach::Open && self.definite && !begins_name || complete) && !view.has_article(at)
            || view.finite(at) && !self.is_field(at)
    }

    /// «أستاذة علم النفس»: right behind a bare calling stands its field, though it is spelt like a verb.
    fn is_field(&self, at: usize) -> bool {
        let view = self.view;
        self.reach == Reach::Bounded
            && at == self.start + 1
            && !view.has_article(self.start)
            && view.has_article(at + 1)
            && !view.block.word(at).ends_with('ت')
    }

    /// «اتهم رئيس الكتلة «جهات معروفة»»: no gloss of the body before, as in «هيئة الإذاعة «بي بي سي»».
    pub(super) fn quotes_object(&self, mark: usize) -> bool {
        let body = matches!(self.head, Some(SpeakerClass::Institution | SpeakerClass::Media | SpeakerClass::Document));
        mark > self.start && self.view.has_article(mark - 1) && (!body || mark == self.start + 1)
    }

    /// The word has the article, no و, and begins a phrase of its own.
    fn at_another_definite(&self, at: usize) -> bool {
        let view = self.view;
        if !view.has_article(at) || view.joins(at) {
            return false;
        }
        let open = || {
            self.is_object_of_head(at) || self.is_object_of_government(at) || self.is_behind_indefinite(at) || self.is_second_definite(at)
        };
        self.is_object(at) || self.is_hearers(at) || self.reach == Reach::Open && open()
    }

    /// «نفى المكتب الخبر», «وصف النائب التعيينات بأنها عبث», «اتهم الحزب النائب»: behind one definite word that speaks another one that
    /// is no adjective of it.
    fn is_object(&self, at: usize) -> bool {
        let view = self.view;
        let open = self.reach == Reach::Open;
        if at != self.start + 1 || self.named || !view.has_article(at - 1) {
            return false;
        }
        let office =
            |i: usize| view.speaker(i).is_some_and(|(m, noun)| noun.class == SpeakerClass::Office && !noun.title && m.tokens.len() == 1);
        let second = || office(at) && view.named_at(at + 1).is_none();
        let word = view.block.word(at);
        let things = word.ends_with("ات") && word.len() > 10;
        match self.head {
            Some(SpeakerClass::Office) => things || second() || open && view.is_thing(at),
            Some(SpeakerClass::Institution | SpeakerClass::Media | SpeakerClass::Document) => open && (office(at) || view.is_thing(at)),
            _ => false,
        }
    }

    /// «وصف مدير المستشفى الوضع بـ»: the same behind an office and its genitive.
    fn is_object_of_head(&self, at: usize) -> bool {
        let view = self.view;
        let office = self.head == Some(SpeakerClass::Office) && !self.named && !view.has_article(self.start);
        office && at == self.start + 2 && view.has_article(at - 1) && view.is_thing(at)
    }

    /// «أبلغ الوزير الصحفيين أن …»: who is told stands in the accusative behind a speaker that is complete.
    fn is_hearers(&self, at: usize) -> bool {
        let view = self.view;
        let people = |(m, noun): (Match, &Speaking)| {
            m.tokens.len() == 1 && matches!(noun.class, SpeakerClass::Expert | SpeakerClass::Unnamed | SpeakerClass::Vague)
        };
        let complete = || view.has_article(at - 1) || view.in_name(at - 1) || view.block.readings(at - 1).is_empty();
        view.block.word(at).ends_with("ين")
            && !view.block.word(at - 1).ends_with("ين")
            && view.speaker(at).is_some_and(people)
            && !view.speaker(at - 1).is_some_and(people)
            && complete()
    }

    /// «أعلنت دمشق الإفراج عن …»: behind a place that stands for its government only an adjective goes on («كوريا الشمالية»).
    fn is_object_of_government(&self, at: usize) -> bool {
        let bare = self.head.is_none() && !self.named;
        bare && self.view.place(self.start).is_some_and(|place| place.tokens.end as usize == at) && !self.is_adjective(at)
    }

    /// «ودعت منظمات محلية المانحين إلى»: behind an indefinite adjective a definite word is the object.
    fn is_behind_indefinite(&self, at: usize) -> bool {
        let view = self.view;
        let described = || view.block.word(at - 1).ends_with("ون") || view.speaker(at - 1).is_none() && self.is_adjective(at - 1);
        !self.definite && !self.named && at > self.start + 1 && described()
    }

    /// «وزار الوزير المصنع»: a second definite noun is the object.
    fn is_second_definite(&self, at: usize) -> bool {
        let view = self.view;
        // «جامعة الدول العربية», though العربية is a station as well
        let noun = || {
            !self.is_adjective(at)
                && view.speaker(at).is_some_and(|(_, noun)| {
                    !matches!(noun.class, SpeakerClass::Office | SpeakerClass::Expert | SpeakerClass::Vague | SpeakerClass::Quantity)
                })
        };
        // Behind a word nobody knows, in a body a part of its foreign name, the object begins (هيومن رايتس ووتش الجيش).
        let unknown = || self.head != Some(SpeakerClass::Document) && view.block.readings(at - 1).is_empty();
        self.named || view.in_name(at - 1) || if view.has_article(at - 1) { noun() } else { unknown() }
    }

    /// The word is an adjective: of origin, of offices, or one that is known as such.
    fn is_adjective(&self, at: usize) -> bool {
        let view = self.view;
        let quality = |found: Match| view.lexis.qualities[found.row] && found.tokens.len() == 1;
        view.block.match_at(topic::COMMON_WORDS, at, Clitics::AL).is_some_and(quality)
            || view.block.match_at(topic::OFFICE_MODIFIERS, at, Clitics::AL).is_some()
            || view.matches(topic::NISBAS, at).is_some()
            || view.block.word(at).ends_with("يه") && view.block.match_at(topic::COMMON_WORDS, at, Clitics::AL).is_none()
    }

    /// «نفت مصادر أوروبية وجود خطة»: behind an adjective in ة only adjectives in ة go on.
    fn behind_adjective(&self, at: usize) -> bool {
        let view = self.view;
        if self.reach != Reach::Open {
            return false;
        }
        // «أكدت مصادر عودة الوفد»: sources are nobody's but a body's.
        let bare = at == self.start + 1 && view.block.word(self.start).ends_with("مصادر") && view.speaker(at).is_none() && self.is_deed(at);
        let adjective = || at > self.start + 1 && view.block.word(at - 1).ends_with('ه') && view.speaker(at - 1).is_none();
        // «رجحت مصادر رسمية تراجع العملة»; a document's clause may follow (دراسة نشرتها الجامعة).
        let people = matches!(self.head, Some(SpeakerClass::Unnamed | SpeakerClass::Vague));
        let differs = || self.is_deed(at) || !view.block.word_at(at).ends_with('ه') && (people || !view.has_article(at + 1));
        let plain = people || matches!(self.head, Some(SpeakerClass::Media | SpeakerClass::Document));
        bare || plain && !self.definite && adjective() && differs()
    }

    /// «أظهر مقطع متداول دمارا واسعا»: behind an indefinite phrase in another case an accusative is the object.
    fn at_accusative(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.block.word_at(at);
        self.reach == Reach::Open
            && !self.definite
            && matches!(self.head, Some(SpeakerClass::Unnamed | SpeakerClass::Vague | SpeakerClass::Document))
            && word.ends_with('ا')
            && !word.ends_with("ها")
            && word.chars().count() > 4
            && !view.block.word(at - 1).ends_with('ا')
            && view.place(at).is_none()
            && view.speaker(at).is_none()
    }

    /// A noun in ة that is no adjective of what stands before it: وفاة، إصابة، استقالة.
    fn is_deed(&self, at: usize) -> bool {
        let view = self.view;
        let is_noun = |found: Match| !view.lexis.qualities[found.row] && found.tokens.len() == 1;
        let mut ending = view.block.word_at(at).chars().rev();
        let in_ta = ending.next() == Some('ه');
        let mut by_pattern = || view.block.word_at(at).starts_with('ا') && ending.nth(1) == Some('ا');
        in_ta && (view.block.match_at(topic::COMMON_WORDS, at, Clitics::NONE).is_some_and(is_noun) || by_pattern())
    }
}
