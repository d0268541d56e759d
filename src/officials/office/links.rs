//! What joins body, state or task to an office by a word of its own: في، لدى، باسم، عن، إلى، على.

use super::{AL, Expects, QUOTES, Reader};
use crate::lexicon::topic;
use crate::officials::name::{Evidence, begins_name, name_at, nameable};
use crate::officials::vocabulary::{Body, Reach, is_mark, vocabulary};
use crate::text::Clitics;

impl Reader<'_, '_> {
    /// في، لدى، باسم، ل، ب، و and what they join.
    pub(super) fn linked(&mut self) -> bool {
        let next = self.at + 1;
        match self.block.word(self.at) {
            "باسم" => self.in_the_name_of(next),
            "باسمه" | "باسمها" | "باسمهم" if self.links_name => {
                self.refers = true;
                self.take(next, Expects::Adjective)
            }
            "في" => self.within(next),
            "التابع" | "التابعه" if self.expects == Expects::Adjective && self.complement => self.belonging_to(next),
            "لدي" => self.accredited_to(next),
            "عن" => self.standing_for(next),
            "الي" if self.links_fi => self.sent_to(next),
            // «المبعوث الخاص للحوار بين أتالو وكاردين»
            "بين" if self.expects == Expects::Adjective && self.are_two_names(next) => self.take(next + 2, Expects::Little),
            // «مدير الصحة و السكان», where «و» stands by itself.
            "و" if self.expects == Expects::Adjective && !self.closed && self.is_definite_field(next) => {
                self.take(next + 1, Expects::Adjective)
            }
            // «قال المسؤول لـ "الصحيفة"»: to whom.
            "ل" => self.links_li && !(self.closed && is_mark(self.block, next, QUOTES)) && self.opens_genitive(),
            "علي" => self.in_charge_of(next) || self.attached(),
            _ => self.attached(),
        }
    }

    /// A genitive follows the link at `at`, if none is due yet: an indefinite head may do without, as in «قيادي في حركة».
    fn opens_genitive(&mut self) -> bool {
        let due = self.expects == Expects::Genitive && self.complement;
        !due && self.opens_any_genitive()
    }

    fn opens_any_genitive(&mut self) -> bool {
        if self.at + 1 >= self.limit {
            return false;
        }
        self.at += 1;
        self.expects = Expects::Genitive;
        true
    }

    /// باسم: a body, an office or, by itself, a name.
    fn in_the_name_of(&mut self, next: usize) -> bool {
        if let Some(end) = self.end_of_whom(next).filter(|_| self.links_name) {
            self.refers = true;
            return self.take_place(end);
        }
        let again = std::mem::replace(&mut self.voices, true);
        !again && self.opens_any_genitive()
    }

    /// Behind the name of whom a spokesperson speaks for.
    fn end_of_whom(&mut self, next: usize) -> Option<usize> {
        let (block, v) = (self.block, vocabulary());
        if let Some((row, phrase)) = v.holder_at(block, next) {
            self.note_body(Body::Public(v.holder_kind(row)));
            return Some(phrase.tokens.end as usize);
        }
        if self.voices || !nameable(v.sort(block, next)) {
            return None;
        }
        // «المتحدثة باسم أشتون»: by itself a name, whose post she shares.
        if !block.is_word(next + 1) {
            return Some(next + 1);
        }
        // «سامر الحلبي، المتحدث باسم محمود رضائي، قال»: by both.
        let comma = |at| is_mark(block, at, &["،", ","]);
        if self.start == 0 || !comma(self.start - 1) {
            return None;
        }
        let name = name_at(block, next, next, Evidence::Strong)?;
        (name.units > 1 && comma(name.end)).then_some(name.end)
    }

    /// في: a body, a region or a place.
    fn within(&mut self, next: usize) -> bool {
        let of_public = matches!(self.body, Some(Some(_)));
        match self.is_body(next) {
            Some(Body::Plain) => self.by_body && self.expects == Expects::Adjective && !self.closed && self.opens_genitive(),
            Some(_) => self.opens_genitive(),
            // «المفوض المساعد للشرطة في جايبور»
            // «الممثل الخاص لكذا في جنوب القوقاز»
            None if self.links_fi && self.complement && self.at_region(next) => self.take_place(next + 2),
            None if of_public && !self.is_place(next) && self.at_unlisted(next) => self.take_place(next + 1),
            // «رئيس بنك الاحتياطي في سانت لويس»
            None if of_public && self.opens_place(next) => self.take_place(next + 2),
            None => {
                let posted = self.place_end(next).is_some_and(|end| {
                    // «الوزيرة الأولى في اسكتلندا فلانة», «وزير الصحة في اليمن فلان»
                    self.links_fi || self.by_body || self.role || (self.compound || self.complement) && begins_name(self.block, end)
                });
                posted && self.opens_genitive()
            }
        }
    }

    /// «مدير المركز التابع لوزارة الصحة»
    fn belonging_to(&mut self, next: usize) -> bool {
        let owner = self.block.match_at(topic::OFFICE_BODIES, next, Clitics::LI.with(AL));
        if next >= self.limit || owner.is_none_or(|body| !body.reading.clitics.has(Clitics::LI)) {
            return false;
        }
        (self.body, self.links_li) = (None, true);
        self.at = next;
        true
    }

    /// لدى: the body or state where somebody stands for another.
    fn accredited_to(&mut self, next: usize) -> bool {
        let place = self.is_place(next);
        // «ممثلة كندا لدى فلسطين»: of one state at another.
        if self.closed && place {
            self.note_body(Body::Province);
        }
        let known = place || self.is_body(next).is_some() || self.block.match_at(topic::OFFICE_HEADS, next, AL).is_some();
        known && self.opens_genitive()
    }

    /// «النائب عن دائرة …», «النائب عن وان», «عضو المجلس عن «العمل»»
    fn standing_for(&mut self, next: usize) -> bool {
        if self.at_unlisted(next) {
            return self.take_place(next + 1);
        }
        (self.is_body(next).is_some() || self.is_place(next) || is_mark(self.block, next, QUOTES)) && self.opens_genitive()
    }

    /// «المبعوث إلى سوريا», «السفير الفرنسي إلى غرب البلقان»
    fn sent_to(&mut self, next: usize) -> bool {
        if self.at_region(next) {
            return self.take_place(next + 2);
        }
        let known = self.is_place(next) || matches!(self.is_body(next), Some(Body::Public(_) | Body::Area)) || self.at_unlisted(next);
        known && self.opens_genitive()
    }

    /// على: what somebody oversees, or the level of an office.
    fn in_charge_of(&mut self, next: usize) -> bool {
        let definite = self.block.word_at(next).starts_with("ال");
        // «المشرف العام على المشروع»
        if self.links_on && self.is_body(next).is_some() {
            return self.opens_genitive();
        }
        // «لجنة الإشراف على المستشفيات»
        if definite && (self.links_on || self.oversees()) {
            return self.take(next + 1, Expects::Adjective);
        }
        // «المكلف بالإعلام على مستوى المديرية»
        let level = self.block.word_at(next) == "مستوي" && self.is_body(next + 1).is_some() && self.opens_genitive();
        self.at += usize::from(level);
        level
    }

    /// The last word is a masdar whose object has «على» before it.
    fn oversees(&self) -> bool {
        let masdar = self.block.word(self.at - 1).trim_start_matches("ال");
        self.complement && vocabulary().reach(masdar) == Some(Reach::Oversight)
    }

    fn are_two_names(&self, at: usize) -> bool {
        self.block.word_at(at + 1).starts_with('و') && begins_name(self.block, at + 2)
    }

    fn is_definite_field(&self, at: usize) -> bool {
        self.is_body(at) == Some(Body::Field) && self.block.word_at(at).starts_with("ال")
    }
}
