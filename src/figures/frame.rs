//! The words that tell what a sum of money is (`money_frames.tsv`), and where they stand in a sentence.

use crate::analysis::Phase;
use crate::lexicon::{column, lexicon, topic};
use crate::phrases::{Class, Extent, NounKind, Words, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Span, Tokens};
use std::sync::LazyLock;

column! {
    /// What a word does to a sum.
    pub enum Part: "money_frames" {
        Verb = "verb",
        /// A verbal noun: its subject and object stand after it.
        Masdar = "masdar",
        Noun = "noun",
        /// An adjective made of a verb: القروض الممنوحة.
        Participle = "participle",
        Adjective = "adjective",
        /// Says how much, not what for: قيمة، إجمالي.
        Measure = "measure",
        /// Joins a noun to its sum: بلغ.
        Link = "link",
        /// What the sum is given in return for: مقابل.
        Exchange = "exchange",
        Preposition = "preposition",
        /// A noun or, where a clause begins, a verb: منح، دفع. A trigger is one or the other.
        Homograph = "homograph",
        /// Only looks like a word of the table: الصرف الصحي. No trigger is one.
        Idiom = "idiom",
    }
}

column! {
    pub enum Sense: "money_frames" {
        Funding = "funding",
        /// Funding, unless an adjective says that it is an outstanding debt.
        Loan = "loan",
        Other = "other",
        None = "none",
    }
}

column! {
    /// What a complement is to the sum.
    pub enum Role: "money_frames" {
        Donor = "donor",
        Recipient = "recipient",
        Purpose = "purpose",
        /// A donor if it is somebody, else a purpose.
        Giver = "giver",
        /// A giver, but people get it.
        Helper = "helper",
        /// A recipient if it is somebody, else a purpose.
        Aim = "aim",
        /// The one through whom it goes.
        Channel = "channel",
        /// A donor if it is somebody, else nothing.
        Owner = "owner",
        /// A recipient if there is no other.
        Keeper = "keeper",
        /// A purpose if there is no other.
        Work = "work",
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub part: Part,
    pub sense: Sense,
    pub weight: u8,
    pub phase: Option<Phase>,
    /// Of complements without a preposition, in order.
    pub bare: [Option<Role>; 2],
    pub li: Option<Role>,
    pub ila: Option<Role>,
    pub ala: Option<Role>,
    pub fi: Option<Role>,
    pub min: Option<Role>,
    /// Of the phrase it heads itself.
    pub itself: Option<Role>,
}

impl Frame {
    /// The word has a place for who gives: a cost and a need have none.
    pub fn has_giver(&self) -> bool {
        self.bare.into_iter().flatten().any(|role| matches!(role, Role::Donor | Role::Giver | Role::Helper | Role::Owner))
    }

    /// Who acts gets the money: «اقتراض», «إصدار», not «إقراض».
    pub fn is_receiving(&self) -> bool {
        self.bare[0] == Some(Role::Recipient) && !matches!(self.li, Some(Role::Aim | Role::Recipient))
    }

    pub fn is_funding(&self) -> bool {
        matches!(self.sense, Sense::Funding | Sense::Loan)
    }
}

/// What stands behind a sum in a headline without any word of the table: from whom, to whom.
pub const GIFT: Frame = Frame {
    part: Part::Noun,
    sense: Sense::Funding,
    weight: 1,
    phase: None,
    bare: [None; 2],
    li: Some(Role::Aim),
    ila: Some(Role::Aim),
    ala: None,
    fi: None,
    min: Some(Role::Donor),
    itself: None,
};

/// What stands behind a verb that says what a sum is for.
pub const AIM: Frame = Frame { ala: Some(Role::Aim), fi: Some(Role::Purpose), min: None, ..GIFT };

/// Counts only when joined to the sum.
pub const WEAK_NOUN: u8 = 2;
/// A verb of giving that is as good for a price: دفع، قدم.
pub const WEAK_VERB: u8 = 3;

/// How far words look for each other, tokens. Sentences of the news are long, but not what belongs together in them; the bound
/// keeps a text without full stops from costing more than its length.
pub const REACH: usize = 45;

/// Of each row of the table.
static FRAMES: LazyLock<Vec<Frame>> = LazyLock::new(|| lexicon().rows(topic::MONEY_FRAMES).iter().map(|row| frame(row.fields)).collect());

fn frame(fields: &[&str]) -> Frame {
    let [part, sense, weight, phase, roles] = fields else { panic!("money_frames.tsv: five columns after the words") };
    let complement = |name: &str| roles.split_whitespace().find_map(|r| r.strip_prefix(name)?.strip_prefix('=')).unwrap_or("-");
    let named = |role: &str| (role != "-").then(|| Role::named(role));
    let role = |name: &str| named(complement(name));
    let mut bare = complement("bare").split(',').map(named);
    Frame {
        part: Part::named(part),
        sense: Sense::named(sense),
        weight: weight.parse().expect("money_frames.tsv: weight is a digit"),
        phase: match *phase {
            "pledged" => Some(Phase::Pledged),
            "allocated" => Some(Phase::Allocated),
            "disbursed" => Some(Phase::Disbursed),
            _ => None,
        },
        bare: [bare.next().flatten(), bare.next().flatten()],
        li: role("li"),
        ila: role("ila"),
        ala: role("ala"),
        fi: role("fi"),
        min: role("min"),
        itself: role("self"),
    }
}

/// A word of the table where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    pub tokens: Span<Tokens>,
    pub frame: &'static Frame,
    /// As the frame's, but decided.
    pub part: Part,
    /// Its number in the table: equal for forms of one word and its synonyms.
    pub row: usize,
    pub clitics: Clitics,
    pub outside: u8,
}

impl Trigger {
    pub fn start(&self) -> usize {
        self.tokens.start as usize
    }
    pub fn end(&self) -> usize {
        self.tokens.end as usize
    }
    /// It can head another noun or be headed by one: سداد القروض.
    pub fn is_nominal(&self) -> bool {
        matches!(self.part, Part::Noun | Part::Masdar)
    }
    /// It only joins a noun to its sum.
    pub fn carries(&self) -> bool {
        matches!(self.part, Part::Measure | Part::Link)
    }
}

/// Every word of the table in a sentence, in order; `taken` are the amounts, whose words are none.
pub fn triggers(words: &Words, taken: &[Span<Tokens>]) -> Vec<Trigger> {
    let frames = &*FRAMES;
    let block = words.block();
    let mut found = Vec::new();
    let mut at = words.start();
    while at < words.end() {
        let next = taken.partition_point(|a| a.end as usize <= at);
        if let Some(amount) = taken.get(next).filter(|a| a.contains(at as u32)) {
            at = amount.end as usize;
            continue;
        }
        let allowed = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL).with(Clitics::PRONOUN).with(Clitics::SA);
        let Some(m) = block.match_at(topic::MONEY_FRAMES, at, allowed) else {
            at += 1;
            continue;
        };
        let frame = &frames[m.row];
        let clitics = m.reading.clitics;
        let part = match frame.part {
            Part::Homograph if is_verb_here(words, at, clitics) => Part::Verb,
            Part::Homograph => Part::Masdar,
            part => part,
        };
        if part != Part::Idiom && stands_for_itself(words, at, m.tokens.end as usize, frame, part, clitics) {
            found.push(Trigger { tokens: m.tokens, frame, part, row: m.row, clitics, outside: m.reading.outside });
        }
        at = m.tokens.end as usize;
    }
    found
}

/// It is the word of the table, not a part of a name (بنك التمويل، وزير الاستثمار) or a form that only looks like it.
fn stands_for_itself(words: &Words, at: usize, end: usize, frame: &Frame, part: Part, clitics: Clitics) -> bool {
    let verbal = matches!(part, Part::Verb | Part::Link);
    if verbal && clitics.has_any(Clitics::AL.with(Clitics::BI).with(Clitics::KA)) && part == Part::Verb {
        return false;
    }
    // «حول الأزمة», not «حوّل»; «فقد خصصت», not «فقد» alone.
    if part == Part::Verb && end == at + 1 && matches!(words.at(at).class, Class::Preposition | Class::Particle) {
        return false;
    }
    // «فردا» is no «فردّا».
    if verbal && clitics.has_any(Clitics::CONJUNCTION) && words.at(at).kind.is_some() && !words.at(at).has_conjunction() {
        return false;
    }
    // «الاستثماري» is an adjective, «منحنى» a curve: nobody says «my» in the news.
    if clitics.has(Clitics::PRONOUN) && words.block().word(end - 1).ends_with('ي') {
        return false;
    }
    // «ستسهم في تدريب …» says what for.
    if !verbal && part != Part::Preposition && clitics.has(Clitics::SA) {
        return false;
    }
    if matches!(part, Part::Noun | Part::Masdar)
        && clitics.has(Clitics::AL)
        && !clitics.has_any(Clitics::PREPOSITION)
        && is_in_a_name(words, at, clitics)
    {
        return false;
    }
    // «مؤسسة الواحة للتجارة والمقاولات»: what somebody trades in.
    if matches!(part, Part::Noun | Part::Masdar)
        && clitics.has(Clitics::LI)
        && words.block().word(at).starts_with("لل")
        && is_field_of_a_body(words, at)
    {
        return false;
    }
    // «صندوق النقد الدولي», «مدرسة الملك فهد»: a body's name.
    if frame.weight <= WEAK_NOUN && part == Part::Noun {
        let body = words.at(at).kind == Some(NounKind::Body);
        if body && words.at(end).clitics.has(Clitics::AL) && !words.at(end).has_preposition() && !clitics.has(Clitics::AL) {
            return false;
        }
    }
    true
}

/// The word behind ل belongs to the name of an organisation: «شركة الأفق للاستثمار», not «قدمت الشركة للاستثمار».
fn is_field_of_a_body(words: &Words, at: usize) -> bool {
    const LONGEST: usize = 5;
    let heads = |&at: &usize| words.at(at).kind == Some(NounKind::Body) && !words.at(at).is_closed();
    let mut bodies = (words.start().max(at.saturating_sub(LONGEST))..at).filter(heads);
    bodies.any(|body| noun_phrase(words, body, Extent::Name).is_some_and(|np| np.end() > at))
}

/// «بنك التمويل», «وزير الاستثمار», «هيئة تنمية الصادرات», «وزارة الصناعة والتجارة»: the definite word at `at` is a part of the name
/// of an organisation or office.
fn is_in_a_name(words: &Words, at: usize, clitics: Clitics) -> bool {
    const LONGEST: usize = 5;
    let coordinated = clitics.has_any(Clitics::CONJUNCTION);
    let mut closed = 0;
    for before in (words.start().max(at.saturating_sub(LONGEST))..at).rev().map(|i| words.at(i)) {
        let heads = matches!(before.kind, Some(NounKind::Body | NounKind::Title)) && !before.is_closed();
        if heads && before.class == Class::Noun && (!coordinated || closed > 0) {
            return true;
        }
        closed += usize::from(before.clitics.has(Clitics::AL));
        // «شركة الواحة للاستيراد والتجارة»
        let field = coordinated && before.clitics.has(Clitics::LI.with(Clitics::AL));
        let belongs = before.class == Class::Noun
            && (field || !before.has_preposition())
            && if before.clitics.has(Clitics::AL) { coordinated } else { before.kind == Some(NounKind::Activity) };
        if !belongs {
            return false;
        }
    }
    false
}

/// «لمواجهة الجائحة ودعم الإصلاحات»: what else is done with the money before it, not what somebody does with another sum.
fn goes_on_with_acts(words: &Words, at: usize, clitics: Clitics) -> bool {
    const NEAR: usize = 12;
    if !clitics.has_any(Clitics::CONJUNCTION) {
        return false;
    }
    let stays = |&at: &usize| !words.at(at).ends_clause() && !matches!(words.at(at).class, Class::Verb | Class::Number);
    let act = (words.start().max(at.saturating_sub(NEAR))..at).rev().take_while(stays).any(|at| {
        let done = matches!(words.at(at).kind, Some(NounKind::Activity | NounKind::Aid));
        done && (words.at(at).clitics.has(Clitics::LI) || words.at(at.wrapping_sub(1)).class == Class::Preposition)
    });
    act && (at + 1..words.end().min(at + NEAR)).take_while(|&at| !words.at(at).ends_clause()).all(|at| words.at(at).class != Class::Number)
}

/// «منح البنك مصر قرضا», «البنك منح مصر …», «التي منح …» against «تقديم منح للطلاب».
fn is_verb_here(words: &Words, at: usize, clitics: Clitics) -> bool {
    if clitics.has_any(Clitics::AL.with(Clitics::PREPOSITION)) {
        return false;
    }
    // «أن الوزير «صرف …»»
    let quoted = usize::from(at > words.start() && words.at(at - 1).class == Class::Quote);
    let before = words.at((at - quoted).wrapping_sub(1));
    let in_construct = before.class == Class::Noun && !before.is_closed();
    if clitics.has(Clitics::PRONOUN) {
        // «عن تبرعه», «سيتم صرفها»: no verb stands behind a preposition or another verb.
        return !in_construct && !matches!(before.class, Class::Preposition | Class::Verb);
    }
    if goes_on_with_acts(words, at, clitics) {
        return false;
    }
    let after = words.at(at + 1);
    let begins = clitics.has_any(Clitics::CONJUNCTION)
        || matches!(
            before.class,
            Class::Stop
                | Class::Subordinator
                | Class::Relative
                | Class::Particle
                | Class::Auxiliary
                | Class::Conjunction
                | Class::Joint
                | Class::Comma
        );
    let under_verb = (words.start().max(at.saturating_sub(REACH))..at)
        .rev()
        .take_while(|&i| !words.at(i).ends_clause())
        .any(|i| words.at(i).class == Class::Verb);
    // «إن صندوقا حكوميا تعهد»
    let behind_an = || {
        phrase_ending_at(words, at, Extent::Name)
            .is_some_and(|np| words.at((np.tokens().start as usize).wrapping_sub(1)).class == Class::Subordinator)
    };
    let follows_subject = before.is_nominal() && !under_verb && (before.is_closed() || behind_an());
    // «وتبرع رياض الحلبي»
    let person = || {
        let given = words.block().match_at(topic::NAMES, at + 1, Clitics::NONE);
        given.is_some_and(|m| lexicon().rows(topic::NAMES)[m.row].fields[0] == "given")
    };
    let has_subject = after.is_nominal() && !after.has_preposition() && after.is_closed() || after.kind.is_some() || person();
    // «الذي رصد له مبلغ»
    let has_object = after.class == Class::Preposition || (after.class == Class::Adverb && before.class == Class::Relative);
    // «8 مليارات صرف منها خمسة»
    let of_it = matches!(words.block().word_at(at + 1), "منه" | "منها");
    (begins && (has_subject || has_object)) || follows_subject || of_it
}
