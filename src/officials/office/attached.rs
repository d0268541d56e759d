//! What joins body, state or task to an office as a letter of its first word: ل، ب، و.

use super::{AL, ATTACHED, Expects, Reader};
use crate::analysis::OfficialKind;
use crate::lexicon::{Match, topic};
use crate::officials::name::begins_name;
use crate::officials::vocabulary::{Body, Sort, is_mark, vocabulary};
use crate::text::Clitics;

impl Reader<'_, '_> {
    /// ل، ب or و attached to a body, an office, a place or a noun.
    pub(super) fn attached(&mut self) -> bool {
        if self.expects == Expects::Adjective && self.further() {
            return true;
        }
        let carried = self.block.readings(self.at).iter().any(|r| r.clitics.has_any(ATTACHED));
        if !carried {
            return false;
        }
        if let Some(found) = self.block.match_at(topic::OFFICE_BODIES, self.at, ATTACHED.with(AL)) {
            return self.attached_body(&found);
        }
        self.attached_head() || self.attached_place() || self.attached_noun() || self.joined_place() || self.pronoun()
    }

    /// Behind a definite word: a place no list knows, or a further task, field or adjective.
    fn further(&mut self) -> bool {
        // «واليا منتدبا لعزازقة», «المحكمة الابتدائية بجندوبة»
        if self.at_unlisted_place() {
            return self.take_place(self.at + 1);
        }
        let goes_on = self.complement && !self.closed;
        // «وزير الداخلية وترقية اللامركزية والتنمية المحلية فلان», «وزير الطوارئ وإدارة الكوارث، فلان»
        if goes_on && !self.by_body && self.goes_on_with_task() {
            return self.take(self.at + 2, Expects::Adjective);
        }
        // «مدير الإعلام والنشر في وزارة الصحة», «مدير الدراسات والتصاميم فلان»
        // «للشؤون الأوروبية والأوراسية»: a further adjective of the same noun.
        if goes_on && self.at_further_field() || self.complement && self.at_further_adjective() {
            return self.take(self.at + 1, Expects::Adjective);
        }
        false
    }

    fn attached_body(&mut self, found: &Match) -> bool {
        let v = vocabulary();
        let clitics = found.reading.clitics;
        let body = v.body(found.row);
        let joins = if clitics.has(Clitics::LI) {
            self.li_joins(body)
        } else if clitics.has(Clitics::BI) {
            self.bi_joins(body, found)
        } else {
            clitics.has(Clitics::WA) && self.wa_joins(body, found)
        };
        if !joins || clitics.has_any(Clitics::KA.with(Clitics::FA)) {
            return false;
        }
        self.note_body(body);
        self.note_noun(body, found);
        let end = found.tokens.end as usize;
        let whole = found.tokens.len() > 1 && self.block.word(end - 1).starts_with("ال");
        let expects = if clitics.has(AL) || whole || v.is_proper(found.row) { Expects::Adjective } else { Expects::Genitive };
        self.take(end, expects)
    }

    /// «نائب محافظ كذا للشؤون الأمنية»
    fn li_joins(&self, body: Body) -> bool {
        let due = match self.expects {
            Expects::Adjective => true,
            // «أمين فرع حلب لحزب العمل»
            Expects::Little => body == Body::Field || self.by_body && matches!(body, Body::Public(_)),
            Expects::Genitive => !self.complement && self.compound,
        };
        due && self.links_li && (self.by_body || self.role || body != Body::Private)
    }

    /// «الأمين العام للشؤون الفنية بمجلس الضمان الصحي»
    fn bi_joins(&self, body: Body, found: &Match) -> bool {
        // «مجلس الوزراء برئاسة الملك»
        let leads = self.block.match_at(topic::OFFICE_HEADS, found.tokens.end as usize, AL).is_some();
        let construct = self.complement && !found.reading.clitics.has(AL);
        (self.expects != Expects::Genitive || !self.complement) && (body != Body::Plain || construct) && !leads
    }

    /// «وزير الشباب والرياضة»
    fn wa_joins(&self, body: Body, found: &Match) -> bool {
        let definite = found.reading.clitics.has(AL);
        let joins = match self.last_body {
            Some(_) if definite => self.expects == Expects::Adjective && matches!(body, Body::Field | Body::Private | Body::Public(_)),
            // «الشرق الأوسط وشمال أفريقيا»
            Some(Body::Field) if body == Body::Field && found.tokens.len() > 1 => true,
            Some(_) => self.expects == Expects::Genitive,
            None => self.expects == Expects::Adjective && body == Body::Field && definite,
        };
        joins && !self.closed && self.complement
    }

    /// «السكرتير الصحفي لرئيس كذا»
    fn attached_head(&mut self) -> bool {
        if self.expects != Expects::Adjective || !self.links_li {
            return false;
        }
        let Some(found) = self.block.match_at(topic::OFFICE_HEADS, self.at, Clitics::LI.with(AL)) else { return false };
        let clitics = found.reading.clitics;
        if !clitics.has(Clitics::LI) {
            return false;
        }
        let head = vocabulary().head(found.row);
        self.take_head(head, head.holders, clitics, found.tokens);
        self.complement |= clitics.has(AL);
        self.base = self.base.or(head.kind);
        self.unclear &= head.kind.is_none();
        true
    }

    fn attached_place(&mut self) -> bool {
        // «سفير جمهورية كذا بالجزائر»
        let posted = self.expects == Expects::Little && self.links_fi && self.block.word(self.at).starts_with('ب');
        if self.expects != Expects::Adjective && !posted {
            return false;
        }
        let link = if self.links_li { Clitics::LI } else { Clitics::NONE }.with(Clitics::BI);
        let joins =
            |clitics: Clitics| clitics != Clitics::NONE && (clitics.has(Clitics::LI) || self.complement && (self.by_body || self.links_fi));
        let mut places = [topic::COUNTRIES, topic::CITIES].into_iter().filter_map(|topic| self.block.match_at(topic, self.at, link));
        let place = places.find(|found| joins(found.reading.clitics));
        place.is_some_and(|found| self.take_place(found.tokens.end as usize))
    }

    /// A noun that is no body: what an institution, an office or a party is for.
    fn attached_noun(&mut self) -> bool {
        if self.expects != Expects::Adjective {
            return false;
        }
        let (block, v) = (self.block, vocabulary());
        let next = self.at + 1;
        let word = block.word(self.at);
        let is_noun = |stem: Option<&str>| stem.is_some_and(|stem| v.is_noun(stem));
        let definite = block.word_at(next).starts_with("ال");
        // «المؤسسة العامة للخطوط الحديدية»
        let of_body = self.links_li && self.by_body && matches!(self.last_body, Some(Body::Public(_) | Body::Private));
        if of_body && word.strip_prefix("لل").is_some_and(|stem| v.is_noun(stem) || begins_name(block, next)) {
            return self.take(next, Expects::Adjective);
        }
        // «رئيس المكتب المحلي لحماية الدستور»: a noun in construct, and the name behind it.
        let construct = self.links_li && self.last_body.is_some() && is_noun(word.strip_prefix('ل'));
        // «حزب المساواة وديمقراطية الشعوب»
        let of_party = self.last_body == Some(Body::Public(OfficialKind::Party))
            && is_noun(word.strip_prefix('و'))
            && block.match_at(topic::OFFICE_HEADS, self.at, Clitics::WA).is_none();
        let governs = construct && (definite || self.is_place(next)) && begins_name(block, next + 1) || of_party && definite;
        governs && self.take(next + 1, Expects::Adjective)
    }

    /// «الجبيل وينبع», «وزيرا خارجية مصر وقطر»
    fn joined_place(&mut self) -> bool {
        let places = if self.many { [topic::CITIES, topic::COUNTRIES] } else { [topic::CITIES; 2] };
        let found_at = |at, clitics| places.into_iter().find_map(|topic| self.block.match_at(topic, at, clitics));
        let joined = || found_at(self.at, Clitics::WA).filter(|found| found.reading.clitics == Clitics::WA);
        let Some(found) = (self.expects == Expects::Little).then(joined).flatten() else { return false };
        found_at(self.at - 1, ATTACHED).is_some() && self.take(found.tokens.end as usize, Expects::Little)
    }

    /// «وزيراً لها»
    fn pronoun(&mut self) -> bool {
        if !self.role || !matches!(self.block.word(self.at), "لها" | "له" | "لهم") {
            return false;
        }
        self.refers = true;
        let here = matches!(self.block.word_at(self.at + 1), "هناك" | "هنا");
        self.take(self.at + 1 + usize::from(here), Expects::Little)
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
