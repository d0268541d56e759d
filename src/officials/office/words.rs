//! The words of an office phrase, one after the other: a head within it, bodies, modifiers, places, nisbas, and words that may
//! be none of these.

use super::{AL, Expects, Reader, may_have_pronoun};
use crate::analysis::OfficialKind;
use crate::lexicon::topic;
use crate::officials::name::{Evidence, begins_name, hyphen, name_at};
use crate::officials::vocabulary::{Body, Sort, vocabulary};
use crate::text::Clitics;

impl Reader<'_, '_> {
    /// «مطار الملك فهد»: a thing and the name it bears.
    pub(super) fn namesake(&mut self) -> bool {
        let Some(before) = self.at.checked_sub(1) else { return false };
        if self.expects != Expects::Genitive || !vocabulary().is_named_after(self.block, before) {
            return false;
        }
        let title = self.block.match_at(topic::TITLES, self.at, AL);
        let start = title.map_or(self.at, |title| title.tokens.end as usize);
        let evidence = if title.is_some() { Evidence::Strong } else { Evidence::Weak };
        let Some(name) = name_at(self.block, start, self.at, evidence) else { return false };
        if title.is_none() && name.units > 2 {
            return false;
        }
        self.take(name.end, Expects::Adjective)
    }

    pub(super) fn inner_head(&mut self) -> bool {
        if self.expects != Expects::Genitive {
            return false;
        }
        // «نائب رئيسه»
        let Some(found) = self.block.match_at(topic::OFFICE_HEADS, self.at, AL.with(Clitics::PRONOUN)) else { return false };
        let own = may_have_pronoun(self.block, self.at, &found);
        if found.reading.clitics.has(Clitics::PRONOUN) && !own {
            return false;
        }
        let head = vocabulary().head(found.row);
        let clitics = found.reading.clitics;
        self.take_head(head, head.holders, clitics, found.tokens);
        self.complement |= clitics.has(AL) || own;
        if own {
            (self.expects, self.refers) = (Expects::Adjective, true);
        }
        self.base = head.kind;
        (self.by_body, self.head_by_body) = (head.by_body, head.by_body);
        self.links_li |= head.links_li;
        self.links_fi |= head.links_fi;
        self.links_name |= head.links_name;
        self.links_on = head.links_on;
        self.rules_place |= head.rules_place;
        true
    }

    pub(super) fn body(&mut self) -> bool {
        let Some(found) = self.block.match_at(topic::OFFICE_BODIES, self.at, AL.with(Clitics::PRONOUN)) else { return false };
        let pronoun = found.reading.clitics.has(Clitics::PRONOUN);
        let definite = found.reading.clitics.has(AL) || pronoun;
        if self.expects != Expects::Genitive || pronoun && !self.block.may_end_in_pronoun(self.at) {
            return false;
        }
        let body = vocabulary().body(found.row);
        // «منظمة اليونسكو»: the name of its own says what the noun before it does not.
        if self.last_body == Some(Body::Private) && vocabulary().is_proper(found.row) {
            self.body = None;
        }
        // «عضو المجلس», «وزير خارجيتها»
        self.refers |= pronoun || body == Body::Plain && definite && found.tokens.len() == 1;
        self.note_noun(body, &found);
        self.note_body(body);
        let whole =
            vocabulary().is_proper(found.row) || found.tokens.len() > 1 && self.block.word(found.tokens.end as usize - 1).starts_with("ال");
        self.take(found.tokens.end as usize, if definite || whole { Expects::Adjective } else { Expects::Genitive })
    }

    pub(super) fn modifier(&mut self) -> bool {
        let block = self.block;
        let Some(found) = block.match_at(topic::OFFICE_MODIFIERS, self.at, AL) else { return false };
        let definite = found.reading.clitics.has(AL);
        let end = found.tokens.end as usize;
        let kind = vocabulary().modifier_kind(found.row).filter(|_| definite);
        if let Some(kind) = kind.filter(|_| !self.complement) {
            self.note_body(Body::Public(kind));
            return self.take(end, Expects::Adjective);
        }
        if definite && self.expects == Expects::Genitive && !self.complement {
            return self.take(end, Expects::Adjective);
        }
        // An indefinite adjective qualifies an indefinite head: in «حركة حماس سامي …» a name begins.
        let adverb = self.block.word(self.at).starts_with("بال") || found.tokens.len() > 1;
        // «الوكيل أول للمحافظة», as ranks are written.
        let adverb = adverb || self.block.word(self.at) == "اول";
        if !definite && !adverb && self.expects != Expects::Genitive && !self.role {
            return false;
        }
        // «المكلف بتسيير شؤونها»: with what.
        if definite && self.complement && self.at_charge(end) {
            return self.take(end + 2, Expects::Adjective);
        }
        // «وزير سابق للبريد»: an indefinite office, and its body behind ل.
        let linked = self.links_li && block.word_at(end).starts_with('ل') && block.readings(end).iter().all(|r| r.clitics != Clitics::NONE);
        if !definite && linked && self.expects == Expects::Genitive && !self.complement {
            self.expects = Expects::Adjective;
        }
        // Leaves what is expected as it was: «مدير عام» still waits for its body.
        self.at = end;
        self.end = end;
        true
    }

    pub(super) fn place(&mut self) -> bool {
        // «الاتحاد الأوروبي», «البيت الأبيض» are in both lists: as a body they say more.
        let says_more = match self.is_body(self.at) {
            Some(Body::Public(OfficialKind::Igo)) => true,
            Some(Body::Public(_)) => self.block.match_at(topic::CITIES, self.at, Clitics::NONE).is_some(),
            _ => false,
        };
        if self.expects != Expects::Genitive || says_more {
            return false;
        }
        let Some(end) = self.place_end(self.at) else { return false };
        // «المتحدث باسم الكرملين», «أمين جدة»
        if (self.by_place || self.links_name) && !self.complement {
            self.note_body(Body::Province);
        }
        self.take_place(end)
    }

    pub(super) fn nisba(&mut self) -> bool {
        let Some(found) = self.block.match_at(topic::NISBAS, self.at, AL) else { return false };
        let end = found.tokens.end as usize;
        if found.reading.clitics.has(AL) {
            self.closed = true;
            return self.take(end, Expects::Adjective);
        }
        if self.expects == Expects::Genitive && !self.complement {
            self.indefinite = true;
        }
        false
    }

    /// «بتسيير شؤونها», «بتدبير المرحلة» behind «المكلف»: a verbal noun, and what it governs.
    fn at_charge(&self, at: usize) -> bool {
        let block = self.block;
        let task = block.word_at(at).strip_prefix('ب').is_some_and(|noun| noun.len() >= 8 && !noun.starts_with("ال"));
        let governed = block.word_at(at + 1);
        task && block.word(at - 1).starts_with("المكلف") && at + 2 <= self.limit && (governed.starts_with("ال") || governed.ends_with("ها"))
    }

    /// The word before `next` has the article and a ta marbuta as the one before it has, and a name or a title follows.
    fn agrees(&self, next: usize) -> bool {
        let block = self.block;
        // What has the article has no pronoun.
        let feminine = |at: usize| block.word(at).starts_with("ال") && block.word(at).ends_with('ه');
        let title = || block.match_at(topic::TITLES, next, AL).is_some();
        self.complement && feminine(next - 1) && feminine(next - 2) && (begins_name(block, next) || title())
    }

    /// Another adjective or a title stands at `next`: no name ends before it.
    fn goes_on_with_office(&self, next: usize) -> bool {
        let v = vocabulary();
        self.block.is_word(next) && (v.is_quality(self.block.word(next)) || v.is_title(self.block, next))
    }

    /// A word that is none of these: an adjective, a noun, or a name.
    pub(super) fn other_word(&mut self) -> bool {
        match self.expects {
            Expects::Adjective => self.other_adjective(),
            Expects::Genitive => self.other_genitive(),
            Expects::Little => false,
        }
    }

    fn other_adjective(&mut self) -> bool {
        let next = self.at + 1;
        let word = self.block.word(self.at);
        if !self.complement && self.links_li && word.starts_with("لل") && word.len() > 8 {
            self.unclear = true;
            return self.take(next, Expects::Adjective);
        }
        if !word.starts_with("ال") {
            return false;
        }
        if self.is_adjective(word, next) {
            // «المستشار القانوني» may be anybody's.
            self.unclear |= !self.complement;
            return self.take(next, Expects::Adjective);
        }
        if !self.closed && self.is_unlisted_nisba(word, next) {
            self.closed = true;
            return self.take(next, Expects::Adjective);
        }
        false
    }

    /// The definite word before `next` describes the noun before it, and is no family name.
    fn is_adjective(&self, word: &str, next: usize) -> bool {
        let (block, v) = (self.block, vocabulary());
        let quality = v.is_quality(word);
        if quality && !matches!(v.sort(block, self.at), Sort::Given | Sort::Shared | Sort::Family) {
            return true;
        }
        // «التنمية الريفية»: no family name ends so.
        let feminine = || word.ends_with("يه") && (block.last_letter(self.at) == Some('ة') || !block.orthography.tells_ta);
        self.complement && word.len() > 10 && feminine()
            // «شركة الواحة القابضة فلان», «الهيئة العالمية»: it agrees with the noun before.
            || self.agrees(next)
            // «المجلس العلمي المحلي», «المجلس العلمي السيد فلان»: a family name elsewhere.
            || self.complement && quality && self.goes_on_with_office(next)
    }

    /// «نائب الرئيس الطاجيكي يوسف …»: a nisba the lexicon lacks; no family name stands before a first name.
    fn is_unlisted_nisba(&self, word: &str, next: usize) -> bool {
        let (block, v) = (self.block, vocabulary());
        let before_name = || matches!(v.sort(block, next), Sort::Given | Sort::Shared);
        v.sort(block, self.at) == Sort::Definite
            && (word.ends_with('ي') && (before_name() || self.complement && v.is_title(block, next))
                // «النائب المتشدد حميد …»
                || !self.complement && word.starts_with("الم") && begins_name(block, next))
    }

    fn other_genitive(&mut self) -> bool {
        let (block, v) = (self.block, vocabulary());
        let next = self.at + 1;
        let word = block.word(self.at);
        let sort = v.sort(block, self.at);
        let title = || !self.complement && block.match_at(topic::TITLES, self.at, AL).is_some();
        if word.starts_with("ال") && !matches!(sort, Sort::Given | Sort::Verb) && !title() {
            self.unclear = true;
            return self.take(next, Expects::Adjective);
        }
        if let Some(end) = self.end_of_unlisted_place(sort, next) {
            return self.take_place(end);
        }
        if sort == Sort::Other && v.is_noun(word) {
            self.unclear = true;
            return self.take(next, Expects::Genitive);
        }
        false
    }

    /// Behind a place that no list knows, or that is called like a person: only what stands around it tells.
    fn end_of_unlisted_place(&self, sort: Sort, next: usize) -> Option<usize> {
        let (block, v) = (self.block, vocabulary());
        let area = matches!(self.last_body, Some(Body::Area | Body::Province));
        let waits_for_place = self.rules_place && !self.complement || area || !self.complement && !self.head_by_body;
        let first = matches!(sort, Sort::Given | Sort::Shared);
        // «مختار منطقة جابر الأحمد فهد خلف»: an area that bears somebody's name.
        let by_person = || area && first && matches!(v.sort(block, next), Sort::Family | Sort::Definite) && begins_name(block, next + 1);
        // «رئيسة وزراء فيكتوريا جاسمين كيلر»: who governs, governs something.
        let governed = || waits_for_place && !self.complement && first && begins_name(block, next);
        // «نيو مكسيكو», «سانتا في»
        let of_two = || self.opens_place(self.at) && (waits_for_place || sort == Sort::Unknown && self.complement);
        // «محلية ود الماحي فلان فلان»: a place called after a forefather.
        let by_forefather = || area && sort == Sort::Kin && block.is_word(next) && begins_name(block, next + 1);
        // «محافظ سين-سان-دوني»
        let joined = || hyphen(block, next) && sort != Sort::Other;
        // «مدير ناحية بحركة فلان فلان», «حاكم ولاية ميراندا فلان فلان»: an area bears a name, whatever word that is.
        let of_area = || {
            area && (sort == Sort::Verb
                || !block.word(self.at).starts_with("ال") && !v.is_function(block, self.at) && begins_name(block, next))
        };
        if by_person() {
            return Some(next + 1);
        }
        if governed() {
            return Some(next);
        }
        if of_two() || by_forefather() {
            return Some(next + 1);
        }
        // «مدير شرطة بارق»: a noun in construct takes what follows.
        let construct = sort == Sort::Unknown && self.complement;
        (construct || waits_for_place && (sort == Sort::Unknown || joined() || of_area())).then_some(next)
    }
}
