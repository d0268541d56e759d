//! Office phrases, with or without a name beside them: «وزير الخارجية الأميركي», «المتحدث باسم الجيش», «وزيراً للإعلام في
//! كازاخستان». A grammar over heads, bodies and modifiers, not a list of titles.

use super::name::{Evidence, begins_name, hyphen, name_at};
use super::vocabulary::{Body, Head, Holders, Sort, is_mark, vocabulary};
use crate::analysis::OfficialKind;
use crate::lexicon::{Match, WordId};
use crate::text::{Block, Clitics, Phrase, Span, TokenKind};

/// An office phrase found in a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfficePhrase {
    /// From the head to the last word of body, state and modifiers; the clitics attached before the head stay outside.
    pub phrase: Phrase,
    /// Where reading goes on: behind the phrase and an acronym in brackets after it.
    pub resume: usize,
    /// `None`: a post that is no public office (of a company, club, university …).
    pub kind: Option<OfficialKind>,
    pub holders: Holders,
    /// The head alone, with the article: «الوزير».
    pub bare: bool,
    /// A state, place or nisba closes it: what follows with و is another office.
    pub closed: bool,
    /// The clitics before the head, its article among them.
    pub clitics: Clitics,
    /// Its body is one named before: «نائبه», «عضو المجلس».
    pub refers: bool,
    /// The noun of its body, with the article and nothing behind it: «المتحدث باسم المؤسسة». The text has named it in full.
    pub body_noun: Option<WordId>,
}

/// No office phrase is longer than this many tokens.
const LONGEST_OFFICE: usize = 22;

const AL: Clitics = Clitics::AL;
const QUOTES: &[&str] = &["«", "\"", "“", "”"];
const QUOTES_CLOSED: &[&str] = &["»", "\"", "”", "“"];
const ATTACHED: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION);

/// What the phrase read so far waits for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expects {
    /// Its last word is in construct: a genitive must follow.
    Genitive,
    /// Its last word is definite: adjectives, ل and في may follow.
    Adjective,
    /// A state or place closed it: little may follow.
    Little,
}

/// The longest office phrase whose head is token `at`, whatever clitics it carries.
pub(crate) fn office_at(block: &Block, at: usize) -> Option<OfficePhrase> {
    let head = block.match_at(vocabulary().heads, at, ATTACHED.with(AL).with(Clitics::PRONOUN))?;
    if is_other_word(block, at) {
        return None;
    }
    if head.reading.clitics.has(Clitics::PRONOUN) {
        return read_office(block, at, &head, true);
    }
    // «نائبه», which is spelt like «نائبة»: the feminine, if anything follows that makes it an office.
    read_office(block, at, &head, false).or_else(|| read_office(block, at, &head, true))
}

/// `own`: the head has a pronoun, which stands for body or superior («نائبه», «مستشارها»).
fn read_office(block: &Block, at: usize, head_match: &Match, own: bool) -> Option<OfficePhrase> {
    let head = vocabulary().head(head_match.row);
    let clitics = head_match.reading.clitics;
    let head_end = head_match.tokens.end as usize;
    if own && !may_have_pronoun(block, at, head_match) {
        return None;
    }
    // «وزيراً للمالية» is one, «وزيرا المالية والدفاع» are two.
    let holders = match head.holders {
        // «مبعوثا النرويج وكوبا» are two as well.
        Holders::Role if !clitics.has(AL) && block.word(at).ends_with('ا') && is_genitive(block, head_end) => Holders::Many,
        holders => holders,
    };
    let mut reader = Reader {
        block,
        at: head_end,
        end: head_end,
        limit: (at + LONGEST_OFFICE).min(block.sentence_of(at).end as usize),
        expects: Expects::Genitive,
        complement: false,
        closed: false,
        indefinite: false,
        base: head.kind,
        by_body: head.by_body,
        head_by_body: head.by_body,
        links_li: head.links_li,
        links_fi: head.links_fi,
        links_name: head.links_name,
        rules_place: head.rules_place,
        by_place: head.by_place,
        role: holders == Holders::Role,
        many: holders == Holders::Many,
        compound: head_match.tokens.len() > 1,
        voices: false,
        refers: false,
        body_noun: None,
        body: None,
        field: false,
        organ: false,
        area: false,
        unclear: false,
        last_body: None,
    };
    reader.take_head(head, holders, clitics, head_match.tokens);
    if own {
        (reader.complement, reader.expects, reader.refers) = (true, Expects::Adjective, true);
    }
    while reader.at < reader.limit && reader.step() {}
    let bare = reader.end == head_end && clitics.has(AL);
    let valid = !reader.indefinite && (reader.complement || reader.role || (clitics.has(AL) && head.alone));
    valid.then(|| OfficePhrase {
        phrase: Phrase::new(Span::of(at..reader.end), head_match.reading.outside),
        resume: reader.at.max(reader.end),
        kind: reader.kind(),
        holders,
        bare,
        closed: reader.closed,
        clitics,
        refers: reader.refers && reader.body.is_none(),
        body_noun: reader.body_noun,
    })
}

/// What may stand behind a dual in construct, and not behind «وزيراً».
fn is_genitive(block: &Block, at: usize) -> bool {
    block.word_at(at).starts_with("ال") || block.match_at(vocabulary().countries, at, Clitics::NONE).is_some()
}

/// Written with other letters than the head that it is folded like: «وإلى» is no governor, «الأمر» no commander.
fn is_other_word(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    match word {
        "والي" => block.letters(at).nth(1) == Some('إ') || block.last_letter(at) == Some('ى'),
        _ if word.ends_with("امر") => !block.letters(at).any(|letter| letter == 'آ'),
        _ => false,
    }
}

fn may_have_pronoun(block: &Block, at: usize, head: &Match) -> bool {
    let word = block.word(at);
    if head.tokens.len() > 1 || head.reading.clitics.has(AL) || !["ه", "ها", "هم", "هما"].iter().any(|pronoun| word.ends_with(pronoun))
    {
        return false;
    }
    let feminine = !head.reading.clitics.has(Clitics::PRONOUN);
    !feminine || vocabulary().head(head.row).holders == Holders::One && block.tells_ta && block.last_letter(at) == Some('ه')
}

/// The state of reading one phrase.
struct Reader<'r, 't> {
    block: &'r Block<'t>,
    at: usize,
    end: usize,
    limit: usize,
    expects: Expects,
    complement: bool,
    closed: bool,
    /// An indefinite nisba makes it somebody unnamed: «وزير سعودي».
    indefinite: bool,
    base: Option<OfficialKind>,
    by_body: bool,
    /// The same of the last head of the phrase.
    head_by_body: bool,
    links_li: bool,
    links_fi: bool,
    links_name: bool,
    rules_place: bool,
    by_place: bool,
    role: bool,
    many: bool,
    /// A head of two words: «أمينة عامة لولاية كذا» does without a genitive.
    compound: bool,
    /// «باسم» is behind.
    voices: bool,
    refers: bool,
    body_noun: Option<WordId>,
    /// The first body that says what kind of office it is.
    body: Option<Option<OfficialKind>>,
    field: bool,
    /// A committee, office or board of whatever it is that follows.
    organ: bool,
    area: bool,
    /// A complement the lexicon does not know.
    unclear: bool,
    last_body: Option<Body>,
}

impl Reader<'_, '_> {
    fn kind(&self) -> Option<OfficialKind> {
        match self.body {
            Some(kind) if self.by_body => kind,
            // «المتحدثة باسم الخارجية»: the field stands for its ministry.
            None if self.by_body && self.field && (self.links_name || self.organ || !self.unclear || self.base.is_some()) => {
                self.base.or(Some(OfficialKind::State))
            }
            // «مدير ناحية …», «مدير الشؤون الصحية بمنطقة …»
            None if self.by_body && self.area => Some(OfficialKind::State),
            // «رئيس لجنة أزمة الوقود»
            _ if self.by_body && self.unclear && !self.organ => None,
            _ => self.base,
        }
    }

    /// «كاليمانتان الشرقية»: the part of the place before it.
    fn is_part(&self, at: usize) -> bool {
        let word = self.block.word_at(at);
        let stem = word.strip_prefix("ال").map(|word| word.strip_suffix('ه').unwrap_or(word));
        stem.is_some_and(|stem| matches!(stem, "شرقي" | "غربي" | "شمالي" | "جنوبي" | "وسطي" | "كبري"))
    }

    /// «غرب البلقان», «القرن الأفريقي»: a direction and a definite noun.
    fn at_region(&self, at: usize) -> bool {
        let directions = ["غرب", "شرق", "شمال", "جنوب", "وسط", "منطقه", "بلدان", "دول"];
        directions.contains(&self.block.word_at(at)) && self.block.word_at(at + 1).starts_with("ال")
    }

    fn take_place(&mut self, end: usize) -> bool {
        self.closed = true;
        let end = end + usize::from(end < self.limit && self.is_part(end));
        // «إنزكان أيت ملول»: nobody's first name.
        let tribe = matches!(self.block.word_at(end), "ايت" | "اولاد" | "بني") && self.block.is_word(end + 1);
        let end = if tribe && end + 2 <= self.limit { end + 2 } else { end };
        self.take(end, Expects::Little)
    }

    /// A word no list knows, and a name behind it.
    fn at_unlisted(&self, at: usize) -> bool {
        vocabulary().sort(self.block, at) == Sort::Unknown && begins_name(self.block, at + 1)
    }

    fn take(&mut self, end: usize, expects: Expects) -> bool {
        self.at = end;
        self.end = end;
        self.complement = true;
        self.expects = expects;
        true
    }

    /// A head within the phrase takes over: in «المتحدث باسم وزير الخارجية» it is the minister who makes it an office.
    fn take_head(&mut self, head: &Head, holders: Holders, clitics: Clitics, tokens: Span<crate::text::Tokens>) {
        let last = self.block.word(tokens.end as usize - 1);
        // «وزيرة دولة لشؤون …» has its genitive, with no article.
        let whole = tokens.len() > 1 && (last.starts_with("ال") && !clitics.has(AL) || last == "دوله");
        // «القائم بأعمال …» waits for a genitive, article or not.
        let open = tokens.len() > 1 && last == "باعمال";
        let definite = (clitics.has(AL) && !open) || whole || head.holders == Holders::Peer;
        self.at = tokens.end as usize;
        self.end = self.at;
        self.expects = if definite || holders == Holders::Role && !open { Expects::Adjective } else { Expects::Genitive };
        self.complement = whole || head.holders == Holders::Peer;
    }

    /// Reads on by one word or linked word; false where the phrase ends.
    fn step(&mut self) -> bool {
        let block = self.block;
        if !block.is_word(self.at) {
            return self.quoted() || self.numbered() || self.hyphenated() || self.bracketed();
        }
        self.namesake()
            || self.inner_head()
            || self.linked()
            || self.place()
            || self.body()
            || self.modifier()
            || self.nisba()
            || self.other_word()
    }

    /// «حزب الله» between quotation marks, where a genitive is due.
    fn quoted(&mut self) -> bool {
        if !is_mark(self.block, self.at, QUOTES) {
            return false;
        }
        // «إدارة الكوارث "آفاد" في الولاية»
        let by_the_way = self.complement && is_mark(self.block, self.at + 2, QUOTES_CLOSED) && self.block.word_at(self.at + 3) == "في";
        if self.expects == Expects::Adjective && by_the_way {
            return self.take(self.at + 3, Expects::Adjective);
        }
        if self.expects != Expects::Genitive {
            return false;
        }
        let closing = (self.at + 2..(self.at + 8).min(self.limit)).find(|&at| is_mark(self.block, at, QUOTES_CLOSED));
        let Some(closing) = closing else { return false };
        if self.body.is_none()
            && let Some(found) = self.block.match_at(vocabulary().bodies, self.at + 1, AL)
        {
            self.note_body(vocabulary().body(found.row));
        }
        self.take(closing + 1, Expects::Adjective)
    }

    /// «الفرقة 11 مشاة»: the number of a unit, and its arm.
    fn numbered(&mut self) -> bool {
        let block = self.block;
        if self.last_body.is_none() || self.closed || block.tokens().get(self.at).is_none_or(|token| token.kind != TokenKind::Number) {
            return false;
        }
        let arm = usize::from(matches!(block.word_at(self.at + 1), "مشاه" | "مدرعات" | "مدفعيه" | "مظليين" | "مدرع" | "مدرعه"));
        self.take(self.at + 1 + arm, Expects::Adjective)
    }

    /// «محافظ سين-سان-دوني»: a place with hyphens.
    fn hyphenated(&mut self) -> bool {
        let joins = self.closed && self.expects == Expects::Little && hyphen(self.block, self.at) && self.block.is_word(self.at + 1);
        joins && self.take(self.at + 2, Expects::Little)
    }

    /// An acronym in brackets is passed over.
    fn bracketed(&mut self) -> bool {
        if !self.complement || !is_mark(self.block, self.at, &["("]) {
            return false;
        }
        let closing = (self.at + 2..(self.at + 5).min(self.limit)).find(|&at| is_mark(self.block, at, &[")"]));
        if let Some(closing) = closing {
            self.at = closing + 1;
            self.limit = self.at;
        }
        false
    }

    /// «مطار الملك فهد»: a thing and the name it bears.
    fn namesake(&mut self) -> bool {
        let Some(before) = self.at.checked_sub(1) else { return false };
        if self.expects != Expects::Genitive || !vocabulary().is_named_after(self.block, before) {
            return false;
        }
        let title = self.block.match_at(vocabulary().titles, self.at, AL);
        let start = title.map_or(self.at, |title| title.tokens.end as usize);
        let evidence = if title.is_some() { Evidence::Strong } else { Evidence::Weak };
        let Some(name) = name_at(self.block, start, self.at, evidence) else { return false };
        if title.is_none() && name.units > 2 {
            return false;
        }
        self.take(name.end, Expects::Adjective)
    }

    /// «المؤسسة», «المنظمة»: which one, an earlier sentence says.
    fn note_noun(&mut self, body: Body, found: &Match) {
        let bare = found.tokens.len() == 1 && found.reading.clitics.has(AL);
        self.body_noun = (bare && matches!(body, Body::Plain | Body::Private)).then_some(found.reading.word);
    }

    fn note_body(&mut self, body: Body) {
        self.last_body = Some(body);
        self.field |= body == Body::Field;
        self.organ |= body == Body::Plain;
        self.area |= body == Body::Area;
        let kind = match body {
            Body::Public(kind) => Some(kind),
            Body::Province => Some(OfficialKind::State),
            Body::Private => None,
            Body::Field | Body::Area | Body::Plain => return,
        };
        self.body.get_or_insert(kind);
    }

    fn inner_head(&mut self) -> bool {
        if self.expects != Expects::Genitive {
            return false;
        }
        // «نائب رئيسه»
        let Some(found) = self.block.match_at(vocabulary().heads, self.at, AL.with(Clitics::PRONOUN)) else { return false };
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
        self.rules_place |= head.rules_place;
        true
    }

    fn is_body(&self, at: usize) -> Option<Body> {
        self.block.match_at(vocabulary().bodies, at, AL).map(|found| vocabulary().body(found.row))
    }

    fn is_place(&self, at: usize) -> bool {
        let v = vocabulary();
        self.block.match_at(v.countries, at, Clitics::NONE).is_some() || self.block.match_at(v.cities, at, Clitics::NONE).is_some()
    }

    /// The last word is a masdar whose object has «على» before it.
    fn oversees(&self) -> bool {
        let masdar = self.block.word(self.at - 1).trim_start_matches("ال");
        self.complement && matches!(masdar, "اشراف" | "رقابه" | "تفتيش" | "حفاظ" | "محافظه" | "سيطره" | "قضاء" | "تعرف" | "تغلب" | "تدريب")
    }

    /// في، لدى، باسم، ل، ب، و and what they join.
    fn linked(&mut self) -> bool {
        let block = self.block;
        let word = block.word(self.at);
        let next = self.at + 1;
        let opens = match word {
            "باسم" => {
                // «المتحدثة باسم أشتون»: by itself a name, whose post she shares.
                let named = matches!(vocabulary().sort(block, next), Sort::Unknown | Sort::Given | Sort::Shared) && !self.voices;
                let whom = vocabulary().holder_at(block, next).map(|(row, phrase)| {
                    self.note_body(Body::Public(vocabulary().holder_kind(row)));
                    phrase.tokens.end as usize
                });
                let whom = whom.or_else(|| (named && !block.is_word(next + 1)).then_some(next + 1));
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
                None if self.is_place(next) => {
                    // «الوزيرة الأولى في اسكتلندا فلانة»
                    let name = || begins_name(block, next + 1);
                    self.links_fi || self.by_body || self.role || self.compound && name()
                }
                None => false,
            },
            // «ممثلة كندا لدى فلسطين»: of one state at another.
            "لدي" if self.closed && self.is_place(next) => {
                self.note_body(Body::Province);
                true
            }
            "لدي" => self.is_body(next).is_some() || self.is_place(next) || self.block.match_at(vocabulary().heads, next, AL).is_some(),
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
        let carried = block.readings(self.at).iter().any(|r| r.clitics.has_any(ATTACHED));
        if !carried {
            return false;
        }
        if let Some(found) = block.match_at(v.bodies, self.at, ATTACHED.with(AL)) {
            let clitics = found.reading.clitics;
            let body = v.body(found.row);
            let allowed = if clitics.has(Clitics::LI) {
                // «نائب محافظ كذا للشؤون الأمنية»
                let due = self.expects == Expects::Adjective
                    || self.expects == Expects::Little && body == Body::Field
                    || self.expects == Expects::Genitive && !self.complement && self.compound;
                due && self.links_li && (self.by_body || self.role || body != Body::Private)
            } else if clitics.has(Clitics::BI) {
                // «مجلس الوزراء برئاسة الملك»
                let leads = block.match_at(v.heads, found.tokens.end as usize, AL).is_some();
                (self.expects != Expects::Genitive || !self.complement) && body != Body::Plain && !leads
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
            let expects =
                if clitics.has(AL) || found.tokens.len() > 1 || v.is_proper(found.row) { Expects::Adjective } else { Expects::Genitive };
            return self.take(found.tokens.end as usize, expects);
        }
        if self.expects == Expects::Adjective
            && self.links_li
            && let Some(found) = block.match_at(v.heads, self.at, Clitics::LI.with(AL))
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
        for topic in [v.countries, v.cities] {
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
            && block.word(self.at).strip_prefix("لل").is_some_and(|stem| v.is_noun(stem))
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
            && block.match_at(v.heads, self.at, Clitics::WA).is_none()
            && block.word_at(self.at + 1).starts_with("ال")
        {
            return self.take(self.at + 2, Expects::Adjective);
        }
        // «الجبيل وينبع», «وزيرا خارجية مصر وقطر»
        let more = if self.many { [v.cities, v.countries] } else { [v.cities; 2] };
        if self.expects == Expects::Little
            && let Some(found) = more.into_iter().find_map(|topic| block.match_at(topic, self.at, Clitics::WA))
            && found.reading.clitics == Clitics::WA
            && more.into_iter().any(|topic| block.match_at(topic, self.at - 1, ATTACHED).is_some())
        {
            return self.take(found.tokens.end as usize, Expects::Little);
        }
        // «وزيراً لها»
        if self.role && matches!(block.word(self.at), "لها" | "له" | "لهم") {
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
        let person = [v.heads, v.titles].iter().any(|&topic| block.match_at(topic, self.at, Clitics::WA).is_some());
        let behind = self.at + 2;
        task && !person
            && stem.len() > 6
            && !stem.starts_with("ال")
            && block.word_at(self.at + 1).starts_with("ال")
            && (is_mark(block, behind, &["،", ","]) || block.word_at(behind).starts_with("وال") || begins_name(block, behind))
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

    fn body(&mut self) -> bool {
        let Some(found) = self.block.match_at(vocabulary().bodies, self.at, AL.with(Clitics::PRONOUN)) else { return false };
        let pronoun = found.reading.clitics.has(Clitics::PRONOUN);
        let definite = found.reading.clitics.has(AL) || pronoun;
        if self.expects != Expects::Genitive || pronoun && !self.block.may_end_in_pronoun(self.at) {
            return false;
        }
        let body = vocabulary().body(found.row);
        // «عضو المجلس», «وزير خارجيتها»
        self.refers |= pronoun || body == Body::Plain && definite && found.tokens.len() == 1;
        self.note_noun(body, &found);
        self.note_body(body);
        let whole =
            vocabulary().is_proper(found.row) || found.tokens.len() > 1 && self.block.word(found.tokens.end as usize - 1).starts_with("ال");
        self.take(found.tokens.end as usize, if definite || whole { Expects::Adjective } else { Expects::Genitive })
    }

    fn modifier(&mut self) -> bool {
        let Some(found) = self.block.match_at(vocabulary().modifiers, self.at, AL) else { return false };
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
        // Leaves what is expected as it was: «مدير عام» still waits for its body.
        self.at = end;
        self.end = end;
        true
    }

    fn place(&mut self) -> bool {
        let v = vocabulary();
        // «الاتحاد الأوروبي», «البيت الأبيض» are in both lists: as a body they say more.
        let city = |at| self.block.match_at(v.cities, at, Clitics::NONE).is_some();
        let says_more = match self.is_body(self.at) {
            Some(Body::Public(OfficialKind::Igo)) => true,
            Some(Body::Public(_)) => city(self.at),
            _ => false,
        };
        if self.expects != Expects::Genitive || says_more {
            return false;
        }
        for topic in [v.countries, v.cities] {
            if let Some(found) = self.block.match_at(topic, self.at, Clitics::NONE) {
                // «المتحدث باسم الكرملين», «أمين جدة»
                if (self.by_place || self.links_name) && !self.complement {
                    self.note_body(Body::Province);
                }
                return self.take_place(found.tokens.end as usize);
            }
        }
        false
    }

    fn nisba(&mut self) -> bool {
        let Some(found) = self.block.match_at(vocabulary().nisbas, self.at, AL) else { return false };
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

    /// The word before `next` has the article and a ta marbuta as the one before it has, and a name or a title follows.
    fn agrees(&self, next: usize) -> bool {
        let block = self.block;
        // What has the article has no pronoun.
        let feminine = |at: usize| block.word(at).starts_with("ال") && block.word(at).ends_with('ه');
        let title = || block.match_at(vocabulary().titles, next, AL).is_some();
        self.complement && feminine(next - 1) && feminine(next - 2) && (begins_name(block, next) || title())
    }

    /// Another adjective or a title stands at `next`: no name ends before it.
    fn goes_on_with_office(&self, next: usize) -> bool {
        let v = vocabulary();
        self.block.is_word(next) && (v.is_quality(self.block.word(next)) || v.is_title(self.block, next))
    }

    /// A word that is none of these: an adjective, a noun, or a name.
    fn other_word(&mut self) -> bool {
        let v = vocabulary();
        let word = self.block.word(self.at);
        let next = self.at + 1;
        let definite = word.starts_with("ال");
        match self.expects {
            Expects::Adjective if !self.complement && self.links_li && word.starts_with("لل") && word.len() > 8 => {
                self.unclear = true;
                self.take(next, Expects::Adjective)
            }
            Expects::Adjective => {
                let quality =
                    definite && v.is_quality(word) && !matches!(v.sort(self.block, self.at), Sort::Given | Sort::Shared | Sort::Family);
                // «التنمية الريفية»: no family name ends so.
                let quality = quality
                    || definite
                        && self.complement
                        && word.len() > 10
                        && word.ends_with("يه")
                        && (self.block.last_letter(self.at) == Some('ة') || !self.block.tells_ta);
                // «شركة الواحة القابضة فلان», «الهيئة العالمية»: it agrees with the noun before.
                let quality = quality || definite && self.agrees(next);
                // «المجلس العلمي المحلي», «المجلس العلمي السيد فلان»: a family name elsewhere.
                let quality = quality || definite && self.complement && v.is_quality(word) && self.goes_on_with_office(next);
                // «المستشار القانوني» may be anybody's.
                self.unclear |= quality && !self.complement;
                // «نائب الرئيس الطاجيكي يوسف …»: a nisba the lexicon lacks; no family name stands before a first name.
                let before_name = || matches!(v.sort(self.block, next), Sort::Given | Sort::Shared);
                // «النائب المتشدد حميد …»
                if !quality
                    && !self.closed
                    && definite
                    && v.sort(self.block, self.at) == Sort::Definite
                    && (word.ends_with('ي') && before_name()
                        || !self.complement && word.starts_with("الم") && begins_name(self.block, next))
                {
                    self.closed = true;
                    return self.take(next, Expects::Adjective);
                }
                quality && self.take(next, Expects::Adjective)
            }
            Expects::Little => false,
            Expects::Genitive => {
                let sort = v.sort(self.block, self.at);
                let title = !self.complement && self.block.match_at(v.titles, self.at, AL).is_some();
                if definite && !title && !matches!(sort, Sort::Given | Sort::Verb) {
                    self.unclear = true;
                    return self.take(next, Expects::Adjective);
                }
                let area = matches!(self.last_body, Some(Body::Area | Body::Province));
                let waits_for_place = self.rules_place && !self.complement || area || !self.complement && !self.head_by_body;
                // «نيو مكسيكو», «سانتا في»
                if waits_for_place && self.block.is_word(next) && self.block.match_at(v.place_openers, self.at, Clitics::NONE).is_some() {
                    return self.take_place(next + 1);
                }
                // «محلية ود الماحي فلان فلان»: a place called after a forefather.
                if area && sort == Sort::Kin && self.block.is_word(next) && begins_name(self.block, next + 1) {
                    return self.take_place(next + 1);
                }
                // «محافظ سين-سان-دوني»
                let joined = hyphen(self.block, next) && sort != Sort::Other;
                // «مدير ناحية بحركة فلان فلان», «حاكم ولاية ميراندا فلان فلان»: an area bears a name, whatever word that is.
                let of_area = area && !definite && !v.is_function(self.block, self.at) && begins_name(self.block, next);
                if (sort == Sort::Unknown || joined || sort == Sort::Verb && area || of_area) && waits_for_place {
                    return self.take_place(next);
                }
                // «مدير شرطة بارق»: a noun in construct takes what follows.
                if sort == Sort::Unknown && self.complement {
                    return self.take_place(next);
                }
                if sort == Sort::Other && v.is_noun(word) {
                    self.unclear = true;
                    return self.take(next, Expects::Genitive);
                }
                false
            }
        }
    }
}
