//! What joins body, state or task to an office: في، لدى، باسم، عن, and ل، ب، و attached to a word.

use super::{AL, ATTACHED, Expects, QUOTES, Reader};
use crate::analysis::OfficialKind;
use crate::lexicon::topic;
use crate::officials::name::{Evidence, begins_name, name_at, nameable};
use crate::officials::vocabulary::{Body, Reach, Sort, is_mark, vocabulary};
use crate::text::Clitics;

impl Reader<'_, '_> {
    /// The last word is a masdar whose object has «على» before it.
    fn oversees(&self) -> bool {
        let masdar = self.block.word(self.at - 1).trim_start_matches("ال");
        self.complement && vocabulary().reach(masdar) == Some(Reach::Oversight)
    }

    /// في، لدى، باسم، ل، ب، و and what they join.
    pub(super) fn linked(&mut self) -> bool {
        let block = self.block;
        let word = block.word(self.at);
        let next = self.at + 1;
        let opens = match word {
            "باسم" => {
                // «المتحدثة باسم أشتون»: by itself a name, whose post she shares.
                let named = nameable(vocabulary().sort(block, next)) && !self.voices;
                let whom = vocabulary().holder_at(block, next).map(|(row, phrase)| {
                    self.note_body(Body::Public(vocabulary().holder_kind(row)));
                    phrase.tokens.end as usize
                });
                let whom = whom.or_else(|| (named && !block.is_word(next + 1)).then_some(next + 1));
                // «سامر الحلبي، المتحدث باسم محمود رضائي، قال»: by both.
                let comma = |at| is_mark(block, at, &["،", ","]);
                let both = || name_at(block, next, next, Evidence::Strong).filter(|name| name.units > 1 && comma(name.end));
                let apposed = self.start > 0 && comma(self.start - 1);
                let whom = whom.or_else(|| if named && apposed { both().map(|name| name.end) } else { None });
                if let Some(end) = whom.filter(|_| self.links_name) {
                    self.refers = true;
                    return self.take_place(end);
                }
                !std::mem::replace(&mut self.voices, true)
            }
            "باسمه" | "باسمها" | "باسمهم" if self.links_name => {
                self.refers = true;
                return self.take(next, Expects::Adjective);
            }
            "في" => match self.is_body(next) {
                Some(Body::Plain) => self.by_body && self.expects == Expects::Adjective && !self.closed,
                Some(_) => true,
                // «المفوض المساعد للشرطة في جايبور»
                // «الممثل الخاص لكذا في جنوب القوقاز»
                None if self.links_fi && self.complement && self.at_region(next) => return self.take_place(next + 2),
                None if matches!(self.body, Some(Some(_))) && !self.is_place(next) && self.at_unlisted(next) => {
                    return self.take_place(next + 1);
                }
                // «رئيس بنك الاحتياطي في سانت لويس»
                None if matches!(self.body, Some(Some(_))) && self.opens_place(next) => return self.take_place(next + 2),
                None => self.place_end(next).is_some_and(|end| {
                    // «الوزيرة الأولى في اسكتلندا فلانة», «وزير الصحة في اليمن فلان»
                    self.links_fi || self.by_body || self.role || (self.compound || self.complement) && begins_name(block, end)
                }),
            },
            // «مدير المركز التابع لوزارة الصحة»
            "التابع" | "التابعه" if self.expects == Expects::Adjective && self.complement => {
                let owner = block.match_at(topic::OFFICE_BODIES, next, Clitics::LI.with(AL));
                if next >= self.limit || owner.is_none_or(|body| !body.reading.clitics.has(Clitics::LI)) {
                    return false;
                }
                (self.body, self.links_li) = (None, true);
                self.at = next;
                return true;
            }
            // «ممثلة كندا لدى فلسطين»: of one state at another.
            "لدي" if self.closed && self.is_place(next) => {
                self.note_body(Body::Province);
                true
            }
            "لدي" => self.is_body(next).is_some() || self.is_place(next) || self.block.match_at(topic::OFFICE_HEADS, next, AL).is_some(),
            // «النائب عن دائرة …», «النائب عن وان», «عضو المجلس عن «العمل»»
            "عن" => {
                if self.at_unlisted(next) {
                    return self.take_place(next + 1);
                }
                self.is_body(next).is_some() || self.is_place(next) || is_mark(block, next, QUOTES)
            }
            // «المبعوث إلى سوريا»
            // «المبعوث الأممي إلى سوريا», «السفير الفرنسي إلى غرب البلقان»
            "الي" if self.links_fi && self.at_region(next) => return self.take_place(next + 2),
            "الي" if self.links_fi => {
                self.is_place(next) || matches!(self.is_body(next), Some(Body::Public(_) | Body::Area)) || self.at_unlisted(next)
            }
            // «المبعوث الخاص للحوار بين أتالو وكاردين»
            "بين" if self.expects == Expects::Adjective && block.word_at(next + 1).starts_with('و') && begins_name(block, next + 2) => {
                return self.take(next + 2, Expects::Little);
            }
            // «قال المسؤول لـ "الصحيفة"»: to whom.
            // «مدير الصحة و السكان», where «و» stands by itself.
            "و" if self.expects == Expects::Adjective
                && !self.closed
                && self.is_body(next) == Some(Body::Field)
                && block.word_at(next).starts_with("ال") =>
            {
                return self.take(next + 1, Expects::Adjective);
            }
            "ل" => self.links_li && !(self.closed && is_mark(block, next, QUOTES)),
            // «المشرف العام على المشروع»
            "علي" if self.links_on && self.is_body(next).is_some() => true,
            "علي" if self.links_on && block.word_at(next).starts_with("ال") => return self.take(next + 1, Expects::Adjective),
            // «لجنة الإشراف على المستشفيات»
            "علي" if self.oversees() && block.word_at(next).starts_with("ال") => return self.take(next + 1, Expects::Adjective),
            // «المكلف بالإعلام على مستوى المديرية»
            "علي" if block.word_at(next) == "مستوي" && self.is_body(next + 1).is_some() => {
                self.at += 1;
                true
            }
            _ => return self.attached(),
        };
        // «قيادي في حركة»: an indefinite head may do without a genitive.
        let waits = self.expects == Expects::Genitive && self.complement;
        if !opens || next >= self.limit || (waits && word != "باسم") {
            return false;
        }
        self.at += 1;
        self.expects = Expects::Genitive;
        true
    }

    /// ل، ب or و attached to a body, an office or a place.
    fn attached(&mut self) -> bool {
        let v = vocabulary();
        let block = self.block;
        // «واليا منتدبا لعزازقة», «المحكمة الابتدائية بجندوبة»: a place no list knows.
        if self.expects == Expects::Adjective && self.at_unlisted_place() {
            return self.take_place(self.at + 1);
        }
        // «وزير الداخلية وترقية اللامركزية والتنمية المحلية فلان», «وزير الطوارئ وإدارة الكوارث، فلان»
        if self.expects == Expects::Adjective && !self.by_body && self.complement && !self.closed && self.goes_on_with_task() {
            return self.take(self.at + 2, Expects::Adjective);
        }
        // «مدير الإعلام والنشر في وزارة الصحة», «مدير الدراسات والتصاميم فلان»
        if self.expects == Expects::Adjective && self.complement && !self.closed && self.at_further_field() {
            return self.take(self.at + 1, Expects::Adjective);
        }
        // «للشؤون الأوروبية والأوراسية»: a further adjective of the same noun.
        if self.expects == Expects::Adjective && self.complement && self.at_further_adjective() {
            return self.take(self.at + 1, Expects::Adjective);
        }
        let carried = block.readings(self.at).iter().any(|r| r.clitics.has_any(ATTACHED));
        if !carried {
            return false;
        }
        if let Some(found) = block.match_at(topic::OFFICE_BODIES, self.at, ATTACHED.with(AL)) {
            let clitics = found.reading.clitics;
            let body = v.body(found.row);
            let allowed = if clitics.has(Clitics::LI) {
                // «نائب محافظ كذا للشؤون الأمنية»
                let due = self.expects == Expects::Adjective
                    || self.expects == Expects::Little && body == Body::Field
                    // «أمين فرع حلب لحزب العمل»
                    || self.expects == Expects::Little && self.by_body && matches!(body, Body::Public(_))
                    || self.expects == Expects::Genitive && !self.complement && self.compound;
                due && self.links_li && (self.by_body || self.role || body != Body::Private)
            } else if clitics.has(Clitics::BI) {
                // «مجلس الوزراء برئاسة الملك»
                let leads = block.match_at(topic::OFFICE_HEADS, found.tokens.end as usize, AL).is_some();
                // «الأمين العام للشؤون الفنية بمجلس الضمان الصحي»
                let construct = self.complement && !clitics.has(AL);
                (self.expects != Expects::Genitive || !self.complement) && (body != Body::Plain || construct) && !leads
            } else if clitics.has(Clitics::WA) {
                !self.closed
                    && self.complement
                    && match self.last_body {
                        Some(_) if clitics.has(AL) => {
                            self.expects == Expects::Adjective && matches!(body, Body::Field | Body::Private | Body::Public(_))
                        }
                        // «الشرق الأوسط وشمال أفريقيا»
                        Some(Body::Field) if body == Body::Field && found.tokens.len() > 1 => true,
                        Some(_) => self.expects == Expects::Genitive,
                        None => self.expects == Expects::Adjective && body == Body::Field && clitics.has(AL),
                    }
            } else {
                return false;
            };
            if !allowed || clitics.has_any(Clitics::KA.with(Clitics::FA)) {
                return false;
            }
            self.note_body(body);
            self.note_noun(body, &found);
            let whole = found.tokens.len() > 1 && block.word(found.tokens.end as usize - 1).starts_with("ال");
            let expects = if clitics.has(AL) || whole || v.is_proper(found.row) { Expects::Adjective } else { Expects::Genitive };
            return self.take(found.tokens.end as usize, expects);
        }
        if self.expects == Expects::Adjective
            && self.links_li
            && let Some(found) = block.match_at(topic::OFFICE_HEADS, self.at, Clitics::LI.with(AL))
            && found.reading.clitics.has(Clitics::LI)
        {
            self.expects = Expects::Genitive;
            let clitics = found.reading.clitics;
            let head = v.head(found.row);
            self.take_head(head, head.holders, clitics, found.tokens);
            self.complement |= clitics.has(AL);
            self.base = self.base.or(head.kind);
            // «السكرتير الصحفي لرئيس كذا»
            self.unclear &= head.kind.is_none();
            return true;
        }
        let link = if self.links_li { Clitics::LI } else { Clitics::NONE }.with(Clitics::BI);
        for topic in [topic::COUNTRIES, topic::CITIES] {
            // «سفير جمهورية كذا بالجزائر»
            let posted = self.expects == Expects::Little && self.links_fi && block.word(self.at).starts_with('ب');
            if (self.expects == Expects::Adjective || posted)
                && let Some(found) = block.match_at(topic, self.at, link)
                && found.reading.clitics != Clitics::NONE
                && (found.reading.clitics.has(Clitics::LI) || self.complement && (self.by_body || self.links_fi))
            {
                return self.take_place(found.tokens.end as usize);
            }
        }
        // «المؤسسة العامة للخطوط الحديدية»
        if self.expects == Expects::Adjective
            && self.links_li
            && self.by_body
            && matches!(self.last_body, Some(Body::Public(_) | Body::Private))
            && block.word(self.at).strip_prefix("لل").is_some_and(|stem| v.is_noun(stem) || begins_name(block, self.at + 1))
        {
            return self.take(self.at + 1, Expects::Adjective);
        }
        // «رئيس المكتب المحلي لحماية الدستور»: a noun in construct, and the name behind it.
        if self.expects == Expects::Adjective
            && self.links_li
            && self.last_body.is_some()
            && block.word(self.at).strip_prefix('ل').is_some_and(|stem| v.is_noun(stem))
            && (block.word_at(self.at + 1).starts_with("ال") || self.is_place(self.at + 1))
            && begins_name(block, self.at + 2)
        {
            return self.take(self.at + 2, Expects::Adjective);
        }
        // «حزب المساواة وديمقراطية الشعوب»
        if self.expects == Expects::Adjective
            && self.last_body == Some(Body::Public(OfficialKind::Party))
            && block.word(self.at).strip_prefix('و').is_some_and(|stem| v.is_noun(stem))
            && block.match_at(topic::OFFICE_HEADS, self.at, Clitics::WA).is_none()
            && block.word_at(self.at + 1).starts_with("ال")
        {
            return self.take(self.at + 2, Expects::Adjective);
        }
        // «الجبيل وينبع», «وزيرا خارجية مصر وقطر»
        let more = if self.many { [topic::CITIES, topic::COUNTRIES] } else { [topic::CITIES; 2] };
        if self.expects == Expects::Little
            && let Some(found) = more.into_iter().find_map(|topic| block.match_at(topic, self.at, Clitics::WA))
            && found.reading.clitics == Clitics::WA
            && more.into_iter().any(|topic| block.match_at(topic, self.at - 1, ATTACHED).is_some())
        {
            return self.take(found.tokens.end as usize, Expects::Little);
        }
        // «وزيراً لها»
        if self.role && matches!(block.word(self.at), "لها" | "له" | "لهم") {
            self.refers = true;
            let here = matches!(block.word_at(self.at + 1), "هناك" | "هنا");
            return self.take(self.at + 1 + usize::from(here), Expects::Little);
        }
        false
    }

    /// «وترقية اللامركزية»: another thing a minister is for, a noun in construct; a name, a comma or a further one follows.
    fn goes_on_with_task(&self) -> bool {
        let block = self.block;
        let v = vocabulary();
        let Some(stem) = block.word(self.at).strip_prefix('و') else { return false };
        let task = v.sort(block, self.at) != Sort::Verb;
        let person = [topic::OFFICE_HEADS, topic::TITLES].iter().any(|&topic| block.match_at(topic, self.at, Clitics::WA).is_some());
        let behind = self.at + 2;
        task && !person
            && stem.len() > 6
            && !stem.starts_with("ال")
            && block.word_at(self.at + 1).starts_with("ال")
            && (is_mark(block, behind, &["،", ","]) || block.word_at(behind).starts_with("وال") || begins_name(block, behind))
    }

    /// «والنشر»: a definite noun joined to another, before the body both belong to, a further one or the name.
    fn at_further_field(&self) -> bool {
        let block = self.block;
        let v = vocabulary();
        let next = self.at + 1;
        let joined = block.word(self.at).starts_with("وال") && v.sort(block, self.at) != Sort::Verb;
        let in_body = || {
            let attached = block.match_at(topic::OFFICE_BODIES, next, Clitics::BI.with(AL));
            attached.is_some_and(|body| body.reading.clitics.has(Clitics::BI))
                || block.word_at(next) == "في" && self.is_body(next + 1).is_some()
        };
        joined
            && !self.joins_another()
            && next < self.limit
            && (in_body() || block.word_at(next).starts_with("وال") || begins_name(block, next))
    }

    /// «والأوراسية» behind «الأوروبية»: both feminine adjectives by their endings, and no body or office.
    fn at_further_adjective(&self) -> bool {
        let block = self.block;
        let feminine = |word: &str| word.starts_with("ال") && word.ends_with("يه");
        let further = block.word(self.at).strip_prefix('و').is_some_and(feminine) && feminine(block.word(self.at - 1));
        further && !self.joins_another() && block.match_at(topic::OFFICE_BODIES, self.at - 1, AL).is_none()
    }

    /// «والوزير», «والهيئة»: an office, title or body of its own, with or without its conjunction and article.
    fn joins_another(&self) -> bool {
        [topic::OFFICE_HEADS, topic::TITLES, topic::OFFICE_BODIES]
            .iter()
            .any(|&topic| self.block.match_at(topic, self.at, Clitics::WA.with(AL)).is_some())
    }

    /// An unknown word with ل behind a post somebody is given, or with ب and a ta marbuta behind a public body.
    fn at_unlisted_place(&self) -> bool {
        let block = self.block;
        if vocabulary().sort(block, self.at) != Sort::Unknown || block.word(self.at).chars().count() < 5 {
            return false;
        }
        match block.word(self.at).chars().next() {
            Some('ل') => {
                let ends = !block.is_word(self.at + 1) || begins_name(block, self.at + 1);
                self.links_li && !self.by_body && (self.role || ends && block.last_letter(self.at) == Some('ة'))
            }
            // «المجلس الجهوي بتيراكو محمد …»: before a known first name, no first name itself.
            Some('ب') => {
                let known = || matches!(vocabulary().sort(block, self.at + 1), Sort::Given) && begins_name(block, self.at + 1);
                matches!(self.body, Some(Some(_))) && (block.last_letter(self.at) == Some('ة') || known())
            }
            _ => false,
        }
    }
}
