//! Who acts: the subjects of verbs and of what is derived from them, behind them, before them or in the clause above.

use super::complements::{Complements, is_alone};
use super::doer::{Act, act_at};
use super::frame::{Part, REACH, Role, Trigger};
use super::passage::Passage;
use super::period::period_at;
use super::roles::is_somebody;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Phrase};

/// The organisation or country of which the sentence goes on telling what it had done: «وكان الصندوق قد أنهى المراجعة ما أتاح
/// صرف …». One that had asked or signed may as well be the one that gets it.
pub fn opening_subject(passage: &Passage) -> Option<Phrase> {
    /// «وكان مجلس الوزراء برئاسة … قد أقر»
    const NEAR: usize = 8;
    let words = &passage.words;
    if words.at(words.start()).class != Class::Auxiliary {
        return None;
    }
    let at = words.start() + 1;
    let subject = noun_phrase(words, at, Extent::Name).filter(|np| !words.at(at).has_preposition() && np.head_at == at)?;
    let acts = matches!(subject.head.kind, Some(NounKind::Body)) || subject.head.class == Class::Place;
    let had = (subject.end()..subject.end() + NEAR).find(|&i| words.at(i).class == Class::Particle && words.block().word(i) == "قد")?;
    (acts && !is_asking(words.block().word_at(had + 1)) && subject.end() <= passage.sums.first()?.start as usize).then_some(subject.phrase)
}

pub fn is_asking(verb: &str) -> bool {
    ["طلب", "طالب", "وقع", "ابرم", "ناشد", "دعا", "دعت"].iter().any(|asking| verb.starts_with(asking))
}

/// The sentence goes on about what was done before, without saying again by whom: «كما أنفق …», «وأوضح أنه تم توزيع … بتكلفة …».
pub fn goes_on_telling(passage: &Passage, word: &Trigger) -> bool {
    let words = &passage.words;
    let at = word.start();
    if word.part == Part::Verb {
        let told = words.block().word(at - usize::from(at > words.start())) == "قد";
        let before = words.at(at.wrapping_sub(1 + usize::from(told)));
        // «نصرف»: we do.
        let third = !words.block().word(at).starts_with(['ن', 'ا']) || !word.clitics.has(Clitics::SA);
        return third && (at == words.start() || matches!(before.class, Class::Conjunction | Class::Subordinator | Class::Stop));
    }
    let floor = words.start().max(at.saturating_sub(REACH));
    (floor..at).rev().take_while(|&at| words.at(at).class != Class::Stop).any(|at| is_done(words.block().word(at)))
}

/// «تم تخصيص», «سيتم صرف»: done, by whom is not said.
pub fn is_done(verb: &str) -> bool {
    matches!(verb.trim_start_matches(['و', 'س']), "تم" | "تمت" | "يتم" | "تتم" | "جري" | "جرت" | "يجري" | "تجري")
}

/// «أما النيجر، فقد خصص لها 5 ملايين»: whom the sentence is about, for whom the pronoun behind the verb stands.
pub fn topic_of(passage: &Passage, verb: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let opens = matches!(words.block().word(words.start()), "اما" | "واما");
    let for_it = matches!(words.block().word_at(verb + 1), "له" | "لها" | "لهم" | "لهما");
    noun_phrase(words, words.start() + 1, Extent::Name).filter(|np| opens && for_it && np.end() <= verb && is_somebody(passage, np))
}

/// Somebody named is said to act before the first sum: «وفي القاهرة أعلن وزير الشباب صرف …». Who gave before has no part in it.
/// Of «أضاف المدير أنه تم توزيع …» only what he tells counts.
pub fn has_subject_of_its_own(passage: &Passage) -> bool {
    let words = &passage.words;
    let end = passage.sums.first().map_or(words.end(), |sum| sum.start as usize).min(words.start() + REACH);
    let told = (words.start()..end).rev().find(|&at| words.at(at).class == Class::Subordinator).unwrap_or(words.start());
    (told..end).filter(|&at| words.at(at).class == Class::Verb).any(|verb| {
        noun_phrase(words, verb + 1, Extent::Name)
            .filter(|np| !words.at(verb + 1).has_preposition() && np.end() <= end)
            .is_some_and(|np| is_somebody(passage, &np) || (np.head.clitics.has(Clitics::AL) && is_nobody_known(passage, &np)))
    })
}

/// «أعلن البرنامج …»: no thing, act or time that the tables know.
fn is_nobody_known(passage: &Passage, np: &NounPhrase) -> bool {
    np.head.kind.is_none()
        && period_at(&passage.words, np.head_at).is_none()
        && passage.trigger_at(np.head_at).is_none_or(|i| passage.is_project(i))
}

/// The subject of the clause that ends before the word at `at`: behind its verb or before it.
pub fn subject_of_clause_before(passage: &Passage, at: usize) -> Option<NounPhrase> {
    phrase_ending_at(&passage.words, at, Extent::Name)
        .filter(|np| begins_clause(passage, np.tokens().start as usize))
        .or_else(|| subject_above(passage, at))
        .or_else(|| clause_subject(passage, at))
}

impl Complements<'_, '_> {
    /// A noun phrase that opens the clause ends where the verb at `verb` begins: its subject, not to be sought behind it.
    pub(super) fn subject_stands_before(&self, verb: usize) -> bool {
        let words = &self.passage.words;
        // «كانت الحكومة قد خصصت»
        let had = verb > words.start() && words.block().word(verb - 1) == "قد";
        let verb = verb - usize::from(had);
        words.at(verb.wrapping_sub(1)).is_nominal()
            && phrase_ending_at(words, verb, Extent::Name).is_some_and(|np| {
                let start = np.tokens().start as usize;
                begins_clause(self.passage, start) && period_at(words, start).is_none() && !words.at(start).has_preposition()
            })
    }

    /// «المشروع الذي تموله ألمانيا»: the verb's pronoun stands for the antecedent, which is its object.
    pub(super) fn object_before(&mut self, verb: &Trigger) {
        let words = &self.passage.words;
        let before = verb.start().wrapping_sub(1);
        if words.at(before).class == Class::Relative && verb.clitics.has(Clitics::PRONOUN) && verb.frame.bare[1].is_some() {
            let end = before - usize::from(words.at(before.wrapping_sub(1)).class == Class::Comma);
            // «القروض التي منحها البنك»: what is given is the sum itself.
            let money = |np: &NounPhrase| self.passage.trigger_at(np.head_at).is_some_and(|i| !self.passage.is_project(i));
            // «كلفة المشروع، الذي تموله ألمانيا»
            let of_the_work = |np: NounPhrase| {
                let cost = self.passage.trigger_at(np.head_at).filter(|&i| self.passage.triggers[i].frame.bare[0] == Some(Role::Purpose));
                if cost.is_some() {
                    noun_phrase(words, np.head_at + 1, Extent::Activity).filter(|work| work.end() == np.end())
                } else {
                    Some(np)
                }
            };
            if let Some(np) = phrase_ending_at(words, end, Extent::Activity).and_then(of_the_work).filter(|np| !money(np)) {
                self.give(verb.frame.bare[1], np);
            }
        }
    }

    /// «قالت الوزارة إنها ستمنح الوكالة 5 ملايين»: what stands behind the verb is no subject.
    pub(super) fn subject_is_a_pronoun(&self, verb: usize) -> bool {
        let words = &self.passage.words;
        let before = verb.wrapping_sub(1);
        words.at(before).class == Class::Subordinator
            && ["ها", "هم", "هما", "ه"].iter().any(|pronoun| words.block().word(before).ends_with(pronoun))
    }

    /// The subject that stands before its verb, or is the antecedent of its relative clause, or the subject of the
    /// clause above («أعلنت الحكومة أنها خصصت»).
    pub(super) fn subject_before(&mut self, verb: &Trigger) {
        let words = &self.passage.words;
        let before = verb.start().wrapping_sub(1);
        // «المشروع الذي رصد له مبلغ»: the antecedent is what the pronoun stands for.
        if words.at(before).class == Class::Relative && matches!(words.block().word_at(verb.end()), "له" | "لها" | "لهم" | "لهما")
        {
            if let Some(np) = phrase_ending_at(words, before, Extent::Activity) {
                self.give(verb.frame.li, np);
            }
            return;
        }
        // The verb's object pronoun stands for the antecedent: then that is no subject.
        if !(words.at(before).class == Class::Relative && verb.clitics.has(Clitics::PRONOUN)) {
            match topic_of(self.passage, verb.start()) {
                Some(topic) => self.give(verb.frame.li, topic),
                None => self.subject_left_of(verb.start(), verb.frame.bare[0]),
            }
        }
    }

    fn subject_left_of(&mut self, verb: usize, role: Option<Role>) {
        let words = &self.passage.words;
        let mut at = verb;
        let passes = |at: usize| {
            matches!(words.at(at).class, Class::Particle | Class::Negation | Class::Auxiliary | Class::Adverb | Class::Bracket)
                || is_alone(words, at)
        };
        while at > words.start() && passes(at - 1) {
            at -= 1;
        }
        if at == words.start() {
            return;
        }
        let before = words.at(at - 1);
        match before.class {
            Class::Relative => {
                // «المصرف العربي، الذي يساهم»
                let end = at - 1 - usize::from(words.at(at.wrapping_sub(2)).class == Class::Comma);
                let antecedent = phrase_ending_at(words, end, Extent::Name);
                // «برعاية شركة الواحة التي قدمت …»: whom something is done by.
                let inner = |np: NounPhrase| {
                    let start = np.tokens().start as usize;
                    let inner = noun_phrase(words, start + 1, Extent::Name).filter(|inner| inner.end() == np.end());
                    if words.at(start).has_preposition() { inner.filter(|inner| is_somebody(self.passage, inner)) } else { Some(np) }
                };
                if let Some(np) = antecedent.and_then(inner) {
                    self.give(role, np);
                }
            }
            // «لم تقصر الأمانة، فقد رصدت …»: whoever acted in the clause before.
            Class::Comma | Class::Conjunction => {
                if let Some(np) = acted_before(self.passage, verb) {
                    self.give(role, np);
                }
            }
            Class::Subordinator if is_of_before(words, at - 1) || self.subject_is_a_pronoun(at) => {
                if let Some(np) = subject_above(self.passage, at - 1) {
                    self.give(role, np);
                }
            }
            Class::Verb => {
                // «تعتزم الحكومة», «يعتزم تخصيص»: two verbs share a subject.
                let np = noun_phrase(words, at, Extent::Name).filter(|np| np.end() <= verb);
                if let Some(np) = np {
                    self.give(role, np);
                }
            }
            _ if before.is_nominal() || before.class == Class::Quote => {
                // «أن الوزير «صرف …»»: his own word opens the quotation.
                let opening = before.class == Class::Quote && phrase_ending_at(words, at, Extent::Name).is_none();
                let at = at - usize::from(opening);
                let np = phrase_ending_at(words, at, Extent::Name)
                    .filter(|np| begins_clause(self.passage, np.tokens().start as usize))
                    .or_else(|| clause_subject(self.passage, at))
                    .or_else(|| {
                        acted_before(self.passage, verb).filter(|_| words.at(verb).has_conjunction() || gives_again(self.passage, verb))
                    });
                if let Some(np) = np {
                    self.give(role, np);
                }
            }
            _ => {}
        }
    }

    /// The subject a verbal noun shares with the verb above it: «تعتزم اليابان تقديم», «تعهدت فرنسا بدفع».
    pub(super) fn subject_of_verb_before(&mut self, masdar: &Trigger, role: Option<Role>) {
        let words = &self.passage.words;
        // «وضعت الشركة 5 ملايين استثمارا»: what the sum is stands behind it.
        let free = !masdar.clitics.has_any(Clitics::PREPOSITION);
        let is_amount = |&at: &usize| free && words.at(at).class == Class::Amount;
        let from = masdar.start() - (words.start()..masdar.start()).rev().take_while(is_amount).count();
        let mut before = self.passage.clause_before(from);
        // «صوت المجلس على تخصيص …», not «على موازنة بمصروفات …».
        let on = words.block().word_at(masdar.start().wrapping_sub(1)) == "علي";
        let is_verb = |at: usize| words.at(at).class == Class::Verb || on && act_at(self.passage, at) == Some(Act::Votes);
        // «صادقت اللجنة على مشاريع استثمار»: who votes does not invest.
        let votes = |verb: usize| !on && masdar.frame.phase.is_none() && act_at(self.passage, verb) == Some(Act::Votes);
        // «أعلن المحافظ أنه تم تخصيص …»: nobody is said to.
        let Some(verb) = before.find(|&at| is_verb(at)).filter(|&verb| !is_done(words.block().word(verb)) && !votes(verb)) else { return };
        // A verb of the table has its own say about its subject; of «يسمح لها» it is another one.
        if self.passage.trigger_at(verb).is_some() || matches!(words.block().word_at(verb + 1), "له" | "لها" | "لهم" | "لهما") {
            return;
        }
        let behind = noun_phrase(words, verb + 1, Extent::Name)
            .filter(|np| np.end() <= masdar.start() && !words.at(verb + 1).has_preposition() && period_at(words, verb + 1).is_none());
        // Something else done stands between: «انتهت المفاوضات بإلزام الشركة بدفع».
        let from = behind.map_or(verb + 1, |np| np.end());
        if (from..masdar.start()).any(|at| words.at(at).class == Class::Noun && words.at(at).has_preposition()) {
            return;
        }
        // «سيستأنف بعد تخصيص»: a clause of its own time or reason.
        if matches!(words.block().word_at(masdar.start().wrapping_sub(1)), "بعد" | "قبل" | "منذ" | "عند" | "رغم" | "اثر" | "بسبب")
        {
            return;
        }
        match behind {
            // «كشف التقرير عن إنفاق»: a report spends nothing; «أعلن الوزير تخصيص»: nor does who tells of it.
            Some(np) if np.head.clitics.has(Clitics::AL) && !is_somebody(self.passage, &np) => {}
            // «تجري مفاوضات للحصول على»
            Some(np) if !np.tokens().range().any(|i| words.at(i).is_closed()) && !is_somebody(self.passage, &np) => {}
            Some(np)
                if np.head.kind == Some(NounKind::Title)
                    // … but «أعلن رجل الأعمال عن تبرعه».
                    && !masdar.clitics.has(Clitics::PRONOUN)
                    && words.at(masdar.start()).class == Class::Noun
                    && !masdar.clitics.has_any(Clitics::PREPOSITION) => {}
            Some(np) => self.give(role, np),
            None => self.subject_left_of(verb, role),
        }
    }
}

/// «كشفت كندا عن منحة قدمتها لـ…»: the verb describes the money before it, which its pronoun stands for.
fn gives_again(passage: &Passage, verb: usize) -> bool {
    let by_pronoun = passage.trigger_at(verb).is_some_and(|i| passage.triggers[i].clitics.has(Clitics::PRONOUN));
    let money = |np: NounPhrase| passage.trigger_at(np.head_at).is_some_and(|i| passage.triggers[i].is_nominal());
    by_pronoun && phrase_ending_at(&passage.words, verb, Extent::Name).is_some_and(money)
}

/// Who acts in the clause before the one of `verb`, which goes on about him: the nearest organisation, country or people that is the
/// subject of a verb or stands behind «أن», if it agrees with the verb.
pub fn acted_before(passage: &Passage, verb: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let floor = words.start().max(verb.saturating_sub(REACH));
    let opens = |at: &usize| matches!(words.at(*at).class, Class::Verb | Class::Auxiliary | Class::Subordinator);
    let opened = (floor..verb).rev().take_while(|&at| !matches!(words.at(at).class, Class::Stop | Class::Amount)).filter(opens);
    let mut subjects = opened.filter_map(|at| {
        noun_phrase(words, at + 1, Extent::Name).filter(|np| {
            let free = !words.at(at + 1).has_preposition() && np.end() <= verb && np.head_at == at + 1;
            free && is_somebody(passage, np) && np.head.kind != Some(NounKind::Title)
        })
    });
    subjects.next().filter(|np| is_feminine_verb(words.block().word(verb)) == is_feminine(words, np))
}

/// خصصت، ستخصص، وتخصص
fn is_feminine_verb(verb: &str) -> bool {
    let verb = ["ها", "هم", "ه"].iter().find_map(|pronoun| verb.strip_suffix(pronoun)).unwrap_or(verb);
    verb.ends_with('ت') || verb.trim_start_matches(['و', 'ف', 'س']).starts_with('ت')
}

/// A verb agrees with it in the feminine: وزارة، شركات، countries.
fn is_feminine(words: &Words, np: &NounPhrase) -> bool {
    let head = words.block().word(np.head_at);
    np.head.class == Class::Place || head.ends_with(['ه', 'ي']) || head.ends_with("ات")
}

/// «اكتفت ألمانيا بـ5 ملايين بعد أن كانت قدمت 9»: «أن» of time, whose clause shares the subject of the one above.
fn is_of_before(words: &Words, at: usize) -> bool {
    words.block().word(at) == "ان" && at > words.start() && matches!(words.block().word(at - 1), "بعد" | "قبل" | "منذ")
}

/// Nothing of its clause stands before the word at `at`.
pub fn begins_clause(passage: &Passage, at: usize) -> bool {
    let words = &passage.words;
    at == words.start()
        || words.at(at).has_conjunction()
        || matches!(
            words.at(at - 1).class,
            Class::Stop
                | Class::Subordinator
                | Class::Comma
                | Class::Conjunction
                | Class::Particle
                | Class::Auxiliary
                | Class::Quote
                | Class::Joint
        )
}

/// The noun phrase that opens the clause which ends at `before`.
fn clause_subject(passage: &Passage, before: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let mut start = before;
    let floor = words.start().max(before.saturating_sub(REACH));
    while start > floor && !matches!(words.at(start - 1).class, Class::Stop | Class::Subordinator | Class::Verb | Class::Conjunction) {
        start -= 1;
    }
    let np = noun_phrase(words, start, Extent::Name)?;
    (np.end() <= before && np.head.class != Class::Number && !words.at(start).has_preposition() && begins_clause(passage, start))
        .then_some(np)
}

/// The subject of the clause that the subordinator at `at` depends on.
fn subject_above(passage: &Passage, at: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let verb = (words.start().max(at.saturating_sub(REACH))..at).rev().find(|&i| words.at(i).class == Class::Verb)?;
    noun_phrase(words, verb + 1, Extent::Name)
        .filter(|np| np.end() <= at && !words.at(verb + 1).has_preposition() && period_at(words, verb + 1).is_none())
        .or_else(|| phrase_ending_at(words, verb, Extent::Name))
}
