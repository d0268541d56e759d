//! Office phrases, with or without a name beside them: «وزير الخارجية الأميركي», «المتحدث باسم الجيش», «وزيراً للإعلام في
//! كازاخستان». A grammar over heads, bodies and modifiers, not a list of titles.

mod attached;
mod links;
mod marks;
mod words;

use super::name::begins_name;
use super::vocabulary::{Body, Head, Holders, Reach, Sort, vocabulary};
use crate::analysis::OfficialKind;
use crate::lexicon::{Match, WordId, topic};
use crate::text::{Block, Clitics, Phrase, Span};

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
    /// No body, state or field stands in it: «الرئيس السابق».
    pub of_nothing: bool,
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
    let head = block.match_at(topic::OFFICE_HEADS, at, ATTACHED.with(AL).with(Clitics::PRONOUN))?;
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
        start: at,
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
        links_on: head.links_on,
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
        of_nothing: !reader.complement,
        body_noun: reader.body_noun,
    })
}

/// What may stand behind a dual in construct, and not behind «وزيراً».
fn is_genitive(block: &Block, at: usize) -> bool {
    block.word_at(at).starts_with("ال") || block.match_at(topic::COUNTRIES, at, Clitics::NONE).is_some()
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
    // «أمينها العام»: a head of two words, the second of which is its adjective.
    let adjective = head.tokens.len() == 1 || block.word(head.tokens.end as usize - 1).starts_with("ال");
    if !adjective || head.reading.clitics.has(AL) || !["ه", "ها", "هم", "هما"].iter().any(|pronoun| word.ends_with(pronoun)) {
        return false;
    }
    let feminine = !head.reading.clitics.has(Clitics::PRONOUN);
    !feminine || vocabulary().head(head.row).holders == Holders::One && block.orthography.tells_ta && block.last_letter(at) == Some('ه')
}

/// The state of reading one phrase.
struct Reader<'r, 't> {
    block: &'r Block<'t>,
    /// Its head.
    start: usize,
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
    links_on: bool,
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
        stem.is_some_and(|stem| vocabulary().reach(stem) == Some(Reach::Part))
    }

    /// «غرب البلقان», «القرن الأفريقي»: a direction and a definite noun.
    fn at_region(&self, at: usize) -> bool {
        vocabulary().reach(self.block.word_at(at)) == Some(Reach::Region) && self.block.word_at(at + 1).starts_with("ال")
    }

    fn take_place(&mut self, end: usize) -> bool {
        self.closed = true;
        let end = end + usize::from(end < self.limit && self.is_part(end));
        // «إنزكان أيت ملول»: nobody's first name.
        let tribe = vocabulary().reach(self.block.word_at(end)) == Some(Reach::Tribe) && self.block.is_word(end + 1);
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
        // «مسؤولة الأمن في الاتحاد الأوروبي»: whose security it is.
        let of_world = kind == Some(OfficialKind::Igo) && self.base.is_none() && self.at > 0 && self.block.word(self.at - 1) == "في";
        if of_world {
            self.body = Some(kind);
        }
        self.body.get_or_insert(kind);
    }

    fn is_body(&self, at: usize) -> Option<Body> {
        self.block.match_at(topic::OFFICE_BODIES, at, AL).map(|found| vocabulary().body(found.row))
    }

    fn is_place(&self, at: usize) -> bool {
        self.place_end(at).is_some()
    }

    /// Behind the known place at `at`.
    fn place_end(&self, at: usize) -> Option<usize> {
        let found = [topic::COUNTRIES, topic::CITIES].into_iter().find_map(|topic| self.block.match_at(topic, at, Clitics::NONE));
        found.map(|place| place.tokens.end as usize)
    }

    /// The first of the two words of a place: «نيو مكسيكو».
    fn opens_place(&self, at: usize) -> bool {
        self.block.is_word(at + 1) && self.block.match_at(topic::PLACE_OPENERS, at, Clitics::NONE).is_some()
    }
}
